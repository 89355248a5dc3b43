import xml.etree.ElementTree as ET

import pandas as pd
import pytest

from crossread.reporting.charts import figures_by_article_chart


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
