"""The files of a corpus's folder."""

import io
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from crossread.marks import LITTER, REPORT, TABLES, read_mark
from crossread.reading.drafts import CorpusError, Problem
from crossread.reading.metadata import Metadata

# They tell about the corpus, and are read by the manifest and by the linking of names.
SETTINGS = ("corpus.toml", "corrections.toml")
MAX_SETTINGS = 10_000_000  # bytes: a hundred thousand entries
MAX_FOLDERS = 100  # in one another
TOO_DEEP = f"more than {MAX_FOLDERS} folders in one another"
LEADS_OUT = "a link that leads out of the corpus: put the file itself there, or read with --follow-links"
HIDDEN = "hidden: rename it to have it read"
WRITTEN = "not read as articles: a folder that Crossread wrote"
# More than a thousand newspaper pages. What is longer is a dump or a mistake, and would hold up all other articles.
MAX_CHARACTERS = 10_000_000
TOO_LONG = f"longer than {MAX_CHARACTERS:,} characters; split it into articles"
# Pages saved whole carry their pictures with them.
MAX_BYTES = 100_000_000
TOO_LARGE = f"larger than {MAX_BYTES // 1_000_000} MB; split it"
# Where browsers put what belongs to a page that is saved "complete", in the languages of their menus.
_PAGE_FOLDERS = ("_files", "-files", ".files", "_fichiers", "-Dateien", "_archivos", "_file", "_bestanden", "_arquivos")
_ARTICLES = (".txt", ".md", ".pdf", ".docx", ".odt", ".rtf", ".eml", ".mbox", ".mhtml", ".csv", ".xlsx", ".jsonl")
BESIDE_PAGE = "in the folder of a page that was saved complete: move it out of there to have it read"
_HEAD = 65_536
_PART = rb"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DEEP_KEY = re.compile(rb"(?<![\w-])(?:" + _PART + rb"[ \t]*+\.[ \t]*+){20}")


@dataclass(frozen=True, slots=True)
class File:
    """What a reader is given: a file of the corpus, or one that was inside of another.

    Attributes:
        name: Its path, relative to the corpus, as articles and problems give it.
        path: Where it is; None where it is held in `content`.
        content: Its bytes.
        metadata: What is known of it from outside, such as the link in a web archive.
        encoding: Its encoding as that outside states it.
        columns: Which column holds what, where the user says so.
        depth: How many files it was inside of.
    """

    name: str
    path: Path | None = None
    content: bytes = b""
    metadata: Metadata = field(default_factory=Metadata)
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0

    @property
    def stem(self) -> str:
        """The name without folders and ending, which is the article's id."""
        name = PurePosixPath(self.name)
        return PurePosixPath(name.stem).stem if name.suffix.lower() in (".gz", ".bz2", ".xz") else name.stem

    def open(self) -> BinaryIO:
        """Open the bytes for reading."""
        return io.BytesIO(self.content) if self.path is None else self.path.open("rb")

    def head(self) -> bytes:
        """The first bytes, which tell what it is."""
        with self.open() as stream:
            return stream.read(_HEAD)

    def read(self, limit: int = MAX_BYTES) -> bytes:
        """Read all bytes.

        Args:
            limit: How many there may be.

        Returns:
            The bytes.

        Raises:
            ValueError: There are more.
        """
        with self.open() as stream:
            raw = stream.read(limit + 1)
        if len(raw) > limit:
            raise ValueError(TOO_LARGE)
        return raw


def find_files(folder: Path, *, follow_links: bool = False) -> tuple[list[Path], list[Problem]]:
    """Find all files that could be articles.

    Args:
        folder: Searched with its subfolders and what links in it point to; each real folder once, so that a link to a
            parent does no harm. The settings of the corpus, what desktops leave behind, and what belongs to pages that
            were saved complete, but for documents in it, are no articles.
        follow_links: Whether to follow links that lead out of the folder, too.

    Returns:
        The files, sorted by their path, and a problem for all that is not read: hidden files and folders, links that
        lead out, folders that Crossread wrote, that lie too deep, or that could not be opened.
    """
    root, seen = os.path.realpath(folder), set[str]()
    found: list[Path] = []
    problems: list[Problem] = []
    waiting = [(folder, 0)]
    while waiting:
        place, depth = waiting.pop()
        if (real := os.path.realpath(place)) in seen:
            continue
        try:
            entries = {entry.name: entry for entry in os.scandir(place)}
        except OSError as error:
            problems.append(Problem(relative(place, folder), None, f"cannot be opened: {error.strerror}"))
            continue
        if depth and any(name in entries and read_mark(place, name) for name in (TABLES, REPORT)):
            problems.append(Problem(relative(place, folder), None, WRITTEN))
            continue
        seen.add(real)
        pages = {name.rpartition(".")[0] for name in entries if name.lower().endswith((".html", ".htm", ".xhtml"))}
        names = [name for name in entries if not is_litter(name) and (depth or name not in SETTINGS)]
        for name in sorted(names, reverse=True):
            path = place / name
            if reason := _explain_skipped(path, depth, root, is_link=entries[name].is_symlink() and not follow_links):
                problems.append(Problem(relative(path, folder), None, reason))
            elif not path.is_dir():
                found.append(path)
            elif not belongs_to_page(name, pages):
                waiting.append((path, depth + 1))
            else:
                problems.extend(_list_passed_over(path, folder))
    problems.sort(key=lambda problem: problem.path)
    return sorted(found, key=lambda path: path.relative_to(folder).parts), problems


def _explain_skipped(path: Path, depth: int, root: str, *, is_link: bool) -> str | None:
    if is_link and (reason := _explain_link(path, root)):
        return reason
    if path.name.startswith("."):
        return HIDDEN
    return TOO_DEEP if depth == MAX_FOLDERS and path.is_dir() else None


def _list_passed_over(place: Path, folder: Path) -> list[Problem]:
    """Files in the folder of a saved page that are of kinds which no page brings."""
    try:
        names = [entry.name for entry in os.scandir(place)]
    except OSError as error:
        return [Problem(relative(place, folder), None, f"cannot be opened: {error.strerror}")]
    return [Problem(relative(place / name, folder), None, BESIDE_PAGE) for name in names if is_put_there(name)]


def is_put_there(name: str) -> bool:
    """Tell whether a file in a saved page's folder is of a kind that no page brings: somebody may have put it there."""
    return name.lower().endswith(_ARTICLES) and not is_litter(PurePosixPath(name).name)


def is_litter(name: str) -> bool:
    """Tell whether a file is what a desktop or an archiver leaves beside every other, and nobody wrote."""
    return name in LITTER or name.startswith("._")


def _explain_link(path: Path, root: str) -> str | None:
    """Why a link is not followed, None for one that stays in the corpus."""
    real = os.path.realpath(path)
    return None if real == root or real.startswith(root.rstrip(os.sep) + os.sep) else LEADS_OUT


def read_settings(path: Path) -> str:
    """Read a settings file beside the articles.

    Args:
        path: The file, which is there.

    Returns:
        Its text.

    Raises:
        CorpusError: It is a pipe, a device, a link out of the corpus, or too large.
        OSError: It cannot be opened.
        ValueError: It is no UTF-8.
    """
    if path.is_symlink() and (reason := _explain_link(path, os.path.realpath(path.parent))):
        raise CorpusError(f"'{path}' cannot be read: {reason.partition(':')[0]}")
    if not stat.S_ISREG(path.stat().st_mode):
        raise CorpusError(f"'{path}' cannot be read: not a regular file")
    with path.open("rb") as stream:
        raw = stream.read(MAX_SETTINGS + 1)
    if len(raw) > MAX_SETTINGS:
        raise CorpusError(f"'{path}' cannot be read: larger than {MAX_SETTINGS // 1_000_000} MB")
    if _DEEP_KEY.search(raw):  # each dot is a table in a table, which tomllib goes through again and again
        raise CorpusError(f"'{path}' cannot be read: a key of too many parts")
    return raw.decode("utf-8-sig")


def relative(path: Path, folder: Path) -> str:
    """Give a path as articles, problems and the manifest do.

    Args:
        path: A file or folder in the corpus.
        folder: The corpus.

    Returns:
        The path from the corpus on, with slashes on every system.
    """
    return readable(path.relative_to(folder).as_posix())


def readable(name: str) -> str:
    """Replace what cannot be written as UTF-8 in a name; file systems allow any bytes, tables do not.

    Args:
        name: A file's name or path.

    Returns:
        The name, nearly always unchanged.
    """
    return os.fsencode(name).decode("utf-8", "replace")


def belongs_to_page(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder holds what belongs to a page that was saved complete.

    Args:
        folder: Its name.
        pages: The names of the pages beside it, without their endings.

    Returns:
        True for "Ferry_files" beside "Ferry.html".
    """
    return any(folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in _PAGE_FOLDERS)
