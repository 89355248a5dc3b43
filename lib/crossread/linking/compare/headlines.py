"""Headlines against the bodies of their articles: which figure each tells in short, and where the two differ."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from crossread.linking.compare.numbers import FEW
from crossread.linking.compare.pairs import claimed_interval
from crossread.tables import records

CONTEXT = ["cause", "region", "day", "home", "other_day", "reach", "aside"]
OVER_DAYS = "a total of several days"  # what a headline tells of its event is all that it tells
FAR = 1.5  # times the body's number that a headline's may be, where the body has an open end
MOST = 12  # figures of a body that are added up
HEADLINES = ["group", "headline", "body", "verdict"]


class Told(NamedTuple):
    """A figure of a headline or a body."""

    figure_id: str
    article_id: str
    kind: str
    unit: str | None
    outcome: str
    counts: str
    counted: str | None
    phrase: str
    bound: str
    low: float | None
    high: float | None
    value: float
    number_start: int
    aside: str | None

    def overlaps(self, other: "Told") -> bool:
        """Tell whether some number is allowed by both."""
        low, high = claimed_interval(self.bound, self.low, self.high)
        least, most = claimed_interval(other.bound, other.low, other.high)
        return low <= most and least <= high

    def repeats(self, other: "Told") -> bool:
        """Tell whether the other has the same number with the same bound."""
        return (self.bound, self.low, self.high) == (other.bound, other.low, other.high)


def follow_bodies(rows: pd.DataFrame) -> pd.DataFrame:
    """Give a headline's figure the event context of the body's figure that it tells in short.

    "Strikes kill over 80" over a body with "84 civilians" over three days and "13 people" on Thursday is of the three
    days.

    Args:
        rows: Figures with `counts` and their event context.

    Returns:
        The rows, those of headlines changed.
    """
    bodies: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for body in records(rows, Told, ~rows.in_title & (rows.aside.isna() | (rows.aside == OVER_DAYS))):
        bodies[body.article_id, body.kind, body.outcome].append(body)
    places = {figure_id: place for place, figure_id in enumerate(rows.figure_id)}
    changed, sources = [], []
    for headline in records(rows, Told, rows.in_title):
        found = _body_of(headline, bodies[headline.article_id, headline.kind, headline.outcome])
        if found is not None:
            changed.append(places[headline.figure_id])
            sources.append(places[found.figure_id])
    if not changed:
        return rows
    result = rows.copy()
    labels = rows.index[changed]
    for column in CONTEXT:
        result.loc[labels, column] = rows[column].iloc[sources].set_axis(labels)
    return result


def _body_of(headline: Told, bodies: Sequence[Told]) -> Told | None:
    """The figure of the body that agrees with a headline's: not excluded, if can be, of the same, and the nearest."""
    named = bool(headline.counted) and str(headline.counted).split()[-1].lower() in headline.phrase.lower()
    agreeing = [body for body in bodies if _agree(headline, body) and (not named or body.counts == headline.counts)]
    return min(
        agreeing,
        key=lambda body: (
            body.aside is not None,
            body.counts != headline.counts,
            abs(body.value - headline.value),
            body.number_start,
        ),
        default=None,
    )


def _agree(headline: Told, body: Told) -> bool:
    smaller, larger = sorted([headline.value, body.value])
    return headline.overlaps(body) and (headline.bound == "vague" or larger <= FAR * smaller)


def compare_headlines(claims: pd.DataFrame, figures: pd.DataFrame | None = None) -> pd.DataFrame:
    """Hold each figure in a headline against the same article's body.

    It is held against what the body tells of the same group, else against any figure of the body that could be the
    same, whatever it counts. One is seldom told by a number, but by name: a headline's is left out.

    Args:
        claims: What `list_claims` returns.
        figures: The figures table, for those that are parts of others and so are no claims.

    Returns:
        One row a headline's claim that its body does not repeat as it is, and that nothing sets aside: `group`,
        `headline` and `body` (figure ids, the second null where no figure of the body is comparable) and `verdict`:
        "not in the body", "excludes the body" (no number is allowed by both) or "words it otherwise".
    """
    held = claims.aside.isna() | (claims.aside == FEW)
    titles = claims[claims.in_title & held & ~((claims.bound == "=") & (claims.value == 1))]
    told = claims if figures is None else pd.concat([claims, _parts(figures)])
    bodies: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    inside = told[~told.in_title & told.article_id.isin(titles.article_id)].sort_values("number_start", kind="stable")
    for group, body in zip(inside.group, records(inside, Told), strict=True):
        bodies[body.article_id].append((group, body))
    rows = []
    for group, headline in zip(titles.group, records(titles, Told), strict=True):
        same = [body for its, body in bodies[headline.article_id] if its == group and body.aside is None]
        alike = [body for _, body in bodies[headline.article_id] if _could_be(headline, body)]
        if any(headline.repeats(body) for body in (*same, *alike)):
            continue
        found = next((body for body in same if headline.overlaps(body)), next(iter([*alike, *same]), None))
        if found is None and _add_up(headline, [body for _, body in bodies[headline.article_id]]):
            continue
        verdict = "not in the body"
        if found is not None:
            verdict = "words it otherwise" if headline.overlaps(found) else "excludes the body"
        rows.append((group, headline.figure_id, None if found is None else found.figure_id, verdict))
    return pd.DataFrame(rows, columns=HEADLINES)


def _parts(figures: pd.DataFrame) -> pd.DataFrame:
    """The parts of other figures, in the columns of claims."""
    return figures[figures.part_of.notna()].assign(group="", counts=figures.counted_class, aside=None)


def _add_up(headline: Told, bodies: Sequence[Told]) -> bool:
    """Tell whether figures of the body add up to a headline's: "two women and a man" are three dead."""
    if headline.outcome == "other":
        return False
    same = [body.value for body in bodies if (body.kind, body.outcome) == (headline.kind, headline.outcome)][:MOST]
    return headline.value in map(sum, (*combinations(same, 2), *combinations(same, 3)))


def _could_be(headline: Told, body: Told) -> bool:
    """Tell whether a figure of the body, of whatever class, can be a headline's number."""
    untold = "other" in (headline.outcome, body.outcome)
    return (
        (headline.kind, headline.unit) == (body.kind, body.unit)
        and (untold or headline.outcome == body.outcome)
        and _agree(headline, body)
    )
