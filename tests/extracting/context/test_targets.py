"""What an attack hit."""

import pytest

from crossread.extracting.context.targets import find_targets
from crossread.lexicon import load_lexicon

LEXICON = load_lexicon("context")


def test_targets_match_their_examples():
    target = LEXICON["target"]
    found = [find_targets(text.lower()) for text in (target["example"], target["not"])]
    assert found == [["a wedding"], []]


TARGETS = [
    ("Warplanes hit a convoy of aid lorries.", ["a convoy"]),
    ("A bomber attacked a bus convoy.", ["a convoy"]),
    ("Rockets struck two schools and a mosque.", ["a school"]),
    ("The strikes on the city's largest hospital went on.", ["a hospital"]),
    ("They fled to a school after the attack.", []),
    ("The attack hit an area near the hospital.", []),
]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_targets(text, targets):
    assert find_targets(text.lower()) == targets
