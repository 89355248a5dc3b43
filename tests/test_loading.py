"""From a folder of articles, or of tables, to the tables."""

import json

import pandas as pd
import pytest

import crossread
from crossread import CorpusError, TablesError, extract, load, read_corpus, write_tables

SHORT = "In Baghdad a blast killed 12 people, Reuters said. The town of Samarra was quiet that day."
OTHER = "The dam near Mosul holds back a lake, and engineers went there to look after its old walls."


@pytest.fixture
def corpus(tmp_path):
    records = [
        {"id": "blast", "text": SHORT, "title": "A blast", "published": "2016-05-01"},
        {"id": "dam", "text": OTHER, "published": "2016-05-01"},
        {"id": "copy", "text": SHORT, "published": "2016-05-01"},
        {"id": "german", "text": "In Bagdad starben 12 Menschen.", "language": "de"},
        {"id": "empty", "text": " "},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records) + "{broken\n", encoding="utf-8")
    return path


@pytest.fixture
def tables(corpus):
    return load(corpus)


def test_public_names():
    assert all(hasattr(crossread, name) for name in crossread.__all__)


def test_articles(tables):
    assert list(tables.articles.article_id) == ["blast", "dam", "copy", "german"]
    assert list(tables.articles.words) == [17, 18, 17, 5]
    assert list(tables.articles.text[:1]) == [SHORT]


def test_articles_keep_the_files_word(tables):
    blast = tables.articles.iloc[0]
    assert (blast.title, blast.published, blast.language) == ("A blast", pd.Timestamp("2016-05-01"), "en")


def test_copies_share_a_story(tables):
    articles = tables.articles.set_index("article_id")
    assert articles.story["copy"] == articles.story["blast"] != articles.story["dam"]
    assert articles.duplicate_of.dropna().to_dict() in ({"copy": "blast"}, {"blast": "copy"})
    assert articles.story.notna().all()


def test_what_is_not_english_is_kept_but_not_analysed(tables):
    assert "german" in set(tables.articles.article_id)
    assert "german" not in set(tables.figures.article_id) | set(tables.mentions.article_id)


def test_figures_have_their_roles(tables):
    row = tables.figures[tables.figures.article_id == "blast"].iloc[0]
    assert (row.phrase, row.source_entity, row.place) == ("12 people", "reuters", "baghdad")


def test_keys_meet(tables):
    articles, entities = set(tables.articles.article_id), set(tables.entities.entity_id)
    figures = tables.figures
    assert set(figures.article_id) | set(tables.mentions.article_id) <= articles
    assert set(tables.mentions.entity_id) == entities
    assert {*figures.source_entity.dropna(), *figures.actor.dropna(), *figures.place.dropna()} <= entities
    assert set(figures.part_of.dropna()) <= set(figures.figure_id)
    assert figures.figure_id.is_unique


def test_problems_have_their_lines(tables):
    assert list(tables.problems.path) == ["news.jsonl", "news.jsonl"]
    assert list(tables.problems.line) == [5, 6]


def test_loading_twice_is_the_same(corpus, tables):
    again = load(str(corpus))
    for name, frame in tables.frames().items():
        pd.testing.assert_frame_equal(frame, again.frames()[name])


def test_corrections_beside_the_file_reach_figures(corpus):
    text = """
[[rename]]
name = "Reuters"
to = "Reuters news agency"
[[drop]]
name = "Baghdad"
articles = ["copy"]
[[rename]]
name = "Basra"
to = "Al-Basrah"
"""
    (corpus.parent / "corrections.toml").write_text(text, encoding="utf-8")
    tables = load(corpus)
    figures = tables.figures.set_index("article_id")
    assert figures.source_entity["blast"] == figures.source_entity["copy"] == "reuters-news-agency"
    assert figures.place["blast"] == "baghdad"
    assert pd.isna(figures.place["copy"])
    assert list(zip(tables.corrections.what, tables.corrections.mentions, strict=True)) == [
        ("Baghdad in copy", 1),
        ("Reuters to Reuters news agency", 2),
        ("Basra to Al-Basrah", 0),
    ]


def test_variants_follow_corrections(corpus):
    text = '[[merge]]\nnames = ["Reuters", "Baghdad"]\n'
    (corpus.parent / "corrections.toml").write_text(text, encoding="utf-8")
    tables = load(corpus)
    forms = tables.variants[tables.variants.entity_id == "reuters"].set_index("form").reason
    assert set(forms.index) == {"Reuters", "Baghdad"}
    assert forms["Baghdad"] == "corrections.toml"
    assert forms["Reuters"] != "corrections.toml"
    assert tables.variants.mentions.sum() == len(tables.mentions)


def test_corrections_that_are_not_understood_stop_before_the_work(corpus):
    (corpus.parent / "corrections.toml").write_text("[[drop]]\nname = 1.5", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"corrections\.toml.*1\.5 is not a text"):
        extract(read_corpus(corpus), lambda _: pytest.fail("an article was read"))


def test_folder_of_tables_is_opened(tables, tmp_path):
    write_tables(tables, tmp_path / "tables")
    opened = load(tmp_path / "tables")
    assert opened.title == tables.title
    pd.testing.assert_frame_equal(opened.figures, tables.figures)


def test_folder_of_tables_is_not_extracted_anew(tables, tmp_path):
    write_tables(tables, tmp_path / "tables")
    tables.figures.assign(counted="marked").to_parquet(tmp_path / "tables" / "figures.parquet")
    assert set(load(tmp_path / "tables").figures.counted) == {"marked"}


def test_folder_of_tables_with_a_gap(tables, tmp_path):
    write_tables(tables, tmp_path / "tables")
    (tmp_path / "tables" / "entities.parquet").unlink()
    with pytest.raises(TablesError, match=r"entities\.parquet"):
        load(tmp_path / "tables")


def test_no_such_folder(tmp_path):
    with pytest.raises(CorpusError, match="no such file or folder"):
        load(tmp_path / "absent")


def test_empty_folder(tmp_path):
    with pytest.raises(CorpusError, match="no articles"):
        load(tmp_path)


def test_progress_sees_each_article(corpus):
    seen = []

    def progress(articles):
        for article in articles:
            seen.append(article.article_id)
            yield article

    extract(read_corpus(corpus), progress)
    assert seen == ["blast", "dam", "copy", "german"]
