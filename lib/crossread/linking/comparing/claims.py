"""Figures to claims: what one article says once or more, in a group of comparable ones, or set aside with a reason."""

import math
from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from crossread.linking.comparing.alike import name_counted, tells_outcome
from crossread.linking.comparing.headlines import OVER_DAYS, follow_bodies
from crossread.linking.comparing.homes import find_homes
from crossread.linking.comparing.intervals import claimed_interval
from crossread.linking.comparing.occasions import LEAD, SPOKEN_OF, find_occasion, read_lead
from crossread.linking.comparing.panels import NOT_TOLD, name_groups
from crossread.linking.comparing.sums import find_sums
from crossread.linking.places import Places
from crossread.linking.sources.origins import find_origins
from crossread.tables import rows_of

A_PART = "a part of a number told elsewhere"
FAR = 3  # times "at least 17" that one source, in one article, still means by it; "at least 502" is of something else
UNCOMPARED = frozenset(["duration", "age", "measure", "multiple"])


def list_claims(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Reduce figures to claims: what one article says once or more.

    Comparable are claims of one `group`: of one story, kind, unit, class or noun of the counted, outcome, and, where
    the text tells them, side, cause and region. Figures that are parts of others are left out; of the copies of one
    text, a story has one. An interval that an article repeats in the same sense is one claim.

    Args:
        figures: The figures table.
        articles: The articles table.

    Returns:
        One row a claim: the columns of its best attested figure, those of its article (title, outlet, published,
        story, and `original`, the article that it copies, else itself), `stated` (how often), `sentence`, `origin` (who
        says it first), `counts` (the class or noun that is compared), `topic` (that in words), `cause`, `region`, `day`
        and `reach` (as in `Occasion`), `home` (where people come from who are moved), `panel` (with the outcome) and
        `group` (with both), `rule` (what the group's claims have in common) and `aside` (why the claim is no account of
        its story's event, null where it is one).
    """
    originals = _one_a_text(articles)[["article_id", "title", "outlet", "published", "story", "original"]]
    texts = dict(zip(articles.article_id, articles.text, strict=True))
    figures = figures.assign(origin=find_origins(figures, articles))
    rows = figures[figures.part_of.isna()].merge(originals, on="article_id")
    rows["accompanied"] = rows.figure_id.isin(_accompanied(figures))
    spans = zip(rows.article_id, rows.sentence_start, rows.sentence_end, strict=True)
    rows["sentence"] = pd.array([texts[article][start:end] for article, start, end in spans], dtype="string")
    rows["counts"] = pd.array(
        [name_counted(row.kind, row.counted, row.counted_class) for row in rows_of(rows)], dtype="string"
    )
    rows = name_groups(_with_occasions(rows, texts).drop(columns="accompanied"))
    return _keep_first(_one_a_claim(rows))


def _accompanied(figures: pd.DataFrame) -> "pd.Series[str]":
    """The figures that stand with others in their sentence."""
    number = figures.groupby(["article_id", "sentence_start"])["figure_id"].transform("size")
    return figures.figure_id[number > 1]


def _one_a_text(articles: pd.DataFrame) -> pd.DataFrame:
    """Of the copies of one text keep one in each story: the original, where it is of that story."""
    originals = articles.duplicate_of.fillna(articles.article_id)
    ordered = articles.assign(original=originals).sort_values("duplicate_of", na_position="first", kind="stable")
    return ordered.drop_duplicates(["story", "original"])


def _with_occasions(rows: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Add what `find_occasion` tells, where the people come from, and why a figure is no account of the event."""
    places = Places(rows.place.dropna())
    firsts = rows.drop_duplicates("article_id")
    leads = {row.article_id: read_lead(texts[row.article_id], row.published, places) for row in rows_of(firsts)}
    occasions = [find_occasion(row, texts[row.article_id], leads[row.article_id], places) for row in rows_of(rows)]
    reasons = [_aside(row) or occasion.aside or None for row, occasion in zip(rows_of(rows), occasions, strict=True)]
    for column in ("cause", "region", "day", "reach"):
        rows[column] = pd.array([getattr(occasion, column) for occasion in occasions], dtype="string")
    rows["other_day"] = pd.array([occasion.other_day for occasion in occasions], dtype="bool")
    rows["home"] = find_homes(rows)
    rows["aside"] = pd.array(reasons, dtype="string")
    parts, over_days = find_sums(rows)
    for reason, figure_ids in ((A_PART, parts), (OVER_DAYS, over_days)):
        rows["aside"] = rows.aside.mask(rows.figure_id.isin(figure_ids) & rows.aside.isna(), reason)
    return follow_bodies(rows)


def _aside(row: pd.Series) -> str:
    """Why a figure can be compared with no other, whatever its occasion; "" where it can."""
    if not pd.isna(row.stance):
        return "denied by its source"
    if row.kind in UNCOMPARED:
        return f"a {row.kind}" if row.kind != "age" else "an age"
    if row.counts in ("", "money"):
        return "nothing is named that is counted"
    if not pd.isna(row.trend):
        return "a change, no number"
    if row.outcome == "other" and not tells_outcome(row.counts):
        return NOT_TOLD
    # "killed three and wounded 20 others": nobody else is wounded, but somebody else is killed.
    others = {"other", "others"} & set(row.phrase.lower().split())
    return "added to another number" if others and row.outcome != "injured" else ""


def _one_a_claim(rows: pd.DataFrame) -> pd.DataFrame:
    """Of figures of one article and group with the same interval keep the best attested: in the body, with a source.

    "30,000" in the headline and "around 30,000" in the body stay two claims: the missing word is worth seeing.
    """
    same = ["group", "article_id", "bound", "low", "high", "stance"]
    ranked = rows.assign(unsourced=rows.source.isna(), kept=rows.aside.isna())
    ranked = ranked.sort_values(["in_title", "unsourced", "number_start"], kind="stable")
    repeated = ranked.groupby(same, sort=False, dropna=False)
    # What one mention says of the occasion, another need not repeat.
    aside = ranked.aside.mask(repeated["kept"].transform("any"))
    claims = ranked.assign(stated=repeated["figure_id"].transform("size").astype("Int64"), aside=aside)
    claims = claims.drop_duplicates(same).drop(columns=["unsourced", "kept"])
    return claims.sort_values(["published", "article_id", "number_start"], kind="stable").reset_index(drop=True)


def _keep_first(claims: pd.DataFrame) -> pd.DataFrame:
    """Set aside what excludes an earlier figure of the same article and source: the two must speak of two things.

    A figure below the lead that nobody is said to have said is held against the first of its article, whoever says
    that.
    """
    later: list[int] = []
    told: dict[tuple[str, str], dict[str, tuple[float, float]]] = defaultdict(dict)
    for claim in rows_of(claims[claims.aside.isna()].sort_values("number_start", kind="stable")):
        first = told[claim.group, claim.article_id]
        reach = _within_article(claim)
        own = pd.isna(claim.source) and claim.number_start >= LEAD and not SPOKEN_OF.search(claim.sentence)
        known = list(first.values())[:1] if own else []
        known += [first[claim.origin]] if claim.origin in first and not pd.isna(claim.source) else []
        if any(reach[1] < least or most < reach[0] for least, most in known):
            later.append(claim.Index)
        else:
            first.setdefault(claim.origin, reach)
    aside = claims.aside.mask(claims.index.isin(later), "not its source's first figure in the article")
    return claims.assign(aside=aside)


def _within_article(claim: pd.Series) -> tuple[float, float]:
    """The claimed interval, whose open end reaches no further than one writer's "at least" does."""
    low, high = claimed_interval(claim.bound, claim.low, claim.high)
    return low, FAR * low if math.isinf(high) else high


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


def count_left_out(figures: pd.DataFrame, claims: pd.DataFrame) -> "pd.Series[int]":
    """Count the figures that no comparison takes in, by the reason.

    Args:
        figures: The figures table.
        claims: What `list_claims` returns for all of it.

    Returns:
        Figures by reason, the most frequent first: parts, figures of copies, and the reasons in the column `aside`.
        With the figures that the compared claims stand for they add up to the table.
    """
    parts = int(figures.part_of.notna().sum())
    counts = claims[claims.aside.notna()].groupby("aside")["stated"].sum().to_dict()
    counts |= {"a part of another figure": parts, "in a copy": len(figures) - parts - int(claims.stated.sum())}
    told = {reason: int(count) for reason, count in counts.items() if count}
    return pd.Series(told, name="figures", dtype="int64").sort_values(ascending=False, kind="stable")
