import pandas as pd
import pytest

from crossread.reporting.charts import names_over_time_chart

INDEX = pd.MultiIndex.from_tuples([("PER", "Haider al-Abadi"), ("ORG", "$IRGC$")])


def table(first, unit, totals):
    """The first name stands in one article of every period, the second in all."""
    periods = pd.period_range(first, periods=len(totals), freq=unit)
    return pd.DataFrame([[min(n, 1) for n in totals], totals], index=INDEX, columns=periods), pd.Series(totals, periods)


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
    chart = names_over_time_chart(*table(first, unit, totals))
    assert_legible(chart)
    shown = texts(chart)
    assert {"$IRGC$", date, f"{sum(totals):,} of {sum(totals):,}", f"{max(totals):,}"} <= set(shown)
    assert shown[0].endswith(title)


def test_bars_are_shares_of_the_period():
    chart = names_over_time_chart(*table("2014", "Y", [4, 2]))
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
    shown = texts(names_over_time_chart(*table("2014", "Y", totals)))
    assert shown[2 : 2 + len(key)] == key
    assert shown[2 + len(key)] == "Haider al-Abadi"


def test_alternative_text_sums_up():
    assert names_over_time_chart(*table("2014", "Y", [4, 2])).alt.endswith(
        "2014 to 2015, 6 articles. Named by the most: $IRGC$ (6 articles)."
    )


@pytest.mark.parametrize(
    ("naming", "totals", "reason"),
    [
        (pd.DataFrame(index=INDEX), pd.Series([], pd.PeriodIndex([], freq="Y")), "fewer than two dates"),
        (table("2014", "Y", [2, 2])[0][:0], table("2014", "Y", [2, 2])[1], "no names to show"),
    ],
)
def test_nothing_is_told(naming, totals, reason):
    assert reason in names_over_time_chart(naming, totals).alt
