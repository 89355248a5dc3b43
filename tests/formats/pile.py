"""The five example articles, written in every format that is read."""

# ruff: noqa: E501  markup is easier to read in whole lines

import io
import json
import mailbox
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from html import escape
from pathlib import Path

import pandas as pd

from crossread.reading.articles import read_corpus

ROOT = Path(__file__).parents[2]
OUTLETS = ("The Harbour", "Northport Post", "Iran News Update", "Hot Air", "Kirkuk Daily")


@dataclass(frozen=True)
class Piece:
    """An article as it is known before it is written to a file."""

    name: str
    title: str
    outlet: str
    author: str
    published: date
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join([self.title, *self.paragraphs])


def pieces() -> list[Piece]:
    found = []
    for number, article in enumerate(read_corpus(ROOT / "seeds").articles):
        assert article.title
        assert article.published
        body = article.text[article.title_end :].strip().split("\n\n")
        author = f"Jane Doe {'IVXLC'[number]}"
        found.append(Piece(article.article_id, article.title, OUTLETS[number], author, article.published, tuple(body)))
    return found


def in_words(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def page(piece: Piece, clutter: str = "", charset: str = "utf-8") -> bytes:
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in piece.paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>{escape(piece.title)} | {piece.outlet}</title>
<meta property="og:title" content="{escape(piece.title)}"><meta property="og:site_name" content="{piece.outlet}">
<meta property="og:type" content="article"><meta name="author" content="{piece.author}">
<meta property="article:published_time" content="{piece.published}T08:00:00Z">
<link rel="canonical" href="https://example.org/news/{piece.name}">
</head><body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<main><article><h1>{escape(piece.title)}</h1>{clutter}
{body}</article></main><footer><p>© 2020 {piece.outlet}. All rights reserved.</p></footer></body></html>
""".encode(charset, "xmlcharrefreplace")


def mhtml(piece: Piece) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = f"https://example.org/news/{piece.name}"
    message["Subject"] = piece.title
    message.set_content(page(piece).decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    return bytes(message)


def mail(piece: Piece) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = f"{piece.author} <jane@example.org>", f"Fwd: {piece.title}"
    message["Date"] = f"{piece.published:%a, %d %b %Y} 10:00:00 +0000"
    message.set_content(
        "\n\n".join(textwrap.fill(paragraph, 72, break_on_hyphens=True) for paragraph in piece.paragraphs)
    )
    return bytes(message)


def mbox(path: Path, all_pieces: list[Piece]) -> None:
    box = mailbox.mbox(path)
    for piece in all_pieces:
        box.add(mail(piece))
    box.flush()
    box.close()


def packed(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(lines: list[str]) -> bytes:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
        for line in lines
    )
    document = f"<?xml version='1.0'?><w:document {W}><w:body>{paragraphs}</w:body></w:document>"
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})


def odt(lines: list[str]) -> bytes:
    names = {"office": "office", "text": "text"}
    spaces = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for key, name in names.items())
    paragraphs = "".join(
        f"<text:p>{escape(line).replace(' ', ' <text:span>', 1)}</text:span></text:p>" for line in lines
    )
    content = f"<office:document-content {spaces}><office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def rtf(lines: list[str], parted: str = "\\par\n") -> bytes:
    escaped = ("".join(c if ord(c) < 128 and c not in "\\{}" else f"\\u{ord(c)}?" for c in line) for line in lines)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0 " + "".join(line.replace("\t", "\\tab ") + parted for line in escaped) + "}"
    ).encode()


def pdf(lines: list[str], head: str = "The Archive") -> bytes:
    """Lines in pages of some fifty, the empty ones as distance, the first large, with a running head and page numbers."""
    pages: list[list[str]] = [[]]
    for line in lines:
        if len(pages[-1]) >= 45 and not pages[-1][-1].endswith((".", "”", "")[:2]):
            pages.append([])
        pages[-1].append(line)
    title = next((line for line in lines if line), "")
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for number, page_lines in enumerate(pages, start=1):
        rows = [(head, 60, 800), (f"Page {number} of {len(pages)}", 480, 30)]
        rows += [(line, 60, 770 - 14 * place) for place, line in enumerate(page_lines) if line]
        drawn = "\n".join(
            f"BT /F1 {15 if text == title else 10} Tf {x} {y} Td ({_pdf_text(text)}) Tj ET" for text, x, y in rows
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out.encode("latin-1")


def _pdf_text(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\xa0", " ")
    return "".join(f"\\{byte:03o}" if byte > 126 else chr(byte) for byte in plain.encode("cp1252"))


def wrapped(lines: list[str], width: int = 80) -> list[str]:
    """Lines wrapped, words parted at hyphens where the line is full, blank lines between."""
    found = []
    for line in lines:
        rows = textwrap.wrap(line, width, break_on_hyphens=False) or [""]
        for number, row in enumerate(rows[:-1]):
            last, following = row.rsplit(" ", 1)[-1], rows[number + 1].split(" ")
            word = following[0]
            if word.isalpha() and word.islower() and len(word) > 8 and last[-1:].isalpha():
                rows[number], rows[number + 1] = f"{row} {word[:4]}-", " ".join([word[4:], *following[1:]])
        found += [*rows, ""]
    return found


def xlsx(rows: list[list[str]]) -> bytes:
    cells = "".join(
        f'<row r="{number}">'
        + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>' for cell in row)
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'.encode(),
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="News" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'.encode(),
        }
    )


def records(all_pieces: list[Piece]) -> list[dict[str, str]]:
    return [
        {
            "headline": p.title,
            "source": p.outlet,
            "byline": p.author,
            "publish_date": p.published.isoformat(),
            "body": p.text,
        }
        for p in all_pieces
    ]


def warc(all_pieces: list[Piece]) -> bytes:
    out = b""
    for piece in all_pieces:
        for link, kind, body in (
            (f"https://example.org/news/{piece.name}", "text/html; charset=utf-8", page(piece)),
            (f"https://example.org/{piece.name}.css", "text/css", b"p {}"),
        ):
            http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {link}\r\nWARC-Date: 2024-05-14T00:00:00Z\r\n"
            head += f"WARC-Record-ID: <urn:uuid:{piece.name}>\r\nContent-Type: application/http; msgtype=response\r\n"
            out += f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
    return out


def rss(all_pieces: list[Piece]) -> bytes:
    items = "".join(
        f"<item><title>{escape(p.title)}</title><link>https://example.org/{p.name}</link><dc:creator>{p.author}</dc:creator>"
        f"<pubDate>{p.published:%a, %d %b %Y} 08:00:00 GMT</pubDate><description>A teaser.</description>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{escape(text)}</p>' for text in p.paragraphs)}]]></content:encoded></item>"
        for p in all_pieces
    )
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel><title>{all_pieces[0].outlet}</title>{items}</channel></rss>'.encode()


def nexis_classic(
    all_pieces: list[Piece],
    start: str = "{} of {} DOCUMENTS",
    names: tuple[str, ...] = ("BYLINE", "LENGTH", "LANGUAGE"),
) -> str:
    parts = []
    for number, piece in enumerate(all_pieces, start=1):
        body = "\n\n".join(textwrap.fill(paragraph, 78, break_on_hyphens=False) for paragraph in piece.paragraphs)
        parts.append(
            f"{start.format(number, len(all_pieces)):>50}\n\n\n{piece.outlet:^78}\n\n{in_words(piece.published):^78}\n\n"
            f"{textwrap.fill(piece.title, 70)}\n\n{names[0]}: By {piece.author}\n\n{names[1]}: 99 words\n\nDATELINE: BAGHDAD\n\n{body}\n\n"
            f"LOAD-DATE: {in_words(piece.published)}\n\n{names[2]}: ENGLISH\n\nGRAPHIC: 5,000 boats\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
            f"{'Copyright 2014 ' + piece.outlet:^78}\n{'All Rights Reserved':^78}\n\n"
        )
    return "Download Request: All Documents\nTime Of Request: Friday, March 20, 2018\n\n" + "".join(parts)


def nexis_uni(all_pieces: list[Piece]) -> list[str]:
    lines = ["Date and Time: Friday, 5. July 2019 09:31:00 CEST", "Job Number: 1", f"Documents ({len(all_pieces)})"]
    for number, piece in enumerate(all_pieces, start=1):
        lines += [f"{number}. {piece.title}", "Client/Matter: -None-", "Search Terms: boats"]
    for piece in all_pieces:
        lines += [
            "",
            piece.title,
            piece.outlet,
            f"{in_words(piece.published)} Monday 9:20 AM GMT",
            "",
            f"Copyright 2019 {piece.outlet}, a part of it",
        ]
        lines += [
            "Section:\xa0NEWS; Version:2",
            "Length:\xa0355 words",
            f"Byline:\xa0{piece.author}",
            "Body",
            "",
            *piece.paragraphs,
        ]
        lines += [
            "Graphic",
            "5,000 boats",
            "Classification",
            "",
            "Language:\xa0ENGLISH",
            "Load-Date:\xa0July 4, 2019",
            "",
            "End of Document",
        ]
    return lines


def factiva_codes(piece: Piece, number: int) -> list[tuple[str, list[str]]]:
    return [
        ("SE", ["News"]), ("HD", [piece.title]), ("BY", [f"By {piece.author}"]), ("WC", ["295 words"]),
        ("PD", [f"{piece.published.day} {piece.published:%B} {piece.published.year}"]), ("ET", ["15:32"]), ("SN", [piece.outlet]),
        ("SC", ["TEST"]), ("LA", ["English"]), ("CY", ["(c) 2014 Owner."]), ("LP", [piece.paragraphs[0]]),
        ("TD", list(piece.paragraphs[1:])), ("NS", ["gcat : News"]), ("AN", [f"Document TEST00002014{number:04}e51700030"]),
    ]  # fmt: skip


def factiva_html(all_pieces: list[Piece]) -> bytes:
    tables = ""
    for number, piece in enumerate(all_pieces):
        rows = "".join(
            f"<tr><td><b>{code}</b>&nbsp;</td><td>{''.join(f'<p>{escape(text)}</p>' for text in texts)}</td></tr>"
            for code, texts in factiva_codes(piece, number)
            if texts
        )
        tables += f'<div class="article"><table>{rows}</table></div>'
    return f'<html><head><meta charset="utf-8"><title>Factiva</title></head><body>{tables}</body></html>'.encode()


def factiva_rtf(all_pieces: list[Piece]) -> bytes:
    lines = []
    for number, piece in enumerate(all_pieces):
        for code, texts in factiva_codes(piece, number):
            lines += [f"{code}\t{texts[0]}", *texts[1:]] if texts else []
        lines.append("\f")
    return rtf(lines)


def factiva_laid_out(all_pieces: list[Piece]) -> list[str]:
    lines = []
    for number, piece in enumerate(all_pieces):
        lines += [
            "News",
            piece.title,
            f"By {piece.author}",
            "295 words",
            f"{piece.published.day} {piece.published:%B} {piece.published.year}",
        ]
        lines += ["15:32", piece.outlet, "TEST", "26", "English", "(c) 2014 Owner.", "", *piece.paragraphs, ""]
        lines += [f"Document TEST00002014{number:04}e51700030", ""]
    return lines


def factiva_xml(all_pieces: list[Piece]) -> bytes:
    articles = "".join(
        f"<ppsarticle><article><baseLanguage>EN</baseLanguage><headline><paragraph>{escape(p.title)}</paragraph></headline>"
        f"<byline>By {p.author}</byline><leadParagraph><paragraph>{escape(p.paragraphs[0])}</paragraph></leadParagraph>"
        f"<publicationDate><dateTime>{p.published}T01:35:58Z</dateTime></publicationDate><sourceName>{p.outlet}</sourceName><tailParagraphs>"
        + "".join(f"<paragraph>{escape(text)}</paragraph>" for text in p.paragraphs[1:])
        + "</tailParagraphs></article></ppsarticle>"
        for p in all_pieces
    )
    return f'<?xml version="1.0" encoding="utf-8"?><PPSResponse xmlns="http://global.factiva.com/pps/2.0">{articles}</PPSResponse>'.encode()


def proquest(all_pieces: list[Piece]) -> str:
    rule = "_" * 60
    parts = [
        f"\n{rule}\n\nDocument {number} of {len(all_pieces)}\n\nTitle: {p.title}\n\nAuthor: {p.author}\n\n"
        f"Publication title: {p.outlet}; Northport\n\nPublication date: {in_words(p.published)}\n\nAbstract: A summary of 5,000 boats.\n\n"
        f"Full text: "
        + "\n\n".join(p.paragraphs)
        + "\n\nSection: News\n\nLanguage of publication: English\n\nProQuest document ID: 12345\n"
        for number, p in enumerate(all_pieces, start=1)
    ]
    return "".join(parts) + f"\n{rule}\n\nContact ProQuest\n\nCopyright 2014 ProQuest LLC. All rights reserved.\n"


def europresse(all_pieces: list[Piece]) -> bytes:
    months = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
    parts = "".join(
        f'<table><tr><td><span class="DocPublicationName">{p.outlet}, no. 5968</span><br><span class="DocHeader">Monde, </span>'
        f'<span class="DocHeader">{p.published.day} {months[p.published.month - 1]} {p.published.year}</span><br><br>'
        f'<span class="TitreArticleVisu">{escape(p.title)}</span><br><br>{p.author}<br><p></p>'
        + "<p></p>".join(escape(text) for text in p.paragraphs)
        + "<p></p><b><i>© 2012 Journal. Tous droits réservés.</i></b><p></p>Numéro de document : news·1<br></td></tr></table>"
        for p in all_pieces
    )
    return f'<html><head><meta charset="utf-8"></head><body>{parts}</body></html>'.encode()


def write_single(folder: Path, ending: str, make: Callable[[Piece], bytes]) -> None:
    """A file for each article."""
    for piece in pieces():
        (folder / f"{piece.name}{ending}").write_bytes(make(piece))


def table(all_pieces: list[Piece]) -> pd.DataFrame:
    return pd.DataFrame(records(all_pieces))


def as_json(all_pieces: list[Piece]) -> bytes:
    return json.dumps({"status": "ok", "articles": records(all_pieces)}).encode()
