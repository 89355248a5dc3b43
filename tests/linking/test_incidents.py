"""Incidents: the lowest, best and highest number of each event, and what they stand on."""

from typing import NamedTuple

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.accounts import read

from crossread.linking.coding import Coding
from crossread.linking.incidents import choose_best, find_incidents

NUMBERS = ["outcome", "low", "best", "high", "accounts", "sources", "articles", "contested", "superseded"]

INCIDENTS = [  # accounts: (outlet, text, day); rows as in NUMBERS
    ([("A", "A blast in Homs killed 30 people on Tuesday.")], [("killed", 30, 30, 30, 1, 1, 1, False, 0)]),
    (
        [("A", "A blast in Homs killed 30 people."), ("B", "A blast in Homs killed at least 25 people.")],
        [("killed", 25, 30, 30, 2, 2, 2, False, 0)],
    ),
    (
        [("A", "A blast in Homs killed 30 people."), ("B", "A blast in Homs killed 12 people.")],
        [("killed", 12, 30, 30, 2, 2, 2, True, 0)],
    ),
    (
        [
            ("A", "A blast in Homs killed 30 people."),
            ("B", "In Homs 30 people died in a blast."),
            ("C", "A blast in Homs killed 45 people."),
        ],
        [("killed", 30, 30, 45, 3, 3, 3, True, 0)],
    ),
    ([("A", "A blast in Homs killed dozens of people.")], [("killed", 24, None, 99, 1, 1, 1, False, 0)]),
    (
        [("A", "A blast in Homs killed dozens of people."), ("B", "A blast in Homs killed 30 people.")],
        [("killed", 24, 30, 99, 2, 2, 2, False, 0)],
    ),
    ([("A", "A blast in Homs killed 10 to 14 people.")], [("killed", 10, None, 14, 1, 1, 1, False, 0)]),
    ([("A", "The council met for three days.")], []),
]


@pytest.mark.parametrize(("accounts", "expected"), INCIDENTS)
def test_incidents(accounts, expected):
    tables, _ = read(*accounts)
    rows = tables.incidents[NUMBERS].astype(object)
    assert [*rows.where(rows.notna(), None).itertuples(index=False, name=None)] == expected


def test_evidence_is_best_first():
    tables, _ = read(("A", "A blast in Homs killed 12 people."), ("B", "A blast in Homs killed 30 people.", 11))
    (row,) = tables.incidents.itertuples()
    phrases = tables.figures.set_index("figure_id").phrase
    assert [phrases[figure_id] for figure_id in row.figure_ids] == ["30 people", "12 people"]
    assert (row.incident_id, row.story, row.country, row.place_name) == ("s:1", "s", "Syria", "Homs")


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("A blast killed 30 people on Tuesday.", "2015-06-09", "day"),
        ("A blast killed 30 people.", "2015-06-10", "published"),
    ],
)
def test_date(text, date, precision):
    tables, _ = read(("A", text))
    (row,) = tables.incidents.itertuples()
    assert (row.date, row.date_precision) == (pd.Timestamp(date), precision)


def test_what_it_is_called_and_whether_it_developed():
    tables, _ = read(
        ("A", "A car bomb in Homs killed 12 people."), ("B", "The blast in Homs, a massacre, killed 30 people.")
    )
    (row,) = tables.incidents.itertuples()
    assert (row.event, row.called, row.contested, row.developed) == ("explosion", "massacre: a1", True, False)


ORDERS = [  # [coding], the best of 12 by A, 30 by B and C, 45 by D a day later, and the rule
    (Coding(), 30, "most independent sources, then latest, then nearest to the middle"),
    (Coding(order=("latest",)), 45, "latest"),
    (Coding("acled"), 12, "lowest, then most independent sources, then latest"),
    (Coding("acled", order=("highest", "latest")), 45, "highest, then latest"),
]


@pytest.mark.parametrize(("coding", "best", "rule"), ORDERS)
def test_the_order_of_a_corpus_goes_before(coding, best, rule):
    numbers = zip("ABCD", (12, 30, 30, 45), (10, 10, 10, 11), strict=True)
    told = ("A blast in Homs killed {} people.", "In Homs {} people died in a blast.")
    tables, _ = read(*((name, told[name == "C"].format(number), day) for name, number, day in numbers))
    (row,) = find_incidents(tables.figures, tables.articles, tables.entities, coding=coding).itertuples()
    assert (row.best, row.rule) == (best, rule)


class Told(NamedTuple):
    value: float
    origin: str
    published: pd.Timestamp | None


CHOICES = [
    ([(12, "A", 1), (30, "B", 1), (30, "C", 1)], ["sources"], 30),
    ([(12, "A", 2), (30, "B", 1)], ["sources", "latest"], 12),
    ([(12, "A", 1), (15, "B", 1), (90, "C", 1)], ["sources", "latest", "middle"], 15),
    ([(12, "A", 1), (15, "B", 1), (90, "C", 1)], ["highest"], 90),
    ([(12, "A", 1), (15, "B", 1), (90, "C", 1)], ["lowest"], 12),
    ([(12, "A", None), (15, "B", None)], ["latest"], 15),
]


@pytest.mark.parametrize(("told", "order", "best"), CHOICES)
def test_choose_best(told, order, best):
    dated = [Told(value, origin, day and pd.Timestamp(2015, 6, day)) for value, origin, day in told]
    assert choose_best(dated, order) == best


@given(st.lists(st.tuples(st.integers(1, 50), st.sampled_from("ABC"), st.integers(1, 28)), min_size=1))
def test_best_is_told_whatever_the_order(told):
    dated = [Told(value, origin, pd.Timestamp(2015, 6, day)) for value, origin, day in told]
    best = choose_best(dated)
    assert best in {one.value for one in dated}
    assert best == choose_best(dated[::-1])
