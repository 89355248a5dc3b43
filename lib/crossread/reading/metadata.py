"""What is known about an article beside its text, from its file or from the corpus's manifest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from crossread.reading.dates import find_date
from crossread.reading.languages import language_code

KEYS = ("title", "outlet", "author", "url", "published", "language", "story", "section")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one place says about an article; None where it says nothing. `inferred` names the keys that are guesses."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    story: str | None = None
    section: str | None = None
    inferred: tuple[str, ...] = ()

    def over(self, other: "Metadata") -> "Metadata":
        """Lay this metadata over another's.

        Args:
            other: What counts where this one says nothing.

        Returns:
            Each value from here if there is one, else from the other; `inferred` follows the values.
        """
        own = {key for key in KEYS if getattr(self, key) is not None}
        values = {key: getattr(self if key in own else other, key) for key in KEYS}
        guessed = tuple(key for key in KEYS if key in (self if key in own else other).inferred)
        return Metadata(**values, inferred=guessed)


def parse_metadata(values: Mapping[str, object]) -> tuple[Metadata, list[str]]:
    """Take the known keys out of a record or a manifest entry.

    Args:
        values: Any mapping; keys that are not metadata are ignored.

    Returns:
        The metadata, and a reason for each value that had to be left out.
    """
    known: dict[str, Any] = {}
    reasons = []
    for key in KEYS:
        value = values.get(key)
        if value is None:
            continue
        try:
            if key == "published":
                known[key] = parse_date(value)
            elif text := parse_text(value):
                known[key] = parse_language(text) if key == "language" else text
        except ValueError as error:
            reasons.append(f"{key} left out: {error}")
    return Metadata(**known), reasons


def parse_text(value: object) -> str:
    """Read a value that should be a line of text.

    Args:
        value: A string, or a whole number, which files often use for ids and story names.

    Returns:
        The stripped text, perhaps empty.

    Raises:
        ValueError: It is of another type, or not encodable as UTF-8.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"{_shorten(value)} is not a text")
    text = str(value)
    if not is_encodable(text):
        raise ValueError(f"{_shorten(text)} has half a surrogate pair")
    return text.strip()


def parse_date(value: object) -> date | None:
    """Read a date of publication.

    Args:
        value: A date, a datetime, an ISO 8601 string of either, or a date in words. The day is taken as
            written, whatever the time zone.

    Returns:
        The day, or None for an empty string.

    Raises:
        ValueError: It is none of these.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        text = value.strip()
        try:
            return datetime.fromisoformat(text).date() if text else None
        except ValueError:
            pass  # the message below says more than fromisoformat's
        if re.fullmatch(r"\d{14}", text):  # as GDELT writes them
            text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
        if (day := find_date(text)) is not None:
            return day
    raise ValueError(f"{_shorten(value)} is not an ISO date such as 2014-06-24")


def is_encodable(text: str) -> bool:
    r"""Tell whether a text can be written as UTF-8; JSON may smuggle in half a surrogate pair ("\ud800").

    Args:
        text: Any string.

    Returns:
        False where no file or table could hold it.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def parse_language(text: str) -> str:
    """Read a language.

    Args:
        text: A code or name such as "en", "en-GB", "EN_us" or "English".

    Returns:
        The ISO 639 code.

    Raises:
        ValueError: It is neither.
    """
    if (named := language_code(text)) is not None:
        return named
    code = text.replace("_", "-").partition("-")[0].lower()
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        raise ValueError(f"{_shorten(text)} is not a language code such as 'en'")
    return code


def _shorten(value: object) -> str:
    shown = ascii(value) if isinstance(value, str) and not is_encodable(value) else repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
