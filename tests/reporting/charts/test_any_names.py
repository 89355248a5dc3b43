"""Charts of names are valid SVG whatever the names and numbers."""

import warnings
import xml.etree.ElementTree as ET

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.reporting.charts import (
    names_by_outlet_chart,
    names_over_time_chart,
    pairs_chart,
    top_names_chart,
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
