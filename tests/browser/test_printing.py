"""PDFs as a real browser prints them."""

import os
import re
from pathlib import Path

import pytest
from tests.conftest import ROOT, MakeNotebook
from tests.packed import laid_open

from crossread.reporting.pdf import BrowserError, print_page
from crossread.reporting.report import write_report

MARKED = "from IPython.display import HTML\nHTML('<a data-figure=\"military-advisers:381\">25</a>')"


def links_in(pdf: Path) -> list[str]:
    return [uri.decode() for uri in re.findall(rb"/URI \(([^)]*)\)", pdf.read_bytes())]


def test_a_report_is_printed_and_its_links_lead_on_within_it(
    program: Path, corpus: Path, tmp_path: Path, make_notebook: MakeNotebook
) -> None:
    make_notebook("one", MARKED)
    report = write_report(corpus, tmp_path / "a report", pdf=True, quiet=True)
    assert report.unprinted == {}
    pdfs = {path.stem: path for path in report.folder.glob("*.pdf")}
    assert set(pdfs) == {"index", "one"}
    for path in pdfs.values():
        content = path.read_bytes()
        assert content.startswith(b"%PDF")
        assert len(re.findall(rb"/Type /Page\b", content)) >= 1
        assert not re.search(rb"file:|crossread:|a%20report", content)
        opened = b"\n".join(laid_open(path))
        assert [place for place in (tmp_path, ROOT, Path.home()) if os.fsencode(place) in opened] == []
        targets = [(report.folder / link.partition("#")[0]).resolve() for link in links_in(path)]
        assert targets
        assert [target for target in targets if not target.is_file()] == []
    assert "./././././articles/military-advisers.html#figure-381" in links_in(pdfs["one"])
    assert "./././././one.pdf" in links_in(pdfs["index"])
    assert [path.name for path in report.folder.glob("print-*")] == []


def test_a_page_that_cannot_be_written_is_told(program: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Aleppo</p>", encoding="utf-8")
    with pytest.raises(BrowserError, match=r"printed nothing: .+"):
        print_page(program, page, tmp_path / "no" / "such" / "page.pdf")
