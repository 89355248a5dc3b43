"""A text as it came, in the form that it is read in: without invisible marks, markup and broken lines.

What is changed is known by its place, so that every offset in what is read leads back to the text as it was.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from crossread.language.vocabulary import word_list
from crossread.reading.decoding import MOJIBAKE, decode_again
from crossread.reading.joining import join_lines

# Soft hyphens, zero-width characters, marks of direction, byte order marks.
INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff]+")
# Letters, digits and marks as wide as Chinese ones, hyphens that do not break, accents and rings for apostrophes.
ALIKE = re.compile(r"[\uff01-\uff5e\u2010\u2011]|(?<=[^\W\d_])[`´ʼʻʾʿ′](?=[^\W\d_])")
WIDE = 0xFEE0  # between a wide character and its own
KEYS = {"\u2010": "-", "\u2011": "-"} | dict.fromkeys("`´ʼʻʾʿ′", "'")  # as keyboards have them
# Raised digits behind a word or at a sentence's end are a note's; "km²" is a unit.
NOTE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;!?”\"’)]))(?:[¹²³⁰⁴-⁹]+|<sup>\W?\d{1,3}\W?</sup>)")
MARKED_NOTE = re.compile(r"(?<=[^\s\[\]])\[(?:\d{1,3}|[a-z]|citation needed)\](?![(\[])")
ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z]{2,10}\d{0,2});")
TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>\n]{0,400})?/?>|<!--[^<>\n]{0,400}-->")
BLOCK_TAG = re.compile(r"p|br|div|li|ul|ol|tr|td|th|table|h\d|blockquote|section|article|hr", re.IGNORECASE)
INLINE_TAG = re.compile(
    r"|a|abbr|b|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|u|wbr", re.IGNORECASE
)
LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\]\((?:[^()\s]{1,400})(?:\s[\"'][^\n()]{0,200})?\)")
EMPHASIS = re.compile(
    r"(\*\*\*|\*\*|__|~~)(?=\S)([^\n]{1,400}?)(?<=\S)\1|(?<![\w*_])([*_])(?=\S)([^*_\n]{1,400})(?<=\S)\3(?![\w*_])"
)
PREFIX = re.compile(r"^(?:#{1,6}[^\S\n]+|>[^\S\n]+|[*•][^\S\n]+)(?=\S)", re.MULTILINE)
ESCAPE = re.compile(r"\\(?=[$*_#\[\]().!~-])")
# A row of a small table: "| Killed | 25 |", or with a tab between its cells.
ROW = re.compile(
    r"^\|?[^\S\n]*([^\W\d_][^|\t\n]{0,60}?([^\S\n]*[|\t][^\S\n]*)[~<>]?\d[\d,.]*%?)[^\S\n]*\|?[^\S\n]*$", re.MULTILINE
)
# Letters that a scan took for digits: "2O people", "5O,000", "l2 people".
SCANNED = re.compile(r"\b(?:\d+O[\dO]*(?:,[\dO]{3})*|\d{1,3},[\dO]{0,2}O[\dO]{0,2}|l\d{1,3})\b(?![-./'’])")
# A label and its number: "Killed – 25; wounded = 40".
LABELLED = re.compile(
    r"(?:^[A-Za-z]|(?<=[;\n]\s)[A-Za-z]|(?<=,\s)[a-z])[a-z]{2,20}([^\S\n][–—=-][^\S\n])(?=\d[\d,.]*(?:[\s;,.]|$))",
    re.MULTILINE,
)
# A raised dot within a number parts thousands, else decimals: "12·000 men", "3·5 tonnes".
RAISED = re.compile(r"(?<=\d)·(?=(\d{3}\b)|\d)")
MISREAD = str.maketrans("Ol", "01")
GLUED = re.compile(r"(?<=\d)\.(?=\d{1,3} others\b)")  # "killed 12.30 others were hurt"

BREAK = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=\S)")  # between two lines without a blank one between them
SENTENCE_END = re.compile(r"[.?!:;][\"'”’»)\]]*$")
LABEL = re.compile(r"[^\W\d_][\w /()'’-]{0,40}?\s?[:=|\t–—]\s*[\d~<>]|[-*•·]\s|\d+[.)]\s")
WIDEST_WRAP = 120  # columns; longer lines are paragraphs
FULL_LINE = 0.75  # of the width at which lines were wrapped: shorter ones end a paragraph
GOING_ON = 0.5  # where fewer lines begin in small letters, they are paragraphs or headlines
FEWEST_LINES = 4  # tell at which width a text was wrapped


class Edit(NamedTuple):
    """What a stretch of the text becomes."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text in the form that it is read in, and what was changed for it, each with its place there."""

    text: str
    edits: tuple[Edit, ...] = ()
    places: tuple[int, ...] = ()

    def span(self, at: int) -> tuple[int, int]:
        """Where a character of it stands in the text as it was."""
        number = bisect_right(self.places, at) - 1
        if number < 0:
            return at, at + 1
        edit, inside = self.edits[number], at - self.places[number]
        if inside >= len(edit.by):
            first = edit.end + inside - len(edit.by)
            return first, first + 1
        first = edit.start + inside
        return (first, first + 1) if len(edit.by) == edit.end - edit.start else (edit.start, edit.end)


def normalize(text: str, title_end: int = 0) -> NormalText:
    """Bring a text to the form in which it is read.

    Args:
        text: Any text.
        title_end: Where its title ends, whose last line goes on in no other.

    Returns:
        The same text where nothing is in the way of reading it, as in nearly all.
    """
    edits: list[Edit] = []
    ends, places, pieces, length = 0, list[int](), list[str](), 0
    for edit in sorted(_edits(text, title_end), key=lambda edit: (edit.start, -edit.end)):
        if edit.start < ends or text[edit.start : edit.end] == edit.by:
            continue
        pieces += (text[ends : edit.start], edit.by)
        length += edit.start - ends
        places.append(length)
        edits.append(edit)
        length, ends = length + len(edit.by), edit.end
    return NormalText("".join([*pieces, text[ends:]]), tuple(edits), tuple(places))


def _edits(text: str, title_end: int) -> Iterator[Edit]:
    """All that is in the way; each kind is looked for only where its signs stand in the text."""
    plain = text.isascii()
    for signs, pattern, rewrite in _kinds():
        if any(sign in text for sign in signs) if signs else not plain:
            for match in pattern.finditer(text):
                yield from rewrite(match)
    if "\n" in text:
        yield from _breaks(text, title_end)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], tuple[Edit, ...]]], ...]:
    """What is looked for: its signs ("" is any that is not ASCII), its pattern, and what becomes of a match."""
    return (
        ("", INVISIBLE, _drop),
        ("", MOJIBAKE, lambda match: (Edit(*match.span(), decode_again(match)),)),
        ("", NOTE, _drop),
        ("", ALIKE, _alike),
        ("`", ALIKE, _alike),
        ("&", ENTITY, _character),
        ("<", NOTE, _drop),
        ("<", TAG, _tag),
        ("[", LINK, lambda match: _around(match, 1)),
        ("[", MARKED_NOTE, _drop),
        ("*_~", EMPHASIS, lambda match: _around(match, 2 if match[1] else 4)),
        ("#>*•", PREFIX, _drop),
        ("\\", ESCAPE, _drop),
        ("|\t", ROW, lambda match: (*_around(match, 1), Edit(*match.span(2), ": "))),
        ("Ol", SCANNED, lambda match: (Edit(*match.span(), match[0].translate(MISREAD)),)),
        ("–—=-", LABELLED, lambda match: (Edit(*match.span(1), ": "),)),
        ("·", RAISED, lambda match: (Edit(*match.span(), "," if match[1] else "."),)),
        (".", GLUED, lambda match: (Edit(*match.span(), ".\n"),)),
    )


def _drop(match: re.Match[str]) -> tuple[Edit, ...]:
    return (Edit(*match.span(), ""),)


def _alike(match: re.Match[str]) -> tuple[Edit, ...]:
    return (Edit(*match.span(), KEYS.get(match[0]) or chr(ord(match[0]) - WIDE)),)


def _character(match: re.Match[str]) -> tuple[Edit, ...]:
    """What an entity of HTML stands for, also where its ampersand was escaped again."""
    return (Edit(*match.span(), INVISIBLE.sub("", html.unescape(html.unescape(match[0])))),)


def _tag(match: re.Match[str]) -> tuple[Edit, ...]:
    name = match[1] or ""
    if BLOCK_TAG.fullmatch(name):
        return (Edit(*match.span(), "\n"),)
    return _drop(match) if INLINE_TAG.fullmatch(name) else ()


def _around(match: re.Match[str], inner: int) -> tuple[Edit, ...]:
    """Take away what stands around a part of a match."""
    return Edit(match.start(), match.start(inner), ""), Edit(match.end(inner), match.end(), "")


def _breaks(text: str, title_end: int) -> Iterator[Edit]:
    """Join lines within a sentence: the next goes on in small letters, or the line was full, or cannot end so."""
    breaks = [match for match in BREAK.finditer(text) if match.start() >= title_end]
    lines = [_lines_beside(text, match) for match in breaks]
    width = _wrap_width(lines)
    for match, (before, behind) in zip(breaks, lines, strict=True):
        if _goes_on(before, behind, width):
            joined = join_lines([before, behind])[: -len(behind)]
            kept = match.start() - len(before) + len(joined.rstrip())
            yield Edit(kept, match.end(), joined[len(joined.rstrip()) :])


def _lines_beside(text: str, match: re.Match[str]) -> tuple[str, str]:
    ends = text.find("\n", match.end())
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return before, text[match.end() : None if ends < 0 else ends].rstrip()


def _wrap_width(lines: list[tuple[str, str]]) -> int:
    """The width at which lines were wrapped, 0 where each is a paragraph."""
    widest = max((len(before) for before, _ in lines), default=0)
    going_on = sum(behind[0].islower() for _, behind in lines)
    wrapped = len(lines) >= FEWEST_LINES and widest <= WIDEST_WRAP and going_on >= GOING_ON * len(lines)
    return widest if wrapped else 0


def _goes_on(before: str, behind: str, width: int) -> bool:
    """Tell whether a line goes on in the next."""
    if LABEL.match(behind) or (LABEL.match(before) and not behind[0].islower()):
        return False
    if behind[0].islower() and not SENTENCE_END.search(before):
        return True
    return before.lower().split()[-1] in word_list("openers") or len(before) >= FULL_LINE * width > 0
