"""Articles to rows."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article
from crossread.reading.conventions import Conventions
from crossread.tables import COLUMNS

TITLE = "12 killed in Baghdad blast"
TEXT = f"{TITLE}\n\nAt least 12 people, including 3 children, were killed in Baghdad, Reuters said."


@pytest.fixture
def found():
    return extract_articles([Article("blast", TEXT, title=TITLE)])


def test_rows_have_columns_of_the_tables(found):
    linked = {"source_entity", "actor", "place", "source_class", "source_body", "region"}
    assert all(set(row) == set(COLUMNS["figures"]) - linked for row in found.figures)
    assert all(set(row) == set(COLUMNS["mentions"]) - {"entity_id"} for row in found.mentions)
    assert found.quotes
    assert all(set(row) == set(COLUMNS["quotes"]) for row in found.quotes)


def test_figures(found):
    columns = ("figure_id", "article_id", "phrase", "part_of", "in_title", "source")
    first = f"blast:{TEXT.index('12 people')}"
    third = f"blast:{TEXT.index('3 children')}"
    assert [tuple(row[column] for column in columns) for row in found.figures] == [
        ("blast:0", "blast", "12", None, True, None),
        (first, "blast", "At least 12 people", None, False, "Reuters"),
        (third, "blast", "3 children", first, False, "Reuters"),
    ]


def test_mentions(found):
    assert [(row["text"], row["type"], TEXT[row["start"] : row["end"]]) for row in found.mentions] == [
        ("Baghdad", "LOC", "Baghdad"),
        ("Baghdad", "LOC", "Baghdad"),
        ("Reuters", "ORG", "Reuters"),
    ]


def test_sentence_is_the_evidence(found):
    row = found.figures[1]
    assert TEXT[row["sentence_start"] : row["sentence_end"]] == TEXT.removeprefix(f"{TITLE}\n\n")


def test_foreign_articles_are_left_out():
    german = Article("b", "In Bagdad starben 12 Menschen.", language="de")
    assert extract_articles([german]) == extract_articles([])


def test_articles_keep_their_order():
    articles = [Article(name, "In Baghdad 12 people died.") for name in ("z", "a", "m")]
    found = extract_articles(articles)
    assert [row["article_id"] for row in found.figures] == ["z", "a", "m"]
    assert [row["article_id"] for row in found.mentions] == ["z", "a", "m"]


def test_an_article_is_read_alone():
    one, other = Article("a", TEXT), Article("b", "12 people came to Tehran.")
    together = extract_articles([one, other])
    apart = [extract_articles([one]), extract_articles([other])]
    assert together.figures == apart[0].figures + apart[1].figures
    assert together.mentions == apart[0].mentions + apart[1].mentions


def test_progress_is_told_of_each_article():
    seen = []

    def progress(articles):
        for article in articles:
            seen.append(article.article_id)
            yield article

    extract_articles([Article("a", TEXT), Article("b", TEXT, language="fr")], progress)
    assert seen == ["a", "b"]


def test_no_articles():
    found = extract_articles([])
    assert found.figures == []
    assert found.mentions == []


CLASSES = [
    ("Some 300 recruiters came.", {"recruiter": "forces"}, "forces"),
    ("Some 300 dinghies came.", {"dinghy": "vehicles"}, "vehicles"),
    ("Some 300 dinghies came.", {"dinghies": "vehicles"}, "vehicles"),
    ("Some 300 guards came.", {"guard": "civilians"}, "civilians"),
    ("Some 300 guards came.", {"basij": "forces"}, "forces"),
    ("They spent $300 on guards.", {"guard": "civilians"}, "money"),
]


@pytest.mark.parametrize(("text", "classes", "expected"), CLASSES)
def test_a_corpus_has_its_own_classes(text, classes, expected):
    (figure,) = extract_articles([Article("a", text)], conventions=Conventions(classes=classes)).figures
    assert figure["counted_class"] == expected


VAGUE = [
    ("Dozens of people died.", "vague", 12, 120),
    ("Several dozen people died.", "vague", 36, 99),
    ("A dozen people died.", "=", 12, 12),
    ("Hundreds of people died.", "vague", 200, 999),
]


@pytest.mark.parametrize(("text", "bound", "low", "high"), VAGUE)
def test_a_corpus_reads_vague_words_its_own_way(text, bound, low, high):
    (figure,) = extract_articles([Article("a", text)], conventions=Conventions(vague={"dozens": (12, 120)})).figures
    assert (figure["bound"], figure["low"], figure["high"]) == (bound, low, high)
