"""Direct speech: what stands between quotation marks, also over several sentences and paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LONGEST = 5_000  # characters; what is longer lost its closing mark
MARK = re.compile(r"[\"“”„]|''|``|\n")
CLOSING = {'"': '"”', "“": "”", "„": "“”", "''": "''", "``": "''"}
BEFORE_CLOSING = ",.!?…"  # in a quotation whose marks are of two kinds: "“12 died," he said"


class Span(NamedTuple):
    """From a text's offset to another."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Tell whether another span lies within this one."""
        return self.start <= other.start and other.end <= self.end


def overlapping(spans: Sequence[Span], part: Span) -> Sequence[Span]:
    """Those of many spans, in order and apart, that touch another, in time that grows with their number's logarithm."""
    first = bisect_right(spans, part.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, part.end, key=lambda span: span.start)]


def find_quotations(text: str) -> list[Span]:
    """Find what stands between quotation marks, marks included.

    A quotation that its paragraph leaves open ends with the paragraph: the next paragraph of the same speech opens
    with a mark of its own.

    Args:
        text: Any text.

    Returns:
        The quotations in order; they do not overlap.
    """
    return [span for span in _spans(text) if span.end - span.start <= LONGEST]


def _spans(text: str) -> Iterator[Span]:
    begin, closing = 0, ""
    for mark in MARK.finditer(text):
        straight = mark.group() == '"' and text[mark.start() - 1] in BEFORE_CLOSING
        if closing and (mark.group() == "\n" or mark.group() in closing or straight):
            yield Span(begin, mark.start() if mark.group() == "\n" else mark.end())
            closing = ""
        elif not closing and mark.group() in CLOSING:
            begin, closing = mark.start(), CLOSING[mark.group()]
    if closing:
        yield Span(begin, len(text))
