"""The page of changes, and the earlier report that it is about."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from tests.conftest import MakeNotebook
from tests.linking.runs import figure, run
from tests.reporting.test_report import Links, broken

from crossread.linking.changes import find_changes
from crossread.reporting.changes import SHOWN, Earlier, Since, list_changes, read_earlier, tell_changes, write_changes
from crossread.reporting.report import Report, write_report
from crossread.table_files import TablesError, write_tables

LINE = "The army said that 25 people died in Homs."
DEAD = figure("25 people", 25.0)


def since(old, new, **known):
    return Since(Earlier(**{"name": "old", "made": None, "tables": old} | known), find_changes(old, new))


def page_of(old, new, folder: Path, **known) -> str:
    write_changes(since(old, new, **known), new, folder, {"changes": "What changed"})
    return (folder / "changes.html").read_text(encoding="utf-8")


def test_sentences():
    old = run(("a", LINE, {"figures": [DEAD]}), ("b", "A bridge fell.", {"names": {"bridge": "bridge"}}))
    text = "The army said that 25 people fled.\nOfficials counted 30 people."
    new = run(
        ("a", text, {"figures": [DEAD, figure("30 people", 30.0)]}),
        ("c", "It rained.", {}),
        ("d", "It snowed.", {"names": {"It": "it"}}),
    )
    assert tell_changes(find_changes(old, new)) == [
        "In one group of comparable claims the numbers moved.",
        "Of the articles 2 are new, 1 has another text and 1 is gone.",
        "Of the figures 1 stands in a sentence that was reworded and 1 is new.",
        "Of the names 1 is new and 1 is gone.",
    ]
    assert tell_changes(find_changes(old, old)) == []


def test_a_listing_tells_what_is_read_otherwise_and_what_it_was():
    old = run(("a", LINE, {"figures": [DEAD]}))
    new = run(("a", LINE, {"figures": [{**DEAD, "outcome": "injured", "bound": ">=", "high": None, "source": "army"}]}))
    (listing,) = list_changes(find_changes(old, new), old, new)["figures"]
    assert listing.heading == "1 figure is read otherwise"
    figure_cell, otherwise, *_ = listing.rows[0]
    assert figure_cell.href == "articles/a.html#figure-19"
    assert otherwise.lines == [
        "reading 25 or more · people · injured, was 25 · people · killed",
        "outcome injured, was killed",
        "source army, was none",
    ]


def test_what_is_gone_is_text_and_what_is_there_is_linked(tmp_path: Path):
    old = run(
        ("a", f"{LINE}\nThen 7 people fled.", {"figures": [DEAD, figure("7 people", 7.0, kind="age")]}), ("b", "B.", {})
    )
    new = run(("a", LINE, {"figures": [DEAD]}), ("c", LINE, {"figures": [DEAD]}))
    page = page_of(old, new, tmp_path)
    assert "Then 7 people fled." in page
    targets = Links(tmp_path / "changes.html").targets
    assert {target for target in targets if target.startswith("articles/")} == {
        "articles/a.html",
        "articles/c.html",
        "articles/c.html#figure-19",
    }


def test_long_lists_are_cut_and_whole_in_their_file(tmp_path: Path):
    new = run(*((f"a{n}", f"{LINE} Day {n}.", {"figures": [DEAD], "outlet": "=1+1"}) for n in range(SHOWN + 3)))
    page = page_of(run(), new, tmp_path)
    assert page.count("The army said") == SHOWN
    assert page.count("3 more are in the file") == 2
    for name, count in (("articles", SHOWN + 3), ("figures", SHOWN + 3), ("names", 0), ("tolls", 0)):
        rows = pd.read_csv(tmp_path / "changes" / f"{name}.csv")
        assert len(rows) == count
        assert not rows.map(lambda cell: str(cell).startswith("=")).any(axis=None)


def test_headings_are_in_order_and_text_is_escaped(tmp_path: Path):
    hostile = "<script>25</script> & people"
    new = run(("<b>", f"{LINE} {hostile}", {"figures": [DEAD], "outlet": hostile, "title": hostile}))
    page = page_of(run(), new, tmp_path, name="<i>")
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert page.count("<h1>") == 1
    assert page.index("<h1>") < page.index("<h2>") < page.index("<h3>")
    assert page.count("<th") - page.count("<thead") == page.count('scope="')


def test_it_says_so_where_nothing_changed_or_the_corpus_is_another(tmp_path: Path):
    same = run(("a", LINE, {"figures": [DEAD]}))
    made = datetime(2026, 11, 12, 8, 5, tzinfo=UTC)
    page = page_of(same, same, tmp_path, made=made)
    assert "of 12 November 2026, 08:05 UTC:\nnothing changed." in page
    assert "another corpus" not in page
    shutil.rmtree(tmp_path / "changes")
    assert "another corpus" in page_of(same, run(title="U"), tmp_path)


def test_an_earlier_run_is_a_report_or_tables(tmp_path: Path):
    tables = run(("a", LINE, {"figures": [DEAD]}))
    report = tmp_path / "monday"
    write_tables(tables, report / "tables")
    assert (read_earlier(report / "tables").name, read_earlier(report).made) == ("tables", None)
    (report / "report.json").write_text('{"made": "2026-11-12T08:05:00+00:00"}')
    for folder in (report, report / "tables"):
        earlier = read_earlier(folder)
        assert (earlier.name, earlier.made) == ("monday", datetime(2026, 11, 12, 8, 5, tzinfo=UTC))
        assert str(find_changes(earlier.tables, tables)) == "nothing changed"


BROKEN = [
    ("no file", lambda tables: (tables / "figures.parquet").unlink(), "no table 'figures.parquet'"),
    ("not Parquet", lambda tables: (tables / "mentions.parquet").write_text("x"), "mentions.parquet' cannot be read"),
    ("not JSON", lambda tables: (tables / "crossread.json").write_text("{"), "holds no report and no tables"),
    (
        "no title",
        lambda tables: (tables / "crossread.json").write_text('{"crossread": "0"}'),
        "crossread.json' cannot be read",
    ),
    ("no tables", shutil.rmtree, "holds no report and no tables"),
    (
        "of an older version",
        lambda tables: (
            pd.read_parquet(tables / "figures.parquet").drop(columns="stance").to_parquet(tables / "figures.parquet")
        ),
        "lacks stance: write it anew",
    ),
    (
        "other values",
        lambda tables: (
            pd.read_parquet(tables / "figures.parquet").assign(low="x").to_parquet(tables / "figures.parquet")
        ),
        "holds other values",
    ),
]


@pytest.mark.parametrize(("spoil", "message"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_run_is_refused_by_name(spoil, message, tmp_path: Path):
    write_tables(run(("a", LINE, {"figures": [DEAD]})), tmp_path / "monday" / "tables")
    spoil(tmp_path / "monday" / "tables")
    with pytest.raises(TablesError, match="monday") as raised:
        read_earlier(tmp_path / "monday")
    assert message in str(raised.value)


def test_a_report_tells_what_changed_since_the_one_that_it_replaces(
    corpus: Path, tmp_path: Path, make_notebook: MakeNotebook
):
    make_notebook("one", "1 + 1")
    out = tmp_path / "out"
    first = write_report(corpus, out, quiet=True)
    assert first.since is None
    assert not (out / "changes.html").exists()
    edited = next(path for path in corpus.glob("*.txt") if "30,000" in path.read_text(encoding="utf-8"))
    edited.write_text(edited.read_text(encoding="utf-8").replace("30,000", "40,000"), encoding="utf-8")
    report = write_report(corpus, out, since=out, quiet=True)
    assert report.since is not None
    assert report.since.changes.counts()["figures"]["edited"] > 0
    assert report.since.changes.counts()["articles"] == {"changed": 1}
    assert broken(report) == []
    index = (out / "index.html").read_text(encoding="utf-8")
    assert "Of the articles 1 has another text." in index
    mark = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert mark["since"] == "out"
    assert str(tmp_path) not in (out / "changes.html").read_text(encoding="utf-8") + json.dumps(mark)
    again = write_report(corpus, out, since=out, quiet=True)
    assert str(again.since and again.since.changes) == "nothing changed"
    assert "nothing changed." in (out / "index.html").read_text(encoding="utf-8")


def test_a_report_that_is_compared_with_none_has_no_page_of_changes(seeds_report: Report):
    assert "What changed" not in (seeds_report.folder / "index.html").read_text(encoding="utf-8")
    assert "since" not in json.loads((seeds_report.folder / "report.json").read_text(encoding="utf-8"))
