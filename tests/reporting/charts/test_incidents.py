"""The charts of events: what they say, and what leads where."""

import re

import pandas as pd
from tests.reporting.charts.test_pictures import incident_rows

from crossread.reporting import charts


def test_what_the_charts_say():
    assert charts.incidents_chart(incident_rows(), "Events").alt == (
        "Events. 4 events: explosion in Homs, people killed: 30 (12 to 45); explosion in Homs, people injured: 4 (1 to"
        " 4,500); flood in Port Louis, families displaced: 300; event not named, killed: 2"
    )
    assert charts.timeline_chart(incident_rows(), "Events").alt == (
        "Events. 9 Jun 2015: explosion in Homs, 30 (12 to 45) people killed; 9 Jun 2015: explosion in Homs, 4 (1 to"
        " 4,500) people injured; 1 Jul 2015?: flood in Port Louis, 300 families displaced"
    )


def test_a_vague_number_has_a_bar_and_no_best():
    rows = incident_rows().tail(2).assign(best=pd.array([None, 2], "Float64"), low=[24.0, 2.0], high=[99.0, 2.0])
    chart = charts.incidents_chart(rows, "Events")
    assert chart.alt.startswith("Events. 2 events: flood in Port Louis, families displaced: 24 to 99;")
    assert len(re.findall('<a data-figure="a:1">', chart.svg())) == 2


def test_numbers_lead_to_their_figures():
    drawings = [charts.incidents_chart(incident_rows(), "E").svg(), charts.timeline_chart(incident_rows(), "E").svg()]
    assert [len(re.findall('<a data-figure="a:1">', drawing)) for drawing in drawings] == [4, 3]


def test_nothing_to_show():
    none = incident_rows().head(0)
    undated = incident_rows().assign(date=pd.NaT)
    assert "Nothing to show. No account tells a number." in charts.incidents_chart(none, "Events").alt
    assert "Nothing to show. No event has a date." in charts.timeline_chart(undated, "Events").alt


def test_one_date():
    assert charts.timeline_chart(incident_rows().head(1), "Events").svg()
