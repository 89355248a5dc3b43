"""Inside one article: short forms that belong to a fuller name."""

import pytest

from crossread.linking.entities.names import Name
from crossread.linking.entities.within import is_full_person, is_short_form, resolve_short_forms

FULL = Name("Syrian Observatory for Human Rights", "ORG")


@pytest.mark.parametrize(
    ("short", "full", "told"),
    [
        (Name("Observatory", "ORG"), FULL, True),
        (Name("Syrian Observatory", "ORG"), FULL, True),
        (Name("Human Rights", "ORG"), FULL, False),
        (Name("Nusra", "ORG"), Name("Nusra Front", "ORG"), True),
        (FULL, FULL, False),
    ],
)
def test_short_forms(short, full, told):
    assert is_short_form(short, full) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (Name("Kate Allen", "PER"), True),
        (Name("Allen", "PER"), False),
        (Name("Aleppo Damascus", "PER"), False),
        (Name("Aleppo Kate", "PER"), True),
        (Name("Kate Allen", "ORG"), False),
    ],
)
def test_full_persons(name, told):
    assert is_full_person(name) == told


def test_a_surname_is_that_of_the_one_who_bears_it_in_its_article():
    kate, surname = Name("Kate Allen", "PER"), Name("Allen", "PER")
    first, second = (found.name for found in resolve_short_forms([("a", kate), ("a", surname)]))
    assert (first, second) == (kate, kate)
    assert [found.name for found in resolve_short_forms([("a", kate), ("b", surname)])] == [kate, surname]


def test_a_surname_that_two_bear_is_nobody_s():
    names = [Name("Kate Allen", "PER"), Name("Alan Allen", "PER"), Name("Allen", "PER")]
    last = resolve_short_forms([("a", name) for name in names])[-1]
    assert last.name.text == "Allen"
    assert "both bear it" in last.reason
