"""Plurals of persons without a number, read where a corpus counts them."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article
from crossread.reading.conventions import Conventions

READ = [
    ("Two men drowned and others were hurt.", [("men", "killed", "Two men"), ("men", "injured", "others")]),
    ("The blaze killed residents and closed a road.", [("residents", "killed", "residents")]),
    ("The collision resulted in injuries.", [("injuries", "injured", "injuries")]),
    ("The collision led to deaths on both sides.", [("deaths", "killed", "deaths")]),
    ("Injured passengers were taken to hospital.", [("injured passengers", "injured", "Injured passengers")]),
    ("A tram hit a van, wounding others.", [("people", "injured", "others")]),
    (
        "Six people, including women and children, were killed.",
        [("people", "killed", "Six people"), ("women", "killed", "women"), ("children", "killed", "children")],
    ),
    ("Three workers were injured.", [("workers", "injured", "Three workers")]),
]


def read(text, **vague):
    found = extract_articles([Article("a", text)], conventions=Conventions(vague=vague)).figures
    return [(figure["counted"], figure["outcome"], figure["phrase"]) for figure in found]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_bare_plurals(text, expected):
    assert read(text, **{"bare plural": (2, 2)}) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is not known how many others were hurt.",
        "No injuries were reported.",
        "He suffered injuries to his knee.",
        "The miners were killed on Monday.",
        "Residents said the road was closed.",
        "Firefighters rescued people from the roof.",
        "Officers shot at a car.",
        "She died of her injuries.",
    ],
)
def test_no_bare_plurals(text):
    assert read(text, **{"bare plural": (2, 2)}) == []


def test_bare_plurals_are_parts_as_numbers_are():
    text = "Six people, including children, were killed."
    _, part = extract_articles([Article("a", text)], conventions=Conventions(vague={"bare plural": (2, 3)})).figures
    assert (part["part_of"], part["bound"], part["low"], part["high"]) == ("a:0", "vague", 2, 3)


@pytest.mark.parametrize(("text", "_"), READ[1:6])
def test_bare_plurals_are_no_figures_elsewhere(text, _):
    assert read(text) == []
