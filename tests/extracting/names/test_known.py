"""Names that the lexicon has whole."""

import pytest

from crossread.extracting.names.known import known_labels

CASES = [
    ("They met in Syria today", ["Syria/B-LOC"]),
    ("The Free Syrian Army came", ["Free/B-ORG", "Syrian/I-ORG", "Army/I-ORG"]),
    ("Free Syrian people came", []),
    ("the U.S. Open begins", []),  # a place of one word beside a capital letter
    ("The U.S. opens", ["U.S./B-LOC"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_labels(text, expected):
    labels = known_labels(text.split())
    assert [f"{word}/{label}" for word, label in zip(text.split(), labels, strict=True) if label] == expected
