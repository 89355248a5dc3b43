"""The lexicons: they parse, nothing stands twice, every table is used."""

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

import crossread
from crossread.extracting.attribution.cues import regular_forms
from crossread.language.vocabulary import OUTCOME_FORMS
from crossread.lexicon import load_lexicon
from crossread.linking.entities.spelling import fold

NAMES = sorted(
    path.name.removesuffix(".toml") for path in files("crossread.lexicon").iterdir() if path.name.endswith(".toml")
)


def repeated(items):
    return [item for item, times in Counter(items).items() if times > 1]


def lists_within(table):
    """Every list of texts in a lexicon, at any depth, but for what a rule's example yields."""
    if isinstance(table, dict):
        for name, value in table.items():
            if name != "yields":
                yield from lists_within(value)
    elif isinstance(table, list):
        texts = [item for item in table if isinstance(item, str)]
        if texts:
            yield texts
        for item in table:
            if isinstance(item, dict):
                yield from lists_within(item)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_repeats_an_entry(name):
    assert load_lexicon(name)
    assert [repeated(texts) for texts in lists_within(load_lexicon(name)) if repeated(texts)] == []


UNIQUE = {
    "abbreviations": [entry["word"] for entry in load_lexicon("abbreviations")["abbreviation"]],
    "nouns apart": [noun for nouns in load_lexicon("alike")["apart"].values() for noun in nouns],
    "sides": [noun for nouns in load_lexicon("alike")["sides"].values() for noun in nouns],
    "aliases": [form for entry in load_lexicon("aliases")["same"] for form in entry["forms"] + entry.get("also", [])],
    "given names": [form for forms in load_lexicon("given_names")["names"] for form in forms],
    "spelled words": [form for word, forms in load_lexicon("spelling")["words"].items() for form in (word, *forms)],
    "spelled vowels": [run for runs in load_lexicon("spelling")["vowels"].values() for run in runs],
    "swapped sounds": [frozenset(entry["sounds"].split()) for entry in load_lexicon("spelling")["swap"]],
    "bounds before": [phrase for entry in load_lexicon("bounds")["before"] for phrase in entry["phrases"]],
    "bounds after": [phrase for entry in load_lexicon("bounds")["after"] for phrase in entry["phrases"]],
    "trends": [verb for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"]],
    "classes": [noun for entry in load_lexicon("classes").values() for noun in entry["nouns"]],
    "cues": [entry["phrase"] for entry in load_lexicon("cues")["before"]],
    "hedges": [entry["word"] for entry in load_lexicon("hedges")["hedge"]],
    "outcomes": [
        word for entry in load_lexicon("outcomes").values() for form in OUTCOME_FORMS for word in entry.get(form, ())
    ],
    "words of clauses": [word for words in load_lexicon("clauses")["words"].values() for word in words],
    "places and organisations": [*load_lexicon("names")["places"], *load_lexicon("names")["organisations"]],
    "sources": [noun for entry in load_lexicon("sources").values() for noun in entry["nouns"]],
    "names of sources": [name for entry in load_lexicon("sources").values() for name in entry["names"]],
    "names of agencies": [form for forms in load_lexicon("origins")["agencies"].values() for form in forms],
    "units": [
        form
        for table in ("duration", "measure", "share")
        for forms in load_lexicon("units")[table].values()
        for form in forms
    ],
    "currencies before": [form for forms in load_lexicon("currencies")["before"].values() for form in forms],
    "currencies after": [form for forms in load_lexicon("currencies")["after"].values() for form in forms],
}


def test_nothing_stands_in_two_entries():
    assert {what: repeated(entries) for what, entries in UNIQUE.items() if repeated(entries)} == {}


# These are gone through whole: each of their tables is an entry of its own.
WHOLE = {"classes", "outcomes", "sources"}
CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(crossread.__file__).parent.rglob("*.py"))


def is_used(name):
    return re.search(rf"""["']{name}["']""", CODE)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_used(name):
    tables = [] if name in WHOLE else load_lexicon(name)
    assert is_used(name)
    assert [table for table in tables if not is_used(table)] == []


def test_outcomes_name_outcomes_and_classes_that_there_are():
    outcomes = load_lexicon("outcomes")
    assert {entry.get("outcome", name) for name, entry in outcomes.items()} <= {*outcomes, "other"}
    assert {kind for entry in outcomes.values() for kind in entry["of"]} <= {*load_lexicon("classes"), "other", ""}


def test_classes_that_are_compared_are_known():
    alike = load_lexicon("alike")
    assert set(alike["wide"]) <= set(load_lexicon("classes"))
    assert set(alike["telling"]["names"]) <= set(alike["apart"])


def test_closed_classes_of_cues_are_used():
    cues = load_lexicon("cues")
    rules = [entry for table in ("use", "phrase", "survey", "content", "rule") for entry in cues[table]]
    patterns = " ".join([*(rule["pattern"] for rule in rules), *cues["parts"].values()])
    assert [name for name in cues["closed"] if not is_used(name)] == []
    assert [part for part in cues["parts"] if not re.search(rf"@{part}\b", patterns)] == []
    assert [name for name in cues["groups"] if f"<{name}>" not in patterns and not is_used(name)] == []
    assert [name for name in cues["cues"] if name not in {rule.get("cues") for rule in rules}] == []


def test_verbs_of_saying_have_one_frame_each_and_forms_that_differ_from_the_regular_ones():
    cues = load_lexicon("cues")
    verbs = [verb for verbs in cues["verbs"].values() for verb in verbs]
    assert repeated(verbs) == []
    assert {*cues["completed"], *cues["quoting"], *cues["irregular"]} <= set(verbs)
    assert [verb for verb, forms in cues["irregular"].items() if list(regular_forms(verb)) == forms] == []


GRAMMARS = ["amounts", "clauses", "non_quantities", "units"]


@pytest.mark.parametrize("name", GRAMMARS)
def test_classes_and_parts_of_grammars_are_used(name):
    lexicon = load_lexicon(name)
    rules = [entry["pattern"] for entries in lexicon.values() if isinstance(entries, list) for entry in entries]
    patterns = " ".join([*rules, *lexicon.get("parts", {}).values()])
    assert [part for part in lexicon.get("parts", {}) if not re.search(rf"@{part}\b", patterns)] == []
    assert [word for word in lexicon.get("classes", {}) if f"<{word}>" not in patterns and not is_used(word)] == []


def test_given_names_are_written_as_they_are_compared():
    forms = [form for forms in load_lexicon("given_names")["names"] for form in forms]
    assert [form for form in forms if fold(form) != form] == []


def test_outcomes_have_no_form_that_is_not_read():
    known = {"outcome", "of", "persons", "never", "example", *OUTCOME_FORMS}
    assert [(name, key) for name, entry in load_lexicon("outcomes").items() for key in entry.keys() - known] == []


def test_phrases_that_tell_an_outcome_name_an_entry_and_a_form():
    for rule in load_lexicon("clauses")["phrase"]:
        assert rule["sets"]["entry"] in load_lexicon("outcomes"), rule["name"]
        assert rule["sets"]["form"] in (*OUTCOME_FORMS, "care"), rule["name"]
