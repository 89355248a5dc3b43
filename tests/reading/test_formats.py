"""Which reader reads which file, and readers that other packages bring."""

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from crossread.lexicon import load_lexicon
from crossread.reading import formats
from crossread.reading.articles import read_corpus
from crossread.reading.files import File
from crossread.reading.formats import Format, explain_unread, find_format, list_endings, load_formats


def content(name: str, raw: bytes) -> str | None:
    found = find_format(File(name, content=raw))
    return found.name if found else None


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("a.TXT", b"Ferry", "text"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.doc", rb"{\rtf1 x}", "RTF"),
        ("a", b"<!DOCTYPE html><html>", "web page"),
        ("a.txt", b"  <html lang=en>", "web page"),
        ("a.xml", b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "XML"),
        ("a.txt", b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "feed"),
        ("a.html", b"\x1f\x8b", "compressed file"),
        ("a.xml", b"<?xml version='1.0'?><news>", "XML"),
        ("a.html", b"<p>Ferry", "web page"),
        ("a.docx", b"PK\x03\x04 word/", "Word"),
        ("a.docx", b"PK\x03\x04 xl/", "Word"),
        ("a.bin", b"PK\x03\x04 xl/", "Excel"),
        ("a.zip", b"PK\x03\x04 a.txt", "zip"),
        ("a.warc.gz", b"\x1f\x8b", "web archive"),
        ("a.tar.gz", b"\x1f\x8b", "tar"),
        ("a.txt.gz", b"\x1f\x8b", "compressed file"),
        ("a.txt.gz", b"Ferry", "text"),
        ("a.txt", b"X-ray: the ferry", "text"),
        ("a.txt", b"From: Jane\nMIME-Version: 1.0", "text"),
        ("a.txt", b"From Northport it was told at 10:30 that", "text"),
        ("a.txt", b"From jane@example.org Thu Jan  1 00:00:00 1970\n", "mailbox"),
        ("a.unknown", b"Ferry", None),
        ("a", b"Ferry", None),
    ],
)
def test_find_format(name, raw, kind):
    assert content(name, raw) == kind


def test_every_reader_is_there():
    assert all(callable(each.load()) for each in load_formats())
    assert {".txt", ".html", ".pdf", ".docx", ".warc.gz", ".csv"} <= set(list_endings())


def test_no_ending_is_both_read_and_refused():
    refused = [ending for entry in load_lexicon("formats")["unread"] for ending in entry["endings"]]
    assert len(refused) == len(set(refused))
    assert set(refused).isdisjoint(list_endings())


def test_what_is_not_read_is_told_what_would_help():
    assert explain_unread(File("a.pages")) == "no reader for .pages files: export it as PDF, DOCX or text"
    assert explain_unread(File("a.xyz")) == "no reader for .xyz files: export it as text, PDF, DOCX or CSV"


PLUGIN = """
from crossread.reading.drafts import Draft
from crossread.reading.formats import Format

def read_morse(file):
    yield Draft(file.stem, file.name, paragraphs=(file.read().decode().replace("...", "Ship"),))

MORSE = Format("Morse", (".morse",), read_morse)
"""


def test_another_package_brings_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "site"
    about = installed / "crossread_morse-1.0.dist-info"
    about.mkdir(parents=True)
    (installed / "crossread_morse.py").write_text(PLUGIN, encoding="utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: crossread-morse\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[crossread.readers]\nmorse = crossread_morse:MORSE\n", encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.morse").write_text("... aground.", encoding="utf-8")
    monkeypatch.syspath_prepend(installed)
    load_formats.cache_clear()
    try:
        assert [article.text for article in read_corpus(tmp_path / "corpus").articles] == ["Ship aground."]
    finally:
        load_formats.cache_clear()
        sys.modules.pop("crossread_morse", None)


def test_a_reader_that_cannot_be_loaded_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("broken", "no_such_package:FORMAT", formats.GROUP)
    monkeypatch.setattr(formats, "entry_points", lambda group: [broken])
    load_formats.cache_clear()
    try:
        (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
        with pytest.warns(UserWarning, match="reader 'broken' cannot be loaded: No module named 'no_such_package'"):
            assert len(read_corpus(tmp_path).articles) == 1
    finally:
        load_formats.cache_clear()


def test_what_a_reader_raises_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_file: File) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(formats, "load_formats", lambda: (Format("odd", (".odd",), fail),))
    (tmp_path / "a.odd").write_text("x", encoding="utf-8")
    found = list(formats.read_file(File("a.odd", tmp_path / "a.odd")))
    assert [problem.reason for problem in found] == ["broken, or not odd: ZeroDivisionError"]


def test_importing_brings_no_library_of_any_reader():
    libraries = "lxml trafilatura babel charset_normalizer py3langid pypdfium2 fastwarc striprtf python_calamine"
    code = f"import crossread, sys; print(*(set('{libraries}'.split()) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
