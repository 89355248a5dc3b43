"""Numbers that an article adds up."""

import pytest
from tests.linking.accounts import FIRST, groups_of, read

LONG = "Residents spoke of a street full of glass and of shops without doors. " * 6


def test_numbers_that_add_up_are_parts():
    parts = "A car bomb killed 15 people at the market, and six people died at the station."
    _, claims = read(("AP", "Car bombs killed 21 people in Homs. " + parts), FIRST)
    assert groups_of(claims) == {"people, killed by bombs": ["21 people", "30 people"]}
    assert claims.aside.eq("a part of a number told elsewhere").sum() == 2


def test_numbers_of_one_source_that_add_up_are_parts_though_they_stand_apart():
    market = "The Red Cross said that a car bomb killed 15 people at the market. "
    station = "The Red Cross said that another six people died at the station."
    _, claims = read(("AP", "Car bombs killed 21 people in Homs. " + market + LONG + LONG + station), FIRST)
    assert groups_of(claims) == {"people, killed by bombs": ["21 people", "30 people"]}
    _, claims = read(("AP", "Car bombs killed 21 people in Homs. " + market + LONG + LONG + station[0:8]), FIRST)
    assert groups_of(claims) == {"people, killed by bombs": ["15 people", "21 people", "30 people"]}


def test_a_part_is_one_wherever_it_is_told():
    parts = "As well as the 15 people killed at the market, six people died at the station."
    text = f"Car bombs killed 21 people in Homs. {LONG} A car bomb killed 15 people at the market. {parts}"
    _, claims = read(("AP", text), FIRST)
    assert groups_of(claims) == {"people, killed by bombs": ["21 people", "30 people"]}


def test_a_sum_of_two_days_is_no_number_of_one():
    days = "Car bombs killed 13 people there on Tuesday. Some 71 people had died on Sunday."
    _, claims = read(("AP", "Car bombs killed at least 84 people in Homs. " + LONG + days), FIRST)
    assert groups_of(claims) == {"people, killed by bombs, on Tuesday": ["13 people", "30 people"]}


STRUCK = [  # accounts of those shot, and the numbers of injured that stand
    (["Two people were killed and two wounded.", "Four people were shot in Gary."], {2}),
    (["One man was killed and three others were shot.", "Four people were shot in Gary."], {3}),
    (["A man was killed and three others wounded.", "Four people were shot in Gary."], {3}),
    (["Two people were killed and three wounded.", "Four people were shot in Gary."], {3, 4}),
    (["Two people were killed and two wounded.", "Four people were shot and wounded in Gary."], {2, 4}),
]


@pytest.mark.parametrize(("texts", "standing"), STRUCK)
def test_those_shot_count_the_dead(texts, standing):
    _, claims = read(*((f"Outlet {number}", text) for number, text in enumerate(texts)))
    injured = claims[(claims.outcome == "injured")]
    assert set(injured.value[injured.aside.isna()]) == standing
    assert set(injured.aside.dropna()) <= {"the dead are counted, too"}


LISTED = [
    ("A plane crashed, killing seven people. Killed were four pilots and two mechanics.", {4, 2}),
    ("A plane crashed, killing five people. Killed were four pilots and two mechanics.", set()),
    ("A plane crashed. Killed were four pilots and two mechanics.", set()),
]


@pytest.mark.parametrize(("text", "parts"), LISTED)
def test_what_a_sentence_lists_of_a_number_told_before(text, parts):
    _, claims = read(("AP", text))
    assert set(claims.value[claims.aside == "a part of a number told elsewhere"]) == parts
