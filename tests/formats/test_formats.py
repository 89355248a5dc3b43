"""The same articles say the same, whatever format they come in."""

import gzip
import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.formats import pile
from tests.formats.pile import Piece, pieces

from crossread.extracting.pipeline import extract_articles
from crossread.loading import extract
from crossread.reading.articles import read_corpus

PIECES = pieces()
# Formats that only hold the text: outlet and date are told by `corpus.toml`, as they are for plain text.
TEXTS: dict[str, Callable[[Piece], bytes]] = {
    ".txt": lambda p: p.text.encode(),
    "-1252.txt": lambda p: p.text.encode("cp1252"),
    "-16.txt": lambda p: p.text.encode("utf-16"),
    "-crlf.txt": lambda p: p.text.replace("\n", "\r\n").encode(),
    ".txt.gz": lambda p: gzip.compress(p.text.encode()),
    ".md": lambda p: "\n\n".join([f"# {p.title}", *p.paragraphs]).encode(),
    ".docx": lambda p: pile.docx([p.title, *p.paragraphs]),
    ".odt": lambda p: pile.odt([p.title, *p.paragraphs]),
    ".rtf": lambda p: pile.rtf([p.title, *p.paragraphs]),
    ".pdf": lambda p: pile.pdf(pile.wrapped([p.title, *p.paragraphs])),
}
PAGES: dict[str, Callable[[Piece], bytes]] = {
    ".html": pile.page,
    "-1252.htm": lambda p: pile.page(p, charset="windows-1252"),
    "-mislabelled.htm": lambda p: pile.page(p).replace(b'charset="utf-8"', b'charset="iso-8859-1"'),
    ".xhtml": lambda p: b'<?xml version="1.0" encoding="utf-8"?>\n' + pile.page(p),
    ".mhtml": pile.mhtml,
}
WHOLE: dict[str, Callable[[list[Piece]], bytes]] = {
    "news.csv": lambda ps: pile.table(ps).to_csv(index=False).encode(),
    "news.tsv": lambda ps: pile.table(ps).to_csv(index=False, sep="\t").encode("utf-16"),
    "news.xlsx": lambda ps: pile.xlsx([list(pile.records(ps)[0]), *(list(row.values()) for row in pile.records(ps))]),
    "news.json": pile.as_json,
    "news.jsonl": lambda ps: pile.table(ps).to_json(orient="records", lines=True).encode(),
    "news.parquet": lambda ps: pile.table(ps).to_parquet(),
    "news.warc": pile.warc,
    "news.warc.gz": lambda ps: gzip.compress(pile.warc(ps)),
    "news.wacz": lambda ps: pile.packed(
        {"archive/data.warc.gz": gzip.compress(pile.warc(ps)), "datapackage.json": b"{}"}
    ),
    "news.zip": lambda ps: pile.packed({"news/inner.zip": pile.packed({f"{p.name}.html": pile.page(p) for p in ps})}),
    "nexis.txt": lambda ps: pile.nexis_classic(ps).encode("utf-8-sig"),
    "nexis-german.txt": lambda ps: pile.nexis_classic(ps, "Dokument {} von {}", ("AUTOR", "LÄNGE", "SPRACHE")).encode(),
    "nexis-french.txt": lambda ps: pile.nexis_classic(ps, "Document {} de {}", ("AUTEUR", "LONGUEUR", "LANGUE")).encode(
        "cp1252"
    ),
    "nexis-uni.docx": lambda ps: pile.docx(pile.nexis_uni(ps)),
    "nexis-uni.rtf": lambda ps: pile.rtf(pile.nexis_uni(ps)),
    "nexis-uni.pdf": lambda ps: pile.pdf(pile.wrapped(pile.nexis_uni(ps))),
    "factiva.html": pile.factiva_html,
    "factiva.rtf": pile.factiva_rtf,
    "factiva-read.rtf": lambda ps: pile.rtf(pile.factiva_laid_out(ps)),
    "factiva.xml": pile.factiva_xml,
    "proquest.txt": lambda ps: pile.proquest(ps).encode(),
    "europresse.html": pile.europresse,
}


def manifest() -> str:
    entries = (
        f'[[article]]\nfile = "{p.name}[.-]*"\noutlet = "{p.outlet}"\npublished = {p.published}\n' for p in PIECES
    )
    return "".join(entries)


def found_in(folder: Path) -> list[tuple[object, ...]]:
    corpus = read_corpus(folder)
    assert corpus.problems == ()
    return sorted((a.title, a.outlet, a.published, a.text) for a in corpus.articles)


EXPECTED = sorted((p.title, p.outlet, p.published, p.text) for p in PIECES)


@pytest.mark.parametrize("ending", TEXTS)
def test_texts(tmp_path: Path, ending: str) -> None:
    pile.write_single(tmp_path, ending, TEXTS[ending])
    (tmp_path / "corpus.toml").write_text(manifest(), encoding="utf-8")
    assert found_in(tmp_path) == EXPECTED


@pytest.mark.parametrize("ending", PAGES)
def test_pages(tmp_path: Path, ending: str) -> None:
    pile.write_single(tmp_path, ending, PAGES[ending])
    assert found_in(tmp_path) == EXPECTED
    article = read_corpus(tmp_path).articles[0]
    assert article.author == next(p.author for p in PIECES if p.title == article.title)
    assert (article.url or "").startswith("https://example.org/news/")


@pytest.mark.parametrize("name", WHOLE)
def test_many_in_one_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WHOLE[name](PIECES))
    assert found_in(tmp_path) == EXPECTED
    authors = {article.title: article.author for article in read_corpus(tmp_path).articles}
    assert authors == {p.title: p.author for p in PIECES}


def test_tar(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "news.tar.gz", "w:gz") as packed:
        for piece in PIECES:
            content = pile.page(piece)
            member = tarfile.TarInfo(f"2024/{piece.name}.html")
            member.size = len(content)
            packed.addfile(member, io.BytesIO(content))
    assert found_in(tmp_path) == EXPECTED


@pytest.mark.parametrize("name", ["mails", "box.mbox"])
def test_mail_has_no_outlet(tmp_path: Path, name: str) -> None:
    if name == "mails":
        pile.write_single(tmp_path, ".eml", pile.mail)
    else:
        pile.mbox(tmp_path / name, PIECES)
    assert found_in(tmp_path) == sorted((p.title, None, p.published, p.text) for p in PIECES)


def test_feed_is_the_outlet(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_bytes(pile.rss(PIECES))
    assert found_in(tmp_path) == sorted((p.title, PIECES[0].outlet, p.published, p.text) for p in PIECES)


def test_equal_texts_give_the_same_figures_and_names(tmp_path: Path) -> None:
    found = []
    for ending, make in ((".txt", TEXTS[".txt"]), (".html", PAGES[".html"])):
        pile.write_single(tmp_path, ending, make)
        articles = [article for article in read_corpus(tmp_path).articles if (article.path or "").endswith(ending)]
        rows = extract_articles(sorted(articles, key=lambda article: article.title or ""))
        figures = [
            [figure[key] for key in ("phrase", "low", "high", "counted", "outcome", "source")]
            for figure in rows.figures
        ]
        found.append((figures, [(mention["text"], mention["type"]) for mention in rows.mentions]))
    assert found[0][0]
    assert found[0] == found[1]


def test_duplicates_within_an_export_are_marked(tmp_path: Path) -> None:
    (tmp_path / "nexis.txt").write_text(pile.nexis_classic([*PIECES, PIECES[0]]), encoding="utf-8")
    articles = extract(read_corpus(tmp_path)).articles.set_index("article_id")
    assert articles.duplicate_of.dropna().to_dict() == {"nexis:6": "nexis:1"}
