"""Accounts of an event as an organisation that records casualties codes them."""

from dataclasses import replace

import pytest
from tests.linking.accounts import read

from crossread.linking.coding import Coding, is_partial
from crossread.linking.incidents import find_incidents

CODED = [  # preset, accounts of one story each; outcome, low, high of its rows
    ("", ["Three civilians died in a fire. Medics said more than 20 people died in the fire."], None),
    (
        "airwars",
        ["Three civilians died in a fire on Monday. Medics said more than 20 people died in the fire."],
        [("killed", 3, 21)],
    ),
    ("airwars", ["A fire killed 12 people.", "A fire killed 30 people."], [("killed", 12, 30)]),
    ("airwars", ["A fire killed nine people. The fire killed four children, medics said."], [("killed", 9, 9)]),
    ("acled", ["A fire killed 12 people.", "A fire killed 30 people."], [("killed", 12, 30)]),
]


def incidents_of(preset, texts, named=None):
    tables, _ = read(*((name, text) for name, text in zip("ABC", texts, strict=False)))
    return find_incidents(tables.figures, tables.articles, tables.entities, coding=Coding(preset, named or {}))


@pytest.mark.parametrize(("preset", "texts", "expected"), CODED[1:])
def test_ends(preset, texts, expected):
    found = incidents_of(preset, texts)
    assert [(row.outcome, row.low, row.high) for row in found.itertuples()] == expected


def test_people_and_civilians_are_apart_without_a_preset():
    assert len(incidents_of(*CODED[0][:2])) > 1


def test_children_stay_in_the_evidence():
    (row,) = incidents_of(*CODED[3][:2]).itertuples()
    assert len(row.figure_ids) == 2


@pytest.mark.parametrize(("named", "low"), [(0, 4), (6, 6), (20, 9)])
def test_the_named_raise_the_minimum_but_not_over_what_is_counted(named, low):
    texts = ["A fire killed four people.", "A fire killed nine people."]
    (row,) = incidents_of("airwars", texts, {"s": named}).itertuples()
    assert (row.low, row.high) == (low, 9)


def test_acled_takes_the_lowest_as_best():
    (row,) = incidents_of("acled", ["A fire killed 12 people.", "A fire killed 30 people."]).itertuples()
    assert (row.best, row.rule.split(",")[0]) == (12, "lowest")


def test_a_plural_gives_way_to_a_number():
    from crossread.linking.incidents import Account

    told = Account(*[None] * len(Account._fields))._replace(counted="people", bound="=", low=5.0, high=5.0, value=5.0)
    bare = told._replace(bound="vague", low=2.0, high=2.0)
    coding = Coding("airwars")
    assert coding.weigh([bare, told]) == [told]
    assert coding.weigh([bare]) == [bare]
    assert replace(coding, preset="").weigh([bare, told]) == [bare, told]


@pytest.mark.parametrize(
    ("counted", "partial"), [("small children", True), ("two sons", True), ("people", False), ("family members", False)]
)
def test_partial(counted, partial):
    assert is_partial(counted) is partial
