"""What the tagger sees of a word: features that look at one word alone, and at its other uses in the article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from crossread.language.clusters import clusters
from crossread.language.gazetteers import (
    cities,
    countries,
    demonyms,
    given_names,
    honorific_words,
    name_words,
    surnames,
)
from crossread.language.vocabulary import function_words

WINDOW = range(-2, 3)
EDGE = "<edge>"  # stands for the words before and behind a sentence
AFFIXES = range(1, 5)
FLAG = "\0"  # begins flags, as it begins no word

_QUOTES = dict.fromkeys(["``", "''", "“", "”", "„", "«", "»"], '"')
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`ʼʻʾʿ´′", "'"))
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def normal_form(word: str) -> str:
    """Write marks as keyboards have them, so that treebanks and newspapers look alike."""
    if word == "s":  # what is left of a possessive that lost its apostrophe
        return "'s"
    form = _QUOTES.get(word) or _BRACKETS.get(word)
    return form if form is not None else word.translate(_APOSTROPHES)


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
        if word in name_words("organisations"):
            found.append("g=organisation")
        if "-" in word:
            found.append(f"h={shape(word.split('-')[0])}-{shape(word.rsplit('-', 1)[1])}")
    if lower in honorific_words():
        found.append("g=honorific")
    return found + _cluster_features(word, lower)


def _cluster_features(word: str, lower: str) -> list[str]:
    """The coarse and the fine cluster of a word as written, and the fine one of a capitalised word in lower case."""
    own, small = clusters().get(word), clusters().get(lower) if lower != word else None
    found = [f"c={own[0]}", f"k={own[1]}"] if own else []
    return [*found, f"l={small[1]}"] if small else found


def shape(word: str) -> str:
    """Tell a word's letters by kind, runs cut to two: "Su-24" is "Xx-00"."""
    kinds = ["X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdecimal() else c for c in word[:12]]
    return "".join(kind for at, kind in enumerate(kinds) if kinds[max(0, at - 2) : at] != [kind, kind])


def use_flags(article: Sequence[Sequence[str]]) -> list[list[str]]:
    """Tell how an article uses its capitalised words, and which of its sentences are headings.

    Args:
        article: Its sentences, in words.

    Returns:
        For each word `FLAG` and one letter a fact, or "" where there is none. Of a capitalised word's uses anywhere in
        the article: "c" inside a sentence, "l" in lower case, "h" behind an honorific, "g" behind a given name, "n"
        behind a preposition of place, "t" behind "the", "v" before a verb of saying. Of its sentence: "U" or "T", most
        of whose words are in capitals or begin with one.
    """
    headings = [heading_kind(sentence) for sentence in article]
    facts: dict[str, set[str]] = defaultdict(set)
    for sentence, heading in zip(article, headings, strict=True):
        if not heading:
            _note_uses(sentence, facts)
    lower = {word for sentence in article for word in sentence if word[:1].islower()}
    flags = {word: "".join(sorted(letters)) + "l" * (word.lower() in lower) for word, letters in facts.items()}
    return [
        [_flagged(flags.get(word, ""), heading) for word in sentence]
        for sentence, heading in zip(article, headings, strict=True)
    ]


def _note_uses(sentence: Sequence[str], facts: dict[str, set[str]]) -> None:
    """Note what stands beside the capitalised words of a sentence."""
    before = ""
    for at, word in enumerate(sentence):
        if word[:1].isupper():
            found = facts[word]
            if before[-1:].isalnum():
                found.add("c")
            found.update(_beside().get(before.lower().rstrip("."), ()))
            if before in given_names():
                found.add("g")
            if at + 1 < len(sentence) and sentence[at + 1] in _sayings():
                found.add("v")
        before = word


def _flagged(uses: str, heading: str) -> str:
    return f"{FLAG}{uses}{heading}" if uses or heading else ""


def heading_kind(sentence: Sequence[str]) -> str:
    """Tell a heading by its capitals: "U", nearly all are, "T", nearly all words have one; "" for other sentences.

    Of short words only those count that titles write with a capital, too: "Smith met Jones".
    """
    kinds = list(map(_letters, sentence))
    capital, small, initial = kinds.count("U"), kinds.count("l"), kinds.count("T")
    total = capital + small + initial
    if total < 3 or capital + initial < 0.8 * total:
        return ""
    if capital >= 0.8 * total:
        return "U"
    return "T" if sentence[-1] != "." else ""  # with a full stop, it lists names


def is_common_word(word: str) -> bool:
    """Tell whether a word in lower case is one of those that news often uses."""
    return word in clusters()


@lru_cache(maxsize=200_000)
def _letters(word: str) -> str:
    """Tell a word's letters: "U" all capitals, "T" one, "l" none; "" for what tells no heading."""
    if not word[0].isalpha() or not (
        len(word) > 3 or (len(word) == 3 and word.islower() and word not in function_words())
    ):
        return ""
    return "U" if word.isupper() else "T" if word[0].isupper() else "l"


def flag_features(flags: str) -> list[str]:
    """The features that stand for a word's flags: all together, and each for itself."""
    return [f"f={flags[1:]}", *(f"f:{letter}" for letter in flags[1:])] if flags else []


@cache
def _beside() -> dict[str, str]:
    """Words to the flag of a capitalised word behind them."""
    places = dict.fromkeys(name_words("place_prepositions"), "n")
    return places | dict.fromkeys(honorific_words(), "h") | {"the": "t"}


@cache
def _sayings() -> frozenset[str]:
    return frozenset(["said", "says", "told", "reported", "announced", "claimed", "added", "confirmed"])


@cache
def _gazetteers() -> dict[str, frozenset[str]]:
    """Words of names by kind, lower case; the words of places of several words are apart from the others."""
    named = countries() | cities()
    return {
        "country": _single(countries()),
        "city": _single(cities()),
        "place": frozenset(word.lower() for name in named if " " in name for word in name.split() if word[0].isupper()),
        "region": _single(name_words("places")),
        "demonym": _single(demonyms()),
        "body": name_words("organisation_nouns"),
        "company": name_words("company_nouns"),
        "thing": name_words("named_things"),
        "given": _single(given_names()),
        "surname": _single(surnames()),
    }


def _single(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names if " " not in name)
