"""Training the taggers' weights from annotated text. A development step, which needs python-crfsuite."""

import gzip
import io
import re
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from crossread.language.features import EDGE, WINDOW, flag_features, normal_form, use_flags, word_features
from crossread.language.tokens import split_words

ENCLITIC = re.compile(r"n't|'(?:ll|re|ve|d|m)", re.IGNORECASE)  # treebanks split off what the project does not
MOSTLY = 0.8  # of a word's occurrences
BLOCK = 20  # sentences taken as one article where a data set has none
SILVER_TYPES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
# Penn tags that are taken together: who reads them here need not tell them apart, and fewer are faster.
SPEECH = (
    {"NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "PDT": "DT", "WP$": "WP", "EX": "PRP"}
    | dict.fromkeys(("UH", "FW", "LS", "SYM", "#", "NN|SYM"), "X")
    | dict.fromkeys(("``", "''"), '"')
    | dict.fromkeys((")", "-LRB-", "-RRB-"), "(")
)


@dataclass(frozen=True, slots=True)
class Word:
    """An annotated word: its form, its name tag (IOB2) and its part of speech, "" where the data set tells none."""

    form: str
    tag: str
    speech: str = ""


Article = list[list[Word]]


@dataclass(frozen=True, slots=True)
class Part:
    """A data set in a mixture: its file, how often each sentence counts, and the share of its articles that is used."""

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
            Part("wikigold.conll.gz"),
            Part("wnut17.train.conll.gz"),
            Part("crossner-politics.train-dev.conll.gz"),
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


def read_annotated(path: Path) -> list[Article]:
    """Read a data set for training or measuring.

    Args:
        path: CoNLL-style text, gzipped: one word a line with its columns, sentences apart by blank lines. The word is
            the first column, or the second of a file of Universal NER (`.iob2`); the name tag is the last, or third.
            The part of speech is the second of four. Silver news (`.tsv`) has word, part of speech, and CoreNLP's
            name tag.

    Returns:
        Its articles. A data set without articles is cut into blocks of sentences.
    """
    silver, universal = ".tsv" in path.name, ".iob2" in path.name
    articles: list[Article] = []
    sentence: list[list[str]] = []
    marked = False

    def close() -> None:
        if sentence:
            if not articles:
                articles.append([])
            articles[-1].append(_annotated(sentence, silver=silver, universal=universal))
            sentence.clear()

    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t") if "\t" in line else line.split()
            if line.startswith("# doc") or (columns and columns[0] == "-DOCSTART-"):
                close()
                marked = True
                articles.append([])
            elif not columns or columns == [""]:
                close()
            elif not (line.startswith("#") and "\t" not in line):
                sentence.append(columns)
    close()
    if marked:
        return [article for article in articles if article]
    (whole,) = articles
    return [whole[at : at + BLOCK] for at in range(0, len(whole), BLOCK)]


def _annotated(rows: Sequence[Sequence[str]], *, silver: bool, universal: bool) -> list[Word]:
    """Bring one sentence's columns to words."""
    forms = [normal_form(row[1 if universal else 0]) for row in rows]
    if silver:
        kinds = [SILVER_TYPES.get(row[2], "") for row in rows]
        tags = [f"I-{kind}" if kind else "O" for kind in kinds]
    else:
        tags = [row[2 if universal else -1] for row in rows]
    told = silver or (len(rows[0]) == 4 and not universal)
    speech = [SPEECH.get(row[1], row[1]) if told else "" for row in rows]
    return [Word(*word) for word in zip(forms, _iob2(tags), speech, strict=True)]


def _iob2(tags: Sequence[str]) -> Iterator[str]:
    """Begin every name with B, as IOB1 does only between two of one type."""
    before = "O"
    for tag in tags:
        inside = tag[0] == "I" and before[1:] == tag[1:]
        yield tag if tag == "O" or inside else f"B{tag[1:]}"
        before = tag


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
                for features, words in _examples(article):
                    labels = [word.tag if recipe.label == "tag" else word.speech for word in words]
                    for _ in range(part.weight):
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


def split_anew(articles: Sequence[Article]) -> list[Article]:
    """Split annotated words as the project splits texts, so that what is learned is what will be met.

    Args:
        articles: A data set.

    Returns:
        The same in the project's words. Of a compound ("Tehran-backed") only the name keeps a tag, of the type that it
        has elsewhere in the data set.
    """
    types = _types_of(articles)
    return [[_split_words(sentence, types) for sentence in article] for article in articles]


def _types_of(articles: Sequence[Article]) -> dict[str, str]:
    """The type that a word alone mostly has in a data set, for those that mostly have one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for sentence in article:
            for word in sentence:
                counts[word.form][word.tag[2:]] += 1
    common = {form: count.most_common(1)[0] for form, count in counts.items() if form[0].isupper()}
    return {form: kind for form, (kind, number) in common.items() if kind and number >= MOSTLY * counts[form].total()}


def _split_words(sentence: Sequence[Word], types: Mapping[str, str]) -> list[Word]:
    """Split the words of one sentence; of a name's compound only the name keeps a tag."""
    owners: list[int] = []  # of each character, the word
    text = ""
    for number, word in enumerate(sentence):
        gap = "" if not text or ENCLITIC.fullmatch(word.form) else " "
        owners += [number] * (len(gap) + len(word.form))
        text += gap + word.form
    split: list[tuple[int, str]] = []
    at = 0
    for form in split_words(text):
        at = text.index(form, at)
        split.append((owners[at], form))
        at += len(form)
    pieces = Counter(owner for owner, _ in split)
    words: list[Word] = []
    for number, (owner, form) in enumerate(split):
        whole = sentence[owner]
        tag = whole.tag
        if pieces[owner] > 1 and "-" in whole.form:
            tag = _piece_tag(form, whole, types)
            if whole.tag[0] == "I" and tag != "O":  # "New York-based"
                tag = whole.tag
        elif number and split[number - 1][0] == owner and tag[0] == "B":
            tag = f"I{tag[1:]}"
        words.append(Word(form, tag, whole.speech))
    return words


def _piece_tag(form: str, whole: Word, types: Mapping[str, str]) -> str:
    """The tag of a piece of a compound: "Tehran" of "Tehran-backed" is a name, and one of a place."""
    if not form[0].isupper() or (whole.tag == "O" and form not in types):
        return "O"
    return f"B-{types.get(form, whole.tag[2:])}"


def _examples(article: Article) -> Iterator[tuple[list[list[str]], list[Word]]]:
    """The features of each word of each sentence: those of the words around it, by position."""
    flags = use_flags([[word.form for word in sentence] for sentence in article])
    for sentence, uses in zip(article, flags, strict=True):
        own = [[*word_features(w.form), *flag_features(use)] for w, use in zip(sentence, uses, strict=True)]
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
