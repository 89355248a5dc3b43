"""Chart of time: in which share of a period's articles each name stands."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt
import pandas as pd

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import TYPES, clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import (
    BLUE,
    GROUND,
    INK,
    LIGHT_BLUE,
    MARGIN,
    NORMAL,
    RULE,
    SMALL,
    SOFT,
    TITLE_LINE,
    WIDTH,
    chart_style,
)
from crossread.reporting.charts.swatches import draw_swatches

ROW, BAR, HEADING, TOTALS, AXIS, KEY = 21.0, 16.0, 18.0, 42.0, 18.0, 18.0
WIDEST_NAME = 150.0
FEW = 3  # articles; a share of fewer is drawn lighter
GREY = "#8a8a8a"
FORMATS = {"D": "{0.day} {0:%b %Y}", "W": "{0.day} {0:%b %Y}", "M": "{0:%b %Y}", "Q": "{0:%b %Y}", "Y": "{0.year}"}
PERIODS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}

Numbers = npt.NDArray[np.float64]


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
    unit = str(totals.index.freqstr)[:1]  # type: ignore[attr-defined, unused-ignore]
    title = title.replace("{period}", PERIODS[unit])
    if naming.empty:
        return nothing_to_show(title, "There are no names to show.")
    counts, sizes = naming.to_numpy(dtype=float), totals.to_numpy(dtype=float)
    dates = [FORMATS[unit].format(period.start_time) for period in totals.index]
    with chart_style():
        names = [keep_order(fit(clean(name), WIDEST_NAME)) for _, name in naming.index]
        numbers = [f"{row.sum():,.0f} of {sizes.sum():,.0f}" for row in counts]
        left = MARGIN + max(*map(text_width, names), text_width("articles of the period")) + 10
        width = WIDTH - MARGIN - 1.08 * max(map(text_width, numbers)) - 8 - left
        kinds = [TYPES.get(str(kind), TYPES["MISC"]) for kind, _ in naming.index]
        body = ROW * len(names) + HEADING * len(list(groupby(kinds)))
        titles = wrap_title(title)
        chart = Chart(
            _describe(title, naming, sizes, dates), 2 * MARGIN + TITLE_LINE * len(titles) + TOTALS + body + AXIS + KEY
        )
        top = write_title(chart, titles)
        _draw_totals(chart, (left, top, width), sizes)
        top += TOTALS
        for kind, rows in groupby(zip(kinds, names, numbers, counts, strict=True), key=lambda row: row[0]):
            chart.write(MARGIN, top + HEADING / 2, kind, NORMAL, weight="bold")
            top += HEADING
            for _, name, number, row in rows:
                chart.write(left - 6, top + ROW - BAR / 2, name, ha="right")
                chart.write(left + width + 6, top + ROW - BAR / 2, number, color=SOFT)
                _draw_row(chart, (left, top, width), row, sizes)
                top += ROW
        _write_dates(chart, (left, top, width), dates)
        _draw_key(chart, sizes)
    return chart


def _describe(title: str, naming: pd.DataFrame, sizes: Numbers, dates: Sequence[str]) -> str:
    most = int(naming.sum(axis=1).to_numpy().argmax())
    text = f"Bar charts: {title}, {dates[0]} to {dates[-1]}, {plural(int(sizes.sum()), 'article')}."
    name, articles = clean(naming.index[most][1]), int(naming.iloc[most].sum())
    return f"{text} Named by the most: {name} ({plural(articles, 'article')})."


def _draw_totals(chart: Chart, place: tuple[float, float, float], sizes: Numbers) -> None:
    """Draw how many articles there are of each period, with the numbers where all fit, else with the largest."""
    left, top, width = place
    step = width / len(sizes)
    axes = chart.add_panel(left, top, width, TOTALS - 4)
    axes.set_xlim(0, len(sizes))
    axes.set_xticks([])
    height = TOTALS - 4 - 14
    bars = height * sizes / sizes.max()
    axes.bar(np.arange(len(sizes)) + 0.5, -bars, bottom=TOTALS - 4, width=0.8, color=GREY)
    chart.write(left - 6, top + TOTALS - 12, "articles of the period", color=SOFT, ha="right")
    fit_all = all(text_width(f"{size:,.0f}") <= step - 1 for size in sizes)
    for i in np.flatnonzero(sizes) if fit_all else [int(sizes.argmax())]:
        x, y = left + step * (i + 0.5), top + TOTALS - 4 - bars[i] - 6
        chart.write(x, y, f"{sizes[i]:,.0f}", color=SOFT, ha="center")


def _draw_row(chart: Chart, place: tuple[float, float, float], counts: Numbers, sizes: Numbers) -> None:
    """Draw one name's shares, on grey where there are articles at all."""
    left, top, width = place
    axes = chart.add_panel(left, top + ROW - BAR, width, BAR)
    axes.set_xlim(0, len(sizes))
    axes.set_xticks([])
    there = np.flatnonzero(sizes)
    shares = BAR * counts[there] / sizes[there]
    colors = [BLUE if size >= FEW else LIGHT_BLUE for size in sizes[there]]
    axes.bar(there + 0.5, -BAR, bottom=BAR, width=0.8, color=GROUND)
    axes.bar(there + 0.5, -shares, bottom=BAR, width=0.8, color=colors)
    axes.axhline(BAR, color=RULE, linewidth=0.6)


def _write_dates(chart: Chart, place: tuple[float, float, float], dates: Sequence[str]) -> None:
    """Write as many dates under their bars as keep apart, evenly spaced from the first."""
    left, top, width = place
    step = width / len(dates)
    widest = 1.05 * max(map(text_width, dates)) + 8
    every = max(1, -int(-widest // step))
    for i in range(0, len(dates), every):
        half = text_width(dates[i]) / 2
        x = min(max(left + step * (i + 0.5), left + half), left + width - half) if len(dates) > 1 else left
        chart.write(x, top + AXIS / 2, dates[i], SMALL, INK, ha="center")


def _draw_key(chart: Chart, sizes: Numbers) -> None:
    y = chart.height - MARGIN - 8
    swatches = [
        ((sizes >= FEW).any(), BLUE, "share that names it"),
        (((sizes > 0) & (sizes < FEW)).any(), LIGHT_BLUE, f"share of fewer than {FEW} articles"),
        (True, GROUND, "all articles"),
    ]
    x = draw_swatches(chart, MARGIN, y, [(color, text) for occurs, color, text in swatches if occurs])
    if (sizes == 0).any():
        chart.write(x, y, "white: no articles", color=SOFT)
