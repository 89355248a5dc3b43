"""Of what occasion a figure speaks: what caused the losses, when, and in which region."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.comparing.beside import read_beside
from crossread.linking.comparing.causes import Causes, find_causes, tell_cause
from crossread.linking.comparing.days import (
    OwnDays,
    find_weekdays,
    is_near,
    is_other_date,
    is_other_weekday,
    nearest_weekday,
)
from crossread.linking.places import Places

KEPT = 1000  # sentences whose times are remembered: figures of one sentence come one after another
LEAD = 350  # characters that an article's headline and first sentences take, in which it tells what it is about
BEFORE = 400  # characters before a sentence in which the sentence before it is looked for
LOSSES = frozenset(["killed", "injured", "destroyed"])  # what has a cause
PLACED = LOSSES | {"attacks"}  # what is compared by region
DATED = PLACED | {"captured", "detained", "evacuated", "rescued"}  # what is compared by day; others are states
ANOTHER_DAY = "another day"
EARLIER = "an earlier event"  # as the lexicon words it
SCENE = 60  # characters at a sentence's start within which a place is where the next goes on
OPENS = re.compile(r"(?:meanwhile,? |also,? )?(?:in|near|at|around|outside|across|over|inside)\b")
SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+")
# Somebody says it, though no source was found.
SPOKEN_OF = re.compile(r"\b(?:said|says|gave|put|counted|according|reported|toll|claim|claimed|estimates?)\b")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a figure's sentence, or else its article's lead, tells of the occasion.

    `cause` is in words ("from the air"), `region` a code of GeoNames, `day` a weekday or "weekend", each "" where
    untold; `other_day` says that the day is not the article's own. `reach` is "since a date" for a toll of a whole war,
    "expected" for what is to come. `aside` says why the figure is no account of the story's event, "" where it is one.
    """

    cause: str
    region: str
    day: str
    other_day: bool
    reach: str
    aside: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What an article is about, by its headline and its first sentences."""

    causes: Causes
    regions: tuple[str, ...]
    days: OwnDays


def read_lead(text: str, published: Any, places: Places) -> Lead:  # noqa: ANN401
    """Tell what an article is about.

    Args:
        text: The article's text.
        published: Its date, null where unknown.
        places: The corpus's places.

    Returns:
        The lead, with all that `find_occasion` needs to know of it.
    """
    lead = text[:LEAD].lower()
    days = OwnDays(lead, tuple(find_weekdays(lead)), published)
    return Lead(find_causes(lead), tuple(dict.fromkeys(places.find(lead))), days)


def find_occasion(figure: Any, text: str, lead: Lead, places: Places) -> Occasion:  # noqa: ANN401
    """Tell of what occasion a figure speaks.

    Args:
        figure: A row of the figures table, with `accompanied`, whether others stand in its sentence.
        text: Its article's text.
        lead: What its article is about.
        places: The corpus's places.

    Returns:
        The occasion. What the sentence does not tell is the lead's.
    """
    sentence = text[figure.sentence_start : figure.sentence_end].lower()
    start = int(figure.number_start - figure.sentence_start)
    end = int(figure.number_end - figure.sentence_start)
    reach, aside = _time(figure, sentence, start, end)
    beside = read_beside(figure, sentence)
    reach, aside = reach or beside[0], aside or beside[1]
    before, earlier, other_day = "", "", False
    if figure.number_start >= LEAD:
        earlier = _sentence_before(text, figure.sentence_start)
        before = "" if _stands_alone(figure, sentence) else earlier
        other_day = is_other_weekday(sentence, start, end, lead.days)
        if not reach and not aside:
            undated = other_day and figure.outcome not in DATED
            other_date = undated or is_other_date(sentence, start, end, lead.days)
            reach, aside = ("", ANOTHER_DAY) if other_date else _time_before(figure, before, lead)
    return Occasion(
        tell_cause(sentence, start, find_causes(before) or lead.causes),
        _region(figure, before or sentence, earlier, lead, places),
        nearest_weekday(before or sentence, len(before) or start) or next(iter(lead.days.weekdays), ""),
        other_day,
        reach,
        aside,
    )


def _stands_alone(figure: Any, sentence: str) -> bool:  # noqa: ANN401
    """Tell whether a sentence says of itself what it speaks of, or who does.

    "At least 32 people were killed." does not: it goes on with the sentence before it.
    """
    told = find_causes(sentence) or find_weekdays(sentence) or SPOKEN_OF.search(sentence)
    return bool(told) or not pd.isna(figure.place) or not pd.isna(figure.source)


def _sentence_before(text: str, start: int) -> str:
    before = text[max(0, start - BEFORE) : start].lower()
    return next((part for part in reversed(SENTENCE_END.split(before)) if part.strip()), "")


def _time_before(figure: Any, before: str, lead: Lead) -> tuple[str, str]:  # noqa: ANN401
    """The reach of what goes on with the sentence before it, and why it is of another time or event."""
    if is_other_date(before, 0, len(before), lead.days):
        return "", ANOTHER_DAY
    return _time(figure, before, 0, len(before))


def _region(figure: Any, sentence: str, earlier: str, lead: Lead, places: Places) -> str:  # noqa: ANN401
    """The region that the sentence puts the figure in, or the one before it sets the scene in, else the lead's.

    A country counts only where it is another than the lead's.
    """
    told = "" if pd.isna(figure.place) else places.regions.get(figure.place, "")
    if "." not in told:
        within = places.find(sentence) or places.find(_scene(earlier))
        own = next((region for region in within if region in lead.regions), "")
        country = told if told and lead.regions and not lead.regions[0].startswith(f"{told}.") else ""
        told = own or country or next(iter(within), "")
    return told or next(iter(lead.regions), "")


def _scene(sentence: str) -> str:
    """What a lower-case sentence opens with, if that tells a place: "In the province of Idlib, residents said..."."""
    return sentence[:SCENE] if OPENS.match(sentence) else ""


@cache
def time_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each time in `lexicon/occasions.toml`, in the order in which they count."""
    times = load_lexicon("occasions")["time"]
    return {name: re.compile("|".join(f"(?:{word})" for word in entry["words"])) for name, entry in times.items()}


def _time(figure: Any, sentence: str, start: int, end: int) -> tuple[str, str]:  # noqa: ANN401
    """The reach and the reason to set a figure aside, of the first entry that is told of it."""
    for name, match in _times_told(sentence):
        entry = load_lexicon("occasions")["time"][name]
        if figure.outcome in entry.get("unless", []):
            continue
        governs = entry.get("governs") == "sentence" or (entry.get("governs") == "rest" and match.end() <= start)
        if governs or is_near(match, start, end):
            return entry.get("reach", ""), entry.get("aside", "")
    return "", ""


@lru_cache(maxsize=KEPT)
def _times_told(sentence: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """The matches in a lower-case sentence, each with its entry, the entries in the order in which they count."""
    return tuple((name, match) for name, pattern in time_patterns().items() for match in pattern.finditer(sentence))
