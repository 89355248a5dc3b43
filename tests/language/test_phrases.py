"""The longest phrase that begins or ends at a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.language.phrases import Phrases

FORMS = [("per", "one"), ("per cent", "two"), ("per cent of the", "four"), ("of the", "article"), ("per", "again")]
WORDS = ["per", "cent", "per", "cent", "of", "the", "per"]

AT = [(0, ("two", 2)), (1, None), (2, ("four", 6)), (4, ("article", 6)), (6, ("one", 7)), (7, None)]


@pytest.mark.parametrize(("at", "expected"), AT)
def test_at(at, expected):
    assert Phrases.of(FORMS).at(WORDS, at) == expected


ENDING = [(0, None), (1, ("one", 0)), (2, ("two", 0)), (6, ("four", 2)), (5, None), (7, ("one", 6))]


@pytest.mark.parametrize(("end", "expected"), ENDING)
def test_ending(end, expected):
    assert Phrases.of(FORMS, backwards=True).ending(WORDS, end) == expected


def test_case():
    assert Phrases.of([("US dollar", "USD")]).at(["us", "dollar"], 0) == ("USD", 2)
    assert Phrases.of([("US dollar", "USD")], fold=False).at(["us", "dollar"], 0) is None
    assert Phrases.of([("US dollar", "USD")], fold=False).at(["US", "dollar"], 0) == ("USD", 2)


WORD = st.sampled_from("abc")


@given(st.dictionaries(st.lists(WORD, min_size=1, max_size=4).map(tuple), st.integers()), st.lists(WORD))
def test_finds_what_a_search_through_all_finds(meanings, words):
    phrases, backwards = Phrases(meanings), Phrases(meanings, backwards=True)
    for at in range(len(words) + 1):
        begun = [end for end in range(at + 1, len(words) + 1) if tuple(words[at:end]) in meanings]
        ended = [first for first in range(at) if tuple(words[first:at]) in meanings]
        assert phrases.at(words, at) == ((meanings[tuple(words[at : begun[-1]])], begun[-1]) if begun else None)
        assert backwards.ending(words, at) == ((meanings[tuple(words[ended[0] : at])], ended[0]) if ended else None)
