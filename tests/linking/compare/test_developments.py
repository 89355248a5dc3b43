"""Accounts that exclude each other only months apart."""

import datetime
import math

import pytest
from tests.linking.accounts import claims_of, figure

from crossread.linking.compare import develops, find_developments

JUNE, JULY, YEAR_END = (datetime.date(2015, month, 10) for month in (6, 7, 12))

TOLD = [
    ([(JUNE, 12, 12), (YEAR_END, 30, 30)], True),
    ([(JUNE, 12, 12), (JULY, 30, 30)], False),
    ([(JUNE, 12, 12), (YEAR_END, 12, 12)], False),
    ([(JUNE, 12, 12), (JUNE, 9, 9), (YEAR_END, 30, 30)], False),
    ([(JUNE, 12, 12), (JULY, 12, math.inf), (YEAR_END, 30, 30)], True),
    ([(JUNE, 12, 12), (YEAR_END, 30, 30), (YEAR_END, 31, 31)], False),
    ([(JUNE, 12, 12), (None, 30, 30), (YEAR_END, 30, 30)], False),
    ([(JUNE, 12, 12), (datetime.date(2015, 8, 9), 30, 30)], False),  # 60 days
    ([(JUNE, 12, 12), (datetime.date(2015, 8, 10), 30, 30)], True),
]


@pytest.mark.parametrize(("told", "developed"), TOLD)
def test_develops(told, developed):
    assert develops(told) == developed
    assert develops(told[::-1]) == developed


def test_groups_that_develop():
    dates = {"a": {"published": JUNE}, "b": {"published": YEAR_END}}
    claims = claims_of(figure("a"), figure("b", value=500.0), **dates)
    assert find_developments(claims) == set(claims.group)
    assert find_developments(claims.assign(published=claims.published.iloc[0])) == set()
