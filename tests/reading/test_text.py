"""Plain text: where paragraphs end, and what the title is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import File
from crossread.reading.formats import read_file
from crossread.reading.text import compose, read_text, split_paragraphs

TITLE = "Ferry runs aground off Northport"
LEAD = "A ferry with 140 people on board ran aground off Northport on Monday, the coast guard said."
BODY = "Two boats took the passengers ashore within an hour, and nobody was hurt."
LONG = f"{LEAD} {BODY} {LEAD}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("A line that was wrapped\nat some width.\n\nTwo.", ["A line that was wrapped at some width.", "Two."]),
        ("Crews reached the island\nNorthport on Monday.", ["Crews reached the island Northport on Monday."]),
        (f"{TITLE}\n{LONG}\n{LONG}", [TITLE, LONG, LONG]),
        (f"{TITLE}\nand blocks the harbour\n\n{LONG}\n\n{LONG}", [f"{TITLE} and blocks the harbour", LONG, LONG]),
        ("It rained.\nIt snowed.\nIt thawed.", ["It rained.", "It snowed.", "It thawed."]),
        (f"{LONG}\nSource » harbourwire", [LONG, "Source » harbourwire"]),
        ("You might also likeRELATED\nRecommended to you", ["You might also likeRELATED", "Recommended to you"]),
        (f"Must read\n{TITLE} again\n{TITLE} by night", ["Must read", f"{TITLE} again", f"{TITLE} by night"]),
        ("They met on\n***\nMonday in the", ["They met on", "***", "Monday in the"]),
        ("He answered a list of\ncomments\nfrom 30 readers", ["He answered a list of comments from 30 readers"]),
    ],
)
def test_split_paragraphs(text, expected):
    assert split_paragraphs(text) == expected


def test_wrapped_file_without_blank_lines():
    text = """\
Ferry runs aground
A ferry with 140 people on board ran aground off Northport on Monday,
the coast guard said. Two boats took the passengers ashore, and the
Red Cross gave them tea. Nobody was hurt.
The harbour will stay closed until divers have looked at the hull of
the ferry, which is 30 years old."""
    paragraphs = split_paragraphs(text)
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["Ferry", "A", "The"]
    assert paragraphs[0] == "Ferry runs aground"
    assert "and the Red Cross gave" in paragraphs[1]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab. \n\r\tÄ“Latest news*0"), max_size=80))
def test_split_paragraphs_keeps_every_word(text):
    paragraphs = split_paragraphs(text)
    assert " ".join(paragraphs).split() == text.split()
    assert all(paragraph.strip() and "\n" not in paragraph for paragraph in paragraphs)


@pytest.mark.parametrize(
    ("paragraphs", "given_title", "title", "text"),
    [
        ((TITLE, LEAD, BODY), None, TITLE, f"{TITLE}\n\n{LEAD}\n\n{BODY}"),
        ((LEAD, BODY), None, None, f"{LEAD}\n\n{BODY}"),
        (("He gave two reasons:", LEAD), None, None, f"He gave two reasons:\n\n{LEAD}"),
        (("“We were lucky.”", LEAD), None, None, f"“We were lucky.”\n\n{LEAD}"),
        ((TITLE,), None, None, TITLE),
        ((TITLE,), TITLE, TITLE, TITLE),
        ((LEAD, BODY), TITLE, TITLE, f"{TITLE}\n\n{LEAD}\n\n{BODY}"),
        (("FERRY runs aground, off  Northport!", LEAD), TITLE, TITLE, f"{TITLE}\n\n{LEAD}"),
        (("Another headline", LEAD), TITLE, TITLE, f"{TITLE}\n\nAnother headline\n\n{LEAD}"),
        ((f"Coast{TITLE}", TITLE, LEAD), None, TITLE, f"{TITLE}\n\n{LEAD}"),
        ((), TITLE, TITLE, ""),
        (("***", "Share this"), None, None, ""),
    ],
)
def test_compose(paragraphs, given_title, title, text):
    assert compose(paragraphs, given_title)[:2] == (title, text)


def test_compose_tells_what_went():
    title, text, removed = compose(("***", f"Coast{TITLE}", f"{TITLE}!", LEAD, "", LEAD), TITLE)
    assert (title, text) == (TITLE, f"{TITLE}\n\n{LEAD}")
    assert [(item.reason, item.paragraph) for item in removed] == [
        ("separator", 0),
        ("title with a category in front", 1),
        ("title repeated", 2),
        ("repeated paragraph", 5),
    ]


def test_read_text_drops_the_byte_order_mark(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{TITLE}\n\n{LEAD}", encoding="utf-8-sig")
    assert list(read_text(File("x/a.txt", path))) == [Draft("a", "x/a.txt", paragraphs=(TITLE, LEAD))]


@pytest.mark.parametrize(("limit", "problems"), [(40, 0), (39, 1), (3, 1)])
def test_read_text_bounds_the_size(tmp_path, monkeypatch, limit, problems):
    monkeypatch.setattr("crossread.reading.text.MAX_CHARACTERS", limit)
    path = tmp_path / "a.txt"
    path.write_text("ten chars\n" * 4, encoding="utf-8")
    assert sum(isinstance(found, Problem) for found in read_file(File("a.txt", path))) == problems
