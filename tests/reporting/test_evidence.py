"""Claims laid out for reading."""

import re

import pandas as pd
import pytest

from crossread.linking.compare import list_claims
from crossread.reporting.evidence import evidence_html, evidence_table, format_article, format_interval, table_html
from crossread.reporting.report import Report


@pytest.mark.parametrize(
    ("bound", "low", "high", "kind", "unit", "told"),
    [
        ("=", 25, 25, "count", "", "25"),
        ("~", 30000, 30000, "count", "", "about 30,000"),
        (">", 1000, None, "count", "", "over 1,000"),
        (">=", 25, None, "count", "", "25 or more"),
        ("<", None, 20, "count", "", "under 20"),
        ("<=", None, 40, "count", "", "40 or fewer"),
        ("vague", 200, 999, "count", "", "200 to 999 (vague)"),
        ("range", 18, 25, "share", "percent", "18 to 25 percent"),
        (">", 1e9, None, "money", "USD", "over USD 1,000,000,000"),
        ("=", 58.24, 58.24, "money", "USD per barrel", "USD per barrel 58.24"),
        ("~", 2, 2, "duration", "decade", "about 2 decades"),
        ("=", 1, 1, "duration", "year", "1 year"),
        ("=", 100, 100, "multiple", "times", "100 times"),
    ],
)
def test_an_interval_in_words(
    bound: str, low: float | None, high: float | None, kind: str, unit: str, told: str
) -> None:
    assert format_interval(bound, low, high, kind, unit) == told


@pytest.mark.parametrize(
    ("outlet", "published", "told"),
    [
        ("HotAir", pd.Timestamp(2014, 8, 18), "HotAir, 18 Aug 2014"),
        (pd.NA, pd.Timestamp(2014, 8, 1), "one, 1 Aug 2014"),
        ("HotAir", pd.NaT, "HotAir"),
        (pd.NA, pd.NaT, "one"),
    ],
)
def test_an_article_by_outlet_and_date(outlet: object, published: object, told: str) -> None:
    assert format_article(pd.Series({"article_id": "one", "outlet": outlet, "published": published})) == told


def test_every_claim_has_its_sentence(seeds_report: Report) -> None:
    claims = list_claims(seeds_report.tables.figures, seeds_report.tables.articles)
    evidence = evidence_table(claims)
    assert len(evidence) == len(claims)
    assert all(claim in sentence for claim, sentence in zip(evidence.claim, evidence.sentence, strict=True))
    assert evidence[evidence.claim == "approximately 100,000 fighters"].reading.item() == "about 100,000"


def test_no_claims_make_an_empty_table(seeds_report: Report) -> None:
    claims = list_claims(seeds_report.tables.figures.head(0), seeds_report.tables.articles)
    assert evidence_table(claims).empty
    assert evidence_html(claims, 5).count("<tr>") == 1


def test_each_claim_is_marked_as_its_figure(seeds_report: Report) -> None:
    claims = list_claims(seeds_report.tables.figures, seeds_report.tables.articles)
    markup = evidence_html(claims, len(claims)).replace("<span>$</span>", "$")
    marked = re.findall(r'<td><a data-figure="(.*?)">(.*?)</a></td>', markup)
    assert sorted(marked) == sorted(zip(claims.figure_id, claims.phrase, strict=True))
    assert [phrase for _, phrase in marked] == evidence_table(claims).claim.tolist()
    assert evidence_html(claims, 2).count("data-figure") == 2


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ({"claim": "25", "figure_id": "one:8"}, '<th scope="row"><a data-figure="one:8">25</a></th>'),
        ({"claim": "25", "figure_id": pd.NA}, '<th scope="row">25</th>'),
        ({"article_id": '"<b>'}, '<th scope="row"><a data-article="%22%3Cb%3E">&#34;&lt;b&gt;</a></th>'),
        (
            {"n": 1, "duplicate_of": "one", "words": 1200, "title": "<i>"},
            '<th scope="row">1</th>\n<td><a data-article="one">one</a></td>\n<td class="number">1,200</td>\n'
            "<td>&lt;i&gt;</td>",
        ),
        ({"n": "a", "duplicate_of": pd.NA, "claim": pd.NaT}, '<th scope="row">a</th>\n<td></td>\n<td></td>'),
    ],
)
def test_a_row_names_its_figure_and_articles(row: dict[str, object], cells: str) -> None:
    assert f"<tr>\n{cells}\n</tr>" in table_html(pd.DataFrame([row]))


def test_a_named_index_is_the_first_column() -> None:
    html = table_html(pd.DataFrame({"claim": ["25"]}, index=pd.Index(["forces"], name="about")))
    assert '<th scope="col">about</th><th scope="col">claim</th>' in html
    assert '<th scope="row">forces</th>' in html
