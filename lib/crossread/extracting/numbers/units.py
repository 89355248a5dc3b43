"""The kind and unit of a number, by the words around it: years, kilometres, $48 a barrel, three times as many."""

from collections.abc import Sequence
from itertools import pairwise

from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.numerals import digits_value
from crossread.extracting.numbers.quantities import DASHES, Number
from crossread.extracting.phrases import singular
from crossread.extracting.word_patterns import load_patterns
from crossread.language.gazetteers import given_names
from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

OLDEST = 110  # years; a larger number between commas is no age
FEET, INCHES = ("'", "’", "′"), ('"', "”", "″")
LONGEST_NAME = 4  # words
PER = ("per", "/", "a", "an", "each", "every")


def find_ages(tokens: Sequence[Token]) -> set[int]:
    """Find the tokens that are ages without a unit: "aged 12", "he turned 50".

    Args:
        tokens: One sentence.

    Returns:
        Indices into `tokens`.
    """
    told = {at for _, marked in load_patterns("units", "age").find(tokens) for at in marked}
    return told | {at for at in range(2, len(tokens)) if _follows_name(tokens, at)}


def _follows_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number stands between a name and a verb, its commas left out: "Helen Clark 55 said"."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if not tokens[at].text.isdecimal() or behind not in load_lexicon("units")["classes"]["after_age"]:
        return False
    first = at
    while first > at - LONGEST_NAME and first and tokens[first - 1].text.istitle():
        first -= 1
    return any(tokens[start].text in given_names() for start in range(first, at - 1))


def read_unit(
    tokens: Sequence[Token], words: Sequence[str], number: Number, at: int, ages: set[int]
) -> tuple[str, str, int]:
    """Tell the kind and unit of a number.

    Args:
        tokens: The sentence.
        words: Its words, lower case.
        number: The number.
        at: The index behind it and its bound.
        ages: What `find_ages` found in the sentence.

    Returns:
        Kind and unit as `tables.md` names them, and the index behind the unit's words.
    """
    kind, unit, behind = (number.kind, number.unit, at) if number.kind else _unit(tokens, words, number, at, ages)
    return read_rate(tokens, kind, unit, behind)


def is_hyphened(words: Sequence[str], number: Number) -> bool:
    """Tell whether a hyphen ties a number to what follows: "a 48-hour truce"."""
    return words[number.last : number.last + 1] in [[dash] for dash in DASHES]


def _unit(
    tokens: Sequence[Token], words: Sequence[str], number: Number, at: int, ages: set[int]
) -> tuple[str, str, int]:
    begin = at + is_hyphened(words, number)
    unit_at = begin
    if number.low < 1 or number.bound == "vague":  # "half an hour", "1/16 of a pint", "hundreds of miles"
        unit_at += words[unit_at : unit_at + 1] == ["of"]
        unit_at += words[unit_at : unit_at + 1] in (["a"], ["an"])
    unit = (
        _height(tokens, number)
        or _compound(tokens, begin)
        or _measured(tokens, words, unit_at)
        or _dimension(tokens, words, number.last)
    )
    return unit or _times(tokens, begin) or _bare_age(words, number, ages) or ("count", "", min(begin, at))


def _height(tokens: Sequence[Token], number: Number) -> tuple[str, str, int] | None:
    """Feet or inches in signs: 6'2"."""
    at = number.last
    marks = [token.text if token.start == before.end else "" for before, token in pairwise(tokens[at - 1 : at + 2])]
    if marks[:1] and marks[0] in FEET and marks[1:] and marks[1].isdecimal():
        return "measure", "foot", at + 1
    if number.first < 2 or tokens[number.first - 1].text not in FEET or not tokens[number.first - 2].text.isdecimal():
        return None
    touching = tokens[number.first - 2].end == tokens[number.first - 1].start == tokens[number.first].start - 1
    return ("measure", "inch", at + bool(marks[:1] and marks[0] in INCHES)) if touching else None


def _compound(tokens: Sequence[Token], at: int) -> tuple[str, str, int] | None:
    """A unit that a hyphen ties to more: "year-old", "mile-wide", "square-mile"."""
    if at >= len(tokens) or "-" not in tokens[at].text or match_unit(tokens, at) is not None:
        return None
    parts = tokens[at].text.split("-")
    start = tokens[at].start
    unit = match_unit([Token(start, start + len(part), part) for part in parts], 0) if all(parts) else None
    if unit is None:
        return None
    old = {"old", "olds"} & {part.lower() for part in parts[unit[2] :]}
    return ("age" if old else unit[0], unit[1], at + 1)


def _measured(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[str, str, int] | None:
    """A duration, a measure, or an age in the same units: "35 years old", "40 square miles"."""
    match = match_unit(tokens, at)
    if match is None and words[at : at + 1] and words[at] in load_lexicon("units")["between"]["words"]:
        match = match_unit(tokens, at + 1)
    if match is None:
        return None
    kind, unit, behind = match
    behind += words[behind : behind + 2] in (["-", "old"], ["-", "olds"])
    if words[behind : behind + 1] in (["old"], ["olds"]):
        return "age", unit, behind + 1
    if words[behind : behind + 2] == ["of", "age"]:
        return "age", unit, behind + 2
    return kind, unit, behind


def _dimension(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[str, str, int] | None:
    """The unit behind the last side of a thing: "5 x 10 metres"."""
    behind = at
    while words[behind : behind + 1] in (["x"], ["×"], ["by"]) and words[behind + 1 : behind + 2] != []:
        if digits_value(words[behind + 1]) is None:
            return None
        behind += 2
    unit = match_unit(tokens, behind) if behind > at else None
    return None if unit is None else (unit[0], unit[1], at)


def _times(tokens: Sequence[Token], at: int) -> tuple[str, str, int] | None:
    """A multiple ("three times as many", "10-fold", "3x") or a count ("struck three times")."""
    word, following = (token.text.lower() for token in (*tokens[at : at + 2], *[Token(0, 0, "")] * 2)[:2])
    touching = word == "x" and at > 0 and tokens[at - 1].end == tokens[at].start
    if word == "fold" or (touching and not following[:1].isdecimal()):
        return "multiple", "times", at + 1
    if word != "times":
        return None
    compared = following in ("more", "less", "as", "the", "its", "their", "his", "her", "that", "fewer")
    compared = compared or (following.endswith("er") and following not in ("over", "after", "under", "per", "either"))
    return ("multiple", "times", at + 1) if compared else ("count", "", at)


def _bare_age(words: Sequence[str], number: Number, ages: set[int]) -> tuple[str, str, int] | None:
    """An age without a unit: "the man, 35, was killed", "aged 12"."""
    before = words[number.first - 1] if number.first else ""
    between_commas = before == "," and words[number.last : number.last + 1] == [","]
    lone = number.last == number.first + 1 and 0 < number.low < OLDEST
    told = number.amount in ages and number.high < OLDEST
    return ("age", "year", number.last) if told or (between_commas and lone) else None


def read_rate(tokens: Sequence[Token], kind: str, unit: str, at: int) -> tuple[str, str, int]:
    """Read what a measured or priced thing is counted by: "$48 a barrel", "120 kilometres per hour", "40 hours a week".

    Args:
        tokens: The sentence.
        kind: The figure's kind.
        unit: Its unit.
        at: The index behind it.

    Returns:
        The kind, the unit with its rate, and the index behind; all unchanged without a rate.
    """
    if kind not in ("money", "measure", "duration") or at >= len(tokens):
        return kind, unit, at
    hyphen = (
        tokens[at].text in DASHES and at + 1 < len(tokens) and tokens[at + 1].text.lower().startswith(("a-", "per-"))
    )
    at += hyphen  # "a $5-a-day fee", "a $12-per-hour wage"
    joint, *joined = tokens[at].text.lower().split("-")
    if joint not in PER or (not joined and at + 1 >= len(tokens)):
        return kind, unit, at - hyphen
    known = _compound_unit(joined[0]) if joined else match_unit(tokens, at + 1)
    if known is not None and joint in ("a", "an") and not joined and _is_when(tokens, known[2]):
        return kind, unit, at - hyphen
    if known is not None:
        return kind, f"{unit} per {known[1]}", at + 1 if joined else known[2]
    noun = joined[0] if joined else tokens[at + 1].text.lower()
    if noun.isalpha() and (
        joint == "per" or (joint in ("a", "an") and noun in load_lexicon("units")["priced"]["nouns"])
    ):
        return kind, f"{unit} per {singular(noun)}", at + 1 + (not joined)
    return kind, unit, at - hyphen


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word makes "a year" before it a time: "it paid $5 million a year ago"."""
    return at < len(tokens) and tokens[at].text.lower() in load_lexicon("units")["when"]["words"]


def _compound_unit(form: str) -> tuple[str, str, int] | None:
    """The unit in "a-year"."""
    return match_unit([Token(0, len(form), form)], 0)
