"""The revisions chart: one number over time, what each source revises as steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from crossread.measuring.labels import format_number
from crossread.reporting.charts.axis import name_units, set_axis
from crossread.reporting.charts.chart import Chart, figure_url, nothing_to_show, wrap_title, write_title
from crossread.reporting.charts.followed import Followed, Told, follow, name_dates
from crossread.reporting.charts.labels import clean, fit, plural, text_width, wrap
from crossread.reporting.charts.marks import ARROW, Mark, Track, draw_mark
from crossread.reporting.charts.placing import Box, Places, around, farther, spread
from crossread.reporting.charts.style import (
    INNER,
    MARGIN,
    RULE,
    SMALL,
    SMALL_LINE,
    SOFT,
    TITLE_LINE,
    WIDTH,
    chart_style,
)

HEIGHT, AXIS_TITLE, DATES = 230.0, 14.0, 20.0
NAMES, LINE, PAD = 112.0, 10.5, 22.0  # the room for the lines' names; between their lines; left and right of the dates
SLOT, NEAREST, ASIDE = (
    11.0,
    34.0,
    5.0,
)  # between marks of one date, of two, and between lines that would hide each other
WIDEST_LABEL = 190.0
# Okabe and Ito's palette, without the colour that interval charts give to outlets, and grey, here for single claims.
COLORS = ("#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#222222")


@dataclass(frozen=True)
class Plot:
    """The chart's panel: a track that runs upwards, dates in points from its left edge, and what is taken of it."""

    track: Track
    dates: dict[pd.Timestamp, float]
    places: Places

    def row(self, value: float) -> float:
        """Return how many points below the panel's top a value lies."""
        return self.track.width - self.track.to_points(value)

    def box(self, mark: Mark, x: float) -> Box:
        """Return what a mark takes, `x` points right of the panel's left edge."""
        start, stop = self.track.extent(mark)
        return x - 5, self.track.width - stop, x + 5, self.track.width - start


def revisions_chart(claims: pd.DataFrame, title: str, note: str = "", axis: str = "") -> Chart:
    """Follow a number over time: a source that gives it more than once as steps, single claims as marks.

    Args:
        claims: Comparable claims, a row each, with the columns published (a date, or date and time), origin (equal for
            claims of one source), speaker (its name), outlet, article_id, source, bound, low, high, value, unit,
            phrase, hedge and stated; with `inferred`, whether the date is a guess; with figure_id, labels are marked
            as that figure's (see `Chart.svg`).
        title: What is followed.
        note: What is not shown, besides what the chart itself leaves out.
        axis: The axis's title; made from the unit if empty.

    Returns:
        The chart.
    """
    followed = follow(claims) if len(claims) else Followed((), (), ())
    times = sorted({told.time for told in followed.told})
    if len(times) < 2:
        return nothing_to_show(title, "That takes claims of at least two dates.")
    with chart_style():
        titles = wrap_title(title)
        left, width = _find_room(followed)
        dates, to_scale = _place_dates(times, width)
        # Drawn letters can be a little wider than measured ones, for screens round them.
        legend = wrap(" ".join(_legend(followed, to_scale=to_scale)), 0.96 * INNER)
        notes = wrap(" ".join([*followed.notes, clean(note, limit=800)]), 0.96 * INNER)
        foot = SMALL_LINE * (len(legend) + len(notes)) + 6
        height = 2 * MARGIN + TITLE_LINE * len(titles) + AXIS_TITLE + HEIGHT + DATES + foot
        chart = Chart(_describe(title, followed, times), height)
        track, scale = _add_track(chart, (left, write_title(chart, titles) + AXIS_TITLE, width), followed)
        plot = Plot(track, dates, Places(width, HEIGHT))
        chart.write(MARGIN, plot.track.top - 8, fit(clean(axis) or name_units(claims["unit"]), INNER) + scale)
        _write_dates(chart, plot, followed)
        _draw_claims(chart, plot, followed)
        for i, line in enumerate([*legend, *notes], start=-len(legend) - len(notes)):
            chart.write(MARGIN, chart.height - MARGIN + SMALL_LINE * (i + 0.5), line, color=SOFT)
    return chart


def _describe(title: str, followed: Followed, times: Sequence[pd.Timestamp]) -> str:
    dates = name_dates([times[0], times[-1]])
    text = f"Step chart: {clean(title, limit=200).rstrip('.')}, {dates[0]} to {dates[1]}."
    text += f" {plural(len(followed.singles), 'single number')}." if followed.singles else ""
    lines = [f"{line[0].speakers[0]}: {', '.join(told.number for told in line)}" for line in followed.lines]
    return f"{text} Heard on several dates: {'; '.join(lines)}." if lines else text


def _legend(followed: Followed, *, to_scale: bool) -> list[str]:
    """Explain what occurs."""
    marks = [told.mark for told in followed.told]
    several = any(len({t.time for t in line}) < len(line) for line in followed.lines)
    entries = [
        (bool(followed.lines), "A line is one source: a number holds until its next; dotted, none followed."),
        (several, "Where it is two lines, the source gave several numbers on one date."),
        (any(not told.own for told in followed.singles), "Grey: a source heard on one date."),
        (any(told.own for told in followed.singles), "Orange: an outlet’s own voice."),
        (any(mark.opens for mark in marks), "An arrow is an open end."),
        (any(mark.bound == "vague" for mark in marks), "Light bars are vague words."),
        (any(mark.bound == "~" for mark in marks), "~ about."),
        (any(mark.hollow for mark in marks), "Hollow: hedged."),
        (any(told.inferred for told in followed.told), "? and a dotted upright: a date inferred, not stated."),
        (not to_scale, "Dates that are close stand further apart than to scale."),
    ]
    return [text for occurs, text in entries if occurs]


def _find_room(followed: Followed) -> tuple[float, float]:
    """Return where the panel begins, behind its numbers, and how wide it is."""
    numbers = [format_number(end) for told in followed.told for end in told.mark.ends]
    left = MARGIN + 1.05 * max(map(text_width, numbers)) + text_width("00") + 8
    return left, WIDTH - MARGIN - left - (NAMES + 14 if followed.lines else 0)


def _place_dates(times: Sequence[pd.Timestamp], width: float) -> tuple[dict[pd.Timestamp, float], bool]:
    """Return where each date stands, in points, and whether all are to scale: those too close are moved apart."""
    room = width - 2 * PAD
    scaled = [PAD + room * ((time - times[0]) / (times[-1] - times[0])) for time in times]
    places = spread(scaled, min(NEAREST, room / (len(times) - 1)), PAD, PAD + room)
    return dict(zip(times, places, strict=True)), max(abs(a - b) for a, b in zip(scaled, places, strict=True)) < 1


def _add_track(chart: Chart, place: tuple[float, float, float], followed: Followed) -> tuple[Track, str]:
    """Add the panel, and return it with what its scale adds to the axis's title."""
    left, top, width = place
    marks = [told.mark for told in followed.told]
    ends = [end for mark in marks for end in mark.ends]
    axes = chart.add_panel(left, top, width, HEIGHT)
    opens = {mark.opens for mark in marks}
    pads = (10.0 + ARROW * ("left" in opens), 10.0 + ARROW * ("right" in opens))
    whole = all(end == int(end) for mark in marks if mark.bound != "~" for end in mark.ends)
    scale = set_axis(axes, ends, HEIGHT, pads, whole, upright=True)
    axes.set_xlim(0, width)
    axes.set_xticks([])
    axes.grid(axis="y", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, pad=4)
    axes.spines["bottom"].set_visible(True)
    return Track(axes, left, top, HEIGHT, upright=True), scale


def _write_dates(chart: Chart, plot: Plot, followed: Followed) -> None:
    """Mark each date, and write those that keep apart, the first and the last before others."""
    guessed = {told.time for told in followed.told if told.inferred}
    for time, x in plot.dates.items():
        style = ":" if time in guessed else "-"
        plot.track.axes.axvline(x, color=SOFT if time in guessed else RULE, linewidth=0.6, linestyle=style, zorder=0)
    times = list(plot.dates)
    reach = 1.05 * max(text_width(f"{name}?") for time in times for name in name_dates([time])) / 2
    shown: list[pd.Timestamp] = []
    for time in [times[0], times[-1], *times[1:-1]]:
        if all(abs(plot.dates[time] - plot.dates[other]) > 2 * reach + 4 for other in shown):
            shown.append(time)
    shown.sort()
    for time, name in zip(shown, name_dates(shown), strict=True):
        x = min(max(plot.track.left + plot.dates[time], MARGIN + reach), WIDTH - MARGIN - reach)
        chart.write(x, plot.track.top + HEIGHT + 10, name + ("?" if time in guessed else ""), ha="center")


def _draw_claims(chart: Chart, plot: Plot, followed: Followed) -> None:
    """Draw lines with their marks, then single marks beside them, then the labels for which there is room."""
    labels: list[tuple[Told, Box, str]] = []
    for number, line in enumerate(followed.lines):
        aside = ASIDE * (number - (len(followed.lines) - 1) / 2)
        _draw_line(plot, line, number, aside)
        for told in line:
            mark, x = replace(told.mark, color=COLORS[number]), plot.dates[told.time] + aside
            plot.places.take(box := plot.box(mark, x))
            draw_mark(plot.track, mark, x)
            labels.append((told, box, told.number))
    for told in followed.singles:
        x = plot.dates[told.time]
        slots = (plot.box(told.mark, x + SLOT * side * step) for step in range(6) for side in (1, -1))
        box = plot.places.first_free(slots) or plot.box(told.mark, x)
        draw_mark(plot.track, told.mark, (box[0] + box[2]) / 2)
        labels.append((told, box, told.label))
    for line in followed.lines:
        _keep_off(plot, line)
    _name_lines(chart, plot, followed.lines)
    for told, box, text in labels:
        _write_label(chart, plot, told, box, text)


def _keep_off(plot: Plot, line: Sequence[Told]) -> None:
    """Keep labels off a line's level parts."""
    for told in line:
        end = min((plot.dates[other.time] for other in line if other.time > told.time), default=plot.places.width)
        row = plot.row(told.value)
        plot.places.take((plot.dates[told.time], row - 1, end, row + 1))


def _draw_line(plot: Plot, line: Sequence[Told], number: int, aside: float) -> None:
    """Draw one source's numbers as steps: as two where a date has several, for none of them is the last."""
    values: dict[pd.Timestamp, list[float]] = {}
    for told in line:
        values.setdefault(told.time, []).append(told.value)
    xs = [plot.dates[time] + aside for time in values]
    style: dict[str, Any] = {"color": COLORS[number], "clip_on": False}
    edges = [[min(told) for told in values.values()], [max(told) for told in values.values()]]
    # Of level parts that lie on one another each later one is thinner.
    for ys in edges[: 1 if edges[0] == edges[1] else 2]:
        plot.track.axes.step(xs, ys, where="post", lw=2.6 - 0.3 * number, **style)
        plot.track.axes.plot([xs[-1], plot.places.width + 4], [ys[-1]] * 2, linestyle=":", lw=1.2, **style)


def _name_lines(chart: Chart, plot: Plot, lines: Sequence[Sequence[Told]]) -> None:
    """Write each line's source at its end."""
    ordered = sorted(enumerate(lines), key=lambda item: plot.row(item[1][-1].value))
    named = [f"{line[-1].speakers[0]}{', own voice' if line[-1].own else ''}" for _, line in ordered]
    names = [wrap(name, NAMES, lines=2) for name in named]
    apart = LINE * max(map(len, names), default=0) + 3
    rows = spread([plot.row(line[-1].value) for _, line in ordered], apart, LINE, HEIGHT - LINE)
    right = plot.places.width
    for (number, line), words, row in zip(ordered, names, rows, strict=True):
        ends = [line[-1].value, plot.track.to_value(HEIGHT - row)]
        plot.track.axes.plot([right + 4, right + 11], ends, color=COLORS[number], lw=1.2, clip_on=False)
        for i, text in enumerate(words):
            y = plot.track.top + row + LINE * (i - (len(words) - 1) / 2)
            chart.write(plot.track.left + right + 14, y, text)


def _write_label(chart: Chart, plot: Plot, told: Told, box: Box, text: str) -> None:
    """Write what a mark says where there is room: beside it, else, of a single one, away from it or only its number."""
    words = fit(text, WIDEST_LABEL)
    width, height = 1.05 * text_width(words), SMALL + 3
    found = plot.places.first_free(around(box, width, height))
    if (
        found is None
        and text != told.number
        and (found := plot.places.first_free(farther(box, width, height))) is not None
    ):
        _draw_leader(plot, told, box, found)
    if found is None:
        words = told.number
        found = plot.places.first_free(around(box, 1.05 * text_width(words), height))
    if found is not None:
        place = plot.track.left + found[0], plot.track.top + (found[1] + found[3]) / 2
        chart.write(*place, words, color=SOFT, url=figure_url(told.figure_id))


def _draw_leader(plot: Plot, told: Told, box: Box, label: Box) -> None:
    """Lead from a mark's number to a label that stands away from it."""
    end = label[0] - 2 if label[0] > box[2] else label[2] + 2
    rows = plot.row(told.value), (label[1] + label[3]) / 2
    ys = [plot.track.to_value(HEIGHT - row) for row in rows]
    plot.track.axes.plot([(box[0] + box[2]) / 2, end], ys, color=SOFT, lw=0.5, zorder=1)
