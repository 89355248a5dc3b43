"""Figures to their event context: what caused it, when and where it was, what was hit, and how far a figure reaches."""

import datetime
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.extracting.context.causes import Causes, find_causes, name_cause
from crossread.extracting.context.days import (
    OwnDays,
    find_weekdays,
    is_other_date,
    is_other_weekday,
    nearest_weekday,
)
from crossread.extracting.context.places import find_movement, is_sure
from crossread.extracting.context.reach import Reach, read_modifiers, read_time
from crossread.extracting.context.spans import LEAD, Place, whole
from crossread.extracting.context.targets import find_targets
from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document, Sentence
from crossread.lexicon import load_lexicon

SCENE = 60  # characters at a sentence's start within which a place is where the next goes on
OPENS = re.compile(r"(?:meanwhile,? |also,? )?(?:in|near|at|around|outside|across|over|inside)\b")
# Somebody says it, though no source was found.
SPOKEN_OF = re.compile(r"\b(?:said|says|gave|put|counted|according|reported|toll|claim|claimed|estimates?)\b")


@dataclass(frozen=True, slots=True)
class _Article:
    """What is known of a whole article: what it begins with tells what it is about."""

    text: str
    lead: str
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
    lead = document.text[:LEAD].lower()
    days = OwnDays(lead, tuple(find_weekdays(lead)), published)
    article = _Article(document.text, lead, find_causes(lead), days, places, sorted(places))
    at = {sentence.start: number for number, sentence in enumerate(document.sentences)}
    together = Counter(figure.sentence_start for figure in figures)
    found = []
    for figure in figures:
        number = at[figure.sentence_start]
        before = document.sentences[number - 1] if number and figure.number_start >= LEAD else None
        found.append(_with_context(article, figure, before, accompanied=together[figure.sentence_start] > 1))
    return found


def _with_context(article: _Article, figure: Figure, earlier: Sentence | None, *, accompanied: bool) -> Figure:
    sentence = article.text[figure.sentence_start : figure.sentence_end].lower()
    place = Place(sentence, figure.number_start - figure.sentence_start, figure.number_end - figure.sentence_start)
    reach, excluded = read_time(place, figure.outcome)
    modifier = read_modifiers(place, figure.outcome, accompanied=accompanied)
    reach, excluded = reach or modifier.reach, excluded or modifier.excluded
    before, other_day = "", False
    scene = (figure.sentence_start, figure.sentence_end)
    if earlier is not None:
        told = _located(article, scene)
        if not _stands_alone(figure, sentence, told):
            before = article.text[earlier.start : earlier.end].lower()
            scene = (earlier.start, earlier.end)
        elif not told and OPENS.match(article.text[earlier.start : earlier.end].lower()):
            scene = (earlier.start, min(earlier.start + SCENE, earlier.end))
        other_day = is_other_weekday(place, article.days)
        if not reach and not excluded:
            reach, excluded = _times_besides(figure, place, before, article.days, other_day=other_day)
    lead = article.lead if figure.number_start < LEAD else ""
    return replace(
        figure,
        cause=name_cause(place, find_causes(before) or article.causes),
        day=nearest_weekday(before or sentence, len(before) or place.start) or next(iter(article.days.weekdays), ""),
        other_day=other_day,
        reach=reach,
        excluded=excluded,
        spoken_of=SPOKEN_OF.search(sentence) is not None,
        moved_from=find_movement(article.text[figure.number_end : figure.sentence_end], figure.outcome),
        targets="; ".join(find_targets(f"{sentence}\n{lead}")),
        scene_start=scene[0],
        scene_end=scene[1],
    )


def _located(article: _Article, span: tuple[int, int]) -> list[str]:
    """The prepositions of the places in a stretch of the text."""
    first, last = (bisect_left(article.starts, end) for end in span)
    return [article.places[start] for start in article.starts[first:last]]


def _stands_alone(figure: Figure, sentence: str, prepositions: Sequence[str]) -> bool:
    """Tell whether a sentence says of itself what it speaks of, or who does.

    "At least 32 people were killed." does not: it goes on with the sentence before it.
    """
    if figure.source is not None or any(is_sure(preposition) for preposition in prepositions):
        return True
    return bool(find_causes(sentence) or find_weekdays(sentence) or SPOKEN_OF.search(sentence))


def _times_besides(figure: Figure, place: Place, before: str, own: OwnDays, *, other_day: bool) -> Reach:
    """The reach that a figure's date gives it, or that of the sentence before, which it goes on with."""
    lexicon = load_lexicon("context")["day"]
    undated = other_day and figure.outcome not in lexicon["outcomes"]
    if undated or is_other_date(place, own) or is_other_date(whole(before), own):
        return Reach(excluded=lexicon["excluded"])
    return read_time(whole(before), figure.outcome)
