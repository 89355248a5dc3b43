"""A corpus's own conventions, where they differ from the lexicon's: classes of nouns, and what vague words mean."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crossread.lexicon import load_lexicon

Interval = tuple[float, float]
LEXICON_ONLY: Mapping[str, Interval] = MappingProxyType({})
BARE_PLURAL = "bare plural"  # what is called so in [vague]: a plural of persons without a number


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a corpus counts as what: `classes` of nouns, in any number, and the intervals of `vague` words.

    `coding` names the preset of `lexicon/coding.toml` whose words these are, where the corpus has none of its own;
    `order` is by what the best number of an event is chosen, what counts most first, empty for the usual order.
    """

    classes: Mapping[str, str] = field(default_factory=dict)
    vague: Mapping[str, Interval] = field(default_factory=dict)
    coding: str = ""
    order: tuple[str, ...] = ()


LEXICON = Conventions()  # nothing otherwise than there


def parse_conventions(manifest: Mapping[str, object]) -> Conventions:
    """Read what a manifest says of how its corpus counts.

    Args:
        manifest: The manifest, of which `classes`, `vague` and `coding` are read.

    Returns:
        The conventions; the manifest's own vague words go before the preset's.

    Raises:
        ValueError: They are not understood; the message names what.
    """
    classes, own = parse_classes(manifest.get("classes", {})), parse_vague(manifest.get("vague", {}))
    coding, order = parse_coding(manifest.get("coding", {}))
    preset = parse_vague(load_lexicon("coding")["preset"][coding].get("vague", {})) if coding else {}
    return Conventions(classes, {**preset, **own}, coding, order)


def parse_coding(table: object) -> tuple[str, tuple[str, ...]]:
    """Read the table `[coding]` of a manifest.

    Args:
        table: The value of `coding`.

    Returns:
        The name of a preset of `lexicon/coding.toml`, "" where none is asked for, and the order of its criteria by
        which the best number is chosen, empty where none is given.

    Raises:
        ValueError: There is no such preset or criterion.
    """
    if not isinstance(table, Mapping):
        raise ValueError('a coding is written as a table [coding]: preset = "airwars"')
    _check_known(table, {"preset": "", "order": ""}, "key", "in [coding]")
    preset, known = table.get("preset", ""), load_lexicon("coding")["preset"]
    if preset != "" and preset not in list(known):
        raise ValueError(f"in [coding]: unknown preset {preset!r}; choose one of {', '.join(known)}")
    order, criteria = table.get("order", ["sources"]), load_lexicon("coding")["criteria"]
    if not isinstance(order, list) or not order:
        raise ValueError(f'in [coding]: order = {order!r} is not a list of criteria: ["latest", "sources"]')
    for name in order:
        if name not in list(criteria):
            raise ValueError(f"in [coding]: unknown criterion {name!r} in order; choose from {', '.join(criteria)}")
    return str(preset), tuple(order) if "order" in table else ()


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
    """Read the table `[vague]` of a manifest, of a preset, or what a folder of tables keeps of it.

    Args:
        table: The value of `vague`.

    Returns:
        The interval of each vague phrase that the corpus reads in its own way.

    Raises:
        ValueError: It is not understood; the message names what.
    """
    if not isinstance(table, Mapping):
        raise ValueError("vague words are written as a table [vague], with an interval for each: dozens = [12, 120]")
    presets = [preset.get("vague", {}) for preset in load_lexicon("coding")["preset"].values()]
    numbers = load_lexicon("numbers")
    words = (numbers["vague"], numbers["unclaimed"]["phrases"], *presets)
    known = {phrase: "" for phrases in words for phrase in phrases}
    _check_known(table, known, "vague word", "in [vague]")
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
