"""Splitting hyphenated words so that names stand alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.language.compounds import name_parts


def parts(word):
    return [word[first:last] for first, last in name_parts(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Tehran-backed", ["Tehran", "-", "backed"]),
        ("York-based", ["York", "-", "based"]),
        ("Kurdish-controlled", ["Kurdish", "-", "controlled"]),
        ("al-Qaeda-linked", ["al-Qaeda", "-", "linked"]),
        ("Syrian-Lebanese", ["Syrian", "-", "Lebanese"]),
        ("US-Russian", ["US", "-", "Russian"]),
        ("Iran-Iraq", ["Iran", "-", "Iraq"]),
        ("anti-Assad", ["anti", "-", "Assad"]),
        ("pro-Iranian", ["pro", "-", "Iranian"]),
    ],
)
def test_two_words(word, expected):
    assert parts(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        "al-Abadi",
        "Al-Bab",
        "Al-tanf",
        "Jean-Claude",
        "Su-24",
        "anti-aircraft",
        "ez-Zor",
        "Velayat-e",
        "Baden-Baden",
        "a",
    ],
)
def test_one_word(word):
    assert parts(word) == [word]


@given(st.text(alphabet="Aabz-’", min_size=1, max_size=12))
def test_pieces_make_up_the_word(word):
    assert "".join(parts(word)) == word
