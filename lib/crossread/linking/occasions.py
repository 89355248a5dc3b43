"""Of what occasion a figure speaks: what caused the losses, when, and in which region."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.places import DIVISION, region_of

LEAD = 350  # characters that an article's headline and first sentences take, in which it tells what it is about
NEAR = 90  # characters to either side of a figure within which a time is told of it
OPENING = 25  # characters at a sentence's start within which a time is told of all of it
AROUND = 3  # days around publication that a date of the story's own may lie

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
WEEKDAY = re.compile(rf"\b({'|'.join(DAYS)})s?\b(?!,? \d)")  # "Friday 5 Feb 2015" is a dateline
# "said on Monday" tells when it was said.
SPOKEN = re.compile(r"\b(?:said|says|saying|told|announced|reported|added|statement|confirmed)(?: \S+){0,3}? (?:on )?$")
# "in the town of Hasakeh", "near the northern city of Hasakeh"
WHERE = re.compile(r"\b(?:in|at|near|of|on|outside|around|across|over|inside|east|west|north|south) (?:\S+ ){0,3}?$")
YEAR = re.compile(r"\b(?:in|of|since|,) ((?:19|20)\d\d)\b")
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in MONTHS)
DATE = re.compile(rf"\b(?:(\d{{1,2}}) ({_MONTH})|({_MONTH})\.? (\d{{1,2}}))\b(?:,? ((?:19|20)\d\d))?")
MONTH = re.compile(
    rf"\b(?:in|of|early|late|mid|^) ?(?:early |late |mid-)?({_MONTH})\b(?! \d\d?\b)(?: ((?:19|20)\d\d))?"
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a figure's sentence, or else its article's lead, tells of the occasion.

    `cause` is in words ("from the air"), `region` a code of GeoNames, `day` a weekday, each "" where untold. `reach` is
    "since a date" for a toll of a whole war. `aside` says why the figure is no account of the story's event, "" where
    it is one.
    """

    cause: str
    region: str
    day: str
    reach: str
    aside: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What an article is about, by its headline and its first sentences."""

    text: str
    causes: frozenset[str]
    regions: tuple[str, ...]
    days: tuple[str, ...]
    published: Any


class Places:
    """The places of a corpus whose regions are known, to be found in its texts."""

    def __init__(self, entity_ids: Iterable[str]) -> None:
        names = {entity_id: entity_id.replace("-", " ") for entity_id in entity_ids}
        self.regions = {entity_id: region for entity_id, name in names.items() if (region := region_of(name))}
        forms = {DIVISION.sub("", names[entity_id]): region for entity_id, region in self.regions.items()}
        self._forms = {name: region for name, region in forms.items() if "." in region}
        self._pattern = re.compile(rf"\b(?:{_any_of(self._forms)})\b")

    def find(self, text: str) -> list[str]:
        """The regions of the places in which a lower-case text says that something is, in their order."""
        found = self._pattern.finditer(text)
        return [
            self._forms[place[0]] for place in found if WHERE.search(text[max(0, place.start() - 60) : place.start()])
        ]


def _any_of(names: Iterable[str]) -> str:
    """A pattern of any of the names, the longest first; by first letters, so that of thousands few are tried a word."""
    rests: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        rests[re.escape(name[0])].append(re.escape(name[1:]))
    return "|".join(f"{first}(?:{'|'.join(several)})" for first, several in rests.items()) or "(?!)"


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
    return Lead(lead, _causes(lead), tuple(dict.fromkeys(places.find(lead))), tuple(_days(lead)), published)


def find_occasion(figure: Any, sentence: str, lead: Lead, places: Places) -> Occasion:  # noqa: ANN401
    """Tell of what occasion a figure speaks.

    Args:
        figure: A row of the figures table.
        sentence: Its sentence.
        lead: What its article is about.
        places: The corpus's places.

    Returns:
        The occasion. What the sentence does not tell is the lead's.
    """
    sentence = sentence.lower()
    start = int(figure.number_start - figure.sentence_start)
    end = int(figure.number_end - figure.sentence_start)
    reach, aside = _time(sentence, start, end)
    within_lead = figure.number_start < LEAD
    aside = aside or _part(sentence, start, end)
    if not reach and not aside and not within_lead and _other_day(sentence, start, end, lead):
        aside = "another day"
    day = min(_dated(sentence), key=lambda found: abs(found.start() - start), default=None)
    told = next(iter(lead.days), "") if day is None else day[1]
    return Occasion(_cause(sentence, lead), _region(figure, sentence, lead, places), told, reach, aside)


def _region(figure: Any, sentence: str, lead: Lead, places: Places) -> str:  # noqa: ANN401
    """The region that the sentence puts the figure in, else the lead's; a country only where it is another."""
    told = "" if pd.isna(figure.place) else places.regions.get(figure.place, "")
    if "." not in told:
        within = places.find(sentence)
        own = [region for region in within if region in lead.regions] or within
        country = told if told and lead.regions and not lead.regions[0].startswith(f"{told}.") else ""
        told = country or next(iter(own), "")
    return told or next(iter(lead.regions), "")


def _cause(sentence: str, lead: Lead) -> str:
    own = _causes(sentence)
    return _phrase(lead.causes if not own or own == lead.causes or "chemicals" in own | lead.causes else own)


def _causes(text: str) -> frozenset[str]:
    found = {name for name, pattern in cause_patterns().items() if pattern.search(text)}
    if "chemicals" in found:
        return frozenset(["chemicals"])  # however they were brought
    return frozenset(found - {"fighting"} or found)


def _phrase(causes: frozenset[str]) -> str:
    return " and ".join(entry["phrase"] for name, entry in load_lexicon("occasions")["cause"].items() if name in causes)


@cache
def cause_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each cause in `lexicon/occasions.toml`."""
    causes = load_lexicon("occasions")["cause"]
    return {name: re.compile(rf"\b(?:{entry['words']})\b") for name, entry in causes.items()}


@cache
def time_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each time in `lexicon/occasions.toml`, in the order in which they count."""
    times = load_lexicon("occasions")["time"]
    return {name: re.compile("|".join(f"(?:{word})" for word in entry["words"])) for name, entry in times.items()}


def _time(sentence: str, start: int, end: int) -> tuple[str, str]:
    """The reach and the reason to set a figure aside, of the first entry that is told of it."""
    for name, pattern in time_patterns().items():
        for match in pattern.finditer(sentence):
            if name == "war" or _near(match, start, end):
                entry = load_lexicon("occasions")["time"][name]
                return entry.get("reach", ""), entry.get("aside", "")
    return "", ""


@cache
def part_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of a part in `lexicon/occasions.toml`: of what stands right before a number, or behind it."""
    return {name: re.compile(entry["words"]) for name, entry in load_lexicon("occasions")["part"].items()}


def _part(sentence: str, start: int, end: int) -> str:
    """Why a number is no whole, by what stands beside it; "" where it is one."""
    for name, pattern in part_patterns().items():
        if pattern.search(sentence[end:] if name == "behind" else sentence[:start].rstrip()):
            return str(load_lexicon("occasions")["part"][name]["aside"])
    return ""


def _dated(sentence: str) -> list[re.Match[str]]:
    """The weekdays on which things happened: not those on which they were said, and not those of a dateline."""
    return [found for found in WEEKDAY.finditer(sentence) if not SPOKEN.search(sentence[: found.start()])]


def _days(sentence: str, start: int = 0, end: int = LEAD) -> list[str]:
    return [found[1] for found in _dated(sentence) if _near(found, start, end)]


def _near(match: re.Match[str], start: int, end: int) -> bool:
    return match.start() < OPENING or start - NEAR <= match.start() < end + NEAR


def _other_day(sentence: str, start: int, end: int, lead: Lead) -> bool:
    """Tell whether the sentence dates the figure, and on no day that is the article's own."""
    told = [_is_own_weekday(day, lead) for day in _days(sentence, start, end)]
    told += [_is_own_date(found, lead) for found in DATE.finditer(sentence) if _near(found, start, end)]
    told += [_is_own_month(found, lead) for found in MONTH.finditer(sentence) if _near(found, start, end)]
    told += [_is_own_year(found[1], lead) for found in YEAR.finditer(sentence) if _near(found, start, end)]
    return bool(told) and not any(told)


def _is_own_weekday(day: str, lead: Lead) -> bool:
    if pd.isna(lead.published):
        return not lead.days or day in lead.days
    today = lead.published.weekday()
    return day in lead.days or day == DAYS[today] or (not lead.days and day == DAYS[today - 1])


def _is_own_date(found: re.Match[str], lead: Lead) -> bool:
    if pd.isna(lead.published):
        return True
    day, month = int(found[1] or found[4]), _month(found[2] or found[3])
    near = [lead.published + pd.Timedelta(days=days) for days in range(-AROUND, AROUND + 1)]
    dates = {(date.day, date.month) for date in near if found[5] is None or int(found[5]) == date.year}
    dates |= {(int(date[1] or date[4]), _month(date[2] or date[3])) for date in DATE.finditer(lead.text)}
    return (day, month) in dates


def _is_own_month(found: re.Match[str], lead: Lead) -> bool:
    if pd.isna(lead.published):
        return True
    year, month = int(found[2] or lead.published.year), _month(found[1])
    return bool((year, month) == (lead.published.year, lead.published.month))


def _is_own_year(year: str, lead: Lead) -> bool:
    return bool(pd.isna(lead.published) or int(year) == lead.published.year)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))
