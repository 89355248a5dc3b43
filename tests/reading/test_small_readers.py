"""Dates, languages, columns, mail, feeds, tables: what each reads, and what it must leave alone."""

# ruff: noqa: E501  source of files is easier to read in whole lines

import io
import zipfile
from datetime import date

import pandas as pd
import pytest
from tests.formats import pile

from crossread.reading import tables
from crossread.reading.archives import LINK, read_tar, read_zip
from crossread.reading.columns import guess_columns, parse_columns
from crossread.reading.dates import find_date
from crossread.reading.documents import read_docx, read_rtf
from crossread.reading.drafts import Draft, Problem
from crossread.reading.feeds import read_feed, read_xml
from crossread.reading.files import HIDDEN, File
from crossread.reading.formats import read_file
from crossread.reading.joining import join_lines
from crossread.reading.languages import identify, language_code
from crossread.reading.mail import read_mail
from crossread.reading.pages import read_page
from crossread.reading.records import read_json
from crossread.reading.tables import read_csv
from crossread.reading.warc import read_warc


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("July 1, 2019 Monday 9:20 AM GMT", (2019, 7, 1)),
        ("December 19, 1991, Sunday, An Edition", (1991, 12, 19)),
        ("29 décembre 2011", (2011, 12, 29)),
        ("jeudi 5 octobre 2013", (2013, 10, 5)),
        ("1er mars 2012", (2012, 3, 1)),
        ("Samstag, 12. März 2016", (2016, 3, 12)),
        ("12.3.2016", (2016, 3, 12)),
        ("5 de mayo de 2014", (2014, 5, 5)),
        ("20 Sept. 2014", (2014, 9, 20)),
        ("2019年7月1日", (2019, 7, 1)),
        ("2014-06-24T00:11", (2014, 6, 24)),
        ("03/04/2019", None),
        ("May 2014", None),
        ("30 February 2014", None),
        ("On 5 February 30 people died", None),
        ("in 2019 1,000 people", None),
    ],
)
def test_find_date(text, day):
    assert find_date(text) == (day and date(*day))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ENGLISH", "en"),
        ("Englisch", "en"),
        ("anglais", "en"),
        ("Français", "fr"),
        ("English; French", "en"),
        ("x", None),
    ],
)
def test_language_code(name, code):
    assert language_code(name) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The police said that three people were killed on Monday when a ferry ran aground near the harbour.", "en"),
        ("Le ferry a échoué lundi près du port, selon la police, et trois personnes sont mortes dans la nuit.", "fr"),
        ("Die Fähre ist am Montag vor dem Hafen gestrandet, wie die Polizei mitteilte. Drei Menschen starben.", "de"),
        ("De politie zei dat drie mensen zijn omgekomen bij het ongeluk van gisteren in de haven.", "nl"),
        ("Полиция сообщила, что три человека погибли в понедельник, когда паром сел на мель у гавани.", "ru"),
        ("Ferry aground", None),
        ("", None),
    ],
)
def test_identify(text, code):
    assert identify(text) == code


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["The sol-", "diers left."], "The soldiers left."),
        (["Nouri al-", "Maliki left."], "Nouri al-Maliki left."),
        (["a three-", "year-old boat"], "a three-year-old boat"),
        (["some 30-", "odd boats"], "some 30-odd boats"),
        (["the self-", "declared state"], "the self-declared state"),
        (["rain -", "or snow"], "rain - or snow"),
        (["It rained.", "It snowed."], "It rained. It snowed."),
    ],
)
def test_join_lines(lines, joined):
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["id", "text", "outlet"], {"id": "id", "text": "text", "outlet": "outlet"}),
        (["Headline", "Article Text", "Date"], {"title": "Headline", "text": "Article Text", "published": "Date"}),
        (["stories_id", "title", "url", "media_name", "publish_date"], {
            "id": "stories_id", "title": "title", "url": "url", "outlet": "media_name", "published": "publish_date"}),
        (["date", "source", "title", "content", "author", "url", "published"], {
            "published": "published", "outlet": "source", "title": "title", "text": "content", "author": "author", "url": "url"}),
        (["a", "b"], {}),
    ],
)  # fmt: skip
def test_guess_columns(names, columns):
    assert guess_columns(names, {}) == columns
    assert guess_columns(names, {"text": names[0]})["text"] == names[0]


def test_a_column_is_stated_once_only():
    assert parse_columns(["text=a=b", "title=c"]) == {"text": "a=b", "title": "c"}
    for wrong in ("text", "text=", "body=x", ""):
        with pytest.raises(ValueError, match="is not understood"):
            parse_columns([wrong])


def test_csv_of_semicolons_and_broken_rows():
    raw = 'titel;text;datum\nRegen;"Es regnete; lange.";12.3.2016\n\nzu;viele;12.3.2016;Zellen\nSchnee;;\n'
    draft, *problems = read_csv(File("a.csv", content=raw.encode("cp1252")))
    assert isinstance(draft, Draft)
    assert (draft.text, draft.metadata.title, draft.metadata.published) == (
        "Es regnete; lange.",
        "Regen",
        date(2016, 3, 12),
    )
    assert problems[0] == Problem("a.csv", 4, "a row of 4 cells under a header of 3")


def test_json_of_one_record_and_of_ids():
    (one,) = read_json(File("a.json", content=b'{"body": "It rained.", "authors": ["Jane", "Joe"]}'))
    assert (one.text, one.metadata.author, one.note) == (
        "It rained.",
        "Jane, Joe",
        "columns: text from 'body', author from 'authors'",
    )
    by_id = read_json(File("a.json", content=b'{"x": {"text": "One."}, "y": {"text": "Two."}}'))
    assert [draft.article_id for draft in by_id] == ["x", "y"]
    assert [draft.text for draft in read_json(File("a.json", content=b'{"text": "One."}\n{"text": "Two."}'))] == [
        "One.",
        "Two.",
    ]
    (problem,) = read_json(File("a.json", content=b"[1]"))
    assert problem == Problem("a.json", 1, "not a JSON object but a number")


def test_mail_in_html_with_an_attachment():
    raw = (
        "From: Jane <j@example.org>\nSubject: =?utf-8?q?Re=3A_Caf=C3=A9?=\nDate: nonsense\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html; charset=iso-8859-1\n\n'
        "<p>It rained in the caf\xe9.</p><p>Twice.</p>\n--b\nContent-Type: text/plain\n"
        'Content-Disposition: attachment; filename="snow.txt"\n\nIt snowed.\n--b--\n'
    ).encode("latin-1")
    problem, body, attached = read_mail(File("a.eml", content=raw))
    assert problem.reason == "published left out: 'nonsense' is not a date"
    assert (body.metadata.title, body.metadata.author, body.paragraphs) == (
        "Café",
        "Jane",
        ("It rained in the café.", "Twice."),
    )
    assert (attached.path, attached.paragraphs) == ("a.eml/snow.txt", ("It snowed.",))


def test_atom():
    raw = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Rain &amp;amp; snow</title>'
        b'<link rel="alternate" href="https://example.org/a"/><published>2014-06-24T10:00:00Z</published>'
        b"<author><name>Jane</name></author><summary>A short one.</summary></entry><entry><title>No text</title></entry></feed>"
    )
    draft, problem = read_feed(File("a.xml", content=raw))
    assert (draft.metadata.title, draft.metadata.outlet, draft.metadata.url) == (
        "Rain & snow",
        "Wire",
        "https://example.org/a",
    )
    assert (draft.metadata.author, draft.metadata.published) == ("Jane", date(2014, 6, 24))
    assert draft.note == "an item of a feed, perhaps its summary only"
    assert problem.reason == "an item without a text: save the page it leads to"


def test_rtf_writes_a_character_as_two():
    (draft,) = read_rtf(File("a.rtf", content=rb"{\rtf1 It rained \u-10179?\u-8704? and \u-9999? again.}"))
    assert draft.paragraphs == ("It rained 😀 and \ufffd again.",)


@pytest.mark.parametrize(
    ("place", "end", "held"), [("XFD1048576", ">", False), ("XFD1048576", "/>", True), ("B2", ">", True)]
)
def test_one_cell_far_away_does_not_fill_the_memory(place, end, held):
    with zipfile.ZipFile(io.BytesIO(pile.xlsx([["text"], ["It rained."]]))) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    cell = f'<row r="1048576"><c r="{place}" t="inlineStr"{end}'
    cell += "<is><t>x</t></is></c></row>" if end == ">" else "</row>"
    sheet = members["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", cell.encode() + b"</sheetData>")
    found = list(read_file(File("a.xlsx", content=pile.packed({**members, "xl/worksheets/sheet1.xml": sheet}))))
    reason = "a sheet of 1,048,576 rows and 16,384 columns, more than 20,000,000 cells"
    assert (Problem("a.xlsx", None, reason) in found) == (not held)
    assert any(isinstance(each, Draft) and each.text == "It rained." for each in found) == held


def test_a_parquet_file_is_unpacked_to_a_limit(monkeypatch):
    raw = pd.DataFrame({"text": ["It rained."] * 300}).to_parquet()
    monkeypatch.setattr(tables, "MAX_UNPACKED", 2500)
    *drafts, problem = read_file(File("a.parquet", content=raw))
    assert len(drafts) == 250
    assert problem == Problem("a.parquet", 251, "not unpacked to its end: more than 2,500 characters")


def test_a_web_archive_of_no_pages_is_told():
    raw = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    (problem,) = read_file(File("a.warc", content=raw))
    assert problem == Problem("a.warc", None, "nothing to read: no article is in it")


def test_entities_are_not_expanded():
    raw = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><description>A &x; b</description></item></channel></rss>'
    (draft,) = read_xml(File("a.xml", content=raw))
    assert "root" not in "".join(draft.paragraphs)


def test_names_in_archives_lead_nowhere(tmp_path):
    import tarfile

    packed, tarred = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("../../up.txt", "/abs.txt", "__MACOSX/x.txt", "._up.txt", ".hidden.txt"):
            archive.writestr(name, "It rained.")
        linked = zipfile.ZipInfo("link.txt")
        linked.external_attr = 0o120777 << 16
        archive.writestr(linked, "/etc/passwd")
    with tarfile.open(fileobj=tarred, mode="w") as tar:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    found = list(read_zip(File("a.zip", content=packed.getvalue())))
    assert [each.path for each in found if isinstance(each, Draft)] == ["a.zip/up.txt", "a.zip/abs.txt"]
    assert found[2:] == [Problem("a.zip/.hidden.txt", None, HIDDEN), Problem("a.zip/link.txt", None, LINK)]
    assert list(read_tar(File("a.tar", content=tarred.getvalue()))) == [Problem("a.tar/link.txt", None, LINK)]


def test_a_deeply_nested_document_is_a_problem_or_read():

    xml = "<w:document xmlns:w='w'>" + "<w:sdt>" * 5000 + "<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", xml)
    assert len(list(read_docx(File("a.docx", content=packed.getvalue())))) == 1


def test_a_web_archive_that_is_cut_off():
    page = (
        b"<html><body><article><h1>Rain</h1><p>"
        + b"It rained on three people in the harbour. " * 40
        + b"</p></article></body></html>"
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/news/rain/\r\nContent-Type: application/http\r\n"
    raw = head + b"Content-Length: %d\r\n\r\n" % len(http) + http
    (whole,) = read_warc(File("a.warc", content=raw))
    assert (whole.path, whole.article_id, whole.metadata.url) == (
        "a.warc/example.org/news/rain.html",
        "rain",
        "https://example.org/news/rain/",
    )
    problem, rest = read_warc(File("a.warc", content=raw[:-400]))
    assert problem.reason.startswith("cut off behind")
    assert isinstance(rest, Draft)
    (nothing,) = read_warc(File("a.warc", content=b"WARC/1.0\r\n"))
    assert nothing.reason == "no pages in it: broken, or no web archive"


def test_mislabelled_article_page():
    source = '<html lang="en"><head><meta charset="iso-8859-1"><title>Café – Wire</title></head><body><article><h1>Café</h1><p>{}</p></article></body></html>'
    text = "Le ferry a échoué lundi près du port, selon la police, et trois personnes sont mortes dans la nuit. " * 4
    (draft,) = read_page(File("a.html", content=source.format(text).encode()))
    assert draft.paragraphs == ("Café", text.strip())
    assert draft.note is None
    assert (draft.metadata.language, draft.metadata.inferred) == ("en", ("language",))
