"""Charts of sources: cited, shares by outlet, leanings, and figures without a source."""

import warnings
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.reporting.charts import cited_chart, leaning_chart, source_shares_chart, unsourced_chart

LONG = "Office for the Coordination of Humanitarian Affairs and all who are with it"
ANY_TEXT = st.none() | st.text(st.characters(exclude_categories=()), max_size=90)


def cited(*rows):
    return pd.DataFrame(rows, columns=["speaker", "behind", "figures", "articles"])


def shares(index, columns):
    names = pd.MultiIndex.from_tuples(index, names=["behind", "speaker"])
    return pd.DataFrame(columns, index=names, dtype=float)


def leanings(*rows):
    """Ranked and compared sources from (speaker, own voice, ratio, verdict)."""
    compared = pd.DataFrame(rows, columns=["speaker", "own", "ratio", "verdict"])
    compared["origin"] = [f"{own} {speaker}" for speaker, own in zip(compared.speaker, compared.own, strict=True)]
    verdicts = pd.get_dummies(compared.verdict).reindex(columns=["above", "below", "neither"], fill_value=0)
    ranked = compared.drop(columns="verdict").join(verdicts.astype(int))
    keys = ["origin", "speaker", "own"]
    totals = {"ratio": "median", "above": "sum", "below": "sum", "neither": "sum"}
    return ranked.groupby(keys, as_index=False, dropna=False).agg(totals), compared


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (("SANA", "Media", 3, 1), "3 in 1 article · media"),
        ((LONG, "Monitors and experts", 12_345, 2_345), "12,345 in 2,345 articles · monitors and experts"),
        (("$A$ <b>", "Officials", 1, 1), "1 in 1 article · officials"),
    ],
)
def test_a_source_stands_with_its_numbers(row, note, texts, assert_legible):
    chart = cited_chart(cited(row, row))
    assert_legible(chart)
    assert texts(chart).count(note) == 2
    assert note in chart.alt


@pytest.mark.parametrize("outlets", [1, 3, 12, 25])
def test_shares_stand_in_their_cells(outlets, texts, assert_legible):
    index = [("Officials", ""), ("Officials", LONG), ("No source at all", "")]
    chart = source_shares_chart(shares(index, {f"{LONG} {n}": [0.254, 0.001, 0.746] for n in range(outlets)}))
    assert_legible(chart)
    for shown in ("25", "<1", "75"):
        assert texts(chart).count(shown) == outlets
    assert "Officials 25, No source at all 75" in chart.alt


def test_leanings_stand_with_their_counts(texts, assert_legible):
    rows = [(LONG, False, 40.0, "above")] * 3 + [(LONG, False, 1.0, "neither"), ("SANA", True, 0.001, "below")]
    chart = leaning_chart(*leanings(*rows))
    assert_legible(chart)
    shown = texts(chart)
    assert "SANA · own voice" in shown
    assert [shown.count(number) for number in ("3", "1", "0")] == [1, 2, 3]
    assert "3 above, 0 below, 1 neither; SANA · own voice: 0 above, 1 below, 0 neither" in chart.alt


def test_figures_without_a_source_are_counted(texts, assert_legible):
    counts = pd.DataFrame({"sourced": [8, 0], "elsewhere": [2, 0], "none": [1_500, 3]}, index=["killed", LONG])
    chart = unsourced_chart(counts)
    assert_legible(chart)
    assert {"1,500 of 1,510 without", "3 of 3 without"} <= set(texts(chart))
    assert "1,503 of 1,513 figures have no source at all" in chart.alt


@pytest.mark.parametrize(
    ("chart", "reason"),
    [
        (cited_chart(cited()), "No figure has a source."),
        (source_shares_chart(pd.DataFrame()), "No figures were found."),
        (leaning_chart(*leanings()), "No source is heard beside others"),
        (unsourced_chart(pd.DataFrame(columns=["sourced", "elsewhere", "none"])), "No figures were found."),
    ],
)
def test_nothing_to_show_is_told(chart, reason):
    assert f"Nothing to show. {reason}" in chart.alt


@given(st.lists(st.tuples(ANY_TEXT, st.integers(0, 10**6), st.floats(1e-6, 1e6), st.booleans()), max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_sources_make_valid_svg(rows):
    names = [name for name, *_ in rows]
    counts = pd.DataFrame([[n, n, n] for _, n, *_ in rows], index=names, columns=["sourced", "elsewhere", "none"])
    index = [(name, None) for name in names]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for chart in (
            cited_chart(cited(*((name, name, n, n) for name, n, *_ in rows))),
            source_shares_chart(shares(index, [[ratio] * len(rows) for _, _, ratio, _ in rows]) if rows else cited()),
            leaning_chart(*leanings(*((name, own, ratio, "above") for name, _, ratio, own in rows))),
            unsourced_chart(counts),
        ):
            assert ET.fromstring(chart.svg()).get("aria-label")
