"""Sentences and tokens, and where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.language.normal import normalize
from crossread.language.tokens import tokenize

TOKENS = [
    ("Rebels fired.", ["Rebels", "fired", "."]),
    ("U.S. forces", ["U.S.", "forces"]),
    ("e.g. this", ["e.g.", "this"]),
    ("al-Abadi's men", ["al-Abadi", "'s", "men"]),
    ("Tehran’s hand", ["Tehran", "’s", "hand"]),
    ("Sa’adiyah", ["Sa’adiyah"]),
    ("IRGC-Quds", ["IRGC-Quds"]),
    ("don't", ["don't"]),
    ("Su-24 and MiG-29s", ["Su-24", "and", "MiG-29s"]),
    ("1,000 men", ["1,000", "men"]),
    ("1,000,000.5", ["1,000,000.5"]),
    ("58.24", ["58.24"]),
    ("3.5.2014", ["3.5.2014"]),
    ("1,00", ["1", ",", "00"]),
    ("the 5th and the 1990s", ["the", "5th", "and", "the", "1990s"]),
    ("12km", ["12", "km"]),
    ("18-25%", ["18", "-", "25", "%"]),
    ("$1.5bn", ["$", "1.5", "bn"]),
    ("US$5", ["US$", "5"]),
    ("twenty-five", ["twenty", "-", "five"]),
    ("five-year-old", ["five", "-", "year-old"]),
    ("see https://example.org/a?b=1 now", ["see", "https://example.org/a?b=1", "now"]),
    ("#tag @user", ["#tag", "@user"]),
    ("wait ... what -- no", ["wait", "...", "what", "--", "no"]),
    ("e\u0301tat", ["e\u0301tat"]),
    ("", []),
    (" \n\t ", []),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS, ids=[text for text, _ in TOKENS])
def test_tokens(text, expected):
    assert [word for sentence in tokenize(text).sentences for word in sentence.words] == expected


SENTENCES = [
    ("It rained. It snowed.", ["It rained.", "It snowed."]),
    ("A headline\nThe body", ["A headline", "The body"]),
    ("A headline\n\nThe body", ["A headline", "The body"]),
    ("Mr. Abadi met Gen. Suleimani.", ["Mr. Abadi met Gen. Suleimani."]),
    ("The U.S. Navy came.", ["The U.S. Navy came."]),
    ("The F.A.A. should pay. He left.", ["The F.A.A. should pay.", "He left."]),
    ("She runs the F.B.I. It is big.", ["She runs the F.B.I.", "It is big."]),
    ("He ate. then he left.", ["He ate.", "then he left."]),
    ("It fell 2.5 percent. Then it rose.", ["It fell 2.5 percent.", "Then it rose."]),
    ("He is No. 3 in the party.", ["He is No. 3 in the party."]),
    ("It cost approx. 5 dollars.", ["It cost approx. 5 dollars."]),
    ("Who came? Nobody!", ["Who came?", "Nobody!"]),
    ("  It rained.  ", ["It rained."]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentences(text, expected):
    assert [text[sentence.start : sentence.end] for sentence in tokenize(text).sentences] == expected


def test_in_title():
    text = "30 dead in blast\n\nA blast killed 30 people. It was the second."
    document = tokenize(text, title_end=len("30 dead in blast"))
    assert [document.in_title(sentence) for sentence in document.sentences] == [True, False, False]


def test_no_title():
    document = tokenize("30 dead in blast")
    assert [document.in_title(sentence) for sentence in document.sentences] == [False]


NEWS = st.lists(
    st.sampled_from(
        ["Mr.", "U.S.", "al-", "Su-24", "12", "1,000", ".", "?", "\n", "\r\n", "\u2028", "²", "“", "'s", "é", "a"]
    )
).map(" ".join)


@settings(deadline=None)
@given(st.text() | NEWS)
def test_offsets(text):
    document = tokenize(text)
    assert document.text == text
    end = 0
    for sentence in document.sentences:
        for word, start, stop in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            assert start >= end
            assert stop > start
            assert text[start:stop] == word or normalize(text).edits
            assert word.strip()
            end = stop


def test_columns_of_a_sentence():
    (sentence,) = tokenize("Su-24 fell, 5m away").sentences
    assert sentence.words == ["Su-24", "fell", ",", "5", "m", "away"]
    assert sentence.lower == sentence.folded == ["su-24", "fell", ",", "5", "m", "away"]
    assert sentence.touching == [False, False, True, False, True, False]
    assert (sentence.start, sentence.end, len(sentence)) == (0, 19, 6)


@settings(deadline=None)
@given(st.text() | NEWS)
def test_tokens_cover_all_but_space(text):
    tokens = [word for sentence in tokenize(text).sentences for word in sentence.words]
    assert "".join("".join(tokens).split()) == "".join(normalize(text).text.split())
