"""Chart of wording: under which name each outlet speaks of one entity."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from crossread.reporting.charts.chart import Chart, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.labels import clean, fit, keep_order, plural, text_width
from crossread.reporting.charts.style import INK, INNER, MARGIN, SOFT, TITLE_LINE, WIDTH, chart_style
from crossread.reporting.charts.swatches import draw_swatches, swatch_room

ROW, BAR, LINE = 18.0, 12.0, 14.0
MOST, RARE = 25, 0.02
WIDEST_LABEL, WIDEST_FORM = 170.0, 200.0
# Okabe and Ito's palette, with the colour that numbers are read on; what is left is grey.
COLORS = (("#0072B2", "white"), ("#E69F00", INK), ("#56B4E9", INK), ("#D55E00", "white"), ("#009E73", "white"))
REST, REST_COLOR = "other forms", ("#d5d5d5", INK)

Counts = npt.NDArray[np.int64]


def wording_chart(counts: pd.DataFrame, title: str) -> Chart:
    """Show which share of an outlet's mentions of one entity has which form of its name.

    Args:
        counts: Mentions; rows are outlets in the order to show, columns forms, the most frequent first.
        title: What is shown.

    Returns:
        The chart. All forms after the fifth, and those with less than 2% of the mentions, are one; of more than 25
        outlets those with the most mentions stand.
    """
    if counts.empty or not counts.to_numpy().any():
        return nothing_to_show(title, "Fewer than two outlets name it in forms that differ.")
    shown = counts[counts.sum(axis=1).rank(ascending=False, method="first") <= MOST]
    forms, values = _read_forms(shown)
    with chart_style():
        titles = wrap_title(title)
        key = _lay_out_key(forms)
        height = 2 * MARGIN + TITLE_LINE * len(titles) + LINE * len(key) + 6 + ROW * len(values)
        height += LINE if len(counts) > len(shown) else 0
        chart = Chart(_describe(title, counts), height)
        top = write_title(chart, titles)
        for line in key:
            draw_swatches(chart, MARGIN, top + LINE / 2 + 2, line)
            top += LINE
        _draw_rows(chart, top + 6, [clean(label) for label in shown.index], values, _colors(forms))
        if len(counts) > len(shown):
            note = f"the {MOST} of {len(counts):,} outlets with the most mentions"
            chart.write(MARGIN, chart.height - MARGIN - 4, note, color=SOFT)
    return chart


def _read_forms(counts: pd.DataFrame) -> tuple[list[str], Counts]:
    """The forms that get a colour, and the mentions; the last column is the sum of all others."""
    values = counts.to_numpy(dtype=np.int64)
    forms = [clean(form) or "(no name)" for form in counts.columns]
    frequent = int((values.sum(axis=0) >= RARE * values.sum()).sum())
    kept = min(max(frequent, 2), len(COLORS))
    if len(forms) > kept:
        return [*forms[:kept], REST], np.hstack([values[:, :kept], values[:, kept:].sum(axis=1, keepdims=True)])
    return forms, values


def _colors(forms: Sequence[str]) -> list[tuple[str, str]]:
    has_rest = forms[-1] == REST
    return [*COLORS[: len(forms) - has_rest], *([REST_COLOR] if has_rest else [])]


def _lay_out_key(forms: Sequence[str]) -> list[list[tuple[str, str]]]:
    """Break the key into lines."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for form, (color, _) in zip(forms, _colors(forms), strict=True):
        text = keep_order(fit(form, WIDEST_FORM))
        room = 13 + swatch_room(text)
        if lines[-1] and used + room > INNER:
            lines.append([])
            used = 0.0
        lines[-1].append((color, text))
        used += room
    return lines


def _describe(title: str, counts: pd.DataFrame) -> str:
    total = int(counts.to_numpy().sum())
    first = f"{clean(counts.columns[0])} ({counts.iloc[:, 0].sum() / total:.0%})"
    size = f"{plural(total, 'mention')} by {plural(len(counts), 'outlet')}"
    return f"Stacked bar chart: {title.rstrip('.')}. {size}; the most frequent form overall: {first}."


def _draw_rows(
    chart: Chart, top: float, labels: Sequence[str], values: Counts, colors: Sequence[tuple[str, str]]
) -> None:
    """Draw one bar an outlet, the forms' shares one after another, with percentages where they fit."""
    shown = [keep_order(fit(label, WIDEST_LABEL)) for label in labels]
    totals = values.sum(axis=1)
    notes = [plural(int(total), "mention") for total in totals]
    left = MARGIN + 1.05 * max(map(text_width, shown)) + 8
    room = WIDTH - MARGIN - left - 1.05 * max(map(text_width, notes)) - 6
    axes = chart.add_panel(left, top, room, ROW * len(values))
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    shares = values / np.maximum(totals, 1)[:, None]
    starts = shares.cumsum(axis=1) - shares
    places = ROW * (np.arange(len(values)) + 0.5)
    for column, (color, ink) in enumerate(colors):
        axes.barh(places, shares[:, column], left=starts[:, column], height=BAR, color=color, edgecolor="white")
        for place, share, start in zip(places, shares[:, column], starts[:, column], strict=True):
            if text_width(percent := f"{share:.0%}") + 4 < room * share:
                chart.write(left + room * (start + share / 2), top + place, percent, color=ink, ha="center")
    for place, label, note in zip(places, shown, notes, strict=True):
        chart.write(left - 8, top + place, label, ha="right")
        chart.write(left + room + 6, top + place, note, color=SOFT)
