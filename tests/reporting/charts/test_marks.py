import pytest

from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.marks import Mark, Track, draw_mark
from crossread.reporting.charts.style import BLUE, chart_style

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
