"""The command: what it says, writes, and exits with."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from tests.conftest import MakeNotebook

from crossread import cli, exporting, load
from crossread.reporting import pdf, report
from crossread.table_files import FORMATS, write_tables
from crossread.tables import COLUMNS


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["report", "nowhere"], "no such file or folder: 'nowhere'"),
        (["report", "{empty}"], "no articles in"),
        (["report", "{corpus}", "-p", "tip", "3"], "unknown parameter 'tip'"),
        (["report", "{corpus}", "-p", "top", "many"], "'top' takes a whole number from 0 up, not 'many'"),
        (["report", "{corpus}", "--notebook", "figures"], "unknown notebook 'figures'"),
        (["report", "{corpus}", "--out", "{corpus}"], "lie in each other"),
        (["report", "{corpus}", "--out", "{corpus}/report"], "lie in each other"),
        (["report", "{corpus}", "--out", "{tmp}"], "lie in each other"),
        (["report", "{corpus}", "--out", "{papers}"], "exists and is not a report"),
        (["report", "{corpus}", "--out", "{tables}"], "exists and is not a report"),
        (["extract", "nowhere", "--out", "{out}"], "no such file or folder: 'nowhere'"),
        (["extract", "{corpus}", "--out", "{out}", "--column", "body"], "--column 'body' is not understood"),
        (["init", "nowhere"], "no such file or folder: 'nowhere'"),
        (["init", "{corpus}"], "exists already: rename it"),
        (["init", "{corpus}/corpus.toml"], "is a file: give the folder"),
        (["extract", "{corpus}", "--out", "{out}", "--names", "tiny"], "names = 'tiny' is no way to find names"),
        (["report", "{corpus}", "--names", "spacy:no/such"], "spacy"),
        (["report", "{corpus}", "--since", "nowhere"], "no such folder to compare with: 'nowhere'"),
        (["report", "{corpus}", "--since", "{empty}"], "holds no report and no tables"),
        (["report", "{corpus}", "--since", "{corpus}/corpus.toml"], "holds no report and no tables"),
        (["report", "{corpus}", "--since", "{tables}"], "cannot compare with"),
        (["report", "{tables}", "--names", "crossread"], "holds tables, whose names are found already"),
        (["report", "{contradicting}"], "[[drop]] number 1 (x) and [[rename]] number 1 (x to y) contradict each other"),
        (["extract", "{corpus}", "--out", "{papers}/thesis.txt"], "exists and is not a folder of tables"),
        (["extract", "{corpus}", "--out", "{papers}"], "exists and is not a folder of tables"),
        (["extract", "{corpus}", "--out", "{corpus}"], "lie in each other"),
        (["report", "{corpus}", "--out", "/proc/none/such"], "cannot write '/proc/none/such'"),
        (["extract", "{corpus}", "--out", "/proc/none/such"], "cannot write '/proc/none/such'"),
        (["export", "nowhere", "--as", "ibc"], "'nowhere' holds no tables: write them with `crossread extract`"),
        (["export", "{corpus}", "--as", "ibc"], "holds no tables: write them with `crossread extract`"),
        (["export", "{tables}", "--as", "ibc"], "no table 'articles.parquet' in"),
        (["export", "{tables}", "--as", "xlsx", "--out", "a.csv"], "'a.csv' does not end in .xlsx"),
        (["export", "{tables}", "--as", "csv", "--out", "{corpus}/corpus.toml"], "does not end in .csv"),
        (["export", "{tables}", "--as", "csv", "--out", "/proc/none/a.csv"], "cannot write '/proc/none/a.csv'"),
    ],
)
def test_wrong_input_is_one_line_and_exit_code_2(
    corpus: Path, tmp_path: Path, arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    places = {name: tmp_path / name for name in ("corpus", "empty", "tables", "contradicting", "out", "papers")}
    places["tmp"] = tmp_path
    places["papers"].mkdir()
    (places["papers"] / "thesis.txt").write_text("years of work")
    places["empty"].mkdir()
    places["tables"].mkdir()
    (places["tables"] / "crossread.json").write_text('{"crossread": "0"}')
    shutil.copytree(corpus, places["contradicting"])
    contradicting = '[[rename]]\nname = "x"\nto = "y"\n[[drop]]\nname = "x"'
    (places["contradicting"] / "corrections.toml").write_text(contradicting)
    before = sorted(tmp_path.rglob("*"))
    result = run(*(argument.format(**places) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("layout", cli.LAYOUTS)
def test_export_writes_one_file(corpus: Path, tmp_path: Path, layout: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_tables(load(corpus), tmp_path / "report" / "tables")
    result = run("export", "report", "--as", layout)
    (written,) = tmp_path.glob("report-*")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{written.name}: ")
    assert run("export", "report/tables", "--as", layout, "--out", written).exit_code == 2  # it stands there already
    assert run("export", "report/tables", "--as", layout, "--out", f"new/b{written.suffix}").exit_code == 0


def test_export_knows_the_layouts() -> None:
    assert cli.LAYOUTS == exporting.LAYOUTS
    assert "unknown" not in run("export", "--help").output
    assert (
        "'gtd' is not one of 'acled', 'ucdp', 'airwars', 'ibc', 'csv', 'xlsx'"
        in run("export", "x", "--as", "gtd").stderr
    )


@pytest.mark.usefixtures("no_notebooks")
def test_report_tells_where_it_is_and_what_was_not_read(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "notes.pages").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    result = run("report", "corpus", "--quiet")
    assert result.exit_code == 0
    last = result.stdout.splitlines()[-1]
    assert last.startswith("reports/corpus/index.html: Iranian forces in Iraq: 5 articles")
    assert last.endswith("not read: notes.pages: no reader for .pages files: export it as PDF, DOCX or text")
    assert (tmp_path / "reports" / "corpus" / "index.html").is_file()


@pytest.mark.usefixtures("no_notebooks")
def test_a_report_in_place_tells_what_changed(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("report", "corpus", "--quiet")
    (corpus / "new.txt").write_text("Calm\n\nThe police said that 3 sheep were killed.", encoding="utf-8")
    result = run("report", "corpus", "--since", "reports/corpus", "--quiet")
    assert result.exit_code == 0
    last = result.stdout.splitlines()[-1]
    assert last.endswith("everything was read; since 'corpus': articles: 1 new; figures: 1 new")
    assert run("report", "corpus", "--since", "reports/corpus").stdout.endswith("since 'corpus': nothing changed\n")


def test_extract_tells_of_corrections_that_touch_nothing(corpus: Path, tmp_path: Path) -> None:
    text = '[[drop]]\nname = "Mosul"\n[[rename]]\nname = "Basra"\nto = "Al-Basrah"'
    (corpus / "corrections.toml").write_text(text, encoding="utf-8")
    result = run("extract", corpus, "--out", tmp_path / "out", "--quiet")
    assert "2 corrections; corrections that touch nothing: Basra to Al-Basrah; everything was read" in result.stdout


def test_a_failing_notebook_is_exit_code_1(corpus: Path, tmp_path: Path, make_notebook: MakeNotebook) -> None:
    make_notebook("one", "print('fine')")
    out = tmp_path / "out"
    assert run("report", corpus, "--out", out).exit_code == 0
    make_notebook("one", "1 / 0")
    result = run("report", corpus, "--out", out)
    assert result.exit_code == 1
    assert "notebook 'one' failed" in result.stderr
    assert "ZeroDivisionError" in result.stderr
    assert "is kept as it was" in result.stderr
    assert "fine" in (out / "one.html").read_text(encoding="utf-8")


def test_without_a_browser_a_pdf_is_refused_before_the_work(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "PLACES", ())
    monkeypatch.setattr(report, "extract", lambda *_: pytest.fail("the articles were read"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME_PATH", raising=False)
    result = run("report", corpus, "--out", tmp_path / "out", "--pdf")
    assert result.exit_code == 2
    assert result.stderr.startswith("crossread: no browser to print PDFs with: install Chromium")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_pdf_that_fails_is_exit_code_1_and_not_linked(
    corpus: Path, tmp_path: Path, make_notebook: MakeNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_notebook("one", "1 + 1")
    make_notebook("two", "1 + 1")
    browser, out = tmp_path / "browser", tmp_path / "out"
    fails = 'case "$*" in *print-two.html*) echo no paper >&2; exit 1;; esac'
    prints = 'for word; do case "$word" in --print-to-pdf=*) echo %PDF > "${word#*=}";; esac; done'
    browser.write_text(f"#!/bin/sh\n{fails}\n{prints}\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("CHROME_PATH", str(browser))
    run("report", corpus, "--out", out, "--quiet")
    assert ".pdf" not in (out / "index.html").read_text(encoding="utf-8")
    result = run("report", corpus, "--out", out, "--pdf", "--quiet")
    assert result.exit_code == 1
    assert result.stderr == f"crossread: no PDF of '{out}/two.html': '{browser}' printed nothing: no paper\n"
    assert sorted(path.name for path in out.glob("*.pdf")) == ["index.pdf", "one.pdf"]
    linked = re.findall(r'href="(\w+\.pdf)"', (out / "index.html").read_text(encoding="utf-8"))
    assert sorted(linked) == ["index.pdf", "one.pdf"]


def test_a_report_of_one_notebook_leaves_that_of_all(
    corpus: Path, tmp_path: Path, make_notebook: MakeNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_notebook("one", "1 + 1")
    make_notebook("two", "1 + 1")
    monkeypatch.chdir(tmp_path)
    run("report", "corpus", "--quiet")
    assert run("report", "corpus", "--notebook", "two", "--quiet").exit_code == 0
    assert (tmp_path / "reports" / "corpus" / "one.html").is_file()
    assert (tmp_path / "reports" / "corpus-two" / "two.html").is_file()


@pytest.mark.usefixtures("no_notebooks")
def test_a_report_of_another_corpus_of_that_name_stays(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    other = shutil.copytree(corpus, tmp_path / "other" / "corpus")
    for number in (1, 2):
        assert run("report", "corpus", "--quiet").exit_code == 0, number
    result = run("report", other, "--quiet")
    assert result.exit_code == 2
    assert "'reports/corpus' is the report of another corpus of that name" in result.stderr
    assert run("report", other, "--out", "reports/corpus", "--quiet").exit_code == 0


@pytest.mark.usefixtures("no_notebooks")
def test_inside_a_corpus_the_report_goes_beside_it(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "sub").mkdir()
    monkeypatch.chdir(corpus)
    assert run("report", ".", "--quiet").stdout.startswith("../reports/corpus/index.html: ")
    assert (tmp_path / "reports" / "corpus" / "index.html").is_file()
    assert not (corpus / "reports").exists()
    monkeypatch.chdir(corpus / "sub")
    assert cli._reports_of(Path("..")) == Path("../../reports")
    assert cli._reports_of(corpus / "sub") == Path("../reports")
    assert cli._reports_of(tmp_path / "other") == Path("reports")


@pytest.mark.usefixtures("no_notebooks")
def test_names_with_dots_are_kept(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(corpus, tmp_path / "news-2014.08")
    run("report", "news-2014.08", "--quiet")
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["news-2014.08"]


def test_progress_is_shown_unless_quiet(corpus: Path, tmp_path: Path, make_notebook: MakeNotebook) -> None:
    make_notebook("one", "1 + 1")
    shown = run("report", corpus, "--out", tmp_path / "out").stderr
    assert "articles: 100%" in shown
    assert "notebooks: 100%" in shown
    assert run("report", corpus, "--out", tmp_path / "out", "--quiet").stderr == ""


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_extract_writes_every_table(corpus: Path, tmp_path: Path, kind: str) -> None:
    result = run("extract", corpus, "--out", tmp_path / "out", "--format", kind)
    assert result.exit_code == 0
    assert "everything was read" in result.stdout
    assert {path.stem for path in (tmp_path / "out").glob(f"*.{kind}")} == set(COLUMNS)


def test_what_extract_writes_load_opens(corpus: Path, tmp_path: Path) -> None:
    run("extract", corpus, "--out", tmp_path / "out", "--quiet")
    opened, read = load(tmp_path / "out"), load(corpus)
    for name, frame in read.frames().items():
        pd.testing.assert_frame_equal(opened.frames()[name], frame)


def test_help_names_every_parameter(make_notebook: MakeNotebook) -> None:
    make_notebook("one", "", 'corpus: str = ""  # a folder\ntop: int = 3  # how many')
    text = run("report", "--help").stdout
    assert "one" in text
    assert "top (int, default 3)  how many" in text


def test_the_module_is_the_command(corpus: Path, tmp_path: Path) -> None:
    line = [
        sys.executable,
        "-m",
        "crossread",
        "extract",
        str(corpus),
        "--out",
        str(tmp_path / "out"),
        "--format",
        "jsonl",
    ]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    assert "5 articles" in done.stdout
    rows = [json.loads(row) for row in (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["article_id"] for row in rows} == {path.stem for path in corpus.glob("*.txt")}


def test_lab_copies_the_notebooks_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda line: calls.append(line) or 0)
    assert run("lab", tmp_path / "lab").exit_code == 0
    notebook = tmp_path / "lab" / "notebooks" / "articles.ipynb"
    notebook.write_text("mine")
    assert run("lab", tmp_path / "lab").exit_code == 0
    assert notebook.read_text() == "mine"
    assert (tmp_path / "lab" / "seeds" / "corpus.toml").is_file()
    assert [line[1:] for line in calls] == [["-m", "jupyterlab", str(tmp_path / "lab" / "notebooks")]] * 2


def test_the_formats_are_those_that_can_be_written() -> None:
    assert cli.FORMATS == FORMATS


def test_init_writes_what_a_report_then_takes(tmp_path: Path) -> None:
    (tmp_path / "news" / "2024-05-14").mkdir(parents=True)
    (tmp_path / "news" / "2024-05-14" / "ferry.txt").write_text(
        "Ferry aground\n\nThree people were hurt.", encoding="utf-8"
    )
    guessed = run("extract", tmp_path / "news", "--out", tmp_path / "tables", "--quiet")
    assert (
        "guessed: published of 1 (the folder's name) (crossread init writes guesses down to confirm)" in guessed.stdout
    )
    result = run("init", tmp_path / "news")
    assert result.exit_code == 0
    assert result.stdout.endswith("corpus.toml: articles: 1, not read: 0; confirm what it marks as guesses\n")
    assert "guessed" not in run("extract", tmp_path / "news", "--out", tmp_path / "tables", "--quiet").stdout


def test_a_column_is_stated(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "news.csv").write_text("kopf,koerper\nCalm,Three people were hurt.\n", encoding="utf-8")
    assert (
        "say which it is with --column text=NAME" in run("extract", tmp_path / "in", "--out", tmp_path / "out").stderr
    )
    result = run(
        "extract", tmp_path / "in", "--out", tmp_path / "out", "--column", "text=koerper", "--column", "title=kopf"
    )
    assert "1 article, 1 figure" in result.stdout
    assert "news.csv: text from 'koerper', title from 'kopf'" in result.stdout


def test_links_out_of_the_corpus_are_followed_if_asked(corpus: Path, tmp_path: Path) -> None:
    (corpus / "link.txt").symlink_to(shutil.move(corpus / "military-advisers.txt", tmp_path))
    assert "4 articles" in run("extract", corpus, "--out", tmp_path / "out", "--quiet").stdout
    result = run("extract", corpus, "--out", tmp_path / "out", "--quiet", "--follow-links")
    assert "5 articles" in result.stdout


def test_no_title_and_no_file_name_speaks_to_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b]52;c;aGk=\x07\u202e"
    folder.mkdir()
    (folder / "a.txt").write_text("Calm\n\nThree people were hurt.", encoding="utf-8")
    (folder / "b\x1b[2J.pages").write_text("x")
    result = run("extract", folder, "--out", tmp_path / "out\x9b", "--quiet")
    missing = run("extract", tmp_path / "\x1b[2J", "--out", tmp_path / "out")
    assert (result.exit_code, missing.exit_code) == (0, 2)
    assert "a\\x1b]52;c;aGk=\\x07\\u202e: 1 article" in result.stdout
    assert (result.output + missing.output).replace("\n", "").isprintable()
