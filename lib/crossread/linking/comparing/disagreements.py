"""Groups of claims to verdicts: what deserves a look first, and headlines against bodies."""

import math
from collections import defaultdict
from typing import Any

import pandas as pd

from crossread.linking.comparing.intervals import claimed_interval
from crossread.linking.comparing.pairs import compared_claims, count_pairs
from crossread.linking.comparing.sides import find_sides
from crossread.tables import rows_of

HEADLINES = ["group", "headline", "body", "verdict"]
RANKS = ["topic", "group", "articles", "origins", "claims", "lowest", "highest", "ratio"]
RANKS += ["disjoint", "revised", "pairs", "rule"]


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
    titles = kept[kept.in_title]
    bodies: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows_of(kept[~kept.in_title & kept.article_id.isin(titles.article_id)].sort_values("number_start")):
        bodies[row.article_id, row.group].append(row)
    rows = []
    for headline in rows_of(titles):
        same = bodies[headline.article_id, headline.group]
        body = next((row for row in same if _overlap(headline, row)), same[0] if same else None)
        verdict = "not in the body"
        if body is not None:
            verdict = "words it otherwise" if _overlap(headline, body) else "excludes the body"
        found = None if body is None else body.figure_id
        rows.append({"group": headline.group, "headline": headline.figure_id, "body": found, "verdict": verdict})
    return pd.DataFrame(rows, columns=HEADLINES)


def _overlap(one: Any, other: Any) -> bool:  # noqa: ANN401
    low, high = claimed_interval(one.bound, one.low, one.high)
    least, most = claimed_interval(other.bound, other.low, other.high)
    return low <= most and least <= high


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
    counts = _count(compared_claims(claims))
    by_value = compared_claims(claims).sort_values("value", kind="stable")
    ends = (by_value.drop_duplicates("group", keep=end).sort_values("group") for end in ("first", "last"))
    sides = find_sides(claims).groupby("group")["origins"].agg(list)
    rows = []
    for count, origins, lowest, highest in zip(rows_of(counts), sides, *map(rows_of, ends), strict=True):
        backed = min(origins) if len(origins) > 1 else 0
        rows.append((backed, _summary(count, lowest, highest)))
    rows.sort(key=lambda row: (row[1]["disjoint"] == 0, -row[0], -row[1]["articles"], -row[1]["ratio"]))
    return pd.DataFrame([row for _, row in rows], columns=RANKS)


def _count(compared: pd.DataFrame) -> pd.DataFrame:
    """For each group, in order, its pairs, articles, claims and independent sources."""
    members = compared.groupby("group")
    articles, origins = members["article_id"].nunique(), members["origin"].nunique()
    return count_pairs(compared).assign(articles=articles, claims=members.size(), origins=origins)


def _summary(count: Any, lowest: Any, highest: Any) -> dict[str, Any]:  # noqa: ANN401
    least, most = float(lowest.value), float(highest.value)
    return {
        "topic": lowest.topic,
        "group": lowest.group,
        "articles": count.articles,
        "origins": count.origins,
        "claims": count.claims,
        "lowest": lowest.figure_id,
        "highest": highest.figure_id,
        "ratio": most / least if least > 0 else math.inf if most > least else 1.0,
        "disjoint": count.disjoint,
        "revised": count.revised,
        "pairs": count.pairs,
        "rule": lowest.rule,
    }
