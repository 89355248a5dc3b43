"""Which figures of a sentence are parts of others: "26 people, including 11 children"."""

from collections.abc import Mapping, Sequence

from crossread.extracting.figures.patterns import find_ties
from crossread.extracting.figures.readings import Reading
from crossread.extracting.figures.sketch import Sketch
from crossread.extracting.phrases import PERSONS, counted_class
from crossread.lexicon import load_lexicon


def find_wholes(readings: Sequence[Reading], sketch: Sketch, outcomes: Mapping[int, str]) -> list[int | None]:
    """Find the figure that each figure of a sentence is a part of.

    Args:
        readings: The sentence's figures, in order.
        sketch: Its symbols.
        outcomes: The outcome that governs a figure, by its index, where one does.

    Returns:
        For each figure the index of its whole, None where it is no part.
    """
    wholes: list[int | None] = [None] * len(readings)
    for tie in sorted(find_ties("part", sketch), key=lambda tie: tie.span):
        part, whole = sketch.symbols[tie.figure].of, sketch.symbols[tie.to].of
        if wholes[part] is None and _can_be_part(readings, part, whole) and wholes[whole] != part:
            wholes[part] = whole
    for tie in sorted(find_ties("sibling", sketch), key=lambda tie: tie.figure):
        part, sibling = sketch.symbols[tie.figure].of, sketch.symbols[tie.to].of
        shared = wholes[sibling]
        if wholes[part] is None and shared is not None and _continues(readings, outcomes, part, shared):
            wholes[part] = shared
    _add_up(readings, outcomes, wholes)
    return [_outermost(wholes, index) for index in range(len(readings))]


def _can_be_part(readings: Sequence[Reading], part: int, whole: int) -> bool:
    both = readings[part].kind == readings[whole].kind == "count"
    return both and readings[part].number.low < readings[whole].number.high


def _continues(readings: Sequence[Reading], outcomes: Mapping[int, str], part: int, whole: int) -> bool:
    """Tell whether a list of parts goes on: "6 women and 4 children", but not "6 women, and 30 wounded"."""
    same = part not in outcomes or outcomes[part] == outcomes.get(whole)
    more = readings[part].counted in load_lexicon("words")["others"]
    return same and not more and _can_be_part(readings, part, whole)


def _add_up(readings: Sequence[Reading], outcomes: Mapping[int, str], wholes: list[int | None]) -> None:
    """Take figures behind another that add up to it as its parts: "21 died, 15 in the north and 6 in the south"."""
    for whole, reading in enumerate(readings):
        left, last = reading.number.low, whole + 1
        while last < len(readings) and left > 0 and wholes[last] is None and _alike(readings, outcomes, whole, last):
            left -= readings[last].number.low
            last += 1
        if left == 0 and last > whole + 2:
            wholes[whole + 1 : last] = [whole] * (last - whole - 1)


def _alike(readings: Sequence[Reading], outcomes: Mapping[int, str], whole: int, part: int) -> bool:
    """Tell whether two figures are exact counts of people, or of one thing, and nothing else happened to the part."""
    pair = (readings[whole], readings[part])
    exact = all(reading.kind == "count" and reading.number.bound == "=" for reading in pair)
    counted, noun = readings[whole].counted, readings[part].counted
    same = noun in ("", counted) or {counted_class(noun), counted_class(counted)} <= PERSONS
    return exact and same and outcomes.get(part) in (None, outcomes.get(whole))


def _outermost(wholes: Sequence[int | None], index: int) -> int | None:
    """The whole that is no part itself; parts of parts are few."""
    whole, seen = wholes[index], {index}
    while whole is not None and wholes[whole] is not None and whole not in seen:
        seen.add(whole)
        whole = wholes[whole]
    return None if whole == index else whole
