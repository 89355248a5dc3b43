"""A folder or a file to a corpus: readers, the manifest, and what cannot be read."""

import io
import json
import os
import tempfile
import zipfile
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking.corrections import read_corrections
from crossread.loading import extract
from crossread.reading import articles
from crossread.reading.articles import Article, CorpusError, Problem, read_corpus
from crossread.reading.comparisons import Comparison
from crossread.reading.files import BESIDE_PAGE, HIDDEN, LEADS_OUT, MAX_FOLDERS, SETTINGS, TOO_LONG, WRITTEN
from crossread.reading.formats import list_endings

TITLE = "Ferry runs aground off Northport"
PAGE = "<html><body><article><h1>Ferry</h1><p>A ferry ran aground off the pier on Monday.</p></article></body></html>"
LEAD = "A ferry with 140 people on board ran aground on Monday."


@pytest.fixture
def write(tmp_path):
    """Write files by name, and return their folder."""

    def write_files(**files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return lambda files: write_files(**files)


def test_folder(write):
    corpus = read_corpus(
        write(
            {
                "b.TXT": f"{TITLE}\n\n{LEAD}\n\nShare this",
                "a/wire.jsonl": '{"id": "7", "title": "Rain", "text": "Rain\\n\\nIt rained."}\n',
                ".DS_Store": "x",
                "._b.TXT": "x",
                "corpus.toml": 'title = "Two accounts"',
                "corrections.toml": "x",
            }
        )
    )
    assert corpus.title == "Two accounts"
    assert corpus.problems == ()
    record, page = corpus.articles
    assert record == Article("7", "Rain\n\nIt rained.", title="Rain", path="a/wire.jsonl")
    assert (page.article_id, page.text, page.title, page.path) == ("b", f"{TITLE}\n\n{LEAD}", TITLE, "b.TXT")
    assert [(item.reason, item.text, item.paragraph) for item in page.removed] == [("sharing line", "Share this", 2)]
    assert (page.language, page.published, page.story) == ("en", None, None)
    with pytest.raises(FrozenInstanceError):
        page.text = ""


def test_one_file(write):
    corpus = read_corpus(str(write({"ferry.txt": LEAD}) / "ferry.txt"))
    assert corpus.title == "ferry"
    assert corpus.articles == (Article("ferry", LEAD, path="ferry.txt"),)


def test_where_the_articles_are_and_how_to_find_names(write):
    folder = write({"corpus.toml": 'names = "spacy:en_core_web_sm"', "ferry.txt": LEAD})
    corpus = read_corpus(folder)
    assert (corpus.folder, corpus.names) == (folder, "spacy:en_core_web_sm")
    one = read_corpus(folder / "ferry.txt")
    assert (one.folder, one.names) == (folder, None)


def test_title_of_the_folder(write, monkeypatch):
    folder = write({"north.2020/ferry.txt": LEAD}) / "north.2020"
    assert read_corpus(folder).title == "north.2020"
    monkeypatch.chdir(folder)
    assert read_corpus(".").title == "north.2020"


@pytest.mark.parametrize(
    ("title", "text", "end"),
    [
        ("Rain", "Rain\n\nIt rained.", 4),
        ("Rain", "Rain", 4),
        ("Rain", "Rainy days are over.", 0),
        ("Rain", "It rained.", 0),
        (None, "It rained.", 0),
        ("", "It rained.", 0),
    ],
)
def test_title_end(title, text, end):
    assert Article("a", text, title=title).title_end == end


def test_words():
    assert Article("a", "At least\n\n1,000  people").words == 4


def test_problems_leave_the_rest_standing(write):
    folder = write(
        {
            "a.txt": LEAD,
            "b.pages": "x",
            "c": "x",
            "d.txt": "",
            "e.txt": "***\n\nShare this",
            "f.txt": b"caf\0",
            "g.jsonl": '{"id": "a", "text": "It rained."}\n{"id": "g", "text": " "}\n{"id": "h", "text": "x"}',
            "sub/a.txt": LEAD,
        }
    )
    (folder / "i.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "j.txt")
    progress = []
    corpus = read_corpus(folder, lambda files: progress.extend(files) or files)
    assert [article.article_id for article in corpus.articles] == ["a", "h", "sub/a"]
    assert len(progress) == 10
    assert corpus.problems == (
        Problem("b.pages", None, "no reader for .pages files: export it as PDF, DOCX or text"),
        Problem("c", None, "no reader for files without an ending: give it the ending of what it is, such as .txt"),
        Problem("d.txt", None, "empty article: it has no words"),
        Problem("e.txt", None, "empty article: all 2 paragraphs are page furniture"),
        Problem("f.txt", None, "not text: a NUL byte at 3"),
        Problem("g.jsonl", 1, "repeated id 'a', kept from a.txt; give it another id in corpus.toml"),
        Problem("g.jsonl", 2, "empty article: it has no words"),
        Problem("i.txt", None, "a link that leads nowhere"),
        Problem("j.txt", None, "not a regular file"),
    )


def test_file_without_permission(write, monkeypatch):
    folder = write({"a.txt": LEAD, "b.txt": LEAD})
    open_file = Path.open

    def refuse(path, *arguments, **options):  # the tests may run as root, whom no permission stops
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return open_file(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    assert read_corpus(folder).problems == (Problem("b.txt", None, "cannot be opened: Permission denied"),)


def test_folder_that_cannot_be_opened(write, monkeypatch):
    folder = write({"a.txt": LEAD, "sub/b.txt": LEAD})
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert read_corpus(folder).problems == (Problem("sub", None, "cannot be opened: Permission denied"),)


def test_links_in_a_circle(write):
    folder = write({"sub/a.txt": LEAD})
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    corpus = read_corpus(folder)
    assert [article.path for article in corpus.articles] == ["sub/a.txt"]
    assert [problem.path for problem in corpus.problems] == ["self"]


def test_file_name_that_is_no_utf8(tmp_path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(LEAD, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    (article,) = read_corpus(tmp_path).articles
    assert (article.article_id, article.path) == ("caf\ufffd", "caf\ufffd.txt")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no articles in '{folder}': put files of these kinds there: {endings}"),
        ({"corpus.toml": "", ".DS_Store": "x"}, "no articles in '{folder}': put files of these kinds there: {endings}"),
        (
            {".a.txt": "x"},
            "no articles in '{folder}': files found: 0, articles read: 0; "
            "the first problem is .a.txt: hidden: rename it to have it read",
        ),
        (
            {"a.pages": "x", "b.txt": ""},
            "no articles in '{folder}': files found: 2, articles read: 0; "
            "the first problem is a.pages: no reader for .pages files: export it as PDF, DOCX or text",
        ),
    ],
)
def test_nothing_to_read(write, files, message):
    folder = write(files)
    with pytest.raises(CorpusError) as error:
        read_corpus(folder)
    assert str(error.value) == message.format(folder=folder, endings=", ".join(list_endings()))


@pytest.mark.parametrize("name", ["nowhere", "a\0b", "x" * 5000])
def test_missing_corpus(tmp_path, name):
    with pytest.raises(CorpusError, match="no such file or folder: "):
        read_corpus(tmp_path / name)


MANIFEST = """
title = "Accounts of the ferry"
[[article]]
file = "./sub/page.txt"
id = "harbour"
title = "Ferry on the rocks"
outlet = "The Harbour"
published = 2014-06-24
story = "ferry"
inferred = ["published", "title"]
[[article]]
file = "wire.jsonl"
outlet = "Wire"
author = "Staff"
[[article]]
id = "8"
outlet = "Wire North"
published = "2014-06-25"
"""


def test_manifest_wins_over_the_files(write):
    records = [{"id": "7", "text": "One.", "outlet": "x", "title": "T"}, {"id": "8", "text": "Two.", "author": "y"}]
    corpus = read_corpus(
        write(
            {
                "corpus.toml": MANIFEST,
                "sub/page.txt": f"{TITLE}\n\n{LEAD}",
                "wire.jsonl": "\n".join(map(json.dumps, records)),
            }
        )
    )
    assert corpus.problems == ()
    page, first, second = corpus.articles
    assert page.article_id == "harbour"
    assert page.text == f"Ferry on the rocks\n\n{TITLE}\n\n{LEAD}"
    assert (page.title, page.outlet, page.published, page.story) == (
        "Ferry on the rocks",
        "The Harbour",
        date(2014, 6, 24),
        "ferry",
    )
    assert page.inferred == ("title", "published")
    assert page.title_end == len("Ferry on the rocks")
    assert (first.title, first.outlet, first.author, first.published) == ("T", "Wire", "Staff", None)
    assert (second.outlet, second.author, second.published) == ("Wire North", "Staff", date(2014, 6, 25))


def test_file_and_id_choose_one_record(write):
    manifest = '[[article]]\nfile = "w.jsonl"\nid = "8"\noutlet = "Wire"'
    corpus = read_corpus(
        write({"corpus.toml": manifest, "w.jsonl": '{"id": "7", "text": "One."}\n{"id": "8", "text": "Two."}'})
    )
    assert [article.outlet for article in corpus.articles] == [None, "Wire"]


def test_manifest_gives_nouns_their_class(write):
    folder = write({"corpus.toml": "[classes]\nforces = ['Basij', 'guards']", "a.txt": LEAD})
    assert read_corpus(folder).conventions.classes == {"basij": "forces", "guards": "forces"}


def test_manifest_gives_vague_words_their_interval(write):
    folder = write({"corpus.toml": "[vague]\ndozens = 12\n'a few' = [2, 5]", "a.txt": LEAD})
    assert read_corpus(folder).conventions.vague == {"dozens": (12, 12), "a few": (2, 5)}


def test_manifest_entries_for_many_files_and_defaults(write):
    manifest = (
        '[defaults]\noutlet = "Wire"\nstory = "ferry"\n'
        '[[article]]\nfile = "bbc/*"\noutlet = "BBC"\npublished = 2014-06-24\n[[article]]\nfile = "bbc/2.txt"\n'
        'published = 2014-06-25\n[[article]]\nfile = "cnn/*"'
    )
    corpus = read_corpus(write({"corpus.toml": manifest, "a.txt": LEAD, "bbc/1.txt": LEAD, "bbc/2.txt": LEAD}))
    assert [
        (article.outlet, article.published and article.published.day, article.story) for article in corpus.articles
    ] == [
        ("Wire", None, "ferry"),
        ("BBC", 24, "ferry"),
        ("BBC", 25, "ferry"),
    ]
    assert corpus.problems == (Problem("corpus.toml", None, "the entry for file 'cnn/*' names no article"),)


def test_manifest_names_columns(write):
    table = "kopf,koerper\nRain,It rained."
    corpus = read_corpus(write({"corpus.toml": '[columns]\ntext = "koerper"', "a.csv": table}))
    assert [article.text for article in corpus.articles] == ["It rained."]


def test_manifest_entries_without_article(write):
    manifest = '[[article]]\nfile = "b.txt"\n[[article]]\nid = "z"\n[[article]]\nfile = "c.txt"\n[[article]]\nid = "a"'
    corpus = read_corpus(write({"corpus.toml": manifest, "a.txt": LEAD, "c.txt": ""}))
    assert corpus.problems == (
        Problem("c.txt", None, "empty article: it has no words"),
        Problem("corpus.toml", None, "the entry for file 'b.txt' names no article"),
        Problem("corpus.toml", None, "the entry for id 'z' names no article"),
    )


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("title = ", "cannot be read: Invalid value"),
        (b"\xff", "cannot be read: 'utf-8' codec"),
        ("title = [1]", "[1] is not a text"),
        ("name = 1", "unknown key 'name' at the top; known keys are title, names, article, classes, vague, comparison"),
        ("classes = 1", "classes are written as a table [classes]"),
        ("[classes]\nforce = ['basij']", "unknown key 'force' in [classes]; known keys are forces, units,"),
        ("[classes]\nforces = 'basij'", "in [classes]: forces = 'basij' is not a list of single words"),
        ("[classes]\nforces = ['local police']", "is not a list of single words"),
        (
            "[classes]\nforces = ['basij']\npeople = ['Basij']",
            "in [classes]: 'basij' stands in both forces and people: choose one",
        ),
        ("vague = 12", "vague words are written as a table [vague]"),
        ("[vague]\nplenty = 12", "unknown vague word 'plenty' in [vague]; known vague words are several, handful,"),
        ("[vague]\ndozens = '12'", "in [vague]: dozens = '12' is neither a number nor two, the lower first"),
        ("[vague]\ndozens = [120, 12]", "in [vague]: dozens = [120, 12] is neither a number nor two"),
        ("[vague]\ndozens = [12]", "in [vague]: dozens = [12] is neither a number nor two"),
        ("[vague]\ndozens = [12, inf]", "in [vague]: dozens = [12, inf] is neither a number nor two"),
        ("[vague]\ndozens = true", "in [vague]: dozens = True is neither a number nor two"),
        ("[comparison]", "comparisons are written as [[comparison]], with two brackets"),
        ("comparison = [1]", "in [[comparison]] number 1: 1 is not a table of keys and values"),
        ("[[comparison]]", "in [[comparison]] number 1: it has no title"),
        ("[[comparison]]\ntitle = 'T'", "in [[comparison]] number 1 ('T'): it takes in every figure"),
        ("[[comparison]]\ntitle = 'T'\nexclude = ['a']", "in [[comparison]] number 1 ('T'): it takes in every figure"),
        ("[[comparison]]\ntitle = 'T'\nfigures = 'a:1'", "number 1 ('T'): figures = 'a:1' is not a list of texts"),
        (
            "[[comparison]]\ntitle = 'T'\nnoun = 'x'",
            "unknown key 'noun' in [[comparison]] number 1; known",
        ),
        ("[[comparison]]\ntitle = 'T'\ncounted = 'x'", "number 1 ('T'): counted = 'x' is not a list of texts"),
        ("[[comparison]]\ntitle = 'T'\nstory = 1", "number 1 ('T'): story = 1 is not a text"),
        ("[[comparison]]\ntitle = 'T'\noutcome = 'kiled'", "unknown outcome 'kiled'; choose from killed,"),
        ("[[comparison]]\ntitle = 'T'\nclass = 'force'", "unknown class 'force'; choose from forces,"),
        (2 * "[[comparison]]\ntitle = 'T'\nstory = 's'\n", "two [[comparison]] entries have the title 'T'"),
        ("defaults = 1", "in [defaults]: 1 is not a table of keys and values"),
        ("[defaults]\nfile = 'a.txt'", "in [defaults]: file and id belong in an [[article]]"),
        ("columns = 1", "columns are written as a table [columns]"),
        ("[columns]\nbody = 'x'", "unknown key 'body' in [columns]; known keys are text, id, title,"),
        ("[article]", "articles are written as [[article]], with two brackets"),
        ("article = [1]", "in [[article]] number 1: 1 is not a table of keys and values"),
        ("[[article]]", "[[article]] number 1 has neither file nor id"),
        (
            '[[article]]\nfile = "a.txt"\ndate = 1',
            "unknown key 'date' in [[article]] number 1; known keys are file, id,",
        ),
        ('[[article]]\nfile = "a.txt"\n[[article]]\nfile = "./a.txt"', "two [[article]] entries for file 'a.txt'"),
        ('[[article]]\nid = "a"\n[[article]]\nid = "a"', "two [[article]] entries for id 'a'"),
        ('[[article]]\nfile = "a.txt"\npublished = "May"', "published left out: 'May' is not an ISO date"),
        ('[[article]]\nfile = "a.txt"\npublished = 10:00:00', "is not an ISO date"),
        ('[[article]]\nfile = "a.txt"\ninferred = "title"', "inferred = 'title' is not a list of keys"),
        ('[[article]]\nfile = "a.txt"\ninferred = ["title"]', "inferred names 'title', which the entry does not give"),
        ('[[article]]\nfile = "a.txt"\ninferred = ["text"]', "inferred names 'text', which the entry does not give"),
    ],
)
def test_manifest_that_is_not_understood(write, manifest, message):
    folder = write({"corpus.toml": manifest, "a.txt": LEAD})
    with pytest.raises(CorpusError) as error:
        read_corpus(folder)
    assert str(error.value).startswith(f"'{folder / 'corpus.toml'}'")
    assert message in str(error.value)


def test_comparisons_of_a_manifest(write):
    manifest = "[[comparison]]\ntitle = 'Ferries'\ncounted = ['ferries']\nclass = 'vehicles'\narticles = ['a', 'z']"
    corpus = read_corpus(write({"corpus.toml": manifest, "a.txt": LEAD}))
    assert corpus.comparisons == (
        Comparison("Ferries", counted=("ferries",), counted_class="vehicles", articles=("a", "z")),
    )
    assert corpus.problems == (Problem("corpus.toml", None, "[[comparison]] 'Ferries' names no article: 'z'"),)


# How files of many formats start.
STARTS = [
    b"",
    b"%PDF-1.4\n",
    b"{\\rtf1 ",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"WARC/1.0\r\n",
    b"From a Thu Jan  1 00:00:00 1970\n",
    b"<?xml version='1.0'?><rss>",
    b"<html>",
]


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(STARTS),
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)),
    st.sampled_from(list_endings()),
)
def test_any_bytes_give_articles_or_problems(start, raw, suffix):
    raw = start + raw
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"any{suffix}").write_bytes(raw)
        (folder / "good.txt").write_text(LEAD, encoding="utf-8")
        corpus = read_corpus(folder)
    found = [article.path for article in corpus.articles] + [problem.path for problem in corpus.problems]
    assert {path.split("/")[0] for path in found} == {f"any{suffix}", "good.txt"}
    assert all(article.words and article.text.encode() for article in corpus.articles)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9), st.just("2014-06-24")),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)
records = st.dictionaries(
    st.sampled_from(["id", "text", "title", "outlet", "published", "language", "story", "x"]), json_values
)


@settings(deadline=None)
@given(st.lists(records, min_size=1, max_size=4))
def test_any_records_give_articles_or_problems(values):
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "any.jsonl"
        path.write_text("\n".join(map(json.dumps, values)), encoding="utf-8")
        try:
            corpus = read_corpus(path)
        except CorpusError:
            return
    lines = {problem.line for problem in corpus.problems}
    assert len(corpus.articles) + len(lines) >= len(values)
    texts = [value.get("text") for value in values]
    assert all(article.text in texts for article in corpus.articles)


def test_files_of_one_name_in_several_folders_are_all_read(write):
    corpus = read_corpus(write({"bbc/1.txt": LEAD, "cnn/1.txt": LEAD, "cnn/2.txt": LEAD}))
    assert [article.article_id for article in corpus.articles] == ["1", "cnn/1", "2"]
    assert corpus.problems == ()


@pytest.mark.parametrize("mark", ["crossread.json", "report.json"])
def test_what_was_written_is_not_read_again_and_told(write, mark):
    files = {"a.txt": LEAD, f"out/{mark}": '{"crossread": "0"}', "out/b.txt": LEAD, "out/tables/c.jsonl": "{}"}
    corpus = read_corpus(write(files))
    assert [article.article_id for article in corpus.articles] == ["a"]
    assert corpus.problems == (Problem("out", None, WRITTEN),)


@pytest.mark.parametrize("mark", ["crossread.json", "report.json"])
def test_files_that_are_called_like_a_mark_hide_nothing(write, mark):
    corpus = read_corpus(write({"a.txt": LEAD, f"sub/{mark}": "{}", "sub/b.txt": LEAD, f"{mark}": "{}"}))
    assert [article.article_id for article in corpus.articles] == ["a", "b"]
    assert {problem.path for problem in corpus.problems} == {mark, f"sub/{mark}"}


def test_hidden_files_are_told(write):
    corpus = read_corpus(write({"a.txt": LEAD, ".b.txt": LEAD, ".git/c.txt": LEAD, "sub/.d.txt": LEAD}))
    assert [article.article_id for article in corpus.articles] == ["a"]
    assert corpus.problems == tuple(Problem(path, None, HIDDEN) for path in (".b.txt", ".git", "sub/.d.txt"))


def test_links_out_of_the_corpus_are_followed_only_if_asked(write, tmp_path_factory):
    folder, outside = write({"a.txt": LEAD, "sub/b.txt": LEAD}), tmp_path_factory.mktemp("outside")
    (outside / "private.txt").write_text(LEAD)
    (folder / "file.txt").symlink_to(outside / "private.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "twin").symlink_to(folder.with_name(folder.name + "x"))  # begins like the corpus
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    corpus = read_corpus(folder)
    assert [article.article_id for article in corpus.articles] == ["a", "inside", "b"]
    assert corpus.problems == tuple(Problem(path, None, LEADS_OUT) for path in ("file.txt", "folder", "twin"))
    followed = read_corpus(folder, follow_links=True)
    assert [article.article_id for article in followed.articles] == ["a", "file", "private", "inside", "b"]


def test_folders_are_nested_to_a_limit(write):
    deep = "/".join(["d"] * MAX_FOLDERS)
    corpus = read_corpus(write({"a.txt": LEAD, f"{deep}/b.txt": LEAD, f"{deep}/d/c.txt": LEAD}))
    assert [article.article_id for article in corpus.articles] == ["a", "b"]
    assert [(problem.path, problem.reason) for problem in corpus.problems] == [
        (f"{deep}/d", "more than 100 folders in one another")
    ]


@pytest.mark.parametrize("day", ["0001-01-01", "1699-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_that_nothing_can_reckon_with_is_left_out(write, day):
    files = {"a.jsonl": json.dumps({"text": LEAD, "published": day}), "corpus.toml": f"[defaults]\npublished = {day}"}
    for name in files:
        corpus = read_corpus(write({"a.jsonl": json.dumps({"text": LEAD}), name: files[name]}))
        assert corpus.articles[0].published is None
        assert corpus.problems == (Problem("a.jsonl", 1, f"published left out: {day} is no day of the news"),)
        extract(corpus)


def test_the_years_of_newspapers_are_read(write):
    for day in ("1700-01-01", "2199-12-31"):
        corpus = read_corpus(write({"a.jsonl": json.dumps({"text": LEAD, "published": day})}))
        assert str(corpus.articles[0].published) == day
        assert extract(corpus).articles.published.dt.strftime("%Y-%m-%d").to_list() == [day]


def test_an_article_is_no_longer_than_all_texts_may_be(write, monkeypatch):
    monkeypatch.setattr(articles, "MAX_CHARACTERS", len(LEAD))
    corpus = read_corpus(write({"a.html": PAGE.replace("</p>", f"</p><p>{LEAD}</p>"), "b.html": f"<p>{LEAD}"}))
    assert [article.path for article in corpus.articles] == ["b.html"]
    assert corpus.problems == (Problem("a.html", None, TOO_LONG),)


def test_what_belongs_to_a_saved_page_is_passed_over_but_documents_in_it_are_told(write):
    beside = ["Ferry_files/frame.html", "Ferry_files/style.css", "Ferry_files/notes.txt", "Ferry_files/More.PDF"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("Ferry.html", *beside, "__MACOSX/Ferry_files/notes.txt", "._a.txt"):
            archive.writestr(name, PAGE)
    corpus = read_corpus(write({"Ferry.html": PAGE, **dict.fromkeys(beside, LEAD), "a.zip": packed.getvalue()}))
    assert [article.path for article in corpus.articles] == ["Ferry.html", "a.zip/Ferry.html"]
    told = [f"{place}Ferry_files/{name}" for place in ("", "a.zip/") for name in ("More.PDF", "notes.txt")]
    assert corpus.problems == tuple(Problem(path, None, BESIDE_PAGE) for path in told)


ENDLESS = {
    "a pipe": (os.mkfifo, "not a regular file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "a link that leads out of the corpus"),
    "a link out": (lambda path: path.symlink_to(__file__), "a link that leads out of the corpus"),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "No such file"),
    "a folder": (Path.mkdir, "not a regular file"),
    "gigabytes": (lambda path: path.touch() or os.truncate(path, 5_000_000_000), "larger than 10 MB"),
    "a deep key": (lambda path: path.write_text(".".join("a" * 20_000) + " = 1"), "a key of too many parts"),
    "a deep table": (lambda path: path.write_text('x = {"a b". ' + ".".join("a" * 20_000) + " = 1}"), "too many parts"),
    "deep lists": (lambda path: path.write_text("a = " + "[" * 100_000), "recursion"),
}


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("kind", ENDLESS)
def test_settings_that_never_end_are_refused(write, name, kind):
    folder = write({"a.txt": LEAD})
    make, message = ENDLESS[kind]
    make(folder / name)
    with pytest.raises(CorpusError, match=message) as refused:
        read_corpus(folder) if name == "corpus.toml" else read_corrections(folder)
    assert str(refused.value).startswith(f"'{folder / name}' cannot be read: ")


def test_settings_hold_long_texts_with_dots(write):
    dots = ". . . U.S.A. " * 500 + "www.a.b.c.d.example.org"
    assert read_corpus(write({"a.txt": LEAD, "corpus.toml": f'title = "{dots}"'})).title == dots
