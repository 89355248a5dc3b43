"""Figures to comparable groups."""

import math

import pandas as pd
import pytest

from crossread.linking.compare import claimed_interval, list_claims, rank_groups
from crossread.tables import make_table

TEXT = "Iran sent 300 people."

FIGURE = {
    "bound": "=",
    "low": 300.0,
    "high": 300.0,
    "value": 300.0,
    "kind": "count",
    "unit": "",
    "counted": "people",
    "counted_class": "people",
    "outcome": "killed",
    "sentence_start": 0,
    "sentence_end": len(TEXT),
    "in_title": False,
    "phrase": "300 people",
}


def figure(article="a", number=0, **changed):
    row = {**FIGURE, "article_id": article, "figure_id": f"{article}:{number}", "number_start": number}
    row |= {"number_end": number + 3, **changed}
    if "value" in changed and "low" not in changed:
        row |= {"low": row["value"], "high": row["value"]}
    return row


def claims_of(*figures, **changed):
    """Claims of figures whose articles are all of one story, but for `changed`: article_id to columns."""
    names = dict.fromkeys(row["article_id"] for row in figures)
    articles = [
        {"article_id": name, "text": TEXT, "story": "s", "outlet": name.upper(), **changed.get(name, {})}
        for name in names
    ]
    return list_claims(make_table("figures", list(figures)), make_table("articles", articles))


INTERVALS = [
    ("=", 300, 300, 300, 300),
    ("~", 300, 300, 270, 330),
    (">", 300, None, 300, math.inf),
    (">=", 300, None, 300, math.inf),
    ("<", None, 300, -math.inf, 300),
    ("<=", None, 300, -math.inf, 300),
    ("range", 18, 25, 18, 25),
    ("vague", 24, 99, 24, 99),
    (">", 300, pd.NA, 300, math.inf),
    ("<", float("nan"), 300, -math.inf, 300),
    ("~", 0, 0, 0, 0),
    ("~", -10, -10, -11, -9),
]


@pytest.mark.parametrize(("bound", "low", "high", "least", "most"), INTERVALS)
def test_claimed_interval(bound, low, high, least, most):
    assert claimed_interval(bound, low, high) == pytest.approx((least, most))


def test_claim_has_its_sentence_and_article():
    (claim,) = claims_of(figure(), a={"title": "T"}).itertuples()
    assert (claim.sentence, claim.title, claim.outlet, claim.story, claim.stated) == (TEXT, "T", "A", "s", 1)
    assert (claim.counts, claim.topic, claim.panel, claim.group) == ("people", "people", "killed", "people, killed")


GROUPS = [
    ("count", {}, "people, killed"),
    ("no outcome", {"outcome": "other"}, "people, no outcome told"),
    ("class too wide", {"counted": "metal doors", "counted_class": "other"}, "door, killed"),
    (
        "money",
        {"kind": "money", "unit": "USD", "counted": "military aid", "counted_class": "money", "outcome": "other"},
        "money USD aid, no outcome told",
    ),
    (
        "share",
        {"kind": "share", "unit": "percent", "counted": "houses", "counted_class": "buildings", "outcome": "destroyed"},
        "share percent houses, destroyed",
    ),
    ("nothing counted", {"counted": "", "counted_class": "", "outcome": "other"}, "uncounted, no outcome told"),
]


@pytest.mark.parametrize(("changed", "group"), [case[1:] for case in GROUPS], ids=[case[0] for case in GROUPS])
def test_group(changed, group):
    assert list(claims_of(figure(**changed)).group) == [group]


@pytest.mark.parametrize(
    "changed",
    [{"outcome": "injured"}, {"counted_class": "forces"}, {"kind": "share", "unit": "percent"}],
    ids=["outcome", "class", "kind"],
)
def test_not_comparable(changed):
    assert claims_of(figure("a"), figure("b", **changed)).group.nunique() == 2


def test_currencies_are_not_comparable():
    money = {"kind": "money", "counted": "aid", "counted_class": "money"}
    assert claims_of(figure("a", unit="USD", **money), figure("b", unit="EUR", **money)).group.nunique() == 2


def test_stories_are_not_comparable():
    assert claims_of(figure("a"), figure("b"), b={"story": "t"}).group.nunique() == 2


def test_toll_since_a_date_is_another_group():
    text = "300 people have died since the war began."
    sentence = {"sentence_end": len(text)}
    groups = claims_of(figure("a"), figure("b", **sentence), b={"text": text}).group
    assert set(groups) == {"people, killed", "people, killed since a date"}


def test_parts_are_left_out():
    assert list(claims_of(figure(), figure(number=9, value=11.0, part_of="a:0")).figure_id) == ["a:0"]


def test_copies_are_left_out():
    assert list(claims_of(figure("a"), figure("b"), b={"duplicate_of": "a"}).figure_id) == ["a:0"]


def test_copies_in_another_story_count_once_there():
    copy = {"duplicate_of": "a", "story": "t"}
    claims = claims_of(figure("a"), figure("b"), figure("c"), b=copy, c=copy)
    assert list(claims.figure_id) == ["a:0", "b:0"]


def test_repeated_number_is_one_claim():
    (claim,) = claims_of(figure(number=0), figure(number=50)).itertuples()
    assert (claim.figure_id, claim.stated) == ("a:0", 2)


@pytest.mark.parametrize(
    "better",
    [
        ({"in_title": True, "source": "x"}, {"in_title": False}),
        ({"source": None}, {"source": "the army"}),
    ],
    ids=["body", "source"],
)
def test_the_best_attested_figure_stands_for_a_claim(better):
    worse, best = better
    (claim,) = claims_of(figure(number=0, **worse), figure(number=50, **best)).itertuples()
    assert (claim.figure_id, claim.stated) == ("a:50", 2)


def test_one_number_with_two_bounds_is_two_claims():
    claims = claims_of(figure(number=0, bound="="), figure(number=50, bound="~"))
    assert [(claim.bound, claim.stated) for claim in claims.itertuples()] == [("=", 1), ("~", 1)]


def test_claims_stand_in_order_of_time():
    dates = {"a": {"published": "2015-01-02"}, "b": {"published": "2015-01-01"}, "c": {}}
    assert list(claims_of(figure("a"), figure("b"), figure("c"), **dates).article_id) == ["b", "a", "c"]


def test_no_figures():
    articles = make_table("articles", [{"article_id": "a", "text": TEXT, "story": "s"}])
    claims = list_claims(make_table("figures", []), articles)
    assert len(claims) == 0
    assert len(rank_groups(claims)) == 0


def test_rank_groups():
    claims = claims_of(
        figure("a", value=100.0),
        figure("b", value=300.0, source="the army"),
        figure("c", low=250.0, high=None, bound=">=", value=250.0),
    )
    (row,) = rank_groups(claims).itertuples()
    assert (row.group, row.articles, row.claims) == ("people, killed", 3, 3)
    assert (row.lowest, row.highest, row.ratio) == ("a:0", "b:0", 3.0)
    assert (row.disjoint, row.pairs) == (2, 3)


def test_at_least_agrees_with_more():
    claims = claims_of(figure("a", low=25.0, high=None, bound=">=", value=25.0), figure("b", value=31.0))
    assert list(rank_groups(claims).disjoint) == [0]


def test_about_agrees_with_near():
    claims = claims_of(figure("a", bound="~", value=300.0), figure("b", value=320.0))
    assert list(rank_groups(claims).disjoint) == [0]


def test_an_article_is_not_compared_with_itself():
    claims = claims_of(figure("a", value=10.0), figure("a", number=9, value=99.0), figure("b", value=10.0))
    (row,) = rank_groups(claims).itertuples()
    assert (row.disjoint, row.pairs) == (1, 2)


def test_one_article_is_no_group():
    assert len(rank_groups(claims_of(figure(), figure(number=9, value=99.0)))) == 0


@pytest.mark.parametrize(
    "changed",
    [{"counted": "", "counted_class": ""}, {"kind": "duration", "unit": "year"}],
    ids=["uncounted", "duration"],
)
def test_what_is_not_ranked(changed):
    assert len(rank_groups(claims_of(figure("a", **changed), figure("b", **changed)))) == 0


def test_disagreement_ranks_first():
    same = {"outcome": "injured"}
    claims = claims_of(
        figure("a", **same),
        figure("b", **same),
        figure("c", **same),
        figure("a", number=9),
        figure("b", number=9, value=900.0),
    )
    assert list(rank_groups(claims).group) == ["people, killed", "people, injured"]


def test_zero_has_no_ratio():
    (row,) = rank_groups(claims_of(figure("a", value=0.0), figure("b", value=5.0))).itertuples()
    assert row.ratio == math.inf
