"""When a sentence says that something happened, held against the days that its article is about."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.extracting.context.tellings import Number, Telling
from crossread.patterns import Match

AROUND = 3  # days around publication that a date of the story's own may lie
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKEND = "weekend"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year that a text names, None for what it does not tell."""

    day: int | None
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class OwnDays:
    """The days that an article is about: the weekdays and days told at its beginning, and its date."""

    weekdays: Sequence[str]
    dates: Sequence[Date]
    published: datetime.date | None


def read_own_days(lead: Iterable[Telling], published: datetime.date | None) -> OwnDays:
    """Tell which days an article is about.

    Args:
        lead: What it begins with.
        published: Its date, None where unknown.

    Returns:
        The days.
    """
    found = [(telling, match) for telling in lead for match in telling.find("date")]
    weekdays = [_weekday(telling, match) for telling, match in found if "weekday" in match.spans]
    return OwnDays(weekdays, [_date(telling, match) for telling, match in found if "day" in match.spans], published)


def has_weekday(telling: Telling) -> bool:
    """Tell whether a sentence says on which weekday something happened."""
    return next(_weekdays(telling), None) is not None


def nearest_weekday(number: Number) -> str:
    """Name the weekday, or "weekend", that stands nearest to a number in its sentence, "" where none is told."""
    found = min(_weekdays(number.telling), key=lambda match: abs(match.start - number.first), default=None)
    return "" if found is None else _weekday(number.telling, found)


def is_other_weekday(number: Number, own: OwnDays) -> bool:
    """Tell whether a sentence puts a figure on weekdays, none of which is the article's own."""
    near = [_is_own_weekday(_weekday(number.telling, match), own) for match in _weekdays(number.telling, number)]
    return bool(near) and not any(near)


def is_other_date(number: Number, own: OwnDays) -> bool:
    """Tell whether a sentence dates a figure by day, month or year, and on none that is the article's own."""
    if own.published is None:
        return False
    near = [match for match in number.telling.find("date") if "weekday" not in match.spans and number.is_near(match)]
    own_dates = [_is_own_date(_date(number.telling, match), own, own.published) for match in near]
    weekdays = (_is_own_weekday(_weekday(number.telling, match), own) for match in _weekdays(number.telling, number))
    return bool(own_dates) and not any(own_dates) and not any(weekdays)


def _weekdays(telling: Telling, near: Number | None = None) -> Iterator[Match]:
    """The weekdays on which things happened: not those on which they were said, and not those of a dateline."""
    matches = (match for match in telling.find("date") if "weekday" in match.spans)
    return (match for match in matches if near is None or near.is_near(match))


def _weekday(telling: Telling, match: Match) -> str:
    return telling.word(match, "weekday").removesuffix("s")


def _date(telling: Telling, match: Match) -> Date:
    day, month, year = (telling.word(match, name) for name in ("day", "month", "year"))
    number = int(month) if month.isdigit() else MONTHS.index(month.rpartition("-")[2][:3]) + 1 if month else None
    return Date(int(day.rstrip("stndrh")) if day else None, number, int(year) if year else None)


def _is_own_weekday(day: str, own: OwnDays) -> bool:
    if own.published is None:
        return not own.weekdays or day in own.weekdays
    today = own.published.weekday()
    if day == WEEKEND:
        return day in own.weekdays or today in (5, 6, 0)
    return day in own.weekdays or day == DAYS[today] or (not own.weekdays and day == DAYS[today - 1])


def _is_own_date(date: Date, own: OwnDays, published: datetime.date) -> bool:
    """Tell whether a day is near that of publication or told in the lead, or a month or year is that of publication."""
    if date.day is None:
        return date.year in (None, published.year) and date.month in (None, published.month)
    near = [published + datetime.timedelta(days=days) for days in range(-AROUND, AROUND + 1)]
    dates = {(one.day, one.month) for one in near if date.year in (None, one.year)}
    return (date.day, date.month) in dates | {(one.day, one.month) for one in own.dates}
