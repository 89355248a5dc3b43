"""Articles to stories, and copies to their originals."""

import re

import pandas as pd
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from crossread.tables import rows_of

APART = 0.85  # cosine distance at which groups of one day's articles stay apart
SHINGLE = 5  # words in a row that copies share
COPIED = 0.6  # share of the shorter article's shingles that make it a copy


def find_stories(articles: pd.DataFrame) -> pd.Series:
    """Group articles into stories.

    A story that the manifest or the record states stays. Other dated articles share a story when they are of one
    date and alike (average linkage over TF-IDF); undated ones are taken as one story, as a folder of saved pages
    mostly is.

    Args:
        articles: The articles table.

    Returns:
        A story id for each article, with the table's index.
    """
    stories = articles.story.copy()
    unknown = articles[stories.isna()]
    stories.loc[unknown.index[unknown.published.isna()]] = "undated"
    for day, group in unknown.dropna(subset="published").groupby("published"):
        numbers = _clusters(list(group.text))
        for index, number in zip(group.index, numbers, strict=True):
            stories.loc[index] = f"{pd.Timestamp(str(day)):%Y-%m-%d}-{number + 1}"
    return stories


def _clusters(texts: list[str]) -> list[int]:
    if len(texts) < 2:
        return [0] * len(texts)
    try:
        vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts).toarray()
    except ValueError:  # no word in any text
        return list(range(len(texts)))
    linkage = AgglomerativeClustering(
        n_clusters=None, distance_threshold=APART, metric="cosine", linkage="average", compute_full_tree=True
    )
    empty = ~vectors.any(axis=1)
    vectors[empty, 0] = 1.0  # cosine needs a direction; such articles have no words to compare
    return [int(number) for number in linkage.fit_predict(vectors)]


def find_duplicates(articles: pd.DataFrame) -> pd.Series:
    """Find articles that copy an earlier one of their story nearly word for word.

    Args:
        articles: The articles table, with stories.

    Returns:
        For each article the id of the first article that it copies, or null.
    """
    copies = pd.Series(pd.NA, index=articles.index, dtype="string")
    for _, group in articles.sort_values(["published", "article_id"], kind="stable").groupby("story", sort=False):
        originals: list[tuple[str, set[tuple[str, ...]]]] = []
        for row in rows_of(group):
            shingles = _shingles(str(row.text))
            original = next((name for name, other in originals if _is_copy(shingles, other)), None)
            if original is None:
                originals.append((str(row.article_id), shingles))
            else:
                copies.loc[row.Index] = original
    return copies


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _is_copy(first: set[tuple[str, ...]], second: set[tuple[str, ...]]) -> bool:
    smaller, larger = sorted((len(first), len(second)))
    return smaller > 0 and len(first & second) >= COPIED * smaller and smaller * 2 >= larger
