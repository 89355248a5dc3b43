import itertools
import xml.etree.ElementTree as ET

import pytest

from crossread.reporting.charts.chart import chart_style

SVG_TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture(scope="session")
def texts():
    """What stands in a chart's SVG, a text each."""

    def read(chart):
        return ["".join(node.itertext()) for node in ET.fromstring(chart.svg()).iter(SVG_TEXT)]

    return read


@pytest.fixture(scope="session")
def assert_legible():
    """Texts neither overlap nor leave the chart."""
    return check_texts


def check_texts(chart):
    with chart_style():
        chart.draw_without_rendering()
        ticks = [text for axes in chart.axes for text in axes.get_xticklabels() if text.get_text()]
        shown = [text for text in chart.texts if text.get_text()]
        boxes = [(text.get_text(), text.get_window_extent()) for text in shown]
        bottom = chart.axes[-2].get_window_extent().y0 if ticks else 0
        boxes += [(t.get_text(), t.get_window_extent()) for t in ticks if t.get_window_extent().y0 < bottom]
        turned = {text.get_text() for text in shown if text.get_rotation()}
    assert boxes
    for text, box in boxes:
        assert box.x0 >= chart.bbox.x0, text
        assert box.x1 <= chart.bbox.x1, text
        assert box.y0 >= chart.bbox.y0, text
        assert box.y1 <= chart.bbox.y1, text
    upright = [(text, box) for text, box in boxes if text not in turned]
    for (one, a), (other, b) in itertools.combinations(upright, 2):
        # Lines may stand close: only their ascenders and descenders touch.
        apart = a.x1 <= b.x0 or b.x1 <= a.x0 or a.y1 - b.y0 < 3 or b.y1 - a.y0 < 3
        assert apart, (one, other)
