"""Who is named together: pairs of names in one sentence, measured against chance."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

import pandas as pd
from nltk import BigramAssocMeasures, FreqDist

from crossread.language.tokens import tokenize

LEAST = 2  # sentences in common
CLEAR = 3.84  # of chi-squared with one degree of freedom, which chance passes once in twenty pairs
ADJECTIVES = "MISC"  # mostly of peoples, "Syrian": they stand beside every name of their country
COLUMNS = ["first", "second", "sentences", "expected", "articles", "association", "first_id", "second_id"]


def pair_names(mentions: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Find the people, organisations and places that stand in one sentence more often than by chance.

    Sentences that name anybody are counted, one that several articles have word for word once, and none of articles
    that copy another. Chance is what two names would share if each stood in its sentences regardless of the other;
    association is the log-likelihood ratio (Dunning 1993) as NLTK computes it.

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
    alone, together, articles_of, total = FreqDist(), Counter[tuple[str, str]](), defaultdict(set), 0
    for article, found in _sentences(mentions[mentions.entity_id.isin(names)], articles):
        total += 1
        alone.update(found)
        for pair in combinations(sorted(found), 2):
            together[pair] += 1
            articles_of[pair].add(article)
    rows = []
    for (first, second), count in together.items():
        expected = alone[first] * alone[second] / total
        if count < LEAST or count <= expected:
            continue
        score = float(BigramAssocMeasures.likelihood_ratio(count, (alone[first], alone[second]), total))
        if score < CLEAR:
            continue
        one, other = sorted((first, second), key=lambda entity: (-alone[entity], entity))
        shared = len(articles_of[first, second])
        rows.append((names[one], names[other], count, expected, shared, score, one, other))
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values(["association", "first", "second"], ascending=[False, True, True], ignore_index=True)


def _sentences(mentions: pd.DataFrame, articles: pd.DataFrame) -> Iterator[tuple[str, set[str]]]:
    """Each sentence that names anybody, once: its article and the entities it names."""
    seen: set[str] = set()
    by_article = dict(list(mentions.groupby("article_id")))
    for article, text in articles[articles.duplicate_of.isna()][["article_id", "text"]].to_numpy():
        if article not in by_article:
            continue
        sentences = tokenize(text).sentences
        starts = [sentence.start for sentence in sentences]
        found = defaultdict(set)
        for start, entity in zip(by_article[article].start, by_article[article].entity_id, strict=True):
            found[bisect_right(starts, start) - 1].add(str(entity))
        for number, named in found.items():
            words = text[sentences[number].start : sentences[number].end]
            if words not in seen:
                seen.add(words)
                yield str(article), named
