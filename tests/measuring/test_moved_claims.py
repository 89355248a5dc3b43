"""Groups that can be followed over time."""

import pandas as pd
import pytest

from crossread.linking.compare import list_claims
from crossread.measuring.moved_claims import select_moved_claims
from crossread.tables import make_table

ENTITIES = make_table("entities", [{"entity_id": "un", "name": "United Nations"}])

Row = tuple[str, str | None, int, bool]


def followed(dates: dict[str, str | None], *rows: Row, guessed: str = "") -> pd.DataFrame:
    """What is followed of people killed, from the articles' dates and (article, source, number, in the headline)."""
    articles = [
        {"article_id": a, "outlet": f"The {a}", "story": "s", "language": "en", "text": "So many were killed."}
        | {"published": date and pd.Timestamp(date), "inferred": "published" if a == guessed else None}
        for a, date in dates.items()
    ]
    usual = {"kind": "count", "unit": "", "counted": "people", "counted_class": "people", "outcome": "killed"}
    figures = [
        {**usual, "figure_id": str(n), "number_start": n, "number_end": n + 1, "article_id": article, "source": source}
        | {"source_entity": "un" if source == "the UN" else None, "bound": "=", "low": value, "high": value}
        | {"value": value, "in_title": in_title, "sentence_start": 0, "sentence_end": 20, "phrase": f"{value} people"}
        for n, (article, source, value, in_title) in enumerate(rows)
    ]
    table = make_table("articles", articles)
    return select_moved_claims(list_claims(make_table("figures", figures), table), table, ENTITIES)


BOTH = (("a", "the UN", 20, False), ("b", "the UN", 31, False))


@pytest.mark.parametrize(
    ("dates", "values"),
    [
        ({"a": "2016-10-03", "b": "2016-10-04"}, [20, 31]),
        ({"a": "2016-10-04", "b": "2016-10-03"}, [31, 20]),
        ({"a": "2016-10-03", "b": "2016-10-03"}, []),
        ({"a": "2016-10-03", "b": None}, []),
        ({"a": None, "b": None}, []),
    ],
)
def test_two_dates_make_a_course(dates: dict[str, str | None], values: list[int]) -> None:
    assert followed(dates, *BOTH).value.tolist() == values


def test_what_has_no_date_goes_along() -> None:
    rows = followed({"a": "2016-10-03", "b": "2016-10-04", "c": None}, *BOTH, ("c", None, 40, False))
    assert rows.speaker.tolist() == ["United Nations", "United Nations", "The c"]
    assert rows.published.isna().tolist() == [False, False, True]


def test_a_headline_is_left_out_where_its_body_speaks() -> None:
    dates = {"a": "2016-10-03", "b": "2016-10-04"}
    assert followed(dates, ("a", None, 25, True), *BOTH).value.tolist() == [20, 31]
    assert followed(dates, ("a", None, 25, True), ("b", "the UN", 31, False)).value.tolist() == [25, 31]


def test_nothing_is_followed_where_nothing_is_claimed() -> None:
    assert followed({"a": "2016-10-03", "b": "2016-10-04"}).empty


def test_inferred_dates_are_marked() -> None:
    rows = followed({"a": "2016-10-03", "b": "2016-10-04"}, *BOTH, guessed="b")
    assert rows.inferred.tolist() == [False, True]
