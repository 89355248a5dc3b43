"""The files of a corpus's folder."""

import io
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from crossread.reading.drafts import Problem
from crossread.reading.metadata import Metadata

# They tell about the corpus, and are read by the manifest and by the linking of names.
SETTINGS = ("corpus.toml", "corrections.toml")
# Mark a folder of tables and a folder of reports: what was written is not read as articles again.
OUTPUTS = ("crossread.json", "report.json")
# More than a thousand newspaper pages. What is longer is a dump or a mistake, and would hold up all other articles.
MAX_CHARACTERS = 10_000_000
TOO_LONG = f"longer than {MAX_CHARACTERS:,} characters; split it into articles"
# Pages saved whole carry their pictures with them.
MAX_BYTES = 100_000_000
TOO_LARGE = f"larger than {MAX_BYTES // 1_000_000} MB; split it"
# Where browsers put what belongs to a page that is saved "complete", in the languages of their menus.
_PAGE_FOLDERS = ("_files", "-files", ".files", "_fichiers", "-Dateien", "_archivos", "_file", "_bestanden", "_arquivos")
_HEAD = 65_536


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


def find_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Find all files that could be articles.

    Args:
        folder: Searched with its subfolders and what links point to; each real folder once, so that a link to a parent
            does no harm. Hidden files and folders are skipped, as are the settings of the corpus, and folders of
            tables and reports that Crossread wrote.

    Returns:
        The files, sorted by their path, and a problem for each folder that could not be opened.
    """
    problems: list[Problem] = []

    def report(error: OSError) -> None:
        problems.append(Problem(relative(Path(error.filename), folder), None, f"cannot be opened: {error.strerror}"))

    found = [path for path in _walk(folder, report) if path.parent != folder or path.name not in SETTINGS]
    return sorted(found, key=lambda path: path.relative_to(folder).parts), problems


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


def _walk(folder: Path, report: Callable[[OSError], None]) -> Iterator[Path]:
    seen: set[str] = set()
    for name, folders, files in os.walk(folder, followlinks=True, onerror=report):
        real = os.path.realpath(name)
        if real in seen:
            folders.clear()
            continue
        if Path(name) != folder and not set(OUTPUTS).isdisjoint(files):
            folders.clear()
            continue
        seen.add(real)
        pages = {file.rpartition(".")[0] for file in files if file.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = sorted(each for each in folders if not each.startswith(".") and not belongs_to_page(each, pages))
        yield from (Path(name, each) for each in files if not each.startswith("."))


def belongs_to_page(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder holds what belongs to a page that was saved complete.

    Args:
        folder: Its name.
        pages: The names of the pages beside it, without their endings.

    Returns:
        True for "Ferry_files" beside "Ferry.html".
    """
    return any(folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in _PAGE_FOLDERS)
