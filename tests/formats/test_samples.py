"""Sample exports of news databases, which lie beside the project, split into their articles with every field."""

# ruff: noqa: E501  markup and titles are easier to read in whole lines

from datetime import date
from pathlib import Path

import pytest

from crossread.reading.articles import Article, read_corpus

SAMPLES = Path(__file__).parents[3] / "shared" / "formats"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"no samples in {SAMPLES}")


def read(name: str) -> tuple[Article, ...]:
    corpus = read_corpus(SAMPLES / name)
    assert corpus.problems == ()
    return corpus.articles


def fields(article: Article) -> tuple[object, ...]:
    return article.title, article.outlet, article.published, article.author, article.section


def test_nexis_uni() -> None:
    articles = read("nexis-uni.docx")
    assert [article.published and article.published.day for article in articles] == [1, 2, 4, 3, 4, 2, 3, 3, 3, 2]
    assert {article.outlet for article in articles} == {"The Guardian(London)"}
    assert fields(articles[9]) == (
        "What is Wikipedia",
        "The Guardian(London)",
        date(2019, 7, 2),
        "Tom Kibasi",
        "OPINION; Version:1",
    )
    assert articles[6].language == "en"
    assert [article.author for article in articles][:3] == [
        "Mattha Busby (now), Andrew Sparrow (earlier)",
        "Andrew Sparrow",
        "Daniel Boffey in Brussels",
    ]
    # The length that each states is of the real article, but for the last ones, whose text is whole.
    assert [len(article.text[article.title_end :].split()) for article in articles][8] in range(436, 456)
    assert not any("End of Document" in article.text or "026035" in article.text for article in articles)


def test_classic_lexisnexis() -> None:
    articles = read("nexis-classic.txt")
    outlets = [
        "Guardian.com",
        "Guardian",
        "The Sun (England)",
        "The Times (London)",
        "The Times (London)",
        "The Times (London)",
    ]
    outlets += ["Guardian", "MAIL ON SUNDAY (London)", "Sunday Mirror", "DAILY MAIL (London)"]
    assert [article.outlet for article in articles] == outlets
    assert [article.published and article.published.day for article in articles] == [
        11,
        11,
        11,
        11,
        11,
        11,
        8,
        10,
        10,
        9,
    ]
    assert fields(articles[3])[3:] == ("Tom Coghlan", "NEWS; Pg. 3")
    assert articles[9].author is None
    title = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. Etiam lacinia elementum sapien?; eget aliquet ex finibus ut."
    assert articles[4].title == title
    assert [len(articles[n].text[articles[n].title_end :].split()) for n in (0, 8, 9)] == [355, 446, 2974]
    assert ("graphic", "Rupert Hamer") in [(part.reason, part.text[:12]) for part in articles[3].removed]
    assert not any("LOAD-DATE" in article.text or "Copyright" in article.text for article in articles)
    assert {article.language for article in articles} == {"en"}


def test_lexisnexis_page() -> None:
    one, two = read("lexisnexis.html")
    section = "Section 5; Part 2; Page 16; Column 2; National Desk"
    assert fields(one) == ("Heading One", "Some Newspaper", date(1991, 12, 19), "PAPER AUTHOR", section)
    assert one.text.endswith('Some more text.\n\n"Quotation" said somebody. More text, a highlight and end of paper.')
    assert (two.title, two.published) == ("First part; Second part", date(1993, 1, 28))
    assert ("correction", "Some correction.") in [(part.reason, part.text) for part in two.removed]


def test_factiva_page() -> None:
    one, two = read("factiva.html")
    assert fields(one) == ("Test 1", "Test newspaper", date(2011, 12, 29), None, None)
    assert one.text.split("\n\n")[1:] == [
        "First head paragraph, with a few non-ASCII characters: à la française.",
        "Second head paragraph.",
        "Third paragraph.",
        "Fourth and last paragraph.",
    ]
    assert fields(two) == ("Test 2", "Ouest France", date(2011, 12, 29), None, "Infolocale")
    assert (one.language, two.language) == ("fr", "fr")


def test_factiva_xml() -> None:
    articles = read("factiva.xml")
    assert [article.published for article in articles] == [date(2012, 1, 9), date(2012, 1, 6), date(2012, 5, 6)]
    assert [article.language for article in articles] == ["en", "fr", "en"]
    assert articles[0].text == (
        "TEST - first test article\n\nThis is the lead paragraph of the first test article.\n\n"
        "This is the body of the first test article."
    )


def test_europresse() -> None:
    articles = read("europresse.html")
    assert [fields(article) for article in articles] == [
        ("A heading: some text", "l'Humanité", date(2013, 10, 5), None, "Politique"),
        ("Another heading with colored text inside", "Mag", date(2012, 10, 3), "Second Author", None),
        ("Heading", "Magazine 1", date(2012, 10, 4), "Author Name", "Éditorial"),
    ]
    assert articles[0].text.endswith("éèêù. Continuation. More text, a sentence.\n\nTest.")
    assert articles[2].text == "Heading\n\nThis is a test: a test"


def test_all_together_keep_their_ids_apart() -> None:
    corpus = read_corpus(SAMPLES)
    assert corpus.problems == ()
    assert len({article.article_id for article in corpus.articles}) == 30
