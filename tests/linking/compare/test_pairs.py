"""Pairs, sides and revisions of claims, held against the plain way of finding them: one by one."""

import math
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking.compare import (
    claimed_interval,
    compare_pairs,
    compared_claims,
    count_pairs,
    find_sides,
    list_revisions,
    pairs,
    rank_groups,
)

RELATIONS = ["agree", "disjoint", "revised"]


def claims_of(*rows):
    """Claims by group, article, origin, whether in the title, bound, low, high, and day; what is left out is common."""
    told = {"group": "g", "article_id": "a", "origin": "o", "in_title": False, "bound": "=", "low": 1.0, "high": None}
    table = []
    for number, row in enumerate(rows):
        claim = {**told, "published": None, "number_start": number, "figure_id": f"f{number}", **row}
        value = claim["high"] if claim["low"] is None else claim["low"]
        known = {"phrase": str(value), "value": value, "aside": None, "topic": claim["group"], "rule": "r"}
        table.append(claim | known | {"outlet": "O", "source": None})
    text = dict.fromkeys(("group", "article_id", "origin", "aside", "phrase", "outlet", "source"), "string")
    numbers = {"low": "Float64", "high": "Float64", "value": "Float64", "published": "datetime64[s]"}
    return pd.DataFrame(table).astype(text | numbers)


@st.composite
def claim_rows(draw):
    low, high = sorted(draw(st.tuples(st.integers(0, 12), st.integers(0, 12))))
    bound = draw(st.sampled_from(["=", "~", ">=", "<=", "range"]))
    ends = {"=": (low, low), "~": (low, low), ">=": (low, None), "<=": (None, high), "range": (low, high)}[bound]
    names = {name: draw(st.sampled_from(names)) for name, names in (("article_id", "abcd"), ("origin", "xyz"))}
    return names | {
        "group": draw(st.sampled_from("gh")),
        "in_title": draw(st.booleans()),
        "bound": bound,
        "low": None if ends[0] is None else float(ends[0]),
        "high": None if ends[1] is None else float(ends[1]),
    }


CORPORA = st.lists(claim_rows(), min_size=1, max_size=14).map(lambda rows: claims_of(*rows))


def interval(claim):
    return claimed_interval(claim.bound, claim.low, claim.high)


def relation(one, other):
    (low, high), (least, most) = interval(one), interval(other)
    if low <= most and least <= high:
        return "agree"
    return "revised" if one.origin == other.origin else "disjoint"


def held(one, other):
    bodies = not one.in_title and not other.in_title
    return one.article_id != other.article_id or (one.origin != other.origin and bodies)


@settings(deadline=None, max_examples=60)
@given(CORPORA)
def test_pairs_are_those_found_one_by_one(claims):
    expected = [
        (group, one.figure_id, other.figure_id, relation(one, other))
        for group, members in compared_claims(claims).groupby("group")
        for one, other in combinations(members.itertuples(), 2)
        if held(one, other)
    ]
    assert list(compare_pairs(claims).itertuples(index=False, name=None)) == expected


@settings(deadline=None, max_examples=60)
@given(CORPORA)
def test_counts_are_those_of_the_listed_pairs(claims):
    listed = compare_pairs(claims)
    groups = sorted(compared_claims(claims).group.unique())
    expected = pd.crosstab(listed.group, listed.relation).reindex(groups, columns=RELATIONS).fillna(0).astype(int)
    counts = count_pairs(claims)
    assert list(counts.index) == groups
    assert counts[RELATIONS].to_numpy().tolist() == expected.to_numpy().tolist()
    assert list(counts.pairs) == list(expected.sum(axis=1))
    ranks = rank_groups(claims).set_index("group").loc[groups]
    for column in ("disjoint", "revised", "pairs"):
        assert list(ranks[column]) == list(counts[column])


@settings(deadline=None, max_examples=60)
@given(CORPORA)
def test_sides_hold_what_their_numbers_allow(claims):
    sides = find_sides(claims)
    for group, members in compared_claims(claims).groupby("group"):
        own = sides[sides.group == group]
        assert list(own.side) == list(range(1, len(own) + 1))
        assert set().union(*own.figure_ids) == set(members.figure_id)
        for side in own.itertuples():
            on_side = members[[low <= side.high <= high for low, high in map(interval, members.itertuples())]]
            assert side.figure_ids == list(on_side.figure_id)
            assert side.low == max(low for low, _ in map(interval, on_side.itertuples())) <= side.high
            assert (side.claims, side.articles) == (len(on_side), on_side.article_id.nunique())
        # No fewer would do: the claims that each side is built around exclude one another.
        ends = [max(low for low, high in map(interval, members.itertuples()) if high == one) for one in own.high]
        assert all(low > high for low, high in zip(ends[1:], own.high, strict=False))


def test_too_many_pairs_are_not_listed(monkeypatch):
    claims = claims_of(*({"article_id": name} for name in "abcd"))
    assert len(compare_pairs(claims)) == 6
    monkeypatch.setattr(pairs, "LISTED", 5)
    with pytest.raises(ValueError, match="6 pairs are too many to list: choose one story or group"):
        compare_pairs(claims)


def test_the_headline_of_a_body_adds_no_source():
    same = {"article_id": "a", "low": 5.0, "high": 5.0}
    claims = claims_of(
        {**same, "origin": "x"}, {**same, "origin": "y", "in_title": True}, {**same, "article_id": "b", "origin": "x"}
    )
    assert list(find_sides(claims).origins) == list(rank_groups(claims).origins) == [1]


def said(*numbers, **changed):
    """Claims of one source in as many articles, a day each, of exact numbers or (bound, low, high)."""
    rows = []
    for number, what in enumerate(numbers):
        bound, low, high = what if isinstance(what, tuple) else ("=", float(what), float(what))
        day = f"2016-05-{number + 1:02}"
        rows.append({"article_id": f"a{number}", "published": day, "bound": bound, "low": low, "high": high, **changed})
    return rows


LEAST_10 = (">=", 10.0, None)
REVISIONS = [
    ("each once", said(12, 18, 25), [("12.0", "18.0"), ("18.0", "25.0")]),
    ("repeated", said(12, 12, 18, 18), [("12.0", "18.0")]),
    ("taken back", said(12, 18, 12), [("12.0", "18.0"), ("18.0", "12.0")]),
    ("open between", said(12, LEAST_10, 18), [("12.0", "18.0")]),
    ("at least", said(LEAST_10, 18, 25), [("18.0", "25.0")]),
    ("all overlap", said(LEAST_10, 18, 18), []),
    ("one day, in any order", said(18, 12, 18, 12, published="2016-05-01"), [("12.0", "18.0")]),
    ("undated come last", [*said(18, published=None), {**said(0, 12)[1], "article_id": "b"}], [("12.0", "18.0")]),
    ("two sources", [*said(12), *said(0, 18, origin="p")[1:]], []),
    ("two groups", [*said(12, 12), *said(0, 0, 18, 18, group="h")[2:]], []),
    ("in one article", [*said(12), *said(18), *said(12, 12)[1:]], []),
    ("headline of a body", [*said(50, in_title=True), *said(30), *said(0, 30)[1:]], []),
    ("headline alone", [*said(50, in_title=True), *said(0, 30)[1:]], [("50.0", "30.0")]),
]


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in REVISIONS], ids=[case[0] for case in REVISIONS])
def test_revisions(rows, expected):
    revisions = list_revisions(claims_of(*rows))
    assert list(zip(revisions.earlier, revisions.later, strict=True)) == expected


@settings(deadline=None, max_examples=60)
@given(CORPORA)
def test_a_source_revises_itself_where_a_pair_is_revised(claims):
    claims = claims[~claims.in_title].drop_duplicates(["group", "origin", "article_id"])
    listed = compare_pairs(claims)
    assert set(list_revisions(claims).group) == set(listed.group[listed.relation == "revised"])


def test_no_claims():
    claims = claims_of({}).head(0)
    assert [len(found(claims)) for found in (compare_pairs, count_pairs, find_sides, list_revisions)] == [0] * 4


def test_ends_are_open_to_infinity():
    claims = claims_of({"bound": ">="}, {"article_id": "b", "bound": "<=", "low": None, "high": 9.0})
    (side,) = find_sides(claims).itertuples()
    assert (side.low, side.high) == (1.0, 9.0)
    (side,) = find_sides(claims.assign(bound=">=", low=1.0, high=None)).itertuples()
    assert (side.low, side.high) == (1.0, math.inf)
