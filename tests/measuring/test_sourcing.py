"""Figures by source: one name each, classes, shares, and figures without a source."""

from typing import Any

import pandas as pd
import pytest

from crossread.measuring.sourcing import class_sources, count_cited, count_unsourced, name_sources, share_by_outlet
from crossread.tables import make_table

ARTICLES = make_table(
    "articles",
    [
        {"article_id": "a", "outlet": "TASS", "language": "en", "text": ""},
        {"article_id": "b", "outlet": "SANA", "language": "en", "text": ""},
        {"article_id": "copy", "outlet": "SANA", "language": "en", "text": "", "duplicate_of": "a"},
    ],
)
ENTITIES = make_table(
    "entities",
    [
        {"entity_id": "un", "name": "United Nations", "type": "ORG", "aliases": ["UN"]},
        {"entity_id": "un-2", "name": "United Nations", "type": "ORG", "aliases": ["U.N."]},
    ],
)


def figures(*rows: dict[str, Any]) -> pd.DataFrame:
    """Figures of people killed, unless a row says otherwise."""
    usual = {"article_id": "a", "kind": "count", "unit": "", "counted_class": "people", "outcome": "killed", "value": 9}
    return make_table("figures", [{"figure_id": str(n), **usual, **row} for n, row in enumerate(rows)])


@pytest.mark.parametrize(
    ("row", "speaker", "origin"),
    [
        ({"source": "the UN", "source_entity": "un"}, "United Nations", "entity un"),
        ({"source": "the U.N.", "source_entity": "un-2"}, "United Nations", "entity un-2"),
        ({"source": "Oxfam", "source_entity": "unlisted"}, "Oxfam", "entity unlisted"),
        ({"source": "a local official"}, "“local official”", "words a local official"),
        ({"source": "Moscow"}, "“Moscow”", "words a moscow"),
        ({}, "TASS", "outlet TASS"),
    ],
)
def test_a_source_has_one_name(row: dict[str, Any], speaker: str, origin: str) -> None:
    named = name_sources(figures(row), ARTICLES, ENTITIES)
    assert named[["speaker", "origin", "outlet"]].to_numpy().tolist() == [[speaker, origin, "TASS"]]


def test_a_description_reads_as_it_mostly_stands() -> None:
    words = ["a monitor", "the monitor", "Monitor"]
    named = name_sources(figures(*({"source": source} for source in words)), ARTICLES, ENTITIES)
    assert named.speaker.tolist() == ["“monitor”"] * 3


def test_what_stands_behind_a_figure() -> None:
    un = {"source": "the UN", "source_entity": "un", "source_class": "official"}
    given = figures(
        un,
        {**un, "source": "a source in the UN", "source_class": "unnamed", "value": 3},
        {"source": "a source", "source_class": "unnamed", "value": 4},
        {"source": "Abadi", "value": 5},
        {},  # the same number of the same things has a source in the article
        {"value": 8},
        {"article_id": "b"},
        {**un, "stance": "denied"},
        {**un, "article_id": "copy"},
    )
    classed = class_sources(given, ARTICLES, ENTITIES)
    assert classed.behind.tolist() == [
        "Officials",
        "Officials",
        "Unnamed sources",
        "Other sources",
        "Sourced elsewhere in the article",
        "No source at all",
        "No source at all",
    ]


def test_figures_and_articles_of_each_source() -> None:
    un = {"source": "the UN", "source_entity": "un", "source_class": "official"}
    given = figures(un, un, {**un, "article_id": "b"}, {"source": "a medic", "source_class": "medical"}, {})
    cited = count_cited(class_sources(given, ARTICLES, ENTITIES))
    assert cited.to_numpy().tolist() == [["United Nations", "Officials", 3, 2], ["“medic”", "Medics", 1, 1]]


def test_shares_of_classes_and_of_leading_sources() -> None:
    un = {"source": "the UN", "source_entity": "un", "source_class": "official"}
    mayor = {"source": "the mayor", "source_class": "official"}
    given = figures(un, mayor, {"value": 7}, {"value": 8}, {**un, "article_id": "b"})
    classed = class_sources(given, ARTICLES, ENTITIES)
    shares = share_by_outlet(classed, count_cited(classed).head(1), 9)
    assert shares.index.tolist() == [("Officials", ""), ("Officials", "United Nations"), ("No source at all", "")]
    assert shares.to_dict("list") == {"All (5)": [0.6, 0.4, 0.4], "TASS (4)": [0.5, 0.25, 0.5], "SANA (1)": [1, 1, 0]}
    assert share_by_outlet(classed, count_cited(classed), 1).columns.tolist() == ["TASS (4)"]


def test_figures_without_a_source_by_what_they_tell() -> None:
    given = figures(
        {"source": "a medic"},
        {},
        {"value": 2},
        {"value": 3, "outcome": "other"},
        {"value": 5, "kind": "duration", "outcome": "killed"},
        {"value": 5, "kind": "money", "outcome": "other"},
    )
    counts = count_unsourced(class_sources(given, ARTICLES, ENTITIES))
    assert counts.columns.tolist() == ["sourced", "elsewhere", "none"]
    assert dict(zip(counts.index, counts.to_numpy().tolist(), strict=True)) == {
        "killed": [1, 1, 1],
        "other counts": [0, 0, 1],
        "durations": [0, 0, 1],
        "sums of money": [0, 0, 1],
    }


@pytest.mark.parametrize("rows", [[], [{}], [{"source": "a medic"}], [{"source": "a medic", "stance": "denied"}]])
def test_no_figures_or_no_sources_are_nothing_special(rows: list[dict[str, Any]]) -> None:
    classed = class_sources(figures(*rows), ARTICLES, ENTITIES)
    shares = share_by_outlet(classed, count_cited(classed), 5)
    assert count_unsourced(classed).to_numpy().sum() == len(classed)
    assert shares[[s == "" for _, s in shares.index]].sum().tolist() == [1.0] * shares.shape[1]
