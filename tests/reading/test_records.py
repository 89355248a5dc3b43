"""JSON lines: one article a line, its text unchanged."""

import json
from datetime import date

import pytest

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import File
from crossread.reading.metadata import Metadata, parse_metadata
from crossread.reading.records import read_jsonl


def read(tmp_path, raw):
    path = tmp_path / "wire.jsonl"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(read_jsonl(File("wire.jsonl", path)))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"id": "a", "text": "It rained."}', Draft("a", "wire.jsonl", line=1, text="It rained.")),
        ('{"article_id": "a", "text": "It rained."}', Draft("a", "wire.jsonl", line=1, text="It rained.")),
        ('{"id": 7, "text": "It rained."}', Draft("7", "wire.jsonl", line=1, text="It rained.")),
        ('{"id": 0, "article_id": 1, "text": "x"}', Draft("0", "wire.jsonl", line=1, text="x")),
        ('{"text": "It rained."}', Draft("wire:1", "wire.jsonl", line=1, text="It rained.")),
        ('{"id": " ", "text": "It rained."}', Draft("wire:1", "wire.jsonl", line=1, text="It rained.")),
        ('\ufeff{"id": "a", "text": "x"}', Draft("a", "wire.jsonl", line=1, text="x")),
        (
            '{"id": "a", "text": " Share this\\n\\n\\u2014 x ", "unknown": [1]}',
            Draft("a", "wire.jsonl", line=1, text=" Share this\n\n— x "),
        ),
        (
            '{"id": "a", "text": "x", "title": " T ", "outlet": "O", "author": "", "url": null, "story": 3,'
            ' "language": "en-GB", "published": "2014-06-24T23:30:00Z"}',
            Draft("a", "wire.jsonl", Metadata("T", "O", None, None, date(2014, 6, 24), "en", "3"), 1, "x"),
        ),
    ],
)
def test_record(tmp_path, line, expected):
    assert read(tmp_path, line) == [expected]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON: Expecting property name enclosed in double quotes at column 2"),
        (b"[1]", "not a JSON object but a list"),
        (b"null", "not a JSON object but null"),
        (b"{}", "no usable text: the key is missing"),
        (b'{"text": 5}', "no usable text: a number"),
        (b'{"text": null}', "no usable text: null"),
        (b'{"text": "\\ud800"}', "no usable text: it has half a surrogate pair"),
        (b'{"id": [1], "text": "x"}', "[1] is not a text"),
        (b'{"text": "a\0"}', "not text: a NUL byte at 11"),
        (b"[" * 100_000, "not a record: nested too deeply"),
    ],
    ids=range(10),
)
def test_bad_line_does_not_lose_the_rest(tmp_path, line, reason):
    good = b'{"id": "a", "text": "x"}'
    found = read(tmp_path, b"\n" + line + b"\n \n" + good)
    assert found == [Problem("wire.jsonl", 2, reason), Draft("a", "wire.jsonl", line=4, text="x")]


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("published", "24 June", "published left out: '24 June' is not an ISO date such as 2014-06-24"),
        ("published", 2014, "published left out: 2014 is not an ISO date such as 2014-06-24"),
        ("outlet", ["a"], "outlet left out: ['a'] is not a text"),
        ("outlet", True, "outlet left out: True is not a text"),
        ("author", "\ud800", "author left out: '\\ud800' has half a surrogate pair"),
        ("language", "Jibberish", "language left out: 'Jibberish' is not a language code such as 'en'"),
        ("url", {"x": "y" * 90}, "url left out: {'x': '" + "y" * 50 + "... is not a text"),
    ],
)
def test_bad_metadata_does_not_lose_the_article(tmp_path, key, value, reason):
    found = read(tmp_path, json.dumps({"id": "a", "text": "x", key: value}))
    assert found == [Problem("wire.jsonl", 1, reason), Draft("a", "wire.jsonl", line=1, text="x")]


@pytest.mark.parametrize("raw", ["", "\n\n", " \r\n"])
def test_empty_file(tmp_path, raw):
    assert read(tmp_path, raw) == [Problem("wire.jsonl", None, "no records: the file is empty")]


def test_long_lines_are_skipped_without_being_held(tmp_path, monkeypatch):
    monkeypatch.setattr("crossread.reading.records._MAX_LINE", 50)
    found = read(tmp_path, '{"text": "' + "x" * 200 + '"}\n{"id": "a", "text": "x"}')
    assert [(type(item), item.line) for item in found] == [(Problem, 1), (Draft, 2)]


def test_long_texts_are_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr("crossread.reading.columns.MAX_CHARACTERS", 5)
    found = read(tmp_path, '{"id": "a", "text": "123456"}\n{"id": "b", "text": "12345"}')
    assert [(type(item), item.line) for item in found] == [(Problem, 1), (Draft, 2)]


def test_metadata_over_another():
    own = Metadata(title="A", outlet="O", inferred=("title",))
    other = Metadata(title="B", outlet="P", author="Q", story="s", inferred=("outlet", "author"))
    assert own.over(other) == Metadata(title="A", outlet="O", author="Q", story="s", inferred=("title", "author"))
    assert Metadata().over(other) == other
    assert other.over(Metadata()) == other


def test_metadata_ignores_what_it_does_not_know():
    assert parse_metadata({"id": "a", "event_place": ["x"]}) == (Metadata(), [])
