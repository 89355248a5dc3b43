"""Whom the words at a cue stand for."""

import pytest

from crossread.extracting.attribution.quotes import find_quotes
from crossread.extracting.attribution.speakers import resolve_speakers
from crossread.extracting.names.mentions import find_mentions
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize


def read(text):
    document = tokenize(text)
    tag_speech([document])
    return document


def last_speaker(text):
    document = read(text)
    quotes = resolve_speakers(document, find_quotes(document), find_mentions(document))
    return None if quotes[-1].speaker is None else text[slice(*quotes[-1].speaker)]


SPEAKERS = [
    ("The army said the raid went on. It denied the toll.", "The army"),
    ("Angela Merkel came. She said it was late.", "Angela Merkel"),
    ("The doctor spoke slowly. He said it was late.", "The doctor"),
    ("Reuters said the raid went on. He said it was late.", None),
    ("A doctor said the raid went on. It said it was late.", None),
    ("A doctor said the raid went on. They said it was late.", "A doctor"),
    ("Activists said it. The town is old. The sea is far. The war goes on. They said it was late.", None),
    ("Nobody came. We said it was late.", None),
    ("The army met rebels who said it was late.", "rebels"),
    # of the sentence before, who or what it is about
    ("Researchers at Hull walked home. They said it was late.", "Researchers"),
    ("The Otter Institute opened in May. It said it was late.", "Otter Institute"),
    ("Police searched the flat. They said it was late.", "Police"),
    ("The army shelled the town. It said it was late.", "The army"),
    ("Vets said the cows were ill. Rebels fired at the town. They said it was late.", "Rebels"),
    ("Vets said the cows were ill. The barn is old. They said it was late.", "Vets"),
    ("Rebels fired at the town. It said it was late.", None),
    ("The army shelled the town. They said it was late.", None),
    ("Heavy storms hit the coast. They said it was late.", None),
    ("Men walked home. They said it was late.", None),
    ("In the fire police ran. They said it was late.", None),
    ("Airline officials said the fog went on. It said it was late.", None),
    ("The ministry lists what it says was late.", "The ministry"),
    ("It rained, a lawyer said. It said it was late.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS, ids=[text for text, _ in SPEAKERS])
def test_speaker(text, speaker):
    assert last_speaker(text) == speaker
