import warnings
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.reporting.charts.names import names_by_article_chart, top_names_chart

LONG = "between 10 and one million people who had been living in the camps near the border since last year"
ENTITIES = pd.DataFrame(
    {
        "name": [f"Person {i}" for i in range(12)] + ["Islamic Revolutionary Guard Corps", "$A$ to $B$", LONG],
        "type": ["PER"] * 12 + ["ORG", "LOC", "EVENT"],
        "mentions": [*range(1, 13), 40, 1, 1200],
        "articles": [1] * 12 + [4, 1, 300],
    }
)


def counts(columns):
    """A table of mentions for so many articles, 77 the most in a cell."""
    label = "Reuters · {} Mar 2020" if columns > 3 else "Outlet {}"
    table = {label.format(i): [77, 0, i % 77] for i in range(columns)}
    return pd.DataFrame(table, index=["Qassem Soleimani", "$A$", LONG])


def test_top_names(texts, assert_legible):
    chart = top_names_chart(ENTITIES)
    assert_legible(chart)
    shown = texts(chart)
    assert {"People", "Organisations", "Places", "Other names", "10 of 12", "$A$ to $B$"} <= set(shown)
    assert {"40 in 4 articles", "1 in 1 article", "1,200 in 300 articles"} <= set(shown)
    assert "Person 2" in shown
    assert "Person 1" not in shown
    renamed = ENTITIES.rename(columns={"mentions": "mentions_unique"})
    assert texts(top_names_chart(renamed, "mentions_unique")) == shown


@pytest.mark.parametrize(
    ("columns", "numbers", "angles"),
    [
        (1, 1, {0}),
        (3, 3, {0}),
        (12, 12, {0, 50}),
        (13, 0, {0, 50}),
        (25, 0, {0, 90}),
        (60, 0, {0, 90}),
        (100, 0, {0, 90}),
    ],
)
def test_names_by_article(columns, numbers, angles, assert_legible):
    chart = names_by_article_chart(counts(columns))
    assert_legible(chart)
    shown = [text.get_text() for text in chart.texts]
    assert {"Qassem Soleimani", "$A$", *counts(columns).columns} <= set(shown)
    assert shown.count("77") == numbers + 1  # Once more in the key.
    assert {int(text.get_rotation()) for text in chart.texts} == angles
    assert chart.alt.endswith("most mentions: Qassem Soleimani in " + counts(columns).columns[0] + " (77).")


def test_more_articles_than_fit_make_the_chart_wider(texts):
    few, many = names_by_article_chart(counts(12)), names_by_article_chart(counts(61))
    assert many.width > few.width
    assert {"$A$", "Reuters · 60 Mar 2020"} <= set(texts(many))
    assert many.png().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "chart",
    [
        top_names_chart(ENTITIES[:0]),
        names_by_article_chart(pd.DataFrame()),
        names_by_article_chart(pd.DataFrame({"Reuters": []})),
    ],
)
def test_nothing_to_show(chart):
    assert "Nothing to show. No " in chart.alt


ANY_TEXT = st.none() | st.text(st.characters(exclude_categories=()), max_size=90)
ANY_NUMBER = st.none() | st.floats() | st.integers(-5, 10**7).map(float)
ANY_NAME = st.fixed_dictionaries(
    {
        "name": ANY_TEXT,
        "type": st.sampled_from(["PER", "ORG", "LOC", "MISC", "EVENT", None]),
        "mentions": ANY_NUMBER,
        "articles": st.integers(0, 10**6),
    }
)


@given(st.lists(ANY_NAME, max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_names_make_valid_svg(rows):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        entities = pd.DataFrame(rows, columns=["name", "type", "mentions", "articles"], dtype=object)
        assert ET.fromstring(top_names_chart(entities).svg()).get("aria-label")
        names = pd.Index([row["name"] for row in rows], dtype=object)
        table = pd.DataFrame([[row["mentions"]] * len(rows) for row in rows], index=names, columns=names)
        assert ET.fromstring(names_by_article_chart(table).svg()).get("aria-label")
