"""The kind and unit of a number, by the words around it: years, kilometres, $48 a barrel, three times as many."""

from collections.abc import Sequence
from functools import cache

from crossread.extracting.numbers import DASHES, Number, longest_match
from crossread.extracting.phrases import singular
from crossread.language.tokens import split_phrase
from crossread.lexicon import load_lexicon

OLDEST = 110  # years; a larger number between commas is no age


def read_unit(words: Sequence[str], number: Number, at: int) -> tuple[str, str, int]:
    """Tell the kind and unit of a number.

    Args:
        words: The sentence's words, lower case.
        number: The number.
        at: The index behind it and its bound.

    Returns:
        Kind and unit as `tables.md` names them, and the index behind the unit's words.
    """
    return _rate(words, *(_unit(words, number, at) if not number.kind else (number.kind, number.unit, at)))


def is_hyphened(words: Sequence[str], number: Number) -> bool:
    """Tell whether a hyphen ties a number to what follows: "a 48-hour truce"."""
    return words[number.last : number.last + 1] in [[dash] for dash in DASHES]


def _unit(words: Sequence[str], number: Number, at: int) -> tuple[str, str, int]:
    begin = at + is_hyphened(words, number)
    joined = words[begin].split("-") if begin < len(words) else []
    if "old" in joined and joined[0] in ("year", "month", "week", "day"):
        return "age", joined[0], begin + 1
    if joined[1:] and joined[0] in load_lexicon("units")["duration"]:
        return "duration", joined[0], begin + 1
    return _measured(words, begin) or _times(words, begin) or _bare_age(words, number) or ("count", "", min(begin, at))


def _measured(words: Sequence[str], at: int) -> tuple[str, str, int] | None:
    """A duration, a measure, or an age in the same units: "35 years old", "40 square miles"."""
    powers = load_lexicon("units")["powers"]
    power = next((name for name, forms in powers.items() if words[at : at + 1] and words[at] in forms), "")
    for kind in ("duration", "measure"):
        match = longest_match(words, at + bool(power), _units(kind))
        if match is None:
            continue
        unit, behind = match
        if words[behind : behind + 1] == ["old"]:
            return "age", unit, behind + 1
        if words[behind : behind + 2] == ["of", "age"]:
            return "age", unit, behind + 2
        return kind, f"{power} {unit}".strip(), behind
    return None


def _times(words: Sequence[str], at: int) -> tuple[str, str, int] | None:
    """A multiple ("three times as many") or a count ("struck three times")."""
    if words[at : at + 1] != ["times"]:
        return None
    following = words[at + 1] if at + 1 < len(words) else ""
    compared = following in ("more", "less", "as", "the", "higher", "lower") or following.endswith("er")
    return ("multiple", "times", at + 1) if compared else ("count", "", at)


def _bare_age(words: Sequence[str], number: Number) -> tuple[str, str, int] | None:
    """An age without a unit: "the man, 35, was killed", "aged 12"."""
    before = words[number.first - 1] if number.first else ""
    between_commas = before == "," and words[number.last : number.last + 1] == [","]
    of_age = list(words[max(0, number.first - 2) : number.first]) == ["age", "of"]  # "under the age of eight"
    lone = number.last == number.first + 1 and 0 < number.low < OLDEST
    return ("age", "year", number.last) if before == "aged" or of_age or (between_commas and lone) else None


def _rate(words: Sequence[str], kind: str, unit: str, at: int) -> tuple[str, str, int]:
    """What a measured or priced thing is counted by: "$48 a barrel", "120 kilometres per hour"."""
    joint, noun = (words[at] if at < len(words) else ""), (words[at + 1] if at + 1 < len(words) else "")
    if kind not in ("money", "measure") or not noun.isalpha() or joint not in ("per", "a", "an"):
        return kind, unit, at
    known = _units("duration").get((noun,)) or _units("measure").get((noun,))
    if joint != "per" and known is None:
        return kind, unit, at
    return kind, f"{unit} per {known or singular(noun)}", at + 2


@cache
def _units(kind: str) -> dict[tuple[str, ...], str]:
    return {split_phrase(form): unit for unit, forms in load_lexicon("units")[kind].items() for form in forms}
