"""Headlines against the bodies of their articles."""

import pytest
from tests.linking.accounts import FIRST, groups_of, read

from crossread.linking.compare import (
    compare_headlines,
)


def test_a_headline_is_of_its_body_s_day():
    told = "A car bomb killed 25 people in Homs on Monday, police said."
    _, claims = read(("AP", told, 10, "Bomb kills 25 people in Homs"), FIRST)
    assert set(claims[claims.article_id == "a0"].day) == {"monday"}
    assert groups_of(claims) == {}


HEADLINES = [
    (
        "Car bomb kills 30 people in Homs",
        "A car bomb killed at least 30 people in Homs, police said.",
        "words it otherwise",
    ),
    ("Car bomb kills 50 people in Homs", "A car bomb killed 30 people in Homs, police said.", "excludes the body"),
    ("Car bomb kills 50 people in Homs", "Police spoke of a car bomb.", "not in the body"),
    ("Bus crash kills 50", "A bus crashed and 50 soldiers were wounded.", "not in the body"),
    ("Crash kills 50 soldiers", "A bus crashed, killing at least 50 passengers.", "words it otherwise"),
    ("Mill sheds 50 workers", "The mill will do without about 50 machines.", "words it otherwise"),
    ("Rates rise for millions", "Rates rise for several million customers, the firm said.", "words it otherwise"),
]


@pytest.mark.parametrize(("title", "text", "verdict"), HEADLINES, ids=[case[0] for case in HEADLINES])
def test_headline_against_body(title, text, verdict):
    _, claims = read(("AP", text, 10, title))
    assert list(compare_headlines(claims).verdict) == [verdict]


REPEATED = [
    ("Car bomb kills 30 people in Homs", "A car bomb killed 30 people in Homs, police said."),
    ("Crash kills 50 soldiers", "A bus crashed, and 50 people died."),
    ("Crash kills 11 children", "A bus crashed, and 50 people died, including 11 children."),
    ("Crash kills three", "A bus crashed, killing a driver. Two women died, and one man was killed."),
    ("Crash kills one", "A bus crashed, and its driver, Ola Berg, died."),
]


@pytest.mark.parametrize(("title", "text"), REPEATED, ids=[case[0] for case in REPEATED])
def test_headline_that_the_body_repeats(title, text):
    tables, claims = read(("AP", text, 10, title))
    assert compare_headlines(claims, tables.figures).empty
