"""The earlier report that a new one is compared with."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from crossread.linking.changes import Changes, find_changes
from crossread.reporting.output import MARK
from crossread.table_files import TablesError, has_tables, read_tables
from crossread.tables import Tables

TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier run: the name of its folder, when its report was made (where that is known), and its tables."""

    name: str
    made: datetime | None
    tables: Tables


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an earlier run."""

    earlier: Earlier
    changes: Changes


def read_earlier(folder: Path) -> Earlier:
    """Open an earlier run.

    Args:
        folder: The folder of a report, or of tables.

    Returns:
        The run.

    Raises:
        TablesError: The folder holds neither, or its tables are not whole or of another version.
    """
    if not folder.exists():
        raise TablesError(f"no such folder to compare with: '{folder}'; give --since the folder of an earlier report")
    tables = folder / TABLES if has_tables(folder / TABLES) else folder
    if not has_tables(tables):
        raise TablesError(f"'{folder}' holds no report and no tables: give --since the folder of an earlier report")
    try:
        found = read_tables(tables)
    except TablesError as error:
        raise TablesError(f"cannot compare with '{folder}': {error}") from error
    report = tables.resolve().parent if tables.resolve().name == TABLES else folder.resolve()
    mark = _read_mark(report / MARK)
    return Earlier(report.name if mark else folder.resolve().name, _made(mark), found)


def _read_mark(path: Path) -> dict[str, Any]:
    """What a report tells of itself, nothing where it is none; it only names what the tables hold."""
    try:
        mark = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return mark if isinstance(mark, dict) else {}


def _made(mark: dict[str, Any]) -> datetime | None:
    try:
        return datetime.fromisoformat(mark["made"])
    except (KeyError, TypeError, ValueError):
        return None


def compare_with(earlier: Earlier | None, tables: Tables) -> Since | None:
    """Find what changed since an earlier run, if there is one."""
    return None if earlier is None else Since(earlier, find_changes(earlier.tables, tables))
