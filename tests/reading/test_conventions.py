"""How a corpus counts: its own words, and presets of organisations that record casualties."""

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.language.vocabulary import class_nouns
from crossread.lexicon import load_lexicon
from crossread.reading.articles import Article
from crossread.reading.conventions import parse_conventions
from crossread.table_files import read_tables, write_tables
from crossread.tables import COLUMNS, Tables, make_table

PRESETS = load_lexicon("coding")["preset"]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_reads_its_example(preset):
    example = PRESETS[preset]["example"]
    conventions = parse_conventions({"coding": {"preset": preset}})
    *_, figure = extract_articles([Article("a", example["text"])], conventions=conventions).figures
    assert [figure["low"], figure["high"]] == example["yields"]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_what_there_is(preset):
    entry = PRESETS[preset]
    assert entry["name"]
    assert entry["source"]
    assert set(entry["records"]) <= {"killed", "injured"}


AIRWARS = [
    ("Several people were injured.", 2, 2),
    ("A number of people were injured.", 2, 2),
    ("An unknown number of people were injured.", 2, 2),
    ("A large number of people were injured.", 12, 24),
    ("Large numbers of people were injured.", 12, 24),
    ("Dozens of others were injured.", 12, 24),
    ("Hundreds of people were injured.", 200, 999),
    ("A dozen people were injured.", 12, 12),
]


@pytest.mark.parametrize(("text", "low", "high"), AIRWARS)
def test_phrases_of_a_preset(text, low, high):
    conventions = parse_conventions({"coding": {"preset": "airwars"}})
    (figure,) = extract_articles([Article("a", text)], conventions=conventions).figures
    assert (figure["low"], figure["high"], figure["outcome"]) == (low, high, "injured")


@pytest.mark.parametrize("text", [text for text, *_ in AIRWARS[1:5] if "arge" in text or "number" in text])
def test_phrases_of_a_preset_are_no_numbers_elsewhere(text):
    assert extract_articles([Article("a", text)]).figures == []


def test_a_few_where_a_corpus_says_how_many():
    text = "A few people were injured, and a few hundred fled."
    conventions = parse_conventions({"vague": {"a few": [2, 5]}})
    figures = extract_articles([Article("a", text)], conventions=conventions).figures
    assert [(figure["low"], figure["high"]) for figure in figures] == [(2, 5), (300, 999)]
    assert [figure["low"] for figure in extract_articles([Article("a", text)]).figures] == [300]


def test_own_words_go_before_the_presets():
    conventions = parse_conventions({"coding": {"preset": "acled"}, "vague": {"dozens": [10, 90]}})
    assert conventions.vague == {"tens": (10, 10), "dozens": (10, 90), "hundreds": (100, 100)}
    assert conventions.coding == "acled"
    assert (parse_conventions({}).coding, parse_conventions({}).order) == ("", ())
    assert parse_conventions({"coding": {"order": ["latest"]}}).order == ("latest",)


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ({"coding": "airwars"}, 'a coding is written as a table \\[coding\\]: preset = "airwars"'),
        ({"coding": {"presets": "ibc"}}, "unknown key 'presets' in \\[coding\\]; known keys are preset, order"),
        ({"coding": {"preset": "gtd"}}, "unknown preset 'gtd'; choose one of acled, ucdp, airwars, ibc"),
        ({"coding": {"order": "latest"}}, "order = 'latest' is not a list of criteria"),
        ({"coding": {"order": []}}, "order = \\[\\] is not a list of criteria"),
        (
            {"coding": {"order": ["latest", "newest"]}},
            "unknown criterion 'newest' in order; choose from sources, latest,",
        ),
        ({"coding": {"order": [1]}}, "unknown criterion 1 in order"),
        ({"coding": {"preset": ["ibc"]}}, "unknown preset \\['ibc'\\]; choose"),
    ],
)
def test_what_is_not_understood(manifest, message):
    with pytest.raises(ValueError, match=message):
        parse_conventions(manifest)


def test_tables_keep_the_preset(tmp_path):
    conventions = parse_conventions({"coding": {"preset": "airwars"}})
    frames = (make_table(name, []) for name in COLUMNS)
    write_tables(Tables("t", *frames, vague=conventions.vague, coding="airwars"), tmp_path)
    opened = read_tables(tmp_path)
    assert (opened.coding, opened.vague) == ("airwars", conventions.vague)


def test_groups_are_of_persons():
    groups = load_lexicon("coding")["groups"]
    assert {class_nouns().get(noun) for nouns in groups.values() for noun in nouns} <= {
        "civilians",
        "people",
        "forces",
        None,
    }
