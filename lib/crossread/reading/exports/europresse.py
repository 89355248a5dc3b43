"""Web pages exported from Europresse: each article has its outlet, date and title in elements of their own classes."""

import re
from functools import cache

from lxml import etree

from crossread.lexicon import load_lexicon
from crossread.reading.blocks import find_blocks
from crossread.reading.dates import find_date
from crossread.reading.drafts import Removed
from crossread.reading.exports.exported import Exported, whole_line
from crossread.reading.headlines import ends_sentence

NAME = "Europresse"
_ISSUE = re.compile(r",?\s*(?:no|n°|nr|num)\.?\s*[\d-]+.*", re.IGNORECASE)
_AUTHOR_WORDS = 8


def looks_like(tree: etree._Element) -> bool:
    """Tell whether a page is such an export."""
    return bool(_with_class(tree, "DocPublicationName"))


def split(tree: etree._Element) -> list[Exported]:
    """Split the page into articles."""
    return [_read_article(outlet) for outlet in _with_class(tree, "DocPublicationName")]


def _read_article(outlet: etree._Element) -> Exported:
    around = outlet
    while around.getparent() is not None and not _titles(around):
        around = around.getparent()
    header = [text for element in _with_class(around, "DocHeader") if (text := _text(element))]
    title = _text(_titles(around)[0]) if _titles(around) else ""
    article = Exported(title=title, outlet=_ISSUE.sub("", _text(outlet)), published=" ".join(header))
    if header and not find_date(header[0]) and len(header) > 1 and header[0].endswith(","):
        article.section = header[0].rstrip(", ")
    lines = [" ".join(line.split()) for block in find_blocks(around) for line in block.text.split("\n") if line]
    start = next((n for n, line in enumerate(lines) if title and title in line), 0)
    for number, line in enumerate(lines[start + 1 :]):
        if _end().fullmatch(line):
            break
        if number == 0 and not ends_sentence(line) and line.count(" ") < _AUTHOR_WORDS:
            article.author = line
        else:
            article.paragraphs.append(line)
    known = {_text(outlet), " ".join(header)}
    article.left_out = [Removed("beside the title", line, 0) for line in lines[:start] if line not in known]
    return article


def _titles(element: etree._Element) -> list[etree._Element]:
    return _with_class(element, "TitreArticleVisu") or _with_class(element, "titreArticle")


def _with_class(element: etree._Element, name: str) -> list[etree._Element]:
    lower = "translate(@class, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
    found = element.xpath(f".//*[contains(concat(' ', {lower}, ' '), ' {name.lower()} ')]")
    return [each for each in found if isinstance(each, etree._Element)]


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


@cache
def _end() -> re.Pattern[str]:
    return whole_line(load_lexicon("exports")["europresse"]["end"])
