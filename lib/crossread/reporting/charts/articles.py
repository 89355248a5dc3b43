"""Charts of articles: how many figures each gives, and how many with a source."""

import pandas as pd

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, text_width
from crossread.reporting.charts.style import BLUE, MARGIN, NORMAL, SOFT, TITLE_LINE, VERMILION, WIDTH, chart_style

ROW, KEY = 16.0, 20.0
WIDEST_LABEL = 210.0
MOST = 40
SOURCED, OWN = "with a source", "in the outlet’s own voice"


def figures_by_article_chart(
    figures: pd.DataFrame, articles: pd.DataFrame, title: str = "Figures in each article, with and without a source"
) -> Chart:
    """Show how many figures each article gives with a source, and how many in its own voice.

    Args:
        figures: The figures table.
        articles: The articles table.
        title: What is shown.

    Returns:
        The chart; of more than 40 articles, those with the most figures.
    """
    if figures.empty:
        return nothing_to_show(title, "No figures were found.")
    counts = pd.crosstab(figures.article_id, figures.source.notna()).reindex(articles.article_id, fill_value=0)
    counts = counts.reindex(columns=[True, False], fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    shown = counts.head(MOST)
    with chart_style():
        titles = wrap_title(title)
        chart = Chart(_alternative(title, counts), 2 * MARGIN + TITLE_LINE * len(titles) + KEY + ROW * (len(shown) + 1))
        top = write_title(chart, titles)
        _write_key(chart, top + KEY / 2, len(counts))
        _draw_rows(chart, top + KEY, shown)
    return chart


def _alternative(title: str, counts: pd.DataFrame) -> str:
    total = int(counts.to_numpy().sum())
    most = f"{counts.index[0]} with {int(counts.iloc[0].sum()):,}"
    return f"Bar chart: {title}. {total:,} figures, {int(counts[True].sum()):,} {SOURCED}; the most in {most}."


def _write_key(chart: Chart, y: float, articles: int) -> None:
    """Name the two colours, and say how many articles are left out."""
    x = MARGIN
    for text, color in ((SOURCED, BLUE), (OWN, VERMILION)):
        chart.write(x, y, "■", NORMAL, color)
        chart.write(x + 10, y, text)
        x += 10 + text_width(text) + 16
    if articles > MOST:
        chart.write(x, y, f"the {MOST} of {articles:,} articles with the most figures", color=SOFT)


def _draw_rows(chart: Chart, top: float, counts: pd.DataFrame) -> None:
    labels = [keep_order(fit(clean(article), WIDEST_LABEL)) for article in counts.index]
    # Drawn letters can be a little wider than measured ones, for screens round them.
    left = MARGIN + 1.08 * max(map(text_width, labels)) + 8
    room = WIDTH - MARGIN - left - 1.08 * text_width("000,000") - 4
    axes = chart.add_panel(left, top, room, ROW * len(counts))
    axes.set_xlim(0, max(int(counts.sum(axis=1).max()), 1))
    axes.set_xticks([])
    places = [ROW * (i + 0.5) for i in range(len(counts))]
    axes.barh(places, counts[True], height=9, color=BLUE)
    axes.barh(places, counts[False], left=counts[True], height=9, color=VERMILION)
    scale = room / max(int(counts.sum(axis=1).max()), 1)
    for place, label, total in zip(places, labels, counts.sum(axis=1), strict=True):
        chart.write(left - 8, top + place, label, ha="right")
        chart.write(left + scale * total + 4, top + place, f"{total:,}", color=SOFT)
