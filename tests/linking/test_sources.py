"""The kind of a source, and how many origins figures have."""

import pytest

from crossread.linking.origins import count_origins
from crossread.linking.sources import classify_source
from crossread.loading import extract
from crossread.reading.articles import Article, Corpus
from crossread.tables import make_table

CLASSES = [
    ("a government spokesman", "official"),
    ("a spokesman for the rebels", "official"),
    ("UN officials in Aleppo", "official"),
    ("Iran", "official"),
    ("rebels", "armed group"),
    ("a rebel commander", "armed group"),
    ("Hezbollah", "armed group"),
    ("the Syrian Observatory for Human Rights", "monitor"),
    ("SOHR", "monitor"),
    ("local activists", "monitor"),
    ("a monitoring group", "monitor"),
    ("state media", "media"),
    ("The New York Times", "media"),
    ("an AFP correspondent", "media"),
    ("residents of the town", "witness"),
    ("a doctor at the hospital", "medical"),
    ("an informed source", "unnamed"),
    ("reports", "unnamed"),
    ("Angela Merkel", None),
    ("SANARA", None),
    ("", None),
]


@pytest.mark.parametrize(("source", "kind"), CLASSES, ids=[source for source, _ in CLASSES])
def test_classify_source(source, kind):
    assert classify_source(source) == kind


def origins_of(*texts):
    articles = tuple(Article(f"a{at}", text, outlet=f"Outlet {at}") for at, text in enumerate(texts))
    tables = extract(Corpus("c", articles, ()))
    return count_origins(tables.figures, tables.articles)


ORIGINS = [
    (["12 people died."], 1),
    (["12 people died.", "12 people died there."], 2),
    (["Reuters said 12 people died.", "According to Reuters, 12 people died."], 1),
    (["Reuters said 12 people died.", "State TV, citing Reuters, said 12 people died."], 1),
    (["Reuters said 12 people died.", "The BBC said 12 people died."], 2),
    (["Reuters said 12 people died.", "12 people died."], 2),
    (["A doctor said 12 people died.", "12 people died in the raid, a doctor said."], 2),  # perhaps not the same doctor
    (["Reuters said 12 people died.", "Iran denied that 12 people died."], 1),
    (["Iran denied that 12 people died."], 0),
    (["It rained."], 0),
]


@pytest.mark.parametrize(("texts", "count"), ORIGINS, ids=[" / ".join(texts) for texts, _ in ORIGINS])
def test_count_origins(texts, count):
    assert origins_of(*texts) == count


def test_long_and_short_name_of_one_source_are_one_origin():
    text = "The Syrian Observatory for Human Rights (SOHR) said 12 people died. SOHR said 12 people died."
    assert origins_of(text) == 1


def test_copies_of_one_article_have_one_origin():
    text = "A doctor said 12 people died. 30 tanks came."
    assert origins_of(text, text) == origins_of(text) == 2


def test_no_figures():
    assert count_origins(make_table("figures", []), make_table("articles", [])) == 0
