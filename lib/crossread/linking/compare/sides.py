"""The sides that a group of claims falls into, and the independent sources on each."""

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from crossread.linking.compare.pairs import claimed_ends, compared_claims, count_pairs

RANKS = ["topic", "group", "articles", "origins", "claims", "lowest", "highest", "ratio"]
RANKS += ["disjoint", "revised", "pairs", "rule"]
LIMITS: tuple[tuple[str, Literal["first", "last"]], ...] = (("lowest", "first"), ("highest", "last"))
SIDES = ["group", "side", "low", "high", "claims", "articles", "origins", "figure_ids"]


class _Side(NamedTuple):
    low: float
    high: float
    places: list[int]  # of its claims, in their order


def find_sides(claims: pd.DataFrame) -> pd.DataFrame:
    """Part each group into the fewest sides whose claims can all be true at once.

    The sides are those of the greedy stabbing of intervals (each in turn is built around the interval that ends first).
    A claim with an open end can be on several: of a group in which n claims have open ends and the others fall into m
    sides, up to n * m ids are listed.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a side: `group`, `side` (1 for the lowest), `low` and `high` (the numbers that all of it allow, infinite
        where open), `claims`, `articles`, `origins` (independent sources), and `figure_ids`.
    """
    compared = compared_claims(claims)
    ends = list(zip(*(ends.tolist() for ends in claimed_ends(compared)), strict=True))
    speaking = list(zip(compared.article_id, compared.origin, strict=True))
    figure_ids = compared.figure_id.tolist()
    rows = []
    for group, places in sorted(compared.groupby("group").indices.items()):
        for number, side in enumerate(_sweep(np.asarray(places).tolist(), ends), start=1):
            articles, origins = (
                len(set(names)) for names in zip(*(speaking[place] for place in side.places), strict=True)
            )
            ids = [figure_ids[place] for place in side.places]
            rows.append((group, number, side.low, side.high, len(ids), articles, origins, ids))
    return pd.DataFrame(rows, columns=SIDES)


def _sweep(places: Iterable[int], ends: Sequence[tuple[float, float]]) -> Iterator[_Side]:
    """Yield the sides of the claims at some places, going up through the numbers."""
    coming = sorted(places, key=lambda place: ends[place][0], reverse=True)
    open_ones: list[tuple[float, int]] = []  # claims that have begun, those that end first on top
    for point in _stabbing_points([ends[place] for place in coming]):
        # The claim that ends at the point begins behind the last one, so that there is always one that begins.
        while coming and ends[coming[-1]][0] <= point:
            place = coming.pop()
            low, high = ends[place]
            heapq.heappush(open_ones, (high, place))
        while open_ones[0][0] < point:
            heapq.heappop(open_ones)
        yield _Side(low, point, sorted(place for _, place in open_ones))


def _stabbing_points(ends: Iterable[tuple[float, float]]) -> list[float]:
    points: list[float] = []
    for low, high in sorted(ends, key=lambda end: end[1]):
        if not points or low > points[-1]:
            points.append(high)
    return points


def rank_groups(claims: pd.DataFrame) -> pd.DataFrame:
    """Sum up each group of claims in which at least two articles speak, what deserves a look first.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a group: `topic`, `group`, `articles`, `origins` (independent sources), `claims`, `lowest` and `highest`
        (figure ids), `ratio` of the highest number to the lowest, `disjoint`, `revised` and `pairs` (pairs of claims
        whose intervals do not overlap, of these those of one source, which are not among the disjoint, and all that are
        held against each other), and `rule` (what the claims have in common). First come groups with disjoint claims,
        then those whose less attested side has more origins, those of more articles, and those further apart.
    """
    compared = compared_claims(claims)
    members = compared.groupby("group")
    table = count_pairs(compared).assign(
        articles=members["article_id"].nunique(), claims=members.size(), origins=members["origin"].nunique()
    )
    ordered = compared.sort_values("value", kind="stable")
    for name, keep in LIMITS:
        ends = ordered.drop_duplicates("group", keep=keep).set_index("group")
        table[name], table[f"{name}_value"] = ends.figure_id, ends.value.astype(float)
        table["topic"], table["rule"] = ends.topic, ends.rule
    backed = find_sides(claims).groupby("group")["origins"].agg(lambda origins: min(origins) if len(origins) > 1 else 0)
    least, most = table.lowest_value, table.highest_value
    ratio = (most / least).where(least > 0, np.where(most > least, math.inf, 1.0))
    table = table.assign(ratio=ratio, backed=backed, agreed=table.disjoint == 0).reset_index()
    order = ["agreed", "backed", "articles", "ratio"]
    return table.sort_values(order, ascending=[True, False, False, False], kind="stable")[RANKS].reset_index(drop=True)
