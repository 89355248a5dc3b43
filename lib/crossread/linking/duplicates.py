"""Copies to their originals."""

import re
from collections.abc import Iterator
from zlib import crc32

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

SHINGLE = 5  # words in a row that copies share
COPIED = 0.5  # share of either half of the shorter article that stands in the longer: updates were seen up to 0.47
LONGER = 1.5  # times the length of the original: a later article with more of its own is no copy
EARLIEST = 50  # articles that a shingle leads to, so that a set phrase in thousands of them makes no all-pairs step
ROWS = 1000  # articles looked up at once, which bounds memory


def find_duplicates(articles: pd.DataFrame) -> pd.Series:
    """Find articles that copy an earlier one nearly word for word.

    Copies share shingles, runs of five words (Broder 1997), in either half of the shorter text: a new headline, a
    changed paragraph or a cut end leave a copy; a new account above old background, or common closing words, make
    none. Only articles with shingles in common are compared. Articles of two stated stories are no copies.

    Args:
        articles: The articles table.

    Returns:
        For each article the id of the first article that it copies, or null; with the table's index.
    """
    ordered = articles.sort_values(["published", "article_id"], kind="stable")
    texts, stories, names = list(ordered.text), list(ordered.story), list(ordered.article_id)
    originals: dict[int, int] = {}
    for later, earlier in _candidates(texts):
        stated = pd.notna(stories[later]) and pd.notna(stories[earlier])
        if later in originals or earlier in originals or (stated and stories[later] != stories[earlier]):
            continue
        if _is_copy(_shingles(texts[later]), _shingles(texts[earlier])):
            originals[later] = earlier
    copied = [names[originals[at]] if at in originals else None for at in range(len(names))]
    return pd.Series(copied, index=ordered.index, dtype="string").reindex(articles.index)


def _shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]


def _is_copy(later: list[str], earlier: list[str]) -> bool:
    if len(later) > LONGER * len(earlier):
        return False
    shorter, longer = sorted((later, earlier), key=len)
    held, middle = set(longer), len(shorter) // 2
    halves = [half for half in (shorter[:middle], shorter[middle:]) if half]
    return bool(halves) and all(sum(one in held for one in half) >= COPIED * len(half) for half in halves)


def _candidates(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of texts, the later first and in order, that share about as many shingles as copies do."""
    if not texts:
        return
    hashed = [_hash(_shingles(text)) for text in texts]
    lengths = np.array([len(own) for own in hashed])
    shared = _shared(hashed)
    earliest = _earliest(shared)
    for start in range(0, len(texts), ROWS):
        common = (shared[start : start + ROWS] @ earliest).tocoo()
        later, earlier = common.row + start, common.col
        needed = COPIED * np.minimum(lengths[later], lengths[earlier])
        likely = (earlier < later) & (common.data >= needed)
        yield from sorted(zip(later[likely].tolist(), earlier[likely].tolist(), strict=True))


def _hash(shingles: list[str]) -> NDArray[np.int32]:
    """Each shingle as a number, which two of them hardly ever share; those of a list once."""
    numbers = np.fromiter((crc32(one.encode()) >> 1 for one in shingles), np.int32, len(shingles))
    return np.unique(numbers)


def _shared(hashed: list[NDArray[np.int32]]) -> csr_matrix:
    """Articles by shingles, only those that several articles hold: most stand in one, and lead to none."""
    found = np.concatenate(hashed)
    shingles, holders = np.unique(found, return_counts=True)
    shingles = shingles[holders > 1]
    kept = np.isin(found, shingles)
    rows = np.repeat(np.arange(len(hashed)), [len(own) for own in hashed])[kept]
    columns = np.searchsorted(shingles, found[kept])
    shape = (len(hashed), len(shingles))
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)


def _earliest(shared: csr_matrix) -> csr_matrix:
    """Shingles by articles, each with the first articles that hold it."""
    columns = shared.tocsc()
    columns.sort_indices()
    shingles = np.repeat(np.arange(columns.shape[1]), np.diff(columns.indptr))
    first = np.arange(columns.nnz) - columns.indptr[shingles] < EARLIEST
    found = (columns.data[first], (shingles[first], columns.indices[first]))
    return csr_matrix(found, shape=columns.shape[::-1])
