"""What one source said at first, and what it said later."""

from collections.abc import Iterator, Sequence

import pandas as pd

from crossread.linking.compare.pairs import claimed_ends, compared_claims

_READ = ["group", "origin", "article_id", "published", "phrase", "figure_id", "number_start"]
_READ += ["in_title", "aside", "bound", "low", "high", "value"]


def list_revisions(claims: pd.DataFrame) -> pd.DataFrame:
    """List what one source said at first and what it said later.

    A number stands until its source gives one that excludes it: "12", then "18", then "25" are two revisions. In each
    article a source has one say, its first figure in the body, else in the headline. Of one date, within which nobody
    knows the order, the lowest number counts as the first, since tolls grow.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a revision: `group`, `origin`, and for the earlier claim, the last that the later one excludes, and the
        later its words, article, date and figure id.
    """
    said = compared_claims(claims[_READ]).sort_values(["in_title", "number_start"], kind="stable")
    said = said.drop_duplicates(["group", "origin", "article_id"])
    order = ["group", "origin", "published", "value", "article_id"]
    said = said.sort_values(order, kind="stable").reset_index(drop=True)
    lows, highs = claimed_ends(said)
    ends = list(zip(lows.tolist(), highs.tolist(), strict=True))
    runs = said.groupby(["group", "origin"], sort=False).indices.values()
    found = [pair for places in runs if len(places) > 1 for pair in _revise(list(places), ends)]
    earlier, later = (said.iloc[[pair[end] for pair in found]] for end in (0, 1))
    table = later[["group", "origin"]].reset_index(drop=True)
    for name, rows in (("earlier", earlier), ("later", later)):
        table[name], table[f"{name}_article"] = rows.phrase.array, rows.article_id.array
        table[f"{name}_date"], table[f"{name}_figure"] = rows.published.array, rows.figure_id.array
    return table


def _revise(places: Sequence[int], ends: Sequence[tuple[float, float]]) -> Iterator[tuple[int, int]]:
    """Pairs of claims, the later of which excludes the earlier, of one source's in order."""
    standing: list[int] = []
    low, high = ends[places[0]]  # what all that stands allows
    for place in places:
        least, most = ends[place]
        if most < low or high < least:
            excluded = (one for one in reversed(standing) if most < ends[one][0] or ends[one][1] < least)
            yield next(excluded), place
            standing, low, high = [], least, most
        standing.append(place)
        low, high = max(low, least), min(high, most)
