"""Figures to their event context: what caused it, when and where it was, what was hit, and how far a figure reaches."""

import datetime
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.extracting.context.causes import Causes, find_causes, find_targets, name_cause
from crossread.extracting.context.days import (
    OwnDays,
    has_weekday,
    is_other_date,
    is_other_weekday,
    nearest_weekday,
    read_own_days,
)
from crossread.extracting.context.places import find_movement, is_sure
from crossread.extracting.context.reach import Reach, read_modifiers, read_time
from crossread.extracting.context.tellings import LEAD, Number, Telling, lead_of, tell
from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document
from crossread.lexicon import load_lexicon

SCENE = 10  # words at a sentence's start within which a place is where the next goes on


@dataclass(frozen=True, slots=True)
class _Article:
    """What is known of a whole article: what it begins with tells what it is about."""

    document: Document
    tellings: Sequence[Telling]  # of its sentences
    lead: Sequence[Telling]
    causes: Causes
    days: OwnDays
    places: Mapping[int, str]  # prepositions by where the names of places begin
    starts: Sequence[int]  # of these, in order


def add_context(
    document: Document,
    figures: Sequence[Figure],
    places: Mapping[int, str],
    published: datetime.date | None = None,
) -> list[Figure]:
    """Tell of what event each figure of an article speaks.

    Args:
        document: The article's text in sentences.
        figures: Its figures, with their sources.
        places: What `find_places` finds.
        published: The article's date, None where unknown.

    Returns:
        The figures in the same order. What a figure's sentence does not tell of it is what the sentence before it
        tells, where it goes on with that, else what the article begins with.
    """
    if not figures:
        return []
    lead, tellings = lead_of(document), [tell(sentence) for sentence in document.sentences]
    days = read_own_days(lead, published)
    article = _Article(document, tellings, lead, find_causes(lead), days, places, sorted(places))
    at = {sentence.start: number for number, sentence in enumerate(document.sentences)}
    together = Counter(figure.sentence_start for figure in figures)
    return [
        _with_context(article, figure, at[figure.sentence_start], accompanied=together[figure.sentence_start] > 1)
        for figure in figures
    ]


def _with_context(article: _Article, figure: Figure, at: int, *, accompanied: bool) -> Figure:
    telling = article.tellings[at]
    ends = (bisect_left(telling.sentence.starts, end) for end in (figure.number_start, figure.number_end))
    number = Number(telling, *ends)
    reach, excluded = read_time(number, figure.outcome)
    modifier = read_modifiers(number, figure.outcome, accompanied=accompanied)
    reach, excluded = reach or modifier.reach, excluded or modifier.excluded
    before, other_day = None, False
    scene = (figure.sentence_start, figure.sentence_end)
    if at and figure.number_start >= LEAD:
        earlier, located = article.tellings[at - 1], _located(article, scene)
        if not _stands_alone(figure, telling, located):
            before, scene = earlier, (earlier.sentence.start, earlier.sentence.end)
        elif not located and earlier.find("opening"):
            scene = (earlier.sentence.start, earlier.sentence.ends[:SCENE][-1])
        other_day = is_other_weekday(number, article.days)
        if not reach and not excluded:
            reach, excluded = _read_date(figure, number, before, article.days, other_day=other_day)
    lead = article.lead if figure.number_start < LEAD else ()
    weekday = nearest_weekday(number if before is None else Number(before, before.length, before.length))
    return replace(
        figure,
        cause=name_cause(number, find_causes([before]) if before and before.find("cause") else article.causes),
        day=weekday or next(iter(article.days.weekdays), ""),
        other_day=other_day,
        reach=reach,
        excluded=excluded,
        spoken_of=bool(telling.find("spoken_of")),
        moved_from=find_movement(article.document.text[figure.number_end : figure.sentence_end], figure.outcome),
        targets="; ".join(find_targets([telling, *lead])),
        scene_start=scene[0],
        scene_end=scene[1],
    )


def _located(article: _Article, span: tuple[int, int]) -> list[str]:
    """The prepositions of the places in a stretch of the text."""
    first, last = (bisect_left(article.starts, end) for end in span)
    return [article.places[start] for start in article.starts[first:last]]


def _stands_alone(figure: Figure, telling: Telling, prepositions: Sequence[str]) -> bool:
    """Tell whether a sentence says of itself what it speaks of, or who does.

    "At least 32 people were killed." does not: it goes on with the sentence before it.
    """
    if figure.source is not None or any(is_sure(preposition) for preposition in prepositions):
        return True
    return bool(telling.find("cause") or has_weekday(telling) or telling.find("spoken_of"))


def _read_date(figure: Figure, number: Number, before: Telling | None, own: OwnDays, *, other_day: bool) -> Reach:
    """The reach that a figure's date gives it, or that of the sentence before, which it goes on with."""
    lexicon = load_lexicon("context")["day"]
    undated = other_day and figure.outcome not in lexicon["outcomes"]
    if undated or is_other_date(number, own) or (before is not None and is_other_date(before.whole(), own)):
        return Reach(excluded=lexicon["excluded"])
    return Reach() if before is None else read_time(before.whole(), figure.outcome)
