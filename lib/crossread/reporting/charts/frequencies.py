"""Chart of frequencies: who and what is named most, by type, with the articles that do so."""

import numpy as np
import pandas as pd

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import TYPES, clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import BLUE, LIGHT_BLUE, MARGIN, NORMAL, SOFT, TITLE_LINE, WIDTH, chart_style
from crossread.reporting.charts.swatches import draw_swatches

MOST = 10
ROW, HEADER, KEY, GUTTER = 27.0, 26.0, 18.0, 24.0


def top_names_chart(
    entities: pd.DataFrame, title: str = "The names mentioned most, by type: mentions, and articles that name them"
) -> Chart:
    """Show how often the most frequent names are mentioned, and by how many articles, one panel for each type.

    Args:
        entities: One row an entity, with the columns name, type, mentions and articles.
        title: What is shown.

    Returns:
        The chart, with the ten most frequent names of each type.
    """
    if entities.empty:
        return nothing_to_show(title, "No names were found.")
    counts = _read_counts(entities)
    panels = [(kind, counts[counts["kind"] == kind]) for kind in TYPES.values()]
    panels = [(kind, rows) for kind, rows in panels if len(rows)]
    with chart_style():
        titles = wrap_title(title)
        lines = [panels[i : i + 2] for i in range(0, len(panels), 2)]
        heights = [HEADER + ROW * max(min(len(rows), MOST) for _, rows in line) for line in lines]
        height = 2 * MARGIN + TITLE_LINE * len(titles) + KEY + sum(heights)
        chart = Chart(_describe(title, panels), height)
        top = write_title(chart, titles)
        draw_swatches(chart, MARGIN, top + KEY / 2, [(BLUE, "articles that name it"), (LIGHT_BLUE, "further mentions")])
        top += KEY
        for line, height in zip(lines, heights, strict=True):
            for column, (kind, rows) in enumerate(line):
                _draw_bars(chart, column, top, kind, rows, float(counts["mentions"].max()))
            top += height
    return chart


def _read_counts(entities: pd.DataFrame) -> pd.DataFrame:
    counts = {
        "name": entities["name"].map(clean).replace("", "(no name)"),
        "kind": entities["type"].map(TYPES).fillna(TYPES["MISC"]),
        "mentions": _whole(entities["mentions"]),
        "articles": _whole(entities["articles"]),
    }
    order = ["mentions", "articles", "name"]
    return pd.DataFrame(counts).sort_values(order, ascending=[False, False, True], kind="stable")


def _whole(numbers: pd.Series) -> pd.Series:
    known = pd.to_numeric(numbers, errors="coerce").astype(float)
    return known.where(np.isfinite(known), 0).clip(0, 1e15).astype(int)


def _describe(title: str, panels: list[tuple[str, pd.DataFrame]]) -> str:
    first = ((kind, rows.iloc[0]) for kind, rows in panels)
    leaders = (f"{kind}: {row['name']} ({_note(row['mentions'], row['articles'])})" for kind, row in first)
    return f"Bar charts: {title.rstrip('.')}. Most mentions: {'; '.join(leaders)}."


def _note(mentions: int, articles: int) -> str:
    return f"{mentions:,} in {plural(articles, 'article')}"


def _draw_bars(chart: Chart, column: int, top: float, kind: str, rows: pd.DataFrame, largest: float) -> None:
    """Draw one type's bars, each under its name: a name as long as the panel is wide is still read whole."""
    width = (WIDTH - 2 * MARGIN - GUTTER) / 2
    left = MARGIN + column * (width + GUTTER)
    shown = rows.head(MOST)
    chart.write(left, top + 16, kind, NORMAL, weight="bold")
    if len(rows) > MOST:
        x = left + 1.15 * text_width(kind, NORMAL, "bold") + 4
        chart.write(x, top + 16, f"{MOST} of {len(rows):,}", color=SOFT)
    # Bars leave room for their labels, of which all panels must have as much for one scale.
    longest = width - text_width("00,000 in 00,000 articles") - 8
    top += HEADER
    axes = chart.add_panel(left, top, width, ROW * len(shown))
    axes.set_xlim(0, max(largest, 1) * width / longest)
    axes.set_xticks([])
    places = [ROW * i + 16.5 for i in range(len(shown))]
    axes.barh(places, shown["mentions"], height=7, color=LIGHT_BLUE)
    axes.barh(places, shown[["articles", "mentions"]].min(axis=1), height=7, color=BLUE)
    for place, name, mentions, articles in zip(
        places, shown["name"], shown["mentions"], shown["articles"], strict=True
    ):
        chart.write(left, top + place - 11, keep_order(fit(name, width, NORMAL)), NORMAL)
        x = left + longest * mentions / max(largest, 1) + 4
        chart.write(x, top + place, _note(mentions, articles), color=SOFT)
