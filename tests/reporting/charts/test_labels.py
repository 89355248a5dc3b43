import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.measuring.labels import clean, format_number
from crossread.reporting.charts.chart import chart_style
from crossread.reporting.charts.labels import fit, keep_order, name_units, text_width, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NaT, ""),
        (pd.NA, ""),
        (" a\n\t b\u2028c ", "a b c"),
        ("a\x00b\x1b[0m\ud800\ufffe", "ab[0m"),
        ("over \u202e000,7", "over 000,7"),
        ("$5bn to $7bn", "$5bn to $7bn"),
        ("می‌خواهم", "می‌خواهم"),
        ("word " * 20, "word " * 11 + "word…"),
        ("x" * 70, "x" * 59 + "…"),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected


def test_clean_without_a_limit():
    assert clean("x" * 700, limit=0) == "x" * 700


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Reuters", "Reuters"), ("五 🎉", "五 🎉"), ("الشرق", "\u200eالشرق\u200e"), ("שלום 5", "\u200eשלום 5\u200e")],
)
def test_keep_order(text, expected):
    assert keep_order(text) == expected


def test_wide_characters_count_as_wide():
    with chart_style():
        assert text_width("五人") == pytest.approx(text_width("WW"))


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("", 0, []),
        ("several hundred elite fighters", 0, ["several", "hundred elite", "fighters"]),
        ("several hundred elite fighters", 2, ["several", "hundred…"]),
    ],
)
def test_wrap(text, lines, expected):
    with chart_style():
        assert wrap(text, 60, lines=lines) == expected


@given(st.text(max_size=80), st.floats(10, 400))
@settings(max_examples=50, deadline=None)
def test_fitted_text_fits(text, width):
    with chart_style():
        lines = [fit(clean(text), width), *wrap(clean(text), width)]
        assert all(text_width(line) <= width or len(line) <= 2 for line in lines)


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
