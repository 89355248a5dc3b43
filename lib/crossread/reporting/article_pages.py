"""A page for each article: its text, with every figure and name marked where it stands, cut so that marks nest."""

import heapq
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from crossread.measuring.labels import KINDS
from crossread.reporting.evidence import format_interval
from crossread.reporting.links import FOLDER, figure_anchor, name_anchor, page_name
from crossread.reporting.pages import render
from crossread.tables import Tables, rows_of

_PARAGRAPH = re.compile(r"\S(?:[^\n]+|\n(?![^\S\n]*\n))*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, in characters, and what is to be said of it."""

    start: int
    end: int
    kind: Literal["figure", "name"]
    about: Mapping[str, object]


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
        yield list(_cut_paragraph(text, paragraph.start(), paragraph.end(), waiting))


def _cut_paragraph(text: str, at: int, end: int, waiting: list[tuple[int, int, int, Mark, bool]]) -> Iterator[Piece]:
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


def write_article_pages(tables: Tables, folder: Path, titles: Mapping[str, str]) -> None:
    """Write the page of every article, one after the other.

    Args:
        tables: The corpus.
        folder: The report's folder; the pages go into `articles/` within it.
        titles: The report's notebooks with their headings, for the links on top of each page.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    articles = tables.articles
    figures_of, mentions_of = (_by_article(table, articles) for table in (tables.figures, tables.mentions))
    names = dict(zip(tables.entities.entity_id, tables.entities.name, strict=True))
    labels = dict(zip(articles.article_id, articles.title.fillna(articles.article_id), strict=True))
    order = [None, *articles.article_id, None]
    about = zip(rows_of(articles), figures_of, mentions_of, order, order[2:], strict=False)
    for article, its_figures, its_mentions, before, after in about:
        figures = [_describe(figure) for figure in sorted(its_figures, key=lambda figure: figure.start)]
        headline, body = _cut_article(article, figures, its_mentions, names)
        page = render(
            "article.html.j2",
            root="../",
            run=None,
            corpus=tables.title,
            titles=titles,
            article=article,
            figures=figures,
            phrases={figure["id"]: figure["phrase"] for figure in figures},
            headline=headline,
            body=body,
            labels=labels,
            before=before,
            after=after,
        )
        (folder / FOLDER / page_name(article.article_id)).write_text(page, encoding="utf-8")


def _by_article(table: pd.DataFrame, articles: pd.DataFrame) -> Iterator[list[pd.Series]]:
    """Yield each article's rows, in the order of the articles, never all of them at once."""
    ranks = table.article_id.map(dict(zip(articles.article_id, range(len(articles)), strict=True)))
    rows = rows_of(table.iloc[np.argsort(ranks, kind="stable")])
    row = next(rows, None)
    for article_id in articles.article_id:
        found = []
        while row is not None and row.article_id == article_id:
            found.append(row)
            row = next(rows, None)
        yield found


def _describe(figure: pd.Series) -> dict[str, Any]:
    """What a page tells of a figure: where it stands, and its reading in words."""
    terms = {
        "reading": format_interval(figure.bound, figure.low, figure.high, figure.kind, figure.unit),
        "change": figure.trend,
        "counted": figure.counted,
        "outcome": pd.NA if figure.outcome == "other" else figure.outcome,
        "source": figure.source if pd.notna(figure.source) else "none: the outlet’s own voice",
        "passed on by": figure.via,
        "stance": figure.stance,
        "hedge": figure.hedge,
        "rules": getattr(figure, "rules", None),
    }
    return {
        "id": figure.figure_id,
        "anchor": figure_anchor(figure.figure_id),
        "start": figure.start,
        "end": figure.end,
        "phrase": figure.phrase,
        "part_of": figure.part_of if pd.notna(figure.part_of) else None,
        "own": pd.isna(figure.source),
        "terms": {term: value for term, value in terms.items() if pd.notna(value) and value != ""},
    }


def _cut_article(
    article: pd.Series, figures: Sequence[dict[str, Any]], mentions: Sequence[pd.Series], names: Mapping[str, str]
) -> tuple[list[Piece], list[list[Piece]]]:
    """Cut a text into its headline, where it begins with one, and the paragraphs below."""
    marks = [Mark(figure["start"], figure["end"], "figure", figure) for figure in figures]
    for mention in mentions:
        title = f"{names.get(mention.entity_id, mention.text)} ({KINDS.get(mention.type, mention.type)})"
        about = {"anchor": name_anchor(mention.start), "title": title}
        marks.append(Mark(mention.start, mention.end, "name", about))
    paragraphs = list(cut_paragraphs(article.text, marks))
    first = "".join(piece.text for piece in paragraphs[0]) if paragraphs else ""
    if pd.notna(article.title) and first.strip() == article.title.strip():
        return paragraphs[0], paragraphs[1:]
    return [Piece("text", article.title if pd.notna(article.title) else article.article_id)], paragraphs
