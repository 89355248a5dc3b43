"""House effect: whose figures run above or below what others say of the same things."""

import numpy as np
import pandas as pd

from crossread.linking.compare import claimed_ends, compared_claims, drop_echoes
from crossread.measuring.sourcing import name_sources

ABOVE, BELOW, NEITHER = "above", "below", "neither"


def compare_sources(claims: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Set what each source says against the median of what the others say, group by group.

    Groups are those in which two articles speak, and which tell what happened to the counted. Claims in vague words are
    left out, as are denials, numbers not above zero, and headlines (see `drop_echoes`). A claim is the interval that
    its words allow: between the medians of the others' lower and of their upper ends lies the median of what they mean,
    wherever in their intervals that is. Of a source that makes several claims in a group the medians of their ends
    count.

    Args:
        claims: What `list_claims` returns.
        articles: Articles as `label_outlets` returns them.
        entities: The entities table.

    Returns:
        One row a source and group in which another is heard too: speaker, origin, `own` (an outlet in its own voice),
        group, `value`, `others` (median of their numbers), `sources` (how many others), `ratio` of the value to it,
        and `verdict`: "above" or "below" only where no numbers that the words allow would make it otherwise.
    """
    columns = ["speaker", "origin", "own", "group", "value", "others", "sources", "ratio", "verdict"]
    named = select_comparable(claims, articles, entities)
    medians = {name: (column, "median") for name, column in (("low", "least"), ("high", "most"), ("value", "value"))}
    told = named.assign(own=named.source.isna())
    said = told.groupby(["group", "origin"], as_index=False).agg(
        **medians, speaker=("speaker", "first"), own=("own", "all")
    )
    others = said.groupby("group")["origin"].transform("size").astype(int) - 1
    said = said.assign(sources=others)
    said = said[said.sources > 0]
    if said.empty:
        return pd.DataFrame(columns=columns)
    for name, column in (("least", "low"), ("most", "high"), ("others", "value")):
        said[name] = said.groupby("group")[column].transform(_medians_of_others)
    verdicts = np.select([said.low > said.most, said.high < said.least], [ABOVE, BELOW], NEITHER)
    return said.assign(ratio=said.value / said.others, verdict=verdicts)[columns].reset_index(drop=True)


def _medians_of_others(values: "pd.Series[float]") -> "pd.Series[float]":
    """For each of two or more values the median of the rest, found in one sorting."""
    ranks = values.rank(method="first").to_numpy(int) - 1
    ordered, left = np.sort(values), len(values) - 1
    lower, upper = (middle + (middle >= ranks) for middle in ((left - 1) // 2, left // 2))
    with np.errstate(invalid="ignore"):  # between the open ends of two claims, below and above, is no number
        return pd.Series((ordered[lower] + ordered[upper]) / 2, index=values.index)


def select_comparable(claims: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Choose the claims that `compare_sources` goes by.

    Args:
        claims: What `list_claims` returns.
        articles: Articles as `label_outlets` returns them.
        entities: The entities table.

    Returns:
        Their rows as `name_sources` returns them, with the ends of what their words allow, `least` and `most`.
    """
    compared = claims.group.isin(compared_claims(claims).group) & (claims.outcome != "other")
    meant = compared & (claims.bound != "vague") & claims.stance.isna() & (claims.value > 0).fillna(False)
    named = name_sources(drop_echoes(claims[meant]), articles, entities)
    least, most = claimed_ends(named)
    return named.assign(least=least, most=most, value=named.value.astype(float))


def rank_sources(compared: pd.DataFrame, least: int, most: int) -> pd.DataFrame:
    """Sum up how each source that has a name compares: the same description may be several sources.

    Args:
        compared: What `compare_sources` returns.
        least: In how many groups a source must be heard.
        most: At most so many sources: those heard in the most groups.

    Returns:
        One row a source, the highest first: speaker, origin, own, `groups`, `above`, `below`, `neither` (groups each)
        and `ratio`, the median of its ratios.
    """
    verdicts = {verdict: compared.verdict == verdict for verdict in (ABOVE, BELOW, NEITHER)}
    known = compared.assign(**verdicts)[~compared.origin.str.startswith("words ")]
    counts = {"groups": ("group", "size"), **{verdict: (verdict, "sum") for verdict in verdicts}}
    ranked = known.groupby(["origin", "speaker", "own"], as_index=False).agg(**counts, ratio=("ratio", "median"))
    ranked = ranked[ranked.groups >= least].sort_values(["groups", "origin"], ascending=[False, True]).head(most)
    balance = (ranked.above - ranked.below) / ranked.groups
    ranked = ranked.assign(balance=balance).sort_values(["ratio", "balance"], ascending=False, kind="stable")
    return ranked.drop(columns="balance").reset_index(drop=True)
