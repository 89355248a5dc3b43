import pandas as pd
import pytest

from crossread.reporting.charts import pairs_chart

COLUMNS = ["first", "second", "sentences", "expected", "articles"]
LONG = "People’s Mojahedin Organization of Iran and all who are with it"


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (("Qassem Soleimani", "Quds Force", 3, 0.5, 3), "3 in 3 articles, 6× chance"),
        (("$A$", "<b>", 8, 4.3, 1), "8 in 1 article, 1.9× chance"),
        ((LONG, LONG, 1_200, 0.01, 1_100), "1,200 in 1,100 articles, 120,000× chance"),
        ((LONG, "x", 2, 1.9, 2), "2 in 2 articles, 1.1× chance"),
    ],
)
def test_pairs_stand_with_their_numbers(row, note, texts, assert_legible):
    chart = pairs_chart(pd.DataFrame([row, row], columns=COLUMNS))
    assert_legible(chart)
    shown = texts(chart)
    assert shown.count(note) == 2
    assert note in chart.alt


def test_a_short_name_leaves_its_room_to_the_other(texts):
    name = "National Council of Resistance of Iran"
    shown = texts(pairs_chart(pd.DataFrame([("Iraq", name, 5, 2.9, 3)], columns=COLUMNS)))
    assert f"Iraq – {name}" in shown


def test_no_pairs_are_told():
    assert "Nothing to show. No two names" in pairs_chart(pd.DataFrame(columns=COLUMNS)).alt
