"""Chart of pairs: which names stand in one sentence more often than chance would have it."""

import pandas as pd

from crossread.measuring.labels import format_number
from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import BLUE, MARGIN, SOFT, TITLE_LINE, VERMILION, WIDTH, chart_style
from crossread.reporting.charts.swatches import draw_swatches

ROW, KEY = 18.0, 20.0
WIDEST_PAIR = 225.0
BAR = 9.0


def pairs_chart(pairs: pd.DataFrame, title: str = "Who is named together: sentences in common") -> Chart:
    """Show in how many sentences the names of each pair stand together, beside how many chance would bring about.

    Args:
        pairs: One row a pair in the order to show, with the columns first, second, sentences, expected and articles,
            as `pair_names` returns them.
        title: What is shown.

    Returns:
        The chart.
    """
    if pairs.empty:
        return nothing_to_show(title, "No two names share sentences clearly more often than by chance.")
    with chart_style():
        titles = wrap_title(title)
        chart = Chart(_describe(title, pairs), 2 * MARGIN + TITLE_LINE * len(titles) + KEY + ROW * len(pairs))
        top = write_title(chart, titles)
        draw_swatches(chart, MARGIN, top + KEY / 2, [(BLUE, "sentences that name both")])
        chart.write(MARGIN + 160, top + KEY / 2, "|", color=VERMILION, weight="bold")
        chart.write(MARGIN + 168, top + KEY / 2, "as many as expected by chance", color=SOFT)
        _draw_rows(chart, top + KEY, pairs)
    return chart


def _describe(title: str, pairs: pd.DataFrame) -> str:
    first = pairs.iloc[0]
    names = f"{clean(first['first'])} and {clean(first['second'])}"
    return f"Bar chart: {title.rstrip('.')}. {plural(len(pairs), 'pair')}; first: {names}, {_note(first)}."


def _note(pair: pd.Series) -> str:
    times = pair["sentences"] / pair["expected"]
    size = format_number(round(times, 1) if times < 10 else round(times))
    return f"{pair['sentences']:,} in {plural(int(pair['articles']), 'article')}, {size}× chance"


def _join(first: str, second: str) -> str:
    """Both names, shortened where they are too long together: a short one leaves the other its room."""
    half = WIDEST_PAIR / 2
    room = [max(half, WIDEST_PAIR - text_width(other)) for other in (second, first)]
    return " – ".join(keep_order(fit(name, width)) for name, width in zip((first, second), room, strict=True))


def _draw_rows(chart: Chart, top: float, pairs: pd.DataFrame) -> None:
    """Draw one row a pair: both names, their bar, and the numbers."""
    names = [_join(clean(row["first"]), clean(row["second"])) for _, row in pairs.iterrows()]
    notes = [_note(row) for _, row in pairs.iterrows()]
    # Drawn letters can be a little wider than measured ones, for screens round them.
    left = MARGIN + 1.05 * max(map(text_width, names)) + 8
    room = WIDTH - MARGIN - left - 1.05 * max(map(text_width, notes)) - 6
    axes = chart.add_panel(left, top, room, ROW * len(pairs))
    most = float(pairs[["sentences", "expected"]].to_numpy(dtype=float).max())
    axes.set_xlim(0, most)
    axes.set_xticks([])
    places = [ROW * (i + 0.5) for i in range(len(pairs))]
    axes.barh(places, pairs["sentences"].astype(float), height=BAR, color=BLUE)
    ends = ([place - BAR / 2 - 2 for place in places], [place + BAR / 2 + 2 for place in places])
    axes.vlines(pairs["expected"].astype(float), *ends, color=VERMILION, linewidth=1.6, clip_on=False)
    for place, name, note, sentences in zip(places, names, notes, pairs["sentences"], strict=True):
        chart.write(left - 8, top + place, name, ha="right")
        chart.write(left + room * sentences / most + 6, top + place, note, color=SOFT)
