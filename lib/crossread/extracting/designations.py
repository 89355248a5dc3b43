"""Numbers that name rather than count: dates, years, clock times, "Resolution 2254"."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crossread.extracting.phrases import class_nouns, singular
from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

YEARS = range(1900, 2100)
DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-(?:\d{2}|\d{4})")


def find_designations(tokens: Sequence[Token]) -> set[int]:
    """Find the tokens whose numbers are dates, years, times of day or parts of a name.

    Args:
        tokens: One sentence.

    Returns:
        Indices into `tokens`.
    """
    words = [token.text.lower() for token in tokens]
    found: set[int] = set()
    for at, word in enumerate(words):
        if word[0].isdecimal():
            found.update(_day(words, at) or _clock(words, at) or _year(words, at) or _named(words, at))
    if len(words) > 1 and words[0].isdecimal() and words[1] in (".", ")"):
        found.add(0)  # "1. The first point"
    return found | _telephone(words, found) | _in_codes(tokens)


def _in_codes(tokens: Sequence[Token]) -> set[int]:
    """Digits that touch letters before them, as in the scraps of an address: "pic.example.com1xz"."""
    return {
        at + 1
        for at, (before, token) in enumerate(pairwise(tokens))
        if token.text[0].isdecimal() and before.end == token.start and before.text[-1].isalpha()
    }


def _telephone(words: Sequence[str], dates: set[int]) -> set[int]:
    """Groups of digits that only blanks and hyphens part: "202-555-0123", "0044 20 7946"; not "12 000 000"."""
    found: set[int] = set()
    group: list[int] = []
    for at, word in enumerate([*words, ""]):
        if at not in dates and (word.isdecimal() or word == "+" or (word == "-" and group)):
            group.append(at)
            continue
        parts = [words[part] for part in group if words[part].isdecimal()]
        thousands = all(len(part) == 3 for part in parts[1:])
        leading_zero = any(part.startswith("0") for part in parts)
        if len(parts) > 1 and not thousands and (leading_zero or sum(map(len, parts)) > 9):
            found.update(part for part in group if words[part].isdecimal())
        group = []
    return found


@cache
def _months() -> frozenset[str]:
    return frozenset(load_lexicon("words")["months"])


@cache
def _designators() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_lexicon("designations")["before"])


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _day(words: Sequence[str], at: int) -> set[int]:
    """A day beside its month ("June 23", "10 Jul 2016"), or a date in digits ("2015-02-12", "05.02.2015")."""
    if words[at].count(".") > 1:
        return {at}
    if len(words[at]) < 3 and words[at].isdecimal() and int(words[at]) <= 31:
        after = at + 1 + (_word(words, at + 1) == "of")
        before = at - 1 - (_word(words, at - 1) == ".")
        if _word(words, before) in _months() or _word(words, after) in _months():
            return {at}
    separator = _word(words, at + 1)
    parts = [_word(words, at + step) for step in (0, 2, 4)]
    if separator in ("-", "/") and _word(words, at + 3) == separator and DATE.fullmatch("-".join(parts)):
        return {at, at + 2, at + 4}
    return set()


def _clock(words: Sequence[str], at: int) -> set[int]:
    """A time of day: "7 am", "7:30"."""
    if _word(words, at + 1) == ":" and len(_word(words, at + 2)) == 2 and words[at + 2].isdecimal():
        return {at, at + 2}
    return {at} if _word(words, at + 1) in load_lexicon("designations")["clock"] else set()


def _year(words: Sequence[str], at: int) -> set[int]:
    """A year or a span of years: "2011", "1980-1988", "2015/16".

    Only what makes a year's digits a count ("2,000" has its comma) is written otherwise in news, but for a
    bound or a unit beside it: "about 2000 people", "2000 km".
    """
    if not _is_year(words[at]):
        return set()
    if _word(words, at + 1) in ("-", "–", "/") and _word(words, at + 2).isdecimal():
        return {at, at + 2}
    before, after = _word(words, at - 1), _word(words, at + 1)
    if before in _BEFORE_YEARS or before in _months() or (at > 1 and _day(words, at - 1)):
        return {at}
    several = singular(after) in class_nouns() and singular(after) != after  # not "the 2013 attack"
    counts = before in _BEFORE_COUNTS or after in _AFTER_COUNTS or several
    return set() if counts else {at}


_BEFORE_YEARS = frozenset(
    ["in", "since", "by", "until", "of", "from", "during", "before", "after", "early", "late", "mid"]
)
_BEFORE_COUNTS = frozenset(
    ["than", "least", "about", "around", "nearly", "some", "over", "approximately", "many", "$", "€", "£", "estimated"]
)
_AFTER_COUNTS = frozenset(
    ["%", "percent", "km", "kilometres", "kilometers", "metres", "meters", "miles", "dollars", "euros"]
)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and int(word) in YEARS


def _named(words: Sequence[str], at: int) -> set[int]:
    """A number right after the word that it numbers: "Resolution 2254", "No. 10", "Group of 20"."""
    before = _word(words, at - 1)
    if before == "number" and _word(words, at - 2).endswith("s"):
        return set()  # "the guards number 7,000"
    named = before in _designators() or f"{_word(words, at - 2)} {before}" in _designators()
    return {at} if named or (before == "." and _word(words, at - 2) == "no") else set()
