"""What reading makes: articles, what was removed from them, and problems."""

from dataclasses import dataclass, field
from datetime import date

from crossread.reading.metadata import Metadata


class CorpusError(Exception):
    """A corpus that cannot be read at all; the message names the value and says what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read.

    `path` is relative to the corpus; `line` counts from 1, or is None where the reason concerns the whole file.
    """

    path: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Removed:
    """What cleaning took out; `paragraph` is its index among the paragraphs of the raw text, a reader's last."""

    reason: str
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article as all later steps see it: offsets everywhere are offsets into `text`."""

    article_id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    language: str = "en"
    story: str | None = None
    path: str | None = None
    inferred: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    section: str | None = None
    note: str | None = None
    whole_file: bool = field(default=False, compare=False)  # else a record, or one of a file's many

    @property
    def title_end(self) -> int:
        """How many characters of the text are its title; 0 where the text does not start with the title."""
        if not self.title or not self.text.startswith(self.title):
            return 0
        end = len(self.title)
        # The title "Iran" is no part of a text that starts with "Iranian".
        return 0 if self.text[end : end + 1].isalnum() else end

    @property
    def words(self) -> int:
        """The number of words, as white space separates them."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found, before the corpus's manifest has had its word.

    Attributes:
        article_id: The record's id, or the file's stem.
        path: The file, relative to the corpus.
        metadata: What the file itself says.
        line: The line of a record, from 1; None where the whole file is one article.
        text: A record's text, which stays unchanged; None where `paragraphs` are to be cleaned and put together.
        paragraphs: The raw paragraphs of a page.
        removed: What the reader itself left out; numbered after the paragraphs.
        note: What should be known of how it was read: its encoding, its columns.
        clean: Whether the paragraphs hold no page furniture, as those of a database.
    """

    article_id: str
    path: str
    metadata: Metadata = field(default_factory=Metadata)
    line: int | None = None
    text: str | None = None
    paragraphs: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    note: str | None = None
    clean: bool = False
