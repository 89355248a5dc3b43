"""Noun phrases beside a number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.chunks import phrase_after
from crossread.extracting.phrases import counted_class, singular
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize


def speech_of(words):
    (document,) = tag_speech([tokenize(" ".join(words))])
    return [tag for sentence in document.sentences for tag in sentence.speech]


AFTER = [
    ("military advisers to Iraq", "military advisers"),
    ("of the fighters were killed", "fighters"),
    ("Iranian soldiers and experts", "Iranian soldiers"),
    ("people", "people"),
    ("civilians , most of them women", "civilians"),
    ("were killed", ""),
    ("in Iraq", ""),
    ("", ""),
    (", they said", ""),
    ("people killed in the blast", "people"),
    ("damaged buildings were seen", "damaged buildings"),
    ("people got money", "people"),
]


@pytest.mark.parametrize(("text", "expected"), AFTER, ids=[text or "nothing" for text, _ in AFTER])
def test_phrase_after(text, expected):
    words = text.split()
    first, last = phrase_after([word.lower() for word in words], speech_of(words), 0)
    assert " ".join(words[first:last]) == expected


SINGULARS = [
    ("soldiers", "soldier"),
    ("people", "person"),
    ("men", "man"),
    ("gunmen", "gunman"),
    ("policemen", "policeman"),
    ("women", "woman"),
    ("children", "child"),
    ("cities", "city"),
    ("families", "family"),
    ("attacks", "attack"),
    ("churches", "church"),
    ("buses", "bus"),
    ("passes", "pass"),
    ("bodies", "body"),
    ("lives", "life"),
    ("troops", "troop"),
    ("corps", "corps"),
    ("iraqis", "iraqi"),
    ("sorties", "sortie"),
    ("aircraft", "aircraft"),
    ("crisis", "crisis"),
    ("tank", "tank"),
]


@pytest.mark.parametrize(("noun", "expected"), SINGULARS, ids=[noun for noun, _ in SINGULARS])
def test_singular(noun, expected):
    assert singular(noun) == expected


CLASSES = [
    ("military advisers", "forces"),
    ("elite fighters", "forces"),
    ("iranian revolutionary guards", "forces"),
    ("quds force battalions", "units"),
    ("civilians", "civilians"),
    ("people", "people"),
    ("iraqis", "people"),
    ("tanks", "vehicles"),
    ("buses", "vehicles"),
    ("sorties", "attacks"),
    ("villages", "places"),
    ("umbrellas", "other"),
    ("", ""),
]


@pytest.mark.parametrize(("counted", "expected"), CLASSES, ids=[counted or "nothing" for counted, _ in CLASSES])
def test_counted_class(counted, expected):
    assert counted_class(counted) == expected


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["of", "the", "-", "men", "military", "killed", "“", "5", ",", "armed", "were"])),
    st.data(),
)
def test_phrase_stays_inside(words, data):
    at = data.draw(st.integers(0, len(words)))
    first, last = phrase_after(words, speech_of(words), at)
    assert at <= first <= last <= len(words)
