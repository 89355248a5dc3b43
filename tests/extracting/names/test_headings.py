"""Names in headings, as the tagger may have them, and what is left of them beside the text below."""

import pytest

from crossread.extracting.names.headings import mend_headings
from crossread.extracting.names.mention import Mention
from crossread.language.features import heading_kind
from crossread.language.tokens import tokenize

BODY = "On Monday Ana Ruiz left Lisbon with the Otter Union."
BODY_NAMES = [("Ana Ruiz", "PER"), ("Lisbon", "LOC"), ("Otter Union", "ORG")]


def mentions_of(text, names, start=0):
    places = [(name, text.index(name, start), kind) for name, kind in names]
    return [Mention(at, at + len(name), name, kind) for name, at, kind in places]


def mended(text, names):
    """What is left of names of the first line, beside those of the text below."""
    document = tokenize(text)
    kinds = [heading_kind(sentence.words) for sentence in document.sentences]
    body = mentions_of(text, BODY_NAMES, text.index("\n")) if "\n" in text else []
    found = mend_headings(document, mentions_of(text, names) + body, kinds)
    return [(mention.text, mention.type) for mention in found]


CASES = [
    ("names of the text are found again", "Ana Ruiz Leaves Lisbon for Good Today", [], BODY, ["Ana Ruiz", "Lisbon"]),
    ("and in capitals", "ANA RUIZ LEAVES LISBON TODAY", [], BODY, ["ANA RUIZ", "LISBON"]),
    (
        "they keep the type and the span of the text",
        "Otter Union Leaves Lisbon for Good Today",
        [("Otter Union Leaves Lisbon", "PER")],
        BODY,
        ["Otter Union", "Lisbon"],
    ),
    ("common words are no names", "Farmers March in Anger over Prices", [("Farmers March", "ORG")], BODY, []),
    ("nor in capitals", "FARMERS MARCH IN ANGER", [("FARMERS MARCH", "ORG")], BODY, []),
    (
        "words that the text has in lower case are no names",
        "Gleaners March in Anger over Prices",
        [("Gleaners", "ORG")],
        f"{BODY} The gleaners sang.",
        [],
    ),
    ("strange words are", "Quilmotts March in Anger over Prices", [("Quilmotts", "ORG")], BODY, ["Quilmotts"]),
    ("known places are", "Farmers March in Anger over Portugal", [("Portugal", "LOC")], BODY, ["Portugal"]),
    (
        "persons with a given name are",
        "Farmers March in Anger over Maria Zeltweg",
        [("Maria Zeltweg", "PER")],
        BODY,
        ["Maria Zeltweg"],
    ),
    ("short lines are no headings", "Farmers March", [("Farmers March", "ORG")], BODY, ["Farmers March"]),
    (
        "a line that ends in a full stop lists names",
        "Ames, Bell, Cole, Dunn of Farmers March.",
        [("Farmers March", "ORG")],
        BODY,
        ["Farmers March"],
    ),
]


@pytest.mark.parametrize(("heading", "names", "body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_headings_neither_make_nor_rename_names(heading, names, body, expected):
    found = mended(f"{heading}\n{body}", names)
    assert [name for name, _ in found] == [*expected, *(name for name, _ in BODY_NAMES)]
    assert {kind for name, kind in found if name.title() == "Otter Union"} == {"ORG"}


def test_an_article_of_headings_alone_is_left():
    text = "Farmers March in Anger over Prices"
    assert mended(text, [("Farmers March", "ORG")]) == [("Farmers March", "ORG")]
