"""Chart of figures without a source, by what they tell."""

import pandas as pd

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, text_width
from crossread.reporting.charts.style import BLUE, LIGHT_BLUE, MARGIN, SOFT, TITLE_LINE, VERMILION, WIDTH, chart_style
from crossread.reporting.charts.swatches import draw_swatches

ROW, KEY, BAR = 18.0, 20.0, 10.0
WIDEST_LABEL = 150.0
STANDING = (
    ("none", VERMILION, "no source at all"),
    ("elsewhere", LIGHT_BLUE, "sourced elsewhere in the article"),
    ("sourced", BLUE, "with a source"),
)


def unsourced_chart(counts: pd.DataFrame, title: str = "Figures with and without a source, by what they tell") -> Chart:
    """Show how many figures of each kind have no source.

    Args:
        counts: One row a kind of figures in the order to show, with the columns none, elsewhere and sourced, as
            `count_unsourced` returns them.
        title: What is shown.

    Returns:
        The chart.
    """
    if counts.empty or not counts.to_numpy().any():
        return nothing_to_show(title, "No figures were found.")
    with chart_style():
        titles = wrap_title(title)
        chart = Chart(_describe(title, counts), 2 * MARGIN + TITLE_LINE * len(titles) + KEY + ROW * len(counts))
        top = write_title(chart, titles)
        draw_swatches(chart, MARGIN, top + KEY / 2, [(color, text) for _, color, text in STANDING])
        _draw_rows(chart, top + KEY, counts)
    return chart


def _describe(title: str, counts: pd.DataFrame) -> str:
    missing, total = int(counts["none"].sum()), int(counts.to_numpy().sum())
    return f"Stacked bar chart: {title.rstrip('.')}. {missing:,} of {total:,} figures have no source at all."


def _draw_rows(chart: Chart, top: float, counts: pd.DataFrame) -> None:
    labels = [keep_order(fit(clean(label) or "(nothing told)", WIDEST_LABEL)) for label in counts.index]
    totals = counts[[column for column, _, _ in STANDING]].sum(axis=1)
    notes = [f"{none:,} of {total:,} without" for none, total in zip(counts["none"], totals, strict=True)]
    left = MARGIN + 1.05 * max(map(text_width, labels)) + 8
    room = WIDTH - MARGIN - left - 1.05 * max(map(text_width, notes)) - 6
    axes = chart.add_panel(left, top, room, ROW * len(counts))
    most = max(float(totals.max()), 1.0)
    axes.set_xlim(0, most)
    axes.set_xticks([])
    places, start = [ROW * (i + 0.5) for i in range(len(counts))], 0.0 * totals
    for column, color, _ in STANDING:
        axes.barh(places, counts[column].astype(float), left=start, height=BAR, color=color)
        start = start + counts[column]
    for place, label, note, total in zip(places, labels, notes, totals, strict=True):
        chart.write(left - 8, top + place, label, ha="right")
        chart.write(left + room * total / most + 6, top + place, note, color=SOFT)
