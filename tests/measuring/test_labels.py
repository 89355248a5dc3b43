"""Words for what is counted."""

import pytest

from crossread.measuring.labels import name_counted, pluralise


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (("", "people", "killed"), "people killed"),
        (("percent", "jobless rate", "other"), "percent jobless rate"),
        (("", "air strikes", "attacks"), "air strikes"),
        (("", "", "attacks"), "attacks"),
        (("", "battalion", "deployed"), "battalions deployed"),
        (("", "attack", "attacks"), "attacks"),
        (("", "", "other"), "number"),
    ],
)
def test_what_is_counted(told, name):
    assert name_counted(*told) == name


PLURAL = {
    "battalion": "battalions",
    "city": "cities",
    "day": "days",
    "woman": "women",
    "child": "children",
    "bus": "buses",
}
PLURAL |= {"people": "people", "air strikes": "air strikes", "person": "people", "news": "news", "": ""}


@pytest.mark.parametrize(("noun", "plural"), PLURAL.items())
def test_pluralise(noun, plural):
    assert pluralise(noun) == plural
