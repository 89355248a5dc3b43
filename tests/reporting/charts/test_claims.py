import datetime
import math

import pytest

from crossread.reporting.charts.chart import chart_style
from crossread.reporting.charts.claims import WIDEST_LABEL, Claim, read_claim
from crossread.reporting.charts.labels import text_width
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.style import BLUE, VERMILION

ROW = {
    "article_id": "a1",
    "outlet": "Reuters",
    "published": None,
    "source": "police",
    "bound": "=",
    "low": None,
    "high": None,
    "value": None,
    "unit": "",
    "phrase": "16 people",
    "hedge": None,
    "stated": 1,
}
CLAIM = Claim(Mark("=", 16, color=BLUE), 16, "Reuters", "", "police", "", "16 people", 1)


@pytest.mark.parametrize(
    ("bound", "low", "high", "value", "unit", "dot", "bar", "opens"),
    [
        ("=", 5, 5, 5, "", 5, None, ""),
        (">", 5, None, 5, "", 5, None, "right"),
        (">=", 5, None, 5, "", 5, None, "right"),
        ("<", None, 5, 5, "", 5, None, "left"),
        ("<=", None, 5, 5, "", 5, None, "left"),
        ("~", 50, 50, 50, "", 50, (45, 55), ""),
        ("~", 97, 97, 97, "percent", 97, (87.3, 100), ""),
        ("~", 200, 200, 200, "percent", 200, (180, 220), ""),
        ("~", -50, -50, -50, "", -50, (-55, -45), ""),
        ("range", 5, 7, 6, "", None, (5, 7), ""),
        ("range", 7, 5, 6, "", None, (5, 7), ""),
        ("vague", 200, 999, 599.5, "", None, (200, 999), ""),
        ("vague", 2000, None, None, "", 2000, None, "right"),
        ("vague", None, 9, None, "", 9, None, "left"),
        ("vague", None, None, None, "", None, None, ""),
        ("=", None, None, 5, "", 5, None, ""),
        ("=", 1e300, float("nan"), float("inf"), "", None, None, ""),
        ("=", 1e-13, "5", None, "", 0, None, ""),
    ],
)
def test_marks(bound, low, high, value, unit, dot, bar, opens):
    mark = read_claim(ROW | {"bound": bound, "low": low, "high": high, "value": value, "unit": unit}).mark
    assert (mark.bound, mark.dot, mark.opens) == (bound, dot, opens)
    assert mark.bar == (bar and pytest.approx(bar))


@pytest.mark.parametrize(
    ("source", "hedge", "color", "hollow"),
    [("police", None, BLUE, False), (None, None, VERMILION, False), (" ", "alleged", VERMILION, True)],
)
def test_colour_tells_who_says_so(source, hedge, color, hollow):
    mark = read_claim(ROW | {"source": source, "hedge": hedge}).mark
    assert (mark.color, mark.hollow) == (color, hollow)


@pytest.mark.parametrize(
    ("more", "first", "second"),
    [
        ({}, "Reuters", "source: police"),
        ({"source": None}, "Reuters", "own voice"),
        ({"source": None, "hedge": "alleged"}, "Reuters", "own voice · alleged"),
        ({"outlet": None, "published": datetime.date(2014, 8, 18)}, "a1 · 18 Aug 2014", "source: police"),
        ({"published": "2020-01-02T23:00:00"}, "Reuters · 2 Jan 2020", "source: police"),
        ({"published": "some day"}, "Reuters", "source: police"),
        (
            {"source": "a spokesman of the border guard", "hedge": "alleged"},
            "Reuters",
            "source: spokesman of the border guard",
        ),
    ],
)
def test_label(more, first, second):
    with chart_style():
        assert read_claim(ROW | more).label == (first, second)


def test_long_names_are_cut_and_the_day_is_not():
    with chart_style():
        label = read_claim(ROW | {"source": "x" * 50, "outlet": "W" * 50, "published": "2020-01-02"}).label
        assert all(WIDEST_LABEL * 0.9 < text_width(line) <= WIDEST_LABEL for line in label)
    assert label[0].endswith("W… · 2 Jan 2020")
    assert label[1].endswith("x…")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"value": 16}, "“16 people”"),
        ({"value": 16, "stated": 2}, "“16 people” ×2"),
        ({"value": 16, "phrase": None}, ""),
        ({}, "“16 people” (no number to draw)"),
        ({"value": 16, "stated": float("nan")}, "“16 people”"),
    ],
)
def test_words(more, expected):
    assert read_claim(ROW | more).words == expected


def test_the_larger_come_first_and_those_without_a_number_last():
    values = [None, 3, 30, -3]
    claims = sorted((read_claim(ROW | {"value": value}) for value in values), key=lambda claim: claim.order)
    assert [claim.value for claim in claims] == [30, 3, -3, None]
    assert CLAIM.order == (-16, "", "Reuters", "police", "16 people")
    assert read_claim(ROW).order[0] == math.inf


def test_read_claim():
    assert read_claim(ROW | {"low": 16, "high": 16, "value": 16}) == CLAIM
