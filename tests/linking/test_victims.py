"""The dead by name, beside the toll."""

import pytest
from tests.linking.accounts import read

from crossread.linking.victims import compare_named, count_named, list_victims

FIRST = ("A", "A fire in Leeds killed three people. The dead were Ana Ruiz, 34, her son Leo Ruiz, 5, and Tom Hall.")
SECOND = ("B", "Ana Ruiz, 35, was killed in the fire in Leeds. Ana Ruiz was a nurse. Three people died.")


@pytest.fixture
def tables():
    return read(FIRST, SECOND)[0]


def test_each_is_listed_once(tables):
    victims = list_victims(tables.mentions, tables.articles, tables.entities)
    rows = victims.drop(columns="mentions").itertuples(index=False)
    assert [tuple(row) for row in rows] == [
        ("s", "Ana Ruiz", "34; 35", "", 2),
        ("s", "Leo Ruiz", "5", "male", 1),
        ("s", "Tom Hall", "", "", 1),
    ]
    text = tables.articles.set_index("article_id").text
    for mention in victims.mentions.explode():
        article, _, start = mention.rpartition(":")
        assert text[article][int(start) :].startswith(("Ana Ruiz", "Leo Ruiz", "Tom Hall"))


def test_beside_the_toll(tables):
    victims = list_victims(tables.mentions, tables.articles, tables.entities)
    assert count_named(tables.mentions, tables.articles) == {"s": 3}
    (row,) = compare_named(victims, tables.mentions, tables.articles, tables.incidents).itertuples()
    assert (row.story, row.named, row.most, row.low, row.best, row.high) == ("s", 3, 3, 3, 3, 3)


def test_named_and_not_counted():
    tables, _ = read(("A", "Ana Ruiz was killed."))
    victims = list_victims(tables.mentions, tables.articles, tables.entities)
    (row,) = compare_named(victims, tables.mentions, tables.articles, tables.incidents.head(0)).itertuples()
    assert (row.named, isinstance(row.figure_ids, list)) == (1, False)


def test_nobody_is_named():
    tables, _ = read(("A", "Three people died."))
    victims = list_victims(tables.mentions, tables.articles, tables.entities)
    assert victims.empty
    assert compare_named(victims, tables.mentions, tables.articles, tables.incidents).empty
