"""Sentences made of templates, in which each number keeps the figure that it is of."""

from collections.abc import Sequence
from string import Formatter
from typing import NamedTuple

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.measuring.labels import clean

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class Piece(NamedTuple):
    """A stretch of a sentence, and the figure that it shows, if any."""

    text: str
    figure_id: str | None = None


Prose = tuple[Piece, ...]


def plain(text: object, limit: int = 80) -> str:
    """Make text of an article fit to stand within a sentence: one line, without controls, not too long."""
    return clean(text, limit=limit)


def fill(template: str, /, **slots: str | Prose) -> Prose:
    """Fill in a template.

    Args:
        template: Text with slots such as "{event}".
        slots: What goes there.

    Returns:
        The sentence, without doubled spaces where a slot was empty.
    """
    pieces: list[Piece] = []
    for text, slot, _, _ in Formatter().parse(template):
        pieces.append(Piece(text))
        value = slots[slot] if slot else ""
        pieces += [Piece(value)] if isinstance(value, str) else value
    return _tidy(pieces)


def _tidy(pieces: Sequence[Piece]) -> Prose:
    """Join plain neighbours, and drop the space that an empty slot leaves before another or before a stop."""
    joined: list[Piece] = []
    for piece in pieces:
        text, before = piece.text, joined[-1].text if joined else ""
        if before.endswith(" ") and text.startswith((" ", ".", ",", ":", ";")):
            joined[-1] = joined[-1]._replace(text=before.rstrip(" "))
        if joined and piece.figure_id is None and joined[-1].figure_id is None:
            joined[-1] = Piece(joined[-1].text + text)
        elif text:
            joined.append(piece)
    return tuple(joined)


def enumerate_all(items: Sequence[Prose], most: int, ending: str = " and ") -> Prose:
    """Join items as "a, b and c"; of more than `most`, the last are counted ("and six others")."""
    lexicon = load_lexicon("findings")["list"]
    if len(items) > most:
        left = len(items) - most + 1
        rest = fill(lexicon["rest"], count=count_word(left), others=lexicon["others"][left > 1])
        items = [*items[: most - 1], rest]
    pieces: list[Piece] = []
    for number, item in enumerate(items):
        last = number == len(items) - 1
        comma = ", " if ending == " and " else ending
        pieces += [Piece("" if number == 0 else ending if last else comma), *item]
    return _tidy(pieces)


def count_word(count: int) -> str:
    """Write a small number out."""
    return COUNTS[count] if count < len(COUNTS) else f"{count:,}"


def capitalise(prose: Prose) -> Prose:
    """Begin a sentence."""
    first, *rest = prose
    return (first._replace(text=first.text[:1].upper() + first.text[1:]), *rest)


def text_of(prose: Prose) -> str:
    """The sentence without its figures."""
    return "".join(piece.text for piece in prose)


def date_words(date: pd.Timestamp) -> str:
    """Write a date out, such as "4 October 2016"."""
    return f"{date.day} {date:%B %Y}"
