"""Exports of news databases: one file to many articles, whichever database and format it is from."""

from collections.abc import Iterator, Sequence
from itertools import chain

from crossread.reading.drafts import Draft, Problem
from crossread.reading.exports import factiva, nexis_classic, nexis_uni, proquest
from crossread.reading.exports.exported import Exported
from crossread.reading.files import File

# Each with the name of its database, whether lines look like one, and its articles.
_DATABASES = (nexis_classic, nexis_uni, factiva, proquest)


def read_exports(file: File, lines: Sequence[str], note: str | None) -> Iterator[Draft | Problem] | None:
    """Read a file as the export of a news database.

    Args:
        file: The file.
        lines: Its text.
        note: What is known of how it was read.

    Returns:
        What is found in it, None where it is no such export.
    """
    for database in _DATABASES:
        if database.looks_like(lines):
            articles = database.split(lines)
            found = collect(file, database.NAME, articles, note)
            stated = nexis_uni.count_stated(lines) if database is nexis_uni and articles else None
            if stated in (None, len(articles)):
                return found
            reason = f"its cover tells of {stated} documents, but {len(articles)} were found"
            return chain([Problem(file.name, None, reason)], found)
    return None


def collect(file: File, database: str, articles: Sequence[Exported], note: str | None) -> Iterator[Draft | Problem]:
    """Make drafts of an export's articles.

    Args:
        file: The file.
        database: What its database is called.
        articles: As they were split.
        note: What is known of how it was read.

    Yields:
        A draft for each article with a text, and a problem for each without one.
    """
    if not articles:
        reason = f"looks like an export of {database}, but its articles cannot be told apart"
        yield Problem(file.name, None, f"{reason}: export them again, with all fields")
    for number, article in enumerate(articles, start=1):
        if not article.paragraphs:
            title = f" ({article.title!r})" if article.title else ""
            yield Problem(file.name, number, f"an article of {database} without its text{title}")
            continue
        metadata, reasons = article.metadata()
        yield from (Problem(file.name, number, reason) for reason in reasons)
        yield Draft(
            article_id=f"{file.stem}:{number}",
            path=file.name,
            metadata=metadata.over(file.metadata),
            line=number,
            paragraphs=tuple(article.paragraphs),
            removed=tuple(article.left_out),
            note="; ".join(filter(None, (f"from an export of {database}", note))),
            clean=True,
        )
