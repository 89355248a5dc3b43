"""JSON: an article a line, or a list of articles, their texts unchanged."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from crossread.reading.columns import describe, read_record
from crossread.reading.decoding import decode
from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import MAX_CHARACTERS, TOO_LONG, File

# JSON may write a character as "\ud83d\ude00", twelve bytes; the rest of a record fits in half as much again.
_MAX_LINE = 18 * MAX_CHARACTERS
_EMPTY = "no records: the file is empty"


def read_jsonl(file: File) -> Iterator[Draft | Problem]:
    """Read a file of JSON lines."""
    if file.head().startswith((b"\xff\xfe", b"\xfe\xff")):  # lines of two bytes a character cannot be cut one by one
        text, note = decode(file.read())
        file = File(file.name, content=text.encode(), metadata=file.metadata, columns=file.columns)
    else:
        note = None
    found = False
    with file.open() as stream:
        for number, raw in _read_lines(stream):
            if raw is not None and not raw.strip():
                continue
            found = True
            if raw is None:
                yield Problem(file.name, number, TOO_LONG)
                continue
            try:
                text, encoding = decode(raw.rstrip())
                yield from read_record(_parse_record(text), file, number, encoding or note)
            except ValueError as error:
                yield Problem(file.name, number, str(error))
    if not found:
        yield Problem(file.name, None, _EMPTY)


def read_json(file: File) -> Iterator[Draft | Problem]:
    """Read a JSON file."""
    text, note = decode(file.read())
    if not text.strip():
        yield Problem(file.name, None, _EMPTY)
        return
    try:
        records = _find_records(_parse(text))
    except ValueError as error:
        if "Extra data" not in str(error):
            raise
        yield from read_jsonl(file)  # JSON lines by another name
        return
    for number, record in enumerate(records, start=1):
        try:
            if not isinstance(record, dict):
                raise ValueError(f"not a JSON object but {describe(record)}")
            yield from read_record(record, file, number, note)
        except ValueError as error:
            yield Problem(file.name, number, str(error))
    if not records:
        yield Problem(file.name, None, "no records: the list is empty")


def _find_records(value: object) -> list[object]:
    """The list itself, the longest list of objects in an object, its values by id, or the object alone."""
    if not isinstance(value, dict):
        return value if isinstance(value, list) else [value]
    lists = [each for each in value.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
    if not any(isinstance(each, str) and len(each) > 200 for each in value.values()) and lists:
        return max(lists, key=len)
    if value and all(isinstance(each, dict) for each in value.values()):
        return [{"id": key, **each} for key, each in value.items()]
    return [value]


def _read_lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is too long to be held in memory."""
    number = 0
    while line := file.readline(_MAX_LINE):
        number += 1
        if len(line) < _MAX_LINE or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_MAX_LINE)
        yield number, None


def _parse_record(text: str) -> dict[str, object]:
    record = _parse(text)
    if not isinstance(record, dict):
        raise ValueError(f"not a JSON object but {describe(record)}")
    return record


def _parse(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise ValueError(f"not JSON: {error.msg} at {place}") from error
    except RecursionError as error:
        raise ValueError("not a record: nested too deeply") from error
