"""The folder of a report: whether it can be written, and the new one put in place of the old."""

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

MARK = "report.json"  # tells a report's folder from any other


class OutputError(Exception):
    """The folder for a report holds something else, or cannot be written."""


def check_writable(folder: Path) -> None:
    """Refuse a folder that cannot be made or written, before any work is done for it.

    Args:
        folder: A folder, there or not.

    Raises:
        OutputError: Nothing can be written there.
    """
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    try:
        with TemporaryDirectory(prefix=".", dir=there):
            pass
    except OSError as error:
        raise OutputError(f"cannot write '{folder}': {error.strerror} in '{there}'") from error


def check_replaceable(folder: Path) -> None:
    """Refuse to replace what no report has written.

    Args:
        folder: Where a report is to stand.

    Raises:
        OutputError: Something else stands there.
    """
    if folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir())):
        return
    if folder.exists():
        raise OutputError(f"'{folder}' exists and is not a report: choose another folder with --out")


def replace_folder(folder: Path, draft: Path) -> None:
    """Put a draft in a folder's place; should that fail, what stood there comes back.

    Args:
        folder: Where the report is to stand; `check_replaceable` has passed it.
        draft: The folder with the new one, beside it.
    """
    old = folder.parent / f".{folder.name}-{uuid4().hex[:8]}"
    if folder.exists():
        folder.rename(old)
    try:
        draft.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
