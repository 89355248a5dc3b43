"""What changed between two runs."""

import dataclasses

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.runs import figure, run

from crossread.linking.changes import find_changes
from crossread.linking.changes.articles import list_articles, match_articles, match_rows
from crossread.linking.changes.figures import match_figures
from crossread.linking.changes.names import list_names, match_entities
from crossread.reading.comparisons import Comparison

LINE = "The army said that 25 people died in Homs."
OTHER = "A bridge fell in Raqqa."
DEAD = figure("25 people", 25.0)


def article(name="a", text=LINE, *figures, **known):
    return name, text, {"figures": figures, **known}


def rows(frame, *columns):
    return [tuple(None if pd.isna(value) else value for value in row) for row in frame[list(columns)].values.tolist()]


def matched(old, new):
    return match_articles(old.articles, new.articles)


ARTICLES = [
    ("nothing", [article()], [article()], []),
    ("new", [], [article()], [("new", "a", None)]),
    ("gone", [article()], [], [("gone", None, "a")]),
    ("changed", [article()], [article(text=OTHER)], [("changed", "a", "a")]),
    ("renamed", [article("a")], [article("b", outlet="A")], [("renamed", "b", "a")]),
    (
        "shifted",
        [article("1")],
        [article("1", OTHER), article("2", outlet="1")],
        [("new", "1", None), ("renamed", "2", "1")],
    ),
    (
        "swapped",
        [article("1"), article("2", OTHER)],
        [article("2"), article("1", OTHER)],
        [("renamed", "2", "1"), ("renamed", "1", "2")],
    ),
    ("twice the same", [article("a"), article("b")], [article("b")], [("gone", None, "a")]),
    ("described", [article(outlet="BBC")], [article(outlet="CNN")], [("described", "a", "a")]),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in ARTICLES], ids=[case[0] for case in ARTICLES]
)
def test_articles(old, new, expected):
    old, new = run(*old), run(*new)
    found = list_articles(old.articles, new.articles, matched(old, new))
    assert rows(found, "change", "article_id", "was_id") == expected


def test_what_is_told_of_an_article_otherwise():
    old = run(article(outlet="BBC", published="2016-07-05", duplicate_of="b"), article("b", OTHER))
    new = run(article(outlet=None, published="2016-07-06", duplicate_of="c"), article("c", OTHER, outlet="B"))
    assert rows(find_changes(old, new).articles, "article_id", "described") == [
        ("a", "outlet was BBC; published was 2016-07-05"),
        ("c", ""),
    ]


FIGURES = [
    ("same", [(LINE, DEAD)], []),
    ("a paragraph before", [(f"{OTHER}\n{LINE}", DEAD)], []),
    ("sentences in another order", [(f"{LINE}\n{OTHER}", DEAD), (f"{OTHER}\n{LINE}", DEAD)], []),
    ("new", [(f"{LINE}\nIt added that 7 people fled.", DEAD, figure("7 people", 7.0))], [("new", "7 people", None)]),
    ("gone", [(OTHER,)], [("gone", None, "25 people")]),
    ("read otherwise", [(LINE, {**DEAD, "outcome": "injured"})], [("read otherwise", "25 people", "25 people")]),
    (
        "read otherwise behind a new paragraph",
        [(f"{OTHER}\n{LINE}", {**DEAD, "source": "the army"})],
        [("read otherwise", "25 people", "25 people")],
    ),
    ("reworded", [(LINE.replace("said", "claimed"), DEAD)], [("reworded", "25 people", "25 people")]),
    ("edited", [(LINE.replace("25", "31"), figure("31 people", 31.0))], [("edited", "31 people", "25 people")]),
    (
        "another sentence and number",
        [("Officials counted 31 people.", figure("31 people", 31.0))],
        [("new", "31 people", None), ("gone", None, "25 people")],
    ),
    (
        "twice, once the same",
        [(f"{LINE}\n{LINE}", DEAD, DEAD), (f"{OTHER}\n{LINE}", DEAD)],
        [("gone", None, "25 people")],
    ),
    ("once, then twice", [(f"{LINE}\n{LINE}", DEAD, DEAD)], [("new", "25 people", None)]),
]


@pytest.mark.parametrize(("texts", "expected"), [case[1:] for case in FIGURES], ids=[case[0] for case in FIGURES])
def test_figures(texts, expected):
    before, after = texts if len(texts) == 2 else ((LINE, DEAD), *texts)
    old, new = run(article("a", *before)), run(article("a", *after))
    found = match_figures(old, new, matched(old, new))
    assert rows(found[found.change != "same"], "change", "phrase", "was_phrase") == expected


def test_figures_follow_a_renamed_article():
    old, new = run(article("a", LINE, DEAD)), run(article("b", LINE, {**DEAD, "bound": "~"}))
    (row,) = find_changes(old, new).figures.itertuples()
    assert (row.change, row.figure_id, row.was_id, row.differs) == ("read otherwise", "b:19", "a:19", "bound")


def test_equal_numbers_of_one_sentence_are_told_apart_by_their_place():
    text = "In Homs 3 people died, in Hama 3 people fled."
    dead, fled = figure("3 people", 3.0), figure("3 people", 3.0, outcome="displaced")
    found = find_changes(run(article("a", text, dead, fled)), run(article("a", text, dead, dead))).figures
    assert rows(found, "change", "was_id", "differs") == [("read otherwise", "a:31", "outcome")]


def test_a_whole_is_known_by_its_words():
    text = f"{LINE}\nAmong the dead were 4 children."
    part = figure("4 children", 4.0)
    old = run(article("a", text, DEAD, {**part, "part_of": "a:19"}))
    moved = run(article("a", f"{OTHER}\n{text}", DEAD, {**part, "part_of": f"a:{20 + len(OTHER)}"}))
    assert find_changes(old, moved).figures.empty
    assert list(find_changes(old, run(article("a", text, DEAD, part))).figures.differs) == ["part_of"]


NAMES = [
    ("same", {"Omar": "omar"}, {"Omar": "omar"}, []),
    ("new", {}, {"Omar": "omar"}, [("new", "omar", None)]),
    ("gone", {"Omar": "omar"}, {}, [("gone", None, "omar")]),
    ("displayed otherwise", {"Omar": "omar"}, {"Omar": "omar hadi"}, [("renamed", "omar hadi", "omar")]),
    (
        "merged",
        {"Omar": "omar", "Hadi": "hadi", "Omar Hadi": "omar"},
        {"Omar": "omar", "Hadi": "omar", "Omar Hadi": "omar"},
        [("merged", "omar", "hadi")],
    ),
    (
        "split",
        {"Omar": "omar", "Hadi": "omar", "Omar Hadi": "omar"},
        {"Omar": "omar", "Hadi": "hadi", "Omar Hadi": "omar"},
        [("split", "hadi", "omar")],
    ),
    (
        "moved",
        {"Omar": "omar", "Omar Hadi": "omar", "Hadi": "omar", "Ali": "ali", "Ali Zein": "ali"},
        {"Omar": "omar", "Omar Hadi": "omar", "Hadi": "ali", "Ali": "ali", "Ali Zein": "ali"},
        [("moved", "ali", "omar")],
    ),
]
PEOPLE = "Omar and Hadi met Omar Hadi, Ali and Ali Zein."


@pytest.mark.parametrize(("before", "after", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
@pytest.mark.parametrize("text", [PEOPLE, f"{OTHER} {PEOPLE}"], ids=["same text", "changed text"])
def test_names(before, after, expected, text):
    old, new = run(article("a", PEOPLE, names=before)), run(article("a", text, names=after))
    found = list_names(old, new, match_entities(old, new, matched(old, new)))
    assert rows(found, "change", "entity_id", "was_id") == expected


def test_a_name_of_other_articles_is_known_by_its_spelling():
    old, new = (
        run(article("a", "Omar spoke.", names={"Omar": "omar"})),
        run(article("b", "OMAR left.", names={"OMAR": "x"})),
    )
    assert rows(find_changes(old, new).names, "change", "entity_id", "was_id") == [("renamed", "x", "omar")]


@pytest.mark.parametrize(("entity", "change"), [("omar zein", "new"), ("OMAR", "apart")])
def test_a_known_spelling_of_somebody_else_is_told(entity, change):
    old = run(article("a", "Omar spoke.", names={"Omar": "omar"}))
    new = run(article("a", "Omar spoke.", names={"Omar": "omar"}), article("b", "Omar sang.", names={"Omar": entity}))
    expected = [(change, entity, "“omar” stood for Omar")]
    assert rows(find_changes(old, new).names, "change", "entity_id", "note") == expected


def said(name, phrase, value, **known):
    """An article of the one story that says a number."""
    text = f"Officials counted {phrase} killed."
    columns = {key: known.pop(key) for key in ("published", "outlet") if key in known}
    return article(name, text, figure(phrase, value, **known), **columns)


OLD = said("a", "20 people", 20.0)
AT_LEAST = {"bound": ">=", "high": None}
TOLLS = [
    ("more", [said("b", "30 people", 30.0)], [("excludes another source’s claim", "30 people", "20 people")]),
    ("fewer", [said("b", "10 people", 10.0)], [("excludes another source’s claim", "10 people", "20 people")]),
    ("the same", [said("b", "20 people", 20.0)], []),
    ("at least fewer allows it", [said("b", "15 people", 15.0, **AT_LEAST)], []),
    ("dozens allows it", [said("b", "dozens", 49.5, bound="vague", low=12.0, high=99.0)], []),
    ("of something else", [said("b", "30 people", 30.0, outcome="injured")], []),
    ("a change", [said("b", "30 people", 30.0, trend="up")], []),
    (
        "of its own outlet",
        [said("b", "30 people", 30.0, outlet="A")],
        [("revised by its own source", "30 people", "20 people")],
    ),
]


@pytest.mark.parametrize(("more", "expected"), [case[1:] for case in TOLLS], ids=[case[0] for case in TOLLS])
def test_new_claims(more, expected):
    found = find_changes(run(OLD), run(OLD, *more)).tolls
    assert rows(found, "verdict", "phrase", "earlier") == expected


def test_a_claim_that_no_earlier_one_excludes_can_reach_beyond_them():
    old = said("a", "20 people", 20.0, **AT_LEAST)
    (row,) = find_changes(run(old), run(old, said("b", "30 people", 30.0))).tolls.itertuples()
    assert (row.verdict, row.was_lowest, row.was_highest) == (
        "reaches beyond the earlier claims",
        "20 people",
        "20 people",
    )
    assert (row.lowest_id, row.highest_id) == ("a:18", "b:18")


def test_a_claim_that_is_gone_counts_where_others_do_not_reach_as_far():
    old = [OLD, said("b", "30 people", 30.0), said("c", "25 people", 25.0)]
    (row,) = find_changes(run(*old), run(*old[::2])).tolls.itertuples()
    assert (row.verdict, row.phrase, row.was_highest, row.highest) == (
        "no longer claimed",
        "30 people",
        "30 people",
        "25 people",
    )
    assert pd.isna(row.figure_id)
    assert pd.isna(row.was_highest_id)
    assert find_changes(run(*old), run(*old[:2])).tolls.empty


def test_an_edited_number_is_told_once():
    old, new = said("a", "20 people", 20.0, **AT_LEAST), said("a", "30 people", 30.0, **AT_LEAST)
    (row,) = find_changes(run(old), run(new)).tolls.itertuples()
    assert (row.verdict, row.phrase, row.earlier) == ("edited in its text", "30 people", "20 people")
    assert pd.isna(row.earlier_id)
    assert pd.isna(row.was_lowest_id)


def test_a_group_is_known_by_its_claims_though_a_second_story_changes_its_name():
    elsewhere = article("z", OTHER, figure("A bridge", 1.0, counted="bridge", outcome="destroyed"), story="t")
    found = find_changes(run(OLD), run(OLD, said("b", "30 people", 30.0), elsewhere)).tolls
    assert rows(found, "group", "verdict") == [("people (s), killed", "excludes another source’s claim")]


def test_a_figure_that_was_set_aside_is_no_new_one():
    aside = said("b", "30 people", 30.0, stance="denied")
    (row,) = find_changes(run(OLD, aside), run(OLD, said("b", "30 people", 30.0))).tolls.itertuples()
    assert row.known
    assert not find_changes(run(OLD), run(OLD, said("b", "30 people", 30.0))).tolls.known.any()


def test_comparisons_of_the_user_are_groups_too():
    asked = (Comparison(title="Dead", counted=("people",)),)
    old, new = [OLD], [OLD, article("b", *said("b", "30 people", 30.0)[1:2], figure("30 people", 30.0), story="t")]
    found = find_changes(run(*old, comparisons=asked), run(*new, comparisons=asked)).tolls
    assert rows(found, "group", "phrase") == [("Dead: killed", "30 people")]


def test_counts_and_words():
    old = run(OLD, said("c", "9 cars", 9.0, counted="cars", counted_class="vehicles", outcome="destroyed"))
    changes = find_changes(old, run(OLD, said("b", "30 people", 30.0)))
    assert changes.counts() == {
        "articles": {"new": 1, "gone": 1},
        "tolls": {"revised": 1},
        "figures": {"new": 1, "gone": 1},
        "names": {},
    }
    assert str(changes) == "articles: 1 new, 1 gone; tolls: 1 revised; figures: 1 new, 1 gone"
    assert str(find_changes(old, old)) == "nothing changed"


def test_empty_runs():
    assert str(find_changes(run(), run())) == "nothing changed"


LINES = [LINE, OTHER, "Rebels killed 25 people and 25 people fled.", "31 people died."]


@st.composite
def runs(draw):
    """Articles of lines that repeat, with all figures that stand there."""
    names = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
    articles = []
    for name in names:
        lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=4))
        outcome = draw(st.sampled_from(["killed", "injured"]))
        text = "\n".join(lines)
        figures = [figure(f"{number} people", float(number), outcome=outcome) for number in (25, 31)]
        articles.append(article(name, text, *(one for one in figures for _ in range(text.count(one["phrase"])))))
    return run(*articles)


@settings(max_examples=10, deadline=None)
@given(runs(), runs())
def test_every_figure_is_paired_or_listed_once(old, new):
    found = match_figures(old, new, matched(old, new))
    assert sorted(found.figure_id.dropna()) == sorted(new.figures.figure_id)
    assert sorted(found.was_id.dropna()) == sorted(old.figures.figure_id)
    back = match_figures(new, old, matched(new, old))
    turned = {"new": "gone", "gone": "new"}
    assert sorted(turned.get(change, change) for change in back.change) == sorted(found.change)


@settings(max_examples=5, deadline=None)
@given(runs())
def test_nothing_changes_in_a_run_of_itself_or_of_another_order(old):
    turned = {name: getattr(old, name)[::-1].reset_index(drop=True) for name in ("articles", "figures")}
    assert str(find_changes(old, old)) == "nothing changed"
    assert str(find_changes(old, dataclasses.replace(old, **turned))) == "nothing changed"


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_rows_are_multisets(old, new):
    pairs = match_rows(pd.DataFrame({"x": old}, dtype="string"), pd.DataFrame({"x": new}, dtype="string"), [["x"]])
    assert len(pairs) == sum(min(old.count(letter), new.count(letter)) for letter in "abc")
    assert pairs.old.is_unique
    assert pairs.new.is_unique
    assert all(old[pair.old] == new[pair.new] for pair in pairs.itertuples())
