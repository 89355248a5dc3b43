"""A figure in the making: what its own words say, before its sentence is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.extracting.numbers.quantities import Number


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its bound, unit and noun; `first` and `last` are token indices, `last` beyond the end."""

    number: Number
    first: int
    bound: str
    kind: str
    unit: str
    last: int
    counted: str


def text_of(words: Sequence[str], span: tuple[int, int]) -> str:
    """Return the words of a span as they are written together."""
    text = " ".join(words[span[0] : span[1]]).lower()
    for apart, together in ((" - ", "-"), (" -", "-"), ("( ", "("), (" )", ")"), (" '", "'"), (" ’", "’")):
        text = text.replace(apart, together)
    return text
