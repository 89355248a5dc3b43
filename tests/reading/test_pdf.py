"""PDF: columns, hyphens, running heads, page numbers, titles."""

import zlib

import pytest

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import File
from crossread.reading.formats import read_file
from crossread.reading.pdf import read_pdf


def draw(*pages: list[tuple[float, float, int, str]]) -> bytes:
    """A PDF of pages of (left, bottom, size, text)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        drawn = "\n".join(f"BT /F1 {size} Tf {left} {bottom} Td ({text}) Tj ET" for left, bottom, size, text in page)
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R {resources} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "".join(f"{number} 0 obj\n{item}\nendobj\n" for number, item in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n%%EOF".encode()


def read(raw: bytes) -> Draft:
    (found,) = read_pdf(File("a.pdf", content=raw))
    assert isinstance(found, Draft)
    return found


LEFT = [
    "A ferry with 140 people on board ran",
    "aground on Monday, the coast guard",
    "said. Two boats took the passen-",
]
RIGHT = [
    "gers ashore within an hour, and no-",
    "body was hurt in the harbour of al-",
    "Northport, which is 30 years old.",
]


def test_columns_are_read_one_after_the_other() -> None:
    rows = [(60, 760, 18, "Ferry runs aground off Northport")]
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):  # drawn row by row
        rows += [(60, 700 - 14 * number, 10, left), (320, 700 - 14 * number, 10, right)]
    assert read(draw(rows)).paragraphs == (
        "Ferry runs aground off Northport",
        "A ferry with 140 people on board ran aground on Monday, the coast guard said. Two boats took the passengers "
        "ashore within an hour, and nobody was hurt in the harbour of al-Northport, which is 30 years old.",
    )


def test_pages() -> None:
    pages = []
    for number in range(1, 4):
        lines = [
            f"On day {number} the water rose by {number}0 centimetres in the harbour",
            "and nobody was hurt, the police of the city said.",
        ]
        rows = [(60.0, 800.0, 8, "THE ARCHIVE  4 May"), (500.0, 30.0, 8, f"Page {number} of 3")]
        pages.append([*rows, *((60.0, 700.0 - 14 * place, 10, line) for place, line in enumerate(lines))])
    found = read(draw(*pages))
    assert [paragraph.split()[2] for paragraph in found.paragraphs] == ["1", "2", "3"]
    assert found.note == "page 1 from paragraph 1, page 2 from paragraph 2, page 3 from paragraph 3"
    assert {part.reason for part in found.removed} == {"running head"}


def test_what_stands_above_the_title_is_listed() -> None:
    rows = [
        (60, 800, 8, "THE HARBOUR"),
        (60, 760, 18, "Ferry runs aground"),
        (60, 700, 10, "A ferry ran aground on Monday."),
    ]
    found = read(draw(rows))
    assert found.paragraphs == ("Ferry runs aground", "A ferry ran aground on Monday.")
    assert found.metadata.title == "Ferry runs aground"
    assert [(part.reason, part.text) for part in found.removed] == [("above the title", "THE HARBOUR")]


@pytest.mark.parametrize(("raw", "reason"), [(b"%PDF-1.4", "broken PDF"), (draw([]), "a PDF without text, scanned")])
def test_what_cannot_be_read(raw: bytes, reason: str) -> None:
    (found,) = read_pdf(File("a.pdf", content=raw))
    assert isinstance(found, Problem)
    assert found.reason.startswith(reason)


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossread.reading.pdf._MAX_PAGES", 1)
    with pytest.raises(ValueError, match="2 pages, more than 1: split it into articles"):
        list(read_pdf(File("a.pdf", content=draw([], []))))


@pytest.mark.parametrize(("kind", "count"), [("", 1), ("/Subtype/Image ", 0)])
def test_a_page_that_unpacks_to_more_than_any(kind: str, count: int) -> None:
    packed = zlib.compress(b"BT (boat) Tj ET\n" * 3_200_000, 9)
    raw = b"%PDF-1.4\n1 0 obj<<" + kind.encode() + b"/Filter/FlateDecode>>stream\n" + packed + b"\nendstream endobj"
    (problem,) = read_file(File("a.pdf", content=raw))
    assert isinstance(problem, Problem)
    assert problem.reason.count("not unpacked: a page of more than 50 MB") == count
