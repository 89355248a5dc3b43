"""Who said a figure first, and how many independent origins figures have."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.entities.spelling import words_of
from crossread.tables import records

ARTICLE = re.compile(r"^(?:the|an?)\s+")
NUMBERED = re.compile(r"-[2-9]$")  # "reuters-2" is another entity of the name; who reads it knows one source
BACK = re.compile(r"^the (?:same )?([\w-]+)$")  # "the source", after "a source at the police"


class Article(NamedTuple):
    """Who prints an article."""

    article_id: str
    outlet: str | None
    agency: str | None
    duplicate_of: str | None


class Said(NamedTuple):
    """Who says a figure."""

    article_id: str
    source: str | None
    source_entity: str | None
    source_body: str | None


def find_origins(figures: pd.DataFrame, articles: pd.DataFrame) -> "pd.Series[str]":
    """Name the origin of each figure, who says it first: all that counts or follows sources goes by it.

    It is the body that the source speaks for, else the source's entity, else the words that name it, which are those of
    its article alone unless they name a body of which there is one ("the interior ministry"). "The source" is the one
    that the article spoke of before. Where the outlet speaks in its own voice, it is the agency whose report it
    prints, else the outlet. Articles that copy one another are one; whoever passes on what another said (`via`) adds
    none.

    Args:
        figures: Rows of the figures table.
        articles: The articles table.

    Returns:
        A name for each figure, with its index; figures of one origin have one name.
    """
    figures = figures[[*Said._fields, "number_start"]]
    by_article = {article.article_id: article for article in records(articles, Article)}
    ids = {*figures.source_entity.dropna(), *figures.source_body.dropna()}
    same = {entity: plain for entity in ids if (plain := NUMBERED.sub("", entity)) in ids}
    figures = figures.assign(**{name: figures[name].replace(same) for name in ("source_entity", "source_body")})
    entities = {_key(entity): entity for entity in sorted(figures.source_entity.dropna().unique())}
    named: dict[str, dict[str, str]] = defaultdict(dict)  # by article, sources' words to origins, the last behind
    ordered = figures.sort_values("number_start", kind="stable")
    origins = []
    for said in records(ordered, Said):
        article = by_article[said.article_id]
        article = by_article.get(article.duplicate_of or "", article)
        if said.source is None:
            origins.append(_own_voice(article, entities))
            continue
        source = said.source.lower()
        found = _of_source(said, source, named[said.article_id], entities)
        origins.append(found or f"words {article.article_id} {ARTICLE.sub('', source)}")
        named[said.article_id].pop(source, None)
        named[said.article_id][source] = origins[-1]
    return pd.Series(origins, index=ordered.index, dtype="string").reindex(figures.index)


def count_origins(figures: pd.DataFrame, articles: pd.DataFrame) -> int:
    """Count the independent sources behind figures, as `find_origins` tells them; denials are no source of a figure.

    Args:
        figures: Rows of the figures table.
        articles: The articles table.

    Returns:
        The number of distinct origins.
    """
    return int(find_origins(figures[figures.stance.isna()], articles).nunique())


def is_one_body(source: str) -> bool:
    """Tell whether words name a body of which a story has one, by `lexicon/origins.toml`."""
    bodies = load_lexicon("origins")["bodies"]
    words = ARTICLE.sub("", source.lower())
    return words.split()[-1:] != [] and (
        words.split()[-1] in bodies["nouns"] or words.endswith(tuple(bodies["phrases"]))
    )


def _own_voice(article: Article, entities: Mapping[str, str]) -> str:
    """The origin of what an article says in its own voice."""
    speaker = article.agency or article.outlet
    if speaker is None:
        return f"outlet {article.article_id}"
    entity = entities.get(_key(speaker))
    return f"outlet {speaker}" if entity is None else f"entity {entity}"


def _of_source(said: Said, source: str, named: dict[str, str], entities: Mapping[str, str]) -> str | None:
    """The origin of what a source says, whose article named others before it; None where only its words do."""
    entity = said.source_body or said.source_entity
    before = None if entity else _spoken_of_before(source, named)
    words = ARTICLE.sub("", source)
    entity = entity or (None if before else entities.get(_key(words)))
    if entity is not None:
        return f"entity {entity}"
    return before or (f"words {words}" if is_one_body(source) else None)


def _spoken_of_before(source: str, named: dict[str, str]) -> str | None:
    """The origin of the last source before whose words hold the noun of "the NOUN"."""
    back = BACK.match(source)
    if back is None:
        return None
    noun = re.compile(rf"\b{re.escape(back[1])}\b")
    before = (words for words in reversed(named) if words != source and " and " not in words and noun.search(words))
    found = next(before, None)
    return None if found is None else named[found]


@cache
def _key(name: str) -> str:
    return " ".join(words_of(name.replace("-", " ")))
