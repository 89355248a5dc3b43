"""Lists of names."""

import pytest

from crossread.language.gazetteers import cities, countries, given_names, honorific_words, is_demonym, places, surnames


@pytest.mark.parametrize("word", ["Iranian", "Iraqis", "Shi’ite", "Shi'ite", "Sunnis", "American"])
def test_demonym(word):
    assert is_demonym(word)


@pytest.mark.parametrize("word", ["Iran", "Baghdad", "soldier", ""])
def test_no_demonym(word):
    assert not is_demonym(word)


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (countries, "Iraq"),
        (countries, "Texas"),
        (cities, "Mosul"),
        (places, "Middle East"),
        (given_names, "Mary"),
        (given_names, "Qassem"),
        (surnames, "Smith"),
        (honorific_words, "gen"),
    ],
)
def test_lists_hold(names, name):
    assert name in names()


@pytest.mark.parametrize(("names", "name"), [(countries, "Mosul"), (given_names, "MARY"), (surnames, "Soldier")])
def test_lists_do_not_hold(names, name):
    assert name not in names()
