"""Grids: whom each outlet names how often, whom it cites, and in which share of a period's articles a name stands."""

import math
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap, PowerNorm, to_hex

from crossread.reporting.charts.chart import Chart, nothing_to_show
from crossread.reporting.charts.labels import (
    TYPES,
    clean,
    drawn_width,
    fit,
    fit_name,
    keep_order,
    plural,
    text_width,
    wrap,
)
from crossread.reporting.charts.marks import Mark, swatch
from crossread.reporting.charts.rows import Numbers, Rows, find_left, lay_out_rows
from crossread.reporting.charts.style import (
    BLUE,
    GROUND,
    INK,
    LIGHT_BLUE,
    MARGIN,
    RULE,
    SOFT,
    VERMILION,
    WIDTH,
    chart_style,
)

CELL_HEIGHT, WIDEST_CELL, WIDEST_NAME = 17.0, 80.0, 175.0
WIDEST_COLUMN = 130.0
STEEP = 20.0  # Columns narrower than this many points have upright labels: slanted ones would touch.
BROAD, LINES = 55.0, 4  # Columns so wide have level labels, shortened in their last line.
SLANT, LINE = 50, 10.5
NO_SOURCE = "No source at all"
PERIOD_ROW, PERIOD_BAR, TOTALS, AXIS = 21.0, 16.0, 42.0, 18.0
FEW = 3  # articles; a share of fewer is drawn lighter
GREY = "#8a8a8a"
FORMATS = {"D": "{0.day} {0:%b %Y}", "W": "{0.day} {0:%b %Y}", "M": "{0:%b %Y}", "Q": "{0:%b %Y}", "Y": "{0.year}"}
PERIODS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


class Cell(NamedTuple):
    """A cell's colour, what stands in it, and the colour of that."""

    color: str
    text: str
    ink: str


def _grid_chart(
    title: str,
    alt: str,
    labels: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    narrowest: float,
    *,
    headings: Sequence[str] = (),
    bold: Collection[int] = (),
    key: Sequence[tuple[Mark, str]] = (),
    footnotes: Sequence[str] = (),
) -> Chart:
    """Draw rows of coloured cells under their columns' labels; many columns make the chart wider than others."""
    left = find_left(labels, bold)
    room = WIDTH - MARGIN - left
    cell = min(max(room / len(columns), narrowest), WIDEST_CELL)
    angle, head, overhang = _turn_labels(columns, cell)
    # Slanted labels lean out over the last column.
    cell = min(cell, max((room - overhang) / len(columns), narrowest))
    width = max(WIDTH, left + cell * len(columns) + overhang + MARGIN)
    rows = lay_out_rows(
        title,
        alt,
        labels,
        headings=headings,
        bold=bold,
        key=key,
        pitch=CELL_HEIGHT,
        head=head + 4,
        footnotes=footnotes,
        width=width,
    )
    # The columns' labels stand in the height of the first heading.
    bottom = rows.top + rows.middles[0] - CELL_HEIGHT / 2 - 4
    for i, label in enumerate(columns):
        _write_column(rows.chart, left + cell * (i + 0.5), bottom, label, angle, cell)
    axes = rows.add_panel(rows.width)
    has_room = max(text_width(text) for row in cells for _, text, _ in row) + 2.5 <= cell
    places = cell * np.arange(len(columns))
    for number, (middle, row) in enumerate(zip(rows.middles, cells, strict=True)):
        colors = [color for color, _, _ in row]
        axes.barh(middle, cell, CELL_HEIGHT, places, align="center", color=colors, edgecolor="white", linewidth=1)
        for place, (_, text, ink) in zip(places, row, strict=True):
            weight = "bold" if number in bold else "normal"
            x = left + place + cell / 2
            rows.chart.write(x, rows.top + middle, text if has_room else "", color=ink, ha="center", weight=weight)
    return rows.chart


def _turn_labels(labels: Sequence[str], width: float) -> tuple[int, float, float]:
    """Find the angle of labels above columns of a width, their height, and how far the last leans out over its own."""
    broken = [wrap(label, width - 4, lines=LINES) for label in labels]
    whole = all(" ".join(lines) == label for lines, label in zip(broken, labels, strict=True))
    if whole or width >= BROAD:
        return 0, LINE * max(map(len, broken)) + 4, 0.0
    longest = min(max(map(text_width, labels)), WIDEST_COLUMN)
    angle = SLANT if width >= STEEP else 90
    run, rise = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return angle, longest * rise + 6, longest * run


def _write_column(chart: Chart, x: float, y: float, label: str, angle: int, width: float) -> None:
    """Write the label of a column whose middle is at `x` so that it ends at `y`."""
    if angle:
        chart.write(x + 3, y - 3, fit(label, WIDEST_COLUMN), angle=angle)
        return
    lines = wrap(label, width - 4, lines=LINES)
    for i, line in enumerate(lines):
        chart.write(x, y - LINE * (len(lines) - i - 0.5), line, ha="center")


def _name_kinds(index: pd.Index) -> list[str]:
    return [TYPES.get(str(kind), TYPES["MISC"]) for kind, _ in index]


@chart_style()
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
    values = _read_rates(rates)
    most = float(values.max())
    colors = LinearSegmentedColormap.from_list("rates", ["#d3e7f3", BLUE, "#002c47"])
    # The square root keeps a single mention apart from five where another name has a hundred.
    norm = PowerNorm(0.5, vmin=0, vmax=most or 1.0)

    def make_cell(rate: float) -> Cell:
        color = to_hex(colors(float(norm(rate)))) if rate else GROUND
        return Cell(color, _format_rate(rate), "white" if float(norm(rate)) > 0.4 else INK)

    labels = [fit_name(name, WIDEST_NAME) for _, name in rates.index]
    columns = [keep_order(clean(label)) for label in rates.columns]
    cells = [[make_cell(float(rate)) for rate in row] for row in values]
    samples = {_format_rate(rate) or "0": make_cell(rate).color for rate in (0.0, most / 10, most / 3, most)}
    key = [(Mark(""), "mentions per 1,000 words:"), *((swatch(color), text) for text, color in samples.items())]
    alt = _describe_rates(title, rates, values)
    return _grid_chart(title, alt, labels, columns, cells, 11.5, headings=_name_kinds(rates.index), key=key)


def _read_rates(rates: pd.DataFrame) -> Numbers:
    known = rates.astype(object).apply(pd.to_numeric, errors="coerce").to_numpy(dtype=float)
    return np.where(np.isfinite(known), known, 0.0).clip(0, 1000)


def _describe_rates(title: str, rates: pd.DataFrame, values: Numbers) -> str:
    row, column = divmod(int(values.argmax()), values.shape[1])
    name, label = clean(rates.index[row][1]), clean(rates.columns[column])
    size = f"{plural(values.shape[0], 'name')} in {plural(values.shape[1], 'column')}"
    most = f"; the most mentions per 1,000 words: {name} in {label} ({_format_rate(values.max())})"
    return f"Heatmap: {title.rstrip('.')}. {size}{most if values.max() else ', no mentions'}."


def _format_rate(rate: float) -> str:
    if rate < 0.05:
        return "<.1" if rate else ""
    return f"{rate:.1f}" if rate < 9.95 else f"{rate:,.0f}"


@chart_style()
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
    classes = {number for number, (_, speaker) in enumerate(shares.index) if not clean(speaker)}
    cells = []
    for (behind, _), row in zip(shares.index, values, strict=True):
        colors = LinearSegmentedColormap.from_list("shares", [GROUND, VERMILION if behind == NO_SOURCE else BLUE])
        inks = ["white" if share > 0.75 else INK for share in row]
        cells.append(
            [
                Cell(to_hex(colors(float(x))), _format_share(x) if x else "", ink)
                for x, ink in zip(row, inks, strict=True)
            ]
        )
    told = [f"{clean(shares.index[number][0])} {_format_share(values[number][0])}" for number in sorted(classes)]
    alt = f"Heatmap: {title.rstrip('.')}. {plural(values.shape[1], 'column')}; "
    alt += f"percent in the first, {clean(shares.columns[0])}: {', '.join(told)}."
    labels = [keep_order(fit(clean(speaker) or clean(behind), WIDEST_NAME)) for behind, speaker in shares.index]
    columns = [keep_order(clean(label)) for label in shares.columns]
    footnotes = ["Percent of the outlet’s figures; in brackets, how many it gives."]
    return _grid_chart(title, alt, labels, columns, cells, 18.0, bold=classes, footnotes=footnotes)


def _format_share(share: float) -> str:
    return "<1" if 0 < share < 0.005 else f"{100 * share:.0f}"


@chart_style()
def names_over_time_chart(
    naming: pd.DataFrame, totals: pd.Series, title: str = "Who is named when: share of the articles of each {period}"
) -> Chart:
    """Show, for each name, the share of every period's articles that name it.

    Args:
        naming: Articles that name it. Rows are names (an index with the levels type and name, those of one type
            together), columns are periods without a gap (a pandas PeriodIndex).
        totals: All articles of each period, with the same periods.
        title: What is shown; `{period}` becomes "day", "week", "month", "quarter" or "year".

    Returns:
        The chart.
    """
    if len(totals) < 2:
        title = title.replace("{period}", "period")
        return nothing_to_show(title, "That takes articles of different dates, and fewer than two dates are known.")
    periods = pd.PeriodIndex(totals.index)
    unit = str(periods.freqstr)[:1]
    title = title.replace("{period}", PERIODS[unit])
    if naming.empty:
        return nothing_to_show(title, "There are no names to show.")
    counts, sizes = naming.to_numpy(dtype=float), totals.to_numpy(dtype=float)
    dates = [FORMATS[unit].format(period.start_time) for period in periods]
    numbers = [f"{row.sum():,.0f} of {sizes.sum():,.0f}" for row in counts]
    labels = [fit_name(name, WIDEST_NAME) for _, name in naming.index]
    rows = lay_out_rows(
        title,
        _describe_times(title, naming, sizes, dates),
        labels,
        notes=numbers,
        key=_explain_periods(sizes),
        headings=_name_kinds(naming.index),
        pitch=PERIOD_ROW,
        head=TOTALS,
        foot=AXIS,
    )
    _draw_totals(rows, sizes)
    rows.write_notes(numbers, [rows.width] * len(counts))
    there = np.flatnonzero(sizes)
    colors = [BLUE if size >= FEW else LIGHT_BLUE for size in sizes[there]]
    axes = rows.add_panel(len(sizes))
    for middle, row in zip(rows.middles, counts, strict=True):
        bottom = middle + PERIOD_BAR / 2
        axes.bar(there + 0.5, -PERIOD_BAR, bottom=bottom, width=0.8, color=GROUND)
        axes.bar(there + 0.5, -PERIOD_BAR * row[there] / sizes[there], bottom=bottom, width=0.8, color=colors)
        axes.axhline(bottom, color=RULE, linewidth=0.6)
    _write_dates(rows, dates)
    return rows.chart


def _explain_periods(sizes: Numbers) -> list[tuple[Mark, str]]:
    samples = [
        (True, swatch(GREY), "articles of the period"),
        ((sizes >= FEW).any(), swatch(BLUE), "share that names it"),
        (((sizes > 0) & (sizes < FEW)).any(), swatch(LIGHT_BLUE), f"share of fewer than {FEW} articles"),
        (True, swatch(GROUND), "all articles"),
        ((sizes == 0).any(), Mark(""), "white: no articles"),
    ]
    return [(mark, text) for occurs, mark, text in samples if occurs]


def _describe_times(title: str, naming: pd.DataFrame, sizes: Numbers, dates: Sequence[str]) -> str:
    most = int(naming.sum(axis=1).to_numpy().argmax())
    text = f"Bar charts: {title}, {dates[0]} to {dates[-1]}, {plural(int(sizes.sum()), 'article')}."
    name, articles = clean(naming.index[most][1]), int(naming.iloc[most].sum())
    return f"{text} Named by the most: {name} ({plural(articles, 'article')})."


def _draw_totals(rows: Rows, sizes: Numbers) -> None:
    """Draw above the rows how many articles each period has, with the numbers where all fit, else with the largest."""
    step = rows.width / len(sizes)
    axes = rows.chart.add_panel(rows.left, rows.top - TOTALS, rows.width, TOTALS - 4, len(sizes))
    bars = (TOTALS - 18) * sizes / sizes.max()
    axes.bar(np.arange(len(sizes)) + 0.5, -bars, bottom=TOTALS - 4, width=0.8, color=GREY)
    fit_all = all(text_width(f"{size:,.0f}") <= step - 1 for size in sizes)
    for i in np.flatnonzero(sizes) if fit_all else [int(sizes.argmax())]:
        x, y = rows.left + step * (i + 0.5), rows.top - 10 - bars[i]
        rows.chart.write(x, y, f"{sizes[i]:,.0f}", color=SOFT, ha="center")


def _write_dates(rows: Rows, dates: Sequence[str]) -> None:
    """Write as many dates under their bars as keep apart, evenly spaced from the first."""
    step = rows.width / len(dates)
    every = math.ceil((drawn_width(dates) + 8) / step)
    for i in range(0, len(dates), every):
        rows.chart.write(rows.left + step * (i + 0.5), rows.top + rows.height + AXIS / 2, dates[i], ha="center")
