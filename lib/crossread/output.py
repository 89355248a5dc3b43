"""Folders that Crossread writes: made beside their place, and swapped in whole.

A draft is a hidden folder beside the place, locked as long as the run that writes it lives; the next run for the same
place takes away what a killed one left.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from crossread.marks import REPORT, TABLES, OutputError, check_replaceable, read_mark

LOCKED = "another run is writing it now"
_EXCHANGE, _HERE = 2, -100  # RENAME_EXCHANGE and AT_FDCWD of Linux


@dataclass(slots=True)
class Draft:
    """A folder that is being written, and the place that it takes when it is whole."""

    folder: Path
    place: Path


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
