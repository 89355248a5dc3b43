"""What a figure takes from the one before it: the bound in "over 8 miles (13 km)", the unit in "from 80 kg to 75"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crossread.extracting.figures.readings import Reading
from crossread.extracting.numbers.units import read_rate
from crossread.language.tokens import Token

CONVERTED = ("money", "measure")
SHARED = (">", ">=", "<", "<=")  # the interval is another without these
MOST_APART = 5  # times; what is further apart is not of one kind
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
        elif _goes_on(words, first, second) or _is_like(words, first, second):
            taken[at] = replace(second, kind=first.kind, unit=first.unit)
        elif _are_minutes(tokens, first, second):
            taken[at] = replace(second, kind="duration", unit="minute")
    return _priced_alike(words, taken)


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


def _is_like(words: Sequence[str], first: Reading, second: Reading) -> bool:
    """Tell whether a bare decimal is of the order of the figure before: "84.75 cents, the lowest 74.07".

    What something rose "to" or stands "at" is a level, which the change before tells nothing of.
    """
    bare = second.kind == "count" and not second.counted and first.kind in CARRIED
    low, high = sorted((abs(first.number.low), abs(second.number.low)))
    level = {"to", "at"} & set(words[max(0, second.first - 1) : second.first])
    factor = second.number.factor
    decimal = factor in (1, first.number.factor) and second.number.low / factor % 1 != 0
    return bare and not level and decimal and high < MOST_APART * low


def _are_minutes(tokens: Sequence[Token], first: Reading, second: Reading) -> bool:
    """Tell whether an "m" stands for minutes, right behind hours: "2h 15m"."""
    written = tokens[second.last - 1].text.lower() == "m" and second.unit == "metre"
    return written and first.unit == "hour" and first.last == second.first


def _priced_alike(words: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """Give a bare number with a price in brackets the currency of an earlier one: "5 yen ($3) or 8 ($5)"."""
    priced, converted = list(readings), dict[str, str]()
    for at, (first, second) in enumerate(pairwise(readings)):
        if second.kind != "money" or not is_restated(words, first.last, second):
            continue
        if first.kind == "money":
            converted[second.unit] = first.unit
        elif first.kind == "count" and not first.counted and second.unit in converted:
            priced[at] = replace(first, kind="money", unit=converted[second.unit])
    return priced
