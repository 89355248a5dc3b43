"""Claims laid out for reading."""

import pandas as pd
import pytest

from crossread.linking.compare import list_claims
from crossread.reporting.evidence import evidence_table, format_article, format_interval
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
