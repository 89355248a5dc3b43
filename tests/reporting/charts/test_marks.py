from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reporting.charts.chart import Chart, chart_style
from crossread.reporting.charts.marks import Mark, Track, draw_key, draw_mark, lay_out_key, set_scale, swatch
from crossread.reporting.charts.style import BLUE, INNER, MARGIN

WIDTH = 300.0
TINT = "#a6cee4"  # BLUE, a third as strong.


def draw(mark):
    """Axes of 100 points for values from 0 to 10 with one mark."""
    with chart_style():
        axes = Chart("", 50).add_panel(0, 0, 100, 30)
        axes.set_xlim(0, 10)
        draw_mark(Track(axes, 0, 0, 100), mark, 15)
    return axes


@pytest.mark.parametrize(
    ("mark", "markers", "bars"),
    [
        (Mark("=", 5), ["o"], 0),
        (Mark(">", 5, opens="right"), ["None", ">", "o"], 0),
        (Mark("<", 5, opens="left"), ["None", "<", "o"], 0),
        (Mark("vague", 5, opens="right"), ["None", ">", "o"], 0),
        (Mark("~", 5, (4.5, 5.5)), ["None", "o"], 0),
        (Mark("range", bar=(5, 7)), [], 1),
        (Mark("vague", bar=(5, 7)), [], 1),
        (Mark("="), [], 0),
    ],
)
def test_open_ends_are_arrows(mark, markers, bars):
    axes = draw(mark)
    assert [str(line.get_marker()) for line in axes.lines] == markers
    assert len(axes.patches) == bars


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark("=", color=BLUE), BLUE),
        (Mark("vague", color=BLUE), TINT),
        (Mark("=", color=BLUE, hollow=True), "white"),
        (Mark("vague", color=BLUE, hollow=True), "white"),
    ],
)
def test_vague_is_lighter_and_hedged_is_hollow(mark, expected):
    assert mark.fill == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark("=", 5), (46, 54)),
        (Mark("range", bar=(5, 7)), (46, 74)),
        (Mark(">", 5, opens="right"), (46, 78)),
        (Mark("<", 5, opens="left"), (22, 54)),
        (Mark("<", 1, opens="left"), (2, 14)),
        (Mark("="), (0, 0)),
    ],
)
def test_extent(mark, expected):
    assert Track(draw(mark), 0, 0, 100).extent(mark) == pytest.approx(expected)


def test_there_and_back():
    track = Track(draw(Mark("=", 5)), 0, 0, 100)
    assert track.to_points(2.5) == pytest.approx(25)
    assert track.to_value(25) == pytest.approx(2.5)


def draw_axis(values):
    """Axes with a scale for these values, and what is added to the title."""
    with chart_style():
        axes = Chart("", 100).add_panel(0, 0, WIDTH, 50)
        return axes, set_scale(Track(axes, 0, 0, WIDTH), [Mark("=", value) for value in values])


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
        ([], "linear", "", ["0", "1"]),
    ],
)
def test_set_scale(values, scale, addition, ticks):
    axes, added = draw_axis(values)
    assert (axes.get_xscale(), added) == (scale, addition)
    assert [label.get_text() for label in axes.get_xticklabels()] == ticks


@pytest.mark.parametrize(("values", "ticks"), [([1, 0.5], ["0", "0.2", "0.4", "0.6", "0.8", "1"]), ([1], ["0", "1"])])
def test_nobody_counts_half_a_person(values, ticks):
    axes, _ = draw_axis(values)
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


def test_a_key_breaks_into_lines():
    samples = [(swatch(BLUE), "a colour"), (Mark(">", 4, opens="right"), "an arrow"), (Mark(""), "words")]
    with chart_style():
        key = lay_out_key(samples * 3)
        chart = Chart("", 60)
        draw_key(chart, 10, key)
        chart.draw_without_rendering()
        assert all(text.get_window_extent().x1 <= chart.bbox.x1 for text in chart.texts)
    assert [len(line) for line in key] == [8, 1]
    assert [text.get_text() for text in chart.texts] == [text for _, text in samples] * 3
    assert chart.axes[0].get_xlim() == (0, INNER)


def test_a_key_of_nothing_takes_no_line():
    assert lay_out_key([]) == []
