"""Accounts that exclude each other only months apart: the number may have changed between them."""

import datetime
from collections.abc import Iterable

import pandas as pd

from crossread.linking.compare.pairs import claimed_ends, compared_claims

APART = 60  # days from which on two accounts are of two times

Dated = tuple[datetime.date | None, float, float]  # when a claim was published, and the numbers that it allows


def find_developments(claims: pd.DataFrame) -> set[str]:
    """Find the groups whose claims exclude each other, but none another of the same two months (`APART`).

    Args:
        claims: What `list_claims` or `apply_comparisons` returns.

    Returns:
        The groups. One with an undated claim is not among them: it could be of any time.
    """
    compared = compared_claims(claims)
    lows, highs = claimed_ends(compared)
    dates = [None if pd.isna(date) else date.date() for date in compared.published]
    dated: dict[str, list[Dated]] = {}
    for group, *told in zip(compared.group, dates, lows, highs, strict=True):
        dated.setdefault(group, []).append((told[0], told[1], told[2]))
    return {group for group, told in dated.items() if develops(told)}


def develops(told: Iterable[Dated]) -> bool:
    """Tell whether claims exclude each other, but none another of the same two months.

    Args:
        told: The claims' dates and the numbers that they allow.
    """
    by_date: dict[datetime.date, tuple[float, float]] = {}
    for date, low, high in told:
        if date is None:
            return False
        least, most = by_date.get(date, (low, high))
        by_date[date] = max(low, least), min(high, most)
    dates = sorted(by_date)
    first = 0
    for at, date in enumerate(dates):
        while (date - dates[first]).days > APART:
            first += 1
        if not _fit(by_date[one] for one in dates[first : at + 1]):
            return False
    return not _fit(by_date.values())


def _fit(intervals: Iterable[tuple[float, float]]) -> bool:
    lows, highs = zip(*intervals, strict=True)
    return bool(max(lows) <= min(highs))
