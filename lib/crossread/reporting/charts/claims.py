"""Claims as charts show them: one by one, or followed over time, a line for each source heard on several dates."""

import math
import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import pandas as pd

from crossread.linking.compare import ABOUT
from crossread.measuring.labels import clean, plural
from crossread.reporting.charts.labels import fit, keep_order, text_width
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.style import BLUE, SOFT, VERMILION

LARGEST, SMALLEST = 1e18, 1e-12  # Beyond these a number was misread, and floats begin to overflow.
WIDEST_LABEL = 192.0
MOST_LINES, MOST_SINGLES = 6, 24  # at most so many of each in a chart
SIGNS = {">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "~"}
OPEN_SIGNS = {"right": "≥", "left": "≤"}  # of a range with one end
NAMED = 3  # speakers of one number who are named at its mark


@dataclass(frozen=True)
class Claim:
    """What an article says of the matter; `day` is an ISO date, and missing texts are ""."""

    mark: Mark
    value: float | None
    outlet: str
    day: str
    source: str
    hedge: str
    phrase: str
    stated: int
    figure_id: str = ""

    @property
    def order(self) -> tuple[float, str, str, str, str]:
        """What claims are sorted by: the larger first, those without a number last."""
        size = self.value if self.value is not None else next(iter(self.mark.ends), None)
        return (math.inf if size is None else -size, self.day, self.outlet, self.source, self.phrase)

    @property
    def label(self) -> tuple[str, str]:
        """Two lines: who published it when, and who says so."""
        day = f" · {name_day(pd.Timestamp(self.day))}" if self.day else ""
        named = re.sub(r"^(?:the|an?)\s+", "", self.source, flags=re.IGNORECASE)  # room is short
        source = f"source: {named}" if self.source else "own voice"
        # The mark is hollow also where there is no room for the hedge's words.
        hedged = f"{source} · {self.hedge}" if self.hedge else source
        second = hedged if text_width(hedged) <= WIDEST_LABEL else fit(source, WIDEST_LABEL)
        return keep_order(fit(self.outlet, WIDEST_LABEL - text_width(day))) + day, keep_order(second)

    @property
    def words(self) -> str:
        """What stands beside the mark: the article's phrase, and how often it says so."""
        words = keep_order(f"“{self.phrase}”") if self.phrase else ""
        words += f" ×{self.stated}" if self.stated > 1 else ""
        return words + ("" if self.mark.ends else " (no number to draw)")


def name_day(day: pd.Timestamp, *, year: bool = True) -> str:
    """Write a day as "3 Oct 2016", or as "3 Oct"."""
    return f"{day.day} {day:%b}{f' {day.year}' if year else ''}"


def read_claim(row: Mapping[Hashable, object]) -> Claim:
    """Read a claim from a row of the table that `interval_chart` takes, its texts fit to be drawn."""
    source, hedge = clean(row["source"]), clean(row["hedge"], limit=24)
    day = pd.to_datetime(pd.Series([row["published"]]), errors="coerce").iloc[0]
    value, figure_id = _read_number(row["value"]), row.get("figure_id")
    return Claim(
        mark=_read_mark(row, value, BLUE if source else VERMILION, bool(hedge)),
        value=value,
        outlet=clean(row["outlet"]) or clean(row["article_id"]),
        day="" if pd.isna(day) else f"{day.year:04}-{day.month:02}-{day.day:02}",
        source=source,
        hedge=hedge,
        phrase=clean(row["phrase"]),
        stated=int(_read_number(row["stated"]) or 1),
        figure_id=figure_id if isinstance(figure_id, str) else "",
    )


def _read_mark(row: Mapping[Hashable, object], value: float | None, color: str, hollow: bool) -> Mark:
    bound, low, high = clean(row["bound"]), _read_number(row["low"]), _read_number(row["high"])
    ends = sorted(x for x in (low, high) if x is not None)
    dot, bar, opens = ends[0] if ends else value, None, {">": "right", "<": "left"}.get(bound[:1], "")
    if bound in {"range", "vague"} and len(set(ends)) == 2:
        dot, bar = None, (ends[0], ends[1])
    elif bound in {"range", "vague"} and len(ends) == 1:
        opens = "left" if low is None else "right"
    elif bound == "~" and dot is not None:
        most = 100.0 if row["unit"] == "percent" and dot <= 100 else math.inf
        bar = (dot - abs(dot) * ABOUT, min(dot + abs(dot) * ABOUT, most))
    return Mark(bound, dot, bar, opens, color, hollow)


def _read_number(value: object) -> float | None:
    number = pd.to_numeric(pd.Series([value]), errors="coerce").iloc[0]
    if pd.isna(number) or abs(number) > LARGEST:
        return None
    return float(number) if abs(number) > SMALLEST else 0.0


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
    places = np.unique(np.linspace(0, len(alone) - 1, min(MOST_SINGLES, len(alone))).round().astype(int))
    notes = _list_notes(
        claims[claims["published"].isna()], len(lines) - MOST_LINES, len(alone) - len(places), numberless
    )
    return Followed(tuple(lines[:MOST_LINES]), tuple(alone[place] for place in places), tuple(notes))


def _read_statement(row: pd.Series) -> Statement | None:
    claim = read_claim(row.to_dict())
    if not claim.mark.ends:
        return None
    low, high = claim.mark.ends[0], claim.mark.ends[-1]
    ends = [f"{end:,.10g}" for end in (claim.mark.bar or ()) if claim.mark.bound != "~"]
    sign = SIGNS.get(claim.mark.bound) or OPEN_SIGNS.get(claim.mark.opens, "")
    return Statement(
        time=row["published"],
        mark=replace(claim.mark, color=SOFT if claim.source else VERMILION),
        value=(low + high) / 2 if claim.value is None else min(max(claim.value, low), high),
        speakers=(keep_order(clean(row["speaker"]) or "(no name)"),),
        number="–".join(ends) or f"{sign}{claim.mark.dot or 0.0:,.10g}",
        figure_id=claim.figure_id,
        own=not claim.source,
        inferred=row.get("inferred") is True,
    )


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
