"""Decoding, held against CRFsuite's own, and the weights that are part of the project."""

import gzip
from pathlib import Path

import pycrfsuite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.language import train
from crossread.language.features import EDGE, WINDOW, flag_features, use_flags, word_features
from crossread.language.tagger import Tagger, load_tagger, number_words

ROOT = Path(__file__).parents[2]
SENTENCES = [
    "Iraq/B-LOC sent/O troops/O to/O Mosul/B-LOC",
    "The/O United/B-ORG Nations/I-ORG met/O in/O Geneva/B-LOC",
    "Iranian/B-MISC troops/O left/O Mosul/B-LOC",
    "President/O Barack/B-PER Obama/I-PER spoke/O",
    "Obama/B-PER met/O the/O Nations/B-ORG in/O Baghdad/B-LOC",
    "The/O troops/O of/O Iraq/B-LOC met/O Iranian/B-MISC troops/O",
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one small data set."""
    folder = tmp_path_factory.mktemp("data")
    lines = [line for sentence in SENTENCES * 5 for line in (*(w.replace("/", " ") for w in sentence.split()), "")]
    with gzip.open(folder / "small.gz", "wt") as file:
        file.write("\n".join(lines))
    return folder


@pytest.fixture(scope="module")
def small(data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Tagger, pycrfsuite.Tagger]:
    """One model, in our decoder and in CRFsuite's."""
    out = tmp_path_factory.mktemp("weights")
    kept = out / "model"

    class Trainer(pycrfsuite.Trainer):
        def train(self, model: str, holdout: int = -1) -> None:
            super().train(str(kept), holdout)
            Path(model).write_bytes(kept.read_bytes())

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(train.RECIPES, "names", train.Recipe("tag", (train.Part("small.gz"),), 0.0, 0.01, 50, 1))
        patch.setattr(pycrfsuite, "Trainer", Trainer)
        train.train(data, out, ["names"], lambda _: None)
        patch.setattr("crossread.language.tagger.files", lambda _: out)
        ours = Tagger.load("names")
    theirs = pycrfsuite.Tagger()
    theirs.open(str(kept))
    return ours, theirs


def features(article: list[list[str]]) -> list[list[list[str]]]:
    """An article's features as CRFsuite takes them, written apart from the trainer's own."""
    uses = use_flags(article)
    rows = []
    for number, sentence in enumerate(article):
        row = []
        for at in range(len(sentence)):
            found = []
            for offset in WINDOW:
                place = at + offset
                if place in (-1, len(sentence)):
                    found.append(f"{offset}:{EDGE}")
                elif 0 <= place < len(sentence):
                    word = sentence[place]
                    found += [f"{offset}:{feature}" for feature in word_features(word)]
                    found += [f"{offset}:{feature}" for feature in flag_features(uses[number][place])]
            row.append(found)
        rows.append(row)
    return rows


WORDS = st.sampled_from(sorted({pair.rsplit("/", 1)[0] for sentence in SENTENCES for pair in sentence.split()}))
TIE = 1e-3
ARTICLES = st.lists(st.lists(st.lists(WORDS, min_size=1, max_size=12), max_size=6), min_size=1, max_size=3)


@settings(deadline=None, max_examples=60)
@given(ARTICLES)
def test_decoding_agrees_with_crfsuite(small, articles):
    ours, theirs = small
    for article, tagged in zip(articles, ours.tag(number_words(articles)), strict=True):
        for sentence, tags in zip(features(article), tagged, strict=True):
            best = theirs.tag(sentence)
            # Of two readings that are as likely, either will do: sums of floats differ in their last digits.
            assert tags == best or theirs.probability(tags) == pytest.approx(theirs.probability(best), rel=TIE)


def test_what_was_learned_is_told(small):
    ours, _ = small
    told = [[[pair.split("/")[0] for pair in sentence.split()] for sentence in SENTENCES]]
    right = [[[pair.split("/")[1] for pair in sentence.split()] for sentence in SENTENCES]]
    assert ours.tag(number_words(told)) == right


def test_agreement_sways_a_word_by_its_other_occurrences(small):
    ours, _ = small
    article = [["Obama", "met", "Nations"], ["Nations", "sent", "troops"], ["The", "United", "Nations", "met"]]
    swayed = ours.tag(number_words([article]), agreement=5.0)[0]
    assert swayed[0][2][2:] == swayed[1][0][2:] == swayed[2][2][2:] == "ORG"


def test_the_same_data_gives_the_same_bytes(data, tmp_path, monkeypatch):
    monkeypatch.setitem(train.RECIPES, "names", train.Recipe("tag", (train.Part("small.gz"),), 0.1, 0.01, 20, 1))
    for run in ("one", "two"):
        train.train(data, tmp_path / run, ["names"], lambda _: None)
    assert (tmp_path / "one" / "names.npz").read_bytes() == (tmp_path / "two" / "names.npz").read_bytes()


def test_missing_data_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"conll2003\.eng\.train\.gz"):
        train.train(tmp_path, tmp_path / "out")


@pytest.mark.parametrize(
    "articles", [[], [[]], [[[]]], [[["Iraq"]], []], [[[""]]], [[["<edge>"]]], [[["\0", "\ud800", "x" * 10_000]]]]
)
def test_odd_input_has_as_many_labels_as_words(articles):
    tagged = load_tagger("names").tag(number_words(articles), agreement=0.25)
    assert [[len(s) for s in article] for article in tagged] == [[len(s) for s in article] for article in articles]


def test_a_batch_changes_nothing():
    articles = [
        [["Iraq", "sent", "troops", "to", "Mosul", "."]],
        [["He", "met", "Barack", "Obama", "in", "Geneva", "."]],
    ]
    tagger = load_tagger("names")
    apart = [tagger.tag(number_words([article]), agreement=0.25)[0] for article in articles]
    assert tagger.tag(number_words(articles), agreement=0.25) == apart


def test_weights_are_small():
    assert sum(path.stat().st_size for path in (ROOT / "lib/crossread/language").glob("*.npz")) < 5_000_000
