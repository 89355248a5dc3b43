"""Numbers that an article adds up to one it tells elsewhere: "15 died in the town and six in a village", of 21."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import pandas as pd

from crossread.linking.comparing.occasions import ANOTHER_DAY, EARLIER
from crossread.tables import rows_of

SAME = ["article_id", "kind", "unit", "what", "outcome"]
READ = ["figure_id", "number_start", "value", "away", "origin", "source", "counted"]
MOST = 4  # numbers that are added up at once: among more some add up by chance
CLOSE = 400  # characters within which they stand
FAR = 1500  # characters within which two of one source do


def find_sums(rows: pd.DataFrame) -> tuple[set[str], set[str]]:
    """Find the figures that stand together and add up to one told before them, and what sums up several days.

    Args:
        rows: Rows of the figures table with `counts`, `origin`, `other_day` and `aside`.

    Returns:
        The ids of figures that are parts of a sum, with what repeats such a part, and those of sums of which a part is
        of another day: of such a sum the parts are no parts of what one day brought.
    """
    parts: set[str] = set()
    over_days: set[str] = set()
    what = rows.counts.where(rows.counts != "civilians", "people")  # of whom some are told by the wider word
    away = rows.other_day | rows.aside.isin([ANOTHER_DAY, EARLIER])
    exact = rows.assign(what=what, away=away)[rows.bound.isin(["=", ">=", "~"])]
    groups: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for figure in rows_of(exact.sort_values("number_start", kind="stable")[[*SAME, *READ]]):
        groups[tuple(str(getattr(figure, column)) for column in SAME)].append(figure)
    for figures in groups.values():
        totals: dict[float, set[str]] = defaultdict(set)
        added: set[tuple[float, str]] = set()
        for at, figure in enumerate(figures):
            run = next((run for run in _runs(figures, at) if sum(one.value for one in run) in totals), ())
            if any(one.away for one in run):
                over_days |= totals[sum(one.value for one in run)]
            else:
                added |= {(float(one.value), one.counted) for one in run}
            totals[float(figure.value)].add(figure.figure_id)
        parts |= {figure.figure_id for figure in figures if (float(figure.value), figure.counted) in added}
    return parts, over_days


def _runs(figures: list[Any], at: int) -> Iterator[list[Any]]:
    """The runs that begin with a figure: those that stand close, and it with its source's next."""
    first = figures[at]
    for last in range(at + 1, min(at + MOST, len(figures))):
        if figures[last].number_start - first.number_start <= CLOSE:
            yield figures[at : last + 1]
    if pd.isna(first.source):
        return
    behind = (figures[last] for last in range(at + 1, len(figures)))
    near = takewhile(lambda one: one.number_start - first.number_start <= FAR, behind)
    later = next((one for one in near if one.origin == first.origin and not pd.isna(one.source)), None)
    if later is not None:
        yield [first, later]
