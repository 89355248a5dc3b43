"""Tables to one file: which layout, which columns, and what finds no place in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from crossread.exporting.events import gather_events
from crossread.exporting.layouts import Cell, Evidence, lay_out, quote_sentences
from crossread.exporting.workbook import write_workbook
from crossread.lexicon import load_lexicon
from crossread.measuring.labels import plural
from crossread.table_files import write_csv
from crossread.tables import Tables

FILES = ("csv", "xlsx")
LAYOUTS = (*load_lexicon("coding")["preset"], *FILES)


class ExportError(Exception):
    """What was asked for cannot be exported."""


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """One table in somebody's columns, and in words what finds no place in them."""

    table: pd.DataFrame
    notes: tuple[str, ...] = ()


def export_tables(tables: Tables, layout: str) -> Export:
    """Lay out the incidents of a corpus.

    Args:
        tables: The corpus.
        layout: A name of `LAYOUTS`: the columns of an organisation, a row an event; or "csv" or "xlsx", the table of
            incidents with sources and sentences.

    Returns:
        The table. What no account tells is empty.

    Raises:
        ExportError: The layout is unknown.
    """
    if layout not in LAYOUTS:
        raise ExportError(f"unknown layout {layout!r}: choose one of {', '.join(LAYOUTS)}")
    if layout in FILES:
        return Export(_plain(tables))
    preset, evidence = load_lexicon("coding")["preset"][layout], Evidence(tables)
    rows: list[dict[str, Cell]] = []
    used: set[str] = set()
    events = gather_events(tables.incidents, tables.figures, preset["records"])
    for event in events:
        row, ids = lay_out(event, layout, evidence)
        rows.append(row)
        used |= ids
    told = {row.incident_id for event in events for row in event.rows}
    return Export(_table(rows, preset["columns"]), _notes(tables, layout, len(told), len(told - used)))


def _table(rows: list[dict[str, Cell]], columns: Iterable[str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=list(columns), dtype=object)
    numeric = {column: table[column].map(lambda cell: isinstance(cell, str)).any() for column in table}
    kinds = {column: "string" if text or table[column].isna().all() else "Float64" for column, text in numeric.items()}
    table = table.astype(kinds)  # type: ignore[arg-type, unused-ignore]
    whole = [column for column, kind in kinds.items() if kind == "Float64" and (table[column].dropna() % 1 == 0).all()]
    return table.astype(dict.fromkeys(whole, "Int64"))  # type: ignore[arg-type, unused-ignore]


def _notes(tables: Tables, layout: str, told: int, unplaced: int) -> tuple[str, ...]:
    preset = load_lexicon("coding")["preset"][layout]
    notes = []
    left = len(tables.incidents) - told
    if left:
        notes.append(f"{plural(left, 'row')} of other outcomes than {' and '.join(preset['records'])} left out")
    if unplaced:
        notes.append(f"{plural(unplaced, 'number')} in no column of {preset['name']} (see --as csv)")
    if tables.coding != layout:
        known = f"coded as {tables.coding}" if tables.coding else "not coded as any organisation does"
        notes.append(
            f'these tables are {known}: [coding] preset = "{layout}" in corpus.toml codes them as {layout} does'
        )
    return tuple(notes)


def _plain(tables: Tables) -> pd.DataFrame:
    """The incidents table with the names of the sources, and the sentences."""
    evidence = Evidence(tables)
    rows = []
    for ids in tables.incidents.figure_ids:
        figures = evidence.of(ids)
        names = dict.fromkeys(figures.source.fillna(figures.outlet).fillna(figures.article_id))
        rows.append({"source_names": "; ".join(names), "sentences": "\n".join(quote_sentences(figures))})
    told = pd.DataFrame(rows, columns=["source_names", "sentences"], dtype="string", index=tables.incidents.index)
    table = pd.concat([tables.incidents, told], axis=1)
    dates = table.date.dt.strftime("%Y-%m-%d").astype("string")
    return table.assign(date=dates, figure_ids=table.figure_ids.map("; ".join).astype("string"))


def write_export(export: Export, path: Path) -> None:
    """Write an export as what its file's name ends in says.

    Args:
        export: What to write.
        path: A file that ends in ".csv" or ".xlsx".
    """
    if path.suffix.lower() == ".xlsx":
        write_workbook(export.table, path, "incidents")
    else:
        write_csv(export.table, path)


def choose_file(layout: str, out: Path | None, name: str) -> Path:
    """Decide which file an export goes to.

    Args:
        layout: A name of `LAYOUTS`.
        out: The file that is asked for, None for one beside the work, named by the corpus and the layout.
        name: The name of the folder of tables.

    Returns:
        The file.

    Raises:
        ExportError: It is of another kind than the layout, of an unknown kind, or there already.
    """
    kind = layout if layout in FILES else "csv"
    path = out or Path(f"{name}-incidents.{kind}" if layout in FILES else f"{name}-{layout}.csv")
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FILES or (layout in FILES and ending != layout):
        wanted = f".{layout}" if layout in FILES else ".csv or .xlsx"
        raise ExportError(f"'{path}' does not end in {wanted}: give such a file with --out")
    if path.exists():
        raise ExportError(f"'{path}' exists: give another file with --out, or remove it")
    return path
