"""Twenty ways in which a file can be broken, each with what its problem must tell."""

# ruff: noqa: E501  markup is easier to read in whole lines

import gzip
import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from tests.formats import pile
from tests.formats.pile import Piece


def breakages(piece: Piece) -> dict[str, tuple[bytes, str]]:
    """File endings to content and a part of the reason."""
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", b"0" * 30_000_000)
    nested = pile.packed({"a.txt": b"It rained."})
    for level in range(7):
        nested = pile.packed({f"{level}.zip": nested})
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9 if n else "boat"}">' for n in range(9))
    classic = pile.nexis_classic([piece, piece]).replace("1 of 2 DOCUMENTS", "").replace("2 of 2 DOCUMENTS", "")
    return {
        "-empty.txt": (b"", "no words"),
        "-binary.txt": (bytes(range(256)) * 9, "not text"),
        "-furniture.txt": (b"Share this\n\nAdvertisement", "page furniture"),
        ".pages": (b"x", "export it as PDF, DOCX or text"),
        ".doc": (b"\xd0\xcf\x11\xe0", "save it as DOCX"),
        ".jpg": (b"\xff\xd8\xff", "OCR"),
        "-cut.pdf": (pile.pdf([piece.title])[:300], "broken PDF"),
        "-scan.pdf": (pile.pdf([""], head="").replace(b"Page 1 of 1", b""), "a PDF without text"),
        "-cut.docx": (pile.docx([piece.title, *piece.paragraphs])[:-40], "broken, its zip"),
        "-other.docx": (pile.packed({"a/b.txt": b"x"}), "there is no 'word/document.xml'"),
        "-cut.txt.gz": (gzip.compress(piece.text.encode())[:-20], "cannot be unpacked"),
        "-bomb.zip": (bomb.getvalue(), "not unpacked"),
        "-deep.zip": (nested, "packed more than"),
        "-empty.html": (b"<!-- nothing -->", "empty page"),
        "-links.csv": (b"url,title\nhttps://example.org/a,A\n", "a list of links"),
        "-unknown.csv": (b"a,b\n1,2\n", "--column text=NAME"),
        "-broken.json": (b'{"text": "It rained', "not JSON"),
        "-entities.xml": (f"<!DOCTYPE r [{entities}]><r>&e8;</r>".encode(), "no reader for XML of <r>"),
        "-broken.parquet": (b"PAR1" + b"x" * 50, "broken, or not"),
        "-nexis.txt": (classic.encode(), "cannot be told apart"),
    }


def write_pile(folder: Path, all_pieces: list[Piece], count: int) -> Iterator[tuple[str, str | None]]:
    """Write files of all kinds, every twentieth of them broken.

    Args:
        folder: Where to.
        all_pieces: The articles that they hold in turn.
        count: How many files.

    Yields:
        Each file's name, and for a broken one a part of the reason.
    """
    makers = {
        ".txt": lambda p: p.text.encode(), ".html": pile.page, ".mhtml": pile.mhtml, ".eml": pile.mail,
        ".docx": lambda p: pile.docx([p.title, *p.paragraphs]), ".odt": lambda p: pile.odt([p.title, *p.paragraphs]),
        ".rtf": lambda p: pile.rtf([p.title, *p.paragraphs]), ".pdf": lambda p: pile.pdf(pile.wrapped([p.title, *p.paragraphs])),
        ".json": lambda p: json.dumps({"body": p.text, "headline": p.title}).encode(), ".warc": lambda p: pile.warc([p]),
        ".zip": lambda p: pile.packed({f"{p.name}.txt": p.text.encode()}),
    }  # fmt: skip
    broken = list(breakages(all_pieces[0]).items())
    for number in range(count):
        piece = all_pieces[number % len(all_pieces)]
        if number % 20 == 7:
            ending, (content, reason) = broken[number // 20 % len(broken)]
        else:
            ending, reason = list(makers)[number % len(makers)], None
            content = makers[ending](piece)
        name = f"{number:04}{ending}"
        (folder / name).write_bytes(content)
        yield name, reason
