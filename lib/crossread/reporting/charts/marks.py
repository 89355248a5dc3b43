"""What stands for a number: a dot or a bar, an arrow where its end is open; the axis it stands on; and its key."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeVar

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle
from matplotlib.scale import LinearScale, LogScale, ScaleBase, SymmetricalLogScale
from matplotlib.ticker import Locator, LogLocator, MaxNLocator, SymmetricalLogLocator

from crossread.measuring.labels import format_number
from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.labels import text_width
from crossread.reporting.charts.style import INNER, MARGIN, RULE, SMALL, SOFT

ARROW = 24.0
MOST_TICKS, TICK_GAP = 8, 14.0
KEY_LINE, KEY_GAP = 14.0, 12.0

T = TypeVar("T")


@dataclass(frozen=True)
class Mark:
    """What is drawn of a number: a dot or a bar or both, and an arrow where an end is open."""

    bound: str
    dot: float | None = None
    bar: tuple[float, float] | None = None
    opens: str = ""
    color: str = SOFT
    hollow: bool = False

    @property
    def ends(self) -> list[float]:
        """What the dot and the bar reach from and to, in ascending order."""
        return sorted(x for x in (self.dot, *(self.bar or ())) if x is not None)

    @property
    def tint(self) -> str:
        """A lighter shade of the colour."""
        red, green, blue = (1 - 0.35 * (1 - channel) for channel in to_rgb(self.color))
        return to_hex((red, green, blue))

    @property
    def fill(self) -> str:
        """The colour inside."""
        return "white" if self.hollow else self.tint if self.bound == "vague" else self.color


@dataclass(frozen=True)
class Track:
    """Axes that know where they are, to go from values to points and back.

    Values run to the right over `width` points, or, where the track is upright, upwards over `width` points.
    """

    axes: Axes
    left: float
    top: float
    width: float
    upright: bool = False

    @property
    def axis(self) -> Axis:
        """The axis of values."""
        return self.axes.yaxis if self.upright else self.axes.xaxis

    def to_points(self, value: float) -> float:
        """Return how many points from the axes' left, or lower, edge a value lies."""
        change = self.axes.transData + self.axes.transAxes.inverted()
        return float(change.transform(self.place(value, 0.0))[int(self.upright)]) * self.width

    def to_value(self, points: float) -> float:
        """Return the value so many points from the axes' left, or lower, edge."""
        change = self.axes.transAxes + self.axes.transData.inverted()
        return float(change.transform(self.place(points / self.width, 0.0))[int(self.upright)])

    def place(self, along: T, across: T) -> tuple[T, T]:
        """Turn places along the values and across them into x and y."""
        return (across, along) if self.upright else (along, across)

    def extent(self, mark: Mark) -> tuple[float, float]:
        """Return where a mark begins and ends, in points."""
        if not mark.ends:
            return 0.0, 0.0
        start, stop = self.to_points(mark.ends[0]) - 4, self.to_points(mark.ends[-1]) + 4
        left, right = (ARROW if mark.opens == side else 0.0 for side in ("left", "right"))
        # Near the axis's end an arrow is short rather than cut off.
        return (max(start - left, 2.0) if left else start), stop + right


def set_scale(track: Track, marks: Collection[Mark]) -> str:
    """Choose a track's scale, limits and ticks for marks; return what to add to its title, such as ", log scale"."""
    values = [end for mark in marks for end in mark.ends]
    # Nobody counts half a person.
    whole = all(end == int(end) for mark in marks if mark.bound != "~" for end in mark.ends)
    scale, low, high = _choose_scale(track.axis, values)
    transform = scale.get_transform()
    pads = [10.0 + ARROW * any(mark.opens == side for mark in marks) for side in ("left", "right")]
    first, last = transform.transform([low, high])
    point = (last - first) / (track.width - sum(pads))
    ends = transform.inverted().transform([first - pads[0] * point, last + pads[1] * point])
    name: Literal["x", "y"] = "y" if track.upright else "x"
    track.axes.set(**{f"{name}scale": scale, f"{name}lim": (float(ends[0]), float(ends[1]))})
    ticks = _choose_ticks(track, _list_locators(scale, whole), float(ends[0]) if low else 0.0, float(ends[1]))
    track.axis.set_ticks(ticks, [format_number(x) for x in ticks], parse_math=False)
    track.axis.minorticks_off()
    track.axes.grid(axis=name, color=RULE, linewidth=0.6)
    track.axes.set_axisbelow(True)
    inner = f" (linear below {format_number(scale.linthresh)})" if isinstance(scale, SymmetricalLogScale) else ""
    return "" if isinstance(scale, LinearScale) else f", log scale{inner}"


def _choose_scale(axis: Axis, values: Collection[float]) -> tuple[ScaleBase, float, float]:
    """Choose a scale for values, and between which two of its values the marks lie."""
    sizes = [abs(value) for value in values if value]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if sizes and max(sizes) > 100 * min(sizes):
        if low > 0:
            return LogScale(axis), low, high
        # A zero or a negative has no logarithm: the part around zero stays linear.
        return SymmetricalLogScale(axis, linthresh=10.0 ** math.floor(math.log10(min(sizes)))), low, high
    # Values that are close together are told apart; all others are measured from zero.
    if not 1e-9 < (high - low) / max(sizes, default=1.0) < 0.1:
        low, high = min(low, 0.0), max(high, 0.0)
    return LinearScale(axis), low, high if high > low else 1.0


def _list_locators(scale: ScaleBase, whole: bool) -> Sequence[Locator]:
    """List locators of ticks for a scale, those with the most ticks first."""
    if isinstance(scale, LinearScale):
        return [MaxNLocator(most, steps=[1, 2, 2.5, 5, 10], integer=whole) for most in range(6, 0, -1)]
    if isinstance(scale, SymmetricalLogScale):
        locators = [SymmetricalLogLocator(base=10, linthresh=scale.linthresh) for _ in range(MOST_TICKS)]
        for most, locator in enumerate(reversed(locators), start=2):
            locator.set_params(numticks=most)
        return locators
    return [LogLocator(subs=subs) for subs in ((1, 2, 5), (1, 3))] + [
        LogLocator(numticks=most) for most in range(MOST_TICKS, 1, -1)
    ]


def _choose_ticks(track: Track, locators: Sequence[Locator], low: float, high: float) -> list[float]:
    """Return the first ticks whose labels keep apart, or else the last."""
    inside: list[float] = []
    for locator in locators:
        ticks = [float(x) for x in locator.tick_values(low, high) if low <= x <= high]
        reach = {x: SMALL / 2 if track.upright else text_width(format_number(x)) / 2 for x in ticks}
        place = {x: track.to_points(x) for x in ticks}
        # A tick at the right edge stays if its label does not leave the chart.
        inside = [x for x in reach if place[x] + reach[x] < track.width + MARGIN]
        apart = all(place[b] - place[a] > reach[a] + reach[b] + TICK_GAP for a, b in pairwise(inside))
        if len(inside) <= MOST_TICKS and apart:
            break
    return inside


def draw_mark(track: Track, mark: Mark, across: float) -> None:
    """Draw a mark on a track, `across` points below its top, or right of the left edge of an upright one."""
    axes, color, level = track.axes, mark.color, [across, across]
    if mark.bar is not None and mark.bound == "~":
        # Round ends: nobody said where "about" stops.
        ends = track.place(list(mark.bar), level)
        axes.plot(*ends, color=mark.tint, clip_on=False, lw=8, solid_capstyle="round")
    elif mark.bar is not None:
        low, high = mark.bar
        thick = 5.0 if mark.bound == "range" else 9.0
        edge = color if mark.hollow or mark.bound != "vague" else mark.tint
        corner, size = track.place(low, across - thick / 2), track.place(high - low, thick)
        axes.add_patch(Rectangle(corner, *size, facecolor=mark.fill, edgecolor=edge, clip_on=False))
        if mark.bound == "range":
            draw_ends = axes.hlines if track.upright else axes.vlines
            draw_ends(mark.bar, across - 5.5, across + 5.5, color=color, clip_on=False, lw=1.6)
    if mark.dot is None:
        return
    if mark.opens:
        end = track.extent(mark)[mark.opens == "right"]
        tip = track.to_value(end + (3 if mark.opens == "left" else -3))
        head = ("v^" if track.upright else "<>")[mark.opens == "right"]
        axes.plot(*track.place([mark.dot, tip], level), color=color, clip_on=False, lw=1.6)
        axes.plot(*track.place([tip], [across]), color=color, clip_on=False, marker=head, ms=6, mew=0)
    dot = track.place([mark.dot], [across])
    axes.plot(*dot, color=color, clip_on=False, marker="o", ms=7, mfc=mark.fill, mew=1.4)


def swatch(color: str) -> Mark:
    """Make a square of a colour for a key."""
    return Mark("", bar=(0, 9), color=color)


Key = Sequence[Sequence[tuple[float, Mark, str]]]


def lay_out_key(samples: Iterable[tuple[Mark, str]]) -> Key:
    """Break samples of marks and what they mean into lines, each with its place in points."""
    lines: list[list[tuple[float, Mark, str]]] = [[]]
    x = 0.0
    for mark, text in samples:
        total = _text_place(mark) + 1.05 * text_width(text)
        if lines[-1] and x + total > INNER:
            lines.append([])
            x = 0.0
        lines[-1].append((x, mark, text))
        x += total + KEY_GAP
    return [line for line in lines if line]


def _text_place(mark: Mark) -> float:
    """Return how far behind a sample's beginning its text begins."""
    return max(mark.ends, default=-4.0) + ARROW * (mark.opens == "right") + (4 if mark.dot is None else 8)


def draw_key(chart: Chart, top: float, key: Key) -> None:
    """Draw a key, `top` points below the chart's top edge."""
    if not key:
        return
    track = Track(chart.add_panel(MARGIN, top, INNER, KEY_LINE * len(key), INNER), MARGIN, top, INNER)
    for number, line in enumerate(key):
        y = KEY_LINE * (number + 0.5)
        for x, mark, text in line:
            moved = replace(mark, dot=mark.dot and x + mark.dot, bar=mark.bar and (x + mark.bar[0], x + mark.bar[1]))
            draw_mark(track, moved, y)
            chart.write(MARGIN + x + _text_place(mark), top + y, text, color=SOFT)
