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
]


@pytest.mark.parametrize(("title", "text", "verdict"), HEADLINES, ids=[case[2] for case in HEADLINES])
def test_headline_against_body(title, text, verdict):
    _, claims = read(("AP", text, 10, title))
    assert list(compare_headlines(claims).verdict) == [verdict]


def test_headline_that_the_body_repeats():
    _, claims = read(
        ("AP", "A car bomb killed 30 people in Homs, police said.", 10, "Car bomb kills 30 people in Homs")
    )
    assert compare_headlines(claims).empty
