"""Chart of leanings: whose numbers stand above or below what others say of the same things."""

import math
from collections import Counter

import pandas as pd
from matplotlib.axes import Axes

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import BLUE, INK, MARGIN, RULE, SOFT, TITLE_LINE, VERMILION, WIDTH, chart_style

ROW, KEY, AXIS = 26.0, 48.0, 34.0
WIDEST_LABEL = 170.0
FARTHEST = 10.0  # Marks beyond this ratio stand at the edge: most often the two count different things.
STEP = 5.0  # Marks closer than this many points become one larger mark.
TICKS = {0.1: "a tenth", 0.5: "half", 1.0: "same", 2.0: "twice", 10.0: "10 times"}
COUNTS, COUNT_WIDTH = ("above", "neither", "below"), 38.0


def leaning_chart(
    ranked: pd.DataFrame, compared: pd.DataFrame, title: str = "Above or below what the others say of the same"
) -> Chart:
    """Show the ratio of each source's numbers to the median of the others', one row a source.

    Args:
        ranked: One row a source in the order to show, as `rank_sources` returns them.
        compared: One row a source and group, as `compare_sources` returns them.
        title: What is shown.

    Returns:
        The chart.
    """
    if ranked.empty:
        return nothing_to_show(title, "No source is heard beside others in enough groups of figures.")
    with chart_style():
        titles = wrap_title(title)
        chart = Chart(_describe(title, ranked), 2 * MARGIN + TITLE_LINE * len(titles) + KEY + ROW * len(ranked) + AXIS)
        top = write_title(chart, titles) + KEY
        labels = [keep_order(fit(_name(row), WIDEST_LABEL)) for _, row in ranked.iterrows()]
        left = MARGIN + 1.05 * max(map(text_width, labels)) + 12
        room = WIDTH - MARGIN - left - 12 - COUNT_WIDTH * len(COUNTS)
        axes = _draw_axis(chart, left, top, room, ROW * len(ranked))
        _draw_key(chart, top - KEY + 9)
        columns = [(name, left + room + 12 + COUNT_WIDTH * (i + 0.5)) for i, name in enumerate(COUNTS)]
        for name, x in columns:
            chart.write(x, top - 7, name, color=SOFT, ha="center")
        for number, label in enumerate(labels):
            row, y = ranked.iloc[number], ROW * (number + 0.5)
            chart.write(left - 12, top + y, label, ha="right")
            for name, x in columns:
                chart.write(x, top + y, f"{row[name]:,}", ha="center")
            _draw_marks(axes, y, compared[compared["origin"] == row["origin"]], room)
            axes.vlines(_clip(row["ratio"]), y - 10, y + 10, color=INK, linewidth=1.8, zorder=3, clip_on=False)
    return chart


def _name(row: pd.Series) -> str:
    return f"{clean(row['speaker']) or '(no name)'}{' · own voice' if row['own'] else ''}"


def _note(row: pd.Series) -> str:
    return f"{row['above']} above, {row['below']} below, {row['neither']} neither"


def _describe(title: str, ranked: pd.DataFrame) -> str:
    ends = [ranked.iloc[0]] if len(ranked) == 1 else [ranked.iloc[0], ranked.iloc[-1]]
    told = "; ".join(f"{_name(row)}: {_note(row)}" for row in ends)
    return f"Dot plot: {title.rstrip('.')}. {plural(len(ranked), 'source')}, the highest first: {told}."


def _clip(ratio: float) -> float:
    return float(min(max(ratio, 1 / FARTHEST), FARTHEST)) if ratio == ratio else 1.0


def _draw_axis(chart: Chart, left: float, top: float, width: float, height: float) -> Axes:
    axes = chart.add_panel(left, top, width, height)
    axes.set_xscale("log")
    axes.set_xlim(1 / FARTHEST, FARTHEST)
    axes.set_xticks([])
    axes.minorticks_off()
    for tick, label in TICKS.items():
        axes.axvline(tick, color=INK if tick == 1 else RULE, linewidth=0.8, zorder=0)
        chart.write(left + width * (math.log10(tick) + 1) / 2, top + height + 9, label, ha="center")
    text = "its number over the others’ median (log scale; marks at an end lie beyond it)"
    chart.write(WIDTH - MARGIN, top + height + 23, text, color=SOFT, ha="right")
    return axes


def _draw_key(chart: Chart, y: float) -> None:
    """Explain the marks in two lines above the rows."""
    axes = chart.add_panel(0, 0, WIDTH, chart.height)
    axes.set_xlim(0, WIDTH)
    axes.set_xticks([])
    entries = [
        (MARGIN + 5, y, BLUE, BLUE, "a group; excludes the others’ median"),
        (MARGIN + 235, y, SOFT, "white", "hollow: allows it (neither)"),
        (MARGIN + 5, y + 14, VERMILION, VERMILION, "an outlet in its own voice"),
    ]
    for x, height, edge, fill, text in entries:
        axes.plot(x, height, marker="o", ms=6.5, mec=edge, mfc=fill, mew=1.2)
        chart.write(x + 9, height, text, color=SOFT)
    axes.vlines(MARGIN + 235, y + 8, y + 20, color=INK, linewidth=1.8)
    chart.write(MARGIN + 244, y + 14, "median of its groups · larger marks: more groups", color=SOFT)


def _draw_marks(axes: Axes, y: float, compared: pd.DataFrame, width: float) -> None:
    """Draw one mark for all groups at about one ratio, as large as they are many."""
    step = STEP / width * 2
    places: Counter[tuple[int, bool]] = Counter()
    for ratio, verdict in zip(compared["ratio"], compared["verdict"], strict=True):
        places[round(math.log10(_clip(float(ratio))) / step), verdict == "neither"] += 1
    color = VERMILION if compared["own"].any() else BLUE
    # The larger first, so that no mark hides another.
    for (place, agrees), count in sorted(places.items(), key=lambda item: -item[1]):
        size = min(5.5 * math.sqrt(count), 18.0)
        fill = "white" if agrees else color
        axes.plot(
            _clip(10 ** (place * step)), y, marker="o", ms=size, mec=color, mfc=fill, mew=1.2, alpha=0.85, clip_on=False
        )
