"""How far a speaker's words run on."""

import pytest

from crossread.extracting.attribution.quotations import Span
from crossread.extracting.attribution.quotes import find_quotes
from crossread.extracting.attribution.running_on import merged, run_on, same_source
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize


def read(text):
    document = tokenize(text)
    tag_speech([document])
    return document


RUNS = [
    ("The doctor said: “We ran.”", [": “We ran.”"]),
    ("The doctor wrote:\n\nWe ran.\nThey came.", [":", "We ran."]),
    ("“We ran,” said the doctor. “They came.”", ["“We ran,”", "“They came.”"]),
    ("“We ran,” said the doctor. The town is old.", ["“We ran,”"]),
    (f"“We ran,” said the doctor.\n{'The town is old. ' * 20}\n“They came.”", ["“We ran,”"]),
]


@pytest.mark.parametrize(("text", "expected"), RUNS, ids=[text[:40] for text, _ in RUNS])
def test_run_on(text, expected):
    document = read(text)
    (quote,) = [quote for quote in run_on(document, find_quotes(document)) if not quote.nested]
    assert [text[slice(*part)] for part in quote.content] == expected


SAME = [
    ("the NCRI", "National Council of Resistance of Iran (NCRI)", True),
    ("National Council", "the NC", True),
    ("The army", "The police", False),
    ("Rami Rahman", "Rahman", True),
    ("a doctor", "a doctor", False),
]


@pytest.mark.parametrize(("first", "second", "same"), SAME)
def test_same_source(first, second, same):
    assert same_source(first, second) is same


def test_merged():
    assert merged([Span(4, 6), Span(0, 2), Span(1, 4), Span(8, 9)]) == [(0, 6), (8, 9)]
