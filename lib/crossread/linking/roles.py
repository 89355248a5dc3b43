"""Which entity stands behind a figure, whose forces or acts it counts, and where."""

import re
from bisect import bisect_left
from collections import defaultdict
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.sources.classes import classify_source
from crossread.linking.sources.described import resolve_described
from crossread.linking.sources.spokesmen import find_bodies
from crossread.tables import rows_of

COMPOUND = re.compile(r"[-‑](?:led|backed|run|made|supported|sponsored|allied|brokered|trained|funded)\b")
Mention = Any  # a row of the mentions table


def assign_roles(figures: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Fill the columns `source_class`, `source_entity`, `source_body`, `actor` and `place`.

    The source's entity is the last name within the source's words ("UNICEF director Alan Lane"), or the one that they
    describe; its body is the one that a person speaks for (UNICEF). The actor is named
    within the figure's own phrase ("30,000 Iranian soldiers"). The place is the nearest one that the sentence puts
    the figure in ("in", "near" and their like).

    Args:
        figures: The figures table.
        mentions: The mentions table, with entity ids.
        articles: The articles table.

    Returns:
        The figures with these columns filled where the text tells.
    """
    texts = dict(zip(articles.article_id, articles.text, strict=True))
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in rows_of(mentions.sort_values("start", kind="stable")):
        by_article[str(mention.article_id)].append(mention)
    roles = [_roles(figure, by_article[figure.article_id], texts[figure.article_id]) for figure in rows_of(figures)]
    columns = pd.DataFrame(roles, columns=["source_entity", "actor", "place"], index=figures.index, dtype="string")
    classes = figures.source.map(classify_source, na_action="ignore").astype("string")
    sourced = figures.assign(source_class=classes, source_entity=columns.source_entity)
    entities = resolve_described(sourced, mentions)
    bodies = entities.map(find_bodies(mentions, articles)).astype("string")
    return sourced.assign(source_entity=entities, source_body=bodies, actor=columns.actor, place=columns.place)


def _roles(figure: Any, mentions: list[Mention], text: str) -> tuple[str | None, str | None, str | None]:  # noqa: ANN401
    resolved = not pd.isna(figure.antecedent_start)
    start, end = (
        (figure.antecedent_start, figure.antecedent_end) if resolved else (figure.source_start, figure.source_end)
    )
    sourced = [] if pd.isna(start) else _within(mentions, start, end)
    speaking = [
        mention for mention in sourced if mention.type in ("PER", "ORG")
    ]  # not the place of "officials in Iraq"
    acting = [mention for mention in _within(mentions, figure.start, figure.end) if mention.type != "PER"]
    sentence = _within(mentions, figure.sentence_start, figure.sentence_end)
    places = [m for m in sentence if m.type == "LOC" and m not in sourced and _is_location(text, m)]
    nearest = min(places, key=lambda place: abs(place.start - figure.end), default=None)
    return (
        speaking[-1].entity_id if speaking else None,
        acting[-1].entity_id if acting else None,
        nearest.entity_id if nearest is not None else None,
    )


def _within(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """The mentions between two places of an article, of its mentions in their order."""
    first, last = (bisect_left(mentions, place, key=lambda mention: mention.start) for place in (start, end))
    return [mention for mention in mentions[first:last] if mention.end <= end]


def _is_location(text: str, mention: Mention) -> bool:
    """Tell whether a preposition of place stands before a name, "the city of" and the like between them.

    "In US-led air strikes" names no place.
    """
    prepositions = load_lexicon("names")["place_prepositions"] + load_lexicon("names")["loose_place_prepositions"]
    if COMPOUND.match(text, mention.end):
        return False
    before = re.findall(r"[\w']+", text[max(0, mention.start - 40) : mention.start].lower())[-5:]
    while before and (before[-1] in ("the", "of", "and", "s") or before[-1] in load_lexicon("names")["place_nouns"]):
        before.pop()
    return bool(before) and before[-1] in prepositions
