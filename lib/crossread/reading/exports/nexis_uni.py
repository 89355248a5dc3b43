"""Exports of Nexis Uni (and Nexis Advance), as DOCX, RTF or PDF: each article ends with "End of Document"."""

import re
from collections.abc import Sequence
from functools import cache

from crossread.lexicon import load_lexicon
from crossread.reading.dates import find_date
from crossread.reading.drafts import Removed
from crossread.reading.exports.exported import Exported, is_copyright, whole_line
from crossread.reading.joining import join_lines

NAME = "Nexis Uni"
# A field's name and its value are parted by a no-break space, or by any in a PDF.
_FIELD = re.compile(r"([^\W\d_][\w -]{1,28}?):(?:[\xa0\s]+(.*))?")
_NUMBERED = re.compile(r"(\d+)\.\s+(.*)")
_PAGE = re.compile(r"page \d+ (?:of|von|sur|de) \d+|seite \d+ von \d+", re.IGNORECASE)
# A line that is as full as this was wrapped.
_FULL = 70


def looks_like(lines: Sequence[str]) -> bool:
    """Tell whether lines are such an export: by its ends of articles, or by its cover."""
    end, cover = _pattern("end"), _pattern("cover")
    return any(end.fullmatch(line) or cover.fullmatch(line) for line in lines) and any(map(_is_body, lines))


def split(lines: Sequence[str]) -> list[Exported]:
    """Split the lines into articles; none where they cannot be told apart."""
    end = _pattern("end")
    pieces: list[list[str]] = [[]]
    for line in lines:
        if end.fullmatch(line):
            pieces.append([])
        elif not _PAGE.fullmatch(line.strip()):
            pieces[-1].append(line)
    articles = [_read_article(piece, first=number == 0) for number, piece in enumerate(pieces[:-1])]
    # A cut file ends within an article; where articles have no ends, none can be told from the next.
    if sum(map(_is_body, pieces[-1])) == 1:
        articles.append(_read_article(pieces[-1], first=len(pieces) == 1))
    return articles


def count_stated(lines: Sequence[str]) -> int | None:
    """How many articles the cover says that there are."""
    found = next((match for line in lines if (match := _pattern("cover").fullmatch(line))), None)
    return None if found is None else int(next(filter(None, found.groups())))


def _read_article(lines: list[str], *, first: bool) -> Exported:
    article = Exported()
    body = next((number for number, line in enumerate(lines) if _is_body(line)), len(lines))
    head = [" ".join(line.split()) for line in lines[:body]]
    keys = [_read_field(line)[0] for line in lines[:body]]
    dated = [n for n, line in enumerate(head) if not keys[n] and not is_copyright(line) and find_date(line)]
    if dated:
        article.published = head[dated[-1]]
        above = [line for line in head[: dated[-1]] if line]
        article.outlet = above.pop() if above else ""
        article.title = _find_title(above, first=first)
        head, keys = head[dated[-1] + 1 :], keys[dated[-1] + 1 :]
    for number, key in enumerate(keys):
        if key in ("author", "section", "language"):
            going_on = (
                head[number + 1]
                if len(head[number]) > _FULL and number + 1 < len(head) and not keys[number + 1]
                else ""
            )
            setattr(article, key, f"{_read_field(head[number])[1]} {going_on}".strip())
    _read_body(article, lines[body + 1 :])
    return article


def _find_title(above: list[str], *, first: bool) -> str:
    """The lines above the outlet; before the first article stands the cover, which numbers all titles."""
    if not first:
        return " ".join(above)
    cover = next((match[2] for line in above if (match := _NUMBERED.fullmatch(line)) and match[1] == "1"), None)
    for count in range(1, 5):
        title = " ".join(above[-count:])
        if cover is not None and _letters(title).startswith(_letters(cover)):
            return title
    return above[-1] if above else ""


def _read_body(article: Exported, lines: list[str]) -> None:
    """The text, up to captions, classification and the date of loading."""
    reason = ""
    for line in lines:
        plain = " ".join(line.split())
        key, text = _read_field(line)
        if key and key not in ("dateline", "highlight"):
            reason = reason or "classification"
            if key in ("language", "author", "section") and not getattr(article, key):
                setattr(article, key, text)
        elif _pattern("tail").fullmatch(line):
            reason = "classification"
        elif _pattern("graphic").fullmatch(line):
            reason = "graphic"
        if reason and plain:
            article.left_out.append(Removed(reason, plain, 0))
        elif not reason:
            article.paragraphs.append(plain)
    article.paragraphs = _unwrap(article.paragraphs)


def _unwrap(lines: list[str]) -> list[str]:
    """One paragraph a line, but where lines were wrapped, as in a PDF, blank ones part them."""
    filled = [line for line in lines if line]
    wrapped = [line for line in filled[:-1] if line[-1].isalnum() or line[-1] in ",-"]
    if len(wrapped) <= len(filled) / 2 or max(map(len, filled)) > 2 * _FULL:
        return filled
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [join_lines(block) for block in blocks if block]


def _is_body(line: str) -> bool:
    return _pattern("body").fullmatch(line) is not None


def _read_field(line: str) -> tuple[str, str]:
    match = _FIELD.fullmatch(line.strip())
    return (_keys().get(match[1].lower(), ""), " ".join((match[2] or "").split())) if match else ("", "")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@cache
def _keys() -> dict[str, str]:
    fields: dict[str, list[str]] = load_lexicon("exports")["nexis"]["fields"]
    return {name: key for key, names in fields.items() for name in names}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return whole_line(load_lexicon("exports")["nexis"][name])
