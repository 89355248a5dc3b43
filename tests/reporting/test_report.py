"""The whole way, checked by what it wrote."""

import json
import os
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pandas as pd
import papermill
import pytest
from tests.conftest import ROOT, MakeNotebook

import crossread
from crossread.linking.compare import list_claims, topic_claims
from crossread.marks import OutputError
from crossread.reporting.notebooks import find_notebooks
from crossread.reporting.pages import MOST_ROWS
from crossread.reporting.report import Report, write_report
from crossread.tables import rows_of

PAGES = ["index", "articles", "entity_frequency", "figure_comparison", "incidents", "sources"]


class Links(HTMLParser):
    """Collects what a page points to, its ids, and its pictures without alternative text."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.unnamed: list[str] = []
        self.focusable: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.targets += [value for key, value in attrs if key in ("href", "src") and value]
        self.ids += [value for key, value in attrs if key == "id" and value]
        self.focusable += [str(named["id"])] if tag == "mark" and named.get("tabindex") == "0" else []
        if tag == "img" and not named.get("alt"):
            self.unnamed.append(str(named.get("src")))


def links_of(report: Report) -> dict[Path, Links]:
    """What every page and chart points to."""
    paths = sorted(path for path in report.folder.rglob("*") if path.suffix in (".html", ".svg"))
    return {path: Links(path) for path in paths}


def broken(report: Report) -> list[tuple[str, str]]:
    """Links that lead to no file, or to no place in it."""
    links = links_of(report)
    found = []
    for path, page in links.items():
        for target in page.targets:
            file, _, anchor = unquote(target).partition("#")
            end = Path(os.path.normpath(path.parent / file)) if file else path
            places = links[end].ids if end in links else []
            if not end.is_relative_to(report.folder) or not end.is_file() or (anchor and anchor not in places):
                found.append((path.name, target))
    return found


def test_every_link_leads_somewhere(seeds_report: Report) -> None:
    links = links_of(seeds_report)
    assert {path.stem for path in links} >= {*PAGES, *seeds_report.tables.articles.article_id}
    assert [path for path, page in links.items() if path.suffix == ".html" and not page.targets] == []
    assert broken(seeds_report) == []


def test_every_figure_has_its_place_and_is_linked(seeds_report: Report) -> None:
    evidence = seeds_report.folder / "figure_comparison.html"
    linked = Links(evidence).targets
    drawn = Links(seeds_report.folder / "charts" / "figure_comparison-1.svg").targets
    claims = list_claims(seeds_report.tables.figures, seeds_report.tables.articles)
    for figure in rows_of(seeds_report.tables.figures):
        page = Links(seeds_report.folder / "articles" / f"{figure.article_id}.html")
        anchor = f"figure-{figure.number_start}"
        assert page.ids.count(anchor) == page.focusable.count(anchor) == page.ids.count(f"{anchor}-told") == 1
        assert f"#{anchor}" in page.targets
        href = f"articles/{figure.article_id}.html#{anchor}"
        assert (href in linked) == (figure.figure_id in set(claims.figure_id))
    forces = set(topic_claims(claims, "forces")[0].figure_id)
    assert {target for target in drawn if "articles/" in target} == {
        f"../articles/{i.replace(':', '.html#figure-')}" for i in forces
    }


def test_no_page_needs_anything_from_elsewhere(seeds_report: Report) -> None:
    for path, links in links_of(seeds_report).items():
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"<script|<link|@import|url\((?!#)", text) == []
        assert [target for target in links.targets if "//" in target] == []
        assert links.unnamed == []


def test_the_report_is_small(seeds_report: Report) -> None:
    size = sum(path.stat().st_size for path in seeds_report.folder.rglob("*") if path.is_file())
    assert size < 500_000 * len(PAGES[1:])


def test_a_notebook_marks_what_only_a_report_links(seeds_report: Report) -> None:
    text = (seeds_report.folder / "notebooks" / "figure_comparison.ipynb").read_text(encoding="utf-8")
    assert "data-figure" in text
    assert "articles/military-advisers" not in text


@pytest.mark.parametrize("page", PAGES[1:])
def test_code_is_hidden_and_ids_are_unique(seeds_report: Report, page: str) -> None:
    text = (seeds_report.folder / f"{page}.html").read_text(encoding="utf-8")
    assert "import crossread" not in text
    ids = Links(seeds_report.folder / f"{page}.html").ids
    assert len(ids) == len(set(ids))


def test_the_index_tells_what_was_found(seeds_report: Report) -> None:
    text = (seeds_report.folder / "index.html").read_text(encoding="utf-8")
    for expected in (
        "5 articles",
        "Four sources on fighters or soldiers deployed in Iraq give",
        "around 30,000 soldiers",
        "Qassem Soleimani",
        "Everything was read",
    ):
        assert expected in text


def test_charts_stand_as_files(seeds_report: Report) -> None:
    charts = sorted((seeds_report.folder / "charts").glob("*.svg"))
    assert {chart.name.rsplit("-", 1)[0] for chart in charts} == set(PAGES[1:])
    for chart in charts:
        assert ET.fromstring(chart.read_text(encoding="utf-8")).get("aria-label")
        assert chart.with_suffix(".png").read_bytes().startswith(b"\x89PNG")


def test_tables_stand_as_parquet_and_csv(seeds_report: Report) -> None:
    tables = crossread.load(seeds_report.folder / "tables")
    for name, frame in tables.frames().items():
        assert len(pd.read_csv(seeds_report.folder / "tables" / f"{name}.csv")) == len(frame)


def test_executed_notebooks_run_again_where_they_stand(seeds_report: Report) -> None:
    for path in (seeds_report.folder / "notebooks").glob("*.ipynb"):
        injected = [
            cell for cell in nbformat.read(path, 4).cells if "injected-parameters" in cell.metadata.get("tags", [])
        ]
        assert [cell.source for cell in injected] == ['# Parameters\ncorpus = "../tables"\n']


def test_no_file_tells_a_path_of_this_machine(seeds_report: Report) -> None:
    texts = [path for path in seeds_report.folder.rglob("*") if path.suffix in (".html", ".ipynb", ".json", ".csv")]
    secrets = (str(seeds_report.folder.parent), str(ROOT))
    assert texts
    assert [path for path in texts if any(s in path.read_text(encoding="utf-8-sig") for s in secrets)] == []


@pytest.mark.usefixtures("no_notebooks")
def test_what_cannot_be_read_is_on_the_index(corpus: Path, tmp_path: Path) -> None:
    (corpus / "notes.pages").write_bytes(b"x")
    report = write_report(corpus, tmp_path / "out", quiet=True)
    text = (report.folder / "index.html").read_text(encoding="utf-8")
    assert "no reader for .pages files" in text
    assert ' <a href="#skipped">1 file or line could not be read' in text


@pytest.mark.usefixtures("no_notebooks")
def test_the_index_does_not_grow_with_copies(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(MOST_ROWS + 3):
        (corpus / f"{number}.txt").write_text("Fire\n\nThe army said that 20 sheep were killed on Monday.")
    report = write_report(corpus, tmp_path / "out", quiet=True)
    text = (report.folder / "index.html").read_text(encoding="utf-8")
    assert text.count("nearly word for word") == MOST_ROWS
    assert "2 more copies are in the table" in text


def test_comparisons_of_the_user_are_on_the_index(tmp_path: Path, make_notebook: MakeNotebook) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("Fire\n\nThe army said that 20 sheep were killed on Monday.", encoding="utf-8")
    (corpus / "two.txt").write_text("Smoke\n\nThe police said that 90 goats were killed on Monday.", encoding="utf-8")
    entry = '[[comparison]]\ntitle = "Beasts of the valley"\ncounted = ["sheep", "goats"]\n'
    entry += '[[comparison]]\ntitle = "Beasts of the hill"\ncounted = ["cows"]\n'
    (corpus / "corpus.toml").write_text(entry, encoding="utf-8")
    make_notebook("one", "print(1)")
    report = write_report(corpus, tmp_path / "out", ["one"], {}, quiet=True)
    page = (report.folder / "index.html").read_text(encoding="utf-8")
    assert "“Beasts of the valley”" in page
    rows = re.findall(r'<tr( class="warning")?><td>(Beasts[^<]*)</td><td class="number">([^<]*)</td>', page)
    assert rows == [("", "Beasts of the valley", "2"), (' class="warning"', "Beasts of the hill", "matches nothing")]


@pytest.mark.usefixtures("no_notebooks")
def test_corrections_are_on_the_index(corpus: Path, tmp_path: Path) -> None:
    text = """
[[merge]]
names = ["Qassem Soleimani", "Iranian Revolutionary Guards"]
to = "<b>One</b>"
[[drop]]
name = "Nowhere"
"""
    (corpus / "corrections.toml").write_text(text, encoding="utf-8")
    report = write_report(corpus, tmp_path / "out", quiet=True)
    merged = int(report.tables.corrections.mentions[1])
    assert merged > 2
    page = (report.folder / "index.html").read_text(encoding="utf-8")
    rows = re.findall(
        r"<tr( class=\"warning\")?><td>(drop|merge)</td><td>(.*?)</td><td class=\"number\">(\d+)</td>", page
    )
    assert rows == [
        (' class="warning"', "drop", "Nowhere", "0"),
        ("", "merge", "Qassem Soleimani, Iranian Revolutionary Guards to &lt;b&gt;One&lt;/b&gt;", str(merged)),
    ]
    assert "matches nothing" in page
    assert "<b>One" not in page
    assert 'Names were found by Crossread’s own tagger and word lists, and <a href="#corrections">' in page


def test_text_of_strangers_is_escaped(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> & $5bn$"
    lines = [
        {
            "id": f"../<b>{n}</b>?#%2e",
            "title": hostile,
            "outlet": hostile,
            "text": f"{hostile} said {n}00 <i>soldiers</i> were killed.",
        }
        for n in (1, 3)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)))
    report = write_report(tmp_path / "in.jsonl", tmp_path / "out", quiet=True)
    assert not report.failed
    assert [path.name for path in tmp_path.rglob("*.html") if not path.is_relative_to(report.folder)] == []
    assert len(list((report.folder / "articles").iterdir())) == 2
    assert broken(report) == []
    for page in report.folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>" not in text
        assert "<b>1" not in text
        assert "<i>soldiers" not in text


def test_parameters_reach_the_notebooks_and_the_index(corpus: Path, tmp_path: Path) -> None:
    report = write_report(
        corpus, tmp_path / "out", ["figure_comparison"], {"counted": "forces", "rows": "2"}, quiet=True
    )
    assert [run.name for run in report.runs] == ["figure_comparison"]
    assert "counted = forces" in (report.folder / "index.html").read_text(encoding="utf-8")
    assert "2 of 7 claims" in (report.folder / "figure_comparison.html").read_text(encoding="utf-8")
    assert not (report.folder / "articles.html").exists()


def test_a_failing_notebook_leaves_the_others(corpus: Path, tmp_path: Path, make_notebook: MakeNotebook) -> None:
    make_notebook("bad", "raise ValueError('no such story')")
    make_notebook("good", "print('fine')")
    report = write_report(corpus, tmp_path / "out", quiet=True)
    assert report.folder == tmp_path / "out"
    assert [run.name for run in report.failed] == ["bad"]
    assert "fine" in (report.folder / "good.html").read_text(encoding="utf-8")
    assert "no such story" in (report.folder / "bad.html").read_text(encoding="utf-8")
    assert "no such story" in (report.folder / "index.html").read_text(encoding="utf-8")
    assert "An Exception was encountered" in (report.folder / "notebooks" / "bad.ipynb").read_text(encoding="utf-8")


def test_a_whole_report_replaces_and_a_broken_one_does_not(
    corpus: Path, tmp_path: Path, make_notebook: MakeNotebook
) -> None:
    out = tmp_path / "reports" / "out"
    make_notebook("one", "print('first')")
    write_report(corpus, out, quiet=True)
    make_notebook("one", "print('second')")
    assert write_report(corpus, out, quiet=True).folder == out
    assert "second" in (out / "one.html").read_text(encoding="utf-8")
    make_notebook("one", "raise ValueError('third')")
    broken = write_report(corpus, out, quiet=True)
    assert broken.folder == out.with_name("out.incomplete")
    assert "third" in (broken.folder / "one.html").read_text(encoding="utf-8")
    assert "second" in (out / "one.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in out.parent.iterdir()) == ["out", "out.incomplete"]


def test_what_is_no_report_is_never_replaced(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputError, match="papers' exists and is not a report"):
        write_report(corpus, folder, quiet=True)
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


@pytest.mark.usefixtures("no_notebooks")
def test_a_report_can_be_made_from_tables(seeds_report: Report, tmp_path: Path) -> None:
    report = write_report(seeds_report.folder / "tables", tmp_path / "out", quiet=True)
    assert report.tables.title == seeds_report.tables.title
    assert len(report.tables.figures) == len(seeds_report.tables.figures)


def test_plain_papermill_works_too(tmp_path: Path) -> None:
    target = tmp_path / "out.ipynb"
    papermill.execute_notebook(
        str(find_notebooks()["figure_comparison"]), str(target), {"corpus": str(ROOT / "seeds")}, progress_bar=False
    )
    assert "Four sources on fighters or soldiers" in target.read_text(encoding="utf-8")
