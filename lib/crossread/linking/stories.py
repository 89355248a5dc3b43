"""Articles to stories."""

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack

from crossread.linking.places import find_regions
from crossread.linking.story_ids import make_id

# Measured on articles on the war in Syria, as F1 over pairs of one date and place: words alone reach 76, with places
# 86, with regions as well 94. Views of equal weight, and places that count half at 100 or 400 characters, differ by
# less than one. What a subject makes alike tells two days of a war from two of one event.
WEIGHTS = {"words": 0.5, "places": 0.25, "regions": 0.25}  # what the likeness of two articles is made of
EARLY = 200  # characters into the article at which a place counts half of one that it begins with
ALIKE = 0.13  # least mean likeness of what is one story of one date
SUBJECT = 0.08  # of what their subject alone makes articles alike, so much more
OTHER_DAYS = 0.27  # of other dates, or undated, beyond what their subject makes them alike
A_DAY, LONG, UNDATED = 0.01, 20, 1  # how much more with each day between, up to how many, and where that is unknown
AWAY = 14  # days from which on an article is of another time
COPIED = 1  # days within which a copy is of its original's story: the words of an earlier day may tell of another
FEW = 1  # articles of another time that may follow up a story: what the next is like is alike by its subject alone
MANY = 20  # articles from which on a quarter of them tells what a corpus has in common
COMMON = 1000  # articles that hold a term, from which on it is left out, lest it make all pairs
PRODUCTS = 10_000_000  # of the weights of terms that two articles share, made at once, which bounds memory


def find_stories(articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame) -> pd.Series:
    """Group articles into stories, the accounts of one event.

    A stated story stays. Other articles share a story when they are alike: in their words, in the places that they
    name, and in the regions that these lie in. The date is evidence: articles of other dates, or undated, need more in
    common, and more than either has with articles of another time, so that two days of a war are two stories. A copy of
    the same day or the next is of its original's story.

    Args:
        articles: The articles table, with the copies that `find_duplicates` found.
        mentions: The mentions table, with entity ids.
        entities: The entities table.

    Returns:
        A story id for each article, with the table's index.
    """
    known = articles.set_axis(articles.article_id)
    stories = known.story.copy()
    original = known.duplicate_of.where(~_is_later(known))
    unknown = known[stories.isna() & original.isna()]
    if len(unknown):
        days = _day_numbers(unknown.published)
        clusters = _cluster(_vectors(unknown, mentions, entities), days)
        first = unknown.published.groupby(clusters).transform("min").dt.strftime("%Y-%m-%d").fillna("")
        numbers = pd.Series(clusters, index=unknown.index).groupby(first).transform(lambda own: pd.factorize(own)[0])
        stories.loc[unknown.index] = [make_id(day, number + 1) for day, number in zip(first, numbers, strict=True)]
    copied = stories.reindex(original).set_axis(stories.index)
    return stories.fillna(copied).set_axis(articles.index)


def _is_later(known: pd.DataFrame) -> "pd.Series[bool]":
    """Whether an article is of another day than the one that it copies, and than the next."""
    dates = pd.Series(known.published.reindex(known.duplicate_of).array, index=known.index)
    later: pd.Series[bool] = ((known.published - dates).abs().dt.days > COPIED).fillna(value=False)
    return later


def _day_numbers(published: "pd.Series[pd.Timestamp]") -> NDArray[np.float64]:
    """Dates as numbers of days, undated ones as none."""
    days = (published - pd.Timestamp(0)) / pd.Timedelta(days=1)
    return np.asarray(days.astype(float).to_numpy(), float)


def _vectors(articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame) -> csr_matrix:
    """One row of length 1 an article, so that the product of two is their likeness, from 0 to 1."""
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer  # takes seconds to import
    from sklearn.preprocessing import normalize

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
    from sklearn.feature_extraction.text import TfidfTransformer

    mentions, names = mentions[names.notna()], names.dropna()
    columns, distinct = pd.factorize(names)
    weights = 1 / (1 + mentions.start.to_numpy(float) / EARLY)
    cells = (weights, (articles.get_indexer(pd.Index(mentions.article_id)), columns))
    return TfidfTransformer().fit_transform(csr_matrix(cells, shape=(len(articles), max(1, len(distinct)))))


def _cluster(vectors: csr_matrix, days: NDArray[np.float64]) -> NDArray[np.intp]:
    """Number the clusters of average linkage, found by merging mutual nearest neighbours (Murtagh 1983).

    The mean likeness of two clusters is the product of their mean vectors. Only clusters that grew, or whose nearest
    did, are compared again; at the end all are, since one that grew over days may need less in common with another.
    """
    own = np.arange(vectors.shape[0])
    sums, sizes, clusters = _telling(vectors), np.ones(len(own)), own
    spans = np.stack([np.where(np.isnan(days), math.inf, days), np.where(np.isnan(days), -math.inf, days)])
    common = _in_common(sums, days)
    nearest, excess, changed = own.copy(), np.full(len(own), -1.0), own
    while len(changed):
        means = csr_matrix(diags(1 / np.maximum(sizes, 1)) @ sums)
        nearest[changed], excess[changed] = _nearest(means, changed, spans, common)
        mutual = (nearest[nearest] == own) & (np.maximum(excess, excess[nearest]) >= 0)
        into = np.where(mutual, np.minimum(nearest, own), own)
        clusters = into[clusters]
        merging = csr_matrix((np.ones(len(own)), (into, own)), shape=(len(own), len(own)))
        common = (merging @ (sizes * common)) / np.maximum(merging @ sizes, 1)
        sums, sizes = merging @ sums, merging @ sizes  # a cluster that went into another is left empty
        for span, reduce in zip(spans, (np.minimum, np.maximum), strict=True):
            reduce.at(span, into, span.copy())
        excess[into != own] = -1
        grown, whole = mutual.any(), len(changed) == np.count_nonzero(sizes)
        changed = np.flatnonzero((mutual | mutual[nearest]) & (excess >= 0))
        if not len(changed) and (grown or not whole):
            changed = np.flatnonzero(sizes)
    return clusters


def _in_common(vectors: csr_matrix, days: NDArray[np.float64]) -> NDArray[np.float64]:
    """How alike each article is to those that cannot be of its story: what their subject alone makes them.

    That is what it is to the next after `FEW` of another time; in a corpus of many, at least what three in four are.
    """
    found = np.zeros(vectors.shape[0])
    others = vectors.T.tocsr()
    for rows in _batches(vectors, others, np.arange(vectors.shape[0])):
        products = csr_matrix(vectors[rows] @ others)
        for at, row in enumerate(rows):
            columns, likeness = _row(products, at)
            away = np.sort(likeness[np.abs(days[columns] - days[row]) > AWAY])
            other_days = len(days) - np.count_nonzero(days == days[row])
            usual = np.sort(likeness[~(days[columns] == days[row]) & (columns != row)])
            most = -(-3 * other_days // 4)  # three in four, rounded up
            quarter = usual[-most] if other_days >= MANY and len(usual) >= most else 0
            found[row] = max(away[-FEW - 1] if len(away) > FEW else 0.0, quarter)
    return found


def _telling(vectors: csr_matrix) -> csr_matrix:
    """Keep the terms that some articles share and that not too many do."""
    terms, columns, holders = np.unique(vectors.indices, return_inverse=True, return_counts=True)
    packed = csr_matrix((vectors.data, columns, vectors.indptr), shape=(vectors.shape[0], len(terms)))
    return packed[:, (holders > 1) & (holders <= COMMON)]


def _nearest(
    means: csr_matrix, rows: NDArray[np.intp], spans: NDArray[np.float64], common: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The other row that each of some rows is most alike, beyond what the two need, and how much beyond that it is."""
    others = means.T.tocsr()
    first, last = spans
    nearest, excess = [], []
    for some in _batches(means, others, rows):
        products = (means[some] @ others).tocoo()
        one, other = some[products.row], products.col
        together = np.maximum(last[one], last[other]) == np.minimum(first[one], first[other])
        apart = np.maximum(first[one], first[other]) - np.minimum(last[one], last[other])
        apart = np.where(np.isinf(apart), UNDATED, np.clip(apart, 0, LONG))
        subject = np.maximum(common[one], common[other])
        needed = np.where(together, ALIKE + SUBJECT * subject, OTHER_DAYS + A_DAY * apart + subject)
        # What is not stored is zero, so that all that is stored has to be more.
        products.data = np.where(one == other, 0, products.data - needed + 2)
        products = products.tocsr()
        nearest.append(np.asarray(products.argmax(axis=1)).ravel())
        excess.append(products.max(axis=1).toarray().ravel() - 2)
    return np.concatenate(nearest), np.concatenate(excess)


def _batches(means: csr_matrix, others: csr_matrix, rows: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """The rows in parts whose products fit in memory."""
    work = (means[rows] != 0) @ np.diff(others.indptr)
    return np.split(rows, np.flatnonzero(np.diff(np.cumsum(work) // PRODUCTS)) + 1)


def _row(matrix: csr_matrix, at: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The columns and values that a row holds."""
    begin, end = matrix.indptr[at : at + 2]
    return matrix.indices[begin:end], matrix.data[begin:end]
