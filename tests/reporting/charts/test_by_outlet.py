import pandas as pd
import pytest

from crossread.reporting.charts import names_by_outlet_chart

LONG = "between 10 and one million people who had been living in the camps near the border since last year"


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
def test_nothing_is_told(table):
    assert "There are no names, or no outlets" in names_by_outlet_chart(table).alt
