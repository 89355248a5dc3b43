"""A name in an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article: its span and type (PER, ORG, LOC, MISC)."""

    start: int
    end: int
    text: str
    type: str
