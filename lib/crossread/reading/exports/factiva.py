"""Exports of Factiva: with a code before each field, or laid out for reading, in text, RTF or pages; and its XML."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from crossread.lexicon import load_lexicon
from crossread.reading.dates import find_date
from crossread.reading.drafts import Removed
from crossread.reading.exports.exported import Exported, is_copyright
from crossread.reading.languages import language_code

if TYPE_CHECKING:
    from lxml import etree

NAME = "Factiva"
_END = re.compile(r"\s*(?:AN[\s|:]+)?document \w{5,}\d{8}\w+\s*", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[ap]m)?", re.IGNORECASE)


def looks_like(lines: Sequence[str]) -> bool:
    """Tell whether lines are such an export: by the numbers of documents at the ends of articles, or by its codes."""
    codes = {code for line in lines if (code := _read_code(line)[0])}
    return (
        any(_END.fullmatch(line) for line in lines)
        or {"HD", "PD", "SN", "LP"} <= codes
        or {"HD", "PD", "SN", "TD"} <= codes
    )


def split(lines: Sequence[str]) -> list[Exported]:
    """Split the lines into articles; none where they cannot be told apart."""
    coded = any(_read_code(line)[0] == "HD" for line in lines)
    pieces = [piece for piece in _part(lines) if any(line.strip() for line in piece)]
    if coded:
        return [_read_coded(piece) for piece in pieces if any(_read_code(line)[0] == "HD" for line in piece)]
    laid_out = [[" ".join(line.split()) for line in piece if line.strip()] for piece in pieces]
    articles = [_read_laid_out(piece) for piece in laid_out]
    if not any(articles):
        return []
    # One that is laid out otherwise is told, too; behind the last stands a list of what was searched.
    last = len(articles) - (articles[-1] is None)
    return [found or Exported(title=lines[0]) for found, lines in list(zip(articles, laid_out, strict=True))[:last]]


def _part(lines: Sequence[str]) -> Iterator[list[str]]:
    """What stands up to each number of a document; RTF has a form feed there, too."""
    piece: list[str] = []
    for line in lines:
        if _END.fullmatch(line):
            yield piece
            piece = []
        else:
            piece.append(line)
    yield piece


def _read_coded(lines: list[str]) -> Exported:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found, text = _read_code(line)
        code = found or code
        plain = " ".join((text if found else line).split())
        if code and plain:
            fields.setdefault(code, []).append(plain)
    keys: dict[str, str] = load_lexicon("exports")["factiva"]["fields"]
    told = {key: " ".join(fields.get(code, [])) for key, code in keys.items()}
    captions = [Removed("caption", text, 0) for text in fields.get(keys["caption"], [])]
    told.pop("caption")
    return Exported(**told, paragraphs=[*fields.get("LP", []), *fields.get("TD", [])], left_out=captions)


def _read_code(line: str) -> tuple[str, str]:
    match = _code().fullmatch(line.strip())
    return (match[1], match[2] or "") if match else ("", "")


@cache
def _code() -> re.Pattern[str]:
    """A code by itself, or with a tab, a cell's end or a wide space behind it: "IN" starts sentences, too."""
    return re.compile(
        rf"({'|'.join(load_lexicon('exports')['factiva']['codes'])})(?:(?:[\t|\xa0]|[ ]{{2,}})\s*(.*?)\|?)?"
    )


def _read_laid_out(lines: list[str]) -> Exported | None:
    """Section, title, byline, the number of words, date, time, outlet, its code, page, language, owner, then text."""
    words = re.compile(rf"[\d.,\s]+ (?:{'|'.join(load_lexicon('exports')['factiva']['words'])})", re.IGNORECASE)
    counted = next(
        (number for number, line in enumerate(lines[:-2]) if words.fullmatch(line) and find_date(lines[number + 1])),
        None,
    )
    if counted is None or counted == 0:
        return None
    article = Exported(published=lines[counted + 1])
    above = lines[max(0, counted - 3) : counted]
    if len(above) == 3 or (len(above) == 2 and len(above[0]) < len(above[1]) / 2):
        article.section = above.pop(0)
    article.title, article.author = above[0], " ".join(above[1:])
    rest = lines[counted + 2 :]
    while rest and _TIME.fullmatch(rest[0]):
        rest.pop(0)
    article.outlet = rest.pop(0) if rest else ""
    owned = next((n + 1 for n, line in enumerate(rest[:6]) if is_copyright(line)), 0)
    told = [n + 1 for n, line in enumerate(rest[:6]) if language_code(line)]
    article.language = rest[told[0] - 1] if told else ""
    article.paragraphs = rest[max([owned, *told[:1]]) :]
    return article


def read_xml(root: "etree._Element") -> list[Exported]:
    """Read Factiva's XML.

    Args:
        root: The root of the document.

    Returns:
        Its articles.
    """
    articles = []
    for element in root.iter("{*}article"):
        paragraphs = [
            _text(paragraph)
            for part in ("leadParagraph", "tailParagraphs")
            for parent in element.iterfind(f"{{*}}{part}")
            for paragraph in parent.iterfind("{*}paragraph")
        ]
        articles.append(
            Exported(
                title=_text(element.find("{*}headline")),
                outlet=_text(element.find("{*}sourceName")),
                published=_text(element.find("{*}publicationDate")),
                author=_text(element.find("{*}byline")),
                section=_text(element.find("{*}sectionName")),
                language=_text(element.find("{*}baseLanguage")),
                paragraphs=[text for text in paragraphs if text],
            )
        )
    return articles


def _text(element: "etree._Element | None") -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
