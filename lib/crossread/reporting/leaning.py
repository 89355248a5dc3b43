"""Whose figures run above or below what others say of the same things."""

import pandas as pd

from crossread.linking.compare import claimed_interval, rank_groups
from crossread.reporting.sourcing import name_sources
from crossread.tables import rows_of

ABOVE, BELOW, NEITHER = "above", "below", "neither"


def compare_sources(claims: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Set what each source says against the median of what the others say, group by group.

    Groups are those in which `rank_groups` finds two articles, and which tell what happened to the counted. Claims in
    vague words are left out, as are denials and numbers not above zero. A claim is the interval that its words allow:
    between the medians of the others' lower and of their upper ends lies the median of what they mean, wherever in
    their intervals that is. Of a source that makes several claims in a group the medians of their ends count.

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
    said = named.groupby(["group", "origin"], as_index=False).agg(**medians, speaker=("speaker", "first"))
    rows = []
    for group, sources in said.groupby("group"):
        for one in rows_of(sources) if len(sources) > 1 else ():
            others = sources[sources.origin != one.origin]
            middle = float(others.value.median())
            verdict = ABOVE if one.low > others.high.median() else BELOW if one.high < others.low.median() else NEITHER
            own, ratio = one.origin.startswith("outlet "), one.value / middle
            rows.append((one.speaker, one.origin, own, group, one.value, middle, len(others), ratio, verdict))
    return pd.DataFrame(rows, columns=columns)


def select_comparable(claims: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Choose the claims that `compare_sources` goes by.

    Args:
        claims: What `list_claims` returns.
        articles: Articles as `label_outlets` returns them.
        entities: The entities table.

    Returns:
        Their rows as `name_sources` returns them, with the ends of what their words allow, `least` and `most`.
    """
    compared = claims.group.isin(rank_groups(claims).group) & (claims.outcome != "other")
    meant = compared & (claims.bound != "vague") & claims.stance.isna() & (claims.value > 0).fillna(False)
    named = name_sources(claims[meant], articles, entities)
    ends = [claimed_interval(claim.bound, claim.low, claim.high) for claim in rows_of(named)]
    return named.assign(
        least=pd.Series([low for low, _ in ends], index=named.index, dtype=float),
        most=pd.Series([high for _, high in ends], index=named.index, dtype=float),
        value=named.value.astype(float),
    )


def rank_leaning(compared: pd.DataFrame, least: int, most: int) -> pd.DataFrame:
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
