"""Grids: whom each outlet names how often, whom it cites, and in which share of a period's articles a name stands."""

import math
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap, PowerNorm, to_hex, to_rgba

from crossread.measuring.labels import TYPES, clean, plural
from crossread.reporting.charts.chart import Chart, chart_style, nothing_to_show
from crossread.reporting.charts.labels import drawn_width, fit, fit_name, keep_order, text_width, wrap
from crossread.reporting.charts.marks import Mark, swatch
from crossread.reporting.charts.rows import Numbers, Rows, find_left, lay_out_rows
from crossread.reporting.charts.style import BLUE, GROUND, INK, LIGHT_BLUE, MARGIN, RULE, SOFT, VERMILION, WIDTH

CELL_HEIGHT, WIDEST_CELL, WIDEST_NAME, WIDEST_COLUMN = 17.0, 80.0, 175.0, 130.0
STEEP = 20.0  # Columns narrower than this many points have upright labels: slanted ones would touch.
BROAD, LINES = 55.0, 4  # Columns so wide have level labels, shortened in their last line.
SLANT, LINE = 50, 10.5
LUMINANCE = (0.299, 0.587, 0.114)  # of red, green and blue
NO_SOURCE = "No source at all"
PERIOD_ROW, PERIOD_BAR, TOTALS, AXIS = 21.0, 16.0, 42.0, 18.0
FEW = 3  # articles; a share of fewer is drawn lighter
GREY = "#8a8a8a"
FORMATS = {"D": "{0.day} {0:%b %Y}", "W": "{0.day} {0:%b %Y}", "M": "{0:%b %Y}", "Q": "{0:%b %Y}", "Y": "{0.year}"}
PERIODS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}


class Columns(NamedTuple):
    """A grid's columns: their labels, how wide one is, the labels' angle and height, and how wide the chart is."""

    labels: Sequence[str]
    width: float
    angle: int
    head: float
    total: float


def _lay_out_columns(labels: Sequence[str], left: float, narrowest: float) -> Columns:
    """Share the room right of `left` among columns; many make a chart wider than others."""
    room = WIDTH - MARGIN - left
    width = min(max(room / len(labels), narrowest), WIDEST_CELL)
    angle, head, overhang = _turn_labels(labels, width)
    # Slanted labels lean out over the last column.
    width = min(width, max((room - overhang) / len(labels), narrowest))
    return Columns(labels, width, angle, head + 4, max(WIDTH, left + width * len(labels) + overhang + MARGIN))


def _turn_labels(labels: Sequence[str], width: float) -> tuple[int, float, float]:
    """Find the angle of labels above columns of a width, their height, and how far the last leans out over its own."""
    broken = [wrap(label, width - 4, lines=LINES) for label in labels]
    whole = all(" ".join(lines) == label for lines, label in zip(broken, labels, strict=True))
    if whole or width >= BROAD:
        return 0, LINE * max(map(len, broken)) + 4, 0.0
    longest = min(max(map(text_width, labels)), WIDEST_COLUMN)
    angle = SLANT if width >= STEEP else 90
    return angle, longest * math.sin(math.radians(angle)) + 6, longest * math.cos(math.radians(angle))


def _write_columns(rows: Rows, columns: Columns) -> None:
    """Write the columns' labels, in the height of the first heading."""
    bottom = rows.top + rows.middles[0] - CELL_HEIGHT / 2 - 4
    for number, label in enumerate(columns.labels):
        x = rows.left + columns.width * (number + 0.5)
        if columns.angle:
            turned = fit(label, WIDEST_COLUMN)
            rows.chart.write(x + 3, bottom - 3, turned, rotation=columns.angle, rotation_mode="anchor")
            continue
        lines = wrap(label, columns.width - 4, lines=LINES)
        for i, line in enumerate(lines):
            rows.chart.write(x, bottom - LINE * (len(lines) - i - 0.5), line, ha="center")


def _draw_cells(
    rows: Rows, columns: Columns, colors: Numbers, texts: Sequence[Sequence[str]], bold: Collection[int] = ()
) -> None:
    """Colour a grid's cells, and write in them where all have room for what they say."""
    _write_columns(rows, columns)
    axes = rows.add_panel(rows.width)
    has_room = max(text_width(text) for row in texts for text in row) + 3 <= columns.width
    places = columns.width * np.arange(len(columns.labels))
    inks = np.where(colors[:, :, :3] @ LUMINANCE < 0.47, "white", INK)
    for number, (middle, row) in enumerate(zip(rows.middles, texts, strict=True)):
        axes.barh(
            [middle] * len(row), columns.width, CELL_HEIGHT, places, color=colors[number], edgecolor="white", lw=1
        )
        weight = "bold" if number in bold else "normal"
        for place, text, ink in zip(places, row if has_room else (), inks[number], strict=False):
            x = rows.left + place + columns.width / 2
            rows.chart.write(x, rows.top + middle, text, color=str(ink), ha="center", weight=weight)


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
    values = rates.astype(object).apply(pd.to_numeric, errors="coerce").to_numpy(dtype=float)
    values = np.where(np.isfinite(values), values, 0.0).clip(0, 1000)
    most, shades = float(values.max()), LinearSegmentedColormap.from_list("rates", ["#d3e7f3", BLUE, "#002c47"])
    # The square root keeps a single mention apart from five where another name has a hundred.
    norm = PowerNorm(0.5, vmin=0, vmax=most or 1.0)
    colors = np.where(values[:, :, None] > 0, shades(norm(values)), to_rgba(GROUND))
    samples = {_format_rate(rate): to_hex(shades(norm(rate))) for rate in (most / 10, most / 3, most) if rate}
    key = [(Mark(""), "mentions per 1,000 words:"), (swatch(GROUND), "0")]
    labels = [fit_name(name, WIDEST_NAME) for _, name in rates.index]
    columns = _lay_out_columns([keep_order(clean(label)) for label in rates.columns], find_left(labels), 11.5)
    key += [(swatch(color), text) for text, color in samples.items()]
    alt, kinds = _describe_rates(title, rates, values), _name_kinds(rates.index)
    head, width = columns.head, columns.total
    rows = lay_out_rows(title, alt, labels, headings=kinds, pitch=CELL_HEIGHT, key=key, head=head, width=width)
    _draw_cells(rows, columns, colors, [[_format_rate(rate) if rate else "" for rate in row] for row in values])
    return rows.chart


def _name_kinds(index: pd.Index) -> list[str]:
    return [TYPES.get(str(kind), TYPES["MISC"]) for kind, _ in index]


def _describe_rates(title: str, rates: pd.DataFrame, values: Numbers) -> str:
    row, column = divmod(int(values.argmax()), values.shape[1])
    name, label = clean(rates.index[row][1]), clean(rates.columns[column])
    size = f"{plural(values.shape[0], 'name')} in {plural(values.shape[1], 'column')}"
    most = f"; the most mentions per 1,000 words: {name} in {label} ({_format_rate(values.max())})"
    return f"Heatmap: {title.rstrip('.')}. {size}{most if values.max() else ', no mentions'}."


def _format_rate(rate: float) -> str:
    if rate < 0.05:
        return "<.1"
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
    classes = [number for number, (_, speaker) in enumerate(shares.index) if not clean(speaker)]
    firsts = [f"{clean(shares.index[number][0])} {_format_share(values[number, 0])}" for number in classes]
    alt = f"Heatmap: {title.rstrip('.')}. {plural(values.shape[1], 'column')}; "
    alt += f"percent in the first, {clean(shares.columns[0])}: {', '.join(firsts)}."
    sourced, unsourced = (LinearSegmentedColormap.from_list("", [GROUND, color]) for color in (BLUE, VERMILION))
    lacking = shares.index.get_level_values(0) == NO_SOURCE
    colors = np.where(lacking[:, None, None], unsourced(values), sourced(values))
    labels = [keep_order(fit(clean(speaker) or clean(behind), WIDEST_NAME)) for behind, speaker in shares.index]
    columns = _lay_out_columns([keep_order(clean(label)) for label in shares.columns], find_left(labels, classes), 20)
    footnotes = ["Percent of the outlet’s figures; in brackets, how many it gives."]
    rows = lay_out_rows(
        title, alt, labels, bold=classes, footnotes=footnotes, pitch=CELL_HEIGHT, head=columns.head, width=columns.total
    )
    texts = [[_format_share(share) if share else "" for share in row] for row in values]
    _draw_cells(rows, columns, colors, texts, classes)
    return rows.chart


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
    notes = [f"{row.sum():,.0f} of {sizes.sum():,.0f}" for row in counts]
    labels = [fit_name(name, WIDEST_NAME) for _, name in naming.index]
    alt, kinds, key = _describe_times(title, naming, sizes, dates), _name_kinds(naming.index), _explain_periods(sizes)
    rows = lay_out_rows(
        title, alt, labels, notes=notes, key=key, headings=kinds, pitch=PERIOD_ROW, head=TOTALS, foot=AXIS
    )
    _draw_totals(rows, sizes)
    rows.write_notes(notes, [rows.width] * len(counts))
    there = np.flatnonzero(sizes)
    colors = [BLUE if size >= FEW else LIGHT_BLUE for size in sizes[there]]
    axes = rows.add_panel(len(sizes))
    for middle, row in zip(rows.middles, counts, strict=True):
        bottom = middle + PERIOD_BAR / 2
        axes.bar(there + 0.5, -PERIOD_BAR, bottom=bottom, width=0.8, color=GROUND)
        axes.bar(there + 0.5, -PERIOD_BAR * row[there] / sizes[there], bottom=bottom, width=0.8, color=colors)
        axes.axhline(bottom, color=RULE, linewidth=0.6)
    # As many dates as keep apart, evenly spaced from the first.
    step = rows.width / len(dates)
    for i in range(0, len(dates), math.ceil((drawn_width(dates) + 8) / step)):
        rows.chart.write(rows.left + step * (i + 0.5), rows.top + rows.height + AXIS / 2, dates[i], ha="center")
    return rows.chart


def _explain_periods(sizes: Numbers) -> list[tuple[Mark, str]]:
    samples = [
        (True, swatch(GREY), "number of articles"),
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
