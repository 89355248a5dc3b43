"""Sentences as rows of classes, and the rules that read them."""

import pytest

from crossread.extracting.attribution.quotes import find_quotes
from crossread.extracting.attribution.rows import cue_grammar, read_row
from crossread.language.speech import tag_speech
from crossread.language.tokens import split_words, tokenize
from crossread.lexicon import load_lexicon
from crossread.patterns import read_rules, rules_used


def read(text):
    document = tokenize(text)
    tag_speech([document])
    return document


def row_of(text):
    return read_row(read(text).sentences[0])


CLASSES = [
    ("He said on Monday that two were hit.", "pronoun say preposition time that number be participle stop"),
    ("The army did not deny it (yet).", "determiner noun auxiliary adverb deny pronoun opening adverb closing stop"),
    ("It was told by CNN/ORC.", "pronoun be passive by noun joint noun stop"),
    ("He said ''no'' last week.", "pronoun say quotation quotation determiner quotation quotation time time stop"),
    ("The raid claimed 12 lives.", "determiner noun verb number noun stop"),
    ("The minister put the toll at 12.", "determiner noun put determiner noun preposition number stop"),
    ("The minister put it away.", "determiner noun verb pronoun adverb stop"),
    ("In the poll, all agreed.", "survey determiner paper comma determiner think stop"),
    ("In the town, all agreed.", "preposition determiner noun comma determiner think stop"),
]


@pytest.mark.parametrize(("text", "classes"), CLASSES, ids=[text for text, _ in CLASSES])
def test_classes(text, classes):
    assert row_of(text).classes == classes.split()


def test_phrases_before_speakers():
    assert row_of("According to him, quoting her, it is.").classes[:5] == [
        "introducer",
        "introducer",
        "other",
        "comma",
        "introducer",
    ]


def test_a_row_looks_back_over_classes():
    row = row_of("In Homs on Monday he said it.")
    assert row.before(4, ["time", "preposition"]) == "name"
    assert row.before(0, []) == ""
    assert row.before(4, set(row.classes)) == ""


@pytest.mark.parametrize("rule", read_rules("cues", "rule"), ids=lambda rule: rule.name)
def test_rule_finds_its_source(rule):
    document = read(rule.example)
    found = [quote for quote in find_quotes(document) if not quote.nested]
    sources = {document.text[slice(*(quote.speaker or quote.source))]: quote.rule for quote in found}
    assert sources == {rule.yields[0]: rule.name}
    for text in rule.leaves:
        assert rule.name not in [quote.rule for quote in find_quotes(read(text))], text


WORD_RULES = [rule for table in ("use", "phrase", "survey") for rule in read_rules("cues", table)]
KINDS = {"finite": set(load_lexicon("cues")["verbs"]), "passive": {"passive"}, "noun": {"noun"}} | {
    kind: {kind} for kind in ("survey", "put", "claim", "tally")
}


@pytest.mark.parametrize("rule", WORD_RULES, ids=[rule.name for rule in WORD_RULES])
def test_word_by_those_around_it(rule):
    before = rules_used()[f"cues: {rule.name}"]
    row = row_of(rule.example)
    (label,) = rule.sets.values()
    assert row.classes[row.sentence.words.index(rule.yields[0])] in KINDS[label]
    assert rules_used()[f"cues: {rule.name}"] == before + 1
    for text in rule.leaves:
        row_of(text)
    assert rules_used()[f"cues: {rule.name}"] == before + 1


@pytest.mark.parametrize("rule", read_rules("cues", "content"), ids=lambda rule: rule.name)
def test_what_stands_behind_a_cue(rule):
    row, wanted = row_of(rule.example), split_words(rule.yields[0])
    words = row.sentence.words
    start = next(at for at in range(len(words)) if words[at : at + len(wanted)] == wanted)
    match = cue_grammar().at(row.spelled, start, rule.name)
    assert words[start : match.end] == wanted
