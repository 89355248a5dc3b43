"""The revisions chart: one number over time, what each source revises as steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from crossread.measuring.labels import clean, format_number, plural
from crossread.reporting.charts.chart import Chart, begin_chart, chart_style, figure_url, nothing_to_show
from crossread.reporting.charts.claims import Followed, Statement, follow, name_dates
from crossread.reporting.charts.labels import drawn_width, fit, name_units, text_width, wrap
from crossread.reporting.charts.marks import Mark, Track, draw_mark, set_scale
from crossread.reporting.charts.placing import Box, Places, around, farther, spread
from crossread.reporting.charts.style import INNER, MARGIN, RULE, SMALL, SOFT, WIDTH

HEIGHT, AXIS_TITLE, DATES = 230.0, 14.0, 20.0
NAMES, LINE, PAD = 112.0, 10.5, 22.0  # the room for the lines' names; between their lines; left and right of the dates
# Points between marks of one date, between two dates, and between lines that would hide each other.
SLOT, NEAREST, ASIDE = 11.0, 34.0, 5.0
WIDEST_LABEL = 190.0
# Okabe and Ito's palette, without the colour that interval charts give to outlets, and grey, here for single claims.
COLORS = ("#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#222222")


@dataclass(frozen=True)
class Plot:
    """The chart's panel: a track that runs upwards, dates in points from its left edge, and what is taken of it."""

    chart: Chart
    track: Track
    dates: dict[pd.Timestamp, float]
    places: Places

    def row(self, value: float) -> float:
        """Return how many points below the panel's top a value lies."""
        return HEIGHT - self.track.to_points(value)

    def box(self, mark: Mark, x: float) -> Box:
        """Return what a mark takes, `x` points right of the panel's left edge."""
        start, stop = self.track.extent(mark)
        return x - 5, HEIGHT - stop, x + 5, HEIGHT - start

    def link(self, xs: Sequence[float], rows: Sequence[float], color: str, width: float) -> None:
        """Draw a thin line between two points, given in points from the panel's left and top edges."""
        ys = [self.track.to_value(HEIGHT - row) for row in rows]
        self.track.axes.plot(xs, ys, color=color, lw=width, clip_on=False, zorder=1)


@chart_style()
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
    """
    followed = follow(claims) if len(claims) else Followed((), (), ())
    times = sorted({statement.time for statement in followed.statements})
    if len(times) < 2:
        return nothing_to_show(title, "That takes claims of at least two dates.")
    numbers = [format_number(end) for statement in followed.statements for end in statement.mark.ends]
    left = MARGIN + drawn_width(numbers) + text_width("00") + 8
    width = WIDTH - MARGIN - left - (NAMES + 14 if followed.lines else 0)
    dates, to_scale = _place_dates(times, width)
    # Drawn letters can be a little wider than measured ones, for screens round them.
    legend = wrap(" ".join(_list_meanings(followed, to_scale=to_scale)), 0.96 * INNER)
    notes = wrap(" ".join([*followed.notes, clean(note, limit=800)]), 0.96 * INNER)
    alt = _describe(title, followed, times)
    chart, top = begin_chart(title, alt, AXIS_TITLE + HEIGHT + DATES + 6, [*legend, *notes])
    top += AXIS_TITLE
    axes = chart.add_panel(left, top, width, HEIGHT, width)
    track = Track(axes, left, top, HEIGHT, upright=True)
    scale = set_scale(track, [statement.mark for statement in followed.statements])
    axes.tick_params(length=0, pad=4)
    axes.spines["bottom"].set_visible(True)
    chart.write(MARGIN, top - 8, fit(clean(axis) or name_units(claims["unit"]), INNER) + scale)
    plot = Plot(chart, track, dates, Places(width, HEIGHT))
    _write_dates(plot, {statement.time for statement in followed.statements if statement.inferred})
    _draw_claims(plot, followed)
    return chart


def _describe(title: str, followed: Followed, times: Sequence[pd.Timestamp]) -> str:
    dates = name_dates([times[0], times[-1]])
    text = f"Step chart: {clean(title, limit=200).rstrip('.')}, {dates[0]} to {dates[1]}."
    text += f" {plural(len(followed.singles), 'single number')}." if followed.singles else ""
    lines = [f"{line[0].speakers[0]}: {', '.join(statement.number for statement in line)}" for line in followed.lines]
    return f"{text} Heard on several dates: {'; '.join(lines)}." if lines else text


def _list_meanings(followed: Followed, *, to_scale: bool) -> list[str]:
    """Explain what occurs."""
    marks = [statement.mark for statement in followed.statements]
    several = any(len({statement.time for statement in line}) < len(line) for line in followed.lines)
    entries = [
        (bool(followed.lines), "A line is one source: a number holds until its next; dotted, none followed."),
        (several, "Where it is two lines, the source gave several numbers on one date."),
        (any(not single.own for single in followed.singles), "Grey: a source heard on one date."),
        (any(single.own for single in followed.singles), "Orange: an outlet’s own voice."),
        (any(mark.opens for mark in marks), "An arrow is an open end."),
        (any(mark.bound == "vague" for mark in marks), "Light bars are vague words."),
        (any(mark.bound == "~" for mark in marks), "~ about."),
        (any(mark.hollow for mark in marks), "Hollow: hedged."),
        (any(one.inferred for one in followed.statements), "? and a dotted upright: a date inferred, not stated."),
        (not to_scale, "Dates that are close stand further apart than to scale."),
    ]
    return [text for occurs, text in entries if occurs]


def _place_dates(times: Sequence[pd.Timestamp], width: float) -> tuple[dict[pd.Timestamp, float], bool]:
    """Return where each date stands, in points, and whether all are to scale: those too close are moved apart."""
    room = width - 2 * PAD
    scaled = [PAD + room * ((time - times[0]) / (times[-1] - times[0])) for time in times]
    places = spread(scaled, min(NEAREST, room / (len(times) - 1)), PAD, PAD + room)
    return dict(zip(times, places, strict=True)), max(abs(a - b) for a, b in zip(scaled, places, strict=True)) < 1


def _write_dates(plot: Plot, guessed: set[pd.Timestamp]) -> None:
    """Mark each date, and write those that keep apart, the first and the last before others."""
    for time, x in plot.dates.items():
        color, style = (SOFT, ":") if time in guessed else (RULE, "-")
        plot.track.axes.axvline(x, color=color, linewidth=0.6, linestyle=style, zorder=0)
    times = list(plot.dates)
    reach = drawn_width(f"{name}?" for time in times for name in name_dates([time])) / 2
    shown: list[pd.Timestamp] = []
    for time in [times[0], times[-1], *times[1:-1]]:
        if all(abs(plot.dates[time] - plot.dates[other]) > 2 * reach + 4 for other in shown):
            shown.append(time)
    shown.sort()
    for time, name in zip(shown, name_dates(shown), strict=True):
        x = min(max(plot.track.left + plot.dates[time], MARGIN + reach), WIDTH - MARGIN - reach)
        plot.chart.write(x, plot.track.top + HEIGHT + 10, name + ("?" if time in guessed else ""), ha="center")


def _draw_claims(plot: Plot, followed: Followed) -> None:
    """Draw lines with their marks, then single marks beside them, then the labels for which there is room."""
    labels: list[tuple[Statement, Box, str]] = []
    for number, line in enumerate(followed.lines):
        aside = ASIDE * (number - (len(followed.lines) - 1) / 2)
        _draw_line(plot, line, number, aside)
        for statement in line:
            mark, x = replace(statement.mark, color=COLORS[number]), plot.dates[statement.time] + aside
            plot.places.take(box := plot.box(mark, x))
            draw_mark(plot.track, mark, x)
            labels.append((statement, box, statement.number))
    for single in followed.singles:
        x = plot.dates[single.time]
        slots = (plot.box(single.mark, x + SLOT * side * step) for step in range(6) for side in (1, -1))
        box = plot.places.first_free(slots) or plot.box(single.mark, x)
        draw_mark(plot.track, single.mark, (box[0] + box[2]) / 2)
        labels.append((single, box, single.label))
    for line in followed.lines:
        _keep_off(plot, line)
    _name_lines(plot, followed.lines)
    for statement, box, text in labels:
        _write_label(plot, statement, box, text)


def _keep_off(plot: Plot, line: Sequence[Statement]) -> None:
    """Keep labels off a line's level parts."""
    for one in line:
        end = min((plot.dates[other.time] for other in line if other.time > one.time), default=plot.places.width)
        row = plot.row(one.value)
        plot.places.take((plot.dates[one.time], row - 1, end, row + 1))


def _draw_line(plot: Plot, line: Sequence[Statement], number: int, aside: float) -> None:
    """Draw one source's numbers as steps: as two where a date has several, for none of them is the last."""
    values: dict[pd.Timestamp, list[float]] = {}
    for statement in line:
        values.setdefault(statement.time, []).append(statement.value)
    xs, color = [plot.dates[time] + aside for time in values], COLORS[number]
    edges = [[min(numbers) for numbers in values.values()], [max(numbers) for numbers in values.values()]]
    # Of level parts that lie on one another each later one is thinner.
    for ys in edges[: 1 if edges[0] == edges[1] else 2]:
        plot.track.axes.step(xs, ys, where="post", lw=2.6 - 0.3 * number, color=color, clip_on=False)
        end = [xs[-1], plot.places.width + 4]
        plot.track.axes.plot(end, [ys[-1]] * 2, linestyle=":", lw=1.2, color=color, clip_on=False)


def _name_lines(plot: Plot, lines: Sequence[Sequence[Statement]]) -> None:
    """Write each line's source at its end."""
    ordered = sorted(enumerate(lines), key=lambda item: plot.row(item[1][-1].value))
    ends = [(number, line[-1], plot.row(line[-1].value)) for number, line in ordered]
    names = [wrap(last.speakers[0] + ", own voice" * last.own, NAMES, lines=2) for _, last, _ in ends]
    apart = LINE * max(map(len, names), default=0) + 3
    rows = spread([row for _, _, row in ends], apart, LINE, HEIGHT - LINE)
    right = plot.places.width
    for (number, _, end), words, row in zip(ends, names, rows, strict=True):
        plot.link([right + 4, right + 11], [end, row], COLORS[number], 1.2)
        for i, text in enumerate(words):
            y = plot.track.top + row + LINE * (i - (len(words) - 1) / 2)
            plot.chart.write(plot.track.left + right + 14, y, text)


def _write_label(plot: Plot, statement: Statement, box: Box, text: str) -> None:
    """Write what a mark says where there is room: beside it, else, of a single one, away from it or only its number."""
    words, height = fit(text, WIDEST_LABEL), SMALL + 3
    width = drawn_width([words])
    found = plot.places.first_free(around(box, width, height))
    if found is None and text != statement.number:
        found = plot.places.first_free(farther(box, width, height))
        if found is not None:
            end = found[0] - 2 if found[0] > box[2] else found[2] + 2
            rows = [plot.row(statement.value), (found[1] + found[3]) / 2]
            plot.link([(box[0] + box[2]) / 2, end], rows, SOFT, 0.5)
    if found is None:
        words = statement.number
        found = plot.places.first_free(around(box, drawn_width([words]), height))
    if found is not None:
        x, y = plot.track.left + found[0], plot.track.top + (found[1] + found[3]) / 2
        plot.chart.write(x, y, words, color=SOFT, url=figure_url(statement.figure_id))
