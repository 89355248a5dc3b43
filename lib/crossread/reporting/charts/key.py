"""The key below an interval chart: the kinds of marks that occur in it, and what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.linking.compare import ABOUT
from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.labels import text_width
from crossread.reporting.charts.marks import Mark, Track, draw_mark
from crossread.reporting.charts.rows import Claim
from crossread.reporting.charts.style import BLUE, INNER, MARGIN, SOFT, VERMILION

KEY_LINE = 14.0


@dataclass(frozen=True)
class Entry:
    """A sample of a mark and what it means, in the key's line of that number."""

    x: float
    line: int
    sample: Mark
    width: float
    text: str


def lay_out_key(claims: Sequence[Claim]) -> list[Entry]:
    """Explain the kinds of marks that occur, and no others.

    Args:
        claims: All claims of the chart.

    Returns:
        The key's entries from left to right, line by line.
    """
    marks = [claim.mark for claim in claims if claim.mark.ends]
    kinds: list[tuple[bool, Mark, float, str]] = [
        (any(m.color == BLUE for m in marks), Mark("=", 4, color=BLUE), 8, "said by a source"),
        (any(m.color == VERMILION for m in marks), Mark("=", 4, color=VERMILION), 8, "outlet’s own voice"),
        (any(m.hollow for m in marks), Mark("=", 4, hollow=True), 8, "hollow: hedged"),
        (any(m.opens == "right" for m in marks), Mark(">", 4, opens="right"), 32, "or more"),
        (any(m.opens == "left" for m in marks), Mark("<", 28, opens="left"), 32, "or less"),
        (any(m.bound == "~" for m in marks), Mark("~", 13, (5, 21)), 26, f"about (drawn ±{ABOUT:.0%})"),
        (any(m.bound == "range" for m in marks), Mark("range", bar=(2, 24)), 26, "range"),
        (any(m.bound == "vague" for m in marks), Mark("vague", bar=(2, 24)), 26, "lighter: vague words"),
        (any(claim.stated > 1 for claim in claims), Mark(""), -4, "×2: stated twice in the article"),
    ]
    entries: list[Entry] = []
    x, line = 0.0, 0
    for occurs, sample, width, text in kinds:
        if not occurs:
            continue
        total = width + 4 + text_width(text)
        if x + total > INNER:
            x, line = 0.0, line + 1
        entries.append(Entry(x, line, sample, width, text))
        x += total + 14
    return entries


def count_lines(key: Sequence[Entry]) -> int:
    """Return how many lines a key takes."""
    return max((entry.line + 1 for entry in key), default=0)


def draw_key(chart: Chart, top: float, key: Sequence[Entry]) -> None:
    """Draw a key, `top` points below the chart's top edge."""
    axes = chart.add_panel(MARGIN, top, INNER, max(KEY_LINE * count_lines(key), 1))
    axes.set_xlim(0, INNER)
    axes.set_xticks([])
    track = Track(axes, MARGIN, top, INNER)
    for entry in key:
        x, y, mark = entry.x, KEY_LINE * (entry.line + 0.5), entry.sample
        moved = replace(mark, dot=mark.dot and x + mark.dot, bar=mark.bar and (x + mark.bar[0], x + mark.bar[1]))
        draw_mark(track, moved, y)
        chart.write(MARGIN + x + entry.width + 4, top + y, entry.text, color=SOFT)
