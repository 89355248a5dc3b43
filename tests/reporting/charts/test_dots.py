"""Charts of dots: reporting practice, house effects."""

import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.reporting.charts import house_effect_chart, reporting_practice_chart
from crossread.reporting.charts.style import BLUE, LIGHT_BLUE

COLUMNS = ["outlet", "outlets", "figures", "sourced", "bounded", "hedged"]
LONG = "Office for the Coordination of Humanitarian Affairs and all who are with it"


def counts(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def test_each_outlet_stands_with_its_figures(texts, assert_legible):
    chart = reporting_practice_chart(
        counts(("All", 3, 1_512, 700, 3, 0), (LONG, 1, 1_500, 700, 0, 0), ("$A$", 1, 12, 0, 3, 0))
    )
    assert_legible(chart)
    assert {"All, 3 outlets (1,512)", "$A$ (12)", "with a source", "with a bound", "with a hedge"} <= set(texts(chart))
    assert chart.alt.endswith("3 outlets, 1,512 figures; together: a source 46%, a bound 0%, a hedge 0%.")


def test_dots_are_shares_and_few_figures_light(texts):
    chart = reporting_practice_chart(
        counts(("All", 2, 14, 7, 14, 0), ("SANA", 1, 10, 5, 10, 0), ("TASS", 1, 4, 2, 4, 0))
    )
    dots = [[line for line in axes.lines if line.get_marker() == "o"] for axes in chart.axes]
    assert [[line.get_xdata()[0] for line in panel] for panel in dots] == [[0.5] * 3, [1] * 3, [0] * 3]
    assert [line.get_color() for line in dots[0]] == [BLUE, BLUE, LIGHT_BLUE]
    assert "Light: fewer than 10 figures." in " ".join(texts(chart))


def test_one_outlet_is_not_set_against_all(texts):
    chart = reporting_practice_chart(counts(("SANA", 1, 10, 5, 10, 0)))
    assert "Upright" not in " ".join(texts(chart))
    assert "10 figures; SANA: a source 50%" in chart.alt


def test_nothing_to_show_is_told():
    assert "Nothing to show. No figures were found." in reporting_practice_chart(counts()).alt


@given(st.lists(st.tuples(st.none() | st.text(max_size=90), st.integers(0, 10**6)), max_size=4))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_outlets_make_valid_svg(rows):
    chart = reporting_practice_chart(counts(*((name, 1, n, n, n // 2, 0) for name, n in rows)))
    assert ET.fromstring(chart.svg()).get("aria-label")


@pytest.mark.parametrize("rows", [1, 40])
def test_many_outlets_fit(rows, assert_legible):
    assert_legible(reporting_practice_chart(counts(*((f"Outlet {n}", 1, 20, 10, 5, 1) for n in range(rows)))))


def effects(*rows):
    """Ranked and compared sources from (speaker, own voice, ratio, verdict)."""
    compared = pd.DataFrame(rows, columns=["speaker", "own", "ratio", "verdict"])
    compared["origin"] = [f"{own} {speaker}" for speaker, own in zip(compared.speaker, compared.own, strict=True)]
    verdicts = pd.get_dummies(compared.verdict).reindex(columns=["above", "below", "neither"], fill_value=0)
    ranked = compared.drop(columns="verdict").join(verdicts.astype(int))
    keys = ["origin", "speaker", "own"]
    totals = {"ratio": "median", "above": "sum", "below": "sum", "neither": "sum"}
    return ranked.groupby(keys, as_index=False, dropna=False).agg(totals), compared


def test_house_effects_stand_with_their_counts(texts, assert_legible):
    rows = [(LONG, False, 40.0, "above")] * 3 + [(LONG, False, 1.0, "neither"), ("SANA", True, 0.001, "below")]
    chart = house_effect_chart(*effects(*rows))
    assert_legible(chart)
    shown = texts(chart)
    assert "SANA · own voice" in shown
    assert [shown.count(number) for number in ("3", "1", "0")] == [1, 2, 3]
    assert "3 above, 0 below, 1 neither; SANA · own voice: 0 above, 1 below, 0 neither" in chart.alt


def test_no_house_effects_are_told():
    assert "Nothing to show. No source is heard beside others" in house_effect_chart(*effects()).alt
