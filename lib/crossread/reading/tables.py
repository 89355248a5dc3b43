"""Tables: CSV and TSV, Parquet, Excel and OpenDocument sheets, an article a row."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from zipfile import ZipFile

from crossread.reading.columns import explain_columns, guess_columns, read_record
from crossread.reading.decoding import decode
from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import MAX_CHARACTERS, File
from crossread.reading.zips import MAX_UNPACKED, check_zip, read_member

_DELIMITERS = ",;\t|"
_FILLED = re.compile(rb'<c\s(?:[^>]*\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_MAX_CELLS = 20_000_000  # which take a gigabyte
_NO_RECORDS = "no records: the table is empty"


def read_csv(file: File) -> Iterator[Draft | Problem]:
    """Read a table of values that commas, semicolons, tabs or bars part."""
    text, note = decode(file.read())
    delimiter = max(_DELIMITERS, key=text[: text.find("\n") % (len(text) + 1)].count)
    before = csv.field_size_limit(MAX_CHARACTERS + 1)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        yield from _read_rows(file, ((rows.line_num, row) for row in rows), note)
    except csv.Error as error:
        yield Problem(file.name, None, f"broken table: {error}")
    finally:
        csv.field_size_limit(before)


def read_sheets(file: File) -> Iterator[Draft | Problem]:
    """Read a workbook of Excel or OpenDocument."""
    from python_calamine import CalamineWorkbook

    with file.open() as stream:
        if file.head().startswith(b"PK"):
            _check_sheets(check_zip(stream))
            stream.seek(0)
        workbook = CalamineWorkbook.from_filelike(stream)
        sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
        filled = [sheet for sheet in sheets if sheet.total_height]
        if not filled:
            yield Problem(file.name, None, _NO_RECORDS)
        for sheet in filled:
            note = f"sheet {sheet.name!r}" if len(filled) > 1 else None
            rows = ([None if cell == "" else cell for cell in row] for row in sheet.iter_rows())
            yield from _read_rows(file, enumerate(rows, start=sheet.start[0] + 1 if sheet.start else 1), note)


def _check_sheets(packed: ZipFile) -> None:
    """Refuse sheets that the library spreads to more cells than memory holds: one filled cell far away is enough."""
    for name in (name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")):
        places = _FILLED.findall(read_member(packed, name, MAX_UNPACKED))
        rows = max((int(row) for _, row in places), default=0)
        columns = max((reduce(lambda n, letter: 26 * n + letter - 64, each, 0) for each, _ in set(places)), default=0)
        if rows * columns > _MAX_CELLS:
            raise ValueError(f"a sheet of {rows:,} rows and {columns:,} columns, more than {_MAX_CELLS:,} cells")


def read_parquet(file: File) -> Iterator[Draft | Problem]:
    """Read a Parquet file."""
    import pyarrow.parquet

    with file.open() as stream:
        try:
            table = pyarrow.parquet.ParquetFile(stream)
        except pyarrow.ArrowException as error:
            raise ValueError(f"broken, or not Parquet: {error}") from error
        names = table.schema_arrow.names
        columns = list(guess_columns(names, file.columns).values())
        if "text" not in guess_columns(names, file.columns):
            yield Problem(file.name, None, explain_columns(names, file.columns))
            return
        number = size = 0
        for batch in table.iter_batches(batch_size=100, columns=columns):  # a text may be packed to nothing
            for record in batch.to_pylist():
                number, size = number + 1, size + sum(len(each) for each in record.values() if isinstance(each, str))
                if size > MAX_UNPACKED:
                    yield Problem(file.name, number, f"not unpacked to its end: more than {MAX_UNPACKED:,} characters")
                    return
                yield from _read_row(file, number, record, None)
        if not number:
            yield Problem(file.name, None, _NO_RECORDS)


def _read_rows(file: File, rows: Iterable[tuple[int, Sequence[object]]], note: str | None) -> Iterator[Draft | Problem]:
    """Rows of cells, the first of them the header."""
    header: list[str] | None = None
    found = False
    for number, cells in rows:
        if not any(cell not in (None, "") for cell in cells):
            continue
        if header is None:
            header = [str(cell or "").strip() for cell in cells]
            if "text" not in guess_columns(header, file.columns):
                yield Problem(file.name, None, explain_columns(header, file.columns))
                return
            continue
        found = True
        if len(cells) > len(header) and any(cell not in (None, "") for cell in cells[len(header) :]):
            yield Problem(file.name, number, f"a row of {len(cells)} cells under a header of {len(header)}")
            continue
        yield from _read_row(file, number, dict(zip(header, cells, strict=False)), note)
    if not found:
        yield Problem(file.name, None, _NO_RECORDS)


def _read_row(file: File, number: int, record: dict[str, object], note: str | None) -> Iterator[Draft | Problem]:
    try:
        yield from read_record(record, file, number, note)
    except ValueError as error:
        yield Problem(file.name, number, str(error))
