"""What is guessed of files that say nothing of themselves, and the manifest that is written from it."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from crossread.reading.articles import CorpusError, read_corpus
from crossread.reading.drafts import Article
from crossread.reading.guesses import guess_all
from crossread.reading.proposal import write_proposal


def guessed(article: Article) -> dict[str, tuple[object, str]]:
    return {key: (guess.value, guess.reason) for key, guess in guess_all([article])[0].items()}


@pytest.mark.parametrize(
    ("path", "url", "text", "expected"),
    [
        ("2024-05-14/a.txt", None, "It rained.", {"published": (date(2024, 5, 14), "the folder's name")}),
        ("2024/05/14/a.txt", None, "It rained.", {"published": (date(2024, 5, 14), "the folder's name")}),
        ("20240514_a.txt", None, "It rained.", {"published": (date(2024, 5, 14), "the file's name")}),
        ("1d0820240514cd.txt", None, "It rained.", {}),
        ("20249999.txt", None, "It rained.", {}),
        ("bbc/a.txt", None, "It rained.", {"outlet": ("BBC News", "the name of folder or file")}),
        (
            "a.html",
            "https://www.nytimes.com/2019/nov/18/business/a.html",
            "It rained.",
            {"outlet": ("The New York Times", "the link"), "published": (date(2019, 11, 18), "the link")},
        ),
        ("a.html", "https://news.example.org/a", "It rained.", {"outlet": ("news.example.org", "the link")}),
        (
            "a.txt",
            None,
            "Rain\n\nLONDON, May 14, 2024 (Reuters) - It rained.",
            {"outlet": ("Reuters", "the dateline"), "published": (date(2024, 5, 14), "the dateline")},
        ),
        ("a.txt", None, "Rain\n\nLONDON, May 14 (Reuters) - It rained.", {"outlet": ("Reuters", "the dateline")}),
        ("a.txt", None, "QUITO, 9 JUL 91 (DPA) -- IT RAINED.", {"published": (date(1991, 7, 9), "the dateline")}),
        (
            "a.txt",
            None,
            "QUITO (ECUADOR), 9 Jul 04 -- It rained.",
            {"published": (date(2004, 7, 9), "the dateline")},
        ),
        ("a.txt", None, "QUITO, 39 JUL 91 (DPA) -- IT RAINED.", {}),
        ("a.txt", None, "QUITO, 9 MEN 91 (DPA) -- IT RAINED.", {}),
        ("a.txt", None, "Rain\n\n14 May 2024\n\nIt rained.", {"published": (date(2024, 5, 14), "a line of the text")}),
        ("a.txt", None, "Rain\n\nOn 14 May 2024 it rained in the north and in the south.", {}),
    ],
)
def test_guess(path, url, text, expected):
    assert guessed(Article("a", text, title="Rain", path=path, url=url)) == expected


def test_of_records_only_the_day_of_a_dateline_is_guessed(tmp_path):
    text = "QUITO, 9 JUL 91 (DPA) -- IT RAINED."
    records = [{"id": "a", "text": text}, {"id": "b", "text": text, "published": "1991-07-10"}]
    lines = [json.dumps(record) for record in (*records, {"id": "c", "text": "It rained in the north."})]
    (tmp_path / "2024-05-14.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = {article.article_id: article for article in read_corpus(tmp_path).articles}
    assert [found[key].published for key in "abc"] == [date(1991, 7, 9), date(1991, 7, 10), None]
    assert [found[key].inferred for key in "abc"] == [("published",), (), ()]


def test_what_is_stated_is_not_guessed():
    article = Article("a", "x", path="2024-05-14/bbc/a.txt", published=date(2020, 1, 1), outlet="Wire", story="s")
    assert guessed(article) == {}


def write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Rain in {name}\n\nIt rained on three people.", encoding="utf-8")
    return folder


def test_folders_of_several_files_are_stories(tmp_path):
    corpus = read_corpus(write(tmp_path, "flood/a.txt", "flood/b.txt", "fire/c.txt", "bbc/d.txt", "2024-05-14/e.txt"))
    assert {article.article_id: article.story for article in corpus.articles} == {
        **dict.fromkeys("ab", "flood"),
        **dict.fromkeys("cde"),
    }
    assert corpus.guesses == (
        "outlet of 1 (the name of folder or file), published of 1 (the folder's name), story of 2 (the folder's name)"
    )
    assert corpus.articles[-1].inferred == ("story",)


def test_one_folder_of_all_is_no_story(tmp_path):
    assert {article.story for article in read_corpus(write(tmp_path, "x/a.txt", "x/b.txt")).articles} == {None}


def test_with_a_manifest_nothing_is_guessed(tmp_path):
    folder = write(tmp_path, "2024-05-14/a.txt")
    (folder / "corpus.toml").write_text("", encoding="utf-8")
    corpus = read_corpus(folder)
    assert (corpus.articles[0].published, corpus.guesses) == (None, "")


def test_proposal_gives_the_same_corpus(tmp_path):
    folder = write(tmp_path, "2024-05-14/a.txt", "flood/b.txt", 'flood/c "quoted".txt', "wire/d.pages")
    (folder / "w.jsonl").write_text('{"text": "One."}\n{"text": "Two."}', encoding="utf-8")
    before = read_corpus(folder)
    path, corpus = write_proposal(folder, {})
    text = path.read_text(encoding="utf-8")
    assert len(corpus.articles) == 5
    assert "published = 2024-05-14  # guess, from the folder's name: confirm\n" in text
    assert '# w.jsonl: 2 articles; name one by its id, such as "w:1"\n' in text
    assert "# Not read: wire/d.pages: no reader for .pages files" in text
    assert len(tomllib.loads(text)["article"]) == 3
    after = read_corpus(folder)
    assert after.guesses == ""
    assert after.articles == before.articles
    with pytest.raises(CorpusError, match="exists already"):
        write_proposal(folder, {})
