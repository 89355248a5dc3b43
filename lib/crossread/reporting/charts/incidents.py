"""Events as charts: each from its lowest to its highest account, and each at its date."""

from dataclasses import replace
from typing import NamedTuple

import pandas as pd
from matplotlib.lines import Line2D

from crossread.measuring.labels import clean, format_number, name_counted, plural
from crossread.reporting.charts.chart import Chart, begin_chart, chart_style, figure_url, nothing_to_show
from crossread.reporting.charts.claims import name_day
from crossread.reporting.charts.labels import fit, keep_order, name_units, text_width, wrap
from crossread.reporting.charts.marks import KEY_LINE, Mark, Track, draw_key, draw_mark, lay_out_key, set_scale
from crossread.reporting.charts.style import BLUE, INK, INNER, MARGIN, RULE, SOFT, VERMILION, WIDTH
from crossread.tables import records

ROW, AXIS = 28.0, 36.0
WIDEST_LABEL, GAP = 200.0, 6.0
LINE = 18.0  # of a timeline
PAPER: dict[str, object] = {"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.8}
DATE = 80.0  # room of a date's name on a timeline


class Row(NamedTuple):
    """What a chart needs to know of an incident."""

    event: str
    date: pd.Timestamp | None
    date_precision: str
    place_name: str
    outcome: str
    counted: str
    unit: str
    low: float
    best: float | None
    high: float
    sources: int
    contested: bool
    figure_ids: list[str]

    @property
    def what(self) -> str:
        """What is counted, and what happened to it: "people killed"."""
        return name_counted(self.unit, clean(self.counted), self.outcome)

    @property
    def where(self) -> str:
        """What the event is called, and where it was."""
        told = [clean(self.event), f"in {clean(self.place_name)}" if self.place_name else ""]
        return " ".join(part for part in told if part) or "event not named"

    @property
    def day(self) -> str:
        """Its date; that of an article is marked as such."""
        if self.date is None:
            return ""
        return name_day(self.date) + ("?" if self.date_precision != "day" else "")

    @property
    def numbers(self) -> str:
        """The best number, and between which others it lies."""
        span = f"{format_number(self.low)} to {format_number(self.high)}" if self.low < self.high else ""
        if self.best is None:
            return span or format_number(self.low)
        return f"{format_number(self.best)} ({span})" if span else format_number(self.best)

    @property
    def color(self) -> str:
        """Contested numbers stand out."""
        return VERMILION if self.contested else BLUE

    @property
    def url(self) -> str | None:
        """The figure that tells the best number."""
        return figure_url(self.figure_ids[0]) if self.figure_ids else None


def _read(incidents: pd.DataFrame) -> list[Row]:
    told = incidents.assign(low=incidents.low.fillna(incidents.best), high=incidents.high.fillna(incidents.best))
    return list(records(told[told.low.notna()], Row))


@chart_style()
def incidents_chart(incidents: pd.DataFrame, title: str, note: str = "") -> Chart:
    """Lay out incidents of one unit, each from its lowest over its best to its highest number.

    Args:
        incidents: Rows of the incidents table, in their order.
        title: What they are.
        note: What is not shown.
    """
    rows = _read(incidents)
    if not rows:
        return nothing_to_show(title, "No account tells a number.")
    samples = [
        (Mark("vague", bar=(2, 24), color=BLUE), "from the lowest to the highest"),
        (Mark("=", 4, color=BLUE), "the best"),
        (Mark("=", 4, color=VERMILION), "contested: no one number fits all accounts"),
    ]
    key = lay_out_key(samples[: 2 + any(row.contested for row in rows)])
    foot = AXIS + KEY_LINE * len(key) + 4
    alt = f"{clean(title, limit=200)}. {plural(len(rows), 'event')}: "
    alt += "; ".join(f"{row.where}, {row.what}: {row.numbers}" for row in rows)
    chart, top = begin_chart(title, alt, ROW * len(rows) + foot, wrap(clean(note, limit=800), INNER))
    left = MARGIN + WIDEST_LABEL + 10
    width = WIDTH - MARGIN - left
    track = Track(chart.add_panel(left, top, width, ROW * len(rows)), left, top, width)
    marks = [Mark("vague", row.best, (row.low, row.high), color=row.color) for row in rows]
    scale = set_scale(track, marks)
    track.axes.tick_params(length=0, pad=4)
    track.axes.spines["bottom"].set_visible(True)
    for number, (row, mark) in enumerate(zip(rows, marks, strict=True)):
        _draw_row(chart, track, row, mark, ROW * (number + 0.5))
    bottom = top + ROW * len(rows)
    chart.write(left + width / 2, bottom + 23, name_units({row.unit for row in rows}) + scale, ha="center")
    draw_key(chart, bottom + AXIS, key)
    return chart


def _draw_row(chart: Chart, track: Track, row: Row, mark: Mark, across: float) -> None:
    y = track.top + across
    _rule(chart, y - ROW / 2)
    day = f" · {row.day}" if row.day else ""
    chart.write(MARGIN, y - 5.5, keep_order(fit(row.where, WIDEST_LABEL - text_width(day))) + day, color=INK)
    sources = f" · {plural(row.sources, 'source')}"
    chart.write(MARGIN, y + 5.5, keep_order(fit(row.what, WIDEST_LABEL - text_width(sources))) + sources, color=SOFT)
    draw_mark(track, mark if row.low < row.high else replace(mark, bar=None), across)
    if row.best is not None:
        draw_mark(track, Mark("=", row.best, color=row.color), across)
    start, stop = track.extent(mark)
    words = text_width(row.numbers)
    if track.width - stop - GAP >= words:
        chart.write(track.left + stop + GAP, y, row.numbers, url=row.url)
    elif start - GAP >= words:
        chart.write(track.left + start - GAP, y, row.numbers, ha="right", url=row.url)
    else:  # on the bar, behind the dot or before it
        dot = track.to_points(row.low if row.best is None else row.best)
        x = dot + GAP + 4 if dot + words + 2 * GAP < track.width else dot - words - GAP - 4
        chart.write(track.left + x, y, row.numbers, bbox=PAPER, url=row.url)


def _rule(chart: Chart, y: float) -> None:
    edges, height = [MARGIN / chart.width, 1 - MARGIN / chart.width], 1 - y / chart.height
    chart.add_artist(Line2D(edges, [height, height], color=RULE, linewidth=0.6, zorder=0))


@chart_style()
def timeline_chart(incidents: pd.DataFrame, title: str, note: str = "") -> Chart:
    """Put incidents in the order of their dates, each at its own.

    Args:
        incidents: Rows of the incidents table; those without a date are left out.
        title: What they are.
        note: What is not shown.
    """
    dated = sorted((row for row in _read(incidents) if row.date is not None), key=lambda row: (row.date, row.where))
    if not dated:
        return nothing_to_show(title, "No event has a date.")
    dates = sorted({row.date for row in dated if row.date is not None})
    hollow = any(row.date_precision != "day" for row in dated)
    samples = [
        (Mark("=", 4, color=BLUE), "day of the event"),
        (Mark("=", 4, color=BLUE, hollow=True), "hollow: only the day of an article, or a longer time, is known"),
        (Mark("=", 4, color=VERMILION), "contested"),
    ]
    occur = (True, hollow, any(row.contested for row in dated))
    key = lay_out_key(sample for sample, there in zip(samples, occur, strict=True) if there)
    alt = f"{clean(title, limit=200)}. " + "; ".join(
        f"{row.day}: {row.where}, {row.numbers} {row.what}" for row in dated
    )
    body = LINE * len(dated) + AXIS + KEY_LINE * len(key)
    chart, top = begin_chart(title, alt, body, wrap(clean(note, limit=800), INNER))
    left, width = MARGIN + 10, INNER * 0.45
    days = max((dates[-1] - dates[0]).days, 1)
    track = Track(chart.add_panel(left, top, width, LINE * len(dated), days), left, top, width)
    _name_dates(chart, track, dates, LINE * len(dated))
    for number, row in enumerate(dated):
        across, day = LINE * (number + 0.5), float((row.date - dates[0]).days) if row.date is not None else 0.0
        _rule(chart, top + across - LINE / 2)
        draw_mark(track, Mark("=", day, color=row.color, hollow=row.date_precision != "day"), across)
        words = f"{row.numbers} {row.what} · {row.where}"
        x = left + width + 12
        chart.write(x, top + across, keep_order(fit(words, WIDTH - MARGIN - x)), url=row.url)
    draw_key(chart, top + LINE * len(dated) + AXIS - 8, key)
    return chart


def _name_dates(chart: Chart, track: Track, dates: list[pd.Timestamp], height: float) -> None:
    """Name the first and the last date, and between them those that keep apart."""
    shown: list[float] = []
    for date in [dates[0], dates[-1], *dates[1:-1]] if len(dates) > 1 else dates:
        place = track.to_points(float((date - dates[0]).days))
        track.axes.axvline(float((date - dates[0]).days), color=RULE, linewidth=0.6, zorder=0)
        if all(abs(place - other) > DATE for other in shown):
            shown.append(place)
            below = (track.left + place, track.top + height + 10, name_day(date))
            if date == dates[0]:
                chart.write(*below, ha="left")
            else:
                chart.write(*below, ha="center")
