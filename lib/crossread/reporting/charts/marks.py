"""What one claim's mark looks like: a dot or a bar for what is said, an arrow where the words leave an end open."""

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from crossread.reporting.charts.style import SOFT

ARROW = 24.0


@dataclass(frozen=True)
class Mark:
    """What is drawn of a claim: a dot or a bar or both, and an arrow where an end is open."""

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

    def to_points(self, value: float) -> float:
        """Return how many points from the axes' left, or lower, edge a value lies."""
        change = self.axes.transData + self.axes.transAxes.inverted()
        return float(change.transform(self.place(value, 0))[int(self.upright)]) * self.width

    def to_value(self, points: float) -> float:
        """Return the value so many points from the axes' left, or lower, edge."""
        change = self.axes.transAxes + self.axes.transData.inverted()
        return float(change.transform(self.place(points / self.width, 0))[int(self.upright)])

    def place(self, along: Any, across: Any) -> tuple[Any, Any]:  # noqa: ANN401
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


def draw_mark(track: Track, mark: Mark, across: float) -> None:
    """Draw a mark on a track, `across` points below its top, or right of the left edge of an upright one."""
    axes = track.axes
    line: dict[str, Any] = {"color": mark.color, "clip_on": False}
    if mark.bar is not None and mark.bound == "~":
        # Round ends: nobody said where "about" stops.
        ends = track.place(mark.bar, [across, across])
        axes.plot(*ends, color=mark.tint, clip_on=False, lw=8, solid_capstyle="round")
    elif mark.bar is not None:
        low, high = mark.bar
        thick = 9 if mark.bound == "vague" else 5
        edge = mark.color if mark.hollow or mark.bound != "vague" else mark.tint
        corner, size = track.place(low, across - thick / 2), track.place(high - low, thick)
        axes.add_patch(Rectangle(corner, *size, facecolor=mark.fill, edgecolor=edge, clip_on=False))
        if mark.bound == "range":
            (axes.hlines if track.upright else axes.vlines)(mark.bar, across - 5.5, across + 5.5, **line, lw=1.6)
    if mark.dot is None:
        return
    if mark.opens:
        tip = track.extent(mark)[mark.opens == "right"]
        tip += 3 if mark.opens == "left" else -3
        head = ("v^" if track.upright else "<>")[mark.opens == "right"]
        axes.plot(*track.place([mark.dot, track.to_value(tip)], [across, across]), **line, lw=1.6)
        axes.plot(*track.place(track.to_value(tip), across), **line, marker=head, ms=6, mew=0)
    axes.plot(*track.place(mark.dot, across), **line, marker="o", ms=7, mfc=mark.fill, mew=1.4)
