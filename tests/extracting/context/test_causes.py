"""What losses are laid to, and what an attack hit."""

import pytest

from crossread.extracting.context.causes import find_causes, find_targets, name_cause
from crossread.extracting.context.tellings import Number, tell
from crossread.language.tokens import tokenize

CAUSES = [
    ("It rained.", set()),
    ("Warplanes bombed a rebel camp and mortars hit a street.", {"air strikes", "shelling"}),
    ("A gas attack from helicopters that dropped barrel bombs killed many.", {"chemicals"}),
    ("Clashes went on.", {"fighting"}),
    ("Clashes went on after a car bomb.", {"bombs"}),
    ("US-led strikes went on.", {"air strikes"}),
    ("A car-bomb went off.", {"bombs"}),
]


def tellings(text):
    return [tell(sentence) for sentence in tokenize(text).sentences]


@pytest.mark.parametrize(("text", "causes"), CAUSES)
def test_causes(text, causes):
    assert find_causes(tellings(text)) == causes


NAMED = [
    ("Air strikes killed 30 people after rebels shelled the city.", (), "from the air"),
    ("30 people died when rebels shelled the city, warplanes or not.", (), "from the air and by shelling"),
    ("30 people died.", ("shelling",), "by shelling"),
    ("30 people died.", (), ""),
    ("Rockets killed 30 people.", ("chemicals",), "by chemicals"),
    ("A car bomb killed 30 people.", ("chemicals",), "by bombs"),
]


@pytest.mark.parametrize(("text", "lead", "cause"), NAMED)
def test_the_cause_of_a_figure_is_that_of_its_clause(text, lead, cause):
    (telling,) = tellings(text)
    at = telling.sentence.words.index("30")
    assert name_cause(Number(telling, at, at + 1), frozenset(lead)) == cause


TARGETS = [
    ("Warplanes hit a convoy of aid lorries.", ["a convoy"]),
    ("A bomber attacked a bus convoy.", ["a convoy"]),
    ("Rockets struck two schools and a mosque.", ["a school"]),
    ("The strikes on the city's largest hospital went on.", ["a hospital"]),
    ("They fled to a school after the attack.", []),
    ("The attack hit an area near the hospital.", []),
    ("Shells hit a mosque. Later a bomb hit a bus.", ["a mosque", "a bus"]),
]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_targets(text, targets):
    assert find_targets(tellings(text)) == targets
