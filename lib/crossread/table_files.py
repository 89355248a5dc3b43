"""Folders of tables: writing them in several formats, and opening them."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from crossread.marks import TABLES as INFO
from crossread.marks import read_mark, write_mark
from crossread.output import replacing
from crossread.reading.comparisons import parse_comparisons
from crossread.reading.conventions import parse_coding, parse_vague
from crossread.tables import COLUMNS, LIST, Tables

FORMATS = ("parquet", "csv", "jsonl", "sqlite")


class TablesError(Exception):
    """A folder that should hold tables does not."""


def write_tables(tables: Tables, folder: Path, format: str = "parquet") -> list[Path]:  # noqa: A002
    """Write every table into a folder, which takes its place when all are written.

    Args:
        tables: What to write.
        folder: Where to; made if absent, replaced if it holds tables and nothing else.
        format: "parquet", "csv", "jsonl" (one file a table), or "sqlite" (one file, `crossread.sqlite`).

    Returns:
        The files written.

    Raises:
        OutputError: The folder holds other things, or cannot be written.
        ValueError: The format is not one of these.
    """
    with replacing(folder, INFO) as draft:
        written = write_files(tables, draft.folder, format)
    return [folder / path.name for path in written]


def write_files(tables: Tables, folder: Path, format: str) -> list[Path]:  # noqa: A002
    """Write every table into a folder that nobody reads yet.

    Args:
        tables: What to write.
        folder: Where to; made if absent.
        format: As `write_tables` takes it.

    Returns:
        The files written, the first of them the mark that makes it a folder of tables.

    Raises:
        ValueError: The format is not one of these.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    folder.mkdir(parents=True, exist_ok=True)
    written = [_write_sqlite(tables.frames(), folder / "crossread.sqlite")] if format == "sqlite" else []
    for name, frame in tables.frames().items() if format != "sqlite" else ():
        path = folder / f"{name}.{format}"
        if format == "parquet":
            frame.to_parquet(path, index=False)
        elif format == "csv":
            write_csv(frame, path)
        else:
            frame.to_json(path, orient="records", lines=True, force_ascii=False, date_format="iso")
        written.append(path)
    known: dict[str, object] = {"title": tables.title, "names_step": tables.names_step}
    if tables.comparisons:
        known["comparisons"] = [comparison.to_dict() for comparison in tables.comparisons]
    if tables.vague:
        known["vague"] = {phrase: list(interval) for phrase, interval in tables.vague.items()}
    if tables.coding:
        known["coding"] = tables.coding
    write_mark(folder, INFO, known)
    return [folder / INFO, *written]


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write one table as CSV that a spreadsheet opens, and in which no cell is a formula."""
    # Excel reads UTF-8 only behind a byte order mark.
    flat = _flat(frame).map(_harmless)
    flat.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")  # so that a lone \r is quoted


def has_tables(folder: Path) -> bool:
    """Tell whether a folder holds tables that Crossread wrote, of whatever format."""
    return read_mark(folder, INFO) is not None


def read_tables(folder: Path) -> Tables:
    """Open the tables that `write_tables` wrote as Parquet.

    Args:
        folder: The folder that holds `articles.parquet` and the others.

    Returns:
        The tables.

    Raises:
        TablesError: A table is missing, lacks a column, or cannot be read.
    """
    frames = {name: _read_table(folder / f"{name}.parquet", columns) for name, columns in COLUMNS.items()}
    info = folder / INFO
    try:
        known = json.loads(info.read_text(encoding="utf-8")) if info.is_file() else {"title": folder.name}
        comparisons = parse_comparisons(known.get("comparisons", []))
        return Tables(
            known["title"],
            **frames,
            names_step=known.get("names_step", ""),
            comparisons=comparisons,
            guesses="",
            vague=parse_vague(known.get("vague", {})),
            coding=parse_coding({"preset": known.get("coding", "")})[0],
        )
    except (ValueError, KeyError, AttributeError) as error:
        raise TablesError(f"'{info}' cannot be read: write it anew with `crossread extract`") from error


def _read_table(path: Path, columns: Mapping[str, str]) -> pd.DataFrame:
    if not path.is_file():
        raise TablesError(
            f"no table {path.name!r} in '{path.parent}': write it with `crossread extract --format parquet`"
        )
    try:
        frame = pd.read_parquet(path)
    except (OSError, ValueError) as error:
        raise TablesError(f"the table '{path}' cannot be read: write it anew with `crossread extract`") from error
    missing = [column for column in columns if column not in frame]
    if missing:
        raise TablesError(f"the table '{path}' lacks {', '.join(missing)}: write it anew with `crossread extract`")
    try:
        for column in (column for column, kind in columns.items() if kind == LIST):
            frame[column] = frame[column].map(list)  # Parquet gives arrays
        return frame.astype(columns)  # type: ignore[arg-type, unused-ignore]
    except (TypeError, ValueError) as error:
        raise TablesError(f"the table '{path}' holds other values: write it anew with `crossread extract`") from error


def _write_sqlite(frames: Mapping[str, pd.DataFrame], path: Path) -> Path:
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    try:
        for name, frame in frames.items():
            _flat(frame).to_sql(name, database, index=False)
        database.commit()
    finally:
        database.close()
    return path


def _flat(frame: pd.DataFrame) -> pd.DataFrame:
    """Lists become JSON text and dates ISO text, for formats that have neither."""
    flat = frame.copy()
    for column in flat:
        if flat[column].dtype == object:
            flat[column] = flat[column].map(lambda cell: json.dumps(list(cell), ensure_ascii=False))
        elif pd.api.types.is_datetime64_any_dtype(flat[column]):
            flat[column] = flat[column].dt.strftime("%Y-%m-%d")
    return flat


def _harmless(cell: object) -> object:
    """Put an apostrophe before text that a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
