"""Grids: names by outlet, sources by outlet, names over time."""

import pandas as pd
import pytest

from crossread.reporting.charts import names_by_outlet_chart, names_over_time_chart, source_shares_chart

LONG = "between 10 and one million people who had been living in the camps near the border since last year"
LONG_NAME = "Office for the Coordination of Humanitarian Affairs and all who are with it"


def rates(columns):
    """Rates for so many outlets, 77 the highest."""
    label = "Reuters · {} Mar 2020" if columns > 3 else "Outlet {}"
    index = pd.MultiIndex.from_tuples([("PER", "Qassem Soleimani"), ("PER", "$A$"), ("MISC", LONG)])
    return pd.DataFrame({label.format(i): [77, 0, 0.02] for i in range(columns)}, index=index)


@pytest.mark.parametrize(
    ("columns", "numbers", "angles"), [(1, 1, {0}), (5, 5, {0}), (15, 15, {0, 50}), (25, 0, {0, 90}), (60, 0, {0, 90})]
)
def test_names_and_outlets_are_legible(columns, numbers, angles, assert_legible):
    chart = names_by_outlet_chart(rates(columns))
    assert_legible(chart)
    shown = [text.get_text() for text in chart.texts]
    assert {"Qassem Soleimani", "$A$", "People", "Other names"} <= set(shown)
    assert shown.count("People") == 1
    assert shown.count("77") == numbers + 1  # Once more in the key.
    assert {int(text.get_rotation()) for text in chart.texts} == angles


@pytest.mark.parametrize(
    ("rate", "written"),
    [(0.02, "<.1"), (0.3, "0.3"), (9.94, "9.9"), (9.96, "10"), (123.4, "123"), (float("nan"), None)],
)
def test_rates_in_cells(rate, written, texts):
    index = pd.MultiIndex.from_tuples([("LOC", "Iraq")])
    shown = texts(names_by_outlet_chart(pd.DataFrame({"Reuters": [rate], "TASS": [5]}, index=index)))
    assert shown[shown.index("TASS") + 1 :] == [text for text in (written, "5.0") if text]


def test_alternative_text_names_the_highest():
    alt = names_by_outlet_chart(rates(2)).alt
    assert alt.endswith("3 names in 2 columns; the most mentions per 1,000 words: Qassem Soleimani in Outlet 0 (77).")


def test_more_outlets_than_fit_make_the_chart_wider(texts):
    few, many = names_by_outlet_chart(rates(12)), names_by_outlet_chart(rates(61))
    assert many.width > few.width
    assert "Reuters · 60 Mar 2020" in texts(many)


@pytest.mark.parametrize("table", [pd.DataFrame(), pd.DataFrame({"Reuters": []})])
def test_no_names_are_told(table):
    assert "There are no names, or no outlets" in names_by_outlet_chart(table).alt


def shares(index, columns):
    names = pd.MultiIndex.from_tuples(index, names=["behind", "speaker"])
    return pd.DataFrame(columns, index=names, dtype=float)


@pytest.mark.parametrize("outlets", [1, 3, 12, 25])
def test_shares_stand_in_their_cells(outlets, texts, assert_legible):
    index = [("Officials", ""), ("Officials", LONG_NAME), ("No source at all", "")]
    chart = source_shares_chart(shares(index, {f"{LONG_NAME} {n}": [0.254, 0.001, 0.746] for n in range(outlets)}))
    assert_legible(chart)
    for shown in ("25", "<1", "75"):
        assert texts(chart).count(shown) == outlets
    assert "Officials 25, No source at all 75" in chart.alt


def test_no_shares_are_told():
    assert "Nothing to show. No figures were found." in source_shares_chart(pd.DataFrame()).alt


NAMES = pd.MultiIndex.from_tuples([("PER", "Haider al-Abadi"), ("ORG", "$IRGC$")])


def months(first, unit, totals):
    """The first name stands in one article of every period, the second in all."""
    periods = pd.period_range(first, periods=len(totals), freq=unit)
    return pd.DataFrame([[min(n, 1) for n in totals], totals], index=NAMES, columns=periods), pd.Series(totals, periods)


@pytest.mark.parametrize(
    ("first", "unit", "totals", "title", "date"),
    [
        ("2014-06-24", "D", [4, 0, 2], "each day", "24 Jun 2014"),
        ("2014-06-24", "W", [4, 0, 2] * 5, "each week", "23 Jun 2014"),
        ("2014-06", "M", [4, 1, 1200] * 10, "each month", "Jun 2014"),
        ("2014-06", "Q", [4, 3], "each quarter", "Apr 2014"),
        ("2003", "Y", [1] * 90, "each year", "2003"),
    ],
)
def test_periods_are_named(first, unit, totals, title, date, texts, assert_legible):
    chart = names_over_time_chart(*months(first, unit, totals))
    assert_legible(chart)
    shown = texts(chart)
    assert {"$IRGC$", date, f"{sum(totals):,} of {sum(totals):,}", f"{max(totals):,}"} <= set(shown)
    assert shown[0].endswith(title)


def test_bars_are_shares_of_the_period():
    chart = names_over_time_chart(*months("2014", "Y", [4, 2]))
    heights = [[bar.get_height() for bar in axes.patches] for axes in chart.axes]
    assert heights[-1] == [-16, -16, -4, -8, -16, -16, -16, -16]


@pytest.mark.parametrize(
    ("totals", "key"),
    [
        ([3, 4], ["share that names it", "all articles"]),
        ([3, 2], ["share that names it", "share of fewer than 3 articles", "all articles"]),
        ([3, 0, 3], ["share that names it", "all articles", "white: no articles"]),
    ],
)
def test_the_key_explains_what_occurs(totals, key, texts):
    shown = texts(names_over_time_chart(*months("2014", "Y", totals)))
    assert shown[2 : 2 + len(key)] == key
    assert shown[2 + len(key)] == "Haider al-Abadi"


def test_alternative_text_sums_up():
    assert names_over_time_chart(*months("2014", "Y", [4, 2])).alt.endswith(
        "2014 to 2015, 6 articles. Named by the most: $IRGC$ (6 articles)."
    )


@pytest.mark.parametrize(
    ("naming", "totals", "reason"),
    [
        (pd.DataFrame(index=NAMES), pd.Series([], pd.PeriodIndex([], freq="Y")), "fewer than two dates"),
        (months("2014", "Y", [2, 2])[0][:0], months("2014", "Y", [2, 2])[1], "no names to show"),
    ],
)
def test_no_times_are_told(naming, totals, reason):
    assert reason in names_over_time_chart(naming, totals).alt
