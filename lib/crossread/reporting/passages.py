"""An article's text cut into pieces that nest, so that marks which overlap can stand in one page."""

import heapq
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

_PARAGRAPH = re.compile(r"\S(?:[^\n]+|\n(?![^\S\n]*\n))*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, in characters, and what is to be said of it."""

    start: int
    end: int
    kind: Literal["figure", "name"]
    about: Any


@dataclass(frozen=True, slots=True)
class Piece:
    """Plain text, or where a mark opens or closes; `first` tells a mark from what of it continues elsewhere."""

    event: Literal["text", "open", "close"]
    text: str = ""
    mark: Mark | None = None
    first: bool = True


def cut_paragraphs(text: str, marks: Sequence[Mark]) -> Iterator[list[Piece]]:
    """Cut a text into paragraphs, and each into pieces.

    Args:
        text: An article's text.
        marks: Marks in it, in any order; they may overlap.

    Yields:
        For each paragraph (blank lines lie between them) its pieces in order. Within a paragraph, marks are closed in
        the reverse of the order in which they are opened; one that crosses another's end, or its paragraph's, is cut
        there and goes on after it.
    """
    waiting = [(mark.start, -mark.end, i, mark, True) for i, mark in enumerate(marks) if mark.start < mark.end]
    heapq.heapify(waiting)
    for paragraph in _PARAGRAPH.finditer(text):
        yield list(_cut(text, paragraph.start(), paragraph.end(), waiting))


def _cut(text: str, at: int, end: int, waiting: list[tuple[int, int, int, Mark, bool]]) -> Iterator[Piece]:
    """Cut one paragraph, taking its marks off the heap, and putting back what of them lies beyond."""
    stack: list[tuple[int, Mark, bool]] = []
    while stack or at < end:
        start = max(waiting[0][0], at) if waiting else end
        stop = stack[-1][0] if stack else end
        until = min(start, stop)
        if at < until:
            yield Piece("text", text[at:until])
            at = until
        if at == stop:
            if not stack:
                return
            _, mark, first = stack.pop()
            yield Piece("close", mark=mark, first=first)
            continue
        _, negative, i, mark, first = heapq.heappop(waiting)
        if -negative <= at:
            continue
        if -negative > stop:
            heapq.heappush(waiting, (stop, negative, i, mark, False))
        stack.append((min(stop, -negative), mark, first))
        yield Piece("open", mark=mark, first=first)
