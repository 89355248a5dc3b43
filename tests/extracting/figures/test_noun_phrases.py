"""The noun phrase behind a number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.figures.noun_phrases import phrase_after
from crossread.language.speech import tag_speech
from crossread.language.tokens import Document, Sentence


def tagged(words):
    """A sentence of exactly these words."""
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    sentence = Sentence(list(words), starts, [start + len(word) for start, word in zip(starts, words, strict=True)])
    tag_speech([Document(" ".join(words), 0, (sentence,))])
    return sentence


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
    first, last = phrase_after(tagged(words), 0)
    assert " ".join(words[first:last]) == expected


SEVERAL = [
    ("people activists said", "people"),
    ("rebels east of Damascus", "rebels"),
    ("women fighters came", "women fighters"),
    ("civilians two women", "civilians"),
    ("soldiers and allied fighters", "soldiers and allied fighters"),
    ("soldiers and houses", "soldiers"),
    ("Daesh ( ISIS ) commanders", "Daesh ( ISIS ) commanders"),
    ("coal - and gas-fired plants", "coal - and gas-fired plants"),
    ("heavily armed men", "heavily armed men"),
    ("used cars", "used cars"),
    ("last week", ""),
    ("wounds 20", ""),
    ("car / truck repair shops closed", "car / truck repair shops"),
    ("people / day came", "people"),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_phrase_of_several(text, expected):
    words = text.split()
    first, last = phrase_after(tagged(words), 0, several=True)
    assert " ".join(words[first:last]) == expected


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["of", "the", "-", "men", "military", "killed", "“", "5", ",", "armed", "were"])),
    st.data(),
)
def test_phrase_stays_inside(words, data):
    at = data.draw(st.integers(0, len(words)))
    first, last = phrase_after(tagged(words), at)
    assert at <= first <= last <= len(words)
