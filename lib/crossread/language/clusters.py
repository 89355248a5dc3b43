"""Words that stand in like places, in clusters: "Obama" with "Merkel", "firm" with "agency"."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

OFTEN = 5  # occurrences that a word must have
CONTEXTS = 2000  # words, in lower case, that tell a place; all others are one
OFFSETS = ((-2, 0.5), (-1, 1.0), (1, 1.0), (2, 0.5))  # and how much a place counts
DIMENSIONS, FINE, COARSE = 64, 400, 64
FILE = "clusters.tsv"


@cache
def clusters() -> dict[str, tuple[int, int]]:
    """Words as written, with the numbers of their coarse and fine cluster."""
    lines = files(__package__).joinpath(FILE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {word: (int(coarse), fine) for fine, (coarse, words) in enumerate(rows) for word in words.split(" ")}


def learn_clusters(sentences: Sequence[Sequence[str]]) -> str:
    """Cluster the words of a corpus by what stands beside them.

    Args:
        sentences: The corpus, in words.

    Returns:
        A line a fine cluster: the number of its coarse one, a tab, its words from the commonest on.
        Places are weighed by positive pointwise mutual information, words compared after a singular value
        decomposition and clustered by k-means, as are the fine clusters by their centres.
    """
    from scipy.sparse import coo_matrix
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    words = _common(Counter(word for sentence in sentences for word in sentence if word[0].isalpha()), OFTEN)
    number = {word: place for place, word in enumerate(words)}
    lower = _common(Counter(word.lower() for sentence in sentences for word in sentence), 1)[:CONTEXTS]
    context = {word: place for place, word in enumerate(["", *lower])}  # "" are the ends
    width = len(context) + 1
    rows, columns = [], []
    for sentence in sentences:
        around = [0, 0, *(context.get(word.lower(), width - 1) for word in sentence), 0, 0]
        for at, word in enumerate(sentence):
            if word in number:
                rows += [number[word]] * len(OFFSETS)
                columns += [part * width + around[at + 2 + offset] for part, (offset, _) in enumerate(OFFSETS)]
    counts = coo_matrix((np.ones(len(rows)), (rows, columns)), (len(words), len(OFFSETS) * width)).tocsr().tocoo()
    total = counts.sum()
    often, beside = np.asarray(counts.sum(1)).ravel(), np.asarray(counts.sum(0)).ravel()
    # Contexts to the power of 3/4, or rare ones outweigh all others (Levy et al. 2015).
    expected = often[counts.row] * beside[counts.col] ** 0.75 * total**0.25
    weight = np.array([weight for _, weight in OFFSETS])[counts.col // width]
    values = np.maximum(np.log(counts.data * total / expected), 0) * weight
    table = coo_matrix((values, (counts.row, counts.col)), counts.shape).tocsr()
    dimensions = min(DIMENSIONS, min(table.shape) - 1)
    svd = TruncatedSVD(dimensions, random_state=0).fit(table)
    vectors = normalize(svd.transform(table) / np.sqrt(svd.singular_values_))
    fine = KMeans(min(FINE, len(words)), random_state=0, n_init=1, max_iter=60).fit(vectors)
    coarse = KMeans(min(COARSE, fine.n_clusters), random_state=0, n_init=4).fit(fine.cluster_centers_)
    members: dict[int, list[str]] = defaultdict(list)
    for word, label in zip(words, fine.labels_, strict=True):
        members[label].append(word)
    return "".join(f"{coarse.labels_[label]}\t{' '.join(members[label])}\n" for label in sorted(members))


def _common(counts: Counter[str], least: int) -> list[str]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [word for word, count in ranked if count >= least and " " not in word]
