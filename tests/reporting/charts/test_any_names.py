"""Charts of names and sources are valid SVG whatever the names and numbers."""

import warnings
import xml.etree.ElementTree as ET

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.reporting.charts import (
    cited_chart,
    house_effect_chart,
    names_by_outlet_chart,
    names_over_time_chart,
    pairs_chart,
    source_shares_chart,
    top_names_chart,
    unsourced_chart,
    wording_chart,
)

# Half a surrogate pair is no text of a table: the readers refuse it, and Arrow cannot hold it.
ANY_TEXT = st.none() | st.text(st.characters(exclude_categories=("Cs",)), max_size=90)
ANY_NUMBER = st.none() | st.floats() | st.integers(-5, 10**7).map(float)
ANY_NAME = st.fixed_dictionaries(
    {
        "name": ANY_TEXT,
        "type": st.sampled_from(["PER", "ORG", "LOC", "MISC", "EVENT", None]),
        "mentions": ANY_NUMBER,
        "articles": st.integers(0, 10**6),
    }
)


@given(st.lists(ANY_NAME, max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_names_make_valid_svg(rows):
    entities = pd.DataFrame(rows, columns=["name", "type", "mentions", "articles"], dtype=object)
    index = pd.MultiIndex.from_frame(entities[["type", "name"]])
    names = pd.Index(entities.name, dtype=object)
    rates = pd.DataFrame([[row["mentions"]] * len(rows) for row in rows], index=index, columns=names)
    whole = pd.DataFrame([[row["articles"]] * len(rows) for row in rows], index=names, columns=names)
    periods = pd.period_range("2014", periods=len(rows), freq="M")
    pairs = pd.DataFrame(
        [(row["name"], row["name"], row["articles"] + 1, 0.3, 1) for row in rows],
        columns=["first", "second", "sentences", "expected", "articles"],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for chart in (
            top_names_chart(entities),
            names_by_outlet_chart(rates),
            names_over_time_chart(whole.set_axis(index).set_axis(periods, axis=1), pd.Series(10**6, periods)),
            pairs_chart(pairs),
            wording_chart(whole, "How each outlet names it"),
        ):
            assert ET.fromstring(chart.svg()).get("aria-label")


ANY_SOURCE = st.none() | st.text(st.characters(exclude_categories=()), max_size=90)


@given(st.lists(st.tuples(ANY_SOURCE, st.integers(0, 10**6), st.floats(1e-6, 1e6), st.booleans()), max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_sources_make_valid_svg(rows):
    names = [name for name, *_ in rows]
    sources = pd.DataFrame(rows, columns=["speaker", "figures", "ratio", "own"])
    cited = sources.assign(behind=sources.speaker, articles=sources.figures)
    counts = pd.DataFrame([[n, n, n] for n in sources.figures], names, ["sourced", "elsewhere", "none"])
    index = pd.MultiIndex.from_tuples([(name, None) for name in names], names=["behind", "speaker"])
    shares = pd.DataFrame([[ratio] * len(rows) for ratio in sources.ratio], index, names, dtype=float)
    compared = sources.assign(origin=range(len(rows)), verdict="above")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for chart in (
            cited_chart(cited),
            source_shares_chart(shares),
            house_effect_chart(compared.assign(above=1, neither=0, below=0), compared),
            unsourced_chart(counts),
        ):
            assert ET.fromstring(chart.svg()).get("aria-label")
