"""Groups of claims by the user's word."""

import pytest
from tests.linking.accounts import FIRST, groups_of, read

from crossread.linking.compare import (
    apply_comparisons,
    compared_claims,
    rank_groups,
)
from crossread.reading.comparisons import Comparison

COMPARISONS = [
    (Comparison("T", counted=("people",)), {"30 people", "25 people"}),
    (Comparison("T", counted_class="people", outcome="killed"), {"30 people", "25 people"}),
    (Comparison("T", outcome="injured"), {"40 soldiers"}),
    (Comparison("T", entities=("Aleppo",)), {"25 people"}),
    (Comparison("T", articles=("a0",)), {"30 people"}),
    (Comparison("T", story="other", outcome="killed"), set()),
    (Comparison("T", outcome="killed", articles=("a0", "a1")), {"30 people", "25 people"}),
]


@pytest.mark.parametrize(("comparison", "phrases"), COMPARISONS, ids=[str(case[0].to_dict()) for case in COMPARISONS])
def test_comparison_takes_what_fits(comparison, phrases):
    _, claims = read(FIRST, ("AP", "Air strikes killed 25 people in Aleppo."), ("AFP", "A mine wounded 40 soldiers."))
    assert set(apply_comparisons(claims, [comparison]).phrase) == phrases


def test_comparison_joins_what_the_rules_keep_apart():
    tables, claims = read(FIRST, ("AP", "Air strikes killed 25 people in Aleppo."))
    assert groups_of(claims) == {}
    wanted = Comparison("Dead of the day", counted=("people",), outcome="killed")
    (row,) = rank_groups(apply_comparisons(claims, [wanted], tables.entities)).itertuples()
    assert (row.group, row.disjoint) == ("Dead of the day", 1)
    assert row.rule == "as [[comparison]] in corpus.toml says: counted = people; outcome = killed"


def test_comparison_keeps_out_what_is_of_another_time():
    _, claims = read(FIRST, ("AP", "A car bomb killed 25 people in Homs last week."))
    laid = apply_comparisons(claims, [Comparison("T", counted=("people",))])
    assert set(compared_claims(laid).phrase) == set()
    assert laid.aside.dropna().tolist() == ["an earlier event"]


def test_no_comparisons():
    _, claims = read(FIRST)
    assert apply_comparisons(claims, []).empty
    assert rank_groups(apply_comparisons(claims, [])).empty
