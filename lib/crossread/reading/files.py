"""The files of a corpus's folder."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from crossread.reading.drafts import Problem

# They tell about the corpus, and are read by the manifest and by the linking of names.
SETTINGS = ("corpus.toml", "corrections.toml")
# Mark a folder of tables and a folder of reports: what was written is not read as articles again.
OUTPUTS = ("crossread.json", "report.json")


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
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (Path(name, each) for each in files if not each.startswith("."))
