"""Numbers that an article adds up to one it tells elsewhere: "15 died in the town and six in a village", of 21."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from crossread.tables import rows_of

SAME = ["article_id", "kind", "unit", "what", "outcome"]
MOST = 4  # numbers that are added up at once: among more some add up by chance
CLOSE = 400  # characters within which they stand


def find_summands(rows: pd.DataFrame) -> set[str]:
    """Find the figures that stand together and add up to one told before them.

    Args:
        rows: Rows of the figures table with `counts`, `other_day` and `aside`.

    Returns:
        The ids of such figures.
    """
    summands: set[str] = set()
    rows = rows[(rows.aside.isna() | rows.aside.str.startswith("added")) & ~rows.other_day]  # not over several days
    what = rows.counts.where(rows.counts != "civilians", "people")  # of whom some are told by the wider word
    exact = rows.assign(what=what)[rows.bound.isin(["=", ">=", "~"])].sort_values("number_start", kind="stable")
    for _, members in exact.groupby(SAME, sort=False, dropna=False):
        figures = list(rows_of(members))
        if len(figures) > MOST // 2:
            totals: set[float] = set()
            for at, figure in enumerate(figures):
                run = next((run for run in _runs(figures[at:]) if sum(one.value for one in run) in totals), ())
                summands |= {one.figure_id for one in run}
                totals.add(float(figure.value))
    return summands


def _runs(figures: list[Any]) -> Iterator[list[Any]]:
    """The runs that begin with the first figure, and stand close."""
    for length in range(2, min(MOST, len(figures)) + 1):
        if figures[length - 1].number_start - figures[0].number_start <= CLOSE:
            yield figures[:length]
