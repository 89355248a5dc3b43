"""A page for each article: its text, with every figure and name marked where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from crossread.reporting.evidence import format_interval
from crossread.reporting.links import FOLDER, figure_anchor, name_anchor, page_name
from crossread.reporting.pages import render
from crossread.reporting.passages import Mark, Piece, cut_paragraphs
from crossread.tables import Tables, rows_of

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other name"}


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
        headline, body = _cut(article, figures, its_mentions, names)
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


def _by_article(table: pd.DataFrame, articles: pd.DataFrame) -> Iterator[list[Any]]:
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


def _describe(figure: Any) -> dict[str, Any]:  # noqa: ANN401
    """What a page tells of a figure: where it stands, and its reading in words."""
    told = {
        "reading": format_interval(figure.bound, figure.low, figure.high, figure.kind, figure.unit),
        "change": figure.trend,
        "counted": figure.counted or pd.NA,
        "outcome": pd.NA if figure.outcome == "other" else figure.outcome,
        "source": figure.source if pd.notna(figure.source) else "none: the outlet’s own voice",
        "passed on by": figure.via,
        "stance": figure.stance,
        "hedge": figure.hedge,
    }
    return {
        "id": figure.figure_id,
        "anchor": figure_anchor(figure.figure_id),
        "start": figure.start,
        "end": figure.end,
        "phrase": figure.phrase,
        "part_of": figure.part_of if pd.notna(figure.part_of) else None,
        "own": pd.isna(figure.source),
        "told": {term: value for term, value in told.items() if pd.notna(value)},
    }


def _cut(
    article: Any,  # noqa: ANN401
    figures: Sequence[dict[str, Any]],
    mentions: Sequence[Any],
    names: Mapping[str, str],
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
