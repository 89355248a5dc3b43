import pandas as pd
import pytest

from crossread.reporting.charts import top_names_chart

LONG = "between 10 and one million people who had been living in the camps near the border since last year"
ENTITIES = pd.DataFrame(
    {
        "name": [f"Person {i}" for i in range(12)] + ["Islamic Revolutionary Guard Corps", "$A$ to $B$", LONG],
        "type": ["PER"] * 12 + ["ORG", "LOC", "EVENT"],
        "mentions": [*range(1, 13), 40, 1, 1200],
        "articles": [1] * 12 + [4, 1, 300],
    }
)


def test_the_ten_most_mentioned_of_each_type(texts, assert_legible):
    chart = top_names_chart(ENTITIES)
    assert_legible(chart)
    shown = texts(chart)
    assert {"People: 10 of 12", "Organisations", "Places", "Other names", "$A$ to $B$"} <= set(shown)
    assert {"40 in 4 articles", "1 in 1 article", "1,200 in 300 articles"} <= set(shown)
    assert "Person 2" in shown
    assert "Person 1" not in shown


def test_a_bar_has_its_articles_in_it():
    chart = top_names_chart(ENTITIES[ENTITIES.type == "ORG"])
    axes = chart.axes[-1]
    assert [bar.get_width() for bar in axes.patches] == [4, 36]


def test_alternative_text_names_the_first_of_each_type():
    assert top_names_chart(ENTITIES[:13]).alt.endswith(
        "People: Person 11 (12 in 1 article); Organisations: Islamic Revolutionary Guard Corps (40 in 4 articles)."
    )


@pytest.mark.parametrize("mentions", [None, float("nan"), float("inf"), -3, "many"])
def test_numbers_that_are_none_count_as_zero(mentions, texts):
    entities = ENTITIES[:1].astype(object).assign(mentions=[mentions])
    assert "0 in 1 article" in texts(top_names_chart(entities))


def test_no_names_are_told():
    assert "Nothing to show. No names were found." in top_names_chart(ENTITIES[:0]).alt
