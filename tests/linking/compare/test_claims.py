"""Figures to claims."""

import pytest
from tests.linking.accounts import TEXT, claims_of, figure

from crossread.linking.compare import list_claims, rank_groups
from crossread.tables import make_table


def test_claim_has_its_sentence_and_article():
    (claim,) = claims_of(figure(), a={"title": "T"}).itertuples()
    assert (claim.sentence, claim.title, claim.outlet, claim.story, claim.stated) == (TEXT, "T", "A", "s", 1)
    assert (claim.counts, claim.topic, claim.panel, claim.group) == ("people", "people", "killed", "people, killed")


GROUPS = [
    ("count", {}, "people, killed"),
    ("no outcome", {"outcome": "other"}, "people, no outcome told, 300"),
    ("class too wide", {"counted": "metal doors", "counted_class": "other"}, "door, killed"),
    (
        "money",
        {"kind": "money", "unit": "USD", "counted": "military aid", "counted_class": "money", "outcome": "other"},
        "money USD aid, no outcome told, 300",
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
    [{"outcome": "injured"}, {"counted_class": "forces", "value": 200.0}, {"kind": "share", "unit": "percent"}],
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
    groups = claims_of(figure("a"), figure("b", reach="since a date")).group
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
