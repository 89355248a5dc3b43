"""Folders that Crossread writes: made beside their place, swapped in whole, and replaced only where nothing else is.

A folder is whole once its mark, a small file of JSON, is in it: the mark lists every file with its hash, so that what
somebody added or changed since is seen and kept. A draft is a hidden folder beside the place, locked as long as the run
that writes it lives; the next run for the same place takes away what a killed one left.
"""

import ctypes
import errno
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest, pbkdf2_hmac
from pathlib import Path
from uuid import uuid4

from crossread import __version__

REPORT, TABLES = "report.json", "crossread.json"  # the marks of a folder of reports, and of tables
LITTER = frozenset({".DS_Store", ".localized", "Thumbs.db", "desktop.ini", ".directory"})  # of desktops that looked in
LOCKED = "another run is writing it now"
_MOST = 100_000_000  # bytes of a mark; it holds a line a file
_EXCHANGE, _HERE = 2, -100  # RENAME_EXCHANGE and AT_FDCWD of Linux


class OutputError(Exception):
    """The folder for what is written holds something else, or cannot be written."""


@dataclass(slots=True)
class Draft:
    """A folder that is being written, and the place that it takes when it is whole."""

    folder: Path
    place: Path


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


@contextmanager
def replacing(folder: Path, name: str, source: Path | None = None) -> Iterator[Draft]:
    """Write a folder beside its place, which the draft takes when all is done.

    Args:
        folder: Where it is to stand; a link is followed, and folders above are made.
        name: The mark that the draft is to bear, `REPORT` or `TABLES`.
        source: The folder or file that is read.

    Yields:
        The draft, whose place may be changed. Without a mark at the end, it is given up.

    Raises:
        OutputError: The place is taken or cannot be written, or another run is writing it.
    """
    check_replaceable(folder, name, source)
    place = folder.resolve()
    missing = [parent for parent in place.parents if not parent.exists()]
    draft = place.parent / f".{place.name[:80]}.crossread-{uuid4().hex[:8]}"
    lock = None
    try:
        try:
            draft.mkdir(parents=True)
        except OSError as error:
            raise OutputError(f"cannot write '{folder}': {error.strerror} in '{_existing(place)}'") from error
        lock = _lock(draft)
        _clean_up(place, draft, folder)
        made = Draft(draft, folder)
        yield made
        if read_mark(draft, name) is not None:
            check_replaceable(made.place, name, source)
            _put(draft, made.place.resolve())
    finally:
        shutil.rmtree(draft, ignore_errors=True)  # the old one after a swap
        if lock is not None:
            os.close(lock)
        for parent in missing:  # those in which something stands now are not empty
            with suppress(OSError):
                parent.rmdir()


def _existing(place: Path) -> Path:
    return next(parent for parent in place.parents if parent.exists())


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


def _clean_up(place: Path, own: Path, folder: Path) -> None:
    """Take away the drafts of killed runs, and refuse to write beside a living one.

    Where a run was killed between two renames, on systems that cannot swap, a whole draft takes the empty place.
    """
    left = sorted(place.parent.glob(f"{_escaped(own.name[:-8])}????????"), key=lambda path: path.lstat().st_mtime)
    for draft in reversed(left):
        if draft == own or draft.is_symlink():
            continue
        try:
            lock = _lock(draft)
        except BlockingIOError as error:
            raise OutputError(f"'{folder}': {LOCKED}; wait for it, or choose another folder with --out") from error
        except OSError:
            continue
        try:
            if not place.exists() and (read_mark(draft, REPORT) or read_mark(draft, TABLES)):
                draft.rename(place)
            else:
                shutil.rmtree(draft, ignore_errors=True)
        finally:
            if lock is not None:
                os.close(lock)


def _escaped(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def _lock(draft: Path) -> int | None:
    """Lock a folder until what is returned is closed, as it is when the process ends in whatever way."""
    if sys.platform == "win32":
        return None
    import fcntl

    opened = os.open(draft, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(opened)
        if isinstance(error, BlockingIOError):
            raise
        return None  # a file system without locks
    return opened


def _put(draft: Path, place: Path) -> None:
    """Put a draft in its place, and what stood there in the draft's."""
    if not place.exists():
        draft.rename(place)
    elif not _swap(draft, place):
        old = draft.with_name(f"{draft.name[:-8]}{uuid4().hex[:8]}")
        place.rename(old)
        try:
            draft.rename(place)
        except OSError:
            old.rename(place)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _swap(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can: at no moment is there none."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, first, _HERE, second, _EXCHANGE)
    elif hasattr(library, "renamex_np"):  # macOS
        failed = library.renamex_np(first, second, _EXCHANGE)
    else:
        return False
    if failed and (number := ctypes.get_errno()) not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(number, os.strerror(number), str(other))
    return not failed
