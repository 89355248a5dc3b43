"""Counts that leave their noun out."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article

TABLE = [
    # What a sentence before counted.
    ("Some 125 managers returned. The remaining 50 will return in May.", ["managers", "managers"]),
    ("Twelve tourists were lost. The missing five were found.", ["tourists", "tourists"]),
    ("Two miners fled. The two had left at noon.", ["miners", "miners"]),
    ("Two ferries sank. These two had left at noon.", ["ferries", "ferries"]),
    ("Two ferries sank. The two had had no pilot.", ["ferries", "people"]),
    ("Two men came. These two reported deaths were a shock.", ["men", ""]),
    ("Six nurses and three miners came. Of the three, one was late.", ["nurses", "miners", "miners"]),
    ("Two vans left. The other three stayed.", ["vans", ""]),
    ("He paid four times. The other three refused.", ["times", ""]),
    ("Two ferries sank. Police met the nine at noon.", ["ferries", ""]),
    # People, as its own words tell.
    ("The two became friends.", ["people"]),
    ("The two of May was a bad day.", [""]),
    ("The gap between the two widened.", [""]),
    ("The two are a good pair.", [""]),
    ("The two were good friends.", ["people"]),
    ("The 302 had shut.", [""]),
    ("The law taxes millions who want insurance.", ["people"]),
    ("The law taxes millions.", [""]),
    ("The murder of dozens shocked the town.", ["people"]),
    ("She told of the torture of thousands.", ["people"]),
    ("The loss of dozens shocked the town.", ["loss"]),
    ("A cell built for 20 held 90 men.", ["people", "men"]),
    ("There was seating for four.", ["people"]),
    ("He asked for four.", [""]),
    ("He played in front of 15,522.", ["people"]),
    ("Nine miners were lost. All nine were found.", ["miners", "miners"]),
    ("It is a town of 9,000.", ["people"]),
    ("It is a country of 46 million.", ["people"]),
    ("It is a fleet of 46.", ["fleet"]),
    ("The country counts 46.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_left_out(text, expected):
    figures = extract_articles([Article("a", text)]).figures
    assert [figure["counted"] for figure in figures] == expected


def test_what_was_counted_far_away_is_not_recalled():
    text = (
        "Two miners fled. "
        + "Nobody knew why, nor what the crews had seen or heard. " * 4
        + "Police met the two at noon."
    )
    assert extract_articles([Article("a", text)]).figures[-1]["counted"] == ""


def test_what_was_counted_long_before_is_not_recalled():
    text = "Two miners fled. " + "Then 9 vans and 8 carts and 7 boats came. " * 2 + "Police met the two at noon."
    assert extract_articles([Article("a", text)]).figures[-1]["counted"] == ""
