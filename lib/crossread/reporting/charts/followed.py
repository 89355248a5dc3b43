"""What a chart over time shows of a group of claims: sources heard on several dates, single claims, and the rest."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import pandas as pd

from crossread.reporting.charts.labels import clean, keep_order, plural
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.rows import MONTHS, read_claim
from crossread.reporting.charts.style import SOFT, VERMILION

LINES, SINGLES = 6, 24  # at most so many of each in a chart
SIGNS = {">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "~"}
OPEN_SIGNS = {"right": "≥", "left": "≤"}  # of a range with one end
NAMED = 3  # speakers of one number who are named at its mark


@dataclass(frozen=True)
class Told:
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

    lines: tuple[tuple[Told, ...], ...]
    singles: tuple[Told, ...]
    notes: tuple[str, ...]

    @property
    def told(self) -> list[Told]:
        """All that is shown."""
        return [*(told for line in self.lines for told in line), *self.singles]


def follow(claims: pd.DataFrame) -> Followed:
    """Part claims into sources that are heard at several times and single claims.

    Args:
        claims: As `revisions_chart` takes them.

    Returns:
        What a chart can take of them: the sources heard most often, and single claims evenly spaced from the earliest
        to the latest.
    """
    claims = claims.assign(published=pd.to_datetime(claims["published"], errors="coerce", format="ISO8601"))
    dated = claims[claims["published"].notna()].sort_values("published", kind="stable")
    lines, singles, numberless = [], [], 0
    for _, rows in dated.groupby("origin", sort=False, dropna=False):
        found = [told for _, row in rows.iterrows() if (told := _read(row)) is not None]
        numberless += len(rows) - len(found)
        if len({told.time for told in found}) > 1:
            lines.append(tuple({told.same: told for told in reversed(found)}.values())[::-1])
        else:
            singles += found
    lines.sort(key=lambda line: (-len({told.time for told in line}), -len(line), line[0].time))
    alone = _merge(singles)
    places = np.unique(np.linspace(0, len(alone) - 1, min(SINGLES, len(alone))).round().astype(int))
    notes = _notes(claims[claims["published"].isna()], len(lines) - LINES, len(alone) - len(places), numberless)
    return Followed(tuple(lines[:LINES]), tuple(alone[place] for place in places), tuple(notes))


def _read(row: pd.Series) -> Told | None:
    claim = read_claim(row.to_dict())
    if not claim.mark.ends:
        return None
    low, high = claim.mark.ends[0], claim.mark.ends[-1]
    value = (low + high) / 2 if claim.value is None else min(max(claim.value, low), high)
    ends = [_short(end) for end in (claim.mark.bar or ()) if claim.mark.bound != "~"]
    sign = SIGNS.get(claim.mark.bound) or OPEN_SIGNS.get(claim.mark.opens, "")
    number = "–".join(ends) or sign + _short(claim.mark.dot or 0.0)
    speaker = keep_order(clean(row["speaker"]) or "(no name)")
    return Told(
        time=row["published"],
        mark=replace(claim.mark, color=VERMILION if not claim.source else SOFT),
        value=value,
        speakers=(speaker,),
        number=number,
        figure_id=claim.figure_id,
        own=not claim.source,
        inferred=row.get("inferred") is True,
    )


def _short(number: float) -> str:
    return f"{number:,.10g}"


def _merge(singles: Iterable[Told]) -> list[Told]:
    """Make one of those that give the same number at the same time, in order of time and number."""
    ordered = sorted(singles, key=lambda told: (told.time, told.value, told.number, told.mark.hollow, told.speakers))
    merged: list[Told] = []
    for _, group in groupby(ordered, key=lambda told: told.same):
        alike = list(group)
        speakers = tuple(dict.fromkeys(told.speakers[0] for told in alike))
        merged.append(replace(alike[0], speakers=speakers, inferred=any(told.inferred for told in alike)))
    return merged


def _notes(undated: pd.DataFrame, lines: int, singles: int, numberless: int) -> list[str]:
    """Tell what is not shown."""
    notes = []
    if len(undated):
        told = ", ".join(f"“{clean(row['phrase'])}” ({clean(row['speaker'])})" for _, row in undated.iterrows())
        notes.append(f"Without a date, not shown: {told}.")
    if lines > 0:
        notes.append(f"{plural(lines, 'more source')} heard on several dates not shown.")
    if singles > 0:
        notes.append(f"{plural(singles, 'more single claim')} not shown.")
    if numberless:
        notes.append(f"{plural(numberless, 'claim')} without a number to draw not shown.")
    return notes


def name_dates(times: Iterable[pd.Timestamp]) -> list[str]:
    """Write points in time, each with its year only where that is another than the one before.

    Args:
        times: Times in ascending order; the hour is written where one of them is not midnight.

    Returns:
        For instance "3 Oct 2016", "4 Oct", "1 Jan 2017".
    """
    times = list(times)
    hours = any(time != time.normalize() for time in times)
    years = [None, *(time.year for time in times)]
    return [
        f"{time.day} {MONTHS[time.month - 1]}{'' if time.year == year else f' {time.year}'}"
        + (f", {time:%H:%M}" if hours else "")
        for time, year in zip(times, years, strict=False)
    ]
