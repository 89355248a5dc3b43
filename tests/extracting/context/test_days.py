"""When something is said to have happened, and whether that is the article's own day."""

import datetime

import pytest

from crossread.extracting.context.days import (
    DATE,
    OwnDays,
    find_weekdays,
    is_other_date,
    is_other_weekday,
    nearest_weekday,
)
from crossread.extracting.context.spans import Place

PUBLISHED = datetime.date(2015, 2, 6)  # a Friday


def place_of(text):
    """The place of "30" in a text."""
    return Place(text.lower(), text.index("30"), text.index("30") + 2)


DATES = [
    ("on 5 february 2015", ["5 february 2015"]),
    ("on february 5, 2015", ["february 5, 2015"]),
    ("on feb. 5", ["feb. 5"]),
    ("on the 5th of february", ["5th of february"]),
    ("on february 5th", ["february 5th"]),
    ("on february the 5th", ["february the 5th"]),
    ("on 2015-02-05", ["2015-02-05"]),
    ("on 2015-13-05", []),
    ("the 5th of the month", []),
    ("in february", []),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates(text, dates):
    assert [found.group() for found in DATE.finditer(text)] == dates


OTHER = [
    ("On 5 February 30 people died.", False),
    ("On 15 January 30 people died.", True),
    ("On 2015-02-05 30 people died.", False),
    ("On 2014-02-05 30 people died.", True),
    ("On 2015-01-15 30 people died.", True),
    ("On the 5th of February 30 people died.", False),
    ("On the 15th of January 30 people died.", True),
    ("In January 2015 30 people died.", True),
    ("In February 2015 30 people died.", False),
    ("In 2013 30 people died.", True),
    ("In 2015 30 people died.", False),
    ("On Friday, not on 15 January, 30 people died.", False),
    ("30 people died.", False),
    (f"30 people died{' there' * 20} on 15 January.", False),
]


@pytest.mark.parametrize(("text", "other"), OTHER)
def test_other_dates(text, other):
    assert is_other_date(place_of(text), OwnDays("", (), PUBLISHED)) == other


def test_a_date_of_the_lead_is_its_own():
    own = OwnDays("on the 15th of january a bomb went off", (), PUBLISHED)
    assert not is_other_date(place_of("On 15 January 30 people died."), own)


def test_without_a_date_of_publication_no_date_is_another():
    assert not is_other_date(place_of("On 15 January 2013 30 people died."), OwnDays("", (), None))


WEEKDAYS = [
    ("on friday a bomb killed 30 people", (), False),
    ("on thursday a bomb killed 30 people", (), False),
    ("on wednesday a bomb killed 30 people", (), True),
    ("on thursday a bomb killed 30 people", ("friday",), True),
    ("a bomb killed 30 people, police said on wednesday", (), False),
    ("wednesday 4 feb 2015 a bomb killed 30 people", (), False),
    ("at the weekend a bomb killed 30 people", (), True),
    ("at the weekend a bomb killed 30 people", ("weekend",), False),
]


@pytest.mark.parametrize(("text", "lead", "other"), WEEKDAYS)
def test_other_weekdays(text, lead, other):
    assert is_other_weekday(place_of(text), OwnDays("", lead, PUBLISHED)) == other


def test_the_nearest_weekday_counts():
    text = "on monday it rained, and on tuesday 30 people died"
    assert nearest_weekday(text, text.index("30")) == "tuesday"
    assert nearest_weekday(text, 0) == "monday"
    assert nearest_weekday("30 people died", 0) == ""
    assert find_weekdays("police said on monday that it rained on tuesday") == ["tuesday"]
