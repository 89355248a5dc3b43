"""When two names are spellings of one."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.linking.entities.sounds import same_word, skeleton, sounds_of
from crossread.linking.entities.spelling import block_keys, compatible, fold, same_given, same_name, words_of

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))
RECALL = 0.97  # the least share of the pairs of one thing that must be found: what was measured, rounded down


@pytest.mark.parametrize(("kind", "first", "second"), PAIRS["different"], ids=lambda part: part)
def test_two_things_are_not_one(kind, first, second):
    assert not same_name(first, second, kind)
    assert not same_name(second, first, kind)


def test_spellings_of_one_thing_are_found():
    found = [same_name(first, second, kind) for kind, first, second in PAIRS["same"]]
    assert sum(found) >= RECALL * len(found)


def test_spellings_of_one_thing_share_a_key():
    apart = [
        pair
        for pair in PAIRS["same"]
        if same_name(*pair[1:], pair[0]) and not block_keys(pair[1]) & block_keys(pair[2])
    ]
    assert apart == []


def test_there_are_pairs_enough():
    assert len(PAIRS["same"]) >= 120
    assert len(PAIRS["different"]) >= 120


@pytest.mark.parametrize(("first", "second"), PAIRS["given_different"], ids=lambda part: part)
def test_given_names_that_are_two(first, second):
    assert not same_given(fold(first), fold(second))
    assert not same_given(fold(second), fold(first))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bashar al-Assad", ("bashar", "assad")),
        ("Rami Abdul Rahman", ("rami", "abdrahman")),
        ("Abdelrahman", ("abdrahman",)),
        ("Abd al-Rahman", ("abdrahman",)),
        ("Deir ez-Zor", ("deir", "zor")),
        ("Dayr az Zawr", ("deir", "zawr")),
        ("Deir Ezzor", ("deir", "zor")),
        ("Ash Carter", ("ash", "carter")),
        ("Organisation for the Prohibition", ("organization", "prohibition")),
        ("9th Badr Corps", ("9", "badr", "corps")),
        ("al-", ("al",)),
        ("…", ("…",)),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("suleimani", ("s", "u", "l", "ai", "m", "a", "n", "i")),
        ("hasakah", ("h", "a", "s", "a", "k", "a")),
        ("mayadeen", ("m", "a", "Y", "a", "d", "i", "n")),
        ("saadiya", ("s", "a", "d", "ia")),
        ("khan", ("x", "a", "n")),
    ],
)
def test_sounds(word, sounds):
    assert sounds_of(word) == sounds


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("George Bush", "George W. Bush", True),
        ("George W. Bush", "George Walker Bush", True),
        ("George W. Bush", "George H. W. Bush", False),
        ("Donald Trump", "Donald Trump Jr.", False),
        ("Recep Tayyip Erdogan", "Recep Erdoğan", True),
        ("Bashar Assad", "Maher Assad", False),
    ],
)
def test_one_name_may_tell_less(first, second, one):
    assert compatible(words_of(first), words_of(second)) is one


TEXTS = st.text(st.sampled_from("aeiouyhwkqsdzrlnm -'’éAZ9."), min_size=1, max_size=12)


@given(TEXTS, TEXTS, st.sampled_from(["PER", "ORG", "LOC", "MISC"]))
def test_sameness_holds_both_ways_and_within_keys(first, second, kind):
    assert same_name(first, first, kind)
    assert same_name(first, second, kind) == same_name(second, first, kind)
    assert words_of(first)


@given(TEXTS, TEXTS)
def test_words_of_one_spelling_have_one_skeleton(first, second):
    if same_word(fold(first), fold(second)) and fold(first).isalpha():
        assert skeleton(fold(first)) == skeleton(fold(second))


@pytest.mark.parametrize(("other", "same"), [("jela", True), ("jale", False), ("jila", False)])
def test_first_and_last_vowels_tell_words_apart_sooner(other, same):
    assert same_word("jala", other) is same
    assert same_word(other, "jala") is same
    assert not same_word("amal", "emal")
