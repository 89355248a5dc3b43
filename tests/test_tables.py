"""The tables: their columns, and that every format holds what was written."""

import csv
import dataclasses
import errno
import json
import math
import sqlite3

import pandas as pd
import pytest

from crossread.marks import OutputError
from crossread.table_files import FORMATS, TablesError, has_tables, read_tables, write_tables
from crossread.tables import COLUMNS, Tables, make_table

# The columns of the contract, in its order; what the library has beyond it is named in EXTRA.
CONTRACT = {
    "articles": "article_id title outlet author url published text language words story duplicate_of path",
    "figures": "figure_id article_id start end phrase number_start number_end bound low high value trend kind unit "
    "counted counted_class outcome part_of source source_start source_end source_entity actor place hedge "
    "sentence_start sentence_end in_title",
    "mentions": "article_id start end text type entity_id",
    "entities": "entity_id name type aliases mentions articles",
    "problems": "path line reason",
    "incidents": "incident_id story event date date_precision place place_name country outcome counted unit low best"
    " high accounts sources articles contested superseded figure_ids rule",
}
EXTRA = {
    "articles": ["inferred", "agency", "section", "note"],
    "figures": [
        *("antecedent_start", "antecedent_end", "stance", "via", "source_class", "source_body", "rules", "cause"),
        *("day", "other_day", "region", "reach", "excluded", "spoken_of", "moved_from", "targets"),
        *("scene_start", "scene_end", "role"),
    ],
    "mentions": ["sentence_start", "sentence_end", "preposition", "speaks_for", "dead", "age", "sex"],
    "entities": [],
    "problems": [],
    "incidents": ["called", "developed"],
}

# A spreadsheet runs a cell that begins like one of these.
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


@pytest.fixture
def tables():
    article = {"article_id": "a", "title": "=cmd|' /C calc'!A0", "published": "2015-03-02", "words": 2}
    figure = {
        "figure_id": "a:0",
        "start": 0,
        "end": 7,
        "bound": ">",
        "low": 1000.0,
        "in_title": True,
        "phrase": "über 1",
    }
    return Tables(
        title="Ärger, “quoted”",
        articles=make_table(
            "articles", [{**article, "text": "A line,\n\nanother “line”."}, {"article_id": "b", "text": ""}]
        ),
        figures=make_table("figures", [figure, {"figure_id": "a:9", "bound": "=", "in_title": False}]),
        mentions=make_table("mentions", [{"article_id": "a", "start": 1, "end": 2, "text": "@x", "type": "PER"}]),
        entities=make_table("entities", [{"entity_id": "x", "aliases": ["X", "=É"], "mentions": 1}]),
        variants=make_table("variants", [{"entity_id": "x", "form": "=É", "mentions": 1, "reason": "spelling: X"}]),
        quotes=make_table("quotes", [{"quote_id": "a:4", "article_id": "a", "source": "-x", "cue": "said"}]),
        furniture=make_table("furniture", [{"article_id": "a", "paragraph": 3, "reason": "r", "text": "- Share"}]),
        problems=make_table("problems", []),
        corrections=make_table("corrections", [{"action": "drop", "what": "-x", "mentions": 1}]),
        incidents=make_table("incidents", [{"incident_id": "s:1", "date": "2015-03-02", "figure_ids": ["a:0", "a:9"]}]),
        names_step="“own”",
        vague={"a few": (2.0, 5.0)},
    )


@pytest.fixture
def empty():
    return Tables("nothing", *(make_table(name, []) for name in COLUMNS))


@pytest.mark.parametrize("name", CONTRACT)
def test_columns(name):
    assert list(COLUMNS[name]) == CONTRACT[name].split() + EXTRA[name]


def test_table_names():
    assert set(COLUMNS) == {*CONTRACT, "variants", "quotes", "furniture", "corrections"}
    assert [field.name for field in dataclasses.fields(Tables)] == [
        "title",
        *COLUMNS,
        "names_step",
        "comparisons",
        "guesses",
        "vague",
        "coding",
    ]


@pytest.mark.parametrize("name", COLUMNS)
def test_make_table_has_columns_and_types(name):
    for rows in ([], [{}]):
        table = make_table(name, rows)
        assert list(table.columns) == list(COLUMNS[name])
        assert {column: str(kind) for column, kind in table.dtypes.items()} == COLUMNS[name]
        assert len(table) == len(rows)
        assert table.isna().all(axis=None)


def test_frames_and_summary(tables):
    assert list(tables.frames()) == list(COLUMNS)
    assert str(tables) == (
        "Ärger, “quoted”: 2 articles, 2 figures, 1 mention, 1 entity, 1 piece of discarded page text, 1 correction"
    )


def assert_same(first, second):
    assert (first.title, first.names_step, first.vague) == (second.title, second.names_step, second.vague)
    for name, frame in first.frames().items():
        other = second.frames()[name]
        for column in {"aliases", "figure_ids"} & {*frame}:
            assert [list(cell) for cell in frame[column]] == [list(cell) for cell in other[column]]
            frame, other = frame.drop(columns=column), other.drop(columns=column)
        pd.testing.assert_frame_equal(frame, other)


def test_parquet(tables, tmp_path):
    written = write_tables(tables, tmp_path / "new" / "folder")
    assert [path.name for path in written] == ["crossread.json", *(f"{name}.parquet" for name in COLUMNS)]
    assert all(path.is_file() for path in written)
    assert_same(tables, read_tables(tmp_path / "new" / "folder"))


def test_parquet_empty(empty, tmp_path):
    write_tables(empty, tmp_path)
    assert_same(empty, read_tables(tmp_path))


def test_writing_again_replaces_every_format(tables, empty, tmp_path):
    for format_name in (*FORMATS, "parquet"):
        write_tables(tables, tmp_path / "out", format_name)
        written = write_tables(empty, tmp_path / "out", format_name)
        assert sorted((tmp_path / "out").iterdir()) == sorted(written)
    assert_same(empty, read_tables(tmp_path / "out"))


def test_what_stands_beside_tables_stays(empty, tmp_path):
    (tmp_path / "notes.csv").write_text("x")
    with pytest.raises(OutputError, match="is not a folder of tables"):
        write_tables(empty, tmp_path)


def test_a_half_written_folder_is_no_folder_of_tables(tables, tmp_path, monkeypatch):
    write_tables(tables, tmp_path / "out")
    monkeypatch.setattr(pd.DataFrame, "to_parquet", lambda *_, **__: fill_the_disk())
    with pytest.raises(OSError, match="No space left"):
        write_tables(tables, tmp_path / "out")
    with pytest.raises(OSError, match="No space left"):
        write_tables(tables, tmp_path / "other")
    assert_same(tables, read_tables(tmp_path / "out"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def fill_the_disk():
    raise OSError(errno.ENOSPC, "No space left on device")


def test_csv(tables, tmp_path):
    write_tables(tables, tmp_path, "csv")
    frame = pd.read_csv(tmp_path / "figures.csv", dtype=COLUMNS["figures"])
    assert list(frame.columns) == list(COLUMNS["figures"])
    assert list(frame.low) == [1000.0, pd.NA]
    assert list(frame.start) == [0, pd.NA]
    assert list(frame.in_title) == [True, False]
    assert list(frame.bound) == [">", "'="]
    articles = pd.read_csv(tmp_path / "articles.csv")
    assert list(articles.published) == ["2015-03-02", pytest.approx(math.nan, nan_ok=True)]
    assert articles.text[0] == "A line,\n\nanother “line”."
    entities = pd.read_csv(tmp_path / "entities.csv")
    assert [json.loads(cell) for cell in entities.aliases] == [["X", "=É"]]


def test_csv_is_read_by_excel_as_utf8(tables, tmp_path):
    write_tables(tables, tmp_path, "csv")
    assert (tmp_path / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("formula", FORMULAS, ids=repr)
def test_no_cell_of_a_csv_starts_a_formula(formula, empty, tmp_path):
    texts = [column for column, kind in COLUMNS["articles"].items() if kind == "string"]
    articles = make_table("articles", [dict.fromkeys(texts, formula)])
    write_tables(dataclasses.replace(empty, articles=articles), tmp_path, "csv")
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert {row[column] for column in texts} == {f"'{formula}"}


def test_a_line_inside_a_cell_starts_no_formula(empty, tmp_path):
    text = "a\r=1"
    write_tables(dataclasses.replace(empty, articles=make_table("articles", [{"text": text}])), tmp_path, "csv")
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert [row["text"] for row in csv.DictReader(lines)] == [text]


def test_a_number_below_zero_is_no_formula(empty, tmp_path):
    figures = make_table("figures", [{"figure_id": "a:0", "low": -5.0}])
    write_tables(dataclasses.replace(empty, figures=figures), tmp_path, "csv")
    assert list(pd.read_csv(tmp_path / "figures.csv").low) == [-5.0]


def test_jsonl(tables, tmp_path):
    write_tables(tables, tmp_path, "jsonl")
    for name, columns in COLUMNS.items():
        lines = (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line]
        assert len(rows) == len(tables.frames()[name])
        assert all(list(row) == list(columns) for row in rows)
    text = (tmp_path / "entities.jsonl").read_text(encoding="utf-8")
    assert json.loads(text)["aliases"] == ["X", "=É"]
    assert "É" in text
    first, second = (
        json.loads(line) for line in (tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    )
    assert first["published"].startswith("2015-03-02")
    assert first["title"] == tables.articles.title[0]
    assert second["published"] is None


def test_sqlite(tables, tmp_path):
    written = write_tables(tables, tmp_path, "sqlite")
    assert [path.name for path in written] == ["crossread.json", "crossread.sqlite"]
    with sqlite3.connect(tmp_path / "crossread.sqlite") as database:
        for name, columns in COLUMNS.items():
            cursor = database.execute(f"SELECT * FROM {name}")
            assert [column[0] for column in cursor.description] == list(columns)
            assert len(cursor.fetchall()) == len(tables.frames()[name])
        rows = database.execute("SELECT start, bound, low, high, in_title FROM figures").fetchall()
        assert rows == [(0, ">", 1000.0, None, 1), (None, "=", None, None, 0)]
        assert database.execute("SELECT published FROM articles").fetchall() == [("2015-03-02",), (None,)]
        assert json.loads(database.execute("SELECT aliases FROM entities").fetchone()[0]) == ["X", "=É"]


@pytest.mark.parametrize("format_name", FORMATS)
def test_empty_tables_can_be_written(format_name, empty, tmp_path):
    assert all(path.is_file() for path in write_tables(empty, tmp_path, format_name))


@pytest.mark.parametrize("format_name", ["excel", "", "CSV", "Parquet "])
def test_unknown_format(format_name, empty, tmp_path):
    with pytest.raises(ValueError, match=rf"unknown format '{format_name}'.*parquet, csv, jsonl, sqlite"):
        write_tables(empty, tmp_path / "out", format_name)
    assert not (tmp_path / "out").exists()


def test_has_tables(empty, tmp_path):
    assert not has_tables(tmp_path)
    write_tables(empty, tmp_path)
    assert has_tables(tmp_path)


@pytest.mark.parametrize("name", COLUMNS)
def test_missing_table(name, empty, tmp_path):
    write_tables(empty, tmp_path)
    (tmp_path / f"{name}.parquet").unlink()
    with pytest.raises(TablesError, match=rf"no table '{name}\.parquet'"):
        read_tables(tmp_path)


def test_missing_column(empty, tmp_path):
    write_tables(empty, tmp_path)
    empty.figures.drop(columns=["low", "hedge"]).to_parquet(tmp_path / "figures.parquet")
    with pytest.raises(TablesError, match=r"figures\.parquet' lacks low, hedge"):
        read_tables(tmp_path)


def test_more_columns_are_welcome(tables, tmp_path):
    write_tables(tables, tmp_path)
    tables.figures.assign(note="x").to_parquet(tmp_path / "figures.parquet")
    assert list(read_tables(tmp_path).figures.note) == ["x", "x"]


def test_folder_without_a_title(empty, tmp_path):
    write_tables(empty, tmp_path / "found")
    (tmp_path / "found" / "crossread.json").unlink()
    assert read_tables(tmp_path / "found").title == "found"
