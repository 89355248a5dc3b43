"""Patterns over a sentence's sketch, declared in `lexicon/patterns.toml`: what a figure is tied to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crossread.extracting.figures.sketch import LETTERS, Sketch
from crossread.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a figure is tied to a word, a noun phrase or another figure."""

    says: str
    expression: re.Pattern[str]
    outcomes: frozenset[str]  # which it can tell; none: all


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure and what a pattern ties it to: indices of the sketch's symbols; `span` is how many the pattern took."""

    figure: int
    to: int
    span: int
    pattern: Pattern


def find_ties(table: str, sketch: Sketch) -> Iterator[Tie]:
    """Find what the patterns of one table tie a sentence's figures to.

    Args:
        table: A table of `lexicon/patterns.toml`: "outcome", "part", "counted".
        sketch: The sentence.

    Yields:
        Ties, of the patterns in order.
    """
    for pattern in load_patterns(table):
        for match in pattern.expression.finditer(sketch.row):
            span = match.end("all") - match.start("all")
            yield Tie(match.start("figure"), match.start("to"), span, pattern)


@cache
def load_patterns(table: str) -> tuple[Pattern, ...]:
    """Compile the patterns of a table."""
    return tuple(
        Pattern(entry["says"], compile_pattern(entry["pattern"]), frozenset(entry.get("outcomes", ())))
        for entry in load_lexicon("patterns")[table]
    )


def compile_pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern.

    Args:
        source: A regular expression over names of symbols and sets, with FIGURE and one `<...>`.

    Returns:
        An expression that matches nothing itself, so that matches may overlap; group "all" holds the match.

    Raises:
        KeyError: It names a symbol or set that there is not.
    """
    return re.compile(f"(?=(?P<all>{_expand(source)}))")


def _expand(source: str) -> str:
    return re.sub(r"<[a-z| ]+>|[A-Za-z]+|\s+", _letters, source)


def _letters(match: re.Match[str]) -> str:
    name = match.group()
    if name == "FIGURE":
        return f"(?P<figure>{LETTERS['figure']})"
    if name[0] == "<":
        return f"(?P<to>{_expand(name[1:-1])})"
    if name.isspace():
        return ""
    return LETTERS[name] if name in LETTERS else _expand(load_lexicon("patterns")["sets"][name])
