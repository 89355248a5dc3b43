"""Web pages: the article in a saved page, what the page says of it, and what on the page is not the article."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree, html

from crossread.reading.blocks import Block, find_blocks, split_lines
from crossread.reading.decoding import decode
from crossread.reading.drafts import Draft, Problem, Removed
from crossread.reading.exports import collect, europresse, read_exports
from crossread.reading.files import File
from crossread.reading.headlines import ends_sentence, is_glued, same_words
from crossread.reading.metadata import Metadata

if TYPE_CHECKING:
    from trafilatura.settings import Document

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|<\?xml[^>]{0,80}?encoding=[\"']([\w.-]+)", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Pictures and fonts that stand in the page itself, as SingleFile and mail programs save them.
_DATA = re.compile(r"data:[\w/+.-]{0,60}(?:;[\w=-]{1,40})*,[\w%+/=-]{200,}")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(\S+)|\burl:\s*(https?://\S+)")
_MAX_CHARACTERS = 30_000_000
# Where a page states its article's text and that is this many times what was found, the page is believed.
_STATED_LONGER = 1.25
# A part of an article has as many paragraphs of running text, with as many words each.
_PARAGRAPHS = 3
_LONG_PARAGRAPH = 12
_LONGEST_SECTION = 60
_NOT_STATED = ("", "unknown", "none", "admin", "staff")


def read_page(file: File) -> Iterator[Draft | Problem]:
    """Read a saved web page as one article, or as the export of a database that it is."""
    raw = file.read()
    label = _META_CHARSET.search(raw[:4096])
    text, note = decode(raw, file.encoding or (label and (label[1] or label[2]).decode("ascii", "replace")))
    tree = parse_page(text)
    if tree is None:
        yield Problem(file.name, None, "an empty page")
        return
    if europresse.looks_like(tree):
        yield from collect(file, europresse.NAME, europresse.split(tree), note)
        return
    lines = [line for block in find_blocks(tree) for line in ("", *block.text.split("\n"))]
    found = read_exports(file, lines, note)
    yield from found if found is not None else _read_article(file, text, tree, note)


def parse_page(text: str) -> etree._Element | None:
    """Parse a page.

    Args:
        text: Its source.

    Returns:
        Its root, None for a page without any element.

    Raises:
        ValueError: It is longer than any page.
    """
    text = _DATA.sub("data:,", _XML_DECLARATION.sub("", text)).replace("\0", "")
    if len(text) > _MAX_CHARACTERS:
        raise ValueError(f"longer than {_MAX_CHARACTERS:,} characters, which is no page of news")
    try:
        # Comments within a sentence would part it; text is there for a parser of its own, so nothing is shared.
        return html.document_fromstring(text, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except etree.ParserError:
        return None


def _read_article(file: File, source: str, tree: etree._Element, note: str | None) -> Iterator[Draft | Problem]:
    from trafilatura import bare_extraction

    blocks = find_blocks(tree)
    saved = _SAVED_FROM.search(source[:5000])
    url = file.metadata.url or (saved and (saved[1] or saved[2])) or None
    document = bare_extraction(
        tree, url=url, include_comments=False, include_tables=False, with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": True, "max_date": date.today().isoformat()},
    )  # fmt: skip
    if document is None or isinstance(document, dict):
        yield Problem(file.name, None, "no article on the page: it has no running text")
        return
    found = [line for block in find_blocks(document.body) for line in split_lines(block.text)]
    found += _find_continued(tree, found)
    paragraphs = _prefer_stated(found, blocks, _stated_body(source))
    headings = [" ".join(each.text_content().split()) for each in tree.iter("h1", "h2")]
    title = _find_title(document, [*paragraphs[:3], *headings[:5]])
    metadata = _read_metadata(document, title, url, source).over(file.metadata)
    removed = tuple(_left_out(blocks, paragraphs, title))
    yield Draft(file.stem, file.name, metadata, paragraphs=tuple(paragraphs), removed=removed, note=note)


def _read_metadata(document: "Document", title: str | None, url: str | None, source: str) -> Metadata:
    language = re.search(r"<html[^>]*?\slang=[\"']?([a-z]{2})\b", source[:20_000], re.IGNORECASE)
    link = url or document.url
    author = (document.author or "").strip()
    outlet = document.sitename or document.hostname
    published = date.fromisoformat(document.date) if document.date else None
    inferred = ["language"] if language else []
    if outlet and "." in outlet and outlet.casefold() in (link or "").casefold():
        inferred.append("outlet")  # the page's address only
    return Metadata(
        title=title,
        outlet=outlet or None,
        author=author if author.lower() not in _NOT_STATED else None,
        url=link if link and link.startswith("http") else None,
        published=published,
        language=language[1].lower() if language else None,
        section=_short(next(iter(document.categories or ()), None)),
        inferred=tuple(inferred),
    )


def _short(section: str | None) -> str | None:
    """A section; some pages put all their keywords there."""
    return section if section and len(section) <= _LONGEST_SECTION and section.count(",") < 2 else None


def _find_title(document: "Document", headings: Sequence[str]) -> str | None:
    """The page's title, without the names of section and site, as the article's own first heading has it."""
    title = " ".join((document.title or "").split())
    if not title:
        return None
    plain = _letters(title)
    for heading in headings:
        if same_words(heading, title) or is_glued(title, heading) or (len(heading) > 20 and _letters(heading) in plain):
            return heading
    site = _letters(document.sitename or document.hostname or "")
    head, mark, tail = re.match(r"(.*?)(\s+[|–—-]\s+(?!.*\s[|–—-]\s)|$)(.*)", title, re.DOTALL).groups()  # type: ignore[union-attr]
    if mark and _letters(tail) and site and (_letters(tail) in site or site in _letters(tail)):
        return head
    return title


def _stated_body(source: str) -> str:
    """The article's text as the page states it for search engines (schema.org), "" where it doesn't."""
    found = re.search(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")', source)
    try:
        # Some write tags into it, or even their escapes.
        text = unescape(json.loads(found[1], strict=False)) if found else ""
        return "\n".join(block.text for block in find_blocks(html.fragment_fromstring(text, create_parent="div")))
    except (ValueError, etree.ParserError):
        return ""


def _find_continued(tree: etree._Element, found: Sequence[str]) -> list[str]:
    """The paragraphs of further parts of an article that advertisements cut in pieces, which look like the first."""
    whole = _letters("\n".join(found))
    first: list[etree._Element] = []
    others: dict[etree._Element, list[str]] = {}
    for paragraph in tree.iter("p"):
        text = " ".join(paragraph.text_content().split())
        parent = paragraph.getparent()
        if text.count(" ") < _LONG_PARAGRAPH or not parent.get("class"):
            continue
        if _letters(text) in whole:
            first.append(parent)
        elif ends_sentence(text):
            others.setdefault(parent, []).append(text)
    signs = {_sign(parent) for parent in first if first.count(parent) >= _PARAGRAPHS}
    parts = [(parent, texts) for parent, texts in others.items() if _sign(parent) in signs and parent not in first]
    return [
        line
        for parent, texts in parts
        if len(texts) >= _PARAGRAPHS and parent.find(".//h1") is None
        for block in find_blocks(parent)
        if not block.kind
        for line in split_lines(block.text)
    ]


def _sign(element: etree._Element) -> tuple[object, ...]:
    """What parts of one article have in common: their classes, their parent's, and the article they are in."""
    above = element.getparent()
    article = next(element.iterancestors("article"), None)
    return element.tag, element.get("class"), None if above is None else above.get("class"), article


def _prefer_stated(found: list[str], blocks: Sequence[Block], stated: str) -> list[str]:
    """The page's own paragraphs of the stated text, where that is much more than what was found."""
    whole = _letters(stated)
    if len(whole) < _STATED_LONGER * len(_letters(" ".join(found))):
        return found
    lines = [line for block in blocks for line in split_lines(block.text)]
    kept = [line for line in dict.fromkeys(lines) if len(_letters(line)) > 3 and _letters(line) in whole]
    return kept if len(_letters("".join(kept))) > 0.9 * len(whole) else split_lines(stated)


def _left_out(blocks: Sequence[Block], paragraphs: Sequence[str], title: str | None) -> Iterator[Removed]:
    """What is on the page beside the article, neighbours of one kind together."""
    kept = _letters("\n".join([title or "", *paragraphs]))
    rest = (block for block in blocks if (letters := _letters(block.text)) and letters not in kept)
    for kind, group in groupby(rest, key=lambda block: block.kind):
        text = "\n".join(dict.fromkeys(block.text.replace("\n", " ") for block in group))
        yield Removed(kind or "outside the article", text, 0)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
