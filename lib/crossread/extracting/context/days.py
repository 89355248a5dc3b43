"""When a sentence says that something happened, held against the days that its article is about."""

import datetime
import re
from dataclasses import dataclass

from crossread.extracting.context.spans import Place

AROUND = 3  # days around publication that a date of the story's own may lie
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKEND = "weekend"
MONTHS: tuple[str, ...] = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
)
MONTHS += ("november", "december")
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in MONTHS)
_ORDINAL = r"(?:st|nd|rd|th)?"
# "Friday 5 Feb 2015" is a dateline.
WEEKDAY = re.compile(rf"\b({'|'.join((*DAYS, WEEKEND))})s?\b(?!,? \d{{1,2}} (?:{_MONTH})\b)")
# "said on Monday" tells when it was said.
SPOKEN = re.compile(r"\b(?:said|says|saying|told|announced|reported|added|statement|confirmed)(?: \S+){0,3}? (?:on )?$")
YEAR = re.compile(r"\b(?:in|of|since|,) ((?:19|20)\d\d)\b(?!-\d)")
DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}){_ORDINAL}(?: of)? (?P<month>{_MONTH})"
    rf"|(?P<us_month>{_MONTH})\.? (?:the )?(?P<us_day>\d{{1,2}}){_ORDINAL})\b(?:,? (?P<year>(?:19|20)\d\d))?"
    r"|\b(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>[0-2]\d|3[01])\b"
)
MONTH = re.compile(
    rf"\b(?:in|of|early|late|mid|^) ?(?:early |late |mid-)?(?P<month>{_MONTH})\b(?! \d\d?{_ORDINAL}\b)"
    r"(?: (?P<year>(?:19|20)\d\d))?"
)


@dataclass(frozen=True, slots=True)
class OwnDays:
    """The days that an article is about: its lead in lower case, the weekdays told there, and its date."""

    lead: str
    weekdays: tuple[str, ...]
    published: datetime.date | None


def find_weekdays(text: str) -> list[str]:
    """Find the weekdays, or "weekend", on which a lower-case text says that things happened."""
    return [found[1] for found in _dated(text)]


def nearest_weekday(sentence: str, start: int) -> str:
    """Name the weekday that stands nearest to a place in a lower-case sentence, "" where none is told."""
    found = min(_dated(sentence), key=lambda found: abs(found.start() - start), default=None)
    return "" if found is None else found[1]


def is_other_weekday(place: Place, own: OwnDays) -> bool:
    """Tell whether a sentence puts a figure on weekdays, none of which is the article's own."""
    told = [_is_own_weekday(found[1], own) for found in _dated(place.sentence) if place.is_near(found)]
    return bool(told) and not any(told)


def is_other_date(place: Place, own: OwnDays) -> bool:
    """Tell whether a sentence dates a figure by day, month or year, and on none that is the article's own."""
    tests = ((DATE, _is_own_date), (MONTH, _is_own_month), (YEAR, _is_own_year))
    told = [
        test(found, own)
        for pattern, test in tests
        for found in pattern.finditer(place.sentence)
        if place.is_near(found)
    ]
    own_weekday = any(_is_own_weekday(found[1], own) for found in _dated(place.sentence) if place.is_near(found))
    return bool(told) and not any(told) and not own_weekday


def _dated(sentence: str) -> list[re.Match[str]]:
    """The weekdays on which things happened: not those on which they were said, and not those of a dateline."""
    return [found for found in WEEKDAY.finditer(sentence) if not SPOKEN.search(sentence[: found.start()])]


def _is_own_weekday(day: str, own: OwnDays) -> bool:
    if own.published is None:
        return not own.weekdays or day in own.weekdays
    today = own.published.weekday()
    if day == WEEKEND:
        return day in own.weekdays or today in (5, 6, 0)
    return day in own.weekdays or day == DAYS[today] or (not own.weekdays and day == DAYS[today - 1])


def _is_own_date(found: re.Match[str], own: OwnDays) -> bool:
    if own.published is None:
        return True
    year = found["year"] or found["iso_year"]
    near = [own.published + datetime.timedelta(days=days) for days in range(-AROUND, AROUND + 1)]
    dates = {(date.day, date.month) for date in near if year is None or int(year) == date.year}
    return _day(found) in dates | {_day(date) for date in DATE.finditer(own.lead)}


def _day(found: re.Match[str]) -> tuple[int, int]:
    """The day and the month of a date."""
    if found["iso_day"]:
        return int(found["iso_day"]), int(found["iso_month"])
    return int(found["day"] or found["us_day"]), _month(found["month"] or found["us_month"])


def _is_own_month(found: re.Match[str], own: OwnDays) -> bool:
    if own.published is None:
        return True
    year, month = int(found["year"] or own.published.year), _month(found["month"])
    return (year, month) == (own.published.year, own.published.month)


def _is_own_year(found: re.Match[str], own: OwnDays) -> bool:
    return own.published is None or int(found[1]) == own.published.year


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))
