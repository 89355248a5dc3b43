import pytest

from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.key import count_lines, draw_key, lay_out_key
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.rows import Claim
from crossread.reporting.charts.style import BLUE, INNER, VERMILION, chart_style

SOURCED, OWN = Mark("=", 5, color=BLUE), Mark("=", 5, color=VERMILION)
ALL = [
    SOURCED,
    OWN,
    Mark("=", 5, color=BLUE, hollow=True),
    Mark(">", 5, opens="right", color=BLUE),
    Mark("<", 5, opens="left", color=BLUE),
    Mark("~", 5, (4, 6), color=BLUE),
    Mark("range", bar=(4, 6), color=BLUE),
    Mark("vague", bar=(4, 6), color=BLUE),
]


def lay_out(*marks, stated=1):
    claims = [Claim(mark, 5, "Reuters", "", "", "", "five", stated) for mark in marks]
    with chart_style():
        return lay_out_key(claims)


@pytest.mark.parametrize(
    ("marks", "stated", "expected"),
    [
        ([], 1, []),
        ([Mark("=", None, color=BLUE)], 1, []),
        ([SOURCED], 1, ["said by a source"]),
        ([OWN, SOURCED], 1, ["said by a source", "outlet’s own voice"]),
        ([OWN], 2, ["outlet’s own voice", "×2: stated twice in the article"]),
        (
            ALL,
            1,
            [
                "said by a source",
                "outlet’s own voice",
                "hollow: hedged",
                "or more",
                "or less",
                "about (drawn ±10%)",
                "range",
                "lighter: vague words",
            ],
        ),
    ],
)
def test_key_explains_only_what_occurs(marks, stated, expected):
    assert [entry.text for entry in lay_out(*marks, stated=stated)] == expected


def test_key_breaks_into_lines():
    key = lay_out(*ALL, stated=2)
    assert count_lines(key) == 2
    assert count_lines([]) == 0
    assert [entry.line for entry in key] == sorted(entry.line for entry in key)
    with chart_style():
        chart = Chart("", 60)
        draw_key(chart, 10, key)
        chart.draw_without_rendering()
        assert all(text.get_window_extent().x1 <= chart.bbox.x1 for text in chart.texts)
    assert [text.get_text() for text in chart.texts] == [entry.text for entry in key]
    assert chart.axes[0].get_xlim() == (0, INNER)
