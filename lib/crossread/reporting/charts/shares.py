"""Chart of shares: from which sources each outlet has its figures."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.colors import Colormap, LinearSegmentedColormap

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.columns import turn_labels, write_label
from crossread.reporting.charts.labels import clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import BLUE, GROUND, INK, MARGIN, SOFT, TITLE_LINE, VERMILION, WIDTH, chart_style

CELL_HEIGHT, GAP = 16.0, 6.0
NARROWEST, WIDEST, WIDEST_NAME = 18.0, 70.0, 175.0
INDENT, NOTE = 10.0, 20.0
NO_SOURCE = "No source at all"
UNIT = "Percent of the outlet’s figures; in brackets, how many it gives."

Shares = npt.NDArray[np.float64]


def source_shares_chart(shares: pd.DataFrame, title: str = "Whom each outlet cites for its figures") -> Chart:
    """Show which share of each outlet's figures comes from which class of sources and which leading source.

    Args:
        shares: Shares from 0 to 1. Rows are classes and sources (an index with the levels behind and speaker; an
            empty speaker is the whole class), columns labels of outlets, as `share_by_outlet` returns them.
        title: What is shown.

    Returns:
        The chart, wider than others where many outlets need it.
    """
    if shares.empty:
        return nothing_to_show(title, "No figures were found.")
    values = np.nan_to_num(shares.to_numpy(dtype=float), posinf=0, neginf=0).clip(0, 1)
    whole = [not clean(speaker) for _, speaker in shares.index]
    with chart_style():
        names = [keep_order(fit(clean(s) or clean(b), WIDEST_NAME)) for b, s in shares.index]
        weights = ["bold" if bold else "normal" for bold in whole]
        widths = [text_width(name, weight=weight) for name, weight in zip(names, weights, strict=True)]
        labels = [keep_order(clean(label)) for label in shares.columns]
        left = MARGIN + INDENT + 1.05 * max(widths) + 8
        cell = min(max((WIDTH - MARGIN - left) / len(labels), NARROWEST), WIDEST)
        angle, head, overhang = turn_labels(labels, cell)
        # Slanted labels lean out over the last column.
        cell = min(cell, max((WIDTH - MARGIN - left - overhang) / len(labels), NARROWEST))
        width = max(WIDTH, left + cell * len(labels) + overhang + MARGIN)
        titles, places = wrap_title(title), _place_rows(whole)
        height = 2 * MARGIN + TITLE_LINE * len(titles) + head + places[-1] + CELL_HEIGHT + NOTE
        chart = Chart(_describe(title, shares, values), height, width)
        top = write_title(chart, titles) + head
        for i, label in enumerate(labels):
            write_label(chart, left + cell * (i + 0.5), top, label, angle, cell)
        for place, name, weight, (behind, _), row in zip(places, names, weights, shares.index, values, strict=True):
            x = MARGIN + (0 if weight == "bold" else INDENT)
            chart.write(x, top + place + CELL_HEIGHT / 2, name, weight=weight)
            _draw_row(chart, (left, top + place, cell), row, VERMILION if behind == NO_SOURCE else BLUE, weight)
        chart.write(MARGIN, chart.height - MARGIN - 5, UNIT, color=SOFT)
    return chart


def _place_rows(whole: Sequence[bool]) -> list[float]:
    """Find each row's top, in points below the columns' labels; before each class is a gap."""
    places, place = [], 0.0
    for bold in whole:
        place += GAP if bold else 0
        places.append(place)
        place += CELL_HEIGHT
    return places


def _describe(title: str, shares: pd.DataFrame, values: Shares) -> str:
    rows = zip(shares.index, values, strict=True)
    classes = [f"{clean(behind)} {_format(row[0])}" for (behind, speaker), row in rows if not clean(speaker)]
    first = clean(shares.columns[0])
    size = plural(values.shape[1], "column")
    return f"Heatmap: {title.rstrip('.')}. {size}; percent in the first, {first}: {', '.join(classes)}."


def _draw_row(chart: Chart, place: tuple[float, float, float], shares: Shares, color: str, weight: str) -> None:
    """Colour one row's cells, and write its percentages in them."""
    left, top, cell = place
    axes = chart.add_panel(left, top, cell * len(shares), CELL_HEIGHT)
    axes.set_xlim(0, cell * len(shares))
    axes.set_xticks([])
    colors: Colormap = LinearSegmentedColormap.from_list("shares", [GROUND, color])
    paint = np.array([[colors(float(share)) for share in shares]])
    axes.pcolormesh(cell * np.arange(len(shares) + 1), [0, CELL_HEIGHT], paint, edgecolors="white", linewidth=1)
    for column, share in enumerate(shares):
        if share:
            ink = "white" if share > 0.75 else INK
            x, y = left + cell * (column + 0.5), top + CELL_HEIGHT / 2
            chart.write(x, y, _format(share), color=ink, ha="center", weight=weight)


def _format(share: float) -> str:
    return "<1" if 0 < share < 0.005 else f"{100 * share:.0f}"
