"""A sentence as a row of symbols."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.figures.figures import read_numbers
from crossread.extracting.figures.sketch import LETTERS, SYMBOLS, draw_sketch
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize


def sketches(text):
    """The sketch of each sentence, and its tokens."""
    (document,) = tag_speech([tokenize(text)])
    for sentence in document.sentences:
        words = [token.text.lower() for token in sentence.tokens]
        yield words, draw_sketch(words, sentence.speech, read_numbers(sentence))


ROWS = [
    ("Twelve people were killed.", "figure be past"),
    ("Twelve people in the town were killed on Monday.", "figure prep noun be past"),
    ("A blast last week killed 12 people.", "noun past figure"),
    ("The killing of 12 people shocked them.", "event of figure verb them"),
    ("It hit a school, killing 12.", "pronoun state noun comma gerund figure"),
    ("The death toll rose to 15.", "event reach to figure"),
    ("The wounded man left.", "noun link"),
    ("Twelve sailors lost their lives.", "figure state"),
    ("The mayor said that 12 people died.", "noun say break figure state"),
    ("It fell on a number of houses.", "pronoun state prep tally of noun"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text or "nothing" for text, _ in ROWS])
def test_rows(text, expected):
    assert [" ".join(symbol.name for symbol in sketch.symbols) for _, sketch in sketches(text)] == (
        [expected] if expected else []
    )


def test_each_symbol_has_a_letter_of_its_own():
    assert set(LETTERS) == set(SYMBOLS)
    assert len(set(LETTERS.values())) == len(SYMBOLS)
    assert all(len(letter) == 1 for letter in LETTERS.values())


WORDS = ["12", "people", "killed", "were", "the", "of", "between", "and", "5", "lost their lives", "at least", "(", "–"]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text):
    for words, sketch in sketches(text):
        assert len(sketch.row) == len(sketch.symbols)
        assert all(0 <= symbol.first < symbol.last <= len(words) for symbol in sketch.symbols)
        figures = [symbol.of for symbol in sketch.symbols if symbol.name == "figure"]
        assert figures == list(range(len(figures)))
