from itertools import pairwise

import numpy as np
import pytest

from crossread.reporting.charts.chart import chart_style
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.rows import BOLD_GAP, HEADING, ROW, Part, bar_chart, lay_out_rows
from crossread.reporting.charts.style import BLUE, MARGIN, VERMILION, WIDTH

LABELS = ["Reuters", "SANA", "TASS", "HotAir"]


def draw(**layout):
    with chart_style():
        return lay_out_rows("Who", "What it says", LABELS, **layout)


def bars(first, second):
    with chart_style():
        parts = [Part(BLUE, "with a source", first), Part(VERMILION, "without", second)]
        return bar_chart("Who", "", LABELS[: len(first)], parts, [f"{n} of all" for n in first])


@pytest.mark.parametrize(
    ("layout", "gaps"),
    [
        ({}, [0, 0, 0]),
        ({"headings": ["a", "a", "b", "b"]}, [0, HEADING, 0]),
        ({"bold": [0, 2]}, [0, BOLD_GAP, 0]),
        ({"headings": ["a", "b", "b", "a"], "bold": [3]}, [HEADING, 0, HEADING + BOLD_GAP]),
        ({"pitch": ROW + 3}, [3, 3, 3]),
    ],
)
def test_rows_stand_apart(layout, gaps):
    middles = draw(**layout).middles
    assert [below - above - ROW for above, below in pairwise(middles)] == pytest.approx(gaps)


def test_a_heading_stands_once(texts):
    shown = texts(draw(headings=["People", "People", "Places", "Places"]).chart)
    assert [shown.count(heading) for heading in ("People", "Places")] == [1, 1]


def test_rows_that_sum_up_are_bold():
    rows = draw(bold=[1])
    weights = {text.get_text(): text.get_weight() for text in rows.chart.texts}
    assert [weights[label] for label in LABELS] == ["normal", "bold", "normal", "normal"]


@pytest.mark.parametrize(
    "layout",
    [{}, {"notes": ["12 in 5 articles"]}, {"key": [(Mark("=", 4), "a claim")], "head": 20.0}, {"foot": 30.0}],
)
def test_all_has_its_room(layout, assert_legible):
    rows = draw(footnotes=["What is not shown"], **layout)
    rows.write_notes(["12 in 5 articles"] * 4 if "notes" in layout else [""] * 4, [rows.width] * 4)
    assert_legible(rows.chart)
    assert rows.left + rows.width <= WIDTH - MARGIN


def test_room_is_kept_behind_notes():
    assert draw().width - draw(right=50).width == pytest.approx(50)


@pytest.mark.parametrize(
    ("first", "second", "starts", "most"),
    [([3, 1], [5, 0], [3, 1], 8), ([0.2, 0.5], [0.3, 0.2], [0.2, 0.5], 1), ([0], [0], [0], 1)],
)
def test_parts_follow_one_another(first, second, starts, most):
    axes = bars(first, second).chart.axes[-1]
    widths = np.array([[bar.get_width() for bar in container] for container in axes.containers])
    assert widths.tolist() == [first, second]
    assert [bar.get_x() for bar in axes.containers[1]] == pytest.approx(starts)
    assert axes.get_xlim() == (0, most)


def test_notes_stand_behind_their_bars():
    rows = bars([4, 1], [4, 1])
    long, short = (next(text for text in rows.chart.texts if text.get_text() == f"{n} of all") for n in (4, 1))
    assert (long.get_position()[0] - short.get_position()[0]) * WIDTH == pytest.approx(rows.width * 6 / 8)


def test_the_key_explains_the_parts_and_then_the_samples(texts):
    with chart_style():
        parts = [Part(BLUE, "with a source", [1])]
        chart = bar_chart("Who", "", ["SANA"], parts, ["1"], samples=[(Mark("=", 4), "expected")]).chart
    assert texts(chart)[:4] == ["Who", "with a source", "expected", "SANA"]
