"""Places in which something is, and from where people are moved."""

import pytest

from crossread.extracting.context.places import find_movement, find_places, is_sure, read_preposition
from crossread.extracting.names.mentions import Mention

PREPOSITIONS = [
    ("A bomb went off in", "in"),
    ("A bomb went off In", "in"),
    ("near the town of", "near"),
    ("in the rebel-held northern province of", "in"),
    ("across Syria's", "across"),
    ("in the Syrian city of", "in"),
    ("the people of", "of"),
    ("a raid on", "on"),
    ("the raid on the east of", "on"),
    ("They went to see", ""),
    ("in a statement", ""),
    ("The bomb in the market. ", ""),
    ("", ""),
]


@pytest.mark.parametrize(("before", "preposition"), PREPOSITIONS)
def test_prepositions(before, preposition):
    assert read_preposition(f"{before} ") == preposition


def test_some_prepositions_only_may_place_something():
    assert [is_sure(word) for word in ("in", "from", "of", "on")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "name", "kind", "found"),
    [
        ("12 died in Homs.", "Homs", "LOC", {11: "in"}),
        ("12 died in Reuters.", "Reuters", "ORG", {}),
        ("12 died in US-led raids.", "US", "LOC", {}),
        ("12 died, Homs said.", "Homs", "LOC", {}),
    ],
)
def test_places(text, name, kind, found):
    start = text.index(name)
    assert find_places(text, [Mention(start, start + len(name), name, kind)]) == found


MOVEMENTS = [
    (" people were evacuated from Homs.", "evacuated", "Homs"),
    (" people left from the besieged towns of Kefraya and Foua.", "evacuated", "Foua and Kefraya"),
    (" people were driven out of Homs, Hama and Idlib.", "displaced", "Hama and Homs and Idlib"),
    (" people were evacuated from Friday.", "evacuated", ""),
    (" people were killed by men from Homs.", "killed", ""),
    (f" people were evacuated{' again' * 20} from Homs.", "evacuated", ""),
    (" people were evacuated.", "evacuated", ""),
]


@pytest.mark.parametrize(("behind", "outcome", "names"), MOVEMENTS)
def test_movements(behind, outcome, names):
    assert find_movement(behind, outcome) == names
