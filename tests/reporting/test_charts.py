import base64
import datetime
import itertools
import os
import re
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib
import nbclient
import nbformat
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import crossread
from crossread.reporting.chart import Chart, chart_style, clean, fit, format_number, text_width, wrap
from crossread.reporting.charts import interval_chart
from crossread.reporting.name_charts import names_by_article_chart, top_names_chart

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
ENTITIES = pd.DataFrame(
    {
        "name": [f"Person {i}" for i in range(12)] + ["Islamic Revolutionary Guard Corps", "$A$ to $B$", LONG],
        "type": ["PER"] * 12 + ["ORG", "LOC", "EVENT"],
        "mentions": [*range(1, 13), 40, 1, 1200],
        "articles": [1] * 12 + [4, 1, 300],
    }
)


def counts(columns):
    """A table of mentions for so many articles, 77 the most in a cell."""
    label = "Reuters · {} Mar 2020" if columns > 3 else "Outlet {}"
    table = {label.format(i): [77, 0, i] for i in range(columns)}
    return pd.DataFrame(table, index=["Qassem Soleimani", "$A$", LONG])


CHARTS = {
    **{
        name: lambda rows=rows: interval_chart(rows, "What is compared", "Not shown: $2.")
        for name, rows in FRAMES.items()
    },
    "names": lambda: top_names_chart(ENTITIES),
    **{f"heat {n}": lambda n=n: names_by_article_chart(counts(n)) for n in (1, 3, 12, 25, 60)},
}


def texts(chart):
    """What stands in the SVG, a text each."""
    return ["".join(node.itertext()) for node in ET.fromstring(chart.svg()).iter("{http://www.w3.org/2000/svg}text")]


def markers(chart):
    panels = chart.axes[:-1]  # The last axes hold the key.
    return [str(line.get_marker()) for axes in panels for line in axes.lines]


@pytest.mark.parametrize("name", CHARTS)
def test_texts_neither_overlap_nor_leave_the_chart(name):
    chart = CHARTS[name]()
    with chart_style():
        chart.draw_without_rendering()
        ticks = [text for axes in chart.axes for text in axes.get_xticklabels() if text.get_text()]
        shown = [text for text in chart.texts if text.get_text()]
        boxes = [(text.get_text(), text.get_window_extent()) for text in shown]
        bottom = chart.axes[-2].get_window_extent().y0 if ticks else 0
        boxes += [(t.get_text(), t.get_window_extent()) for t in ticks if t.get_window_extent().y0 < bottom]
        upright = [(t, box) for t, box in boxes if not any(s.get_rotation() for s in shown if s.get_text() == t)]
    for text, box in boxes:
        assert box.x0 >= chart.bbox.x0, text
        assert box.x1 <= chart.bbox.x1, text
        assert box.y0 >= chart.bbox.y0, text
        assert box.y1 <= chart.bbox.y1, text
    for (one, a), (other, b) in itertools.combinations(upright, 2):
        # Lines may stand close: only their ascenders and descenders touch.
        apart = a.x1 <= b.x0 or b.x1 <= a.x0 or a.y1 - b.y0 < 3 or b.y1 - a.y0 < 3
        assert apart, (one, other)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (IRAQ, ["“several hundred elite fighters”", "deployed", "other", "source: NCRI", "Reuters · 18 Aug 2014"]),
        (IRAQ, ["“thousands of guards” ×2", "source: Kurdish authorities · claimed", "30,000", "own voice"]),
        (KILLED, ["“18 to 25 people”", "own voice · alleged", "What is compared", "Not shown: $2.", "people (count)"]),
        (MONEY, ["“$5bn to $7bn”", "source: the $treasury$", "$x^2$", "a_{1}", "1 million"]),
        (FRAMES["zero"], ["0", "−100", "people (count), log scale (linear below 100)"]),
    ],
)
def test_words_stand_in_the_svg_as_they_are(rows, expected):
    assert set(expected) <= set(texts(interval_chart(rows, "What is compared", "Not shown: $2.", "people (count)")))


@pytest.mark.parametrize(
    ("rows", "scale"),
    [(IRAQ, "log"), (KILLED, "linear"), (MONEY, "log"), (FRAMES["zero"], "symlog"), (FRAMES["close"], "linear")],
)
def test_axis_is_logarithmic_over_two_orders_of_magnitude(rows, scale):
    chart = interval_chart(rows, "")
    assert {axes.get_xscale() for axes in chart.axes[:-1]} == {scale}
    assert len({axes.get_xlim() for axes in chart.axes[:-1]}) == 1


@pytest.mark.parametrize(
    ("bound", "low", "high", "marks"),
    [
        ("=", 5, 5, ["o"]),
        (">", 5, None, [">", "None", "o"]),
        (">=", 5, None, [">", "None", "o"]),
        ("<", None, 5, ["<", "None", "o"]),
        ("<=", None, 5, ["<", "None", "o"]),
        ("~", 5, 5, ["None", "o"]),
        ("range", 5, 7, []),
        ("vague", 5, 7, []),
        ("vague", 5, None, [">", "None", "o"]),
        ("vague", None, 5, ["<", "None", "o"]),
    ],
)
def test_open_ends_are_arrows(bound, low, high, marks):
    chart = interval_chart(frame(claim(bound, low, high, "five")), "")
    assert sorted(markers(chart)) == marks
    assert len(chart.axes[0].patches) == (bound in {"range", "vague"} and low is not None and high is not None)


@pytest.mark.parametrize(("unit", "most"), [("percent", 100), ("", 106.7)])
def test_about_stays_within_all_there_is(unit, most):
    chart = interval_chart(frame(claim("~", 97, 97, "almost 97 per cent", unit=unit)), "")
    assert max(chart.axes[0].lines[0].get_xdata()) == pytest.approx(most)


def test_key_explains_only_what_occurs():
    one, all_marks = set(texts(interval_chart(KILLED[:1], ""))), set(texts(interval_chart(KILLED, "")))
    key = {"outlet’s own voice", "hollow: hedged", "or more", "or less", "about (drawn ±10%)", "range"}
    assert key <= all_marks
    assert not key & one
    assert "said by a source" in one


def test_larger_claims_stand_higher_whatever_the_order():
    there, back = interval_chart(KILLED, "Killed"), interval_chart(KILLED[::-1], "Killed")
    assert there.svg() == back.svg()
    phrases = [text for text in texts(there) if text.startswith("“")]
    assert phrases[0] == "“about 50”"


def test_alternative_text():
    chart = interval_chart(IRAQ, 'Forces in "Iraq" & Syria')
    assert chart.alt == (
        'Interval chart: Forces in "Iraq" & Syria. 6 claims in 2 panels, from the lowest, “several hundred elite '
        "fighters” (Fox News), to the highest, “approximately 100,000 fighters” (Reuters)."
    )
    root = ET.fromstring(chart.svg())
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.alt)
    bundle = chart._repr_mimebundle_()
    assert set(bundle) == {"image/svg+xml", "image/png", "text/plain"}
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert set(chart._repr_mimebundle_(exclude=["image/png"])) == {"image/svg+xml", "text/plain"}
    assert chart._repr_mimebundle_(include=["text/plain"]) == {"text/plain": chart.alt}


DRAW = """
import sys
sys.path[:0] = [{library!r}, {tests!r}]
import test_charts
print("".join(test_charts.CHARTS[name]().svg() for name in ("iraq", "names", "heat 12")))
"""
HERE = {"tests": str(Path(__file__).parent), "library": str(Path(crossread.__file__).parents[1])}


def test_svg_is_the_same_in_another_process():
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", DRAW.format(**HERE)]
    run = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "".join(CHARTS[name]().svg() for name in ("iraq", "names", "heat 12")).strip()


def test_svg_is_the_same_in_a_notebook():
    setup = (
        "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.rcParams.update({'font.size': 20, 'axes.grid': True})"
    )
    cells = [setup + DRAW.format(**HERE), "test_charts.CHARTS['iraq']()"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(notebook, timeout=120).execute()
    [output] = notebook.cells[1].outputs
    assert output["data"]["image/svg+xml"] == CHARTS["iraq"]().svg()
    assert output["data"]["text/plain"] == CHARTS["iraq"]().alt


def test_users_settings_neither_matter_nor_change():
    expected = CHARTS["iraq"]().svg()
    with matplotlib.rc_context({"font.size": 20, "svg.fonttype": "path", "savefig.bbox": "tight"}):
        before = dict(matplotlib.rcParams)
        assert CHARTS["iraq"]().svg() == expected
        assert dict(matplotlib.rcParams) == before


def test_glyphs_that_the_font_lacks_pass_without_a_word(capfd):
    rows = frame(claim("=", 5, 5, "五 🎉 人", outlet="新聞 🎉", source="नेपाल"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = interval_chart(rows, "北京 🎉")
        assert chart.png()
        assert "“五 🎉 人”" in texts(chart)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "chart",
    [
        interval_chart(frame(), "Figures"),
        interval_chart(pd.DataFrame(), "Figures"),
        top_names_chart(ENTITIES[:0]),
        names_by_article_chart(pd.DataFrame()),
        names_by_article_chart(pd.DataFrame({"Reuters": []})),
    ],
)
def test_nothing_to_show(chart):
    assert isinstance(chart, Chart)
    assert any(re.fullmatch(r"Nothing to show\. [A-Z].+\.", text) for text in texts(chart))
    assert "Nothing to show. " in chart.alt


def test_top_names():
    shown = texts(top_names_chart(ENTITIES))
    assert {"People", "Organisations", "Places", "Other names", "10 of 12", "$A$ to $B$"} <= set(shown)
    assert {"40 in 4 articles", "1 in 1 article", "1,200 in 300 articles"} <= set(shown)
    assert "Person 2" in shown
    assert "Person 1" not in shown
    renamed = ENTITIES.rename(columns={"mentions": "mentions_unique"})
    assert texts(top_names_chart(renamed, "mentions_unique")) == shown


@pytest.mark.parametrize(
    ("columns", "numbers", "angles"),
    [(1, 1, {0}), (3, 3, {0}), (12, 12, {0, 50}), (13, 0, {0, 50}), (25, 0, {0, 90}), (60, 0, {0, 90})],
)
def test_names_by_article(columns, numbers, angles):
    chart = names_by_article_chart(counts(columns))
    shown = texts(chart)
    assert {"Qassem Soleimani", "$A$", *counts(columns).columns} <= set(shown)
    assert shown.count("77") == numbers + 1  # Once more in the key.
    assert {int(text.get_rotation()) for text in chart.texts} == angles
    assert chart.alt.endswith("most mentions: Qassem Soleimani in " + counts(columns).columns[0] + " (77).")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NaT, ""),
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


@given(st.text(max_size=80), st.floats(10, 400))
@settings(max_examples=100, deadline=None)
def test_fitted_text_fits(text, width):
    with chart_style():
        lines = [fit(clean(text), width), *wrap(clean(text), width)]
        assert all(text_width(line) <= width or len(line) <= 2 for line in lines)


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
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_claims_make_valid_svg(claims, title, note, axis):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = interval_chart(
            pd.DataFrame(claims, columns=list(DEFAULTS), dtype=object), title or "", note or "", axis or ""
        )
        assert ET.fromstring(chart.svg()).get("aria-label")


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "name": ANY_TEXT,
                "type": st.sampled_from(["PER", "ORG", "LOC", "MISC", "EVENT", None]),
                "mentions": ANY_NUMBER,
                "articles": st.integers(0, 10**6),
            }
        ),
        max_size=6,
    )
)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_names_make_valid_svg(rows):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        entities = pd.DataFrame(rows, columns=["name", "type", "mentions", "articles"], dtype=object)
        assert ET.fromstring(top_names_chart(entities).svg()).get("aria-label")
        names = pd.Index([row["name"] for row in rows], dtype=object)
        table = pd.DataFrame([[row["mentions"]] * len(rows) for row in rows], index=names, columns=names)
        assert ET.fromstring(names_by_article_chart(table).svg()).get("aria-label")
