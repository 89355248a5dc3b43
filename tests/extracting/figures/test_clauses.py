"""A sentence as a row of symbols."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.figures.clauses import reduce_sentence
from crossread.extracting.figures.numbers import read_numbers
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize


def rows(text):
    """The row of symbols of each sentence."""
    document = tokenize(text)
    tag_speech([document])
    return [reduce_sentence(sentence, read_numbers(sentence)) for sentence in document.sentences]


ROWS = [
    ("Twelve people were killed.", "figure be past"),
    ("Twelve people in the town were killed on Monday.", "figure prep noun be past"),
    ("A blast last week killed 12 people.", "noun past figure"),
    ("The killing of 12 people shocked them.", "event of figure verb them"),
    ("It hit a school, killing 12.", "pronoun blow noun comma gerund figure"),
    ("The death toll rose to 15.", "event reach to figure"),
    ("The wounded man left.", "noun link"),
    ("Twelve sailors lost their lives.", "figure state"),
    ("The mayor said that 12 people died.", "noun say break figure state"),
    ("It fell on a number of houses.", "pronoun state prep tally of noun"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text or "nothing" for text, _ in ROWS])
def test_rows(text, expected):
    assert [" ".join(symbol.name for symbol in row.symbols) for row in rows(text)] == ([expected] if expected else [])


WORDS = ["12", "people", "killed", "were", "the", "of", "between", "and", "5", "lost their lives", "at least", "(", "–"]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text):
    for row in rows(text):
        assert all(0 <= symbol.first < symbol.last <= len(row.sentence) for symbol in row.symbols)
        figures = [symbol.of for symbol in row.symbols if symbol.name == "figure"]
        assert figures == list(range(len(figures)))
