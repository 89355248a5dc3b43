"""Charts of names: who is named most, and in which articles."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import Colormap, LinearSegmentedColormap, PowerNorm, to_rgba
from matplotlib.patches import Rectangle

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, text_width, wrap
from crossread.reporting.charts.style import BLUE, INK, MARGIN, NORMAL, SOFT, TITLE_LINE, WIDTH, chart_style

TYPES = {"PER": "People", "ORG": "Organisations", "LOC": "Places", "MISC": "Other names"}
MOST = 10
BAR_ROW, BAR_HEADER, GUTTER = 27.0, 26.0, 24.0
CELL_HEIGHT, NARROWEST, WIDEST = 17.0, 11.5, 80.0
WIDEST_NAME, WIDEST_ARTICLE = 150.0, 130.0
NUMBERED = 12  # Columns up to which a cell has room for its number.
STEEP = 20.0  # Columns narrower than this many points have upright labels: slanted ones would touch.
SLANT = 50
LINE = 10.5
NONE = "#f3f3f3"

Counts = npt.NDArray[np.int64]


def top_names_chart(
    entities: pd.DataFrame, mentions_column: str = "mentions", title: str = "The names mentioned most, by kind"
) -> Chart:
    """Show the names mentioned most, one panel for each type.

    Args:
        entities: One row an entity, with the columns name, type, articles and the one of mentions.
        mentions_column: The column that says how often an entity is mentioned.
        title: What is shown.

    Returns:
        The chart.
    """
    if entities.empty:
        return nothing_to_show(title, "No names were found.")
    counts = pd.DataFrame(
        {
            "name": entities["name"].map(clean).replace("", "(no name)"),
            "kind": entities["type"].map(TYPES).fillna(TYPES["MISC"]),
            "mentions": _whole(entities[mentions_column]),
            "articles": _whole(entities["articles"]),
        }
    ).sort_values(["mentions", "articles", "name"], ascending=[False, False, True], kind="stable")
    panels = [(kind, counts[counts["kind"] == kind]) for kind in TYPES.values()]
    panels = [(kind, rows) for kind, rows in panels if len(rows)]
    with chart_style():
        titles = wrap_title(title)
        lines = [panels[i : i + 2] for i in range(0, len(panels), 2)]
        heights = [BAR_HEADER + BAR_ROW * max(min(len(rows), MOST) for _, rows in line) for line in lines]
        leaders = "; ".join(f"{kind}: {rows['name'].iloc[0]} ({rows['mentions'].iloc[0]:,})" for kind, rows in panels)
        height = 2 * MARGIN + TITLE_LINE * len(titles) + sum(heights)
        chart = Chart(f"Bar charts: {title.rstrip('.')}. Most mentions: {leaders}.", height)
        top = write_title(chart, titles)
        for line, height in zip(lines, heights, strict=True):
            for column, (kind, rows) in enumerate(line):
                _draw_bars(chart, column, top, kind, rows, float(counts["mentions"].max()))
            top += height
    return chart


def _whole(numbers: pd.Series) -> pd.Series:
    known = pd.to_numeric(numbers, errors="coerce").astype(float)
    return known.where(np.isfinite(known), 0).clip(0, 1e15).astype(int)


def _draw_bars(chart: Chart, column: int, top: float, kind: str, rows: pd.DataFrame, largest: float) -> None:
    """Draw one type's bars, each under its name: a name as long as the panel is wide is still read whole."""
    width = (WIDTH - 2 * MARGIN - GUTTER) / 2
    left = MARGIN + column * (width + GUTTER)
    shown = rows.head(MOST)
    chart.write(left, top + 16, kind, NORMAL, weight="bold")
    if len(rows) > MOST:
        x = left + 1.15 * text_width(kind, NORMAL, "bold") + 4
        chart.write(x, top + 16, f"{MOST} of {len(rows):,}", color=SOFT)
    notes = [f"{m:,} in {_plural(a, 'article')}" for m, a in zip(shown["mentions"], shown["articles"], strict=True)]
    # Bars leave room for their labels, of which all panels must have as much for one scale.
    longest = width - text_width("00,000 in 00,000 articles") - 8
    top += BAR_HEADER
    axes = chart.add_panel(left, top, width, BAR_ROW * len(shown))
    axes.set_xlim(0, max(largest, 1) * width / longest)
    axes.set_xticks([])
    places = [BAR_ROW * i + 16.5 for i in range(len(shown))]
    axes.barh(places, shown["mentions"], height=7, color=BLUE)
    for place, name, mentions, note in zip(places, shown["name"], shown["mentions"], notes, strict=True):
        chart.write(left, top + place - 11, keep_order(fit(name, width, NORMAL)), NORMAL)
        chart.write(left + longest * mentions / max(largest, 1) + 4, top + place, note, color=SOFT)


def names_by_article_chart(counts: pd.DataFrame, title: str = "Who is named in which article") -> Chart:
    """Show how often each article mentions each name.

    Args:
        counts: Mentions; rows are names, columns short labels of articles.
        title: What is shown.

    Returns:
        The chart, wider than others where many articles need it.
    """
    if counts.empty:
        return nothing_to_show(title, "No names were found." if counts.columns.size else "No articles were given.")
    values = np.column_stack([_whole(counts.iloc[:, i]).to_numpy() for i in range(counts.shape[1])])
    with chart_style():
        names = [keep_order(fit(clean(name), WIDEST_NAME)) for name in counts.index]
        labels = [keep_order(fit(clean(label), WIDEST_ARTICLE)) for label in counts.columns]
        left = MARGIN + max(map(text_width, names)) + 8
        cell = min(max((WIDTH - MARGIN - left) / len(labels), NARROWEST), WIDEST)
        angle, head, overhang = _turn(labels, cell)
        # Slanted labels lean out over the last column.
        cell = min(cell, max((WIDTH - MARGIN - left - overhang) / len(labels), NARROWEST))
        width = max(WIDTH, left + cell * len(labels) + overhang + MARGIN)
        titles = wrap_title(title)
        height = 2 * MARGIN + TITLE_LINE * len(titles) + head + CELL_HEIGHT * len(names) + 34
        chart = Chart(_describe(title, counts, values), height, width)
        top = write_title(chart, titles) + head
        for i, name in enumerate(names):
            chart.write(left - 6, top + CELL_HEIGHT * (i + 0.5), name, ha="right")
        for i, label in enumerate(labels):
            _write_label(chart, left + cell * (i + 0.5), top - 4, label, angle, cell)
        axes = chart.add_panel(left, top, cell * len(labels), CELL_HEIGHT * len(names))
        colors, norm = _color_scale(values)
        _draw_cells(axes, values, cell, colors, norm)
        if len(labels) <= NUMBERED:
            _write_numbers(chart, values, left, top, cell, norm)
        _draw_key(chart, values, colors, norm)
    return chart


def _describe(title: str, counts: pd.DataFrame, values: Counts) -> str:
    row, column = divmod(int(values.argmax()), values.shape[1])
    name, label = clean(counts.index[row]), clean(counts.columns[column])
    size = f"{_plural(values.shape[0], 'name')} in {_plural(values.shape[1], 'article')}"
    most = f"; most mentions: {name} in {label} ({values.max():,})" if values.max() else ", no mentions"
    return f"Heatmap: {title.rstrip('.')}. {size}{most}."


def _plural(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _turn(labels: list[str], cell: float) -> tuple[int, float, float]:
    """Find the angle at which labels fit above cells, their height, and how far the last may lean out."""
    broken = [wrap(label, cell - 6) for label in labels]
    if all(len(lines) <= 3 and " ".join(lines) == label for lines, label in zip(broken, labels, strict=True)):
        return 0, LINE * max(map(len, broken)) + 12, 0.0
    longest = max(map(text_width, labels))
    angle = SLANT if cell >= STEEP else 90
    run, rise = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return angle, longest * rise + 16, longest * run


def _write_label(chart: Chart, x: float, y: float, label: str, angle: int, cell: float) -> None:
    if angle:
        chart.write(x + 3, y - 3, label, rotation=angle, rotation_mode="anchor")
        return
    lines = wrap(label, cell - 6)
    for i, line in enumerate(lines):
        chart.write(x, y - LINE * (len(lines) - i - 0.5), line, ha="center")


def _color_scale(values: Counts) -> tuple[Colormap, PowerNorm]:
    """Darker is more; the square root keeps one mention apart from five where another name has a hundred."""
    colors = LinearSegmentedColormap.from_list("mentions", ["#d3e7f3", BLUE, "#002c47"])
    return colors, PowerNorm(0.5, vmin=1, vmax=max(int(values.max()), 2))


def _color(count: int, colors: Colormap, norm: PowerNorm) -> tuple[float, ...]:
    return tuple(colors(float(norm(count)))) if count else to_rgba(NONE)


def _draw_cells(axes: Axes, values: Counts, cell: float, colors: Colormap, norm: PowerNorm) -> None:
    rows, columns = values.shape
    axes.set_xlim(0, cell * columns)
    axes.set_xticks([])
    paint = np.array([[_color(int(count), colors, norm) for count in row] for row in values])
    x, y = cell * np.arange(columns + 1), CELL_HEIGHT * np.arange(rows + 1)
    axes.pcolormesh(x, y, paint, edgecolors="white", linewidth=1)


def _write_numbers(chart: Chart, values: Counts, left: float, top: float, cell: float, norm: PowerNorm) -> None:
    if text_width(f"{values.max():,}") > cell - 2:
        return
    for (row, column), count in np.ndenumerate(values):
        if count:
            color = "white" if float(norm(int(count))) > 0.4 else INK
            x, y = left + cell * (column + 0.5), top + CELL_HEIGHT * (row + 0.5)
            chart.write(x, y, f"{count:,}", color=color, ha="center")


def _draw_key(chart: Chart, values: Counts, colors: Colormap, norm: PowerNorm) -> None:
    """Draw a few counts in their colours along the bottom."""
    largest = int(values.max())
    samples = sorted({0, min(1, largest), round(largest / 10), round(largest / 3), largest})
    samples = samples if (values == 0).any() else samples[1:]
    x, y = MARGIN, chart.height - MARGIN - 8
    chart.write(x, y, "mentions:", color=SOFT)
    x += text_width("mentions:") + 8
    for count in samples:
        corner = (x / chart.width, 1 - (y + 5) / chart.height)
        color = _color(count, colors, norm)
        chart.add_artist(
            Rectangle(corner, 14 / chart.width, 10 / chart.height, facecolor=color, transform=chart.transFigure)
        )
        chart.write(x + 18, y, f"{count:,}", color=SOFT)
        x += 18 + text_width(f"{count:,}") + 12
