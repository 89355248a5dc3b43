"""What a mention names, a city told from its province; and names that are joined into entities."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pandas as pd

from crossread.language.gazetteers import cities, countries, is_demonym, name_words
from crossread.lexicon import load_lexicon
from crossread.linking.entities.spelling import compatible, fold, is_acronym, words_of
from crossread.tables import records

NAMED = ("City", "Town", "Village", "District")  # these may be part of a name
PLACE_ARTICLES = frozenset(["al", "el", "ad", "as", "ar", "an", "az", "ash", "at"])
APOSTROPHE = re.compile(r"\w['’]s\b")
BEFORE = 80  # characters in which "the provinces of" may stand before a name


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A distinct name, its type, and which of the things so called is meant ("province"; "" for the plain one)."""

    text: str
    type: str
    sense: str = ""


class _Mention(NamedTuple):
    article_id: str
    start: int
    end: int
    text: str
    type: str


def read_names(mentions: pd.DataFrame, texts: dict[str, str]) -> list[Name]:
    """Tell for each mention what it names.

    Args:
        mentions: The mentions table.
        texts: The articles' texts by id.

    Returns:
        One name a mention. A place is a province only where the text says so and a city of that name is known, from
        GeoNames or because the text speaks of the city elsewhere.
    """
    others = set(mentions.text[mentions.type == "LOC"])
    seen = [_read(mention, texts[mention.article_id], others) for mention in records(mentions, _Mention)]
    called_cities = {fold(text) for text, _, sense in seen if sense == "city"}
    kinds = {(text, kind) for text, kind, _ in seen}
    surnames = {text.split()[-1] for text, kind in kinds if kind == "PER" and " " in text}
    owners = _owners(Counter((text, kind) for text, kind, _ in seen), surnames)
    told_places = {text for (text, kind, _), whole in zip(seen, mentions.text, strict=True) if text != whole}
    told_places -= surnames
    lost = {article for article, text in texts.items() if not APOSTROPHE.search(text)}
    names = []
    for (text, kind, sense), article in zip(seen, mentions.article_id, strict=True):
        told = sense not in ("", "city") and (fold(text) in called_cities or is_common_place(text) or is_city(text))
        name = (text, "LOC") if text in told_places else (text, kind)  # "Ashraf", where another has "Camp Ashraf"
        names.append(Name(*(owners.get(name, name) if article in lost else name), sense if told else ""))
    return names


def _owners(names: Counter[tuple[str, str]], surnames: set[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """Possessives that lost their apostrophe: "Syrias", "Bashar al-Assads"; but "Adams" may be no "Adam"."""
    owners: dict[tuple[str, str], tuple[str, str]] = {}
    organisations = name_words("organisations")
    for text, kind in names:
        stem = text.removesuffix("s")
        if stem == text or len(stem) < 3 or text in organisations or is_demonym(stem):
            continue
        sure = " " in stem or is_acronym(stem) or stem in organisations or stem in surnames
        owner = max(("LOC", "PER", "ORG", "MISC"), key=lambda other: names[stem, other])
        surname = text in surnames and names[text, kind] > names[stem, owner]
        if names[stem, owner] and (owner == "LOC" or (sure and not surname)):
            owners[text, kind] = stem, owner
    return owners


def _read(mention: _Mention, article: str, others: set[str]) -> tuple[str, str, str]:
    """The base, the type and the sense of one mention; `others` are all the names of places."""
    text, kind = mention.text, mention.type
    if kind != "ORG" and any(word in _loan_nouns() for word in fold(text).split()):
        return text, "ORG", ""  # "Jaish al-Islam"
    if kind != "LOC":
        return text, kind, ""
    for sense, nouns in load_lexicon("aliases")["areas"].items():
        base = _without(text, nouns, others)
        if base != text:
            return base, kind, sense
    return text, kind, _sense(article, mention.start, mention.end)


def _sense(article: str, start: int, end: int) -> str:
    """What the words beside a place's name call it: "Aleppo province", "the provinces of Homs and Hama"."""
    before, behind = article[max(0, start - BEFORE) : start], article[end : end + 30]
    for sense, nouns in load_lexicon("aliases")["areas"].items():
        adjectives = tuple(load_lexicon("aliases")["area_adjectives"].get(sense, ()))
        told = _stands_behind(nouns).match(behind) or _stands_before(nouns).search(before)
        if told or (adjectives and before.rstrip().endswith(adjectives)):
            return str(sense)
    return ""


@cache
def _pattern(nouns: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:['’]?s)?\s+(?:{nouns})\b"),
        re.compile(rf"\b(?:(?:{nouns})s? of(?: the)?|(?:{nouns})(?:s|ies) of\b[^.;:]*\b(?:and|of)) $"),
    )


def _stands_behind(nouns: Iterable[str]) -> re.Pattern[str]:
    return _pattern("|".join(nouns))[0]


def _stands_before(nouns: Iterable[str]) -> re.Pattern[str]:
    return _pattern("|".join(nouns))[1]


def _without(text: str, nouns: Iterable[str], others: set[str]) -> str:
    """A place's name without its noun: "Hama province", "Camp Ashraf", "Raqqa City"; "Mexico City" is whole."""
    *words, last = text.split()
    base = " ".join(words)
    if not words or last.lower() not in nouns:
        return " ".join([*words[1:], last]) if words[:1] == ["Camp"] and "camp" in nouns else text
    whole = last in NAMED and (is_common_place(text) or base not in others)
    return text if is_country(base) or whole else base


@cache
def _loan_nouns() -> frozenset[str]:
    return frozenset(load_lexicon("aliases")["loan_nouns"])


@cache
def _known_countries() -> frozenset[str]:
    """Countries and states of the US: "Mexico City" is not Mexico, the Jordan River not Jordan."""
    return frozenset(map(fold, countries()))


@cache
def _known_cities() -> frozenset[str]:
    return frozenset(_city_key(place) for place in cities() if fold(place) not in _known_countries())


def _city_key(text: str) -> str:
    """GeoNames has "Ar Raqqah" and "Ḩamāh" for what the news calls Raqqa and Hama."""
    first, _, rest = fold(text).removesuffix("h").partition(" ")
    return rest if first in PLACE_ARTICLES and rest else f"{first} {rest}".strip()


def is_city(text: str) -> bool:
    """Tell whether GeoNames has a city under just this name."""
    return _city_key(text) in _known_cities()


def is_country(text: str) -> bool:
    """Tell whether this is just a country's name, or a state's of the United States."""
    return fold(text) in _known_countries()


@cache
def _known_places() -> frozenset[str]:
    return frozenset(map(fold, countries() | cities()))


def is_common_place(text: str) -> bool:
    """Tell whether GeoNames has a place of just this name."""
    return fold(text) in _known_places()


def is_weak(word: str) -> bool:
    """Tell whether a word before an organisation's name only says whose it is: "Syrian", "Aleppo", "US"."""
    return is_adjective(word) or is_common_place(word) or word in ("us", "uk", "un", "eu")


def is_adjective(word: str) -> bool:
    """Tell whether a folded word is a demonym."""
    return is_demonym(word.capitalize())


@dataclass(frozen=True, slots=True)
class Link:
    """Two names of one entity: the one that stands for it, the other, and what the other is to the first.

    Where one spelling is merely found under two types, the second is `mistyped`.
    """

    first: Name
    second: Name
    reason: str
    mistyped: bool = False


class Groups:
    """Disjoint sets of names (union-find) that never hold two persons whose full names differ, or one and a body."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._parent = {name: name for name in names}
        self._full = {name: {name} if len(words_of(name.text)) > 1 else set() for name in self._parent}
        self.links: list[Link] = []

    def find(self, name: Name) -> Name:
        """Return the name that stands for the group of a name."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, link: Link) -> None:
        """Make one group of two, unless they hold full names that no one thing has."""
        first, second = self.find(link.first), self.find(link.second)
        if first == second:
            return
        ours, theirs = self._full[first], set() if link.mistyped else self._full[second]
        if all(_may_be_one(one, other) for one in ours for other in theirs):
            self._parent[second] = first
            self._full[first] = ours | theirs
            self.links.append(link)


def _may_be_one(name: Name, other: Name) -> bool:
    if "PER" not in (name.type, other.type):
        return True
    words, others = words_of(name.text), words_of(other.text)
    return name.type == other.type and (compatible(words, others) or sorted(words) == sorted(others))
