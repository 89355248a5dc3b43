"""Figures to comparable groups: which accounts agree, and which do not.

Claims (`claims.py`) in groups (`groups.py`) or as the user lays them together (`comparisons.py`), what agrees
(`pairs.py`), the sides and what deserves a look first (`sides.py`), what a source revised (`revisions.py`), and
headlines against bodies (`headlines.py`).
"""

import pandas as pd

from crossread.linking.compare.claims import count_left_out, list_claims, select_claims
from crossread.linking.compare.comparisons import apply_comparisons, check_comparisons, lay_out
from crossread.linking.compare.developments import develops, find_developments
from crossread.linking.compare.headlines import compare_headlines
from crossread.linking.compare.pairs import (
    ABOUT,
    claimed_ends,
    claimed_interval,
    compare_pairs,
    compared_claims,
    count_pairs,
    drop_echoes,
)
from crossread.linking.compare.revisions import list_revisions
from crossread.linking.compare.sides import find_sides, rank_groups

__all__ = [
    "ABOUT",
    "apply_comparisons",
    "check_comparisons",
    "claimed_ends",
    "claimed_interval",
    "compare_headlines",
    "compare_pairs",
    "compared_claims",
    "count_left_out",
    "count_pairs",
    "develops",
    "drop_echoes",
    "find_developments",
    "find_sides",
    "lay_out",
    "list_claims",
    "list_revisions",
    "rank_groups",
    "select_claims",
    "topic_claims",
]


def topic_claims(claims: pd.DataFrame, topic: str, most: int = 40) -> tuple[pd.DataFrame, str]:
    """Pick the rows of one topic's chart.

    Args:
        claims: What `list_claims` returns.
        topic: The topic.
        most: The most rows that a chart can take.

    Returns:
        The topic's claims that nothing sets aside, those panels first in which most articles speak, and a note of
        what is not shown.
    """
    rows = claims[claims.topic == topic]
    kept = rows[rows.aside.isna()]
    speaking = kept.groupby("panel")["article_id"].transform("nunique")
    kept = kept.assign(speaking=speaking).sort_values(["speaking", "panel"], ascending=[False, True], kind="stable")
    notes = []
    if len(kept) > most:
        notes.append(f"{len(kept) - most} more claims are in the table of evidence.")
    if len(rows) > len(kept):
        reasons = rows.aside.value_counts()
        counts = ", ".join(f"{count} {reason}" for reason, count in reasons.items())
        notes.append(f"Not compared: {counts}.")
    return kept.head(most), " ".join(notes)
