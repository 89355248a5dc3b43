"""Every entry with an example does what the example shows, and leaves alone what stands as its `not`."""

import re

import pandas as pd
import pytest

from crossread.extracting.context.causes import cause_patterns, name_cause
from crossread.extracting.context.places import find_movement, read_preposition
from crossread.extracting.context.reach import modifier_patterns, time_patterns
from crossread.extracting.context.spans import Place
from crossread.extracting.context.speakers import credit_patterns, find_agency
from crossread.extracting.pipeline import extract_articles
from crossread.language.tokens import tokenize
from crossread.lexicon import load_lexicon
from crossread.linking.sources.classes import classify_source
from crossread.linking.sources.origins import is_one_body
from crossread.loading import extract
from crossread.reading.articles import Article, Corpus

CONTEXT = load_lexicon("context")
ORIGINS = load_lexicon("origins")


def read_figures(texts, *columns):
    """What is read in each text."""
    found = {str(number): [] for number in range(len(texts))}
    for figure in extract_articles([Article(str(number), text) for number, text in enumerate(texts)]).figures:
        found[figure["article_id"]].append(tuple(figure[column] for column in columns))
    return list(found.values())


def with_number(phrase):
    return phrase if re.match(r"\d|two|three|several", phrase) else f"20 {phrase}"


EXAMPLES = {
    "bounds": (
        ("phrase", "bound"),
        [
            (entry["example"], (entry["example"], entry["bound"]))
            for side in ("before", "after")
            for entry in load_lexicon("bounds")[side]
        ],
    ),
    "trends": (("trend",), [(entry["example"], (entry["trend"],)) for entry in load_lexicon("bounds")["trend"]]),
    "vague numbers": (
        ("bound", "low", "high"),
        [
            (entry["example"], ("vague", entry["low"], entry["high"]))
            for entry in load_lexicon("numbers")["vague"].values()
        ],
    ),
    "classes": (
        ("counted_class",),
        [(f"They saw {with_number(entry['example'])}.", (name,)) for name, entry in load_lexicon("classes").items()],
    ),
    "outcomes": (
        ("outcome",),
        [(entry["example"], (entry.get("outcome", name),)) for name, entry in load_lexicon("outcomes").items()],
    ),
    "hedges": (
        ("hedge", "low"),
        [(entry["example"], (entry["word"], 30)) for entry in load_lexicon("hedges")["hedge"]],
    ),
    "cues": (
        ("source",),
        [(entry["example"], (entry["source"],)) for entry in load_lexicon("cues")["before"]],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_figures_of_examples(name):
    columns, examples = EXAMPLES[name]
    read = read_figures([text for text, _ in examples], *columns)
    assert [(text, *got) for (text, wanted), got in zip(examples, read, strict=True) if got != [wanted]] == []


def test_abbreviations_end_no_sentence():
    entries = load_lexicon("abbreviations")["abbreviation"]
    assert [entry for entry in entries if f"{entry['word']}." not in entry["example"].lower()] == []
    assert [entry for entry in entries if len(tokenize(entry["example"]).sentences) != 1] == []


def test_ages():
    read = read_figures([entry["example"] for entry in load_lexicon("units")["age"]], "kind")
    assert [kinds for kinds in read if set(kinds) != {("age",)}] == []


def test_sources():
    entries = {name: entry["example"] for name, entry in load_lexicon("sources").items()}
    assert {name: classify_source(example) for name, example in entries.items()} == {name: name for name in entries}


def test_aliases():
    entries = load_lexicon("aliases")["same"]
    mentions = extract_articles([Article(str(at), entry["example"]) for at, entry in enumerate(entries)]).mentions
    for at, entry in enumerate(entries):
        found = [row for row in mentions if row["article_id"] == str(at) and row["text"] in entry["forms"]]
        assert [row["type"] for row in found] == [entry["type"]] * 2, entry["example"]


@pytest.mark.parametrize(("name", "patterns"), [("cause", cause_patterns), ("time", time_patterns)])
def test_context(name, patterns):
    for found, entry in CONTEXT[name].items():
        assert patterns()[found].search(entry["example"].lower()), found
        assert not patterns()[found].search(entry["not"].lower()), found


def test_first_time_that_is_found_is_the_one_that_is_told():
    for name, entry in CONTEXT["time"].items():
        first = next(found for found, pattern in time_patterns().items() if pattern.search(entry["example"].lower()))
        assert first == name


@pytest.mark.parametrize("name", CONTEXT["modifier"])
def test_modifier(name):
    entry = CONTEXT["modifier"][name]

    def matches(text):
        if entry["where"] == "at":
            return modifier_patterns()[name].match(text.lower(), text.index("one "))
        before, behind = text.lower().split("30", 1)
        return modifier_patterns()[name].search(behind if entry["where"] == "behind" else before.rstrip())

    assert matches(entry["example"])
    assert not matches(entry["not"])


def test_joint():
    joint = CONTEXT["joint"]
    places = (Place(joint[text].lower(), joint[text].index("30"), 0) for text in ("example", "not"))
    causes = [name_cause(place, frozenset()) for place in places]
    assert causes == ["from the air", "from the air and by shelling"]


def test_prepositions():
    told = [read_preposition(CONTEXT["place"][text].rpartition(" ")[0] + " ") for text in ("example", "not")]
    assert told == ["in", ""]


def test_movement():
    behind = CONTEXT["movement"]["example"].partition("30")[2]
    assert find_movement(behind, "evacuated") == "Foua and Kefraya"


def test_credits():
    for name, entry in ORIGINS["credit"].items():
        assert credit_patterns()[name].search(entry["example"]), name
        assert not credit_patterns()[name].search(entry["not"]), name


def test_agencies():
    forms = [(name, form) for name, forms in ORIGINS["agencies"].items() for form in forms]
    assert [(find_agency(f"Police closed the road.--{form}"), form) for _, form in forms] == forms


def test_bodies():
    assert is_one_body(ORIGINS["bodies"]["example"])
    assert not is_one_body(ORIGINS["bodies"]["not"])


@pytest.mark.parametrize(("text", "told"), [("example", True), ("not", False)])
def test_posts(text, told):
    (figure,) = extract(Corpus("c", (Article("a", ORIGINS["posts"][text]),), ())).figures.itertuples()
    assert (figure.source_entity, pd.notna(figure.source_body)) == ("kate-allen", told)
