"""Who stands behind a figure: the class of its source, and how many independent origins figures have."""

import re
from functools import cache

import pandas as pd

from crossread.extracting.cues import source_class
from crossread.lexicon import load_lexicon
from crossread.tables import rows_of

WORD = re.compile(r"[\w'’-]+")
ATTACHED = re.compile(r"\b(?:of|for|in|at|from|by|with|on|near|who|which)\b|,")


def classify_source(source: str) -> str | None:
    """Tell what kind of source a phrase names.

    A name that `lexicon/sources.toml` lists tells it, else the last noun of the phrase that does, before what is
    attached to it: "a spokesman for the rebels" is an official.

    Args:
        source: A source as an article names it.

    Returns:
        A class of the lexicon, None for a name or noun that it lacks.
    """
    named = _named_class(source)
    if named is not None:
        return named
    for part in ATTACHED.split(source):
        kinds = [kind for word in WORD.findall(part) if (kind := source_class(word.lower())) is not None]
        if kinds:
            return kinds[-1]
    return None


def _named_class(source: str) -> str | None:
    found = max(_pattern().findall(source), key=len, default=None)
    return None if found is None else _names()[found]


@cache
def _names() -> dict[str, str]:
    return {name: kind for kind, entry in load_lexicon("sources").items() for name in entry["names"]}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, _names()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


def find_origins(figures: pd.DataFrame, articles: pd.DataFrame) -> "pd.Series[str]":
    """Name the origin of each figure, who says it first.

    It is the source's entity, else the words that name it in its article, else, where the outlet speaks in its own
    voice, the outlet. Articles that copy one another are one; whoever passes on what another said (`via`) adds none.

    Args:
        figures: Rows of the figures table.
        articles: The articles table.

    Returns:
        A name for each figure, with its index; figures of one origin have one name.
    """
    by_article = {article.article_id: article for article in rows_of(articles)}
    origins = []
    for figure in rows_of(figures):
        article = by_article[figure.article_id]
        article = article if pd.isna(article.duplicate_of) else by_article[article.duplicate_of]
        if not pd.isna(figure.source_entity):
            origins.append(f"entity {figure.source_entity}")
        elif not pd.isna(figure.source):
            origins.append(f"words {article.article_id} {_plain(figure.source)}")
        else:
            origins.append(f"outlet {article.article_id if pd.isna(article.outlet) else article.outlet}")
    return pd.Series(origins, index=figures.index, dtype="string")


def count_origins(figures: pd.DataFrame, articles: pd.DataFrame) -> int:
    """Count the independent sources behind figures, as `find_origins` tells them; denials are no source of a figure.

    Args:
        figures: Rows of the figures table.
        articles: The articles table.

    Returns:
        The number of distinct origins.
    """
    return int(find_origins(figures[figures.stance.isna()], articles).nunique())


def _plain(source: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", source.lower())
