"""A corpus's own conventions, where they differ from the lexicon's: classes of nouns, and what vague words mean."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crossread.lexicon import load_lexicon

Interval = tuple[float, float]
LEXICON_ONLY: Mapping[str, Interval] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a corpus counts as what: `classes` of nouns, in any number, and the intervals of `vague` words."""

    classes: Mapping[str, str] = field(default_factory=dict)
    vague: Mapping[str, Interval] = field(default_factory=dict)


LEXICON = Conventions()  # nothing otherwise than there


def parse_classes(table: object) -> dict[str, str]:
    """Read the table `[classes]` of a manifest.

    Args:
        table: The value of `classes`.

    Returns:
        The class of each noun, in small letters.

    Raises:
        ValueError: It is not understood; the message names what.
    """
    if not isinstance(table, Mapping):
        raise ValueError("classes are written as a table [classes], a list of nouns for each class")
    _check_known(table, load_lexicon("classes"), "key", "in [classes]")
    classes: dict[str, str] = {}
    for name, nouns in table.items():
        if not isinstance(nouns, list) or not all(isinstance(noun, str) and noun.isalpha() for noun in nouns):
            raise ValueError(f"in [classes]: {name} = {nouns!r} is not a list of single words")
        for noun in map(str.lower, nouns):
            if classes.setdefault(noun, name) != name:
                raise ValueError(f"in [classes]: {noun!r} stands in both {classes[noun]} and {name}: choose one")
    return classes


def parse_vague(table: object) -> dict[str, Interval]:
    """Read the table `[vague]` of a manifest, or what a folder of tables keeps of it.

    Args:
        table: The value of `vague`.

    Returns:
        The interval of each vague phrase that the corpus reads in its own way.

    Raises:
        ValueError: It is not understood; the message names what.
    """
    if not isinstance(table, Mapping):
        raise ValueError("vague words are written as a table [vague], with an interval for each: dozens = [12, 120]")
    _check_known(table, load_lexicon("numbers")["vague"], "vague word", "in [vague]")
    return {phrase: _interval(phrase, value) for phrase, value in table.items()}


def _interval(phrase: str, value: object) -> Interval:
    """One number, or the lower and the upper end."""
    match value if isinstance(value, list) else [value, value]:
        case [bool(), _] | [_, bool()]:
            pass
        case [int() | float() as low, int() | float() as high] if 0 <= low <= high < math.inf:
            return float(low), float(high)
    raise ValueError(f"in [vague]: {phrase} = {value!r} is neither a number nor two, the lower first: [12, 120]")


def _check_known(table: Mapping[str, object], known: Mapping[str, object], what: str, place: str) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"unknown {what} {key!r} {place}; known {what}s are {', '.join(known)}")
