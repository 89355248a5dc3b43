"""Training the taggers' weights from annotated text. A development step, which needs python-crfsuite."""

import io
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from crossread.language.annotated import Article, Word, read_annotated, split_anew
from crossread.language.clusters import FILE as CLUSTERS
from crossread.language.clusters import learn_clusters
from crossread.language.features import EDGE, WINDOW, flag_features, use_flags, word_features

HEADLINE = 8  # of so many sentences of a copy one is written as a headline
FORGOTTEN = frozenset(["w=", "c=", "k=", "l="])  # features that tell one word, or few, from all others
UNKNOWN_NAMES, UNKNOWN_OTHERS = 2, 8  # in a copy every second word of a name is unknown, and an eighth of the others


@dataclass(frozen=True, slots=True)
class Part:
    """A data set in a mixture: its file, how often it counts, and the share of its articles that is used.

    From the second time on it is varied: a copy holds headlines, and unknown words.
    """

    file: str
    weight: int = 1
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a tagger is trained: to tell what of a word, from what, and under which penalties."""

    label: Literal["tag", "speech"]
    parts: tuple[Part, ...]
    l1: float
    l2: float
    rounds: int
    rarest: int  # occurrences that a feature must have


RECIPES = {
    # Silver news is left out: with it, F1 falls on every annotated set (MODEL.md).
    "names": Recipe(
        "tag",
        (
            Part("conll2003.eng.train.gz", weight=2),
            Part("wikigold.conll.gz", weight=2),
            Part("wnut17.train.conll.gz"),
            # The first 200 sentences, CrossNER's own part for training: the others are kept to measure on.
            Part("crossner-politics.train-dev.conll.gz", weight=3, share=0.27),
        ),
        l1=0.3,
        l2=0.0,
        rounds=60,
        rarest=2,
    ),
    "speech": Recipe(
        "speech",
        (Part("conll2003.eng.train.gz"), Part("polnear-silver.tsv.gz", share=0.6)),
        l1=0.5,
        l2=0.01,
        rounds=70,
        rarest=3,
    ),
}


CLUSTERED = "polnear-silver.tsv.gz"  # the most news; its silver tags are not read for clusters


def train_clusters(data: Path, out: Path, tell: Callable[[str], None] = print) -> None:
    """Cluster words anew and write the clusters, which are features of the taggers.

    Args:
        data: The folder of the data sets.
        out: Where the clusters go.
        tell: Called with a line that says whether they are the project's, which the taggers are trained with.
    """
    articles = split_anew(read_annotated(data / CLUSTERED))
    text = learn_clusters([[word.form for word in sentence] for article in articles for sentence in article])
    out.mkdir(parents=True, exist_ok=True)
    (out / CLUSTERS).write_text(text, encoding="utf-8")
    same = text == files(__package__).joinpath(CLUSTERS).read_text(encoding="utf-8")
    tell(f"clusters: {'the same as' if same else 'not'} the project's, with which taggers are trained")


def train(data: Path, out: Path, names: Iterable[str] = RECIPES, tell: Callable[[str], None] = print) -> None:
    """Train taggers and write their weights.

    The same data gives the same bytes: the order is fixed, and training runs in one thread.

    Args:
        data: The folder of the data sets that the recipes name.
        out: Where the weights go, one file a tagger.
        names: Which taggers.
        tell: Called with a line of progress.

    Raises:
        FileNotFoundError: A data set is missing.
        ModuleNotFoundError: python-crfsuite is not installed.
    """
    import pycrfsuite

    for name in names:
        recipe = RECIPES[name]
        trainer = pycrfsuite.Trainer(verbose=False)
        for part in recipe.parts:
            articles = read_annotated(data / part.file)
            articles = articles[: round(part.share * len(articles))]
            for article in split_anew(articles):
                for copy in range(part.weight):
                    for features, words in _examples(_varied(article) if copy else article, forget=copy > 0):
                        labels = [word.tag if recipe.label == "tag" else word.speech for word in words]
                        trainer.append(features, labels)
            tell(f"{name}: {part.file} read")
        trainer.set_params(
            {
                "c1": recipe.l1,
                "c2": recipe.l2,
                "max_iterations": recipe.rounds,
                "feature.minfreq": recipe.rarest,
                "feature.possible_transitions": True,
            }
        )
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            model = str(Path(folder) / "model")
            trainer.train(model)
            tagger = pycrfsuite.Tagger()
            tagger.open(model)
            _write(out / f"{name}.npz", tagger.labels(), tagger.info().transitions, tagger.info().state_features)
            tagger.close()
        tell(f"{name}: {(out / f'{name}.npz').stat().st_size:,} bytes written")


def _varied(article: Article) -> Article:
    """The article with every eighth sentence as a headline in title case."""
    return [_titled(sentence) if at % HEADLINE == 5 else sentence for at, sentence in enumerate(article)]


def _titled(sentence: Sequence[Word]) -> list[Word]:
    return [
        replace(word, form=word.form[0].upper() + word.form[1:] if len(word.form) > 3 else word.form)
        for word in sentence
    ]


def _own_features(word: Word, *, forgotten: bool) -> list[str]:
    """A word's features; of a forgotten one only what an unknown one has, too."""
    found = word_features(word.form)
    return [feature for feature in found if feature[:2] not in FORGOTTEN] if forgotten else found


def _is_forgotten(word: Word, at: int) -> bool:
    """Tell of a word at a place in a copy: every second of a name, and few others that a capital begins."""
    return word.form[0].isupper() and at % (UNKNOWN_OTHERS if word.tag == "O" else UNKNOWN_NAMES) == 0


def _examples(article: Article, *, forget: bool = False) -> Iterator[tuple[list[list[str]], list[Word]]]:
    """The features of each word of each sentence: those of the words around it, by position.

    Where `forget` is true, words of names are forgotten, so that names that were never seen are learned, too.
    """
    flags = use_flags([[word.form for word in sentence] for sentence in article])
    for sentence, uses in zip(article, flags, strict=True):
        own = [
            [*_own_features(word, forgotten=forget and _is_forgotten(word, at + len(sentence))), *flag_features(use)]
            for at, (word, use) in enumerate(zip(sentence, uses, strict=True))
        ]
        around = {-1: [EDGE], len(sentence): [EDGE]} | dict(enumerate(own))
        yield (
            [
                [f"{offset}:{feature}" for offset in WINDOW for feature in around.get(at + offset, ())]
                for at in range(len(sentence))
            ],
            sentence,
        )


def _write(
    path: Path,
    labels: list[str],
    transitions: dict[tuple[str, str], float],
    weights: dict[tuple[str, str], float],
) -> None:
    """Write the weights as the tagger reads them, in half precision."""
    number = {label: place for place, label in enumerate(labels)}
    rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for (attribute, label), weight in weights.items():
        offset, feature = attribute.split(":", 1)
        rows[feature].append(((int(offset) - WINDOW[0]) * len(labels) + number[label], weight))
    features = sorted(rows)
    table = np.zeros((len(labels), len(labels)), dtype=np.float16)
    for (before, after), weight in transitions.items():
        table[number[before], number[after]] = weight
    entries = [entry for feature in features for entry in sorted(rows[feature])]
    arrays: dict[str, npt.NDArray[Any]] = {
        "labels": np.frombuffer("\n".join(labels).encode(), dtype=np.uint8),
        "transitions": table,
        "features": np.frombuffer("\n".join(features).encode(), dtype=np.uint8),
        "counts": np.array([len(rows[feature]) for feature in features], dtype=np.uint8),
        "columns": np.array([column for column, _ in entries], dtype=np.uint8),
        "values": np.array([weight for _, weight in entries], dtype=np.float16),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.save(buffer, array, allow_pickle=False)
            # A fixed date, so that the same weights are the same bytes.
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED
            )
