"""Articles to stories."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.preprocessing import normalize

from crossread.linking.places import find_regions

# Measured on 393 articles on the war in Syria, as F1 over pairs of one date and place: words alone reach 76, with
# places 86, with regions as well 94. Views of equal weight, and places that count half at 100 or 400 characters, differ
# by less than one.
WEIGHTS = {"words": 0.5, "places": 0.25, "regions": 0.25}  # what the likeness of two articles is made of
EARLY = 200  # characters into the article at which a place counts half of one that it begins with
ALIKE = 0.16  # least mean likeness of what is one story: 93 and more from 0.13 to 0.19
COMMON = 1000  # articles of one date that hold a term, from which on it is left out, lest it make all pairs
PRODUCTS = 10_000_000  # of the weights of terms that two articles share, made at once, which bounds memory


def find_stories(articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame) -> pd.Series:
    """Group articles into stories, the accounts of one event.

    A stated story stays. Other articles share a story when they are of one date and alike: in their words, in the
    places that they name, and in the regions that these lie in. Undated articles are compared as those of a date are. A
    copy is of its original's story, unless it is of another date.

    Args:
        articles: The articles table, with the copies that `find_duplicates` found.
        mentions: The mentions table, with entity ids.
        entities: The entities table.

    Returns:
        A story id for each article, with the table's index.
    """
    known = articles.set_axis(articles.article_id)
    stories = known.story.copy()
    dates = known.published.reindex(known.duplicate_of).array
    original = known.duplicate_of.where(known.published.isna() | (known.published == dates))
    unknown = known[stories.isna() & original.isna()]
    if len(unknown):
        vectors = _vectors(unknown, mentions, entities)
        days = unknown.published.dt.strftime("%Y-%m-%d").fillna("undated")
        for day, rows in days.groupby(days).indices.items():
            numbers, _ = pd.factorize(_cluster(vectors[rows]))
            stories.loc[unknown.index[rows]] = [f"{day}-{number + 1}" for number in numbers]
    copied = stories.reindex(original).set_axis(stories.index)
    return stories.fillna(copied).set_axis(articles.index)


def _vectors(articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame) -> csr_matrix:
    """One row of length 1 an article, so that the product of two is their likeness, from 0 to 1."""
    words = HashingVectorizer(stop_words="english", norm=None, alternate_sign=False)
    places = mentions[(mentions.type == "LOC") & mentions.article_id.isin(articles.index)]
    views = {
        "words": TfidfTransformer(sublinear_tf=True).fit_transform(words.transform(articles.text)),
        "places": _named(places, places.entity_id, articles.index),
        "regions": _named(places, places.entity_id.map(find_regions(entities)), articles.index),
    }
    return normalize(hstack([np.sqrt(WEIGHTS[name]) * view for name, view in views.items()], format="csr"))


def _named(mentions: pd.DataFrame, names: pd.Series, articles: pd.Index) -> csr_matrix:
    """Articles by names, each weighing more the earlier it stands, and the fewer articles name it."""
    mentions, names = mentions[names.notna()], names.dropna()
    columns, distinct = pd.factorize(names)
    weights = 1 / (1 + mentions.start.to_numpy(float) / EARLY)
    cells = (weights, (articles.get_indexer(pd.Index(mentions.article_id)), columns))
    return TfidfTransformer().fit_transform(csr_matrix(cells, shape=(len(articles), max(1, len(distinct)))))


def _cluster(vectors: csr_matrix) -> NDArray[np.intp]:
    """Number the clusters of average linkage, found by merging mutual nearest neighbours (Murtagh 1983).

    The mean likeness of two clusters is the product of their mean vectors, and no merger of others raises it above
    that of the nearest: so only clusters that grew, or whose nearest did, are compared again.
    """
    own = np.arange(vectors.shape[0])
    clusters, nearest, likeness = own, own.copy(), np.zeros(len(own))
    sums, sizes, changed = _telling(vectors), np.ones(len(own)), own
    while len(changed):
        means = csr_matrix(diags(1 / np.maximum(sizes, 1)) @ sums)
        nearest[changed], likeness[changed] = _nearest(means, changed)
        mutual = (nearest[nearest] == own) & (likeness >= ALIKE)
        into = np.where(mutual, np.minimum(nearest, own), own)
        clusters = into[clusters]
        merging = csr_matrix((np.ones(len(own)), (into, own)), shape=(len(own), len(own)))
        sums, sizes = merging @ sums, merging @ sizes  # a cluster that went into another is left empty
        likeness[into != own] = 0
        changed = np.flatnonzero((mutual | mutual[nearest]) & (likeness >= ALIKE))
    return clusters


def _telling(vectors: csr_matrix) -> csr_matrix:
    """Keep the terms that some articles share and that not too many do."""
    terms, columns, holders = np.unique(vectors.indices, return_inverse=True, return_counts=True)
    packed = csr_matrix((vectors.data, columns, vectors.indptr), shape=(vectors.shape[0], len(terms)))
    return packed[:, (holders > 1) & (holders <= COMMON)]


def _nearest(means: csr_matrix, rows: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The nearest other row of each of some rows, and how alike the two are."""
    others = means.T.tocsr()
    work = (means[rows] != 0) @ np.diff(others.indptr)
    nearest, likeness = [], []
    for some in np.split(rows, np.flatnonzero(np.diff(np.cumsum(work) // PRODUCTS)) + 1):
        products = (means[some] @ others).tocoo()
        products.data[some[products.row] == products.col] = 0
        products = products.tocsr()
        nearest.append(np.asarray(products.argmax(axis=1)).ravel())
        likeness.append(products.max(axis=1).toarray().ravel())
    return np.concatenate(nearest), np.concatenate(likeness)
