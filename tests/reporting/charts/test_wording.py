import pandas as pd
import pytest

from crossread.reporting.charts import wording_chart


def table(outlets, forms):
    """So many outlets, the first form in all of their mentions but one of each other form."""
    data = {f"Form {form}": [10 if form == 0 else 1] * outlets for form in range(forms)}
    return pd.DataFrame(data, index=[f"Outlet {number}" for number in range(outlets)])


@pytest.mark.parametrize(
    ("forms", "colours"), [(2, ["Form 0", "Form 1"]), (5, ["Form 0", "Form 4"]), (8, ["Form 4", "other forms"])]
)
def test_forms_have_colours(forms, colours, texts, assert_legible):
    chart = wording_chart(table(3, forms), "How each outlet names it")
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
    chart = wording_chart(table(1, 8), "How each outlet names it")
    assert sum(bar.get_width() for bar in chart.axes[-1].patches) == pytest.approx(1)


def test_of_many_outlets_those_with_the_most_mentions_stand(texts):
    counts = table(40, 2)
    counts.iloc[7] = [50, 1]
    shown = texts(wording_chart(counts, "How each outlet names it"))
    assert sum(text.startswith("Outlet") for text in shown) == 25
    assert {"Outlet 7", "the 25 of 40 outlets with the most mentions"} <= set(shown)


@pytest.mark.parametrize("label", ["$5 to $7 & <b>", "x" * 300, "", "الجزيرة"])
def test_labels_are_legible(label, assert_legible):
    chart = wording_chart(table(2, 2).set_axis([label, "TASS"]).rename(columns={"Form 1": label}), label)
    assert_legible(chart)


def test_alternative_text_names_the_most_frequent():
    alt = wording_chart(table(2, 2), "How each outlet names it").alt
    assert alt.endswith("22 mentions by 2 outlets; the most frequent form overall: Form 0 (91%).")


@pytest.mark.parametrize("counts", [pd.DataFrame(), table(2, 2) * 0])
def test_nothing_is_told(counts):
    assert "Nothing to show. Fewer than two outlets" in wording_chart(counts, "How each outlet names it").alt
