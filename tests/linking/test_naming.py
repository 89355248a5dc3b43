"""What an event is called, and who calls it what."""

from typing import NamedTuple

import pytest

from crossread.lexicon import load_lexicon
from crossread.linking.naming import name_event, tell_calls


class Told(NamedTuple):
    article_id: str
    cause: str
    sentence: str
    title: str | None = None


BOMB, CRASH, FIRE = "by bombs", "in an accident", "by fire"

NAMED = [  # sentences with their cause, the event's name, and who calls it what
    ([("A car bomb killed 30.", BOMB)], "bombing", {}),
    ([("A car bomb killed 30.", BOMB), ("The blast killed 30.", BOMB)], "explosion", {}),
    ([("A bomb blast killed 30.", BOMB), ("The bombers killed 30.", BOMB)], "explosion", {}),
    ([("A bomb blast killed 30.", BOMB), ("The blast of a bomb killed 30.", BOMB)], "explosion", {}),
    ([("A car bomb killed 30.", BOMB), ("At least 30 are dead.", BOMB)], "bombing", {}),
    ([("At least 30 are dead.", BOMB)], "explosion", {}),
    ([("At least 30 are dead.", "")], "", {}),
    ([("At least 30 are dead.", "from the air and by shelling")], "air strikes and shelling", {}),
    (
        [("The accident killed 30.", CRASH), ("The bombing killed 30.", BOMB)],
        "",
        {"bombing": ["1"], "accident": ["0"]},
    ),
    (
        [("An accidental blast killed 30.", CRASH), ("The bombing killed 30.", BOMB)],
        "explosion",
        {"bombing": ["1"], "accident": ["0"]},
    ),
    ([("The bus crash killed 30.", CRASH), ("The accident killed 30.", CRASH)], "crash", {}),
    (
        [("The stampede killed 30.", CRASH), ("The collision killed 30.", CRASH)],
        "",
        {"crash": ["1"], "stampede": ["0"]},
    ),
    ([("The blaze killed 30.", FIRE), ("Arson killed 30.", FIRE)], "fire", {}),
    ([("The massacre killed 30.", BOMB), ("The blast killed 30.", BOMB)], "explosion", {"massacre": ["0"]}),
    ([("The attack killed 30.", BOMB), ("The blast killed 30.", BOMB)], "explosion", {}),
    ([("The attack killed 30.", BOMB), ("The accident killed 30.", CRASH)], "", {"accident": ["1"], "attack": ["0"]}),
    ([("The fire killed 30.", BOMB), ("The crash killed 30.", CRASH)], "", {"crash": ["1"], "fire": ["0"]}),
]


@pytest.mark.parametrize(("told", "name", "calls"), NAMED)
def test_name_event(told, name, calls):
    accounts = [Told(str(number), cause, sentence) for number, (sentence, cause) in enumerate(told)]
    assert (name_event(accounts), tell_calls(accounts)) == (name, calls)


def test_a_title_has_words_too():
    assert name_event([Told("a", BOMB, "At least 30 are dead.", "Blast in the market")]) == "explosion"


ENTRIES = [(name, entry) for name, entry in load_lexicon("events")["word"].items() if entry["words"]]


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_each_word_has_an_example(name, entry):
    if entry.get("weak"):
        assert name in tell_calls([Told("a", BOMB, entry["example"]), Told("b", CRASH, "The accident.")])
    else:
        assert name_event([Told("a", entry["causes"][0], entry["example"])]) == name


def test_words_imply_more_neutral_ones_that_there_are():
    names = list(load_lexicon("events")["word"])
    implied = [(entry["implies"], name) for name, entry in load_lexicon("events")["word"].items() if "implies" in entry]
    assert all(names.index(neutral) < names.index(name) for neutral, name in implied)
    causes = [cause["sets"]["phrase"] for cause in load_lexicon("context")["cause"]]
    assert {entry.get("names") for entry in load_lexicon("events")["word"].values()} - {None} == set(causes)
