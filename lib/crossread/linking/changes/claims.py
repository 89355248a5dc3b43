"""Comparable claims of two runs: where a new one moves what was said of the same, or one that is gone did."""

import numpy as np
import pandas as pd

from crossread.linking.compare.claims import list_claims
from crossread.linking.compare.comparisons import apply_comparisons
from crossread.linking.compare.pairs import claimed_ends
from crossread.tables import Tables

EDITED = "edited in its text"
VERDICTS = (
    EDITED,
    "revised by its own source",
    "excludes another source’s claim",
    "reaches beyond the earlier claims",
    "no longer claimed",
)
ENDS = ["was_lowest", "was_highest", "lowest", "highest"]
COLUMNS = ["group", "rule", "verdict", "figure_id", "article_id", "outlet", "published", "phrase", "source", "sentence"]
COLUMNS += ["known", "earlier", "earlier_id", "earlier_published", *ENDS, *(f"{name}_id" for name in ENDS)]
READ = ["group", "rule", "figure_id", "article_id", "outlet", "published", "phrase", "source", "sentence", "origin"]
READ += ["bound", "low", "high", "value", "asked"]
CLAIM = ["group", "article", "bound", "least", "most"]  # what makes two figures one claim, as `list_claims` has it
NONE = ""  # what stands for an article that is gone, so that it equals none


def list_tolls(
    old: Tables, new: Tables, articles: pd.DataFrame, figures: pd.DataFrame, entities: pd.DataFrame
) -> pd.DataFrame:
    """List the claims that move a group of comparable ones in which the earlier run had claims, too.

    A group is known by its claims, not by its name, which tells story, region and day only where there are several. A
    new claim counts where it excludes an earlier one of its own source; or where it excludes any, or reaches beyond all
    without allowing them all, and no earlier one had the same interval; or where its number was edited. A claim that is
    gone counts where the others do not reach as far.

    Args:
        old: The earlier run.
        new: The later one.
        articles: What `match_articles` returns.
        figures: What `match_figures` returns.
        entities: What `match_entities` returns.

    Returns:
        One row a claim, the groups with the gravest verdicts first: its group and rule, the `verdict` (one of
        `VERDICTS`), its columns as `list_claims` has them (`figure_id` and `article_id` null where they are no longer
        there), `known` (whether its figure stands in both runs, and only what it is compared with is another), the
        earlier claim that it excludes or replaces (`earlier`, null where none), and the lowest and the highest claim of
        the group in either run, all with their ids where they are still there.
    """
    now = _claims(new).assign(article=lambda rows: rows.article_id)
    was = _carried(_claims(old), now, articles, figures, entities)
    spans = _spans(was).add_suffix("_was").join(_spans(now), how="inner")
    now, was = now[now.group.isin(spans.index)], was[was.group.isin(spans.index)]
    edited = figures[figures.change == "edited"].set_index("figure_id").was_phrase
    fresh = _judge(_lacking(now, was), was, spans, edited)
    gone = _lacking(was, now)
    gone = gone[~gone.edited]
    reach = spans.reindex(gone.group).set_axis(gone.index)
    gone = gone[(gone.floor < reach.floor) | (gone.ceiling > reach.ceiling)]
    gone = gone.assign(verdict=VERDICTS[-1], article_id=gone.article.replace(NONE, pd.NA))
    rows = pd.concat([fresh, gone], ignore_index=True)
    kept = figures[figures.was_id.notna() & (figures.change != "edited")]
    rows["known"] = rows.figure_id.isin(kept.figure_id.dropna())
    for prefix, claims in (("was_", was), ("", now)):
        for name, end in (("lowest", "floor"), ("highest", "ceiling")):
            ends = claims.sort_values(end, ascending=end == "floor", kind="stable").drop_duplicates("group")
            found = ends.set_index("group").reindex(rows.group)
            rows[f"{prefix}{name}"], rows[f"{prefix}{name}_id"] = found.phrase.array, found.figure_id.array
    rows["rank"] = rows.verdict.map(VERDICTS.index).astype("Int64")
    rows["gravest"] = rows.groupby("group")["rank"].transform("min")
    rows = rows.sort_values(["gravest", "group", "rank", "published", "figure_id"], kind="stable")
    texts = [name for name in COLUMNS if name != "known" and not name.endswith("published")]
    return rows.reset_index(drop=True).reindex(columns=COLUMNS).astype(dict.fromkeys(texts, "string"))


def _claims(tables: Tables) -> pd.DataFrame:
    """The claims that nothing sets aside, those of the user's comparisons too, with the numbers that they allow.

    `asked` is the comparison's title, or ""; `least` and `most` are infinite where open; `floor` and `ceiling` are the
    numbers told, of a vague word the one to plot.
    """
    claims = list_claims(tables.figures, tables.articles)
    asked = apply_comparisons(claims, tables.comparisons, tables.entities)
    parts = [claims.assign(asked=""), *([asked.assign(asked=asked.topic)] if len(asked) else [])]
    rows = pd.concat([part.loc[part.aside.isna(), READ] for part in parts], ignore_index=True)
    least, most = claimed_ends(rows)
    vague = rows.bound == "vague"
    floor, ceiling = (rows.value.where(vague, end) for end in (rows.low.fillna(rows.high), rows.high.fillna(rows.low)))
    return rows.assign(least=least, most=most, floor=floor.astype(float), ceiling=ceiling.astype(float))


def _carried(
    was: pd.DataFrame, now: pd.DataFrame, articles: pd.DataFrame, figures: pd.DataFrame, entities: pd.DataFrame
) -> pd.DataFrame:
    """The earlier claims in the terms of the later run: its ids, its groups, and its names of origins.

    Where a claim is gone, its group is the one in which most of its former group's claims are. `edited` tells where
    another number stands in the same words now.
    """
    known = figures.dropna(subset=["figure_id", "was_id"]).set_index("was_id").figure_id
    ids = articles.set_index("was_id").article_id
    same = entities[entities.relation == "same"]
    origins = dict(zip("entity " + same.was_id, "entity " + same.entity_id, strict=True))
    was = was.assign(
        figure_id=was.figure_id.map(known).astype("string"),
        article=was.article_id.map(ids).astype("string").fillna(NONE),
        origin=was.origin.map(lambda origin: origins.get(origin, origin)).astype("string"),
    )
    places = now[["figure_id", "asked", "group"]].rename(columns={"group": "found"})
    was = was.merge(places, on=["figure_id", "asked"], how="left")
    most = was.groupby(["group", "found"]).size().sort_values(ascending=False, kind="stable").reset_index()
    usual = most.drop_duplicates("group").set_index("group").found
    edited = was.figure_id.isin(figures[figures.change == "edited"].figure_id)
    group = was.found.fillna(was.group.map(usual).astype("string")).fillna(was.group)
    # What stands in its place is another number, to which its words must not lead.
    return was.assign(group=group, edited=edited, figure_id=was.figure_id.mask(edited))


def _spans(claims: pd.DataFrame) -> pd.DataFrame:
    """How far the claims of each group reach, in numbers told."""
    return claims.groupby("group").agg(floor=("floor", "min"), ceiling=("ceiling", "max"))


def _lacking(claims: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """The claims that are not among the others."""
    found = claims[CLAIM].merge(others[CLAIM].drop_duplicates(), how="left", indicator=True)
    return claims[(found["_merge"] == "left_only").to_numpy()]


def _judge(fresh: pd.DataFrame, was: pd.DataFrame, spans: pd.DataFrame, edited: "pd.Series[str]") -> pd.DataFrame:
    """Of new claims those that move their group, with the verdict and the earlier claim that each excludes."""
    of_source = _excluded(fresh, was, ["group", "origin"])
    of_any = _excluded(fresh, was, ["group"])
    span = spans.reindex(fresh.group).set_axis(fresh.index)
    allows = (fresh.least <= span.floor_was) & (fresh.most >= span.ceiling_was)
    beyond = ((fresh.floor < span.floor_was) | (fresh.ceiling > span.ceiling_was)) & ~allows
    interval = ["group", "least", "most"]
    said = pd.MultiIndex.from_frame(fresh[interval]).isin(pd.MultiIndex.from_frame(was[interval]))
    verdict = pd.Series(pd.NA, index=fresh.index, dtype="string")
    verdict = verdict.mask(beyond & ~said, VERDICTS[3]).mask(of_any.notna() & ~said, VERDICTS[2])
    verdict = verdict.mask(of_source.notna(), VERDICTS[1])
    was_phrase = fresh.figure_id.map(edited).astype("string")
    labels = of_source.fillna(of_any).where(was_phrase.isna()).fillna(-1).astype(int)
    earlier = was.reindex(labels).set_index(fresh.index)
    judged = fresh.assign(
        verdict=verdict.mask(was_phrase.notna(), EDITED),
        earlier=earlier.phrase.fillna(was_phrase),
        earlier_id=earlier.figure_id,
        earlier_published=earlier.published,
    )
    return judged[judged.verdict.notna()]


def _excluded(fresh: pd.DataFrame, was: pd.DataFrame, keys: list[str]) -> pd.Series:
    """For each new claim the label of an earlier one with the same keys that it excludes, else null.

    It excludes one if it lies above the one that ends first, or below the one that begins last: no pairs are needed.
    """
    found = pd.Series(np.nan, index=fresh.index)
    by = was.groupby(keys, dropna=False)
    for label, column, above in ((by["most"].idxmin(), "most", True), (by["least"].idxmax(), "least", False)):
        labels = fresh[keys].merge(label.rename("label").reset_index(), on=keys, how="left")["label"].to_numpy()
        ends = was[column].reindex(labels).to_numpy()
        outside = fresh.least.to_numpy() > ends if above else fresh.most.to_numpy() < ends
        found = found.mask(outside, pd.Series(labels, index=fresh.index))
    return found
