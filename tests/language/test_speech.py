"""Parts of speech."""

import pytest

from crossread.language.speech import mended_tag, tag_speech
from crossread.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army captured two villages .", "DT NN VBD CD NNS ."),
        ("Three soldiers were killed in the attack .", "CD NNS VBD VBN IN DT NN ."),
        ("It has wounded 20 people , officials said .", "PRP VBZ VBN CD NNS , NNS VBD ."),
        ("", ""),
    ],
)
def test_tags_of_plain_sentences(text, expected):
    document = tokenize(text)
    tag_speech([document])
    assert " ".join(tag for sentence in document.sentences for tag in sentence.tags) == expected


def test_many_are_tagged_as_one_by_one():
    texts = ["The army left Mosul. It is gone.", "", "Ships sail."]
    together, alone = [tokenize(text) for text in texts], [tokenize(text) for text in texts]
    tag_speech(together)
    for document in alone:
        tag_speech([document])
    assert together == alone


def test_acronyms_are_told_from_function_words():
    document = tokenize("The US army said it helps us.")
    tag_speech([document])
    (sentence,) = document.sentences
    assert sentence.lower == ["the", "us", "army", "said", "it", "helps", "us", "."]
    assert sentence.folded == ["the", "US", "army", "said", "it", "helps", "us", "."]


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("OSLO", "NNP"),
        ("Oslo", "NNP"),
        ("YPG", "NNP"),
        ("DESPITE", "IN"),
        ("Amid", "IN"),
        ("amidst", "IN"),
        ("Zyx", "IN"),
        ("X", "IN"),
    ],
)
def test_a_place_or_an_acronym_is_no_small_word(word, tag):
    assert mended_tag(word, "IN") == tag
    assert mended_tag(word, "VB") == "VB"
