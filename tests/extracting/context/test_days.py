"""When something is said to have happened, and whether that is the article's own day."""

import datetime

import pytest

from crossread.extracting.context.days import (
    Date,
    has_weekday,
    is_other_date,
    is_other_weekday,
    nearest_weekday,
    read_own_days,
)
from crossread.extracting.context.tellings import Number, tell
from crossread.language.tokens import tokenize

PUBLISHED = datetime.date(2015, 2, 6)  # a Friday


def number_of(text):
    """The number 30 of a text."""
    telling = tell(tokenize(text).sentences[0])
    at = telling.sentence.words.index("30")
    return Number(telling, at, at + 1)


def own_days(published=PUBLISHED, lead=""):
    return read_own_days([tell(sentence) for sentence in tokenize(lead).sentences], published)


DATES = [
    ("on 5 February 2015", [Date(5, 2, 2015)]),
    ("on February 5, 2015", [Date(5, 2, 2015)]),
    ("on Feb. 5", [Date(5, 2, None)]),
    ("on the 5th of February", [Date(5, 2, None)]),
    ("on February 5th", [Date(5, 2, None)]),
    ("on February the 5th", [Date(5, 2, None)]),
    ("on 2015-02-05", [Date(5, 2, 2015)]),
    ("on 2015-13-05", []),
    ("the 5th of the month", []),
    ("in February", []),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates(text, dates):
    assert list(own_days(lead=text).dates) == dates


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
    assert is_other_date(number_of(text), own_days()) == other


def test_a_date_of_the_lead_is_its_own():
    own = own_days(lead="On the 15th of January a bomb went off.")
    assert not is_other_date(number_of("On 15 January 30 people died."), own)


def test_without_a_date_of_publication_no_date_is_another():
    assert not is_other_date(number_of("On 15 January 2013 30 people died."), own_days(None))


WEEKDAYS = [
    ("on friday a bomb killed 30 people", "", False),
    ("on thursday a bomb killed 30 people", "", False),
    ("on wednesday a bomb killed 30 people", "", True),
    ("on thursday a bomb killed 30 people", "on friday it rained", True),
    ("a bomb killed 30 people, police said on wednesday", "", False),
    ("wednesday 4 feb 2015 a bomb killed 30 people", "", False),
    ("at the weekend a bomb killed 30 people", "", True),
    ("at the weekend a bomb killed 30 people", "at the weekend it rained", False),
]


@pytest.mark.parametrize(("text", "lead", "other"), WEEKDAYS)
def test_other_weekdays(text, lead, other):
    assert is_other_weekday(number_of(text), own_days(lead=lead)) == other


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on monday it rained, and on tuesday 30 people died", "tuesday"),
        ("on Mondays 30 people die, seldom on other days of the week, but on a tuesday they did", "monday"),
        ("30 people died", ""),
    ],
)
def test_the_nearest_weekday_counts(text, day):
    assert nearest_weekday(number_of(text)) == day


def test_a_day_of_speaking_is_none():
    assert not has_weekday(tell(tokenize("police said on monday that it rained").sentences[0]))
    assert has_weekday(tell(tokenize("police said that it had rained on monday").sentences[0]))
