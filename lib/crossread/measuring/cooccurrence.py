"""Co-occurrence: pairs of names that share sentences, measured against chance."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

LEAST = 2  # sentences in common
CLEAR = 3.84  # of chi-squared with one degree of freedom, which chance passes once in twenty pairs
ADJECTIVES = "MISC"  # mostly of peoples, "Syrian": they stand beside every name of their country
COLUMNS = ["first", "second", "sentences", "expected", "articles", "association", "first_id", "second_id"]


def pair_names(mentions: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Find the people, organisations and places that stand in one sentence more often than by chance.

    Sentences that name anybody are counted, one that several articles have word for word once, and none of articles
    that copy another. Chance is what two names would share if each stood in its sentences regardless of the other.

    Args:
        mentions: The mentions table.
        articles: The articles table.
        entities: The entities table.

    Returns:
        One row a pair with at least two sentences in common and an association of at least 3.84, the most strongly
        associated first, with the columns first and second (names, the more frequent first), sentences, expected
        (sentences), articles, association, first_id and second_id.
    """
    names = entities[entities.type != ADJECTIVES].set_index("entity_id").name.to_dict()
    alone, shared, articles_of, total = Counter[str](), Counter[tuple[str, str]](), defaultdict(set), 0
    for article, named in _sentences(mentions[mentions.entity_id.isin(names)], articles):
        total += 1
        alone.update(named)
        for pair in combinations(sorted(named), 2):
            shared[pair] += 1
            articles_of[pair].add(article)
    rows = []
    for (first, second), both in shared.items():
        expected = alone[first] * alone[second] / total
        if both < LEAST or both <= expected:
            continue
        neither = total - alone[first] - alone[second] + both
        table = np.array([[both, alone[first] - both], [alone[second] - both, neither]])
        score = log_likelihood_ratio(table)
        if score < CLEAR:
            continue
        one, other = sorted((first, second), key=lambda entity: (-alone[entity], entity))
        rows.append((names[one], names[other], both, expected, len(articles_of[first, second]), score, one, other))
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values(["association", "first", "second"], ascending=[False, True, True], ignore_index=True)


def log_likelihood_ratio(counts: npt.NDArray[np.int_]) -> float:
    """Measure how far a table of counts is from one whose rows do not differ (Dunning 1993)."""
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    there = counts > 0
    return float(2 * (counts[there] * np.log(counts[there] / expected[there])).sum())


def _sentences(mentions: pd.DataFrame, articles: pd.DataFrame) -> Iterator[tuple[str, set[str]]]:
    """Each sentence that names anybody, once: its article and the entities it names."""
    named = defaultdict(set)
    columns = ["article_id", "sentence_start", "sentence_end", "entity_id"]
    for article, start, end, entity in mentions[columns].itertuples(index=False, name=None):
        named[article, start, end].add(entity)
    texts = articles[articles.duplicate_of.isna()].set_index("article_id").text.to_dict()
    seen: set[str] = set()
    for (article, start, end), entities in named.items():
        words = texts[article][start:end] if article in texts else None
        if words is not None and words not in seen:
            seen.add(words)
            yield article, entities
