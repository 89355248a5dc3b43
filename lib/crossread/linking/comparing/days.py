"""When a sentence says that something happened, held against the days that its article is about."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

NEAR = 90  # characters to either side of a figure within which a time is told of it
OPENING = 25  # characters at a sentence's start within which a time is told of all of it
AROUND = 3  # days around publication that a date of the story's own may lie

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKEND = "weekend"
MONTHS = tuple(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in MONTHS)
# "Friday 5 Feb 2015" is a dateline.
WEEKDAY = re.compile(rf"\b({'|'.join((*DAYS, WEEKEND))})s?\b(?!,? \d{{1,2}} (?:{_MONTH})\b)")
# "said on Monday" tells when it was said.
SPOKEN = re.compile(r"\b(?:said|says|saying|told|announced|reported|added|statement|confirmed)(?: \S+){0,3}? (?:on )?$")
YEAR = re.compile(r"\b(?:in|of|since|,) ((?:19|20)\d\d)\b")
DATE = re.compile(rf"\b(?:(\d{{1,2}}) ({_MONTH})|({_MONTH})\.? (\d{{1,2}}))\b(?:,? ((?:19|20)\d\d))?")
MONTH = re.compile(
    rf"\b(?:in|of|early|late|mid|^) ?(?:early |late |mid-)?({_MONTH})\b(?! \d\d?\b)(?: ((?:19|20)\d\d))?"
)


@dataclass(frozen=True, slots=True)
class OwnDays:
    """The days that an article is about: its lead in lower case, the weekdays told there, and its date (or null)."""

    lead: str
    weekdays: tuple[str, ...]
    published: Any


def is_near(match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a match in a sentence is said of the figure from `start` to `end`."""
    return match.start() < OPENING or start - NEAR <= match.start() < end + NEAR


def find_weekdays(text: str) -> list[str]:
    """Find the weekdays, or "weekend", on which a lower-case text says that things happened."""
    return [found[1] for found in _dated(text)]


def nearest_weekday(sentence: str, start: int) -> str:
    """Name the weekday that stands nearest to a place in a lower-case sentence, "" where none is told."""
    found = min(_dated(sentence), key=lambda found: abs(found.start() - start), default=None)
    return "" if found is None else found[1]


def is_other_weekday(sentence: str, start: int, end: int, own: OwnDays) -> bool:
    """Tell whether a sentence puts a figure on weekdays, none of which is the article's own."""
    told = [_is_own_weekday(found[1], own) for found in _dated(sentence) if is_near(found, start, end)]
    return bool(told) and not any(told)


def is_other_date(sentence: str, start: int, end: int, own: OwnDays) -> bool:
    """Tell whether a sentence dates a figure by day, month or year, and on none that is the article's own."""
    told = [_is_own_date(found, own) for found in DATE.finditer(sentence) if is_near(found, start, end)]
    told += [_is_own_month(found, own) for found in MONTH.finditer(sentence) if is_near(found, start, end)]
    told += [_is_own_year(found[1], own) for found in YEAR.finditer(sentence) if is_near(found, start, end)]
    own_weekday = any(_is_own_weekday(found[1], own) for found in _dated(sentence) if is_near(found, start, end))
    return bool(told) and not any(told) and not own_weekday


def _dated(sentence: str) -> list[re.Match[str]]:
    """The weekdays on which things happened: not those on which they were said, and not those of a dateline."""
    return [found for found in WEEKDAY.finditer(sentence) if not SPOKEN.search(sentence[: found.start()])]


def _is_own_weekday(day: str, own: OwnDays) -> bool:
    if pd.isna(own.published):
        return not own.weekdays or day in own.weekdays
    today = own.published.weekday()
    if day == WEEKEND:
        return day in own.weekdays or today in (5, 6, 0)
    return day in own.weekdays or day == DAYS[today] or (not own.weekdays and day == DAYS[today - 1])


def _is_own_date(found: re.Match[str], own: OwnDays) -> bool:
    if pd.isna(own.published):
        return True
    day, month = int(found[1] or found[4]), _month(found[2] or found[3])
    near = [own.published + pd.Timedelta(days=days) for days in range(-AROUND, AROUND + 1)]
    dates = {(date.day, date.month) for date in near if found[5] is None or int(found[5]) == date.year}
    dates |= {(int(date[1] or date[4]), _month(date[2] or date[3])) for date in DATE.finditer(own.lead)}
    return (day, month) in dates


def _is_own_month(found: re.Match[str], own: OwnDays) -> bool:
    if pd.isna(own.published):
        return True
    year, month = int(found[2] or own.published.year), _month(found[1])
    return bool((year, month) == (own.published.year, own.published.month))


def _is_own_year(year: str, own: OwnDays) -> bool:
    return bool(pd.isna(own.published) or int(year) == own.published.year)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))
