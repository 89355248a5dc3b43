"""Which entity stands behind a figure, whose forces or acts it counts, and where that was."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from crossread.extracting.context.places import is_sure
from crossread.extracting.context.spans import LEAD
from crossread.linking.places import locate_places
from crossread.linking.sources.classes import classify_source, resolve_described
from crossread.tables import records


class Mention(NamedTuple):
    """What roles need to know of a mention."""

    article_id: str
    start: int
    end: int
    type: str
    entity_id: str
    preposition: str | None
    speaks_for: int | None


class Figure(NamedTuple):
    """What roles need to know of a figure."""

    article_id: str
    start: int
    end: int
    source_start: int | None
    source_end: int | None
    antecedent_start: int | None
    antecedent_end: int | None
    sentence_start: int
    sentence_end: int


class Roles(NamedTuple):
    """The entities of a figure."""

    source_entity: str | None
    actor: str | None
    place: str | None


class Scene(NamedTuple):
    """Where a figure is said to be of."""

    article_id: str
    place: str | None
    scene_start: int | None
    scene_end: int | None


def assign_roles(figures: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Fill the columns `source_class`, `source_entity`, `source_body`, `actor`, `place` and `region`.

    The source's entity is the last name within the source's words ("UNICEF director Alan Lane"), or the one that they
    describe; its body is the one that a person speaks for (UNICEF). The actor is named within the figure's own phrase
    ("30,000 Iranian soldiers"). The place is the nearest one that the sentence puts the figure in. The region is that
    of the place, else one in which its scene lies, else the article's.

    Args:
        figures: The figures table.
        mentions: The mentions table, with entity ids.

    Returns:
        The figures with these columns filled where the text tells.
    """
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in records(mentions.sort_values("start", kind="stable"), Mention):
        named[mention.article_id].append(mention)
    found = [_find_roles(figure, named[figure.article_id]) for figure in records(figures, Figure)]
    roles = pd.DataFrame(found, columns=Roles._fields, index=figures.index, dtype="string")
    regions = _find_regions(figures.assign(place=roles.place), named)
    classes = figures.source.map(classify_source, na_action="ignore").astype("string")
    sourced = figures.assign(source_class=classes, source_entity=roles.source_entity)
    entities = resolve_described(sourced, mentions)
    bodies = entities.map(_find_bodies(named.values())).astype("string")
    found_too = {"actor": roles.actor, "place": roles.place, "region": regions}
    return sourced.assign(source_entity=entities, source_body=bodies, **found_too)


def _find_roles(figure: Figure, mentions: Sequence[Mention]) -> Roles:
    source = figure.source_start, figure.source_end
    if figure.antecedent_start is not None:
        source = figure.antecedent_start, figure.antecedent_end
    sourced = _within(mentions, *source)
    # Not the place of "officials in Iraq".
    speaking = [mention for mention in sourced if mention.type in ("PER", "ORG")]
    acting = [mention for mention in _within(mentions, figure.start, figure.end) if mention.type != "PER"]
    sentence = _within(mentions, figure.sentence_start, figure.sentence_end)
    near = [one for one in sentence if one.preposition and is_sure(one.preposition) and one not in sourced]
    nearest = min(near, key=lambda place: abs(place.start - figure.end), default=None)
    return Roles(
        speaking[-1].entity_id if speaking else None,
        acting[-1].entity_id if acting else None,
        None if nearest is None else nearest.entity_id,
    )


def _find_regions(figures: pd.DataFrame, named: Mapping[str, Sequence[Mention]]) -> "pd.Series[str]":
    """The region of each figure's place, else one of its scene, else the first that its article begins with."""
    regions = locate_places(figures.place.dropna())
    leads = {article: list(_regions(mentions, 0, LEAD, regions)) for article, mentions in named.items()}
    found = []
    for scene in records(figures, Scene):
        lead, region = leads.get(scene.article_id, []), regions.get(scene.place or "", "")
        if "." not in region:
            within = list(_regions(named[scene.article_id], scene.scene_start, scene.scene_end, regions))
            own = next((one for one in within if one in lead), "")
            # A country counts only where it is another than the article's.
            foreign = bool(region and lead) and not lead[0].startswith(f"{region}.")
            region = own or (region if foreign else next(iter(within), ""))
        found.append(region or next(iter(lead), ""))
    return pd.Series(found, index=figures.index, dtype="string")


def _regions(
    mentions: Sequence[Mention], start: int | None, end: int | None, known: Mapping[str, str]
) -> Iterator[str]:
    """The regions, smaller than a country, in which a stretch of an article says that something is."""
    for mention in _within(mentions, start, end):
        region = known.get(mention.entity_id, "") if mention.preposition else ""
        if "." in region:
            yield region


def _within(mentions: Sequence[Mention], start: int | None, end: int | None) -> list[Mention]:
    """The mentions between two places of an article, of its mentions in their order."""
    if start is None or end is None:
        return []
    first, last = (bisect_left(mentions, place, key=lambda mention: mention.start) for place in (start, end))
    return [mention for mention in mentions[first:last] if mention.end <= end]


def _find_bodies(articles: Iterable[Sequence[Mention]]) -> Mapping[str, str]:
    """The body that each person speaks for, by entity ids, the one told most often where there are several."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for mentions in articles:
        known = {mention.start: mention.entity_id for mention in mentions}
        for person in mentions:
            if person.speaks_for in known:
                told[person.entity_id][known[person.speaks_for]] += 1
    return {person: counts.most_common(1)[0][0] for person, counts in told.items()}
