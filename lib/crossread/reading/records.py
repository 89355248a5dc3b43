"""JSON lines: one article a line, its text unchanged."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import readable
from crossread.reading.metadata import is_encodable, parse_metadata, parse_text
from crossread.reading.text import MAX_CHARACTERS, TOO_LONG, decode

# JSON may write a character as "\ud83d\ude00", twelve bytes; the rest of a record fits in half as much again.
_MAX_LINE = 18 * MAX_CHARACTERS


def read_jsonl(path: Path, name: str) -> Iterator[Draft | Problem]:
    """Read a file of JSON lines.

    Args:
        path: The file, one JSON object a line, with at least a `text`.
        name: Its path as articles and problems give it.

    Yields:
        A draft for each record, and a problem for each line that is none or lost some of its metadata.
    """
    found = False
    with path.open("rb") as file:
        for number, raw in _read_lines(file):
            if raw is not None and not raw.strip():
                continue
            found = True
            if raw is None:
                yield Problem(name, number, TOO_LONG)
                continue
            try:
                record = _parse_record(raw)
                yield from _read_record(record, readable(path.stem), name, number)
            except ValueError as error:
                yield Problem(name, number, str(error))
    if not found:
        yield Problem(name, None, "no records: the file is empty")


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


def _parse_record(raw: bytes) -> dict[str, object]:
    try:
        record = json.loads(decode(raw.rstrip()))
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("not a record: nested too deeply") from error
    if not isinstance(record, dict):
        raise ValueError(f"not a JSON object but {_describe(record)}")
    return record


def _read_record(record: dict[str, object], stem: str, name: str, number: int) -> Iterator[Draft | Problem]:
    """A draft, and before it the problems that leave the article standing."""
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError(f"no usable text: {_describe(text) if 'text' in record else 'the key is missing'}")
    if len(text) > MAX_CHARACTERS:
        raise ValueError(TOO_LONG)
    if not is_encodable(text):
        raise ValueError("no usable text: it has half a surrogate pair")
    metadata, reasons = parse_metadata(record)
    yield from (Problem(name, number, reason) for reason in reasons)
    given = record.get("id")
    if given is None:
        given = record.get("article_id")
    article_id = "" if given is None else parse_text(given)
    yield Draft(article_id or f"{stem}:{number}", name, metadata, line=number, text=text)


def _describe(value: object) -> str:
    names = {type(None): "null", bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")
