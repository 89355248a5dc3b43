"""Bounds before and behind numbers, and of which number each is."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article

BOUNDS = [
    ("Rain flooded 12 farms and under 20 mills.", ["= 12", "< 20"]),
    ("Rain flooded 12 farms or more.", [">= 12"]),
    ("Rain flooded some 12 farms or so.", ["~ 12"]),
    ("Rain flooded 12 and over 20 mills.", ["= 12", "> 20"]),
    ("Rain flooded 12 and more than 20 mills.", ["= 12", "> 20"]),
    ("Rain flooded no more than 12 mills and more than 194 farms.", ["<= 12", "> 194"]),
    ("Rain flooded 12 and above, 20 in all.", [">= 12", "= 20"]),
    ("Losses surpassed 3,000 cows.", ["> 3000"]),
    ("The count of cows has topped 80.", ["> 80"]),
    ("He topped 12 lists.", ["= 12"]),
    ("The council passed two laws.", ["= 2"]),
    ("Speeds must not exceed 30 in town.", ["<= 30"]),
    ("Queues are nearing 300 people.", ["~ 300"]),
    ("Fares are capped at 12 pounds.", ["<= 12"]),
    ("It hit >300 farms and <20 mills.", ["> 300", "< 20"]),
    ("Home > 300 farms flooded", ["= 300"]),
    ("The herd is estimated at 400 cows.", ["~ 400"]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS, ids=[text for text, _ in BOUNDS])
def test_bounds(text, expected):
    figures = extract_articles([Article("a", text)]).figures
    assert [f"{f['bound']} {f['high'] if f['low'] is None else f['low']:g}" for f in figures] == expected
