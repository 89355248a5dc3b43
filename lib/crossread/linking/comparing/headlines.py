"""Headlines to what they tell in short: the figures of their article's body."""

from collections import defaultdict
from typing import Any

import pandas as pd

from crossread.linking.comparing.intervals import claimed_interval
from crossread.tables import rows_of

OCCASION = ["cause", "region", "day", "home", "other_day", "reach", "aside"]
OVER_DAYS = "a total of several days"  # what a headline tells of its event is all that it tells
FAR = 1.5  # times the body's number that a headline's may be, where the body has an open end


def follow_bodies(rows: pd.DataFrame) -> pd.DataFrame:
    """Give a headline's figure the occasion of the body's figure that it tells in short.

    "Strikes kill over 80" over a body with "84 civilians" over three days and "13 people" on Thursday is of the three
    days.

    Args:
        rows: Figures with `counts` and what `find_occasion` tells.

    Returns:
        The rows, those of headlines changed.
    """
    bodies: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for row in rows_of(rows[~rows.in_title & (rows.aside.isna() | (rows.aside == OVER_DAYS))]):
        bodies[row.article_id, row.kind, row.outcome].append(row)
    told = {}
    for headline in rows_of(rows[rows.in_title]):
        body = _body_of(headline, bodies[headline.article_id, headline.kind, headline.outcome])
        if body is not None:
            told[headline.Index] = body
    occasions = {column: [getattr(body, column) for body in told.values()] for column in OCCASION}
    changed = rows.copy()
    for column, values in occasions.items():
        changed.loc[list(told), column] = pd.Series(values, index=list(told), dtype=rows[column].dtype)
    return changed


def _body_of(headline: Any, bodies: list[Any]) -> Any:  # noqa: ANN401
    """The figure of the body that agrees with a headline's: not set aside, if can be, of the same, and the nearest."""
    named = _names_counted(headline)
    agreeing = [body for body in bodies if _agree(headline, body) and (not named or body.counts == headline.counts)]
    return min(
        agreeing,
        key=lambda body: (
            not pd.isna(body.aside),
            body.counts != headline.counts,
            abs(body.value - headline.value),
            body.number_start,
        ),
        default=None,
    )


def _agree(headline: Any, body: Any) -> bool:  # noqa: ANN401
    low, high = claimed_interval(headline.bound, headline.low, headline.high)
    least, most = claimed_interval(body.bound, body.low, body.high)
    smaller, larger = sorted([float(headline.value), float(body.value)])
    near = headline.bound == "vague" or larger <= FAR * smaller
    return low <= most and least <= high and near


def _names_counted(headline: Any) -> bool:  # noqa: ANN401
    return headline.counted.split()[-1].lower() in headline.phrase.lower() if headline.counted else False
