"""Figures of two runs: which are new, gone, read otherwise, reworded, or another number in the same words."""

import re
from collections.abc import Iterable

import pandas as pd
from pandas.api.extensions import ExtensionArray

from crossread.linking.changes.articles import CHANGED, match_rows
from crossread.tables import Tables

READING = ["phrase", "bound", "low", "high", "trend", "kind", "unit", "counted", "counted_class", "outcome", "part_of"]
READING += ["source", "source_class", "via", "stance", "hedge"]
KEYS = (
    ["article", "place", *READING],
    ["article", "place"],
    ["article", "fixed", *READING],
    ["article", "fixed", "around"],
)
CHANGES = ("same", "read otherwise", "reworded", "edited")  # what figures that a key pairs are
TOLD = ["article_id", *READING, "sentence"]
COLUMNS = ["change", "figure_id", "was_id", *TOLD, *(f"was_{name}" for name in TOLD), "differs", "article"]
DIGITS = re.compile(r"\d[\d,.]*")


def match_figures(old: Tables, new: Tables, articles: pd.DataFrame) -> pd.DataFrame:
    """Pair the figures of two runs, within their articles.

    In a text that is the same, a figure is its place. In one that changed it is its sentence and its place there; else
    the same words read in the same way, whose sentence was reworded; else what stands in a sentence that differs in its
    numbers only.

    Args:
        old: The earlier run.
        new: The later one.
        articles: What `match_articles` returns.

    Returns:
        One row a figure of either run, new ones first, then in the order of their tables: `change` ("same", "read
        otherwise", "reworded", "edited": another number in the same words; "new", "gone"); its id, article, reading and
        sentence, now and before (`was_`), null where there is none, but `article_id` wherever the article is still
        there, and `part_of` the phrase of its whole; `differs`, the columns of the reading that differ, with commas;
        and `article`, what became of its article: "new", "changed", "gone", or "" for the same text.
    """
    was, now = _placed(old, articles, "was_id"), _placed(new, articles, "article_id")
    pairs = match_rows(was[was.article.notna()], now[now.article.notna()], KEYS)
    both = pd.concat([_side(now.loc[pairs.new]), _side(was.loc[pairs.old], "was_")], axis=1)
    changes = pairs.key.map(dict(enumerate(CHANGES)))
    both = both.assign(change=changes.array, article=now.state.reindex(pairs.new).array)
    fresh, gone = now.drop(index=list(pairs.new)), was.drop(index=list(pairs.old))
    fresh = _side(fresh).assign(change="new", article=fresh.state.fillna("new").array)
    still = gone.article_id.map(articles.set_index("was_id").article_id).array
    gone = _side(gone, "was_").assign(change="gone", article_id=still, article=gone.state.fillna("gone").array)
    types = {name: now[name.removeprefix("was_")].dtype for name in COLUMNS if name.removeprefix("was_") in TOLD}
    types |= dict.fromkeys(["change", "figure_id", "was_id", "differs", "article"], pd.StringDtype())
    parts = [part.reindex(columns=COLUMNS).astype(types) for part in (fresh, both, gone)]
    rows = pd.concat(parts, ignore_index=True)
    return rows.assign(differs=_differences(rows))


def _placed(tables: Tables, articles: pd.DataFrame, name: str) -> pd.DataFrame:
    """Figures with their sentence, and the columns by which they are paired.

    `article` is the number of the pair of articles; `fixed` the place in a text that is the same, else null; `place`
    that, or the sentence and the place in it; `around` the sentence without its numbers; `state` what became of the
    article.
    """
    rows = tables.figures.copy()
    texts = dict(zip(tables.articles.article_id, tables.articles.text, strict=True))
    spans = (rows[name] for name in ("article_id", "sentence_start", "number_start", "number_end", "sentence_end"))
    cuts = list(zip(*spans, strict=True))
    rows["sentence"] = _text(texts[name][start:end] for name, start, _, _, end in cuts)
    rows["article"] = rows.article_id.map(pd.Series(articles.index, index=articles[name])).astype("Int64")
    changed = rows.article_id.isin(articles[articles.key == CHANGED][name])
    rows["state"] = pd.Series("", index=rows.index).mask(changed, "changed").mask(rows.article.isna()).astype("string")
    rows["fixed"] = rows.number_start.mask(changed)
    within = rows.sentence + "\n" + (rows.number_start - rows.sentence_start).astype("string")
    rows["place"] = within.where(changed, rows.number_start.astype("string"))
    around = (f"{texts[name][start:number]}\n{texts[name][behind:end]}" for name, start, number, behind, end in cuts)
    rows["around"] = _text(DIGITS.sub("0", words) for words in around)
    rows["part_of"] = rows.part_of.map(dict(zip(rows.figure_id, rows.phrase, strict=True))).astype("string")
    return rows


def _text(values: Iterable[str]) -> ExtensionArray:
    return pd.array(list(values), dtype="string")


def _side(rows: pd.DataFrame, prefix: str = "") -> pd.DataFrame:
    """The columns that are told of figures of one run; the earlier one's have a prefix."""
    named = {name: f"{prefix}{name}" for name in TOLD} | {"figure_id": "was_id" if prefix else "figure_id"}
    return rows[list(named)].rename(columns=named).reset_index(drop=True)


def _differences(rows: pd.DataFrame) -> "pd.Series[str]":
    """The columns of the reading in which a figure of both runs differs."""
    told = pd.Series("", index=rows.index, dtype="string")
    known = rows.figure_id.notna() & rows.was_id.notna()
    for name in READING:
        before, after = rows[f"was_{name}"], rows[name]
        same = (before == after).fillna(value=False) | (before.isna() & after.isna())
        told = told.mask(known & ~same, told + f", {name}")
    return told.str.removeprefix(", ")
