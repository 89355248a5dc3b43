"""A claim as charts show it: its mark, its label, its words, and where it stands among others."""

import math
import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import pandas as pd

from crossread.linking.compare import ABOUT
from crossread.reporting.charts.labels import clean, fit, keep_order, text_width
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.style import BLUE, VERMILION

LARGEST, SMALLEST = 1e18, 1e-12  # Beyond these a number was misread, and floats begin to overflow.
WIDEST_LABEL = 192.0


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
