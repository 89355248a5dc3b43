"""Two tables to pairs of their rows: which row of an earlier run is which of a later one."""

from collections.abc import Sequence

import pandas as pd


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
