"""Comparable claims to verdicts: spread, pairs, sides, revisions, headline against body, and what deserves a look."""

import math
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pandas as pd

from crossread.linking.intervals import claimed_interval
from crossread.tables import rows_of

PAIRS = ["group", "first", "second", "relation"]
SIDES = ["group", "side", "low", "high", "claims", "articles", "origins", "figure_ids"]
HEADLINES = ["group", "headline", "body", "verdict"]
RANKS = ["topic", "group", "articles", "origins", "claims", "lowest", "highest", "ratio"]
RANKS += ["disjoint", "revised", "pairs", "rule"]


def compared_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Keep the claims that nothing sets aside, of groups in which at least two articles speak.

    Args:
        claims: What `list_claims` or `apply_comparisons` returns.

    Returns:
        The rows that can be compared.
    """
    kept = claims[claims.aside.isna()]
    return kept[kept.groupby("group")["article_id"].transform("nunique") > 1]


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
    """
    rows = [
        {"group": group, "first": one.figure_id, "second": other.figure_id, "relation": _relation(one, other)}
        for group, members in compared_claims(claims).groupby("group", sort=True)
        for one, other in _pairs(members)
    ]
    return pd.DataFrame(rows, columns=PAIRS)


def _pairs(members: pd.DataFrame) -> Iterator[tuple[Any, Any]]:
    for one, other in combinations(rows_of(members), 2):
        elsewhere = one.article_id != other.article_id
        if elsewhere or (one.origin != other.origin and not one.in_title and not other.in_title):
            yield one, other


def _relation(one: Any, other: Any) -> str:  # noqa: ANN401
    if _overlap(one, other):
        return "agree"
    return "revised" if one.origin == other.origin else "disjoint"


def _overlap(one: Any, other: Any) -> bool:  # noqa: ANN401
    low, high = claimed_interval(one.bound, one.low, one.high)
    least, most = claimed_interval(other.bound, other.low, other.high)
    return low <= most and least <= high


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
    rows = []
    for group, members in compared_claims(claims).groupby("group", sort=True):
        ends = [(*claimed_interval(row.bound, row.low, row.high), row.figure_id) for row in rows_of(members)]
        for number, point in enumerate(_stabbing_points([end[:2] for end in ends]), start=1):
            on_side = [end for end in ends if end[0] <= point <= end[1]]
            side = members[members.figure_id.isin([end[2] for end in on_side])]
            rows.append(
                {
                    "group": group,
                    "side": number,
                    "low": max(end[0] for end in on_side),
                    "high": min(end[1] for end in on_side),
                    "claims": len(side),
                    "articles": int(side.article_id.nunique()),
                    "origins": _origins(side),
                    "figure_ids": side.figure_id.tolist(),
                }
            )
    return pd.DataFrame(rows, columns=SIDES)


def _stabbing_points(intervals: list[tuple[float, float]]) -> list[float]:
    points: list[float] = []
    for low, high in sorted(intervals, key=lambda interval: interval[1]):
        if not points or low > points[-1]:
            points.append(high)
    return points


def _origins(members: pd.DataFrame) -> int:
    """Count the origins; the headline of an article whose body speaks too is an echo of that."""
    body = members[~members.in_title]
    echoes = members.in_title & members.article_id.isin(body.article_id)
    return int(members[~echoes].origin.nunique())


def list_revisions(claims: pd.DataFrame) -> pd.DataFrame:
    """List what one source said at first and what it said later.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a revision: `group`, `origin`, and for the earlier and the later claim its words, article, and date.
        Claims of one date stand in no certain order.
    """
    pairs = compare_pairs(claims)
    pairs = pairs[pairs.relation == "revised"]
    known = claims.drop_duplicates("figure_id").set_index("figure_id")
    table = pairs[["group"]].assign(origin=known.origin.reindex(pairs["first"]).array)
    for name, ids in (("earlier", pairs["first"]), ("later", pairs["second"])):
        found = known.reindex(ids)
        table[name], table[f"{name}_article"] = found.phrase.array, found.article_id.array
        table[f"{name}_date"] = found.published.array
    return table.reset_index(drop=True)


def compare_headlines(claims: pd.DataFrame) -> pd.DataFrame:
    """Hold each figure in a headline against the same article's body.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a headline's claim that its body does not repeat as it is, and that nothing sets aside: `group`,
        `headline` and `body` (figure ids, the second null where no figure of the body is comparable) and `verdict`:
        "not in the body", "excludes the body" (no number is allowed by both) or "words it otherwise".
    """
    kept = claims[claims.aside.isna()]
    rows = []
    for headline in rows_of(kept[kept.in_title]):
        same = kept[(kept.article_id == headline.article_id) & (kept.group == headline.group) & ~kept.in_title]
        bodies = list(rows_of(same.sort_values("number_start")))
        body = next((row for row in bodies if _overlap(headline, row)), bodies[0] if bodies else None)
        verdict = "not in the body"
        if body is not None:
            verdict = "words it otherwise" if _overlap(headline, body) else "excludes the body"
        found = None if body is None else body.figure_id
        rows.append({"group": headline.group, "headline": headline.figure_id, "body": found, "verdict": verdict})
    return pd.DataFrame(rows, columns=HEADLINES)


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
    pairs, sides = compare_pairs(claims), find_sides(claims)
    rows = []
    for group, members in compared_claims(claims).groupby("group", sort=True):
        own_pairs, own_sides = pairs[pairs.group == group], sides[sides.group == group]
        backed = int(own_sides.origins.min()) if len(own_sides) > 1 else 0
        rows.append((backed, _summary(members, own_pairs.relation)))
    rows.sort(key=lambda row: (row[1]["disjoint"] == 0, -row[0], -row[1]["articles"], -row[1]["ratio"]))
    return pd.DataFrame([row for _, row in rows], columns=RANKS)


def _summary(members: pd.DataFrame, relations: "pd.Series[str]") -> dict[str, Any]:
    by_value = members.sort_values("value", kind="stable")
    lowest, highest = by_value.iloc[0], by_value.iloc[-1]
    least, most = float(lowest.value), float(highest.value)
    return {
        "topic": members.topic.iloc[0],
        "group": members.group.iloc[0],
        "articles": int(members.article_id.nunique()),
        "origins": _origins(members),
        "claims": len(members),
        "lowest": lowest.figure_id,
        "highest": highest.figure_id,
        "ratio": most / least if least > 0 else math.inf if most > least else 1.0,
        "disjoint": int((relations == "disjoint").sum()),
        "revised": int((relations == "revised").sum()),
        "pairs": len(relations),
        "rule": members.rule.iloc[0],
    }
