"""Incidents in the columns of those who record casualties."""

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from crossread.exporting import LAYOUTS, Export, ExportError, export_tables, write_export
from crossread.exporting.events import gather_events, group_of
from crossread.exporting.export import choose_file
from crossread.lexicon import load_lexicon
from crossread.tables import COLUMNS, Tables, make_table

PRESETS = load_lexicon("coding")["preset"]
TEXT = "Nine people died. Eight civilians were hurt."
ROW = {"story": "s", "event": "explosion", "date": "2021-03-04", "date_precision": "day", "place": "p"}
ROW |= {"place_name": "Port", "country": "Chile", "outcome": "killed", "counted": "people", "unit": "", "sources": 2}
ROW |= {"low": 7.0, "best": 8.0, "high": 9.0, "articles": 2, "accounts": 2}


def tables_of(*rows, figures=(), coding=""):
    """Tables of rows that differ from ROW, each with a figure of its own, and more figures."""
    incidents, known = [], list(figures)
    for number, row in enumerate(rows, start=1):
        row = {"incident_id": f"s:{number}", "figure_ids": [f"a:{number}"], **ROW, **row}
        incidents.append(row)
        known += [
            {
                "figure_id": name,
                "article_id": "a",
                "sentence_start": number,
                "sentence_end": 17,
                "source": "the mayor",
                "cause": "bomb",
            }
            for name in row["figure_ids"]
        ]
    articles = [{"article_id": "a", "title": "=Blast", "outlet": "Echo", "text": TEXT, "published": "2021-03-05"}]
    frames = {"articles": articles, "figures": known, "incidents": incidents}
    return Tables("T", **{name: make_table(name, frames.get(name, [])) for name in COLUMNS}, coding=coding)


def exported(layout, *rows, **more):
    return export_tables(tables_of(*rows, **more), layout).table.replace({pd.NA: None}).to_dict("records")


def told(row):
    return {column: value for column, value in row.items() if value is not None}


@pytest.mark.parametrize("layout", PRESETS)
def test_columns_are_the_organisations(layout):
    assert list(export_tables(tables_of(), layout).table) == list(PRESETS[layout]["columns"])
    assert list(export_tables(tables_of({}), layout).table) == list(PRESETS[layout]["columns"])


def test_acled_takes_the_lowest_number_and_leaves_the_rest_empty():
    (row,) = exported("acled", {})
    assert told(row) == {
        "event_date": "2021-03-04",
        "year": 2021,
        "time_precision": 1,
        "country": "Chile",
        "location": "Port",
        "source": "the mayor",
        "notes": TEXT[1:17],
        "fatalities": 7,
    }


def test_ucdp():
    (row,) = exported("ucdp", {"date_precision": "days"}, {"counted": "civilians", "low": 3, "best": 4, "high": 5})
    assert told(row) == {
        "year": 2021,
        "number_of_sources": 2,
        "source_article": "a",
        "source_office": "Echo",
        "source_date": "2021-03-05",
        "source_headline": "=Blast",
        "source_original": "the mayor",
        "where_coordinates": "Port",
        "country": "Chile",
        "date_prec": 2,
        "date_start": "2021-03-04",
        "deaths_civilians": 4,
        "deaths_unknown": 8,
        "best": 8,
        "high": 9,
        "low": 7,
    }


PART = {"figure_id": "a:50", "article_id": "a", "part_of": "a:1", "outcome": "killed", "counted": "children"}


def test_airwars():
    rows = [
        {"counted": "civilians"},
        {"counted": "civilians", "outcome": "injured", "low": 12, "high": 24},
        {"counted": "fighters", "low": 2, "high": 3},
    ]
    part = {**PART, "bound": ">=", "low": 2, "value": 2, "sentence_start": 0, "sentence_end": 17}
    (row,) = exported("airwars", *rows, figures=[part])
    assert told(row) == {
        "incident_id": "s:1",
        "date": "2021-03-04",
        "place": "Port",
        "country": "Chile",
        "civilians_killed_min": 7,
        "civilians_killed_max": 9,
        "civilians_injured_min": 12,
        "civilians_injured_max": 24,
        "militants_killed_min": 2,
        "militants_killed_max": 3,
        "children_killed_min": 2,
        "children_killed_max": 2,
        "sources": "the mayor",
    }


def test_ibc():
    (row,) = exported("ibc", {}, {"outcome": "injured", "counted": "residents", "low": 1, "high": 2})
    assert told(row) == {
        "start_date": "2021-03-04",
        "location": "Port",
        "weapons": "bomb",
        "deaths_min": 7,
        "deaths_max": 9,
        "injuries_min": 1,
        "injuries_max": 2,
        "sources": "the mayor",
    }


@pytest.mark.parametrize(
    ("layout", "rows", "empty"),
    [
        (
            "airwars",
            [{}],
            ["civilians_killed_min", "civilians_killed_max", "militants_killed_max"],
        ),  # of whom it is untold
        ("acled", [{"counted": "soldiers"}, {"counted": "civilians"}], ["fatalities"]),  # no account adds them up
        ("acled", [{"date_precision": "published"}], ["event_date", "year", "time_precision"]),
        ("acled", [{"date_precision": "year"}], ["time_precision"]),
        ("ucdp", [{"low": None}], ["low"]),
        ("ibc", [{"counted": "soldiers"}], ["deaths_min", "deaths_max"]),
    ],
)
def test_nothing_is_guessed(layout, rows, empty):
    (row,) = exported(layout, *rows)
    assert [column for column in empty if row[column] is not None] == []


def test_notes_tell_what_finds_no_place():
    rows = [{}, {"outcome": "displaced"}, {"counted": "civilians", "outcome": "injured"}]
    assert export_tables(tables_of(*rows), "airwars").notes == (
        "1 row of other outcomes than killed and injured left out",
        "1 number in no column of Airwars (see --as csv)",
        'these tables are not coded as any organisation does: [coding] preset = "airwars" in corpus.toml codes them as'
        " airwars does",
    )
    assert export_tables(tables_of({"counted": "civilians"}, coding="airwars"), "airwars").notes == ()
    (note,) = export_tables(tables_of({}, coding="airwars"), "acled").notes
    assert note.startswith("these tables are coded as airwars: ")


EVENTS = [  # rows that differ from ROW; how many events they are
    ([{}, {"outcome": "injured"}], 1),
    ([{}, {"event": "", "place_name": "", "outcome": "injured"}], 1),
    ([{}, {"event": "fire"}], 2),
    ([{}, {"place_name": "Hill"}], 2),
    ([{}, {"date": "2021-03-05"}], 2),
    ([{}, {"date": "2021-03-05", "date_precision": "published"}], 1),
    ([{}, {"story": "other"}], 2),
    ([{}, {"place_name": "Hill", "figure_ids": ["a:1"]}], 1),  # one sentence tells both
    ([{"unit": "percent"}, {"outcome": "displaced"}], 0),
]


@pytest.mark.parametrize(("rows", "events"), EVENTS)
def test_events(rows, events):
    tables = tables_of(*rows)
    found = gather_events(tables.incidents, tables.figures.drop_duplicates("figure_id"), ["killed", "injured"])
    assert len(found) == events


@pytest.mark.parametrize(
    ("counted", "group"),
    [
        ("small children", "children"),
        ("women", "women"),
        ("armed fighters", "militants"),
        ("residents", "civilians"),
        ("soldiers", "forces"),
        ("members", "people"),
        ("", "people"),
    ],
)
def test_groups(counted, group):
    assert group_of(counted) == group


def test_a_plain_export_has_sources_and_sentences():
    figure = {"figure_id": "a:1", "article_id": "a", "sentence_start": 0, "sentence_end": 17}
    tables = tables_of()
    tables.figures.loc[0, list(figure)] = list(figure.values())
    incidents = make_table("incidents", [{**ROW, "incident_id": "s:1", "figure_ids": ["a:1"]}])
    frames = tables.frames() | {"incidents": incidents}
    (row,) = export_tables(Tables("T", **frames), "csv").table.to_dict("records")
    assert (row["source_names"], row["sentences"], row["date"], row["best"]) == (
        "Echo",
        "Nine people died.",
        "2021-03-04",
        8,
    )
    assert row["figure_ids"] == "a:1"


def test_an_unknown_layout():
    with pytest.raises(ExportError, match="unknown layout 'gtd': choose one of acled, ucdp, airwars, ibc, csv, xlsx"):
        export_tables(tables_of(), "gtd")


CELLS = {"text": ["=1+1", None, "a\x00b <&> é"], "number": [3, 4.5, None]}


def test_a_workbook_reads_back(tmp_path):
    table = pd.DataFrame(CELLS).astype({"text": "string", "number": "Float64"})
    write_export(Export(table), tmp_path / "a.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("incidents")
    assert sheet.to_python() == [["text", "number"], ["=1+1", 3.0], ["", 4.5], ["ab <&> é", ""]]


def test_no_cell_is_a_formula(tmp_path):
    for kind in ("csv", "xlsx"):
        write_export(export_tables(tables_of({}), "ucdp"), tmp_path / f"a.{kind}")
    assert ",'=Blast," in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    table = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert "=Blast" in table[1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_written(layout, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = choose_file(layout, None, "corpus")
    assert path.name == {"csv": "corpus-incidents.csv", "xlsx": "corpus-incidents.xlsx"}.get(
        layout, f"corpus-{layout}.csv"
    )
    write_export(export_tables(tables_of({}), layout), path)
    assert path.stat().st_size > 0


@pytest.mark.parametrize(
    ("layout", "name", "message"),
    [
        ("acled", "a.txt", "'a.txt' does not end in .csv or .xlsx: give such a file with --out"),
        ("xlsx", "a.csv", "'a.csv' does not end in .xlsx: give"),
        ("acled", "there.csv", "'there.csv' exists: give another file with --out, or remove it"),
    ],
)
def test_files_that_cannot_be(layout, name, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.csv").touch()
    with pytest.raises(ExportError, match=message):
        choose_file(layout, tmp_path.__class__(name), "corpus")
