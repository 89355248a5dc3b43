"""What files, folders, links and datelines tell of articles that say nothing: guesses with their reasons."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from crossread.lexicon import load_lexicon
from crossread.reading.dates import find_date
from crossread.reading.drafts import Article

_PATH_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_LINK_DATE = re.compile(r"[/-]((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)")
# "LONDON, May 14, 2024 (Reuters) - ", "DAMASCUS (AFP) — "
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:,\s)?(?:[^()\n]{0,40}?)(?:\(([A-Z][\w -]{1,20})\))?\s*[-–—]{1,2}\s")
# "QUITO (ECUADOR), 9 JUL 91 (DPA) -- ", as services that listen to broadcasts write
_SHORT_DATED = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:\([A-Z .]+\))?, (\d{1,2}) ([A-Za-z]{3,9})\.? (\d\d) (?:\([^()\n]{2,40}\) )?[-–—]{1,2}\s"
)
_TURN = 69  # the first year of two digits that is of the century before, as in POSIX
_DATE_WORDS = 8
_OPENING = 4
_NO_STORIES = {"articles", "pages", "texts", "html", "pdf", "txt", "files", "data", "news", "downloads", "saved"}


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that nothing states, and what it was guessed from."""

    value: str | date
    reason: str


def guess_all(articles: Sequence[Article]) -> list[dict[str, Guess]]:
    """Guess what articles do not say.

    Args:
        articles: Those of one corpus.

    Returns:
        For each its guesses, by the names of the articles' fields.
    """
    folders = Counter(folder for article in articles for folder in _folders(article))
    stories = {folder for folder, times in folders.items() if times > 1 and len(articles) > times}
    return [_guess(article, stories) for article in articles]


def apply_guesses(article: Article, guesses: Mapping[str, Guess]) -> Article:
    """Give an article the values that were guessed, and mark them as such.

    Args:
        article: The article.
        guesses: Its guesses.

    Returns:
        The article with them.
    """
    values = {key: guess.value for key, guess in guesses.items()}
    return replace(article, **values, inferred=(*article.inferred, *guesses)) if values else article  # type: ignore[arg-type]


def tell_guesses(guesses: Iterable[Mapping[str, Guess]]) -> str:
    """Tell in one line what was guessed, "" where nothing was.

    Args:
        guesses: Those of each article.

    Returns:
        Such as "outlet of 3 (the link), published of 12 (the folder's name)".
    """
    counts = Counter((key, guess.reason) for each in guesses for key, guess in each.items())
    return ", ".join(f"{key} of {times} ({reason})" for (key, reason), times in sorted(counts.items()))


def _guess(article: Article, stories: set[str]) -> dict[str, Guess]:
    found: dict[str, Guess | None] = {}
    if article.published is None:
        found["published"] = _guess_date(article)
    if article.outlet is None:
        found["outlet"] = _guess_outlet(article)
    if article.story is None:
        story = next((folder for folder in reversed(_folders(article)) if folder in stories), None)
        found["story"] = Guess(story, "the folder's name") if story else None
    return {key: guess for key, guess in found.items() if guess is not None}


def _guess_date(article: Article) -> Guess | None:
    path = PurePosixPath(article.path or "")
    for part, reason in ((path.name, "the file's name"), (path.parent.as_posix(), "the folder's name")):
        if (match := _PATH_DATE.search(part)) and (day := find_date("-".join(match.group(1, 3, 4)))):
            return Guess(day, reason)
    if match := _LINK_DATE.search(article.url or ""):
        month = match[2] if match[2].isdecimal() else f"{match[2]} "
        text = f"{match[1]}-{month}-{match[3]}" if match[2].isdecimal() else f"{match[3]} {month}{match[1]}"
        if day := find_date(text):
            return Guess(day, "the link")
    if guess := guess_by_dateline(article):
        return guess
    for paragraph in article.text.split("\n\n")[:_OPENING]:
        if paragraph.count(" ") < _DATE_WORDS and paragraph != article.title and (day := find_date(paragraph)):
            return Guess(day, "a line of the text")
    return None


def guess_by_dateline(article: Article) -> Guess | None:
    """Guess an article's day by its dateline.

    Args:
        article: The article.

    Returns:
        The day, None where no dateline tells it.
    """
    for paragraph in article.text.split("\n\n")[:_OPENING]:
        dateline = _DATELINE.match(paragraph)
        day = find_date(dateline[0]) if dateline else None
        if day is None and (short := _SHORT_DATED.match(paragraph)):
            century = "19" if int(short[3]) >= _TURN else "20"
            day = find_date(f"{short[1]} {short[2]} {century}{short[3]}")
        if day is not None:
            return Guess(day, "the dateline")
    return None


def _guess_outlet(article: Article) -> Guess | None:
    if site := (urlsplit(article.url).hostname or "") if article.url else "":
        return Guess(_site_name(site), "the link")
    for folder in PurePosixPath(article.path or "").parts:
        if name := _outlet_names().get(_plain(folder)):
            return Guess(name, "the name of folder or file")
    for paragraph in article.text.split("\n\n")[:_OPENING]:
        if (dateline := _DATELINE.match(paragraph)) and (name := _outlet_names().get(_plain(dateline[1] or ""))):
            return Guess(name, "the dateline")
    return None


def _folders(article: Article) -> list[str]:
    """The folders around an article that may be named for its story: not for a date, an outlet or a kind of file."""
    folders = PurePosixPath(article.path or "").parts[:-1]
    return [
        folder
        for folder in folders
        if _PATH_DATE.search(folder) is None
        and re.search(r"[^\W\d_]", folder)
        and "." not in folder
        and _plain(folder) not in _outlet_names()
        and folder.lower() not in _NO_STORIES
    ]


def _site_name(site: str) -> str:
    sites: dict[str, str] = load_lexicon("outlets")["sites"]
    site = site.lower().removeprefix("www.")
    return next((name for known, name in sites.items() if site == known or site.endswith(f".{known}")), site)


@cache
def _outlet_names() -> dict[str, str]:
    """Outlets by their names and sites, without spaces and signs: "thenewyorktimes", "nytimes", "bbc"."""
    sites: dict[str, str] = load_lexicon("outlets")["sites"]
    return {_plain(name): name for name in sites.values()} | {
        _plain(site.partition(".")[0]): name for site, name in sites.items()
    }


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
