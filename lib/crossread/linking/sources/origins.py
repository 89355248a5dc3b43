"""Who said a figure first, and how many independent origins figures have."""

import re
from collections import defaultdict
from functools import cache
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.entities.spelling import words_of
from crossread.tables import rows_of

OPENING = 500  # characters at an article's start within which it is credited to an agency
ARTICLE = re.compile(r"^(?:the|an?)\s+")
NUMBERED = re.compile(r"-[2-9]$")  # "reuters-2" is another entity of the name; who reads it knows one source
BACK = re.compile(r"^the (?:same )?([\w-]+)$")  # "the source", after "a source at the police"


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
    by_article = {article.article_id: article for article in rows_of(articles)}
    ids = {*figures.source_entity.dropna(), *figures.source_body.dropna()}
    same = {entity: plain for entity in ids if (plain := NUMBERED.sub("", entity)) in ids}
    figures = figures.assign(**{name: figures[name].replace(same) for name in ("source_entity", "source_body")})
    entities = {_key(entity): entity for entity in sorted(figures.source_entity.dropna().unique())}
    own: dict[str, str] = {}  # origins of what articles say in their own voice
    named: dict[str, dict[str, str]] = defaultdict(dict)  # by article, sources' words to origins, the last behind
    origins = {}
    for figure in rows_of(figures.sort_values("number_start", kind="stable")):
        article = by_article[figure.article_id]
        article = article if pd.isna(article.duplicate_of) else by_article.get(article.duplicate_of, article)
        if pd.isna(figure.source):
            if article.article_id not in own:
                own[article.article_id] = _own_voice(article, entities)
            origin = own[article.article_id]
        else:
            origin = _of_source(figure, str(article.article_id), named[figure.article_id], entities)
            named[figure.article_id].pop(figure.source.lower(), None)
            named[figure.article_id][figure.source.lower()] = origin
        origins[figure.Index] = origin
    return pd.Series(origins, dtype="string").reindex(figures.index)


def count_origins(figures: pd.DataFrame, articles: pd.DataFrame) -> int:
    """Count the independent sources behind figures, as `find_origins` tells them; denials are no source of a figure.

    Args:
        figures: Rows of the figures table.
        articles: The articles table.

    Returns:
        The number of distinct origins.
    """
    return int(find_origins(figures[figures.stance.isna()], articles).nunique())


def find_agency(text: str, author: str | None = None) -> str | None:
    """Name the news agency whose report an article is.

    Args:
        text: The article's text.
        author: Its author, as its metadata tell it.

    Returns:
        The agency's name in `lexicon/origins.toml`; None where none is credited, or several are.
    """
    names = _agencies()
    found = {names[author]} if author in names else set()
    parts = {"dateline": text[:OPENING], "dated": text[:OPENING], "signed": text[-OPENING:]}
    for name, pattern in credit_patterns().items():
        found |= {names[match] for match in pattern.findall(parts[name])}
    return found.pop() if len(found) == 1 else None


@cache
def credit_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each credit in `lexicon/origins.toml`."""
    names = "|".join(sorted(map(re.escape, _agencies()), key=len, reverse=True))
    credits_ = load_lexicon("origins")["credit"]
    return {name: re.compile(entry["pattern"].format(names)) for name, entry in credits_.items()}


@cache
def _agencies() -> dict[str, str]:
    agencies = load_lexicon("origins")["agencies"]
    return {form: name for name, forms in agencies.items() for form in forms}


def is_one_body(source: str) -> bool:
    """Tell whether words name a body of which a story has one, by `lexicon/origins.toml`."""
    bodies = load_lexicon("origins")["bodies"]
    words = ARTICLE.sub("", source.lower())
    return words.split()[-1:] != [] and (
        words.split()[-1] in bodies["nouns"] or words.endswith(tuple(bodies["phrases"]))
    )


def _own_voice(article: Any, entities: dict[str, str]) -> str:  # noqa: ANN401
    agency = find_agency(article.text, None if pd.isna(article.author) else article.author)
    speaker = agency or (None if pd.isna(article.outlet) else article.outlet)
    if speaker is None:
        return f"outlet {article.article_id}"
    entity = entities.get(_key(speaker))
    return f"outlet {speaker}" if entity is None else f"entity {entity}"


def _of_source(figure: Any, article_id: str, named: dict[str, str], entities: dict[str, str]) -> str:  # noqa: ANN401
    if not pd.isna(figure.source_body):
        return f"entity {figure.source_body}"
    if not pd.isna(figure.source_entity):
        return f"entity {figure.source_entity}"
    source = figure.source.lower()
    before = _spoken_of_before(source, named)
    if before is not None:
        return before
    words = ARTICLE.sub("", source)
    if _key(words) in entities:
        return f"entity {entities[_key(words)]}"
    return f"words {words}" if is_one_body(source) else f"words {article_id} {words}"


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
