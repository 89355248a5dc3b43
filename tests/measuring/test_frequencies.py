"""Names counted by outlet and over time."""

import pandas as pd
import pytest

from crossread.measuring.frequencies import count_over_time, label_outlets, lead_types, mention_rates
from crossread.tables import make_table


def articles(*rows: tuple[str, str | None, str | None, str | None]) -> pd.DataFrame:
    """Articles of 500 words from (id, outlet, title, date)."""
    columns = [
        {"article_id": a, "outlet": o, "title": t, "published": pd.Timestamp(d) if d else None, "words": 500}
        | {"text": "Troops crossed the border.", "language": "en"}
        for a, o, t, d in rows
    ]
    return make_table("articles", columns)


ENTITIES = make_table(
    "entities",
    [
        {"entity_id": "iraq", "name": "Iraq", "type": "LOC", "aliases": ["Iraq"], "mentions": 9, "articles": 2},
        {"entity_id": "abadi", "name": "Abadi", "type": "PER", "aliases": ["Abadi"], "mentions": 5, "articles": 2},
        {"entity_id": "mosul", "name": "Mosul", "type": "LOC", "aliases": ["Mosul"], "mentions": 2, "articles": 1},
    ],
)


def test_an_article_without_an_outlet_stands_for_itself() -> None:
    given = articles(
        ("a", "TASS", "Talks", None),
        ("b", None, "Talks", None),
        ("c", None, "Talks", None),
        ("d", " ", None, None),
        ("e", None, "TASS", None),
    )
    labels = ["TASS", "Talks", "Talks (c)", "Troops crossed the border.", "TASS (e)"]
    assert label_outlets(given).outlet.tolist() == labels


def test_articles_that_were_not_analysed_are_left_out() -> None:
    given = articles(("a", "TASS", None, None), ("b", "TASS", None, None))
    given["language"] = ["ru", "en"]
    assert label_outlets(given).article_id.tolist() == ["b"]
    assert label_outlets(given[:0]).empty


@pytest.mark.parametrize(("most", "names"), [(0, []), (1, ["Abadi", "Iraq"]), (5, ["Abadi", "Iraq", "Mosul"])])
def test_the_leading_names_type_by_type(most: int, names: list[str]) -> None:
    assert lead_types(ENTITIES, most).name.tolist() == names


def test_rates_are_mentions_per_thousand_words() -> None:
    given = articles(("a", "TASS", None, None), ("b", "TASS", None, None), ("c", "SANA", None, None))
    named = [("a", "iraq"), ("b", "iraq"), ("a", "iraq"), ("c", "abadi"), ("unread", "abadi")]
    mentions = make_table("mentions", [{"article_id": a, "entity_id": e} for a, e in named])
    rates = mention_rates(mentions, ENTITIES, given, 15)
    assert rates.to_dict("list") == {"TASS (2)": [3, 0, 0], "SANA": [0, 2, 0]}
    assert rates.index.tolist() == [("LOC", "Iraq"), ("PER", "Abadi"), ("LOC", "Mosul")]
    assert mention_rates(mentions, ENTITIES, given, 1).columns.tolist() == ["TASS (2)"]
    assert mention_rates(mentions[:0], ENTITIES, given, 15).to_numpy().sum() == 0


@pytest.mark.parametrize(
    ("dates", "unit", "totals"),
    [
        (["2014-06-24", "2014-06-26"], "D", [1, 0, 1]),
        (["2014-06-24", "2014-06-24", "2014-07-30"], "W", [2, 0, 0, 0, 0, 1]),
        (["2014-06-24", "2015-02-01"], "M", [1, 0, 0, 0, 0, 0, 0, 0, 1]),
        (["2011-01-01", "2014-12-31"], "Q", [1, *[0] * 14, 1]),
        (["1990-06-24", "2020-02-01"], "Y", [1, *[0] * 29, 1]),
        (["2014-06-24", "2014-06-24"], "Y", []),
        (["2014-06-24", None], "Y", []),
        ([None], "Y", []),
    ],
)
def test_periods_are_as_short_as_thirty_allow(dates: list[str | None], unit: str, totals: list[int]) -> None:
    given = articles(*((str(n), None, None, date) for n, date in enumerate(dates)))
    naming, found = count_over_time(make_table("mentions", []), given, ENTITIES)
    assert found.tolist() == totals
    assert found.index.freqstr[:1] == unit
    assert naming.shape[1] == len(totals)


def test_an_article_counts_once_a_period() -> None:
    given = articles(("a", None, None, "2014-06-24"), ("b", None, None, "2014-06-25"), ("c", None, None, None))
    rows = [("a", "iraq"), ("a", "iraq"), ("b", "iraq"), ("b", "abadi"), ("c", "abadi"), ("unread", "abadi")]
    mentions = make_table("mentions", [{"article_id": a, "entity_id": e} for a, e in rows])
    naming, totals = count_over_time(mentions, given, ENTITIES)
    assert totals.tolist() == [1, 1]
    assert naming.to_numpy().tolist() == [[1, 1], [0, 1], [0, 0]]
