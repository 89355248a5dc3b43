"""What a chart over time shows of a group of claims: sources heard on several dates, and single claims."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import pandas as pd

from crossread.reporting.charts.claims import name_day, read_claim
from crossread.reporting.charts.labels import clean, keep_order, plural
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.style import SOFT, VERMILION

LINES, SINGLES = 6, 24  # at most so many of each in a chart
SIGNS = {">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "~"}
OPEN_SIGNS = {"right": "≥", "left": "≤"}  # of a range with one end
NAMED = 3  # speakers of one number who are named at its mark


@dataclass(frozen=True)
class Statement:
    """A number that one source, or several by themselves, give at one time."""

    time: pd.Timestamp
    mark: Mark
    value: float
    speakers: tuple[str, ...]
    number: str
    figure_id: str
    own: bool
    inferred: bool

    @property
    def same(self) -> tuple[object, ...]:
        """What two have in common that a chart shows as one."""
        return self.time, self.mark

    @property
    def label(self) -> str:
        """The number, and who gives it."""
        more = f" and {len(self.speakers) - NAMED} more" if len(self.speakers) > NAMED else ""
        return f"{self.number} {', '.join(self.speakers[:NAMED])}{more}"


@dataclass(frozen=True)
class Followed:
    """The claims of a chart: `lines` a source each, `singles`, and notes of what is not shown."""

    lines: tuple[tuple[Statement, ...], ...]
    singles: tuple[Statement, ...]
    notes: tuple[str, ...]

    @property
    def statements(self) -> list[Statement]:
        """All that is shown."""
        return [*(statement for line in self.lines for statement in line), *self.singles]


def follow(claims: pd.DataFrame) -> Followed:
    """Part claims, as `revisions_chart` takes them, into sources that are heard at several times and single claims.

    Returns:
        What a chart can take of them: the sources heard most often, and single claims evenly spaced from the earliest
        to the latest.
    """
    claims = claims.assign(published=pd.to_datetime(claims["published"], errors="coerce", format="ISO8601"))
    dated = claims[claims["published"].notna()].sort_values("published", kind="stable")
    lines, singles, numberless = [], [], 0
    for _, rows in dated.groupby("origin", sort=False, dropna=False):
        found = [statement for _, row in rows.iterrows() if (statement := _read_statement(row)) is not None]
        numberless += len(rows) - len(found)
        if len({statement.time for statement in found}) > 1:
            lines.append(tuple({statement.same: statement for statement in reversed(found)}.values())[::-1])
        else:
            singles += found
    lines.sort(key=lambda line: (-len({statement.time for statement in line}), -len(line), line[0].time))
    alone = _merge(singles)
    places = np.unique(np.linspace(0, len(alone) - 1, min(SINGLES, len(alone))).round().astype(int))
    notes = _list_notes(claims[claims["published"].isna()], len(lines) - LINES, len(alone) - len(places), numberless)
    return Followed(tuple(lines[:LINES]), tuple(alone[place] for place in places), tuple(notes))


def _read_statement(row: pd.Series) -> Statement | None:
    claim = read_claim(row.to_dict())
    if not claim.mark.ends:
        return None
    low, high = claim.mark.ends[0], claim.mark.ends[-1]
    ends = [_shorten(end) for end in (claim.mark.bar or ()) if claim.mark.bound != "~"]
    sign = SIGNS.get(claim.mark.bound) or OPEN_SIGNS.get(claim.mark.opens, "")
    return Statement(
        time=row["published"],
        mark=replace(claim.mark, color=SOFT if claim.source else VERMILION),
        value=(low + high) / 2 if claim.value is None else min(max(claim.value, low), high),
        speakers=(keep_order(clean(row["speaker"]) or "(no name)"),),
        number="–".join(ends) or sign + _shorten(claim.mark.dot or 0.0),
        figure_id=claim.figure_id,
        own=not claim.source,
        inferred=row.get("inferred") is True,
    )


def _shorten(number: float) -> str:
    return f"{number:,.10g}"


def _merge(singles: Iterable[Statement]) -> list[Statement]:
    """Make one of those that give the same number at the same time, in order of time and number."""
    ordered = sorted(singles, key=lambda one: (one.time, one.value, one.number, one.mark.hollow, one.speakers))
    merged: list[Statement] = []
    for _, group in groupby(ordered, key=lambda statement: statement.same):
        alike = list(group)
        speakers = tuple(dict.fromkeys(statement.speakers[0] for statement in alike))
        merged.append(replace(alike[0], speakers=speakers, inferred=any(statement.inferred for statement in alike)))
    return merged


def _list_notes(undated: pd.DataFrame, lines: int, singles: int, numberless: int) -> list[str]:
    """Say what is not shown."""
    phrases = ", ".join(f"“{clean(row['phrase'])}” ({clean(row['speaker'])})" for _, row in undated.iterrows())
    notes = [
        (bool(phrases), f"Without a date, not shown: {phrases}."),
        (lines > 0, f"{plural(lines, 'more source')} heard on several dates not shown."),
        (singles > 0, f"{plural(singles, 'more single claim')} not shown."),
        (numberless > 0, f"{plural(numberless, 'claim')} without a number to draw not shown."),
    ]
    return [note for occurs, note in notes if occurs]


def name_dates(times: Iterable[pd.Timestamp]) -> list[str]:
    """Write ascending points in time, such as "3 Oct 2016", "4 Oct", "1 Jan 2017", without a year that is repeated.

    The hour is written where one of them is not midnight.
    """
    times = list(times)
    hours = any(time != time.normalize() for time in times)
    years = [None, *(time.year for time in times)]
    return [
        name_day(time, year=time.year != year) + (f", {time:%H:%M}" if hours else "")
        for time, year in zip(times, years, strict=False)
    ]
