import base64
import re
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib
import nbclient
import nbformat
import pytest

import crossread
from crossread.reporting.charts.chart import Chart, chart_style, nothing_to_show

# Run here and in a notebook: all that an SVG may refer to within itself is in these three.
DRAW = """
import pandas as pd
from crossread.reporting.charts.intervals import interval_chart
from crossread.reporting.charts import names_by_outlet_chart, pairs_chart, top_names_chart

claim = {"panel": "", "article_id": "a1", "outlet": "Reuters", "published": None, "source": "police", "unit": "",
         "phrase": 'say <g id="q"> url(#p) href="#z"', "hedge": None, "stated": 1}
bounds = [("=", 16, 16), (">", 16, None), ("<", None, 20), ("~", 50, 50), ("range", 18, 25), ("vague", 200, 999)]
claims = [claim | {"bound": bound, "low": low, "high": high, "value": low or high} for bound, low, high in bounds]
names = pd.DataFrame({"name": ["A", "B"], "type": ["PER", "LOC"], "mentions": [3, 1], "articles": [2, 1]})
CHARTS = [
    interval_chart(pd.DataFrame(claims), "Who was killed"),
    interval_chart(pd.DataFrame(claims), "Who was wounded"),
    interval_chart(pd.DataFrame(claims[:2]), "Who was killed"),
    top_names_chart(names),
    names_by_outlet_chart(pd.DataFrame({"Reuters": [3, 0]}, index=names.set_index(["type", "name"]).index)),
    pairs_chart(pd.DataFrame([{"first": "A", "second": "B", "sentences": 2, "expected": 0.5, "articles": 1}])),
]
"""
REFERENCE = re.compile(r"url\(#([^)]*)\)|^#(.*)")


def draw():
    drawn = {}
    exec(DRAW, drawn)
    return drawn["CHARTS"]


@pytest.fixture(scope="module")
def drawings():
    return [chart.svg() for chart in draw()]


def ids(drawing):
    return [node.get("id") for node in ET.fromstring(drawing).iter() if node.get("id")]


def references(drawing):
    attributes = [item for node in ET.fromstring(drawing).iter() for item in node.attrib.items()]
    values = [value for name, value in attributes if name != "aria-label"]
    return [match[1] or match[2] for value in values for match in REFERENCE.finditer(value)]


def test_no_two_charts_share_an_id(drawings):
    found = [name for drawing in drawings for name in ids(drawing)]
    assert len(found) == len(set(found))
    assert all(ids(drawing) for drawing in drawings)


def test_references_resolve_within_their_own_chart_and_no_id_is_idle(drawings):
    assert all(set(references(drawing)) == set(ids(drawing)) for drawing in drawings)
    assert len(references(drawings[0])) > 10
    kinds = {name for drawing in drawings for name in re.findall(r'([\w:-]+)="(?:url\()?#', drawing)}
    assert {"clip-path", "xlink:href"} <= kinds


def test_words_that_look_like_an_id_stay_as_they_are(texts):
    assert '“say <g id="q"> url(#p) href="#z"”' in texts(draw()[0])


def test_svg_is_the_same_each_time(drawings):
    [chart, *_] = draw()
    assert [chart.svg(), chart.svg()] == [drawings[0]] * 2


def test_svg_is_the_same_in_a_notebook_of_another_process(drawings):
    library = str(Path(crossread.__file__).parents[1])
    setup = f"import sys\nsys.path.insert(0, {library!r})\n%matplotlib inline\nimport matplotlib.pyplot as plt\n"
    setup += "plt.rcParams.update({'font.size': 20, 'axes.grid': True})\n"
    sources = [setup + DRAW, "for chart in CHARTS:\n    print(chart.svg(), end='\\f')", "CHARTS[0]"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONHASHSEED", "7")
        nbclient.NotebookClient(notebook, timeout=120).execute()
    # What a process prints may arrive in pieces.
    printed, [shown] = notebook.cells[1].outputs, notebook.cells[2].outputs
    assert "".join(piece["text"] for piece in printed) == "".join(f"{drawing}\f" for drawing in drawings)
    assert shown["data"]["image/svg+xml"] == drawings[0]
    assert shown["data"]["text/plain"] == draw()[0].alt


def test_users_settings_neither_matter_nor_change(drawings):
    with matplotlib.rc_context({"font.size": 20, "svg.fonttype": "path", "savefig.bbox": "tight"}):
        before = dict(matplotlib.rcParams)
        assert draw()[0].svg() == drawings[0]
        assert dict(matplotlib.rcParams) == before


def test_alternative_text():
    chart = Chart('Forces in "Iraq" &\n Syria', 40)
    assert chart.alt == 'Forces in "Iraq" & Syria'
    root = ET.fromstring(chart.svg())
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.alt)


def test_notebooks_get_svg_png_and_text():
    chart = Chart("What it says", 40)
    bundle = chart._repr_mimebundle_()
    assert bundle["image/svg+xml"] == chart.svg()
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert set(chart._repr_mimebundle_(exclude=["image/png"])) == {"image/svg+xml", "text/plain"}
    assert chart._repr_mimebundle_(include=["text/plain"]) == {"text/plain": "What it says"}


def test_glyphs_that_the_font_lacks_pass_without_a_word(capfd, texts):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = nothing_to_show("北京 🎉", "五 🎉 人 नेपाल.")
        assert chart.png()
        assert texts(chart) == ["北京 🎉", "Nothing to show. 五 🎉 人 नेपाल."]
    assert capfd.readouterr() == ("", "")


def test_dollars_stay_dollars(texts):
    with chart_style():
        chart = Chart("", 40)
        chart.write(0, 20, "$x^2$ and a_{1}")
    assert texts(chart) == ["$x^2$ and a_{1}"]


def test_panels_count_points_downwards():
    chart = Chart("", 100)
    axes = chart.add_panel(10, 20, 200, 30)
    assert axes.get_ylim() == (30, 0)
    box = axes.get_position()
    assert (box.x0 * chart.width, (1 - box.y1) * 100, box.height * 100) == pytest.approx((10, 20, 30))
