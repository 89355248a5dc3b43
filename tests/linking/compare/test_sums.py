"""Numbers that an article adds up."""

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
