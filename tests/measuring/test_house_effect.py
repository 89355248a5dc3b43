"""Sources set against what the others say of the same."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking.compare import list_claims
from crossread.measuring.house_effect import _medians_of_others, compare_sources, rank_sources, select_comparable
from crossread.measuring.sourcing import name_sources
from crossread.reporting.evidence import comparisons_html, figures_html
from crossread.tables import make_table

NAMES = ["Oxfam", "UNICEF", "Red Cross", "SANA"]
TEXT = "The agency counted <many> dead."
ARTICLES = make_table(
    "articles",
    [{"article_id": a, "outlet": f"The {a}", "story": "s", "language": "en", "text": TEXT} for a in "abcd"],
)
ENTITIES = make_table("entities", [{"entity_id": name, "name": name} for name in NAMES])

Row = tuple[str, str | None, str, float | None, float | None]


def claims(*rows: Row, outcome: str = "killed", stance: str | None = None) -> pd.DataFrame:
    """Claims of people killed, from (article, source, bound, low, high)."""
    usual = {"kind": "count", "unit": "", "counted": "people", "counted_class": "people", "outcome": outcome}
    usual |= {"in_title": False, "sentence_start": 0, "sentence_end": len(TEXT), "stance": stance}
    table = [
        {**usual, "figure_id": str(n), "number_start": n, "number_end": n + 1, "article_id": article}
        | {
            "source": source,
            "source_entity": source if source in NAMES else None,
            "bound": bound,
            "low": low,
            "high": high,
        }
        | {"value": high if low is None else low, "phrase": f"{low} people"}
        for n, (article, source, bound, low, high) in enumerate(rows)
    ]
    return list_claims(make_table("figures", table), ARTICLES)


def compare(*rows: Row, outcome: str = "killed", stance: str | None = None) -> dict[str, tuple[float, str]]:
    """The ratio and the verdict of each source."""
    found = compare_sources(claims(*rows, outcome=outcome, stance=stance), ARTICLES, ENTITIES)
    return {row.speaker: (round(row.ratio, 3), row.verdict) for row in found.itertuples()}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("=", 30, 30), ("=", 10, 10), "above"),
        (("=", 10, 10), ("=", 30, 30), "below"),
        (("=", 10, 10), ("=", 10, 10), "neither"),
        ((">=", 20, None), ("=", 10, 10), "above"),
        ((">=", 20, None), ("=", 30, 30), "neither"),
        (("=", 20, 20), (">", 30, None), "below"),
        (("=", 40, 40), (">", 30, None), "neither"),
        (("<=", None, 20), ("=", 30, 30), "below"),
        (("<=", None, 20), ("=", 10, 10), "neither"),
        (("~", 95, 95), ("=", 100, 100), "neither"),
        (("~", 80, 80), ("=", 100, 100), "below"),
        (("range", 20, 30), ("=", 25, 25), "neither"),
        (("range", 20, 30), ("=", 10, 10), "above"),
    ],
)
def test_above_and_below_go_by_what_the_words_allow(
    one: tuple[str, float | None, float | None], other: tuple[str, float | None, float | None], verdict: str
) -> None:
    assert compare(("a", "Oxfam", *one), ("b", "UNICEF", *other))["Oxfam"][1] == verdict


def test_the_median_is_that_of_the_others() -> None:
    rows: list[Row] = [("a", "Oxfam", "=", 30, 30), ("b", "UNICEF", "=", 10, 10), ("c", None, "=", 20, 20)]
    expected = {"Oxfam": (2.0, "above"), "UNICEF": (0.4, "below"), "The c": (1.0, "neither")}
    assert compare(*rows) == expected
    # A source that repeats itself is still one.
    assert compare(*rows, ("d", "UNICEF", "=", 10, 10)) == expected


@pytest.mark.parametrize(
    ("rows", "outcome", "stance"),
    [
        ([("a", "Oxfam", "=", 3, 3)], "killed", None),
        ([("a", "Oxfam", "=", 3, 3), ("b", "Oxfam", "=", 4, 4)], "killed", None),
        ([("a", "Oxfam", "=", 3, 3), ("b", "UNICEF", "vague", 24, 99)], "killed", None),
        ([("a", "Oxfam", "=", 3, 3), ("b", "UNICEF", "=", 0, 0)], "killed", None),
        ([("a", "Oxfam", "=", 3, 3), ("b", "UNICEF", "=", 4, 4)], "other", None),
        ([("a", "Oxfam", "=", 3, 3), ("b", "UNICEF", "=", 4, 4)], "killed", "denied"),
        ([], "killed", None),
    ],
)
def test_what_is_not_compared(rows: list[Row], outcome: str, stance: str | None) -> None:
    assert compare(*rows, outcome=outcome, stance=stance) == {}


def test_a_headline_is_no_voice_where_its_body_speaks() -> None:
    said = claims(("a", None, "~", 30, 30), ("a", "Oxfam", "=", 30, 30), ("b", "UNICEF", "=", 10, 10))
    assert set(compare_sources(said, ARTICLES, ENTITIES).speaker) == {"The a", "Oxfam", "UNICEF"}
    echo = said.assign(in_title=said.source.isna())
    assert set(compare_sources(echo, ARTICLES, ENTITIES).speaker) == {"Oxfam", "UNICEF"}


def test_sources_are_ranked_from_the_highest() -> None:
    found = compare_sources(
        claims(("a", "Oxfam", "=", 30, 30), ("b", "UNICEF", "=", 10, 10), ("c", "a medic", "=", 20, 20)),
        ARTICLES,
        ENTITIES,
    )
    ranked = rank_sources(found, 1, 9)
    assert ranked[["speaker", "groups", "above", "below", "neither"]].to_numpy().tolist() == [
        ["Oxfam", 1, 1, 0, 0],
        ["UNICEF", 1, 0, 1, 0],
    ]
    assert rank_sources(found, 2, 9).empty
    assert len(rank_sources(found, 1, 1)) == 1
    assert rank_sources(found[:0], 1, 9).empty


@given(st.lists(st.tuples(st.sampled_from([*NAMES, None]), st.integers(1, 50)), min_size=2, max_size=4))
@settings(max_examples=25, deadline=None)
def test_with_exact_numbers_the_verdict_is_the_ratio(said: list[tuple[str | None, int]]) -> None:
    rows = [(article, source, "=", value, value) for article, (source, value) in zip("abcd", said, strict=False)]
    for ratio, verdict in compare(*rows).values():
        assert verdict == ("above" if ratio > 1 else "below" if ratio < 1 else "neither")


def test_evidence_quotes_both_sides_and_escapes_them() -> None:
    said = claims(("a", "Oxfam", "=", 30, 30), ("b", None, "=", 10, 10))
    compared = compare_sources(said, ARTICLES, ENTITIES)
    comparable = select_comparable(said, ARTICLES, ENTITIES)
    markup = comparisons_html(rank_sources(compared, 1, 9), compared, comparable)
    assert "<strong>Oxfam</strong>: 1 group; 1 above, 0 below, 0 neither" in markup
    assert "<strong>The b, in its own voice</strong>: 1 group; 0 above, 1 below, 0 neither" in markup
    assert '<a data-figure="0">“30 people”</a> (The a): The agency counted &lt;many&gt; dead.' in markup
    assert '<a data-figure="1">“10 people”</a> (own voice: The b)' in markup
    assert "<td>3×, above</td>" in markup
    assert "Nothing to show" in comparisons_html(rank_sources(compared, 9, 9), compared, comparable)


def test_evidence_of_a_source_is_spread_over_its_figures() -> None:
    figures = make_table(
        "figures",
        [
            {"figure_id": str(n), "article_id": "a", "number_start": n, "phrase": f"{n} people", "source": "Oxfam"}
            | {"source_entity": "Oxfam", "via": "Reuters", "hedge": "reportedly"}
            | {"sentence_start": 0, "sentence_end": len(TEXT)}
            for n in range(5)
        ],
    )
    markup = figures_html(name_sources(figures, ARTICLES, ENTITIES), ARTICLES, ["Oxfam"], 3)
    assert "<strong>Oxfam</strong>: 5 figures in 1 article, 3 of them here" in markup
    assert [n for n in range(5) if f'<td><a data-figure="{n}">{n} people</a></td>' in markup] == [0, 2, 4]
    assert "<td>Oxfam, via Reuters · reportedly</td>" in markup
    assert "<td>The agency counted &lt;many&gt; dead.</td>" in markup


@settings(deadline=None)
@given(st.lists(st.integers(0, 9) | st.just(float("inf")), min_size=2, max_size=9))
def test_medians_of_others_are_those_of_the_rest(values: list[float]) -> None:
    given = pd.Series(values, dtype=float)
    expected = [given.drop(place).median() for place in given.index]
    assert list(_medians_of_others(given)) == expected
