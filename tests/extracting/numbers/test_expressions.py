"""Number expressions and the intervals that they claim by themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.numbers.expressions import find_numbers
from crossread.language.tokens import tokenize


def numbers_of(text):
    found = []
    for sentence in tokenize(text).sentences:
        for number in find_numbers(sentence):
            phrase = text[sentence.starts[number.first] : sentence.ends[number.last - 1]]
            low, high = (round(end, 2) for end in (number.low, number.high))
            found.append((phrase, number.bound, low, high, number.kind, number.unit))
    return found


PLAIN = [
    ("7 tanks", "7", 7),
    ("1,000 advisers", "1,000", 1_000),
    ("7000 guards", "7000", 7_000),
    ("58.24 points", "58.24", 58.24),
    ("12km away", "12", 12),
    ("seven tanks", "seven", 7),
    ("twenty-five people", "twenty-five", 25),
    ("Sixty two fighters", "Sixty two", 62),
    ("zero casualties", "zero", 0),
    ("a dozen men", "a dozen", 12),
    ("dozen people", "dozen", 12),
    ("two dozen men", "two dozen", 24),
    ("a hundred men", "a hundred", 100),
    ("three hundred men", "three hundred", 300),
    ("one hundred and five men", "one hundred and five", 105),
    ("two thousand three hundred men", "two thousand three hundred", 2_300),
    ("three hundred thousand men", "three hundred thousand", 300_000),
    ("a million people", "a million", 1_000_000),
    ("1.2 million people", "1.2 million", 1_200_000),
    ("5 billion people", "5 billion", 5_000_000_000),
    ("half a million people", "half a million", 500_000),
    ("two and a half million people", "two and a half million", 2_500_000),
    ("one and a half million people", "one and a half million", 1_500_000),
]


@pytest.mark.parametrize(("text", "phrase", "value"), PLAIN, ids=[text for text, *_ in PLAIN])
def test_plain(text, phrase, value):
    assert numbers_of(text) == [(phrase, "=", value, value, "", "")]


VAGUE = [
    ("several tanks", "several", 3, 9),
    ("dozens of people", "dozens", 24, 99),
    ("Scores were hurt", "Scores", 40, 99),
    ("hundreds of families", "hundreds", 200, 999),
    ("thousands of guards", "thousands", 2_000, 9_999),
    ("tens of thousands of people", "tens of thousands", 20_000, 99_999),
    ("hundreds of thousands of people", "hundreds of thousands", 200_000, 999_999),
    ("several hundred fighters", "several hundred", 300, 999),
    ("a few thousand men", "a few thousand", 3_000, 9_999),
]


@pytest.mark.parametrize(("text", "phrase", "low", "high"), VAGUE, ids=[text for text, *_ in VAGUE])
def test_vague(text, phrase, low, high):
    assert numbers_of(text) == [(phrase, "vague", low, high, "", "")]


RANGES = [
    ("18 to 25 men", "18 to 25", 18, 25, "", ""),
    ("5-7 tanks", "5-7", 5, 7, "", ""),
    ("5–7 tanks", "5–7", 5, 7, "", ""),
    ("18 to 25 per cent", "18 to 25 per cent", 18, 25, "share", "percent"),
    ("18-25% of it", "18-25%", 18, 25, "share", "percent"),
    ("1 to 2 million people", "1 to 2 million", 1_000_000, 2_000_000, "", ""),
    ("two to three dozen", "two to three dozen", 24, 36, "", ""),
    ("$1-2 million", "$1-2 million", 1_000_000, 2_000_000, "money", "USD"),
    ("$1 million to $2 million", "$1 million to $2 million", 1_000_000, 2_000_000, "money", "USD"),
    ("500 to 1,000 euros", "500 to 1,000 euros", 500, 1_000, "money", "EUR"),
]


@pytest.mark.parametrize(("text", "phrase", "low", "high", "kind", "unit"), RANGES, ids=[text for text, *_ in RANGES])
def test_ranges(text, phrase, low, high, kind, unit):
    assert numbers_of(text) == [(phrase, "range", low, high, kind, unit)]


BETWEEN = [
    ("between 30 and 40 fighters", 30, 40),
    ("between 5,000 and 7,000 men", 5_000, 7_000),
    ("between 18% and 25%", 18, 25),
    ("between 1 million and 2 million people", 1_000_000, 2_000_000),
]


@pytest.mark.parametrize(("text", "low", "high"), BETWEEN, ids=[text for text, *_ in BETWEEN])
def test_between(text, low, high):
    assert [number[1:4] for number in numbers_of(text)] == [("range", low, high)]


def test_two_numbers_joined_by_and_are_no_range():
    assert [number[1:4] for number in numbers_of("30 and 40")] == [("=", 30, 30), ("=", 40, 40)]


LENT = [  # whether a number takes the scale of the one behind it
    ("They gave 3 or 5 million dollars.", [3_000_000, 5_000_000]),
    ("They gave 3 and 5 million dollars.", [3, 5_000_000]),
    ("It rose from 900 to 3 million users.", [900, 3_000_000]),
    ("Users fell from 8 million to 900.", [8_000_000, 900]),
]


@pytest.mark.parametrize(("text", "values"), LENT, ids=[text for text, _ in LENT])
def test_a_scale_is_lent_to_a_smaller_number_before_it(text, values):
    assert [low for _, _, low, _, _, _ in numbers_of(text)] == values


def test_falling_range_is_two_numbers():
    assert [number[1:4] for number in numbers_of("500 to 300")] == [("=", 500, 500), ("=", 300, 300)]


SHARES = [
    ("60% of it", "60%", 60),
    ("60 percent of it", "60 percent", 60),
    ("2.1 per cent", "2.1 per cent", 2.1),
    ("5 percentage points", "5 percentage points", 5),
    ("a third of the city", "a third", 33.33),
    ("two thirds of the city", "two thirds", 66.67),
    ("two-thirds of the city", "two-thirds", 66.67),
    ("three quarters of it", "three quarters", 75),
    ("one-fifth of it", "one-fifth", 20),
    ("half of the city", "half", 50),
    ("half the city", "half", 50),
    ("a share of .5 percent", ".5 percent", 0.5),
]


@pytest.mark.parametrize(("text", "phrase", "value"), SHARES, ids=[text for text, *_ in SHARES])
def test_shares(text, phrase, value):
    assert numbers_of(text) == [(phrase, "=", value, value, "share", "percent")]


MONEY = [
    ("$5", "$5", 5, "USD"),
    ("$550 million", "$550 million", 550_000_000, "USD"),
    ("$1.5bn", "$1.5bn", 1_500_000_000, "USD"),
    ("$2.5m", "$2.5m", 2_500_000, "USD"),
    ("$3k", "$3k", 3_000, "USD"),
    ("€300 million", "€300 million", 300_000_000, "EUR"),
    ("£20", "£20", 20, "GBP"),
    ("US$5 million", "US$5 million", 5_000_000, "USD"),
    ("1,000 dollars", "1,000 dollars", 1_000, "USD"),
    ("300 million euros", "300 million euros", 300_000_000, "EUR"),
    ("50 U.S. dollars", "50 U.S. dollars", 50, "USD"),
    ("half a million dollars", "half a million dollars", 500_000, "USD"),
]


@pytest.mark.parametrize(("text", "phrase", "value", "unit"), MONEY, ids=[text for text, *_ in MONEY])
def test_money(text, phrase, value, unit):
    assert numbers_of(text) == [(phrase, "=", value, value, "money", unit)]


NOTHING = [
    "",
    "no number at all",
    "the hundred",
    "the third man",
    "a third man",
    "the second attack",
    "the 5th of them",
    "the 1990s",
    "a Su-24",
    "the scores",
    "3.5.2014",
    "https://example.org/2016/12345",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text):
    assert numbers_of(text) == []


WORDS = [
    "5",
    "1,000",
    "2016",
    ".",
    "-",
    "–",
    "to",
    "and",
    "between",
    "half",
    "a",
    "third",
    "thirds",
    "one",
    "twenty",
    "dozen",
]
WORDS += [
    "hundred",
    "million",
    "$",
    "US$",
    "%",
    "per",
    "cent",
    "euros",
    "m",
    "bn",
    "several",
    "tens",
    "of",
    "thousands",
    "²",
    "½",
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_text(text):
    for sentence in tokenize(text).sentences:
        end = 0
        for number in find_numbers(sentence):
            assert end <= number.first < number.last <= len(sentence.words)
            assert number.low <= number.high
            assert number.bound == "vague" or (number.bound == "range") == (number.low < number.high)
            end = number.last


@pytest.mark.parametrize(
    "text", ["² of them", "① point", "9" * 5_000, "1" * 400 + " men"], ids=["²", "①", "5000 digits", "400 digits"]
)
def test_strange_digits(text):
    assert all(number[2] <= number[3] for number in numbers_of(text))
