"""The interval chart: what each article claims on one axis, with its bounds, its source and its words."""

from collections.abc import Sequence
from typing import Literal

import pandas as pd
from matplotlib.lines import Line2D

from crossread.linking.compare import ABOUT
from crossread.measuring.labels import clean, plural
from crossread.reporting.charts.chart import Chart, begin_chart, chart_style, figure_url, nothing_to_show
from crossread.reporting.charts.claims import Claim, read_claim
from crossread.reporting.charts.labels import fit, keep_order, name_units, text_width, wrap
from crossread.reporting.charts.marks import KEY_LINE, Mark, Track, draw_key, draw_mark, lay_out_key, set_scale
from crossread.reporting.charts.style import BLUE, INK, INNER, MARGIN, NORMAL, RULE, SOFT, VERMILION, WIDTH

ROW, AXIS, TICKS = 30.0, 36.0, 12.0
FAR = 12  # Rows from which the axis is too far away to be read.
GAP, LINE = 6.0, 10.5
PAPER: dict[str, object] = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}  # keeps the grid off words

Panels = dict[str, list[Claim]]


@chart_style()
def interval_chart(claims: pd.DataFrame, title: str, note: str = "", axis: str = "") -> Chart:
    """Lay claims about one matter side by side, each as the interval that its words say.

    Args:
        claims: One row a claim, with the columns panel, article_id, outlet, published, source, bound, low, high,
            value, unit, phrase, hedge and stated (how often the article says so); with a figure_id, the
            phrase is marked as that figure's (see `Chart.svg`). Only claims of one panel are comparable; panels
            stand in the order in which they first occur.
        title: What is compared.
        note: What is not shown.
        axis: The axis's title; made from the unit if empty.
    """
    if claims.empty:
        return nothing_to_show(title, "No comparable claims were found.")
    panels = _read_panels(claims)
    everything = [claim for rows in panels.values() for claim in rows]
    key = lay_out_key(list_samples(everything))
    body = sum(_headers(panels)) + ROW * len(everything)
    foot = AXIS + KEY_LINE * len(key) + 4
    chart, top = begin_chart(title, _describe(title, panels), body + foot, wrap(clean(note, limit=800), INNER))
    _draw_panels(chart, top, panels, clean(axis) or name_units(claims["unit"]))
    draw_key(chart, top + body + AXIS, key)
    return chart


def _read_panels(claims: pd.DataFrame) -> Panels:
    panels: Panels = {}
    for row in claims.to_dict("records"):
        panels.setdefault(clean(row["panel"], limit=90), []).append(read_claim(row))
    return {name: sorted(rows, key=lambda claim: claim.order) for name, rows in panels.items()}


def _describe(title: str, panels: Panels) -> str:
    claims = [claim for rows in panels.values() for claim in rows]
    text = f"Interval chart: {clean(title, limit=200).rstrip('.')}. {plural(len(claims), 'claim')}"
    text += f" in {len(panels)} panels" if len(panels) > 1 else ""
    claims = [claim for claim in claims if claim.mark.ends]
    if not claims:
        return f"{text}, none with a number to draw."
    low = min(claims, key=lambda claim: claim.mark.ends[0])
    high = max((claim for claim in claims if claim is not low), key=lambda claim: claim.mark.ends[-1], default=low)
    if low is high:
        return f"{text}: “{low.phrase}” ({low.outlet})."
    return f"{text}, from the lowest, “{low.phrase}” ({low.outlet}), to the highest, “{high.phrase}” ({high.outlet})."


def list_samples(claims: Sequence[Claim]) -> list[tuple[Mark, str]]:
    """List a sample of each kind of mark that occurs, on places from 0 up in points, and what it means."""
    marks = [claim.mark for claim in claims if claim.mark.ends]
    samples = [
        (any(m.color == BLUE for m in marks), Mark("=", 4, color=BLUE), "said by a source"),
        (any(m.color == VERMILION for m in marks), Mark("=", 4, color=VERMILION), "outlet’s own voice"),
        (any(m.hollow for m in marks), Mark("=", 4, hollow=True), "hollow: hedged"),
        (any(m.opens == "right" for m in marks), Mark(">", 4, opens="right"), "or more"),
        (any(m.opens == "left" for m in marks), Mark("<", 28, opens="left"), "or less"),
        (any(m.bound == "~" for m in marks), Mark("~", 13, (5, 21)), f"about (drawn ±{ABOUT:.0%})"),
        (any(m.bound == "range" for m in marks), Mark("range", bar=(2, 24)), "range"),
        (any(m.bound == "vague" for m in marks), Mark("vague", bar=(2, 24)), "lighter: vague words"),
        (any(claim.stated > 1 for claim in claims), Mark(""), "×2: stated twice in the article"),
    ]
    return [(mark, text) for occurs, mark, text in samples if occurs]


def _headers(panels: Panels) -> list[float]:
    # Above many rows the ticks stand on top too.
    ticks = TICKS if sum(map(len, panels.values())) > FAR else 0
    return [(26.0 if name else 8.0) + (0 if i else ticks) for i, name in enumerate(panels)]


def _draw_panels(chart: Chart, top: float, panels: Panels, axis: str) -> None:
    """Draw all claims on tracks with one scale, and the axis's title below them."""
    everything = [claim for rows in panels.values() for claim in rows]
    left = MARGIN + 10 + max(text_width(line) for claim in everything for line in claim.label)
    tracks = _add_tracks(chart, left, top, panels)
    for track in tracks:
        scale = set_scale(track, [claim.mark for claim in everything])
        on_top = track is tracks[0] and len(everything) > FAR
        track.axes.tick_params(labelbottom=track is tracks[-1], labeltop=on_top, length=0, pad=4)
    tracks[-1].axes.spines["bottom"].set_visible(True)
    for track, rows in zip(tracks, panels.values(), strict=True):
        for i, claim in enumerate(rows):
            _draw_row(chart, track, claim, ROW * i)
    bottom = top + sum(_headers(panels)) + ROW * len(everything)
    chart.write(left + tracks[-1].width / 2, bottom + 23, fit(axis, INNER - left) + scale, ha="center")


def _add_tracks(chart: Chart, left: float, top: float, panels: Panels) -> list[Track]:
    tracks: list[Track] = []
    for header, (name, rows) in zip(_headers(panels), panels.items(), strict=True):
        if name:
            chart.write(MARGIN, top + 17, fit(name, 0.88 * INNER, NORMAL), NORMAL, weight="bold")
        top += header
        width = WIDTH - MARGIN - left
        tracks.append(Track(chart.add_panel(left, top, width, ROW * len(rows)), left, top, width))
        top += ROW * len(rows)
    return tracks


def _draw_row(chart: Chart, track: Track, claim: Claim, top: float) -> None:
    """Draw a claim: its label, its mark, and its phrase where there is room, right, left, or above the mark."""
    height = 1 - (track.top + top) / chart.height
    edges = [MARGIN / chart.width, 1 - MARGIN / chart.width]
    chart.add_artist(Line2D(edges, [height, height], color=RULE, linewidth=0.6, zorder=0))
    y = top + ROW / 2
    for line, place, color in zip(claim.label, (y - 5.5, y + 5.5), (INK, SOFT), strict=True):
        chart.write(MARGIN, track.top + place, line, color=color)
    lowered = _write_words(chart, track, claim, y)
    draw_mark(track, claim.mark, y + lowered)


def _write_words(chart: Chart, track: Track, claim: Claim, y: float) -> float:
    """Write a claim's words, and return by how many points its mark must make way for them."""
    words, url = claim.words, figure_url(claim.figure_id)
    start, stop = track.extent(claim.mark)
    side, lines = _place(words, start - GAP, track.width - stop - GAP)
    if side is None:
        words = keep_order(fit(words, track.width))
        width = text_width(words)
        x = min(max((start + stop - width) / 2, 0), track.width - width)
        chart.write(track.left + x, track.top + y - 6.5, words, bbox=PAPER, url=url)
        return 6.0
    x = track.left + (stop + GAP if side == "left" else start - GAP)
    for i, line in enumerate(lines):
        height = track.top + y + LINE * (i - (len(lines) - 1) / 2)
        chart.write(x, height, line, ha=side, bbox=PAPER, url=url)
    return 0.0


def _place(words: str, left: float, right: float) -> tuple[Literal["left", "right"] | None, list[str]]:
    """Find which end of words, on one line or two, stands at a mark; without room beside it they go above it."""
    rooms: list[tuple[Literal["left", "right"], float]] = [("left", right), ("right", left)]
    for end, room in rooms:
        if text_width(words) <= room:
            return end, [words]
    for end, room in rooms:
        lines = wrap(words, max(room, 1))
        if len(lines) == 2 and " ".join(lines) == words:
            return end, lines
    return None, []
