"""Feeds (RSS, Atom) and other XML: an article an item."""

from collections.abc import Iterator

from lxml import etree, html

from crossread.reading.blocks import find_blocks, split_lines
from crossread.reading.drafts import Draft, Problem
from crossread.reading.exports import collect, factiva
from crossread.reading.files import File
from crossread.reading.metadata import Metadata, parse_metadata
from crossread.reading.xml import parse_xml

_TEXTS = ("{*}encoded", "{*}content", "{*}description", "{*}summary")
_DATES = ("{*}pubDate", "{*}published", "{*}date", "{*}issued", "{*}updated")
_AUTHORS = ("{*}creator", "{*}author/{*}name", "{*}author")


def read_xml(file: File) -> Iterator[Draft | Problem]:
    """Read an XML file by what its root is."""
    root = parse_xml(file.read())
    name = etree.QName(root).localname
    if root.find(".//{*}ppsarticle") is not None:
        yield from collect(file, factiva.NAME, factiva.read_xml(root), None)
    elif name in ("rss", "feed", "RDF"):
        yield from read_feed(file)
    elif name == "html":
        from crossread.reading.pages import read_page

        yield from read_page(file)
    else:
        yield Problem(file.name, None, f"no reader for XML of <{name}>: export it as text, CSV or JSON")


def read_feed(file: File) -> Iterator[Draft | Problem]:
    """Read a feed."""
    root = parse_xml(file.read())
    channel = root.find("{*}channel") if root.find("{*}channel") is not None else root
    outlet, language = _first(channel, ("{*}title",)), _first(channel, ("{*}language",))
    items = list(root.iter("{*}item", "{*}entry"))
    if not items:
        yield Problem(file.name, None, "no items: the feed is empty")
    for number, item in enumerate(items, start=1):
        texts = [(name, element) for name in _TEXTS for element in item.iterfind(name)]
        paragraphs = next((found for _, element in texts if (found := _paragraphs(element))), [])
        if not paragraphs:
            yield Problem(file.name, number, "an item without a text: save the page it leads to")
            continue
        whole = any(name in ("{*}encoded", "{*}content") for name, _ in texts)
        link = next(
            (
                each.get("href") or each.text
                for each in item.iterfind("{*}link")
                if each.get("rel") in (None, "alternate")
            ),
            None,
        )
        values = {"title": _first(item, ("{*}title",)), "outlet": outlet, "author": _first(item, _AUTHORS), "url": link}
        values |= {"published": _first(item, _DATES), "language": language}
        metadata, reasons = parse_metadata({key: value for key, value in values.items() if value})
        yield from (Problem(file.name, number, reason) for reason in reasons)
        yield Draft(
            article_id=f"{file.stem}:{number}",
            path=file.name,
            metadata=metadata.over(file.metadata) if language else metadata.over(Metadata()),
            line=number,
            paragraphs=tuple(paragraphs),
            note=None if whole else "an item of a feed, perhaps its summary only",
        )


def _first(element: etree._Element, names: tuple[str, ...]) -> str | None:
    """The text of the first element of these names that has one; titles may hold escaped tags."""
    for name in names:
        for found in element.iterfind(name):
            if text := " ".join("".join(found.itertext()).split()):
                return (
                    " ".join(html.fromstring(f"<p>{text}</p>").text_content().split())
                    if "&" in text or "<" in text
                    else text
                )
    return None


def _paragraphs(element: etree._Element) -> list[str]:
    """The paragraphs of an item's text: XHTML as it stands, else HTML in escapes."""
    # Of an element without children the text is HTML in escapes.
    tree = element if len(element) else html.fragment_fromstring(element.text or "", create_parent="div")
    return [line for block in find_blocks(tree) for line in split_lines(block.text)]
