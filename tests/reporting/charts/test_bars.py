"""Charts of bars: figures by article, sources cited, figures without a source, names, pairs, wordings."""

import xml.etree.ElementTree as ET

import pandas as pd
import pytest

from crossread.reporting.charts import (
    cited_chart,
    figures_by_article_chart,
    pairs_chart,
    top_names_chart,
    unsourced_chart,
    wording_chart,
)

LONG = "between 10 and one million people who had been living in the camps near the border since last year"
LONG_NAME = "Office for the Coordination of Humanitarian Affairs and all who are with it"


def tables(counts):
    """Figures and articles from {article: (with a source, without)}."""
    rows = [(a, s) for a, (w, o) in counts.items() for s in ["the army"] * w + [None] * o]
    figures = pd.DataFrame(rows, columns=["article_id", "source"]).astype("string")
    return figures, pd.DataFrame({"article_id": list(counts)}, dtype="string")


def test_articles_stand_with_their_totals_the_most_first(texts):
    shown = texts(figures_by_article_chart(*tables({"one": (1, 1), "two": (4, 3), "three": (0, 0)})))
    names = [text for text in shown if text in ("one", "two", "three")]
    assert names == ["two", "one", "three"]
    assert [text for text in shown if text.isdigit()] == ["7", "2", "0"]


def test_alternative_text_sums_up():
    chart = figures_by_article_chart(*tables({"one": (1, 1), "two": (4, 3)}))
    assert chart.alt.endswith("9 figures, 5 with a source; the most in two with 7.")


@pytest.mark.parametrize("counts", [{"one": (1, 0)}, {"$5bn to $7bn & <b>": (3, 12_345)}, {"x" * 300: (1, 2)}])
def test_labels_are_legible(assert_legible, counts):
    chart = figures_by_article_chart(*tables(counts))
    assert_legible(chart)
    ET.fromstring(chart.svg())


def test_of_many_articles_the_first_forty_stand(texts):
    shown = texts(figures_by_article_chart(*tables({f"a{n:02}": (n, 0) for n in range(60)})))
    assert sum(text.startswith("a") and text[1:].isdigit() for text in shown) == 40
    assert "the 40 of 60 articles with the most figures" in shown


def test_no_figures_are_told(texts):
    assert any("No figures were found" in text for text in texts(figures_by_article_chart(*tables({}))))


def cited(*rows):
    return pd.DataFrame(rows, columns=["speaker", "behind", "figures", "articles"])


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (("SANA", "Media", 3, 1), "3 in 1 article · media"),
        ((LONG_NAME, "Monitors and experts", 12_345, 2_345), "12,345 in 2,345 articles · monitors and experts"),
        (("$A$ <b>", "Officials", 1, 1), "1 in 1 article · officials"),
    ],
)
def test_a_source_stands_with_its_numbers(row, note, texts, assert_legible):
    chart = cited_chart(cited(row, row))
    assert_legible(chart)
    assert texts(chart).count(note) == 2
    assert note in chart.alt


def test_figures_without_a_source_are_counted(texts, assert_legible):
    counts = pd.DataFrame({"sourced": [8, 0], "elsewhere": [2, 0], "none": [1_500, 3]}, index=["killed", LONG_NAME])
    chart = unsourced_chart(counts)
    assert_legible(chart)
    assert {"1,500 of 1,510 without", "3 of 3 without"} <= set(texts(chart))
    assert "1,503 of 1,513 figures have no source at all" in chart.alt


@pytest.mark.parametrize(
    ("chart", "reason"),
    [
        (cited_chart(cited()), "No figure has a source."),
        (unsourced_chart(pd.DataFrame(columns=["sourced", "elsewhere", "none"])), "No figures were found."),
    ],
)
def test_no_sources_are_told(chart, reason):
    assert f"Nothing to show. {reason}" in chart.alt


ENTITIES = pd.DataFrame(
    {
        "name": [f"Person {i}" for i in range(12)] + ["Islamic Revolutionary Guard Corps", "$A$ to $B$", LONG],
        "type": ["PER"] * 12 + ["ORG", "LOC", "EVENT"],
        "mentions": [*range(1, 13), 40, 1, 1200],
        "articles": [1] * 12 + [4, 1, 300],
    }
)


def test_the_ten_most_mentioned_of_each_type(texts, assert_legible):
    chart = top_names_chart(ENTITIES)
    assert_legible(chart)
    shown = texts(chart)
    assert {"People: 10 of 12", "Organisations", "Places", "Other names", "$A$ to $B$"} <= set(shown)
    assert {"40 in 4 articles", "1 in 1 article", "1,200 in 300 articles"} <= set(shown)
    assert "Person 2" in shown
    assert "Person 1" not in shown


def test_a_bar_has_its_articles_in_it():
    chart = top_names_chart(ENTITIES[ENTITIES.type == "ORG"])
    axes = chart.axes[-1]
    assert [bar.get_width() for bar in axes.patches] == [4, 36]


def test_alternative_text_names_the_first_of_each_type():
    assert top_names_chart(ENTITIES[:13]).alt.endswith(
        "People: Person 11 (12 in 1 article); Organisations: Islamic Revolutionary Guard Corps (40 in 4 articles)."
    )


@pytest.mark.parametrize("mentions", [None, float("nan"), float("inf"), -3, "many"])
def test_numbers_that_are_none_count_as_zero(mentions, texts):
    entities = ENTITIES[:1].astype(object).assign(mentions=[mentions])
    assert "0 in 1 article" in texts(top_names_chart(entities))


def test_no_names_are_told():
    assert "Nothing to show. No names were found." in top_names_chart(ENTITIES[:0]).alt


PAIRS = ["first", "second", "sentences", "expected", "articles"]


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (("Qassem Soleimani", "Quds Force", 3, 0.5, 3), "3 in 3 articles, 6× chance"),
        (("$A$", "<b>", 8, 4.3, 1), "8 in 1 article, 1.9× chance"),
        ((LONG_NAME, LONG_NAME, 1_200, 0.01, 1_100), "1,200 in 1,100 articles, 120,000× chance"),
        ((LONG_NAME, "x", 2, 1.9, 2), "2 in 2 articles, 1.1× chance"),
    ],
)
def test_pairs_stand_with_their_numbers(row, note, texts, assert_legible):
    chart = pairs_chart(pd.DataFrame([row, row], columns=PAIRS))
    assert_legible(chart)
    shown = texts(chart)
    assert shown.count(note) == 2
    assert note in chart.alt


def test_a_short_name_leaves_its_room_to_the_other(texts):
    name = "National Council of Resistance of Iran"
    shown = texts(pairs_chart(pd.DataFrame([("Iraq", name, 5, 2.9, 3)], columns=PAIRS)))
    assert f"Iraq – {name}" in shown


def test_no_pairs_are_told():
    assert "Nothing to show. No two names" in pairs_chart(pd.DataFrame(columns=PAIRS)).alt


def wordings(outlets, forms):
    """So many outlets, the first form in all of their mentions but one of each other form."""
    data = {f"Form {form}": [10 if form == 0 else 1] * outlets for form in range(forms)}
    return pd.DataFrame(data, index=[f"Outlet {number}" for number in range(outlets)])


@pytest.mark.parametrize(
    ("forms", "colours"), [(2, ["Form 0", "Form 1"]), (5, ["Form 0", "Form 4"]), (8, ["Form 4", "other forms"])]
)
def test_forms_have_colours(forms, colours, texts, assert_legible):
    chart = wording_chart(wordings(3, forms), "How each outlet names it")
    assert_legible(chart)
    shown = texts(chart)
    assert set(colours) <= set(shown)
    assert "Form 5" not in shown
    assert shown.count(f"{9 + forms} mentions") == 3


def test_rare_forms_are_one(texts):
    counts = pd.DataFrame({"Daesh": [60, 30], "ISIS": [9, 40], "Daish": [1, 0], "Isis": [0, 1]}, index=["TRT", "SANA"])
    shown = texts(wording_chart(counts, "How each outlet names it"))
    assert shown[1:4] == ["Daesh", "ISIS", "other forms"]


def test_bars_add_up():
    chart = wording_chart(wordings(1, 8), "How each outlet names it")
    assert sum(bar.get_width() for bar in chart.axes[-1].patches) == pytest.approx(1)


def test_of_many_outlets_those_with_the_most_mentions_stand(texts):
    counts = wordings(40, 2)
    counts.iloc[7] = [50, 1]
    shown = texts(wording_chart(counts, "How each outlet names it"))
    assert sum(text.startswith("Outlet") for text in shown) == 25
    assert {"Outlet 7", "the 25 of 40 outlets with the most mentions"} <= set(shown)


@pytest.mark.parametrize("label", ["$5 to $7 & <b>", "x" * 300, "", "الجزيرة"])
def test_labels_of_wordings_are_legible(label, assert_legible):
    chart = wording_chart(wordings(2, 2).set_axis([label, "TASS"]).rename(columns={"Form 1": label}), label)
    assert_legible(chart)


def test_alternative_text_names_the_most_frequent():
    alt = wording_chart(wordings(2, 2), "How each outlet names it").alt
    assert alt.endswith("22 mentions by 2 outlets; the most frequent form overall: Form 0 (91%).")


@pytest.mark.parametrize("counts", [pd.DataFrame(), wordings(2, 2) * 0])
def test_no_wordings_are_told(counts):
    assert "Nothing to show. Fewer than two outlets" in wording_chart(counts, "How each outlet names it").alt
