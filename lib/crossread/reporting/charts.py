"""The interval chart: what each article claims on one axis, with its bounds, its source and its words."""

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from crossread.reporting.chart import (
    BLUE,
    INK,
    MARGIN,
    NORMAL,
    RULE,
    SMALL_LINE,
    SOFT,
    TITLE_LINE,
    VERMILION,
    WIDTH,
    Chart,
    chart_style,
    clean,
    fit,
    keep_order,
    nothing_to_show,
    set_axis,
    text_width,
    wrap,
    wrap_title,
    write_title,
)

ABOUT = 0.1  # How far "about" reaches to either side.
LARGEST, SMALLEST = 1e18, 1e-12  # Beyond these a number was misread, and floats begin to overflow.
ROW, AXIS, KEY_LINE, TICKS = 30.0, 36.0, 14.0, 12.0
FAR = 12  # Rows from which the axis is too far away to be read.
ARROW, GAP, LINE = 24.0, 6.0, 10.5
WIDEST_LABEL = 172.0
INNER = WIDTH - 2 * MARGIN
PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}  # Behind words, so that no grid line strikes them out.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class _Mark:
    """What is drawn of a claim: a dot or a bar or both, and an arrow where an end is open."""

    bound: str
    dot: float | None = None
    bar: tuple[float, float] | None = None
    opens: str = ""
    color: str = SOFT
    hollow: bool = False

    @property
    def ends(self) -> list[float]:
        return sorted(x for x in (self.dot, *(self.bar or ())) if x is not None)

    @property
    def tint(self) -> str:
        red, green, blue = (1 - 0.35 * (1 - channel) for channel in to_rgb(self.color))
        return to_hex((red, green, blue))

    @property
    def fill(self) -> str:
        return "white" if self.hollow else self.tint if self.bound == "vague" else self.color


@dataclass(frozen=True)
class _Claim:
    mark: _Mark
    value: float | None
    outlet: str
    day: str
    source: str
    hedge: str
    phrase: str
    stated: int


@dataclass(frozen=True)
class _Track:
    """Axes that know where they are, to go from values to points and back."""

    axes: Axes
    left: float
    top: float
    width: float

    def to_points(self, value: float) -> float:
        change = self.axes.transData + self.axes.transAxes.inverted()
        return float(change.transform((value, 0))[0]) * self.width

    def to_value(self, points: float) -> float:
        change = self.axes.transAxes + self.axes.transData.inverted()
        return float(change.transform((points / self.width, 0))[0])

    def extent(self, mark: _Mark) -> tuple[float, float]:
        """Where a mark begins and ends, in points."""
        if not mark.ends:
            return 0.0, 0.0
        start, stop = self.to_points(mark.ends[0]) - 4, self.to_points(mark.ends[-1]) + 4
        left, right = (ARROW if mark.opens == side else 0.0 for side in ("left", "right"))
        # Near the axis's end an arrow is short rather than cut off.
        return (max(start - left, 2.0) if left else start), stop + right


_Entry = tuple[float, int, _Mark, float, str]


def interval_chart(claims: pd.DataFrame, title: str, note: str = "", axis: str = "") -> Chart:
    """Lay claims about one matter side by side, each as the interval that its words say.

    Args:
        claims: One row a claim, with the columns panel, article_id, outlet, published, source, bound, low, high,
            value, unit, phrase, hedge and stated (how often the article says so). Only claims of one panel are
            comparable; panels stand in the order in which they first occur.
        title: What is compared.
        note: What is not shown.
        axis: The axis's title; made from the unit if empty.

    Returns:
        The chart.
    """
    if claims.empty:
        return nothing_to_show(title, "No comparable claims were found.")
    panels: dict[str, list[_Claim]] = {}
    for row in claims.to_dict("records"):
        panels.setdefault(clean(row["panel"], limit=90), []).append(_read_claim(row))
    panels = {name: sorted(rows, key=_order) for name, rows in panels.items()}
    everything = [claim for rows in panels.values() for claim in rows]
    with chart_style():
        titles, notes = wrap_title(title), wrap(clean(note, limit=800), INNER)
        key = _lay_out_key(everything)
        body = sum(_headers(panels)) + ROW * len(everything)
        foot = AXIS + KEY_LINE * _count_lines(key) + SMALL_LINE * len(notes) + 4
        chart = Chart(_describe(title, panels), 2 * MARGIN + TITLE_LINE * len(titles) + body + foot)
        top = write_title(chart, titles)
        left = MARGIN + 10 + max(text_width(line) for claim in everything for line in _label(claim))
        tracks = _add_tracks(chart, left, top, panels)
        scale = _set_axes(tracks, [claim.mark for claim in everything])
        for track, rows in zip(tracks, panels.values(), strict=True):
            for i, claim in enumerate(rows):
                _draw_row(chart, track, claim, ROW * i)
        axis = fit(clean(axis) or _name_units(claims["unit"]), INNER - left) + scale
        chart.write(left + tracks[-1].width / 2, top + body + 23, axis, ha="center")
        _draw_key(chart, top + body + AXIS, key)
        for i, line in enumerate(notes, start=-len(notes)):
            chart.write(MARGIN, chart.height - MARGIN + SMALL_LINE * (i + 0.5), line, color=SOFT)
    return chart


def _read_claim(row: dict[Hashable, Any]) -> _Claim:
    source, hedge = clean(row["source"]), clean(row["hedge"], limit=24)
    day, value, bound = pd.to_datetime(row["published"], errors="coerce"), _number(row["value"]), clean(row["bound"])
    ends = sorted(x for x in (_number(row["low"]), _number(row["high"])) if x is not None)
    dot, bar, opens = ends[0] if ends else value, None, {">": "right", "<": "left"}.get(bound[:1], "")
    if bound in {"range", "vague"} and len(ends) == 2:
        dot, bar = None, (ends[0], ends[1])
    elif bound in {"range", "vague"} and ends:
        opens = "left" if _number(row["low"]) is None else "right"
    elif bound == "~" and dot is not None:
        most = 100.0 if row["unit"] == "percent" and dot <= 100 else math.inf
        bar = (dot - abs(dot) * ABOUT, min(dot + abs(dot) * ABOUT, most))
    return _Claim(
        mark=_Mark(bound, dot, bar, opens, BLUE if source else VERMILION, bool(hedge)),
        value=value,
        outlet=clean(row["outlet"]) or clean(row["article_id"]),
        day="" if pd.isna(day) else f"{day.year:04}-{day.month:02}-{day.day:02}",
        source=source,
        hedge=hedge,
        phrase=clean(row["phrase"]),
        stated=int(_number(row["stated"]) or 1),
    )


def _number(value: object) -> float | None:
    number = pd.to_numeric(pd.Series([value]), errors="coerce").iloc[0]
    if pd.isna(number) or abs(number) > LARGEST:
        return None
    return float(number) if abs(number) > SMALLEST else 0.0


def _order(claim: _Claim) -> tuple[float, str, str, str, str]:
    size = claim.value if claim.value is not None else next(iter(claim.mark.ends), None)
    return (math.inf if size is None else -size, claim.day, claim.outlet, claim.source, claim.phrase)


def _describe(title: str, panels: dict[str, list[_Claim]]) -> str:
    claims = [claim for rows in panels.values() for claim in rows]
    text = f"Interval chart: {clean(title, limit=200).rstrip('.')}. {len(claims)} claim{'s' if len(claims) > 1 else ''}"
    text += f" in {len(panels)} panels" if len(panels) > 1 else ""
    claims = [claim for claim in claims if claim.mark.ends]
    if not claims:
        return f"{text}, none with a number to draw."
    low = min(claims, key=lambda claim: claim.mark.ends[0])
    high = max((claim for claim in claims if claim is not low), key=lambda claim: claim.mark.ends[-1], default=low)
    if low is high:
        return f"{text}: “{low.phrase}” ({low.outlet})."
    return f"{text}, from the lowest, “{low.phrase}” ({low.outlet}), to the highest, “{high.phrase}” ({high.outlet})."


def _name_units(units: Iterable[object]) -> str:
    names = []
    for unit in sorted({clean(unit) for unit in units}):
        thing, per, rest = unit.partition(" per ")
        plural = thing if thing[-1:] == "s" or not thing.split()[-1:] or thing.split()[-1][0].isupper() else f"{thing}s"
        known = {"": "count", "percent": "percent", "foot": "feet", "inch": "inches", "century": "centuries"}
        names.append(known.get(thing, plural) + per + rest)
    return " / ".join(names)


def _headers(panels: dict[str, list[_Claim]]) -> list[float]:
    # Above many rows the ticks stand on top too.
    ticks = TICKS if sum(map(len, panels.values())) > FAR else 0
    return [(26.0 if name else 8.0) + (0 if i else ticks) for i, name in enumerate(panels)]


def _add_tracks(chart: Chart, left: float, top: float, panels: dict[str, list[_Claim]]) -> list[_Track]:
    tracks: list[_Track] = []
    for header, (name, rows) in zip(_headers(panels), panels.items(), strict=True):
        if name:
            chart.write(MARGIN, top + 17, fit(name, 0.88 * INNER, NORMAL), NORMAL, weight="bold")
        top += header
        width = WIDTH - MARGIN - left
        tracks.append(_Track(chart.add_panel(left, top, width, ROW * len(rows)), left, top, width))
        top += ROW * len(rows)
    return tracks


def _set_axes(tracks: Sequence[_Track], marks: Sequence[_Mark]) -> str:
    ends = [end for mark in marks for end in mark.ends]
    opens = {mark.opens for mark in marks}
    whole = all(end == int(end) for mark in marks if mark.bound != "~" for end in mark.ends)
    pads = (10.0 + 10 * ("left" in opens), 10.0 + ARROW * ("right" in opens))
    for track in tracks:
        scale = set_axis(track.axes, ends, track.width, pads, whole)
        track.axes.grid(axis="x", color=RULE, linewidth=0.6)
        track.axes.set_axisbelow(True)
        on_top = track is tracks[0] and len(marks) > FAR
        track.axes.tick_params(labelbottom=track is tracks[-1], labeltop=on_top, length=0, pad=4)
    tracks[-1].axes.spines["bottom"].set_visible(True)
    return scale


def _draw_row(chart: Chart, track: _Track, claim: _Claim, top: float) -> None:
    """Draw a claim: its label, its mark, and its phrase where there is room, right, left, or above the mark."""
    height = 1 - (track.top + top) / chart.height
    edges = [MARGIN / chart.width, 1 - MARGIN / chart.width]
    chart.add_artist(Line2D(edges, [height, height], color=RULE, linewidth=0.6, zorder=0))
    y = top + ROW / 2
    for line, place, color in zip(_label(claim), (y - 5.5, y + 5.5), (INK, SOFT), strict=True):
        chart.write(MARGIN, track.top + place, line, color=color)
    words = keep_order(f"“{claim.phrase}”") if claim.phrase else ""
    words += f" ×{claim.stated}" if claim.stated > 1 else ""
    words += "" if claim.mark.ends else " (no number to draw)"
    start, stop = track.extent(claim.mark)
    side, lines = _place(words, start - GAP, track.width - stop - GAP)
    if side == "above":
        words = keep_order(fit(words, track.width))
        width = text_width(words)
        x = min(max((start + stop - width) / 2, 0), track.width - width)
        chart.write(track.left + x, track.top + y - 6.5, words, bbox=PAPER)
        y += 6
    x, align = (stop + GAP, "left") if side == "right" else (start - GAP, "right")
    for i, line in enumerate(lines):
        chart.write(track.left + x, track.top + y + LINE * (i - (len(lines) - 1) / 2), line, ha=align, bbox=PAPER)
    _draw_mark(track, claim.mark, y)


def _label(claim: _Claim) -> list[str]:
    day = f" · {int(claim.day[8:])} {MONTHS[int(claim.day[5:7]) - 1]} {claim.day[:4]}" if claim.day else ""
    source = f"source: {claim.source}" if claim.source else "own voice"
    # The mark is hollow also where there is no room for the hedge's words.
    hedged = f"{source} · {claim.hedge}" if claim.hedge else source
    second = hedged if text_width(hedged) <= WIDEST_LABEL else fit(source, WIDEST_LABEL)
    return [keep_order(fit(claim.outlet, WIDEST_LABEL - text_width(day))) + day, keep_order(second)]


def _place(words: str, left: float, right: float) -> tuple[str, list[str]]:
    """Find the side of a mark where words fit, on one line or two; without one they go above it."""
    for side, room in (("right", right), ("left", left)):
        if text_width(words) <= room:
            return side, [words]
    for side, room in (("right", right), ("left", left)):
        lines = wrap(words, max(room, 1))
        if len(lines) == 2 and " ".join(lines) == words:
            return side, lines
    return "above", []


def _draw_mark(track: _Track, mark: _Mark, y: float) -> None:
    axes = track.axes
    line: dict[str, Any] = {"color": mark.color, "clip_on": False}
    if mark.bar is not None and mark.bound == "~":
        # Round ends: nobody said where "about" stops.
        axes.plot(mark.bar, [y, y], color=mark.tint, clip_on=False, lw=8, solid_capstyle="round")
    elif mark.bar is not None:
        low, high = mark.bar
        height = 9 if mark.bound == "vague" else 5
        edge = mark.color if mark.hollow or mark.bound != "vague" else mark.tint
        axes.add_patch(
            Rectangle((low, y - height / 2), high - low, height, facecolor=mark.fill, edgecolor=edge, clip_on=False)
        )
        if mark.bound == "range":
            axes.vlines(mark.bar, y - 5.5, y + 5.5, **line, lw=1.6)
    if mark.dot is None:
        return
    if mark.opens:
        tip = track.extent(mark)[mark.opens == "right"]
        tip += 3 if mark.opens == "left" else -3
        axes.plot([mark.dot, track.to_value(tip)], [y, y], **line, lw=1.6)
        axes.plot(track.to_value(tip), y, **line, marker="<>"[mark.opens == "right"], ms=6, mew=0)
    axes.plot(mark.dot, y, **line, marker="o", ms=7, mfc=mark.fill, mew=1.4)


def _lay_out_key(claims: Sequence[_Claim]) -> list[_Entry]:
    """Explain the kinds of marks that occur, and no others: (x, line, sample, its width, text)."""
    marks = [claim.mark for claim in claims if claim.mark.ends]
    entries: list[tuple[bool, _Mark, float, str]] = [
        (any(m.color == BLUE for m in marks), _Mark("=", 4, color=BLUE), 8, "said by a source"),
        (any(m.color == VERMILION for m in marks), _Mark("=", 4, color=VERMILION), 8, "outlet’s own voice"),
        (any(m.hollow for m in marks), _Mark("=", 4, hollow=True), 8, "hollow: hedged"),
        (any(m.opens == "right" for m in marks), _Mark(">", 4, opens="right"), 32, "or more"),
        (any(m.opens == "left" for m in marks), _Mark("<", 28, opens="left"), 32, "or less"),
        (any(m.bound == "~" for m in marks), _Mark("~", 13, (5, 21)), 26, f"about (drawn ±{ABOUT:.0%})"),
        (any(m.bound == "range" for m in marks), _Mark("range", bar=(2, 24)), 26, "range"),
        (any(m.bound == "vague" for m in marks), _Mark("vague", bar=(2, 24)), 26, "lighter: vague words"),
        (any(claim.stated > 1 for claim in claims), _Mark(""), -4, "×2: stated twice in the article"),
    ]
    placed, x, line = [], 0.0, 0
    for occurs, mark, width, text in entries:
        if not occurs:
            continue
        total = width + 4 + text_width(text)
        if x + total > INNER:
            x, line = 0.0, line + 1
        placed.append((x, line, mark, width, text))
        x += total + 14
    return placed


def _count_lines(key: Sequence[_Entry]) -> int:
    return max((line + 1 for _, line, *_ in key), default=0)


def _draw_key(chart: Chart, top: float, key: Sequence[_Entry]) -> None:
    axes = chart.add_panel(MARGIN, top, INNER, max(KEY_LINE * _count_lines(key), 1))
    axes.set_xlim(0, INNER)
    axes.set_xticks([])
    for x, line, mark, width, text in key:
        y = KEY_LINE * (line + 0.5)
        moved = replace(mark, dot=mark.dot and x + mark.dot, bar=mark.bar and (x + mark.bar[0], x + mark.bar[1]))
        _draw_mark(_Track(axes, MARGIN, top, INNER), moved, y)
        chart.write(MARGIN + x + width + 4, top + y, text, color=SOFT)
