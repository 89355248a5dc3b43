"""Sources that an article describes, to the ones that it names: "the monitor" after "the Observatory"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from crossread.extracting.attribution.cues import source_class
from crossread.linking.sources.classes import classify_source
from crossread.tables import rows_of

DESCRIBED = frozenset(["monitor", "media"])  # kinds of which an article mostly names one, then describes it
NAMED_LATER = frozenset(["monitor"])  # "a monitor said. The Observatory ..." is of agencies' style
LATER = 700  # characters within which such a one is named
WORD = re.compile(r"[a-z][\w'’]*")


def resolve_described(figures: pd.DataFrame, mentions: pd.DataFrame) -> "pd.Series[str]":
    """Find the entities that stand behind sources that are described, not named.

    "The observatory" is the one whose name has that word. Another "the monitor" is the source of its kind named last;
    "a monitor" is the first of its kind that the article names, where it does so soon after.

    Args:
        figures: Rows of the figures table, with `source_class` and the entities of sources that are named.
        mentions: The mentions table, with entity ids.

    Returns:
        The entities of all sources, null for those that stay unknown.
    """
    named = _named_by_article(figures, mentions[mentions.type == "ORG"])
    last: dict[tuple[str, str], str] = {}  # by article and kind
    entities = []
    for figure in rows_of(figures):
        entity = figure.source_entity
        if not pd.isna(figure.source_class) and figure.source_class in DESCRIBED:
            same = [mention for mention, kind in named[figure.article_id] if kind == figure.source_class]
            entity = _meant(figure, same, last.get((figure.article_id, figure.source_class)))
            if not pd.isna(entity):
                last[figure.article_id, figure.source_class] = entity
        entities.append(entity)
    return pd.Series(entities, index=figures.index, dtype="string")


def _named_by_article(figures: pd.DataFrame, mentions: pd.DataFrame) -> dict[str, list[tuple[Any, str | None]]]:
    """The names of bodies and their kinds, of articles that describe a source."""
    describing = set(figures.article_id[figures.source_class.isin(DESCRIBED)])
    named: dict[str, list[tuple[Any, str | None]]] = defaultdict(list)
    for mention in rows_of(mentions[mentions.article_id.isin(describing)]):
        named[str(mention.article_id)].append((mention, classify_source(mention.text)))
    return named


def _meant(figure: Any, named: list[Any], last: str | None) -> Any:  # noqa: ANN401
    source = figure.source.lower()
    if not pd.isna(figure.source_entity) and len(figure.source_entity.split("-")) > 1:
        return figure.source_entity
    whole = [mention for mention in named if set(_heads(source)) & set(_heads(mention.text)) and " " in mention.text]
    if source.startswith("the ") and whole:
        before = [mention for mention in whole if mention.start < figure.source_start]
        return (before or whole[:1])[-1].entity_id
    if not pd.isna(figure.source_entity):
        return figure.source_entity
    if source.startswith("the "):
        return pd.NA if last is None else last
    first = min(named, key=lambda mention: mention.start, default=None)
    if first is None or figure.source_class not in NAMED_LATER or " and " in source:
        return pd.NA
    return first.entity_id if 0 < first.start - figure.source_start < LATER else pd.NA


def _heads(text: str) -> Iterator[str]:
    """The words that tell of what kind a source is."""
    words: Iterable[str] = WORD.findall(text.lower())
    return (word for word in words if source_class(word) in DESCRIBED)
