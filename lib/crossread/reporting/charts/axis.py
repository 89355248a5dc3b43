"""The axis of values: its scale, its limits, its ticks, and how numbers and units are written."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from crossread.measuring.labels import format_number
from crossread.reporting.charts.labels import clean, text_width
from crossread.reporting.charts.style import MARGIN, SMALL

MOST_TICKS = 8
TICK_GAP = 14.0


def set_axis(
    axes: Axes,
    values: Collection[float],
    width: float,
    pads: tuple[float, float],
    whole: bool,
    *,
    upright: bool = False,
) -> str:
    """Choose an axis's scale, limits and ticks.

    Args:
        axes: The axes.
        values: All that must be inside.
        width: The axis's length in points.
        pads: Points to keep free left and right of the values, or below and above them.
        whole: Whether ticks between whole numbers make no sense.
        upright: Whether the values run upwards.

    Returns:
        What to add to the axis's title, such as ", log scale".
    """
    scale = _choose_scale(values)
    low, high = _choose_range(values, scale)
    (axes.set_yscale if upright else axes.set_xscale)(**scale)
    transform = (axes.yaxis if upright else axes.xaxis).get_transform()
    first, last = transform.transform(np.array([low, high]))
    point = (last - first) / (width - sum(pads))
    ends = np.array([first - pads[0] * point, last + pads[1] * point])
    left, right = (float(x) for x in transform.inverted().transform(ends))
    (axes.set_ylim if upright else axes.set_xlim)(left, right)

    def to_points(value: float) -> float:
        return float((transform.transform(np.array([value]))[0] - ends[0]) / point)

    start = left if low else 0.0
    choices = ([x for x in ticks if start <= x <= right] for ticks in _tick_choices(scale, left, right, whole))
    ticks = _choose_ticks(choices, to_points, width, upright=upright)
    set_ticks = axes.set_yticks if upright else axes.set_xticks
    set_ticks(ticks, [format_number(x) for x in ticks], parse_math=False)
    axes.minorticks_off()
    inner = f" (linear below {format_number(scale['linthresh'])})" if "linthresh" in scale else ""
    return "" if scale["value"] == "linear" else f", log scale{inner}"


def _choose_scale(values: Collection[float]) -> dict[str, Any]:
    """Choose a scale for values, as arguments of matplotlib's `set_xscale`."""
    sizes = [abs(value) for value in values if value]
    if not sizes or max(sizes) <= 100 * min(sizes):
        return {"value": "linear"}
    if min(values) > 0:
        return {"value": "log"}
    # A zero or a negative has no logarithm: the part around zero stays linear.
    return {"value": "symlog", "linthresh": 10.0 ** math.floor(math.log10(min(sizes)))}


def _choose_range(values: Collection[float], scale: dict[str, Any]) -> tuple[float, float]:
    """Choose between which two values the marks lie."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    largest = max(map(abs, values), default=0.0) or 1.0
    # Values that are close together are told apart; all others are measured from zero.
    if scale["value"] == "linear" and not 1e-9 < (high - low) / largest < 0.1:
        low, high = min(low, 0.0), max(high, 0.0)
    return low, high if high > low else 1.0


def _choose_ticks(
    choices: Iterable[list[float]], to_points: Callable[[float], float], width: float, *, upright: bool
) -> list[float]:
    """Return the first choice whose labels keep apart, or else the last."""
    inside: list[float] = []
    for ticks in choices:
        reach = {x: SMALL / 2 if upright else text_width(format_number(x)) / 2 for x in ticks}
        place = {x: to_points(x) for x in ticks}
        # A tick at the right edge stays if its label does not leave the chart.
        inside = [x for x in reach if place[x] + reach[x] < width + MARGIN]
        apart = all(place[b] - place[a] > reach[a] + reach[b] + TICK_GAP for a, b in pairwise(inside))
        if len(inside) <= MOST_TICKS and apart:
            break
    return inside


def _tick_choices(scale: dict[str, Any], left: float, right: float, whole: bool) -> Iterator[list[float]]:
    """Yield ticks for an axis, the closest first, those that always fit last."""
    if scale["value"] == "linear":
        for most in (6, 5, 4, 3, 2, 1):
            locator = MaxNLocator(most, steps=[1, 2, 2.5, 5, 10], integer=whole)
            yield [float(x) for x in locator.tick_values(left, right)]
        return
    smallest = scale.get("linthresh", left)
    exponents = range(math.floor(math.log10(smallest)), math.ceil(math.log10(max(-left, right))) + 1)
    for factors, stride in (((1, 2, 5), 1), ((1, 3), 1), *(((1,), n) for n in (1, 2, 3, 4, 6, 10))):
        ticks = [float(f"{factor}e{n}") for n in exponents if n % stride == 0 for factor in factors]
        ticks = [tick for tick in ticks if tick >= smallest]
        yield ticks if left > 0 else [*(-x for x in reversed(ticks)), 0.0, *ticks]


def name_units(units: Iterable[object]) -> str:
    """Write units as an axis's title: the plural of what is counted, "count" without a unit."""
    names = []
    for unit in sorted({clean(unit) for unit in units}):
        thing, per, rest = unit.partition(" per ")
        plural = thing if thing[-1:] == "s" or not thing.split()[-1:] or thing.split()[-1][0].isupper() else f"{thing}s"
        known = {"": "count", "percent": "percent", "foot": "feet", "inch": "inches", "century": "centuries"}
        names.append(known.get(thing, plural) + per + rest)
    return " / ".join(names)
