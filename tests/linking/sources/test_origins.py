"""Who said a figure first, and how many independent origins figures have."""

import datetime

import pytest

from crossread.linking.compare import find_sides, list_claims, list_revisions
from crossread.linking.sources.origins import count_origins, find_origins
from crossread.loading import extract
from crossread.measuring.sourcing import name_sources
from crossread.reading.articles import Article, Corpus
from crossread.tables import make_table


def _tables(*texts):
    articles = tuple(Article(f"a{at}", text, outlet=f"Outlet {at}") for at, text in enumerate(texts))
    tables = extract(Corpus("c", articles, ()))
    return tables.figures, tables.articles


def origins_of(*texts):
    return count_origins(*_tables(*texts))


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
    (["The interior ministry said 12 people died.", "12 people died, the interior ministry said."], 1),
    (["A ministry official said 12 people died.", "12 people died, a ministry official said."], 2),
    (["A source at the police said 12 people died. Later the source said 3 tanks burned."], 1),
    (["A source at the police said 12 people died. Later the mayor said 3 tanks burned."], 2),
    (["CAIRO (Reuters) - 12 people died.", "Reuters said 12 people died."], 1),
    (["CAIRO (Reuters) - 12 people died.", "CAIRO (AP) - 12 people died."], 2),
    (["People in a street (Reuters). 12 people died.", "Reuters said 12 people died."], 2),
    (["Amnesty International director Kate Allen said 12 people died.", "Amnesty International said 12 died."], 1),
    (["Kate Allen, director of Amnesty International, said 12 people died. Allen said 3 tanks burned."], 1),
    (["Kate Allen, who heads Amnesty International, said 12 people died.", "Amnesty International said 12 died."], 1),
    (["Kate Allen said 12 people died.", "Amnesty International said 12 people died."], 2),
    (["A monitor said 12 people died. The Syrian Observatory for Human Rights said 3 tanks burned."], 1),
    (["The Syrian Observatory for Human Rights said 12 people died. A monitor said 3 tanks burned."], 2),
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


def test_a_description_is_the_source_whose_name_has_its_word():
    text = (
        "The Syrian Observatory for Human Rights works from Britain. Amnesty International said 12 people died. The "
        "observatory said 3 tanks burned."
    )
    origins = [origin.split()[-1] for origin in find_origins(*_tables(text))]
    assert origins == ["amnesty-international", "syrian-observatory-for-human-rights"]


ONE_SOURCE = [
    (
        "Amnesty International director Kate Allen said 12 people died in Homs.",
        "Amnesty International said 30 people died.",
    ),
    ("The interior ministry said 12 people died in Homs.", "The interior ministry said 30 people died in Homs."),
    ("HOMS (Reuters) - A bomb killed 12 people.", "Reuters said a bomb killed 30 people in Homs."),
]


@pytest.mark.parametrize("texts", ONE_SOURCE)
def test_revisions_sides_and_lists_of_sources_know_the_same_sources(texts):
    articles = tuple(
        Article(f"a{at}", text, outlet=f"Outlet {at}", story="s", published=datetime.date(2015, 6, 10 + at))
        for at, text in enumerate(texts)
    )
    tables = extract(Corpus("c", articles, ()))
    claims = list_claims(tables.figures, tables.articles)
    (origin,) = list_revisions(claims).origin
    assert set(name_sources(claims, tables.articles, tables.entities).origin) == {origin}
    assert set(name_sources(tables.figures, tables.articles, tables.entities).origin) == {origin}
    assert find_sides(claims).origins.tolist() == [1, 1]


def test_a_second_entity_of_a_name_is_the_same_source():
    rows = [{"figure_id": str(at), "article_id": "a", "source": "Reuters"} for at in range(2)]
    rows = [row | {"source_entity": entity} for row, entity in zip(rows, ("reuters", "reuters-2"), strict=True)]
    articles = make_table("articles", [{"article_id": "a", "text": ""}])
    assert set(find_origins(make_table("figures", rows), articles)) == {"entity reuters"}
