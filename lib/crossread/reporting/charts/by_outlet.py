"""Chart of outlets: how often each names the leading names, for its length."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.colors import Colormap, LinearSegmentedColormap, PowerNorm, to_rgba

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.columns import turn_labels, write_label
from crossread.reporting.charts.labels import TYPES, clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import BLUE, GROUND, INK, MARGIN, NORMAL, SOFT, TITLE_LINE, WIDTH, chart_style
from crossread.reporting.charts.swatches import draw_swatches

CELL_HEIGHT, HEADING, NARROWEST, WIDEST = 17.0, 18.0, 11.5, 80.0
WIDEST_NAME, KEY = 150.0, 30.0
UNIT = "mentions per 1,000 words:"

Rates = npt.NDArray[np.float64]


def names_by_outlet_chart(
    rates: pd.DataFrame, title: str = "Who is named by whom, for the length of the text"
) -> Chart:
    """Show how often each outlet mentions each name, for every thousand of its words.

    Args:
        rates: Mentions per 1,000 words. Rows are names (an index with the levels type and name, those of one type
            together), columns short labels of outlets or articles.
        title: What is shown.

    Returns:
        The chart, wider than others where many outlets need it.
    """
    if rates.empty:
        return nothing_to_show(title, "There are no names, or no outlets, to show.")
    values = np.column_stack([_read_rates(rates.iloc[:, i]) for i in range(rates.shape[1])])
    with chart_style():
        names = [keep_order(fit(clean(name), WIDEST_NAME)) for _, name in rates.index]
        labels = [keep_order(clean(label)) for label in rates.columns]
        left = MARGIN + max(map(text_width, names)) + 8
        cell = min(max((WIDTH - MARGIN - left) / len(labels), NARROWEST), WIDEST)
        angle, head, overhang = turn_labels(labels, cell)
        # Slanted labels lean out over the last column.
        cell = min(cell, max((WIDTH - MARGIN - left - overhang) / len(labels), NARROWEST))
        width = max(WIDTH, left + cell * len(labels) + overhang + MARGIN)
        kinds = [TYPES.get(str(kind), TYPES["MISC"]) for kind, _ in rates.index]
        titles, places = wrap_title(title), _place_rows(kinds)
        height = 2 * MARGIN + TITLE_LINE * len(titles) + head + places[-1] + CELL_HEIGHT + KEY
        chart = Chart(_describe(title, rates, values), height, width)
        top = write_title(chart, titles) + head
        for i, label in enumerate(labels):
            write_label(chart, left + cell * (i + 0.5), top + HEADING - 4, label, angle, cell)
        colors = LinearSegmentedColormap.from_list("rates", ["#d3e7f3", BLUE, "#002c47"])
        # The square root keeps a single mention apart from five where another name has a hundred.
        norm = PowerNorm(0.5, vmin=0, vmax=float(values.max()) or 1.0)
        for before, kind, place, name, row in zip([None, *kinds], kinds, places, names, values, strict=False):
            if kind != before:
                chart.write(MARGIN, top + place - HEADING / 2, kind, NORMAL, weight="bold")
            chart.write(left - 6, top + place + CELL_HEIGHT / 2, name, ha="right")
            _draw_row(chart, (left, top + place, cell), row, colors, norm)
        _draw_key(chart, values, colors, norm)
    return chart


def _read_rates(rates: pd.Series) -> Rates:
    known = pd.to_numeric(rates, errors="coerce").astype(float).to_numpy()
    return np.where(np.isfinite(known), known, 0.0).clip(0, 1000)


def _place_rows(kinds: Sequence[str]) -> list[float]:
    """Find each row's top, in points below the columns' labels; every type has a heading above its rows."""
    places, place = [], 0.0
    for _, rows in groupby(kinds):
        place += HEADING
        for _ in rows:
            places.append(place)
            place += CELL_HEIGHT
    return places


def _describe(title: str, rates: pd.DataFrame, values: Rates) -> str:
    row, column = divmod(int(values.argmax()), values.shape[1])
    name, label = clean(rates.index[row][1]), clean(rates.columns[column])
    size = f"{plural(values.shape[0], 'name')} in {plural(values.shape[1], 'column')}"
    most = f"; the most mentions per 1,000 words: {name} in {label} ({_format(values.max())})"
    return f"Heatmap: {title.rstrip('.')}. {size}{most if values.max() else ', no mentions'}."


def _color(rate: float, colors: Colormap, norm: PowerNorm) -> tuple[float, ...]:
    return tuple(colors(float(norm(rate)))) if rate else to_rgba(GROUND)


def _draw_row(chart: Chart, place: tuple[float, float, float], rates: Rates, colors: Colormap, norm: PowerNorm) -> None:
    """Colour one name's cells, and write the rates in them where there is room."""
    left, top, cell = place
    axes = chart.add_panel(left, top, cell * len(rates), CELL_HEIGHT)
    axes.set_xlim(0, cell * len(rates))
    axes.set_xticks([])
    paint = np.array([[_color(float(rate), colors, norm) for rate in rates]])
    axes.pcolormesh(cell * np.arange(len(rates) + 1), [0, CELL_HEIGHT], paint, edgecolors="white", linewidth=1)
    for column, rate in enumerate(rates):
        number = _format(rate)
        if rate and text_width("0.00") <= cell:
            color = "white" if float(norm(rate)) > 0.4 else INK
            chart.write(left + cell * (column + 0.5), top + CELL_HEIGHT / 2, number, color=color, ha="center")


def _format(rate: float) -> str:
    if 0 < rate < 0.05:
        return "<.1"
    return f"{rate:.1f}" if 0 < rate < 9.95 else f"{rate:,.0f}"


def _draw_key(chart: Chart, values: Rates, colors: Colormap, norm: PowerNorm) -> None:
    """Draw a few rates in their colours along the bottom."""
    most = float(values.max())
    samples = {_format(rate): rate for rate in (0.0, most / 10, most / 3, most)}
    y = chart.height - MARGIN - 8
    chart.write(MARGIN, y, UNIT, color=SOFT)
    shown = [(_color(rate, colors, norm), text) for text, rate in samples.items()]
    draw_swatches(chart, MARGIN + 1.05 * text_width(UNIT) + 6, y, shown)
