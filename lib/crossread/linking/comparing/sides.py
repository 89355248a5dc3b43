"""The sides that a group of claims falls into, and the independent sources on each."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from crossread.linking.comparing.intervals import claimed_ends
from crossread.linking.comparing.pairs import compared_claims

SIDES = ["group", "side", "low", "high", "claims", "articles", "origins", "figure_ids"]


class _Claim(NamedTuple):
    low: float
    high: float
    figure_id: str
    article_id: str
    origin: str
    in_title: bool


def find_sides(claims: pd.DataFrame) -> pd.DataFrame:
    """Part each group into the fewest sides whose claims can all be true at once.

    The sides are those of the greedy stabbing of intervals (each in turn is built around the interval that ends first).
    A claim with an open end can be on several.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a side: `group`, `side` (1 for the lowest), `low` and `high` (the numbers that all of it allow, infinite
        where open), `claims`, `articles`, `origins` (independent sources; a headline adds none to its body), and
        `figure_ids`.
    """
    compared = compared_claims(claims)
    columns = (compared[name] for name in _Claim._fields[2:])
    members = [_Claim(*row) for row in zip(*claimed_ends(compared), *columns, strict=True)]
    rows = []
    for group, places in sorted(compared.groupby("group").indices.items()):
        for number, side in enumerate(_sweep([members[place] for place in places]), start=1):
            low, high = max(claim.low for claim in side), min(claim.high for claim in side)
            articles = len({claim.article_id for claim in side})
            origins = count_independent((claim.article_id, claim.origin, claim.in_title) for claim in side)
            ids = [claim.figure_id for claim in side]
            rows.append((group, number, low, high, len(side), articles, origins, ids))
    return pd.DataFrame(rows, columns=SIDES)


def _sweep(members: Sequence[_Claim]) -> Iterator[list[_Claim]]:
    """Yield the claims of each side, in their order, going up through the numbers."""
    coming = sorted(range(len(members)), key=lambda place: members[place].low, reverse=True)
    open_ones: list[tuple[float, int]] = []  # claims that have begun, those that end first on top
    for point in _stabbing_points(members):
        while coming and members[coming[-1]].low <= point:
            place = coming.pop()
            heapq.heappush(open_ones, (members[place].high, place))
        while open_ones[0][0] < point:
            heapq.heappop(open_ones)
        yield [members[place] for place in sorted(place for _, place in open_ones)]


def _stabbing_points(members: Iterable[_Claim]) -> list[float]:
    points: list[float] = []
    for claim in sorted(members, key=lambda claim: claim.high):
        if not points or claim.low > points[-1]:
            points.append(claim.high)
    return points


def count_independent(claims: Iterable[tuple[str, str, bool]]) -> int:
    """Count the independent sources of claims.

    Args:
        claims: The article, the origin, and whether it stands in the headline, of each.

    Returns:
        The number of origins; the headline of an article whose body speaks too is an echo of that, and adds none.
    """
    told = list(claims)
    bodies = {article for article, _, in_title in told if not in_title}
    return len({origin for article, origin, in_title in told if not in_title or article not in bodies})
