"""Which figures stand on one axis, and which do not."""

import pytest
from tests.linking.accounts import FIRST, RAIDS, groups_of, read

from crossread.linking.compare import (
    compare_pairs,
    count_left_out,
)

COMPARED = [
    ("same", "A suicide bomber killed 25 people in Homs on Tuesday, the army said.", "25 people"),
    ("no place, no cause", "Police put the number of people killed at 25.", "25"),
    ("said on another day", "A blast killed 25 people in Homs, police said on Monday.", "25 people"),
    ("with those who are part", "A blast killed 25 people, including three children.", "25 people"),
    ("what it followed", "A bomb killed 25 people in Homs after warplanes struck the city.", "25 people"),
    ("casualties", "A car bomb in Homs caused 25 deaths.", "25 deaths"),
    ("with somebody", "A colonel was killed in Homs along with 25 people by a car bomb.", "25 people"),
    ("a record since", "It was the deadliest attack since 2012 and killed 25 people.", "25 people"),
]


@pytest.mark.parametrize(("text", "phrase"), [case[1:] for case in COMPARED], ids=[case[0] for case in COMPARED])
def test_compared(text, phrase):
    _, claims = read(FIRST, ("AP", text))
    assert [sorted(phrases) for phrases in groups_of(claims).values()] == [sorted(["30 people", phrase])]


SOME = "a part of a number told elsewhere"


BEFORE = "an earlier event"


SPOKE = "would answer for the car bombs that the army had sent against their streets and that had left 25 people dead."


LONG = "Residents spoke of a street full of glass and of shops without doors. " * 6


APART = [
    ("injured", "A car bomb wounded 25 people in Homs.", None),
    ("fighters", "A car bomb killed 25 soldiers in Homs.", None),
    ("children", "A car bomb killed 25 children in Homs.", None),
    ("families", "A car bomb killed 25 families in Homs.", None),
    ("cause", "Air strikes killed 25 people in Homs.", None),
    ("place", "A car bomb killed 25 people in Aleppo.", None),
    ("day", "A car bomb killed 25 people in Homs on Monday.", None),
    ("war", "The conflict has killed more than 200,000 people since it began in 2011.", None),
    ("medics", "A car bomb killed 25 doctors in Homs.", None),
    ("expected", "The army said that car bombs in Homs would kill 25 people.", None),
    ("without care", "The car bomb in Homs left 25 people wounded without medical care.", SOME),
    ("of one hospital", "A doctor in Homs said that his hospital received 25 people killed by the bomb.", SOME),
    ("goes on", LONG + "On January 25 mines went off in Aleppo. At least 25 people were killed.", "another day"),
    ("a statement", "In a film sent last week a man who said that he spoke for them said that they " + SPOKE, BEFORE),
    ("denied", "The army denied that a car bomb killed 25 people.", "denied by its source"),
    ("longer", "Car bombs in Homs have killed 25 people over the past month.", "a total over a longer time"),
    ("month", "Car bombs in Homs killed 25 people in May.", "a total over a longer time"),
    ("earlier", "A car bomb killed 25 people in Homs last week.", "an earlier event"),
    ("that attack", LONG + "That attack in Homs killed 25 people.", "an earlier event"),
    ("date", LONG + "On January 25 a car bomb in Homs killed 25 people.", "another day"),
    ("weekday", "A bomb hit Homs on Tuesday. " + LONG + "A car bomb killed 25 people there on Sunday.", None),
    ("another", LONG + "In another attack in Homs a car bomb killed 25 people.", "another event"),
    ("added", "In Homs, 25 others were killed by the car bomb.", "added to another number"),
    ("joined", "In Homs a car bomb killed 12 children together with 25 men.", "added to another number"),
    ("some of", "Of them, 25 of the dead were women, the hospital said.", "a part of a number told elsewhere"),
    ("old toll", "An earlier toll put the number of people killed at 25.", "an earlier toll that was revised"),
    ("nothing told", "There were 25 people in the street.", None),
]


@pytest.mark.parametrize(("text", "aside"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_not_compared(text, aside):
    tables, claims = read(FIRST, ("AP", text))
    assert groups_of(claims) == {}
    told = claims[claims.article_id == "a1"].aside
    assert len(told)
    if aside is None:
        assert told.isna().all()
    else:
        assert aside in set(told)
        assert count_left_out(tables.figures, claims)[aside] == (told == aside).sum()


def test_totals_of_the_war_are_compared_with_each_other():
    _, claims = read(
        ("AP", "The conflict has killed more than 200,000 people since it began."),
        ("AFP", "More than 220,000 people have been killed since the uprising started."),
        ("DPA", "Over 230,000 people have been killed in the war."),
    )
    assert set(claims.group) == {"people, killed since a date"}
    assert claims.aside.isna().all()


def test_losses_of_two_sides_are_two_matters():
    _, claims = read(
        ("AP", "Clashes in Homs killed 12 rebels and 30 soldiers."), ("AFP", "Clashes in Homs killed 15 rebels.")
    )
    assert groups_of(claims) == {"forces, killed in fighting (rebels)": ["12 rebels", "15 rebels"]}


@pytest.mark.parametrize("who", ["Syrian soldiers", "Syrian army soldiers", "Syria soldiers", "soldiers"])
def test_a_country_is_no_side_of_its_own(who):
    _, claims = read(("AP", "Clashes in Homs killed 30 soldiers."), ("AFP", f"Clashes in Homs killed 28 {who}."))
    assert [len(phrases) for phrases in groups_of(claims).values()] == [2]


def test_what_is_expected_is_compared_with_the_like():
    _, claims = read(
        ("AP", "The deal is set to see more than 30,000 people evacuated. On Monday 5,000 people were evacuated."),
        ("AFP", "About 20,000 people are to be evacuated."),
    )
    assert groups_of(claims) == {"people, evacuated expected": ["About 20,000 people", "more than 30,000 people"]}


def test_people_of_two_towns_are_two_matters():
    _, claims = read(
        ("AP", "On Monday 5,000 people were evacuated from Foua."),
        ("AFP", "On Monday 2,200 people were evacuated from Madaya, and 4,800 people were evacuated from Foua."),
    )
    assert groups_of(claims) == {"people, evacuated, from Foua": ["4,800 people", "5,000 people"]}


@pytest.mark.parametrize(("scene", "groups"), [("In the city of Aleppo", 0), ("On the road to Aleppo", 1)])
def test_a_sentence_sets_the_scene_for_the_next(scene, groups):
    told = f"{scene} meanwhile, bombs went off at noon. At least 25 people were killed by a car bomb, an official said."
    elsewhere = ("BBC", "A fire destroyed 40 houses in Aleppo.")
    _, claims = read(("AP", "Rubble lay in the streets of Homs. " + LONG + told), FIRST, elsewhere)
    assert len(groups_of(claims)) == groups


def test_one_raid_is_no_number_of_raids():
    _, claims = read(("AP", "There were eight air raids on Homs. The town burned after one air raid."), ("AFP", RAIDS))
    assert groups_of(claims) == {"air strikes, attacks": ["eight air raids", "nine air raids"]}


def test_another_weekday_is_compared_with_that_day():
    told = "A bomb hit Homs on Tuesday. " + LONG + "A car bomb killed 25 people there on Sunday."
    other = FIRST[1] + " Rubble lay on the road and smoke rose over roofs for hours, neighbours told us. " * 5
    _, claims = read(("AP", told), ("AFP", other + "On Sunday 28 people were killed by a car bomb there."))
    assert groups_of(claims) == {"people, killed by bombs, on Sunday": ["25 people", "28 people"]}


@pytest.mark.parametrize(("day", "groups"), [("on Sunday", 1), ("on Monday", 0)])
def test_a_weekend_has_two_days(day, groups):
    _, claims = read(
        ("AP", "A car bomb killed 25 people in Homs over the weekend.", 8),
        ("AFP", f"A car bomb killed 28 people in Homs {day}.", 8),
    )
    assert len(groups_of(claims)) == groups


def test_vehicles_of_two_sorts_are_two_matters():
    _, claims = read(("AP", "The raid destroyed 12 tanks."), ("AFP", "The raid destroyed five buses."))
    assert groups_of(claims) == {}


def test_all_figures_are_accounted_for():
    tables, claims = read(
        FIRST,
        ("AP", "A car bomb killed 25 people in Homs, including three children. It lasted two hours."),
        ("Copy", FIRST[1]),
    )
    compared = int(claims[claims.aside.isna()].stated.sum())
    left = count_left_out(tables.figures, claims)
    assert compared + left.sum() == len(tables.figures)
    assert {"a part of another figure", "a duration"} <= set(left.index)


def test_sources_of_one_article_are_held_against_each_other():
    _, claims = read(
        ("AP", "A car bomb killed 30 people in Homs, police said. The hospital said 12 people were killed."),
        ("AFP", "Thirty people died in Homs when a blast went off beside a market full of shoppers."),
    )
    assert compare_pairs(claims).relation.tolist().count("disjoint") == 2


def test_one_event_has_one_group():
    told = "A car bomb killed 30 people in Homs on {}, police said."
    _, claims = read(("AP", told.format("Tuesday")), ("AFP", told.format("Monday")), ("DPA", told.format("Monday")))
    assert set(claims.group) == {"people, killed by bombs"}
    assert set(claims.day) == {"monday", "tuesday"}


EQUAL = [  # an account of 318 seats won, or of 40 jobs, and whether it is compared with the same number elsewhere
    ("The party secured 318 seats, more than in all years since 2010.", "With 318 seats it lacks a majority.", True),
    ("The party secured 318 seats.", "The party lost 318 seats, not more.", True),
    ("The party secured 318 seats.", "The party is expected to secure 318 seats.", False),
    ("The army sent 1,000 soldiers.", "There were 1,000 soldiers in the town.", True),
    ("The party secured 318 seats.", "The party secured 318 votes.", False),
    ("A blaze killed six people.", "Six people saw smoke from the street.", False),
]


@pytest.mark.parametrize(("one", "other", "together"), EQUAL)
def test_equal_numbers_of_one_noun(one, other, together):
    _, claims = read(("AP", one), ("AFP", other))
    assert bool(groups_of(claims)) == together


FEW = "one or a vague number, of which no outcome is told"


@pytest.mark.parametrize(
    ("one", "other", "aside"),
    [
        ("It is a one-pill dose.", "The firm sells one pill.", FEW),
        ("They asked several countries.", "They flew over several countries.", FEW),
        ("They asked several European countries.", "They asked several European countries.", None),
        ("They asked two countries.", "They asked two countries.", None),
    ],
)
def test_small_and_vague_numbers_of_nothing_told(one, other, aside):
    _, claims = read(("AP", one), ("AFP", other))
    assert set(claims.aside.fillna("")) == {aside or ""}


def test_one_of_a_number_told_before_is_no_account_of_all():
    text = "A blast in Homs wounded four men. One man was wounded in the leg, police said."
    _, claims = read(("AP", text), ("AFP", "A blast in Homs wounded four men on the market, doctors said."))
    assert claims[claims.value == 1].aside.tolist() == ["not its source's first figure in the article"]
