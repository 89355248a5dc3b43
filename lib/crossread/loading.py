"""The one door: a folder or file of articles, or a folder of tables, to tables."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from crossread.extracting.pipeline import extract_articles
from crossread.linking.aliases import link_entities
from crossread.linking.roles import assign_roles
from crossread.linking.stories import find_duplicates, find_stories
from crossread.reading.articles import Article, Corpus, read_corpus
from crossread.tables import Tables, has_tables, make_table, read_tables


def load(path: str | Path) -> Tables:
    """Open what a notebook works on.

    Args:
        path: A folder or file of articles, which is read and extracted; or a folder of tables that
            `crossread extract` wrote, which is opened.

    Returns:
        The tables.

    Raises:
        CorpusError: There is no article to read.
        TablesError: The folder's tables are not whole.
    """
    folder = Path(path)
    return read_tables(folder) if has_tables(folder) else extract(read_corpus(folder))


def extract(corpus: Corpus, progress: Callable[[Iterable[Article]], Iterable[Article]] = iter) -> Tables:
    """Find everything that a corpus says.

    Args:
        corpus: Articles, as `read_corpus` returns them.
        progress: Wrapped around the articles, for instance `tqdm`.

    Returns:
        The tables.
    """
    articles = _articles(corpus)
    articles["story"] = find_stories(articles)
    articles["duplicate_of"] = find_duplicates(articles)
    found = extract_articles(corpus.articles, progress)
    mentions, entities, variants = link_entities(make_table("mentions", found.mentions), articles)
    figures = assign_roles(make_table("figures", found.figures), mentions, articles)
    return Tables(
        title=corpus.title,
        articles=articles,
        figures=figures,
        mentions=mentions,
        entities=entities,
        variants=variants,
        furniture=_furniture(corpus),
        problems=make_table(
            "problems", [{"path": p.path, "line": p.line, "reason": p.reason} for p in corpus.problems]
        ),
    )


def _articles(corpus: Corpus) -> pd.DataFrame:
    rows = []
    for article in corpus.articles:
        row = {name: getattr(article, name, None) for name in ("title", "outlet", "author", "url", "language", "path")}
        row |= {"article_id": article.article_id, "text": article.text, "words": article.words, "story": article.story}
        row |= {"published": article.published, "inferred": ", ".join(article.inferred) or None}
        rows.append(row)
    return make_table("articles", rows)


def _furniture(corpus: Corpus) -> pd.DataFrame:
    rows = [
        {"article_id": article.article_id, "paragraph": part.paragraph, "reason": part.reason, "text": part.text}
        for article in corpus.articles
        for part in article.removed
    ]
    return make_table("furniture", rows)
