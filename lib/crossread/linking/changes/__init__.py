"""Two runs over a corpus to what changed between them.

Articles, figures, names, and claims that moved what was said of the same (`claims.py`).
"""

from dataclasses import dataclass

import pandas as pd

from crossread.linking.changes.articles import list_articles, match_articles
from crossread.linking.changes.claims import list_tolls
from crossread.linking.changes.figures import match_figures
from crossread.linking.changes.names import list_names, match_entities
from crossread.tables import Tables


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """What is not as it was, one row each; see `list_articles`, `match_figures`, `list_tolls`, `list_names`."""

    articles: pd.DataFrame
    figures: pd.DataFrame
    tolls: pd.DataFrame
    names: pd.DataFrame

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name."""
        return {name: getattr(self, name) for name in ("articles", "tolls", "figures", "names")}

    def counts(self) -> dict[str, dict[str, int]]:
        """Count each kind of change: by table and by its column `change`; of tolls the groups, as "revised"."""
        counts: dict[str, dict[str, int]] = {name: {} for name in self.frames()}
        for name in ("articles", "figures", "names"):
            changes = self.frames()[name].change
            counts[name] = {change: int((changes == change).sum()) for change in changes.unique()}
        groups = int(self.tolls.group.nunique())
        return counts | {"tolls": {"revised": groups} if groups else {}}

    def __str__(self) -> str:
        parts = [
            f"{name}: {', '.join(f'{count:,} {change}' for change, count in kinds.items())}"
            for name, kinds in self.counts().items()
            if kinds
        ]
        return "; ".join(parts) or "nothing changed"


def find_changes(old: Tables, new: Tables) -> Changes:
    """Find what changed between two runs: nothing that was there is dropped in silence.

    Args:
        old: The tables of the earlier run.
        new: The tables of the later one.

    Returns:
        The changes.
    """
    articles = match_articles(old.articles, new.articles)
    figures = match_figures(old, new, articles)
    entities = match_entities(old, new, articles)
    return Changes(
        articles=list_articles(old.articles, new.articles, articles),
        figures=figures[figures.change != "same"].reset_index(drop=True),
        tolls=list_tolls(old, new, articles, figures, entities),
        names=list_names(old, new, entities),
    )
