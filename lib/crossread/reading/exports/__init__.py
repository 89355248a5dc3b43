"""Exports of news databases, one file to many articles."""

from collections.abc import Iterator, Sequence

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import File


def read_exports(file: File, lines: Sequence[str], note: str | None) -> Iterator[Draft | Problem] | None:
    """stub"""
    return None


def read_marked(file: File, tree: object, note: str | None) -> Iterator[Draft | Problem] | None:
    """stub"""
    return None
