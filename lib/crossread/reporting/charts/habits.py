"""Chart of habits: how often each outlet gives its figures a source, a bound, a hedge."""

import pandas as pd
from matplotlib.axes import Axes

from crossread.measuring.reporting_practice import PRACTICES, wilson_interval
from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, plural, text_width, wrap
from crossread.reporting.charts.style import (
    BLUE,
    INK,
    INNER,
    LIGHT_BLUE,
    MARGIN,
    RULE,
    SMALL_LINE,
    SOFT,
    TITLE_LINE,
    WIDTH,
    chart_style,
)

ROW, HEADING, AXIS, GAP = 19.0, 18.0, 22.0, 30.0
WIDEST_LABEL = 170.0
FEW = 10  # figures; the shares of fewer are drawn light
PANELS = {"sourced": "a source", "bounded": "a bound", "hedged": "a hedge"}
KEY = "Dot: share of the outlet’s figures. Thin line: Wilson’s 95 % interval; the fewer figures, the longer."


def habits_chart(counts: pd.DataFrame, title: str = "How often figures come with a source, a bound, a hedge") -> Chart:
    """Show which share of each outlet's figures has a source, a bound, a hedge.

    Args:
        counts: One row an outlet in the order to show, as `count_practices` returns them; where there are several, the
            first is all of them together.
        title: What is shown.

    Returns:
        The chart, with Wilson's interval around each share.
    """
    if counts.empty:
        return nothing_to_show(title, "No figures were found.")
    with chart_style():
        titles = wrap_title(title)
        # Drawn letters can be a little wider than measured ones, for screens round them.
        key = wrap(" ".join([KEY, *_legend(counts)]), 0.96 * INNER)
        height = 2 * MARGIN + TITLE_LINE * len(titles) + HEADING + ROW * len(counts) + AXIS + SMALL_LINE * len(key) + 4
        chart = Chart(_describe(title, counts), height)
        top = write_title(chart, titles) + HEADING
        labels = [_name(row) for _, row in counts.iterrows()]
        left = MARGIN + 1.05 * max(text_width(label, weight="bold") for label in labels) + 14
        for number, label in enumerate(labels):
            weight = "bold" if number == 0 and len(counts) > 1 else "normal"
            chart.write(left - 14, top + ROW * (number + 0.5), label, ha="right", weight=weight)
        width = (WIDTH - MARGIN - 8 - left - GAP * (len(PRACTICES) - 1)) / len(PRACTICES)
        for number, habit in enumerate(PRACTICES):
            _draw_panel(chart, (left + number * (width + GAP), top, width), counts, habit)
        for i, line in enumerate(key, start=-len(key)):
            chart.write(MARGIN, chart.height - MARGIN + SMALL_LINE * (i + 0.5), line, color=SOFT)
    return chart


def _name(row: pd.Series) -> str:
    """The outlet with its number of figures, and, where the row is of several, their number."""
    several = f", {plural(int(row['outlets']), 'outlet')}" if row["outlets"] > 1 else ""
    size = f"{several} ({row['figures']:,})"
    return keep_order(fit(clean(row["outlet"]) or "(no name)", WIDEST_LABEL - text_width(size))) + size


def _legend(counts: pd.DataFrame) -> list[str]:
    entries = [
        (len(counts) > 1, "Upright: all outlets together."),
        (bool((counts["figures"] < FEW).any()), f"Light: fewer than {FEW} figures."),
    ]
    return [text for occurs, text in entries if occurs]


def _describe(title: str, counts: pd.DataFrame) -> str:
    first = counts.iloc[0]
    shares = ", ".join(f"{PANELS[habit]} {first[habit] / max(first['figures'], 1):.0%}" for habit in PRACTICES)
    whose = "together" if len(counts) > 1 else clean(first["outlet"])
    size = f"{plural(int(first['outlets']), 'outlet')}, {plural(int(first['figures']), 'figure')}"
    return f"Dot plots: {title.rstrip('.')}. {size}; {whose}: {shares}."


def _draw_panel(chart: Chart, place: tuple[float, float, float], counts: pd.DataFrame, habit: str) -> None:
    """Draw one habit: a dot and its interval for each row, on a scale from 0 to 100 %."""
    left, top, width = place
    axes = chart.add_panel(left, top, width, ROW * len(counts))
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    for tick, label in ((0, "0"), (0.5, "50"), (1, "100 %")):
        axes.axvline(tick, color=RULE, linewidth=0.8, zorder=0)
        chart.write(left + width * tick, top + ROW * len(counts) + 9, label, color=SOFT, ha="center")
    chart.write(left, top - HEADING / 2, f"with {PANELS[habit]}", weight="bold")
    if len(counts) > 1:
        axes.axvline(_share(counts.iloc[0], habit), color=INK, linewidth=0.8, zorder=0.5)
    for number, (_, row) in enumerate(counts.iterrows()):
        _draw_share(axes, ROW * (number + 0.5), row, habit)


def _share(row: pd.Series, habit: str) -> float:
    return float(row[habit] / max(row["figures"], 1))


def _draw_share(axes: Axes, y: float, row: pd.Series, habit: str) -> None:
    color = BLUE if row["figures"] >= FEW else LIGHT_BLUE
    axes.plot(wilson_interval(row[habit], row["figures"]), [y, y], color=color, lw=1.2, clip_on=False)
    axes.plot(_share(row, habit), y, marker="o", ms=6.5, color=color, mew=0, clip_on=False)
