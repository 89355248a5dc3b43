"""What kind of source a phrase names, and whom it describes: "the monitor" after "the Observatory"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import pandas as pd

from crossread.extracting.attribution.cues import source_class
from crossread.lexicon import load_lexicon
from crossread.tables import records

WORD = re.compile(r"[\w'’-]+")
ATTACHED = re.compile(r"\b(?:of|for|in|at|from|by|with|on|near|who|which)\b|,")
DESCRIBED = frozenset(["monitor", "media"])  # kinds of which an article mostly names one, then describes it
NAMED_LATER = frozenset(["monitor"])  # "a monitor said. The Observatory ..." is of agencies' style
LATER = 700  # characters within which such a one is named
HEAD = re.compile(r"[a-z][\w'’]*")


class Source(NamedTuple):
    """A figure's source, as its article has it."""

    article_id: str
    source: str | None
    source_start: int | None
    source_class: str | None
    source_entity: str | None


class Body(NamedTuple):
    """A mention of a body, which a source may describe."""

    article_id: str
    start: int
    text: str
    entity_id: str


def classify_source(source: str) -> str | None:
    """Tell what kind of source a phrase names.

    A name that `lexicon/sources.toml` lists tells it, else the last noun of the phrase that does, before what is
    attached to it: "a spokesman for the rebels" is an official.

    Args:
        source: A source as an article names it.

    Returns:
        A class of the lexicon, None for a name or noun that it lacks.
    """
    named = max(_pattern().findall(source), key=len, default=None)
    if named is not None:
        return _names()[named]
    for part in ATTACHED.split(source):
        kinds = [kind for word in WORD.findall(part) if (kind := source_class(word.lower())) is not None]
        if kinds:
            return kinds[-1]
    return None


@cache
def _names() -> dict[str, str]:
    return {name: kind for kind, entry in load_lexicon("sources").items() for name in entry["names"]}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, _names()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


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
    describing = set(figures.article_id[figures.source_class.isin(DESCRIBED)])
    named: dict[tuple[str, str | None], list[Body]] = defaultdict(list)  # by article and kind
    bodies = mentions[(mentions.type == "ORG") & mentions.article_id.isin(describing)]
    for body in records(bodies, Body):
        named[body.article_id, classify_source(body.text)].append(body)
    last: dict[tuple[str, str], str] = {}
    entities = []
    for source in records(figures, Source):
        entity = source.source_entity
        if source.source_class in DESCRIBED:
            key = source.article_id, str(source.source_class)
            entity = _meant(source, named[key], last.get(key))
            if entity is not None:
                last[key] = entity
        entities.append(entity)
    return pd.Series(entities, index=figures.index, dtype="string")


def _meant(source: Source, named: Sequence[Body], last: str | None) -> str | None:
    """The entity that a source describes, of the bodies of its kind that its article names, and that named last."""
    words, start = str(source.source).lower(), source.source_start or 0
    if source.source_entity is not None and "-" in source.source_entity:
        return source.source_entity
    whole = [body for body in named if _heads(words) & _heads(body.text) and " " in body.text]
    if words.startswith("the ") and whole:
        before = [body for body in whole if body.start < start]
        return (before or whole[:1])[-1].entity_id
    if source.source_entity is not None or words.startswith("the "):
        return source.source_entity or last
    first = min(named, key=lambda body: body.start, default=None)
    if first is None or source.source_class not in NAMED_LATER or " and " in words:
        return None
    return first.entity_id if 0 < first.start - start < LATER else None


def _heads(text: str) -> set[str]:
    """The words that tell of what kind a source is."""
    return {word for word in HEAD.findall(text.lower()) if source_class(word) in DESCRIBED}
