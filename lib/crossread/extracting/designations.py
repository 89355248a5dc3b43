"""Numbers that name rather than count: dates, years, clock times, "Resolution 2254"."""

from collections.abc import Sequence
from functools import cache

from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

YEARS = range(1900, 2100)


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
        if word[0].isdigit():
            found.update(_day(words, at) or _clock(words, at) or _year(words, at) or _named(words, at))
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
    if words[at].isdigit() and int(words[at]) <= 31:
        after = at + 1 + (_word(words, at + 1) == "of")
        before = at - 1 - (_word(words, at - 1) == ".")
        if _word(words, before) in _months() or _word(words, after) in _months():
            return {at}
    separator = _word(words, at + 1)
    if separator in ("-", "/") and _word(words, at + 3) == separator:
        parts = {at, at + 2, at + 4}
        if all(_word(words, part).isdigit() for part in parts):
            return parts
    return set()


def _clock(words: Sequence[str], at: int) -> set[int]:
    """A time of day: "7 am", "7:30"."""
    if _word(words, at + 1) == ":" and len(_word(words, at + 2)) == 2 and words[at + 2].isdigit():
        return {at, at + 2}
    return {at} if _word(words, at + 1) in load_lexicon("designations")["clock"] else set()


def _year(words: Sequence[str], at: int) -> set[int]:
    """A year or a span of years: "2011", "1980-1988", "2015/16".

    Only what makes a year's digits a count ("2,000" has its comma) is written otherwise in news, but for a
    bound or a unit beside it: "about 2000 people", "2000 km".
    """
    if not _is_year(words[at]):
        return set()
    if _word(words, at + 1) in ("-", "–", "/") and _word(words, at + 2).isdigit():
        return {at, at + 2}
    before, after = _word(words, at - 1), _word(words, at + 1)
    return set() if before in _COUNTING_BEFORE or after in _COUNTING_AFTER else {at}


_COUNTING_BEFORE = frozenset(
    ["than", "least", "about", "around", "nearly", "some", "over", "approximately", "many", "$", "€", "£", "estimated"]
)
_COUNTING_AFTER = frozenset(
    [
        "%",
        "percent",
        "km",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
        "people",
        "civilians",
        "miles",
        "dollars",
        "euros",
    ]
)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and int(word) in YEARS


def _named(words: Sequence[str], at: int) -> set[int]:
    """A number right after the word that it numbers: "Resolution 2254", "No. 10", "Group of 20"."""
    before = _word(words, at - 1)
    named = before in _designators() or f"{_word(words, at - 2)} {before}" in _designators()
    return {at} if named or (before == "." and _word(words, at - 2) == "no") else set()
