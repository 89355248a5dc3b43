"""The sides of a group, and which group deserves a look first."""

import math

import pytest
from tests.linking.accounts import claims_of, figure, read

from crossread.linking.compare import find_sides, rank_groups

ACCOUNTS = (
    ("AP", "A car bomb killed 30 people in Homs, the Syrian Observatory for Human Rights said.", 10),
    ("AFP", "A car bomb killed 44 people in Homs, the Syrian Observatory for Human Rights said.", 11),
    ("SANA", "A car bomb killed 12 people in Homs, the interior ministry said.", 10),
    ("Xinhua", "A car bomb killed at least ten people in Homs.", 10),
)


def test_sides_have_independent_sources():
    _, claims = read(*ACCOUNTS)
    sides = find_sides(claims)
    assert list(zip(sides.low, sides.high, sides.origins, strict=True)) == [(12, 12, 2), (30, 30, 2), (44, 44, 2)]


def test_rule_and_verdict_are_told():
    _, claims = read(*ACCOUNTS)
    (row,) = rank_groups(claims).itertuples()
    assert row.rule == "one story (s), people, killed by bombs"
    assert (row.origins, row.disjoint, row.revised, row.pairs) == (3, 2, 1, 6)


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
