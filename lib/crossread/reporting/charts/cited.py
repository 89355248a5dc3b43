"""Chart of sources: who is cited for how many figures, in how many articles."""

import pandas as pd

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import BLUE, LIGHT_BLUE, MARGIN, SOFT, TITLE_LINE, WIDTH, chart_style
from crossread.reporting.charts.swatches import draw_swatches

ROW, KEY, BAR = 18.0, 20.0, 10.0
WIDEST_LABEL = 200.0


def cited_chart(cited: pd.DataFrame, title: str = "Who is cited for figures") -> Chart:
    """Show how many figures each source is cited for, and in how many articles.

    Args:
        cited: One row a source in the order to show, with the columns speaker, behind (its class), figures and
            articles, as `count_cited` returns them.
        title: What is shown.

    Returns:
        The chart.
    """
    if cited.empty:
        return nothing_to_show(title, "No figure has a source.")
    with chart_style():
        titles = wrap_title(title)
        chart = Chart(_describe(title, cited), 2 * MARGIN + TITLE_LINE * len(titles) + KEY + ROW * len(cited))
        top = write_title(chart, titles)
        swatches = [(BLUE, "articles that cite it"), (LIGHT_BLUE, "further figures from it")]
        draw_swatches(chart, MARGIN, top + KEY / 2, swatches)
        _draw_rows(chart, top + KEY, cited)
    return chart


def _describe(title: str, cited: pd.DataFrame) -> str:
    first = f"{clean(cited['speaker'].iloc[0])}, {_note(cited.iloc[0])}"
    return f"Bar chart: {title.rstrip('.')}. {plural(len(cited), 'source')}; first: {first}."


def _note(row: pd.Series) -> str:
    return f"{row['figures']:,} in {plural(int(row['articles']), 'article')} · {clean(row['behind']).lower()}"


def _draw_rows(chart: Chart, top: float, cited: pd.DataFrame) -> None:
    labels = [keep_order(fit(clean(speaker) or "(no name)", WIDEST_LABEL)) for speaker in cited["speaker"]]
    notes = [fit(_note(row), 0.45 * WIDTH) for _, row in cited.iterrows()]
    # Drawn letters can be a little wider than measured ones, for screens round them.
    left = MARGIN + 1.05 * max(map(text_width, labels)) + 8
    room = WIDTH - MARGIN - left - 1.05 * max(map(text_width, notes)) - 6
    most = max(float(cited["figures"].max()), 1.0)
    axes = chart.add_panel(left, top, room, ROW * len(cited))
    axes.set_xlim(0, most)
    axes.set_xticks([])
    places = [ROW * (i + 0.5) for i in range(len(cited))]
    axes.barh(places, cited["figures"].astype(float), height=BAR, color=LIGHT_BLUE)
    axes.barh(places, cited[["articles", "figures"]].min(axis=1).astype(float), height=BAR, color=BLUE)
    for place, label, note, figures in zip(places, labels, notes, cited["figures"], strict=True):
        chart.write(left - 8, top + place, label, ha="right")
        chart.write(left + room * figures / most + 6, top + place, note, color=SOFT)
