"""The row chart, of which most others are made: labels at the left, what is drawn of each row, and a note behind it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes

from crossread.reporting.charts.chart import Chart, begin_chart
from crossread.reporting.charts.labels import drawn_width
from crossread.reporting.charts.marks import KEY_LINE, Mark, draw_key, lay_out_key, swatch
from crossread.reporting.charts.style import MARGIN, NORMAL, SOFT, WIDTH

ROW, BAR, HEADING = 18.0, 10.0, 18.0
LABEL_GAP, NOTE_GAP, BOLD_GAP, KEY_FOOT = 8.0, 6.0, 6.0, 6.0

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Rows:
    """Where a chart's rows stand, in points: their panel, and each row's middle below the panel's top."""

    chart: Chart
    left: float
    top: float
    width: float
    middles: Sequence[float]
    height: float

    def add_panel(self, most: float = 1.0) -> Axes:
        """Add axes over all rows, for values from 0 to `most`, whose y are points below their top."""
        return self.chart.add_panel(self.left, self.top, self.width, self.height, most)

    def write_notes(self, notes: Iterable[str], places: Iterable[float]) -> None:
        """Write a note on each row, so many points right of the panel's left edge."""
        for middle, note, place in zip(self.middles, notes, places, strict=True):
            self.chart.write(self.left + place + NOTE_GAP, self.top + middle, note, color=SOFT)


@dataclass(frozen=True)
class Part:
    """What one colour of stacked bars stands for: a number for each row."""

    color: str
    text: str
    values: npt.ArrayLike


def find_left(labels: Sequence[str], bold: Collection[int] = ()) -> float:
    """Return where a panel stands behind its rows' labels, in points from the chart's left edge."""
    weights = ("bold" if number in bold else "normal" for number in range(len(labels)))
    return MARGIN + max(drawn_width([label], weight) for label, weight in zip(labels, weights, strict=True)) + LABEL_GAP


def lay_out_rows(
    title: str,
    alt: str,
    labels: Sequence[str],
    *,
    notes: Sequence[str] = (),
    key: Iterable[tuple[Mark, str]] = (),
    headings: Sequence[str] = (),
    bold: Collection[int] = (),
    pitch: float = ROW,
    head: float = 0.0,
    foot: float = 0.0,
    right: float = 0.0,
    footnotes: Sequence[str] = (),
    width: float = WIDTH,
) -> Rows:
    """Make a chart of rows: write its title, its key, its rows' labels, and what stands below.

    Args:
        title: What is compared.
        alt: What the chart says, for those who cannot see it.
        labels: The rows' labels, fit to be drawn.
        notes: Words for which there must be room behind the rows.
        key: Marks and what they mean, above the rows.
        headings: The heading under which each row stands; written where it is another than the row's before.
        bold: Numbers of rows that sum up others.
        pitch: Points from row to row.
        head: Points between key and rows.
        foot: Points below the rows.
        right: Points to keep free behind rows and notes.
        footnotes: Lines at the chart's bottom.
        width: The chart's width in points.

    Returns:
        Where the rows stand.
    """
    entries, middles, place = lay_out_key(key), [], 0.0
    headings = headings or [""] * len(labels)
    changes = [one != other for one, other in zip(headings, ["", *headings], strict=False)]
    for number, changed in enumerate(changes):
        place += HEADING * changed + BOLD_GAP * (number in bold and number > 0)
        middles.append(place + pitch / 2)
        place += pitch
    above = (KEY_LINE * len(entries) + KEY_FOOT if entries else 0.0) + head
    foot += 4.0 if footnotes else 0.0
    chart, top = begin_chart(title, alt, above + place + foot, footnotes, width)
    draw_key(chart, top + KEY_FOOT / 2, entries)
    left, top = find_left(labels, bold), top + above
    for number, (label, middle) in enumerate(zip(labels, middles, strict=True)):
        weight = "bold" if number in bold else "normal"
        chart.write(left - LABEL_GAP, top + middle, label, ha="right", weight=weight)
        if changes[number]:
            chart.write(MARGIN, top + middle - pitch / 2 - HEADING / 2, headings[number], NORMAL, weight="bold")
    room = drawn_width(notes) + NOTE_GAP if notes else 0.0
    return Rows(chart, left, top, width - MARGIN - left - room - right, middles, place)


def bar_chart(
    title: str,
    alt: str,
    labels: Sequence[str],
    parts: Sequence[Part],
    notes: Sequence[str],
    *,
    samples: Sequence[tuple[Mark, str]] = (),
    headings: Sequence[str] = (),
    footnotes: Sequence[str] = (),
) -> Rows:
    """Make a chart with a bar on each row, its parts one after another, and the row's note at its end.

    The key explains the parts, and then the `samples`; other arguments are those of `lay_out_rows`.
    """
    key = [*((swatch(part.color), part.text) for part in parts), *samples]
    rows = lay_out_rows(title, alt, labels, notes=notes, key=key, headings=headings, footnotes=footnotes)
    values = np.array([part.values for part in parts], dtype=float)
    ends = values.cumsum(axis=0)
    most = max(float(ends[-1].max()), 1.0)
    axes = rows.add_panel(most)
    for part, lengths, end in zip(parts, values, ends, strict=True):
        axes.barh(rows.middles, lengths, left=end - lengths, height=BAR, color=part.color)
    rows.write_notes(notes, rows.width * ends[-1] / most)
    return rows
