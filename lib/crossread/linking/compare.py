"""Figures to comparable groups: which accounts agree, and which do not."""

import math
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pandas as pd

from crossread.extracting.phrases import singular
from crossread.tables import rows_of

ABOUT = 0.1  # how far "about" reaches to either side, as a share of the number
NOT_TOLD = "no outcome told"

# A toll of the whole war is no account of one event: "280,000 people have been killed since the conflict erupted".
TOLLS = frozenset(["killed", "injured", "displaced", "missing", "detained"])
SINCE = re.compile(
    r"\bsince\b[^.]{0,80}?\b(?:began|begun|erupted|started|start|broke|outbreak|uprising|war|conflict|(?:19|20)\d\d)\b"
)


def list_claims(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Reduce figures to claims: what one article says once or more.

    Comparable are claims of one `group`: of one story, kind, unit, class of the counted and outcome. Figures that are
    parts of others are left out; of the copies of one text, a story has one. An interval that an article repeats in the
    same sense is one claim.

    Args:
        figures: The figures table.
        articles: The articles table.

    Returns:
        One row a claim: the columns of its best attested figure, those of its article (title, outlet, published,
        story), `stated` (how often), `sentence`, `topic` (what is counted, in words) and `group` and `panel` (with the
        outcome).
    """
    originals = _one_a_text(articles)[["article_id", "title", "outlet", "published", "story", "text"]]
    rows = figures[figures.part_of.isna()].merge(originals, on="article_id")
    spans = zip(rows.text, rows.sentence_start, rows.sentence_end, strict=True)
    rows["sentence"] = pd.array([text[start:end] for text, start, end in spans], dtype="string")
    rows["counts"] = pd.array(
        [_counts(*pair) for pair in zip(rows.counted_class, rows.counted, strict=True)], dtype="string"
    )
    return _one_a_claim(_with_titles(rows.drop(columns="text")))


def _one_a_text(articles: pd.DataFrame) -> pd.DataFrame:
    """Of the copies of one text keep one in each story: the original, where it is of that story."""
    originals = articles.duplicate_of.fillna(articles.article_id)
    ordered = articles.assign(original=originals).sort_values("duplicate_of", na_position="first", kind="stable")
    return ordered.drop_duplicates(["story", "original"])


def _counts(counted_class: str, counted: str) -> str:
    """What is compared: the class, or the head noun where the class is as wide as "money" or "other"."""
    return singular(counted.split()[-1]) if counted and counted_class in ("money", "other") else counted_class


def _with_titles(rows: pd.DataFrame) -> pd.DataFrame:
    """Name topics and groups in words, with the story where the corpus has several."""
    several = rows.story.nunique() > 1
    topics, panels = [], []
    for row in rows_of(rows):
        what = row.counts if row.kind == "count" else " ".join(filter(None, [row.kind, row.unit, row.counts]))
        topics.append(f"{what or 'uncounted'}{f' ({row.story})' if several else ''}")
        overall = row.outcome in TOLLS and SINCE.search(row.sentence)
        panels.append(f"{NOT_TOLD if row.outcome == 'other' else row.outcome}{' since a date' if overall else ''}")
    rows = rows.assign(topic=pd.array(topics, dtype="string"), panel=pd.array(panels, dtype="string"))
    return rows.assign(group=rows.topic + ", " + rows.panel)


def _one_a_claim(rows: pd.DataFrame) -> pd.DataFrame:
    """Of figures of one article and group with the same interval keep the best attested: in the body, with a source.

    "30,000" in the headline and "around 30,000" in the body stay two claims: the missing word is worth seeing.
    """
    same = ["group", "article_id", "bound", "low", "high"]
    ranked = rows.assign(unsourced=rows.source.isna())
    ranked = ranked.sort_values(["in_title", "unsourced", "number_start"], kind="stable")
    stated = ranked.groupby(same, sort=False, dropna=False)["figure_id"].transform("size").astype("Int64")
    claims = ranked.assign(stated=stated).drop_duplicates(same).drop(columns="unsourced")
    return claims.sort_values(["published", "article_id", "number_start"], kind="stable").reset_index(drop=True)


def select_claims(claims: pd.DataFrame, story: str = "", counted: str = "") -> pd.DataFrame:
    """Keep the claims of one story, or of one thing counted.

    Args:
        claims: What `list_claims` returns.
        story: A story's id; empty for all.
        counted: A class or noun as it stands in the column `counts`, such as "forces"; empty for all.

    Returns:
        The claims of both.

    Raises:
        ValueError: There is no such story, or nothing such is counted.
    """
    for column, wanted in (("story", story), ("counts", counted)):
        known = sorted(claims[column].unique())
        if wanted and wanted not in known:
            what = "is of the story" if column == "story" else "counts"
            raise ValueError(f"no claim {what} {wanted!r}: choose from {', '.join(filter(None, known))}")
        claims = claims[claims[column] == wanted] if wanted else claims
    return claims


def topic_claims(claims: pd.DataFrame, topic: str, most: int = 40) -> tuple[pd.DataFrame, str]:
    """Pick the rows of one topic's chart.

    Args:
        claims: What `list_claims` returns.
        topic: The topic.
        most: The most rows that a chart can take.

    Returns:
        The topic's claims, those panels first in which most articles speak, and a note of how many did not fit.
    """
    rows = claims[claims.topic == topic]
    speaking = rows.groupby("panel")["article_id"].transform("nunique")
    rows = rows.assign(speaking=speaking).sort_values(["speaking", "panel"], ascending=[False, True], kind="stable")
    left = len(rows) - most
    return rows.head(most), f"{left} more claims are in the table of evidence." if left > 0 else ""


def rank_groups(claims: pd.DataFrame) -> pd.DataFrame:
    """Sum up each group of claims in which at least two articles speak.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a group: `topic`, `group`, `articles`, `claims`, `lowest` and `highest` (figure ids), `ratio`
        of the highest number to the lowest, `disjoint` and `pairs` (pairs of claims of different articles whose
        intervals do not overlap, and all such pairs), and a `reading` in words. What most deserves a look is first:
        groups with disjoint claims, then those of more articles, then those further apart.
    """
    columns = ["topic", "group", "articles", "claims", "lowest", "highest", "ratio", "disjoint", "pairs", "reading"]
    compared = claims[~claims.counts.isin(["", "money"]) & ~claims.kind.isin(["duration", "age", "measure"])]
    rows = [row for _, group in compared.groupby("group", sort=True) if (row := _summary(group)) is not None]
    ranked = sorted(rows, key=lambda row: (row["disjoint"] == 0, -row["articles"], -row["ratio"]))
    return pd.DataFrame(ranked, columns=columns)


def _summary(group: pd.DataFrame) -> dict[str, Any] | None:
    articles = int(group.article_id.nunique())
    if articles < 2:
        return None
    by_value = group.sort_values("value", kind="stable")
    lowest, highest = by_value.iloc[0], by_value.iloc[-1]
    least, most = float(lowest.value), float(highest.value)
    overlaps = list(_overlaps(group))
    disjoint = overlaps.count(False)
    verdict = "all overlap" if not disjoint else f"{disjoint} of {len(overlaps)} pairs do not overlap"
    ends = f"from {_told(lowest)} to {_told(highest)}" if least < most else _told(lowest)
    return {
        "topic": group.topic.iloc[0],
        "group": group.group.iloc[0],
        "articles": articles,
        "claims": len(group),
        "lowest": lowest.figure_id,
        "highest": highest.figure_id,
        "ratio": most / least if least > 0 else math.inf if most > least else 1.0,
        "disjoint": disjoint,
        "pairs": len(overlaps),
        "reading": f"{len(group)} claims in {articles} articles, {ends}; {verdict}.",
    }


def _told(claim: pd.Series) -> str:
    outlet = claim.outlet if pd.notna(claim.outlet) else claim.article_id
    return f"“{claim.phrase}” ({claim.source if pd.notna(claim.source) else outlet})"


def _overlaps(group: pd.DataFrame) -> Iterator[bool]:
    """For each pair of claims of different articles: do their intervals overlap?"""
    claims = [(claim.article_id, *claimed_interval(claim.bound, claim.low, claim.high)) for claim in rows_of(group)]
    for (first, low, high), (second, least, most) in combinations(claims, 2):
        if first != second:
            yield low <= most and least <= high


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
