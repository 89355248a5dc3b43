"""Parts of speech."""

import pytest

from crossread.language.speech import tag_speech
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
    (document,) = tag_speech([tokenize(text)])
    assert " ".join(tag for sentence in document.sentences for tag in sentence.speech) == expected


def test_many_are_tagged_as_one_by_one():
    documents = [tokenize("The army left Mosul. It is gone."), tokenize(""), tokenize("Ships sail.")]
    assert tag_speech(documents) == [tagged for document in documents for tagged in tag_speech([document])]
