"""Moved claims: groups whose numbers can be followed over several dates."""

import pandas as pd

from crossread.linking.compare import compared_claims
from crossread.measuring.frequencies import label_outlets
from crossread.measuring.sourcing import name_sources


def select_moved_claims(claims: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Keep the claims of groups that have some of at least two dates.

    A headline is left out where its article's body speaks in the group, too: it is an echo of that.

    Args:
        claims: What `list_claims` or `apply_comparisons` returns.
        articles: The articles table.
        entities: The entities table.

    Returns:
        The claims as `name_sources` returns them, with `inferred`, whether their date is: the groups first in which
        most sources are heard on several dates with several numbers, then those with most dates.
    """
    named = name_sources(compared_claims(claims), label_outlets(articles), entities)
    dates = named.groupby("group").published.nunique()
    named = named[named.group.isin(dates.index[dates > 1])]
    heard = named.groupby(["group", "origin"])[["published", "value"]].nunique()
    revising = (heard > 1).all(axis="columns").groupby("group").sum()
    guessed = articles.set_index("article_id").inferred.str.contains("published", na=False)
    named = named.assign(
        inferred=named.article_id.map(guessed).astype(bool),
        revising=named.group.map(revising),
        dates=named.group.map(dates),
    )
    order = ["revising", "dates", "group", "published"]
    named = named.sort_values(order, ascending=[False, False, True, True], kind="stable")
    return named.drop(columns=["revising", "dates"]).reset_index(drop=True)
