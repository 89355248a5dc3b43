"""How often outlets give a source, a bound, a hedge."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.measuring.reporting_practice import count_practices, wilson_interval


def figures(*rows: tuple[str, str | None, str, str | None]) -> pd.DataFrame:
    """Figures from (outlet, source, bound, hedge)."""
    return pd.DataFrame(rows, columns=["outlet", "source", "bound", "hedge"]).astype("string")


FIGURES = figures(
    ("SANA", "a medic", "=", None),
    ("SANA", None, ">=", None),
    ("SANA", "the army", "vague", "reportedly"),
    ("TASS", None, "=", None),
    ("TASS", None, "~", None),
    ("Reuters", "the UN", "range", None),
)


@pytest.mark.parametrize(
    ("most", "least", "expected"),
    [
        (9, 1, [("All", 3, 6, 3, 4, 1), ("SANA", 1, 3, 2, 2, 1), ("TASS", 1, 2, 0, 1, 0), ("Reuters", 1, 1, 1, 1, 0)]),
        (
            9,
            2,
            [("All", 3, 6, 3, 4, 1), ("SANA", 1, 3, 2, 2, 1), ("TASS", 1, 2, 0, 1, 0), ("All others", 1, 1, 1, 1, 0)],
        ),
        (1, 1, [("All", 3, 6, 3, 4, 1), ("SANA", 1, 3, 2, 2, 1), ("All others", 2, 3, 1, 2, 0)]),
        (0, 1, [("All", 3, 6, 3, 4, 1), ("All others", 3, 6, 3, 4, 1)]),
    ],
)
def test_outlets_are_counted(most: int, least: int, expected: list[tuple[object, ...]]) -> None:
    counts = count_practices(FIGURES, most, least)
    assert list(counts.columns) == ["outlet", "outlets", "figures", "sourced", "bounded", "hedged"]
    assert list(counts.itertuples(index=False, name=None)) == expected


def test_one_outlet_is_not_all() -> None:
    assert count_practices(FIGURES[:3], 9, 1).outlet.tolist() == ["SANA"]


def test_no_figures_make_no_rows() -> None:
    assert count_practices(FIGURES[:0], 9, 1).empty


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_s_interval(hits: int, trials: int, low: float, high: float) -> None:
    # The last is the worked example of Newcombe (1998), Statistics in Medicine 17, 857.
    assert wilson_interval(hits, trials) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_interval_holds_the_share(one: int, other: int) -> None:
    hits, trials = min(one, other), max(one, other, 1)
    low, high = wilson_interval(hits, trials)
    assert 0 <= low <= hits / trials + 1e-12
    assert hits / trials - 1e-12 <= high <= 1
