"""Marks of folders that Crossread wrote: what a folder is, what is in it, and whether it may be replaced.

A folder is whole once its mark, a small file of JSON, is in it: the mark lists every file with its hash, so that what
somebody added or changed since is seen and kept.
"""

import json
import os
import stat
from collections.abc import Mapping
from hashlib import file_digest, pbkdf2_hmac
from pathlib import Path
from uuid import uuid4

from crossread import __version__

REPORT, TABLES = "report.json", "crossread.json"  # the marks of a folder of reports, and of tables
LITTER = frozenset({".DS_Store", ".localized", "Thumbs.db", "desktop.ini", ".directory"})  # of desktops that looked in
_MOST = 100_000_000  # bytes of a mark; it holds a line a file


class OutputError(Exception):
    """The folder for what is written holds something else, or cannot be written."""


def read_mark(folder: Path, name: str) -> dict[str, object] | None:
    """Read the mark of a folder that Crossread wrote.

    Args:
        folder: Any folder.
        name: `REPORT` or `TABLES`.

    Returns:
        What it says; None where there is no such mark, or one that Crossread did not write.
    """
    path = folder / name
    try:
        if not stat.S_ISREG(path.lstat().st_mode) or path.stat().st_size > _MOST:
            return None
        mark = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return mark if isinstance(mark, dict) and isinstance(mark.get("crossread"), str) else None


def write_mark(folder: Path, name: str, told: Mapping[str, object]) -> None:
    """Mark a folder as whole, and list what is in it.

    Args:
        folder: The folder, with all files written.
        name: `REPORT` or `TABLES`.
        told: What else the mark is to say.
    """
    mark = {"crossread": __version__, **told, "files": {path: _digest(folder / path) for path in _list_files(folder)}}
    (folder / name).write_text(json.dumps(mark, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def identify(source: Path, salt: str = "") -> str:
    """Tell a corpus from others of its name, without telling where on this machine it is.

    Args:
        source: The folder or file that is read.
        salt: That of an identity to compare with; a new one if empty.

    Returns:
        The salt, ":" and a hash of it and the path, slow so that paths cannot be tried out by the million.
    """
    salt = salt or uuid4().hex
    return f"{salt}:{pbkdf2_hmac('sha256', os.fsencode(source.resolve()), salt.encode(), 200_000).hex()}"


def check_same_source(folder: Path, name: str, source: Path) -> None:
    """Refuse a place that was not chosen where what stands there was made of something else of that name.

    Args:
        folder: Where something is to stand.
        name: The mark that it bears if it is there.
        source: The folder or file that is read.

    Raises:
        OutputError: It was made of something else.
    """
    known = str((read_mark(folder, name) or {}).get("source") or "")
    if known and known != identify(source, known.partition(":")[0]):
        raise OutputError(f"'{folder}' is the report of another corpus of that name: choose a folder with --out")


def check_replaceable(folder: Path, name: str, source: Path | None = None) -> None:
    """Refuse to replace what no run has written, or what a run is about to read.

    Args:
        folder: Where something is to stand.
        name: The mark that it must bear if it is there and not empty.
        source: The folder or file that is read.

    Raises:
        OutputError: Something else stands there, or a file that was added or changed since; or one of `folder` and
            `source` holds the other.
    """
    what = "a report" if name == REPORT else "a folder of tables"
    place = folder.resolve()
    if source is not None:
        read = source.resolve()
        if place == read or place in read.parents or read in place.parents:
            raise OutputError(f"'{folder}' and what is read, '{source}', lie in each other: choose another with --out")
    if not os.path.lexists(place):
        return
    if place.is_dir() and not any(place.iterdir()):
        return
    mark = read_mark(place, name) if place.is_dir() else None
    if mark is None:
        raise OutputError(f"'{folder}' exists and is not {what}: choose another folder with --out")
    if place.is_mount():
        raise OutputError(f"'{folder}' is a mount point, which cannot be replaced: choose a folder in it with --out")
    files = mark.get("files")
    if not isinstance(files, dict):
        raise OutputError(f"'{folder}' does not tell what was written there: move it, or choose another with --out")
    for path in _list_files(place):
        if path != name and files.get(path, "") != _digest(place / path):
            changed = "was changed since" if path in files else "was not written by Crossread"
            raise OutputError(
                f"'{folder}' is {what}, but '{path}' in it {changed}: move it away, or choose another with --out"
            )


def _list_files(folder: Path) -> list[str]:
    """All that is in a folder but folders."""
    found = [path for path in folder.rglob("*") if path.name not in LITTER and (path.is_symlink() or not path.is_dir())]
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _digest(path: Path) -> str | None:
    """The hash of a file, None for what is none: a link, a pipe."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return None
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
