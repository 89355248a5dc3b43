"""Groups of claims by the user's word."""

import pandas as pd
import pytest
from tests.linking.accounts import FIRST, groups_of, read

from crossread.linking.compare import (
    apply_comparisons,
    check_comparisons,
    compared_claims,
    lay_out,
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


PLANT = ("AP", "The jobless rate rose to 4 percent. The mortgage rate rose to 5 percent.")
BOMBS = ("A car bomb killed {} people in Homs, police said.", "AFP", "AP", "DPA")


def ids(claims):
    return {claim.phrase: claim.figure_id for claim in claims.itertuples()}


def test_comparison_by_measure():
    _, claims = read(PLANT)
    laid = apply_comparisons(claims, [Comparison("T", measure="jobless rates")])
    assert (list(laid.phrase), list(laid.panel)) == (["4 percent"], ["share percent, no outcome told"])


def test_comparison_by_figure_takes_what_the_rules_set_aside_and_keep_apart():
    _, claims = read(FIRST, ("AP", "A car bomb wounded 25 soldiers in Homs last week."))
    told = ids(claims)
    wanted = Comparison("T", figures=(told["30 people"], told["25 soldiers"]))
    (row,) = rank_groups(apply_comparisons(claims, [wanted])).itertuples()
    assert (row.group, row.claims) == ("T", 2)


def test_a_repeated_figure_stands_for_its_claim():
    _, claims = read(("AP", "A car bomb killed 30 people in Homs. In all, 30 people were killed by the bomb."))
    (claim,) = claims.itertuples()
    assert len(claim.figure_ids) == 2
    for figure_id in claim.figure_ids:
        assert len(apply_comparisons(claims, [Comparison("T", figures=(figure_id,))])) == 1


@pytest.mark.parametrize("excluded", ["figure", "article"])
def test_comparison_by_exclusion(excluded):
    _, claims = read(FIRST, ("AP", BOMBS[0].format(25)), ("AFP", BOMBS[0].format(9)))
    out = ids(claims)["nine people" if "nine people" in ids(claims) else "9 people"] if excluded == "figure" else "a2"
    wanted = Comparison("T", outcome="killed", exclude=(out,))
    assert set(apply_comparisons(claims, [wanted]).phrase) == {"30 people", "25 people"}
    # The rules' own group of the same claims, with what is excluded, does not stand beside it.
    assert list(rank_groups(lay_out(claims, [wanted])).topic) == ["T"]


LAID = [  # what a comparison takes, and the topics that stand beside it
    (Comparison("T", outcome="killed"), ["T"]),
    (Comparison("T", articles=("a0", "a1"), outcome="killed"), ["T"]),
    (Comparison("T", outcome="injured"), ["people"]),
    (Comparison("T", story="other"), ["people"]),
]


@pytest.mark.parametrize(("comparison", "topics"), LAID, ids=[str(case[0].to_dict()) for case in LAID])
def test_comparison_in_place_of_the_rules_group(comparison, topics):
    _, claims = read(
        *((outlet, BOMBS[0].format(number)) for number, outlet in zip((30, 12, 14), BOMBS[1:], strict=True))
    )
    assert list(rank_groups(lay_out(claims, [comparison])).topic) == topics


def test_a_comparison_over_stories_leaves_the_group_of_each():
    _, claims = read(FIRST, ("AP", BOMBS[0].format(25)))
    more = claims.assign(story="t", **{name: name + claims[name] for name in ("group", "figure_id", "article_id")})
    more = more.assign(figure_ids=[[one] for one in more.figure_id], original=more.article_id)
    both = pd.concat([claims, more], ignore_index=True)
    assert len(rank_groups(lay_out(both, [Comparison("T", outcome="killed")]))) == 3


CHECKED = [
    (Comparison("T", outcome="killed"), (2, 2, "1 an earlier event")),
    (Comparison("T", outcome="captured"), (0, 0, "")),
    (Comparison("T", figures=("a0:2", "z:1")), (0, 0, "a0:2: in a copy, or no figure; z:1: in a copy, or no figure")),
    (
        Comparison("T", outcome="killed", exclude=("a0", "z:1")),
        (1, 1, "1 an earlier event; z:1: in a copy, or no figure"),
    ),
]


@pytest.mark.parametrize(("comparison", "told"), CHECKED, ids=[str(case[0].to_dict()) for case in CHECKED])
def test_what_a_comparison_leaves_out(comparison, told):
    last_week = "A car bomb killed 25 people in Homs last week."
    tables, claims = read(FIRST, ("AP", BOMBS[0].format(12)), ("AFP", last_week))
    (row,) = check_comparisons(tables.figures, claims, [comparison]).itertuples(index=False)
    assert tuple(row) == ("T", *told)


def test_a_part_and_a_copy_are_no_claims():
    text = "A car bomb killed 30 people, including 12 children, in the market of Homs on Tuesday, police said."
    tables, claims = read(FIRST, ("AP", text))
    (part,) = tables.figures.figure_id[tables.figures.part_of.notna()]
    (row,) = check_comparisons(tables.figures, claims, [Comparison("T", figures=(part,))]).itertuples()
    assert row.left_out == f"{part}: a part of another figure"
    copied = claims.assign(original="a1")
    (row,) = check_comparisons(tables.figures, copied, [Comparison("T", outcome="killed")]).itertuples()
    assert (row.claims, row.left_out) == (1, "1 in a copy")
