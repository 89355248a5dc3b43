"""A linear-chain conditional random field, decoded with numpy: parts of speech and names with the same class.

Each feature looks at one word at one position of a window (-2 to 2), so that what a word form adds to the scores
around it is the same wherever it stands: it is computed once a form and gathered for a whole batch of sentences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import chain, islice
from typing import Self

import numpy as np
import numpy.typing as npt

from crossread.language.features import EDGE, FLAG, WINDOW, flag_features, normal_form, use_flags, word_features

Floats = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int32]
Article = Sequence[Sequence[str]]

MOST_FORMS = 200_000  # remembered; a corpus of any size then takes bounded memory
TOGETHER = 512  # sentences decoded at once
NOTHING = ""
FIRST_WORD = 2  # the numbers below are those of NOTHING and EDGE

_NUMBERS: dict[str, int] = {}
_FORMS: list[str] = []


@lru_cache(maxsize=MOST_FORMS)
def _normal(word: str) -> str:
    """A word's normal form, told from what stands for no word."""
    form = normal_form(word)
    return "_" if form in (NOTHING, EDGE) else form


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles in numbers: words and flags with edges and gaps between sentences, and the forms behind the numbers."""

    words: Whole
    flags: Whole
    lengths: Whole
    articles: list[list[int]]
    forms: Sequence[str]


class Tagger:
    """Tags words by the best path through a sentence (Viterbi 1967) under the weights of a CRF (Lafferty 2001).

    Weights are sparse: feature number f has the entries `starts[f]:starts[f + 1]` of `columns` (position in the
    window times labels, plus label) and `values`.
    """

    def __init__(
        self,
        labels: Sequence[str],
        transitions: Floats,
        features: Iterable[str],
        starts: npt.ArrayLike,
        columns: npt.ArrayLike,
        values: npt.ArrayLike,
    ) -> None:
        self.labels = list(labels)
        self._transitions = transitions
        self._features = {feature: number for number, feature in enumerate(features)}
        self._starts = np.asarray(starts, dtype=np.int64)
        self._columns = np.asarray(columns, dtype=np.int64)
        self._values = np.asarray(values, dtype=np.float32)
        self._width = len(WINDOW) * len(self.labels)
        self._scores: Floats = np.zeros((0, self._width), dtype=np.float32)

    @classmethod
    def load(cls, name: str) -> Self:
        """Load weights that are files of the project.

        Args:
            name: "names" or "speech".

        Returns:
            The tagger.
        """
        data = files(__package__).joinpath(f"{name}.npz").read_bytes()
        with np.load(BytesIO(data), allow_pickle=False) as arrays:
            features = arrays["features"].tobytes().decode("utf-8").split("\n")
            return cls(
                arrays["labels"].tobytes().decode("utf-8").split("\n"),
                arrays["transitions"].astype(np.float32),
                features,
                np.concatenate([[0], np.cumsum(arrays["counts"], dtype=np.int64)]),
                arrays["columns"],
                arrays["values"],
            )

    def tag(
        self, batch: Batch, agreement: float = 0.0, hints: Sequence[Sequence[str]] = (), trust: float = 0.0
    ) -> list[list[list[str]]]:
        """Tag a batch of articles.

        Args:
            batch: What `number_words` made of them.
            agreement: How much a capitalised word is swayed by its other occurrences in the article: the weight of
                the mean of their scores.
            hints: For each article one label a word that something else holds for right, "" where nothing does.
            trust: What a hint adds to its label's score.

        Returns:
            For each article and sentence one label a word.
        """
        self._learn(batch.forms)
        emissions = self._emissions(batch.words) + self._emissions(batch.flags)
        inside = np.flatnonzero(batch.words >= FIRST_WORD)
        emissions = emissions[inside]
        if agreement:
            emissions += agreement * self._elsewhere(emissions, batch.words[inside], batch)
        number = {label: place for place, label in enumerate(self.labels)}
        hinted = [(at, number[label]) for at, label in enumerate(chain.from_iterable(hints)) if label]
        if hinted:
            rows, columns = zip(*hinted, strict=True)
            emissions[list(rows), list(columns)] += trust
        best = self._decode(emissions, batch.lengths)
        labels = iter([self.labels[label] for label in best.tolist()])
        return [[list(islice(labels, length)) for length in article] for article in batch.articles]

    def _elsewhere(self, emissions: Floats, words: Whole, batch: Batch) -> Floats:
        """The mean score of each capitalised word's other occurrences in its article, zero where it has none."""
        sizes = [sum(article) for article in batch.articles]
        article = np.repeat(np.arange(len(sizes)), sizes)
        capital = np.array([form[:1].isupper() for form in batch.forms])[words]
        keys = article[capital] * len(batch.forms) + words[capital]
        _, group, count = np.unique(keys, return_inverse=True, return_counts=True)
        totals = np.zeros((len(count), len(self.labels)), dtype=np.float32)
        np.add.at(totals, group, emissions[capital])
        others = np.maximum(count[group] - 1, 1)[:, None]
        means = np.zeros_like(emissions)
        means[capital] = (totals[group] - emissions[capital]) / others
        return means

    def _learn(self, forms: Sequence[str]) -> None:
        """Compute what each new form adds to the scores at each position around it."""
        if len(self._scores) > len(forms):
            self._scores = self._scores[:0]  # the numbering began anew
        first = len(self._scores)
        new = forms[first:]
        if not new:
            return
        features = self._features
        owners, rows = [], []
        for owner, form in enumerate(new):
            found = [features[name] for name in _features_of(form) if name in features]
            owners += [owner] * len(found)
            rows += found
        row = np.array(rows, dtype=np.int64)
        sizes = self._starts[row + 1] - self._starts[row]
        # The entries of all rows: each row's run, one after the other.
        begins = np.repeat(self._starts[row] - (np.cumsum(sizes) - sizes), sizes)
        entries = begins + np.arange(len(begins))
        cells = np.repeat(np.array(owners, dtype=np.int64), sizes) * self._width + self._columns[entries]
        added = np.bincount(cells, self._values[entries], minlength=len(new) * self._width)
        self._scores = np.concatenate([self._scores, added.reshape(len(new), -1).astype(np.float32)])

    def _emissions(self, ids: Whole) -> Floats:
        """Sum what the words of the window say of each place; outside the array stands nothing."""
        size = len(self.labels)
        total = np.zeros((len(ids), size), dtype=np.float32)
        for column, offset in enumerate(WINDOW):
            part = self._scores[:, column * size : (column + 1) * size]
            if offset < 0:
                total[-offset:] += part[ids[:offset]]
            elif offset > 0:
                total[:-offset] += part[ids[offset:]]
            else:
                total += part[ids]
        return total

    def _decode(self, emissions: Floats, lengths: Whole) -> Whole:
        """Find the best label of each word, sentences of like length together."""
        best = np.zeros(len(emissions), dtype=np.int32)
        begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        order = np.argsort(-lengths, kind="stable")
        for first in range(0, len(order), TOGETHER):
            batch = order[first : first + TOGETHER]
            batch = batch[lengths[batch] > 0]
            if len(batch):
                self._viterbi(emissions, begins[batch], lengths[batch], best)
        return best

    def _viterbi(self, emissions: Floats, begins: Whole, lengths: Whole, best: Whole) -> None:
        """Decode one batch, longest first, so that those still running are always the first ones."""
        longest = int(lengths[0])
        running = np.searchsorted(-lengths, -np.arange(longest), side="left")  # sentences longer than each place
        into = np.ascontiguousarray(self._transitions.T)
        score = emissions[begins]
        back = np.zeros((longest, len(begins), len(self.labels)), dtype=np.int8)
        for place in range(1, longest):
            count = running[place]
            paths = score[:count, None, :] + into  # from the last axis to the middle one
            chosen = paths.argmax(axis=2)
            back[place, :count] = chosen
            reached = np.take_along_axis(paths, chosen[:, :, None], axis=2)[:, :, 0]
            score[:count] = reached + emissions[begins[:count] + place]
        label = score.argmax(axis=1)
        for place in range(longest - 1, -1, -1):
            count = running[place]
            best[begins[:count] + place] = label[:count]
            if place:
                label[:count] = back[place, np.arange(count), label[:count]]


def number_words(articles: Sequence[Article]) -> Batch:
    """Number the words of articles, and how each article uses them, for all taggers at once.

    Args:
        articles: Each its sentences, in words.

    Returns:
        The batch. Its numbering goes on from earlier ones, so that a form is looked up once in a run.
    """
    if len(_NUMBERS) > MOST_FORMS:
        _NUMBERS.clear()
        _FORMS.clear()
    words: list[str] = [NOTHING]
    flags: list[str] = [NOTHING]
    for article in articles:
        forms = [[_normal(word) for word in sentence] for sentence in article]
        for sentence, uses in zip(forms, use_flags(forms), strict=True):
            words += (EDGE, *sentence, EDGE, NOTHING)
            flags += (NOTHING, *uses, NOTHING, NOTHING)
    for form in (NOTHING, EDGE, *dict.fromkeys(words), *dict.fromkeys(flags)):
        if form not in _NUMBERS:
            _NUMBERS[form] = len(_FORMS)
            _FORMS.append(form)
    number = _NUMBERS.__getitem__
    lengths = [[len(sentence) for sentence in article] for article in articles]
    return Batch(
        np.fromiter(map(number, words), dtype=np.int32, count=len(words)),
        np.fromiter(map(number, flags), dtype=np.int32, count=len(flags)),
        np.array([length for article in lengths for length in article], dtype=np.int32),
        lengths,
        _FORMS,
    )


def _features_of(form: str) -> list[str]:
    if form == NOTHING:
        return []
    return flag_features(form) if form.startswith(FLAG) else word_features(form)


@cache
def load_tagger(name: str) -> Tagger:
    """Load a tagger once: "names" or "speech"."""
    return Tagger.load(name)
