"""PDF: lines in the order in which columns are read, joined to paragraphs, without running heads and page numbers."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from crossread.reading.drafts import Draft, Problem, Removed
from crossread.reading.exports import read_exports
from crossread.reading.files import File
from crossread.reading.headlines import HEADLINE_WORDS, ends_sentence
from crossread.reading.joining import join_lines
from crossread.reading.metadata import Metadata

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MAX_PAGES = 2_000
_MAX_STREAM = 50_000_000  # bytes of what a page draws, pictures aside
_MAX_DEFLATED = 1_040  # times as large is at most what was packed
_STREAM = re.compile(rb"<<(?:(?!<<).){0,500}?>>\s{0,9}stream\r?\n", re.DOTALL)
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:of|von|/|sur|de)\s*\d{1,4})?|[-–—]\s*\d+\s*[-–—]", re.IGNORECASE
)
# In points: columns are parted by at least so much.
_GUTTER = 9
# A new paragraph is set off by this many times the usual distance of lines, or type of another size.
_GAP = 1.35
_OTHER_SIZE = 1.18
_MAX_CUTS = 60
# A title is set so much larger than the text, near the top.
_EDGE = 0.1
_TITLE_SIZE = 1.25
_MOST_ABOVE = 6


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    left: float
    bottom: float
    right: float
    top: float
    page: int
    at_edge: bool = False  # of the page, above or below its text

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read_pdf(file: File) -> Iterator[Draft | Problem]:
    """Read a PDF."""
    from pypdfium2 import PdfDocument, PdfiumError

    raw = file.read()
    _check_streams(raw)
    try:
        document = PdfDocument(raw)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        yield Problem(file.name, None, "locked with a password: unlock it" if locked else f"broken PDF: {error}")
        return
    try:
        pages = _read_pages(document)
    finally:
        document.close()
    if not any(pages):
        yield Problem(file.name, None, "a PDF without text, scanned most likely: run it through text recognition (OCR)")
        return
    pages, removed = _drop_running_lines(pages)
    paragraphs = _join_lines([line for lines in pages for line in lines])
    lines = [line.text for paragraph in paragraphs for line in (*paragraph, _BLANK)]
    if (found := read_exports(file, lines, None)) is not None:
        yield from found
        return
    starts = {paragraph[0].page: number for number, paragraph in reversed(list(enumerate(paragraphs, start=1)))}
    places = ", ".join(f"page {page} from paragraph {number}" for page, number in sorted(starts.items()))
    note = places if len(starts) > 1 else None
    texts = [join_lines([line.text for line in paragraph]) for paragraph in paragraphs]
    above = _count_above_title(paragraphs)
    title = texts[above] if above is not None else None
    removed += tuple(Removed("above the title", text, 0) for text in texts[:above] if above)
    metadata = file.metadata.over(Metadata(title=title))
    yield Draft(file.stem, file.name, metadata, paragraphs=tuple(texts[above or 0 :]), removed=removed, note=note)


_BLANK = _Line("", 0, 0, 0, 0, 0)


def _check_streams(raw: bytes) -> None:
    """Refuse what unpacks to more than any page of news: PDFium takes fifteen times as much memory."""
    for start in _STREAM.finditer(raw):
        end = raw.find(b"endstream", start.end())
        if (end - start.end()) * _MAX_DEFLATED < _MAX_STREAM or b"/Image" in start[0]:
            continue
        unpacking = zlib.decompressobj()
        with suppress(zlib.error):
            unpacking.decompress(memoryview(raw)[start.end() : end], _MAX_STREAM)
        if unpacking.unconsumed_tail:
            raise ValueError(f"not unpacked: a page of more than {_MAX_STREAM // 1_000_000} MB")


def _read_pages(document: "PdfDocument") -> list[list[_Line]]:
    if len(document) > _MAX_PAGES:
        raise ValueError(f"{len(document):,} pages, more than {_MAX_PAGES:,}: split it into articles")
    return [_merge(_order(_read_page(page, number))) for number, page in enumerate(document, start=1)]


def _read_page(page: "PdfPage", number: int) -> list[_Line]:
    text, height = page.get_textpage(), page.get_height()
    boxes = [text.get_rect(index) for index in range(text.count_rects())]
    found = [
        _Line(
            text=_clean(text.get_text_bounded(left, bottom, right, top)),
            left=left,
            bottom=bottom,
            right=right,
            top=top,
            page=number,
            at_edge=bottom > (1 - _EDGE) * height or top < _EDGE * height,
        )
        for left, bottom, right, top in boxes
    ]
    return [line for line in found if line.text]


def _order(lines: list[_Line], cuts: int = 0) -> list[_Line]:
    """Columns before rows: cut where a gutter runs through all lines, else at the widest gap between rows (XY cut)."""
    if len(lines) < 2 or cuts > _MAX_CUTS:
        return sorted(lines, key=lambda line: (-line.top, line.left))
    for low, high, size in ((_left, _right, _GUTTER), (_minus_top, _minus_bottom, 0.01)):
        ordered = sorted(lines, key=low)
        reach, best, place = high(ordered[0]), size, 0
        for index, line in enumerate(ordered[1:], start=1):
            if low(line) - reach >= best:
                best, place = low(line) - reach, index
            reach = max(reach, high(line))
        if place:
            return _order(ordered[:place], cuts + 1) + _order(ordered[place:], cuts + 1)
    return sorted(lines, key=lambda line: (-line.top, line.left))


def _left(line: _Line) -> float:
    return line.left


def _right(line: _Line) -> float:
    return line.right


def _minus_top(line: _Line) -> float:
    return -line.top


def _minus_bottom(line: _Line) -> float:
    return -line.bottom


def _merge(pieces: Sequence[_Line]) -> list[_Line]:
    """Pieces of one row, as of words in italics, to one line."""
    lines: list[_Line] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if (
            last is not None
            and piece.left >= last.right - 1
            and min(last.top, piece.top) - max(last.bottom, piece.bottom) > 0.5 * min(last.height, piece.height)
        ):
            gap = "" if piece.left - last.right < 0.1 * last.height else " "
            lines[-1] = replace(
                last,
                text=f"{last.text}{gap}{piece.text}",
                bottom=min(last.bottom, piece.bottom),
                right=piece.right,
                top=max(last.top, piece.top),
            )
        else:
            lines.append(piece)
    return lines


def _drop_running_lines(pages: list[list[_Line]]) -> tuple[list[list[_Line]], tuple[Removed, ...]]:
    """Take out page numbers, and what stands at the edges of several pages alike."""
    edges = [[line for line in lines if line.at_edge] for lines in pages]
    times = Counter(key for lines in edges for key in {_key(line) for line in lines})
    removed: list[Removed] = []
    kept = []
    for lines, edge in zip(pages, edges, strict=True):
        running = [
            line for line in edge if _PAGE_NUMBER.fullmatch(line.text) or times[_key(line)] > max(1, len(pages) / 3)
        ]
        removed.extend(Removed("running head", line.text, 0) for line in dict.fromkeys(running))
        kept.append([line for line in lines if line not in running])
    return kept, tuple(removed)


def _count_above_title(paragraphs: Sequence[Sequence[_Line]]) -> int | None:
    """How many paragraphs stand above the one in the largest type of the first page, None where no type is larger."""
    usual = median(line.height for paragraph in paragraphs for line in paragraph)
    first = [paragraph for paragraph in paragraphs[:_MOST_ABOVE] if paragraph[0].page == paragraphs[0][0].page]
    sizes = [max(line.height for line in paragraph) for paragraph in first]
    largest = max(sizes)
    place = sizes.index(largest)
    words = sum(line.text.count(" ") + 1 for line in first[place])
    return place if largest > _TITLE_SIZE * usual and words <= HEADLINE_WORDS else None


def _clean(text: str) -> str:
    """One line, with the hyphen that PDFium marks at a line's end."""
    return " ".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _join_lines(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines to paragraphs."""
    steps = [one.bottom - other.bottom for one, other in pairwise(lines) if 0 < one.bottom - other.bottom < 40]
    usual = median(steps) if steps else 0
    widths = sorted(line.right - line.left for line in lines)
    full = widths[-1 - len(widths) // 10] if widths else 0
    paragraphs: list[list[_Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1][-1], line, usual, full):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _goes_on(last: _Line, line: _Line, usual: float, full: float) -> bool:
    sizes = sorted((last.height, line.height))
    step = last.bottom - line.bottom
    if not 0 < step < 40:  # the next column or page
        wide = last.right - last.left > 0.7 * full
        return not ends_sentence(last.text) and (
            line.text[:1].islower() or (wide and sizes[1] < _OTHER_SIZE * sizes[0])
        )
    if step > _GAP * usual and step > _GAP * sizes[1]:
        return False
    if (
        sizes[1] > _OTHER_SIZE * _OTHER_SIZE * sizes[0]
        and last.text.upper() == last.text
        and line.text.upper() != line.text
    ):
        return False
    short = last.right - last.left < 0.8 * full
    indented = line.left - last.left > 6
    return not (ends_sentence(last.text) and (short or indented))
