"""Rows of two runs: which is which; articles that are new, gone, changed in their text, or renamed."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionDtype

SAME, RENAMED, CHANGED = range(3)
KEYS = (("article_id", "text"), ("text",), ("article_id",))  # of articles that are the same, renamed, changed
DESCRIBED = {name: name for name in ("title", "outlet", "author", "url", "published", "language")}
DESCRIBED |= {"duplicate_of": "original"}  # columns that are compared, and how they are told
COLUMNS = ["change", "article_id", "was_id", "title", "outlet", "published", "words", "was_words", "described"]


def match_rows(old: pd.DataFrame, new: pd.DataFrame, keys: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Pair the rows of two tables by the first of several keys that they share.

    Rows that are equal in a key are paired in their order, so that what stands there twice is there twice: the tables
    are multisets. Nulls are equal to nulls.

    Args:
        old: A table with unique index labels.
        new: Another.
        keys: Columns that both have, the strictest key first; a row that one key pairs is out of the next.

    Returns:
        One row a pair: the index labels `old` and `new`, and `key`, the place of the key that paired them.
    """
    read = list(dict.fromkeys(name for key in keys for name in key))
    old, new = old[read], new[read]
    parts = []
    for number, key in enumerate(keys):
        pairs = _numbered(old, key, "old").merge(_numbered(new, key, "new"), on=[*key, "nth"])
        parts.append(pairs[["old", "new"]].assign(key=number))
        old, new = old.drop(index=list(pairs.old)), new.drop(index=list(pairs.new))
    return pd.concat(parts, ignore_index=True)


def _numbered(rows: pd.DataFrame, key: Sequence[str], label: str) -> pd.DataFrame:
    """The columns of a key, with the labels as a column and a number for each repetition."""
    nth = rows.groupby(list(key), dropna=False, sort=False).cumcount()
    return rows[list(key)].assign(nth=nth, **{label: rows.index})


def match_articles(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Pair the articles of two runs: those of one id and text, then those of one text, then those of one id.

    The text comes before the id because ids that are file names or numbers of lines shift when a file is put between.

    Args:
        old: The articles table of the earlier run.
        new: That of the later one.

    Returns:
        One row a pair: the index labels `old` and `new`; `key`, which is `SAME`, `RENAMED` or `CHANGED`; and the ids,
        `was_id` and `article_id`.
    """
    pairs = match_rows(old, new, KEYS)
    return pairs.assign(
        was_id=old.article_id.reindex(pairs.old).array, article_id=new.article_id.reindex(pairs.new).array
    )


def list_articles(old: pd.DataFrame, new: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """List the articles that are not as they were.

    Args:
        old: The articles table of the earlier run.
        new: That of the later one.
        pairs: What `match_articles` returns.

    Returns:
        One row an article: `change` ("new", "gone", "changed" in its text, "renamed" or only "described" otherwise),
        its id now and before (null where there is none), title, outlet, date, words now and before, and `described`:
        what else is told of it otherwise, in words.
    """
    changes = {SAME: "described", RENAMED: "renamed", CHANGED: "changed"}
    now, was = new.loc[pairs.new].reset_index(drop=True), old.loc[pairs.old].reset_index(drop=True)
    was["duplicate_of"] = was.duplicate_of.replace(dict(zip(pairs.was_id, pairs.article_id, strict=True)))
    both = now.assign(
        change=pairs.key.map(changes).array,
        was_id=was.article_id,
        was_words=was.words,
        described=_describe(was, now),
    )
    both = both[(both.change != "described") | (both.described != "")]
    fresh = new.drop(index=list(pairs.new)).assign(change="new", described="")
    gone = old.drop(index=list(pairs.old)).assign(change="gone", described="")
    gone = gone.rename(columns={"article_id": "was_id", "words": "was_words"})
    parts = [part.reindex(columns=COLUMNS).astype(_types(new)) for part in (fresh, both, gone)]
    return pd.concat(parts, ignore_index=True)


def _types(articles: pd.DataFrame) -> dict[str, str | ExtensionDtype | np.dtype[np.generic]]:
    kept = {name: articles[name].dtype for name in ("published", "words")}
    return dict.fromkeys(COLUMNS, "string") | kept | {"was_words": articles.words.dtype}


def _describe(was: pd.DataFrame, now: pd.DataFrame) -> "pd.Series[str]":
    """For each pair of rows what is told of the article otherwise, "" where nothing is."""
    differences = pd.Series("", index=now.index, dtype="string")
    for name in DESCRIBED:
        before, after = _words(was[name]), _words(now[name])
        note = DESCRIBED[name] + " was " + before.replace("", "none")
        differences = differences.mask(before != after, differences + "; " + note)
    return differences.str.removeprefix("; ")


def _words(values: pd.Series) -> "pd.Series[str]":
    days = values.dt.strftime("%Y-%m-%d") if pd.api.types.is_datetime64_any_dtype(values) else values
    return days.astype("string").fillna("")
