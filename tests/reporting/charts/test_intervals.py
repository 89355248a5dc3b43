import datetime
import itertools
import re
import warnings
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.reporting.charts.chart import chart_style
from crossread.reporting.charts.claims import Claim
from crossread.reporting.charts.intervals import interval_chart, list_samples
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.style import BLUE, VERMILION

DEFAULTS = {
    "panel": "",
    "article_id": "a1",
    "outlet": "Reuters",
    "published": None,
    "source": None,
    "bound": "=",
    "low": None,
    "high": None,
    "value": None,
    "unit": "",
    "phrase": "",
    "hedge": None,
    "stated": 1,
}
LONG = "between 10 and one million people who had been living in the camps near the border since last year"
SOURCE = "a spokesman for the ministry of the interior of the transitional government"


def claim(bound, low, high, phrase, **more):
    ends = [end for end in (low, high) if end is not None]
    value = sum(ends) / len(ends) if ends else None
    return DEFAULTS | {"bound": bound, "low": low, "high": high, "value": value, "phrase": phrase} | more


def frame(*claims):
    return pd.DataFrame(claims, columns=list(DEFAULTS))


IRAQ = frame(
    claim("vague", 200, 999, "several hundred elite fighters", outlet="Fox News", panel="deployed"),
    claim(">", 1000, None, "more than 1,000 military advisers", source="a senior Iranian cleric", panel="deployed"),
    claim("vague", 2000, 9999, "thousands of guards", source="NCRI", panel="deployed", stated=2),
    claim(">", 7000, None, "over 7,000 guards", source="NCRI", panel="deployed", published=datetime.date(2014, 8, 18)),
    claim("~", 30000, 30000, "around 30,000 soldiers", source="Kurdish authorities", hedge="claimed", panel="deployed"),
    claim("~", 100000, 100000, "approximately 100,000 fighters", panel="other"),
)
KILLED = frame(
    claim("=", 16, 16, "16 people", source="police"),
    claim(">=", 16, None, "at least 16 civilians"),
    claim("<=", None, 20, "as many as 20", hedge="alleged"),
    claim("range", 18, 25, "18 to 25 people"),
    claim("~", 50, 50, "about 50"),
)
MONEY = frame(
    claim("range", 5e9, 7e9, "$5bn to $7bn", source="the $treasury$", unit="USD", panel="$x^2$"),
    claim("<", None, 5e5, "under $500,000", outlet="a_{1}", unit="USD"),
)
CROWDED = frame(
    claim("range", 10, 1e6, LONG, outlet=LONG, source=SOURCE, hedge="unconfirmed claims", panel=LONG),
    claim("=", 1000, 1000, LONG, outlet=None, article_id=LONG, published=datetime.date(2022, 11, 30), panel=LONG),
    claim("~", 9e5, 9e5, "نحو تسعمئة ألف شخص من المدنيين", outlet="صحيفة الشرق الأوسط", source="مصدر أمني", panel=LONG),
    claim("=", 500, 500, "W" * 80, outlet="W" * 80, source="W" * 80, panel=LONG),
    claim(">", 999000, None, LONG, panel=LONG),
    claim("<", None, 12, LONG, panel=LONG, stated=3),
    claim("vague", None, None, LONG, panel="no number"),
)
BOUNDS = itertools.cycle(
    [("=", 1, 1), ("~", 1, 1), (">", 1, None), ("<=", None, 1), ("range", 1, 1.6), ("vague", 1, 4)]
)
MANY = frame(
    *(
        claim(bound, low and low * 1.4**i, high and high * 1.4**i, LONG[: 15 + i], panel=f"Panel {i // 20}")
        for i, (bound, low, high) in zip(range(40), BOUNDS, strict=False)
    )
)
FRAMES = {
    "iraq": IRAQ,
    "killed": KILLED,
    "money": MONEY,
    "crowded": CROWDED,
    "many": MANY,
    "one": KILLED[:1],
    "zero": frame(claim("=", 0, 0, "no one"), claim("=", 3e5, 3e5, "300,000"), claim("=", -300, -300, "300 fewer")),
    "close": frame(claim("=", 1e6, 1e6, "a million"), claim("=", 1035000, 1035000, "1,035,000")),
    "open": frame(claim("vague", 2000, None, "thousands upon thousands"), claim("vague", None, 9, "a few at most")),
}


@pytest.mark.parametrize("name", FRAMES)
def test_texts_neither_overlap_nor_leave_the_chart(name, assert_legible):
    assert_legible(interval_chart(FRAMES[name], "What is compared", "Not shown: $2."))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (IRAQ, ["“several hundred elite fighters”", "deployed", "other", "source: NCRI", "Reuters · 18 Aug 2014"]),
        (IRAQ, ["“thousands of guards” ×2", "source: Kurdish authorities · claimed", "30,000", "own voice"]),
        (KILLED, ["“18 to 25 people”", "own voice · alleged", "What is compared", "Not shown: $2.", "people (count)"]),
        (MONEY, ["“$5bn to $7bn”", "source: $treasury$", "$x^2$", "a_{1}", "1 million"]),
        (FRAMES["zero"], ["0", "−100", "people (count), log scale (linear below 100)"]),
    ],
)
def test_words_stand_in_the_svg_as_they_are(rows, expected, texts):
    assert set(expected) <= set(texts(interval_chart(rows, "What is compared", "Not shown: $2.", "people (count)")))


@pytest.mark.parametrize(
    ("rows", "scale"),
    [(IRAQ, "log"), (KILLED, "linear"), (MONEY, "log"), (FRAMES["zero"], "symlog"), (FRAMES["close"], "linear")],
)
def test_axis_is_logarithmic_over_two_orders_of_magnitude(rows, scale):
    chart = interval_chart(rows, "")
    assert {axes.get_xscale() for axes in chart.axes[:-1]} == {scale}
    assert len({axes.get_xlim() for axes in chart.axes[:-1]}) == 1


@pytest.mark.parametrize(("bound", "arrow"), [(">", ">"), (">=", ">"), ("<", "<"), ("<=", "<")])
def test_open_ends_are_arrows(bound, arrow):
    low, high = (5, None) if arrow == ">" else (None, 5)
    axes = interval_chart(frame(claim(bound, low, high, "five")), "").axes[0]
    assert [str(line.get_marker()) for line in axes.lines] == ["None", arrow, "o"]


def test_larger_claims_stand_higher_whatever_the_order(texts):
    there, back = interval_chart(KILLED, "Killed"), interval_chart(KILLED[::-1], "Killed")
    assert there.svg() == back.svg()
    phrases = [text for text in texts(there) if text.startswith("“")]
    assert phrases[0] == "“about 50”"


@pytest.mark.parametrize(("rows", "axes"), [(12, 1), (13, 2)])
def test_axis_stands_on_top_too_where_rows_are_many(rows, axes):
    chart = interval_chart(MANY[:rows].assign(panel=""), "")
    with chart_style():
        chart.draw_without_rendering()
    [first] = {(tick.label1.get_visible(), tick.label2.get_visible()) for tick in chart.axes[0].xaxis.get_major_ticks()}
    assert sum(first) == axes


def test_more_rows_than_a_caller_should_give_are_all_drawn(assert_legible):
    rows = pd.concat([MANY, MANY[:5]]).assign(panel="")
    chart = interval_chart(rows, "What is compared")
    assert_legible(chart)
    assert sum(text.get_text() == "own voice" for text in chart.texts) == len(rows) == 45
    assert ET.fromstring(chart.svg()).get("aria-label").startswith("Interval chart: What is compared. 45 claims")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            IRAQ,
            "6 claims in 2 panels, from the lowest, “several hundred elite fighters” (Fox News), to the highest, "
            "“approximately 100,000 fighters” (Reuters).",
        ),
        (KILLED[:1], "1 claim: “16 people” (Reuters)."),
        (CROWDED[-1:], "1 claim, none with a number to draw."),
    ],
)
def test_alternative_text(rows, expected):
    assert interval_chart(rows, "Forces.").alt == f"Interval chart: Forces. {expected}"


@pytest.mark.parametrize(
    ("figure_id", "mark"),
    [
        ("one:8", '<a data-figure="one:8">'),
        ('"><b>&\0:8', '<a data-figure="%22%3E%3Cb%3E%26%00:8">'),
        (None, None),
    ],
)
def test_a_phrase_is_marked_as_its_figure(figure_id, mark):
    drawing = interval_chart(IRAQ.head(1).assign(figure_id=figure_id), "Forces").svg()
    ET.fromstring(drawing)
    marked = re.findall(r"(<a .*>)\s*<text[^>]*>(.*)</text>", drawing)
    assert marked == ([(mark, "“several hundred"), (mark, "elite fighters”")] if mark else [])


@pytest.mark.parametrize("rows", [frame(), pd.DataFrame()])
def test_nothing_to_show(rows, texts):
    chart = interval_chart(rows, "Figures")
    assert chart.alt == "Figures. Nothing to show. No comparable claims were found."
    assert texts(chart) == ["Figures", "Nothing to show. No comparable claims were found."]


ANY_TEXT = st.none() | st.text(st.characters(exclude_categories=()), max_size=90)
ANY_NUMBER = st.none() | st.floats() | st.integers(-5, 10**7).map(float)
ANY_CLAIM = st.fixed_dictionaries(
    {
        "panel": st.sampled_from(["", "deployed", "$a$"]) | ANY_TEXT,
        "article_id": st.text(min_size=1),
        "outlet": ANY_TEXT,
        "published": st.none() | st.dates() | st.datetimes(),
        "source": ANY_TEXT,
        "bound": st.sampled_from(["=", "~", ">", ">=", "<", "<=", "range", "vague"]),
        "low": ANY_NUMBER,
        "high": ANY_NUMBER,
        "value": ANY_NUMBER,
        "unit": st.sampled_from(["", "USD", "percent", "mile per hour", "USD per barrel"]) | ANY_TEXT,
        "phrase": ANY_TEXT,
        "hedge": ANY_TEXT,
        "stated": st.integers(1, 9),
    }
)


@given(st.lists(ANY_CLAIM, max_size=6), ANY_TEXT, ANY_TEXT, ANY_TEXT)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_claims_make_valid_svg(claims, title, note, axis):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = interval_chart(
            pd.DataFrame(claims, columns=list(DEFAULTS), dtype=object), title or "", note or "", axis or ""
        )
        assert ET.fromstring(chart.svg()).get("aria-label")


SOURCED, OWN = Mark("=", 5, color=BLUE), Mark("=", 5, color=VERMILION)
ALL = [
    SOURCED,
    OWN,
    Mark("=", 5, color=BLUE, hollow=True),
    Mark(">", 5, opens="right", color=BLUE),
    Mark("<", 5, opens="left", color=BLUE),
    Mark("~", 5, (4, 6), color=BLUE),
    Mark("range", bar=(4, 6), color=BLUE),
    Mark("vague", bar=(4, 6), color=BLUE),
]


@pytest.mark.parametrize(
    ("marks", "stated", "expected"),
    [
        ([], 1, []),
        ([Mark("=", None, color=BLUE)], 1, []),
        ([SOURCED], 1, ["said by a source"]),
        ([OWN, SOURCED], 1, ["said by a source", "outlet’s own voice"]),
        ([OWN], 2, ["outlet’s own voice", "×2: stated twice in the article"]),
        (
            ALL,
            1,
            [
                "said by a source",
                "outlet’s own voice",
                "hollow: hedged",
                "or more",
                "or less",
                "about (drawn ±10%)",
                "range",
                "lighter: vague words",
            ],
        ),
    ],
)
def test_the_key_explains_only_what_occurs(marks, stated, expected):
    claims = [Claim(mark, 5, "Reuters", "", "", "", "five", stated) for mark in marks]
    assert [text for _, text in list_samples(claims)] == expected
