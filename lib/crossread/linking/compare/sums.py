"""Numbers that an article adds up to one it tells elsewhere: "15 died in the town and six in a village", of 21."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.tables import records

SAME = ["article_id", "kind", "unit", "what", "outcome"]
MOST = 4  # numbers that are added up at once: among more some add up by chance
CLOSE = 400  # characters within which they stand
FAR = 1500  # characters within which two of one source do


class Addend(NamedTuple):
    """A number that may be added to others."""

    figure_id: str
    number_start: int
    value: float
    away: bool  # of another day
    origin: str
    source: str | None
    counted: str | None


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
    lexicon = load_lexicon("context")
    elsewhere = [lexicon["day"]["excluded"], lexicon["time"]["earlier"]["excluded"]]
    exact = rows.assign(what=what, away=rows.other_day | rows.aside.isin(elsewhere))[rows.bound.isin(["=", ">=", "~"])]
    exact = exact.sort_values("number_start", kind="stable")
    groups: dict[tuple[str, ...], list[Addend]] = defaultdict(list)
    for same, figure in zip(exact[SAME].itertuples(index=False), records(exact, Addend), strict=True):
        groups[tuple(map(str, same))].append(figure)
    for figures in groups.values():
        totals: dict[float, set[str]] = defaultdict(set)
        added: set[tuple[float, str | None]] = set()
        for at, figure in enumerate(figures):
            run = next((run for run in _runs(figures, at) if sum(one.value for one in run) in totals), ())
            if any(one.away for one in run):
                over_days |= totals[sum(one.value for one in run)]
            else:
                added |= {(one.value, one.counted) for one in run}
            totals[figure.value].add(figure.figure_id)
        parts |= {figure.figure_id for figure in figures if (figure.value, figure.counted) in added}
    return parts, over_days


def _runs(figures: Sequence[Addend], at: int) -> Iterator[Sequence[Addend]]:
    """The runs that begin with a figure: those that stand close, and it with its source's next."""
    first = figures[at]
    for last in range(at + 1, min(at + MOST, len(figures))):
        if figures[last].number_start - first.number_start <= CLOSE:
            yield figures[at : last + 1]
    if first.source is None:
        return
    behind = (figures[last] for last in range(at + 1, len(figures)))
    near = takewhile(lambda one: one.number_start - first.number_start <= FAR, behind)
    later = next((one for one in near if one.origin == first.origin and one.source is not None), None)
    if later is not None:
        yield (first, later)
