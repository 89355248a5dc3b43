"""Every chart as a picture: whatever changes how one looks is seen, and looked at, before it stands."""

import inspect

import pandas as pd
import pytest

from crossread.reporting import charts
from crossread.reporting.charts.chart import Chart

# A root mean square over shades from 0 to 255. Drawn twice on one machine, pictures are equal; elsewhere rounding may
# change an edge's shade. Marks half a point smaller make a difference of 1.5, hairlines that are missing one of 1.0.
TOLERANCE = 0.5

INDEX = pd.MultiIndex.from_tuples([("PER", "Haider al-Abadi"), ("PER", "Qassem Soleimani"), ("ORG", "IRGC")])


def interval():
    columns = ["panel", "outlet", "published", "source", "bound", "low", "high", "value", "phrase", "hedge", "stated"]
    rows = [
        ("killed", "SANA", "2016-10-03", "a medic", "=", 32, 32, 32, "32 people", None, 1),
        ("killed", "SANA", "2016-10-03", None, "~", 40, 40, 40, "about 40", None, 2),
        ("killed", "TASS", "2016-10-04", "the Observatory", ">=", 22, None, 22, "at least 22", "reportedly", 1),
        ("killed", "TASS", None, None, "<", None, 30, 30, "under 30", None, 1),
        ("injured", "Reuters", "2016-10-04", "medics", "vague", 24, 99, 60, "dozens", None, 1),
        ("injured", "Reuters", "2016-10-04", None, "range", 50, 55, 52, "50 to 55", None, 1),
    ]
    table = pd.DataFrame(rows, columns=columns).assign(article_id="one", unit="")
    return charts.interval_chart(table, "People: what each account claims", "Not compared: 1 of another day.")


def revisions():
    columns = ["published", "speaker", "bound", "low", "high", "hedge", "inferred"]
    rows = [
        ("2016-10-03", "Observatory", ">=", 20, None, None, False),
        ("2016-10-04", "Observatory", ">=", 22, None, None, False),
        ("2016-10-04", "Observatory", "=", 31, 31, None, False),
        ("2016-10-06", "Observatory", "=", 34, 34, None, False),
        ("2016-10-03", "Health Ministry", "=", 12, 12, None, False),
        ("2016-10-06", "Health Ministry", "~", 15, 15, None, False),
        ("2016-10-03", "medics", "=", 32, 32, None, False),
        ("2016-10-04", "SANA", "vague", 24, 99, None, False),
        ("2016-10-06", "a rebel group", "range", 40, 50, "reportedly", False),
        ("2017-01-02", "a court", "<", None, 60, None, True),
        (None, "a witness", "=", 80, 80, None, False),
    ]
    table = pd.DataFrame(rows, columns=columns)
    values = table.low.fillna(table.high)
    table = table.assign(origin=table.speaker, value=values, unit="", stated=1, outlet="Reuters", article_id="one")
    table = table.assign(source=table.speaker.mask(table.speaker == "SANA"), phrase=values.map("{:.0f} people".format))
    return charts.revisions_chart(table, "People, killed: who said what when")


def incident_rows():
    columns = ["event", "date", "date_precision", "place_name", "outcome", "counted", "unit", "low", "best", "high"]
    rows = [
        ("explosion", "2015-06-09", "day", "Homs", "killed", "people", "", 12, 30, 45),
        ("explosion", "2015-06-09", "day", "Homs", "injured", "people", "", 1, 4, 4_500),
        ("flood", "2015-07-01", "published", "Port Louis", "displaced", "families", "", 300, 300, 300),
        ("", None, "published", "", "killed", "", "", None, 2, None),
    ]
    told = pd.DataFrame(rows, columns=columns).astype({"date": "datetime64[s]", "low": "Float64", "high": "Float64"})
    return told.assign(sources=[4, 2, 1, 1], contested=[True, True, False, False], figure_ids=[["a:1"]] * 4)


def incidents():
    return charts.incidents_chart(incident_rows(), "Events: lowest, best and highest", "Not shown: 3 more.")


def timeline():
    return charts.timeline_chart(incident_rows(), "Events in the order of their dates", "Events without any date: 1.")


def figures_by_article():
    figures = pd.DataFrame({"article_id": ["one", "one", "two"], "source": pd.array(["a medic", None, None], "string")})
    return charts.figures_by_article_chart(figures, pd.DataFrame({"article_id": ["one", "two", "three"]}))


def names_by_outlet():
    rates = [[8.3, 0.0, 4.9], [5.0, 3.6, 0.0], [6.6, 5.4, 28.0]]
    return charts.names_by_outlet_chart(
        pd.DataFrame(rates, index=INDEX, columns=["HotAir (2)", "SANA", "Reuters (12)"])
    )


def names_over_time():
    periods = pd.period_range("2014-06", periods=5, freq="M")
    naming = pd.DataFrame([[1, 0, 0, 1, 2], [4, 1, 0, 2, 9], [0, 0, 0, 1, 1]], index=INDEX, columns=periods)
    return charts.names_over_time_chart(naming, pd.Series([4, 1, 0, 2, 9], periods))


def top_names():
    rows = [("PER", "Qassem Soleimani", 9, 4), ("PER", "Haider al-Abadi", 5, 5), ("LOC", "Khanaqin", 3, 1)]
    return charts.top_names_chart(pd.DataFrame(rows, columns=["type", "name", "mentions", "articles"]))


def pairs():
    rows = [("Iran", "Iraq", 12, 4, 3.5), ("Qassem Soleimani", "Quds Force", 5, 3, 0.4)]
    return charts.pairs_chart(pd.DataFrame(rows, columns=["first", "second", "sentences", "articles", "expected"]))


def wording():
    counts = pd.DataFrame(
        {"Islamic State": [9, 2, 0], "ISIS": [1, 7, 2], "Daesh": [0, 0, 8]}, ["HotAir", "TASS", "SANA"]
    )
    return charts.wording_chart(counts, "How each outlet names the Islamic State")


def cited():
    rows = [("Observatory", "Monitors and experts", 12, 5), ("“monitor”", "Monitors and experts", 3, 3)]
    return charts.cited_chart(pd.DataFrame(rows, columns=["speaker", "behind", "figures", "articles"]))


def source_shares():
    index = [("Officials", ""), ("Officials", "Health Ministry"), ("Media", ""), ("No source at all", "")]
    shares = pd.DataFrame(
        {"All (40)": [0.5, 0.25, 0.004, 0.496], "SANA (30)": [0.6, 0.3, 0, 0.4], "TASS (10)": [0.2, 0.1, 0.1, 0.7]},
        index=pd.MultiIndex.from_tuples(index, names=["behind", "speaker"]),
    )
    return charts.source_shares_chart(shares)


def reporting_practice():
    rows = [
        ("All", 4, 190, 90, 70, 4),
        ("Reuters", 1, 120, 70, 40, 3),
        ("SANA", 1, 60, 16, 24, 0),
        ("TASS", 1, 7, 4, 3, 1),
    ]
    columns = ["outlet", "outlets", "figures", "sourced", "bounded", "hedged"]
    return charts.reporting_practice_chart(pd.DataFrame([*rows, ("All others", 1, 3, 0, 3, 0)], columns=columns))


def house_effect():
    rows = [("Observatory", False, 1.5, "above")] * 4 + [("Observatory", False, 1.0, "neither")]
    rows += [("SANA", True, 0.4, "below"), ("SANA", True, 0.02, "below"), ("SANA", True, 1.1, "neither")]
    compared = pd.DataFrame(rows, columns=["origin", "own", "ratio", "verdict"])
    ranked = [("Observatory", False, 4, 0, 1, 1.5), ("SANA", True, 0, 2, 1, 0.4)]
    columns = ["origin", "own", "above", "below", "neither", "ratio"]
    ranked = pd.DataFrame(ranked, columns=columns)
    return charts.house_effect_chart(ranked.assign(speaker=ranked.origin), compared)


def unsourced():
    counts = pd.DataFrame({"sourced": [18, 2], "elsewhere": [4, 0], "none": [9, 5]}, index=["killed", "sums of money"])
    return charts.unsourced_chart(counts)


def nothing():
    return charts.unsourced_chart(pd.DataFrame(columns=["sourced", "elsewhere", "none"]))


PICTURES = (
    interval,
    revisions,
    incidents,
    timeline,
    figures_by_article,
    names_by_outlet,
    names_over_time,
    top_names,
    pairs,
    wording,
    cited,
    source_shares,
    reporting_practice,
    house_effect,
    unsourced,
    nothing,
)


@pytest.mark.mpl_image_compare(tolerance=TOLERANCE, style="default", savefig_kwargs={"dpi": 72})
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)
def test_chart(picture) -> Chart:
    return picture()


def test_every_chart_has_its_picture():
    drawn = {f"{picture.__name__}_chart" for picture in PICTURES}
    assert {name for name, made in inspect.getmembers(charts, inspect.isfunction) if name in charts.__all__} <= drawn
