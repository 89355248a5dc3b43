import warnings
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.reporting.charts import revisions_chart
from crossread.reporting.charts.claims import follow, name_dates

LONG = "Office for the Coordination of Humanitarian Affairs and all who are with it"


def claims(*rows):
    """Claims from (date, speaker, bound, low, high); "own voice" is an outlet."""
    table = [
        {"published": date, "origin": speaker, "speaker": speaker, "bound": bound, "low": low, "high": high}
        | {"source": None if speaker == "own voice" else speaker, "value": high if low is None else low, "unit": ""}
        | {"phrase": f"{low} people", "hedge": None, "stated": 1, "outlet": "Reuters", "article_id": str(n)}
        | {"figure_id": f"{n}:8"}
        for n, (date, speaker, bound, low, high) in enumerate(rows)
    ]
    return pd.DataFrame(table)


TWICE = [("2016-10-03", "Observatory", ">=", 20, None), ("2016-10-06", "Observatory", "=", 22, 22)]


def lines(chart):
    """What the chart's steps go through."""
    drawn = [line for line in chart.axes[0].lines if line.get_drawstyle() == "steps-post"]
    return [list(line.get_ydata()) for line in drawn]


def test_a_source_that_speaks_again_is_a_line(texts, assert_legible):
    chart = revisions_chart(claims(*TWICE, ("2016-10-04", "medics", "=", 40, 40)), "Killed")
    assert_legible(chart)
    assert lines(chart) == [[20, 22]]
    assert {"Observatory", "≥20", "22", "40 medics", "3 Oct 2016", "4 Oct", "6 Oct"} <= set(texts(chart))
    assert chart.alt == (
        "Step chart: Killed, 3 Oct 2016 to 6 Oct. 1 single number. Heard on several dates: Observatory: ≥20, 22."
    )


def test_sources_without_a_key_are_one(texts):
    chart = revisions_chart(claims(("2016-10-03", None, "=", 20, 20), ("2016-10-06", None, "=", 22, 22)), "Killed")
    assert {"(no name), own voice", "20", "22"} <= set(texts(chart))


def test_several_numbers_on_one_date_are_two_lines(texts):
    chart = revisions_chart(claims(*TWICE, ("2016-10-03", "Observatory", "=", 31, 31)), "Killed")
    assert lines(chart) == [[20, 22], [31, 22]]
    assert "Where it is two lines" in " ".join(texts(chart))


def test_single_claims_of_one_number_are_one_mark(texts):
    rows = [("2016-10-04", f"Source {n}", "=", 40, 40) for n in range(5)]
    chart = revisions_chart(claims(*TWICE, *rows), "Killed")
    assert "40 Source 0, Source 1, Source 2 and 2 more" in texts(chart)


def test_marks_of_one_date_stand_side_by_side(texts, assert_legible):
    rows = [(f"2016-10-0{3 + n % 2}", f"Source {n}", ">", 20 + n, None) for n in range(16)]
    chart = revisions_chart(claims(*rows), "Killed")
    assert_legible(chart)
    dots = [(line.get_xdata()[0], line.get_ydata()[0]) for line in chart.axes[0].lines if line.get_marker() == "o"]
    assert len(set(dots)) == 16


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ((">", 20, None), ">20"),
        (("<=", None, 20), "≤20"),
        (("~", 20, 20), "~20"),
        (("range", 18, 25), "18–25"),
        (("range", 18, None), "≥18"),
        (("vague", 24, 99), "24–99"),
        (("=", 30_000, 30_000), "30,000"),
    ],
)
def test_numbers_keep_their_bounds(row, number):
    (told,) = follow(claims(("2016-10-03", "medics", *row))).singles
    assert told.label == f"{number} medics"


def test_a_label_names_its_figure():
    svg = revisions_chart(claims(*TWICE), "Killed").svg()
    assert all(f'<a data-figure="{n}:8">' in svg for n in range(2))


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([(None, "medics", "=", 40, 40)], "Without a date, not shown: “40 people” (medics)."),
        ([("2016-10-04", "medics", "=", None, None)], "1 claim without a number to draw not shown."),
        ([("2016-10-04", f"Source {n}", "=", n, n) for n in range(30)], "6 more single claims not shown."),
        (
            [(f"2016-10-0{3 + n % 2}", f"Source {n // 2}", "=", n, n) for n in range(18)],
            "4 more sources heard on several dates not shown.",
        ),
    ],
)
def test_what_is_not_shown_is_told(rows, note, texts, assert_legible):
    chart = revisions_chart(claims(*TWICE, *rows), "Killed")
    assert_legible(chart)
    assert note in " ".join(texts(chart))


def test_inferred_dates_are_marked(texts):
    table = claims(*TWICE).assign(inferred=[False, True])
    shown = texts(revisions_chart(table, "Killed"))
    assert {"3 Oct 2016", "6 Oct?"} <= set(shown)
    assert "a date inferred" in " ".join(shown)


@pytest.mark.parametrize(
    ("times", "names"),
    [
        (["2016-12-30", "2016-12-31", "2017-01-01", "2017-01-02"], ["30 Dec 2016", "31 Dec", "1 Jan 2017", "2 Jan"]),
        (["2016-10-03 08:00", "2016-10-03 21:30"], ["3 Oct 2016, 08:00", "3 Oct, 21:30"]),
        ([], []),
    ],
)
def test_a_year_is_not_repeated(times, names):
    assert name_dates(map(pd.Timestamp, times)) == names


@pytest.mark.parametrize(("last", "to_scale"), [("2016-10-06", True), ("2017-10-03", False)])
def test_close_dates_are_moved_apart(last, to_scale, texts):
    rows = [("2016-10-03", "medics", "=", 4, 4), ("2016-10-04", "medics", "=", 5, 5), (last, "medics", "=", 6, 6)]
    chart = revisions_chart(claims(*rows), "Killed")
    first, second, *_ = (line.get_xdata()[0] for line in chart.axes[0].lines if line.get_marker() == "o")
    assert second - first >= 30
    assert ("further apart than to scale" not in " ".join(texts(chart))) == to_scale


@pytest.mark.parametrize(("high", "scale"), [(1_900, "count"), (2_100, "count, log scale")])
def test_a_wide_span_has_a_log_axis(high, scale, texts):
    chart = revisions_chart(claims(TWICE[0], ("2016-10-06", "Observatory", "=", high, high)), "Killed")
    assert scale in texts(chart)


def test_long_names_keep_their_place(assert_legible):
    rows = [(f"2016-10-0{3 + n % 2}", f"{LONG} {n // 2}", "=", 20 + n // 4, 20 + n // 4) for n in range(12)]
    rows += [("2016-10-03", f"{LONG} alone {n}", "vague", 24, 99 + n) for n in range(4)]
    assert_legible(revisions_chart(claims(*rows), LONG, note=LONG))


@pytest.mark.parametrize("rows", [[], TWICE[:1], [(None, "medics", "=", 40, 40)] * 2, [TWICE[0], TWICE[0]]])
def test_one_date_is_no_course(rows):
    assert "Nothing to show. That takes claims of at least two dates." in revisions_chart(claims(*rows), "Killed").alt


@given(
    st.lists(
        st.tuples(
            st.none() | st.dates().map(str),
            st.none() | st.text(st.characters(exclude_categories=()), max_size=90),
            st.sampled_from(["=", "~", ">", "<=", "range", "vague", ""]),
            st.none() | st.floats(),
            st.none() | st.floats(),
        ),
        max_size=8,
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_claims_make_valid_svg(rows):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ET.fromstring(revisions_chart(claims(*rows), "Killed").svg()).get("aria-label")
