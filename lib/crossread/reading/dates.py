"""Dates in words, as databases, datelines and mails write them: "July 1, 2019 Monday 9:20 AM", "29 décembre 2011"."""

import re
from datetime import date
from functools import cache

from crossread.reading.languages import INTERFACES

_WORD = r"[^\W\d_]+\.?"
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_JAPANESE = re.compile(r"(\d{4})[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日일]")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|°)?[.\s-]*\s*(?:de\s+|of\s+)?({_WORD})(?:\s+de)?[\s,-]+(\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"({_WORD})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:[^\W\d_]+,?\s+)?(\d{{4}})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")  # so only where the day stands first


def find_date(text: str) -> date | None:
    """Find the first whole date in a text.

    Args:
        text: A line, in any of the languages of databases' interfaces. "03/04/2019", which may be of March or April, is
            no date.

    Returns:
        The day, or None where there is none with day, month and year.
    """
    found = []
    for pattern, order in (
        (_NUMERIC, "ymd"),
        (_JAPANESE, "ymd"),
        (_DOTTED, "dmy"),
        (_DAY_FIRST, "dmy"),
        (_MONTH_FIRST, "mdy"),
    ):
        for match in pattern.finditer(text):
            parts = dict(zip(order, match.groups(), strict=True))
            if (day := _make(parts["y"], parts["m"], parts["d"])) is not None:
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


def is_of_news(day: date) -> bool:
    """Tell whether a day is one of newspapers; what reckons with dates knows no year 1 and no year 9999."""
    return 1700 <= day.year < 2200


def _make(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _months().get(month.rstrip(".").casefold(), 0)
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if is_of_news(found) else None


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    return {
        name.rstrip(".").casefold(): number
        for interface in reversed(INTERFACES)
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, context, interface).items()
    } | {"sept": 9}
