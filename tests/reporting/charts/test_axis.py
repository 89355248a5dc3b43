from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reporting.charts.axis import format_number, name_units, set_axis
from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.style import MARGIN, chart_style

WIDTH = 300.0


def draw_axis(values, whole=False):
    """Axes with a scale for these values, and what is added to the title."""
    with chart_style():
        axes = Chart("", 100).add_panel(0, 0, WIDTH, 50)
        return axes, set_axis(axes, values, WIDTH, (10, 10), whole)


@pytest.mark.parametrize(
    ("values", "scale", "addition", "ticks"),
    [
        ([16, 18, 20, 25, 50], "linear", "", ["0", "10", "20", "30", "40", "50"]),
        ([1, 100], "linear", "", ["0", "20", "40", "60", "80", "100"]),
        ([1, 101], "log", ", log scale", ["1", "2", "5", "10", "20", "50", "100"]),
        ([200, 100000], "log", ", log scale", ["300", "1,000", "3,000", "10,000", "30,000", "100,000"]),
        ([5e5, 7e9], "log", ", log scale", ["1 million", "10 million", "100 million", "1 billion"]),
        (
            [-300, 0, 3e5],
            "symlog",
            ", log scale (linear below 100)",
            ["−100", "0", "100", "1,000", "10,000", "100,000"],
        ),
        ([1e6, 1035000], "linear", "", ["1 million", "1.01 million", "1.02 million", "1.03 million"]),
        ([7, 7], "linear", "", ["0", "2", "4", "6"]),
        ([], "linear", "", ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_set_axis(values, scale, addition, ticks):
    axes, added = draw_axis(values)
    assert (axes.get_xscale(), added) == (scale, addition)
    assert [label.get_text() for label in axes.get_xticklabels()] == ticks


@pytest.mark.parametrize(("whole", "ticks"), [(False, ["0", "0.2", "0.4", "0.6", "0.8", "1"]), (True, ["0", "1"])])
def test_nobody_counts_half_a_person(whole, ticks):
    axes, _ = draw_axis([1], whole)
    assert [label.get_text() for label in axes.get_xticklabels()] == ticks


@given(st.lists(st.floats(-1e18, 1e18).filter(lambda x: x == 0 or abs(x) > 1e-12), max_size=5))
@settings(max_examples=30, deadline=None)
def test_any_values_lie_inside(values):
    axes, _ = draw_axis(values)
    left, right = axes.get_xlim()
    assert left < right
    assert all(left <= value <= right for value in values)
    ticks = axes.get_xticks()
    assert all(a < b for a, b in pairwise(ticks))
    assert len(ticks) <= 8
    change = axes.transData + axes.transAxes.inverted()
    assert all(change.transform((tick, 0))[0] * WIDTH < WIDTH + MARGIN for tick in ticks)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0"),
        (1000, "1,000"),
        (30000, "30,000"),
        (1e6, "1 million"),
        (2.5e6, "2.5 million"),
        (7e9, "7 billion"),
        (1e12, "1 trillion"),
        (-300, "−300"),
        (0.25, "0.25"),
    ],
)
def test_format_number(number, expected):
    assert format_number(number) == expected


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([""], "count"),
        (["", ""], "count"),
        (["percent"], "percent"),
        (["foot"], "feet"),
        (["mile per hour"], "miles per hour"),
        (["USD per barrel"], "USD per barrel"),
        (["tonne", "barrels", None], "count / barrels / tonnes"),
    ],
)
def test_name_units(units, expected):
    assert name_units(units) == expected
