"""What a figure takes from the one before it: the bound in "over 8 miles (13 km)", the unit in "from 80 kg to 75"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crossread.extracting.figures.readings import Reading
from crossread.extracting.numbers.units import read_rate
from crossread.language.tokens import Token

CONVERTED = ("money", "measure")
SHARED = (">", ">=", "<", "<=")  # the interval is another without these
CARRIED = ("money", "measure", "duration", "share")


def take_over(tokens: Sequence[Token], words: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """Give figures the bound, the rate or the unit that the figure before them tells for both.

    Args:
        tokens: The sentence.
        words: Its words, lower case.
        readings: Its figures, in order.

    Returns:
        The figures.
    """
    taken = list(readings)
    for at, (first, second) in enumerate(pairwise(readings), 1):
        if is_restated(words, taken[at - 1].last, second) and _is_conversion(first, second):
            shared = second.bound == "=" and taken[at - 1].bound in SHARED
            _, unit, last = read_rate(tokens, first.kind, first.unit, second.last + 1)
            if last > second.last + 1:
                taken[at - 1] = replace(taken[at - 1], unit=unit)
                second = replace(second, unit=read_rate(tokens, second.kind, second.unit, second.last + 1)[1])
            taken[at] = replace(second, bound=taken[at - 1].bound) if shared else second
        elif _goes_on(words, first, second):
            taken[at] = replace(second, kind=first.kind, unit=first.unit)
    return taken


def is_restated(words: Sequence[str], last: int, second: Reading) -> bool:
    """Tell whether a figure stands alone in brackets right behind the index where another's phrase ends."""
    return list(words[last : second.first]) == ["("] and words[second.last : second.last + 1] == [")"]


def _is_conversion(first: Reading, second: Reading) -> bool:
    return first.kind == second.kind and first.kind in CONVERTED and first.unit != second.unit


def _goes_on(words: Sequence[str], first: Reading, second: Reading) -> bool:
    """Tell whether a bare number ends a way that began in a unit: "from 20 mpg to 24"."""
    bare = second.kind == "count" and not second.counted
    begun = first.kind in CARRIED and words[max(0, first.first - 1) : first.first] == ["from"]
    return bare and begun and list(words[first.last : second.first]) == ["to"]
