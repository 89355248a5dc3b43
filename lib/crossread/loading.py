"""The one door: a folder or file of articles, or a folder of tables, to tables."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from crossread.table_files import has_tables, read_tables
from crossread.tables import Tables, make_table

if TYPE_CHECKING:
    from crossread.reading.articles import Article, Corpus

_COPIED = ("title", "outlet", "author", "url", "language", "path", "section", "note")


def load(path: str | Path) -> Tables:
    """Open what a notebook works on.

    Args:
        path: A folder or file of articles, which is read and extracted; or a folder of tables that
            `crossread extract` wrote, which is opened.

    Returns:
        The tables.

    Raises:
        CorpusError: There is no article to read, or a setting beside the articles is not understood.
        NamesError: The names step that the manifest asks for cannot be used.
        TablesError: The folder's tables are not whole.
    """
    folder = Path(path)
    if has_tables(folder):
        return read_tables(folder)
    from crossread.reading.articles import read_corpus

    return extract(read_corpus(folder))


def extract(
    corpus: "Corpus",
    progress: "Callable[[Iterable[Article]], Iterable[Article]]" = iter,
    names_step: str | None = None,
) -> Tables:
    """Find everything that a corpus says.

    Args:
        corpus: Articles, as `read_corpus` returns them.
        progress: Wrapped around the articles, for instance `tqdm`.
        names_step: How to find names, "crossread" or "spacy:NAME"; None for what the manifest says.

    Returns:
        The tables, with the names as `corrections.toml` beside the articles has them.

    Raises:
        CorpusError: `corrections.toml` is not understood, or contradicts itself.
        NamesError: The names step cannot be used.
    """
    # Those who only open tables need nothing of this.
    from crossread.extracting.names.step import choose_names_step
    from crossread.extracting.pipeline import extract_articles
    from crossread.linking.aliases import corrected_variants, link_entities
    from crossread.linking.coding import Coding
    from crossread.linking.correcting import apply_corrections
    from crossread.linking.corrections import read_corrections
    from crossread.linking.duplicates import find_duplicates
    from crossread.linking.incidents import find_incidents
    from crossread.linking.roles import assign_roles
    from crossread.linking.stories import find_stories
    from crossread.linking.victims import count_named

    step = choose_names_step(corpus.names if names_step is None else names_step)
    corrections = () if corpus.folder is None else read_corrections(corpus.folder)
    articles = _articles(corpus)
    articles["duplicate_of"] = find_duplicates(articles)
    found = extract_articles(corpus.articles, progress, step.find, corpus.conventions)
    mentions, entities, variants = link_entities(make_table("mentions", found.mentions), articles)
    mentions, entities, corrected = apply_corrections(mentions, entities, corrections)
    if corrections:
        variants = corrected_variants(variants, mentions)
    articles["story"] = find_stories(articles, mentions, entities)
    figures = assign_roles(make_table("figures", found.figures), mentions)
    coding = Coding(corpus.conventions.coding, count_named(mentions, articles), corpus.conventions.order)
    return Tables(
        title=corpus.title,
        articles=articles,
        figures=figures,
        mentions=mentions,
        entities=entities,
        variants=variants,
        quotes=make_table("quotes", found.quotes),
        furniture=_furniture(corpus),
        problems=make_table(
            "problems", [{"path": p.path, "line": p.line, "reason": p.reason} for p in corpus.problems]
        ),
        corrections=corrected,
        incidents=find_incidents(figures, articles, entities, coding=coding),
        names_step=step.title,
        comparisons=corpus.comparisons,
        guesses=corpus.guesses,
        vague=corpus.conventions.vague,
        coding=corpus.conventions.coding,
    )


def _articles(corpus: "Corpus") -> pd.DataFrame:
    from crossread.extracting.context.speakers import find_agency

    rows = []
    for article in corpus.articles:
        row = {name: getattr(article, name, None) for name in _COPIED}
        row |= {"article_id": article.article_id, "text": article.text, "words": article.words, "story": article.story}
        row |= {"published": article.published, "inferred": ", ".join(article.inferred) or None}
        rows.append(row | {"agency": find_agency(article.text, article.author)})
    return make_table("articles", rows)


def _furniture(corpus: "Corpus") -> pd.DataFrame:
    rows = [
        {"article_id": article.article_id, "paragraph": part.paragraph, "reason": part.reason, "text": part.text}
        for article in corpus.articles
        for part in article.removed
    ]
    return make_table("furniture", rows)
