"""The numbers that claims allow, and pairs of claims: which agree, which exclude each other, which a source revised."""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

ABOUT = 0.1  # how far "about" reaches to either side, as a share of the number
PAIRS = ["group", "first", "second", "relation"]
COUNTS = ["agree", "disjoint", "revised", "pairs"]
LISTED = 1_000_000  # pairs that fit in memory; 1,500 claims of one group make as many


def claimed_interval(bound: str, low: float | None, high: float | None) -> tuple[float, float]:
    """Tell which numbers a claim allows.

    Args:
        bound: The figure's bound.
        low: Its lower end, null where open.
        high: Its upper end, null where open.

    Returns:
        Both ends, infinite where open; "about" reaches a tenth (`ABOUT`) to either side.
    """
    least = -math.inf if low is None or pd.isna(low) else float(low)
    most = math.inf if high is None or pd.isna(high) else float(high)
    reach = ABOUT * abs(least) if bound == "~" else 0.0
    return least - reach, most + reach


def claimed_ends(claims: pd.DataFrame) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Tell which numbers each of many claims allows.

    Args:
        claims: Rows with the columns `bound`, `low` and `high` of the figures table.

    Returns:
        The lower and the upper ends, as `claimed_interval` has them.
    """
    ends = zip(claims.bound, claims.low, claims.high, strict=True)
    intervals = np.array([claimed_interval(*end) for end in ends], dtype=float).reshape(-1, 2)
    return intervals[:, 0], intervals[:, 1]


def compared_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Keep the claims that nothing sets aside, of groups in which at least two articles speak.

    A headline is an echo of its article's body, where that speaks of the same: `compare_headlines` holds it against
    the body, and nothing else does.

    Args:
        claims: What `list_claims` or `apply_comparisons` returns.

    Returns:
        The rows that can be compared.
    """
    kept = claims.aside.isna().to_numpy(bool, copy=True)
    told = claims[["group", "article_id", "value", "in_title"]]
    kept[kept] = ~_are_echoes(told[kept])
    kept[kept] = told[kept].groupby("group")["article_id"].transform("nunique") > 1
    return claims[kept]


def drop_echoes(claims: pd.DataFrame) -> pd.DataFrame:
    """Leave out headlines whose article's body speaks of the same: they seldom name the source that the body names.

    A number that another article tells, too, is more than an echo.

    Args:
        claims: What `list_claims` or `apply_comparisons` returns.

    Returns:
        The other claims.
    """
    return claims[~_are_echoes(claims)]


def _are_echoes(claims: pd.DataFrame) -> NDArray[np.bool_]:
    columns = (claims[name].tolist() for name in ("group", "article_id", "value", "in_title"))
    accounts = list(zip(*columns, strict=True))
    spoken = {(group, article) for group, article, _, in_title in accounts if not in_title}
    same = {(group, article, value) for group, article, value, in_title in accounts if not in_title}
    tellers = defaultdict(set)
    for group, article, value, _ in accounts:
        tellers[group, value].add(article)
    echoes = [
        in_title and (group, article) in spoken and ((group, article, value) in same or len(tellers[group, value]) == 1)
        for group, article, value, in_title in accounts
    ]
    return np.array(echoes, bool)


def count_pairs(claims: pd.DataFrame) -> pd.DataFrame:
    """Count the pairs of claims that `compare_pairs` lists, without a list of them.

    Two intervals are disjoint where one ends before the other begins, so that sorted ends tell how many are. What is
    not held against each other is counted in the same way, and taken off.

    Args:
        claims: What `list_claims` returns.

    Returns:
        For each group (the index, sorted) the pairs that "agree", are "disjoint" and "revised", and all "pairs".
    """
    compared = compared_claims(claims)
    numbers, groups = pd.factorize(compared.group, sort=True)
    within, disjoint = np.zeros(len(groups), int), np.zeros(len(groups), int)
    body = ~compared.in_title.to_numpy(bool)
    everywhere = np.ones(len(compared), bool)
    terms: list[tuple[int, list[str], NDArray[np.bool_]]] = [
        (1, ["group"], everywhere),
        (-1, ["group", "article_id"], everywhere),
        (1, ["group", "article_id"], body),
        (-1, ["group", "article_id", "origin"], body),
    ]
    for sign, same, rows in terms:
        within += sign * _count_within(compared[rows], same, numbers[rows], len(groups))
        disjoint += sign * _count_disjoint(compared[rows], same, numbers[rows], len(groups))
    # One source contradicts itself in two articles only: within one, claims of two sources are held together.
    revised = _count_disjoint(compared, ["group", "origin"], numbers, len(groups))
    revised -= _count_disjoint(compared, ["group", "article_id", "origin"], numbers, len(groups))
    columns = (within - disjoint, disjoint - revised, revised, within)
    return pd.DataFrame(dict(zip(COUNTS, columns, strict=True)), index=pd.Index(groups, name="group"))


def _cells(claims: pd.DataFrame, same: Sequence[str]) -> NDArray[np.intp]:
    return np.asarray(claims.groupby(list(same), sort=False).ngroup(), np.intp)


def _count_within(
    claims: pd.DataFrame, same: Sequence[str], numbers: NDArray[np.intp], groups: int
) -> NDArray[np.int_]:
    """For each group, the pairs of claims with the same values in some columns."""
    cells = _cells(claims, same)
    sizes = np.bincount(cells)
    # Each claim has so many partners, and each pair two claims.
    partners = np.bincount(numbers, weights=sizes[cells] - 1, minlength=groups)
    return np.asarray(partners, int) // 2


def _count_disjoint(
    claims: pd.DataFrame, same: Sequence[str], numbers: NDArray[np.intp], groups: int
) -> NDArray[np.int_]:
    """For each group, the pairs of claims with the same values in some columns whose intervals do not overlap."""
    lows, highs = claimed_ends(claims)
    ranks = np.unique(np.concatenate([lows, highs]), return_inverse=True)[1]
    cells = _cells(claims, same) * (len(ranks) + 1)  # as numbers, those of one cell stand together
    ended = np.sort(cells + ranks[len(lows) :])
    before = np.searchsorted(ended, cells + ranks[: len(lows)]) - np.searchsorted(ended, cells)
    return np.asarray(np.bincount(numbers, weights=before, minlength=groups), int)


def compare_pairs(claims: pd.DataFrame) -> pd.DataFrame:
    """Hold claims of each group against each other.

    Those of one article are held against each other only where they have different sources, and a headline not with
    its own body: `compare_headlines` does that.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a pair: `group`, the figure ids `first` and `second` (the earlier one first, where dates tell), and
        `relation`: "agree" where the intervals overlap, "revised" where they do not and one source says both,
        else "disjoint".

    Raises:
        ValueError: There are more pairs than fit in memory (`LISTED`).
    """
    found = int(count_pairs(claims).pairs.sum())
    if found > LISTED:
        raise ValueError(f"{found:,} pairs are too many to list: choose one story or group, or count with count_pairs")
    compared = compared_claims(claims)
    lows, highs = claimed_ends(compared)
    articles, origins = (pd.factorize(compared[name])[0] for name in ("article_id", "origin"))
    title, ids = compared.in_title.to_numpy(bool), compared.figure_id.to_numpy(object)
    parts = []
    for group, places in sorted(compared.groupby("group").indices.items()):
        one, other = (np.asarray(places)[side] for side in np.triu_indices(len(places), 1))
        same = origins[one] == origins[other]
        held = (articles[one] != articles[other]) | ~(same | title[one] | title[other])
        one, other, same = one[held], other[held], same[held]
        overlap = (lows[one] <= highs[other]) & (lows[other] <= highs[one])
        relation = np.where(overlap, "agree", np.where(same, "revised", "disjoint"))
        parts.append(np.stack([np.full(len(one), group, object), ids[one], ids[other], relation], axis=1))
    return pd.DataFrame(np.concatenate([np.empty((0, len(PAIRS))), *parts]), columns=PAIRS)
