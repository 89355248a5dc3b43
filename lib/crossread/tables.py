"""The tables that everything found is kept in: their columns, and reading and writing them."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from crossread.reading.comparisons import Comparison, parse_comparisons
from crossread.reading.conventions import Interval, parse_vague

INFO = "crossread.json"  # what a folder of tables knows of its corpus
FORMATS = ("parquet", "csv", "jsonl", "sqlite")

TEXT, WHOLE, NUMBER, TRUTH, DATE, LIST = "string", "Int64", "Float64", "boolean", "datetime64[s]", "object"

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "article_id": TEXT,
        "title": TEXT,
        "outlet": TEXT,
        "author": TEXT,
        "url": TEXT,
        "published": DATE,
        "text": TEXT,
        "language": TEXT,
        "words": WHOLE,
        "story": TEXT,
        "duplicate_of": TEXT,
        "path": TEXT,
        "inferred": TEXT,
    },
    "figures": {
        "figure_id": TEXT,
        "article_id": TEXT,
        "start": WHOLE,
        "end": WHOLE,
        "phrase": TEXT,
        "number_start": WHOLE,
        "number_end": WHOLE,
        "bound": TEXT,
        "low": NUMBER,
        "high": NUMBER,
        "value": NUMBER,
        "trend": TEXT,
        "kind": TEXT,
        "unit": TEXT,
        "counted": TEXT,
        "counted_class": TEXT,
        "outcome": TEXT,
        "part_of": TEXT,
        "source": TEXT,
        "source_start": WHOLE,
        "source_end": WHOLE,
        "source_entity": TEXT,
        "actor": TEXT,
        "place": TEXT,
        "hedge": TEXT,
        "sentence_start": WHOLE,
        "sentence_end": WHOLE,
        "in_title": TRUTH,
        "antecedent_start": WHOLE,
        "antecedent_end": WHOLE,
        "stance": TEXT,
        "via": TEXT,
        "source_class": TEXT,
        "source_body": TEXT,
    },
    "mentions": {
        "article_id": TEXT,
        "start": WHOLE,
        "end": WHOLE,
        "text": TEXT,
        "type": TEXT,
        "entity_id": TEXT,
    },
    "entities": {
        "entity_id": TEXT,
        "name": TEXT,
        "type": TEXT,
        "aliases": LIST,
        "mentions": WHOLE,
        "articles": WHOLE,
    },
    "variants": {"entity_id": TEXT, "form": TEXT, "type": TEXT, "mentions": WHOLE, "reason": TEXT},
    "quotes": {
        "quote_id": TEXT,
        "article_id": TEXT,
        "source": TEXT,
        "source_start": WHOLE,
        "source_end": WHOLE,
        "antecedent_start": WHOLE,
        "antecedent_end": WHOLE,
        "cue": TEXT,
        "cue_start": WHOLE,
        "cue_end": WHOLE,
        "stance": TEXT,
        "content_start": WHOLE,
        "content_end": WHOLE,
    },
    "furniture": {"article_id": TEXT, "paragraph": WHOLE, "reason": TEXT, "text": TEXT},
    "problems": {"path": TEXT, "line": WHOLE, "reason": TEXT},
    "corrections": {"action": TEXT, "what": TEXT, "mentions": WHOLE, "note": TEXT},
}
"""Each table's columns and their pandas types.

`variants` holds every form of each entity's name, and why it belongs to the entity. `quotes` has a row for each stretch
of text that somebody is said to have said; the stretches of one attribution share a `quote_id`. There and in `figures`,
`source_start` and `source_end` are where the attribution stands: the source's name, or the pronoun for it, whose name,
`source`, then stands at `antecedent_start`. `source_body` is the entity that a source who is a person speaks for. `via`
names who passes on what the source says, `stance` is "denied" where the source denies it. `furniture` holds what
cleaning took out of an article, and why; `corrections` what the user's `corrections.toml` did, and how many mentions
each of its entries touched.
"""


class TablesError(Exception):
    """A folder that should hold tables does not."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All that was found in a corpus, as one DataFrame a table."""

    title: str
    articles: pd.DataFrame
    figures: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    variants: pd.DataFrame
    quotes: pd.DataFrame
    furniture: pd.DataFrame
    problems: pd.DataFrame
    corrections: pd.DataFrame
    names_step: str = ""  # how names were found, in words
    comparisons: tuple[Comparison, ...] = ()  # what the manifest lays on one axis
    vague: Mapping[str, Interval] = field(default_factory=dict)  # what vague words mean to the manifest

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name, in the order of the contract."""
        return {name: getattr(self, name) for name in COLUMNS}

    def __str__(self) -> str:
        counts = ", ".join(
            f"{len(frame):,} {ROWS[name][len(frame) != 1]}"
            for name, frame in self.frames().items()
            if name in ROWS and (len(frame) or name not in ("problems", "corrections"))
        )
        return f"{self.title}: {counts}"


ROWS = {
    "articles": ("article", "articles"),
    "figures": ("figure", "figures"),
    "mentions": ("mention", "mentions"),
    "entities": ("entity", "entities"),
    "furniture": ("piece of furniture", "pieces of furniture"),
    "problems": ("problem", "problems"),
    "corrections": ("correction", "corrections"),
}


def make_table(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Build one table with exactly the contract's columns and types.

    Args:
        name: A key of `COLUMNS`.
        rows: One dict a row. A column that a row lacks is null there.

    Returns:
        The table.
    """
    columns = COLUMNS[name]
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype(columns)  # type: ignore[arg-type, unused-ignore]


def write_tables(tables: Tables, folder: Path, format: str = "parquet") -> list[Path]:  # noqa: A002
    """Write every table into a folder.

    Args:
        tables: What to write.
        folder: Where to; made if absent.
        format: "parquet", "csv", "jsonl" (one file a table), or "sqlite" (one file, `crossread.sqlite`).

    Returns:
        The files written.

    Raises:
        ValueError: The format is not one of these.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    folder.mkdir(parents=True, exist_ok=True)
    info = folder / INFO
    known: dict[str, Any] = {"title": tables.title, "names_step": tables.names_step}
    if tables.comparisons:
        known["comparisons"] = [comparison.to_dict() for comparison in tables.comparisons]
    if tables.vague:
        known["vague"] = {phrase: list(interval) for phrase, interval in tables.vague.items()}
    info.write_text(json.dumps(known, ensure_ascii=False) + "\n", encoding="utf-8")
    if format == "sqlite":
        return [info, _write_sqlite(tables.frames(), folder / "crossread.sqlite")]
    written = [info]
    for name, frame in tables.frames().items():
        path = folder / f"{name}.{format}"
        if format == "parquet":
            frame.to_parquet(path, index=False)
        elif format == "csv":
            write_csv(frame, path)
        else:
            frame.to_json(path, orient="records", lines=True, force_ascii=False, date_format="iso")
        written.append(path)
    return written


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write one table as CSV that a spreadsheet opens, and in which no cell is a formula."""
    # Excel reads UTF-8 only behind a byte order mark.
    flat = _flat(frame).map(_harmless)
    flat.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")  # so that a lone \r is quoted


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """Go through a table's rows, each with the columns as attributes."""
    yield from frame.itertuples()


def has_tables(folder: Path) -> bool:
    """Tell whether a folder holds tables, of whatever format."""
    return (folder / INFO).is_file() or (folder / "articles.parquet").is_file()


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
        names_step, vague = known.get("names_step", ""), parse_vague(known.get("vague", {}))
        return Tables(known["title"], **frames, names_step=names_step, comparisons=comparisons, vague=vague)
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
