"""Every rule of every grammar reads its example, and leaves alone what it must."""

import pytest

from crossread.extracting.figures.clauses import reduce_sentence
from crossread.extracting.figures.numbers import read_numbers
from crossread.extracting.numbers.amounts import mark_numerals
from crossread.extracting.numbers.non_quantities import find_non_quantities
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize
from crossread.lexicon import load_lexicon
from crossread.patterns import load_grammar


def read(text):
    document = tokenize(text)
    tag_speech([document])
    return document.sentences


def words_of(sentence, spans):
    return [" ".join(sentence.words[first:last]) for first, last in spans]


def found_words(lexicon, table, rule, text, name):
    grammar = load_grammar(lexicon, table)
    return [
        word
        for sentence in read(text)
        for match in grammar.find(grammar.spell(sentence.tokens))
        if match.rule.name == rule.name
        for word in words_of(sentence, match.spans.get(name, []))
    ]


def found_phrases(lexicon, table, rule, text):
    grammar = load_grammar(lexicon, table)
    return [
        " ".join(sentence.words[match.start : match.end])
        for sentence in read(text)
        for match in grammar.find(grammar.spell(sentence.tokens))
        if match.rule.name == rule.name
    ]


@pytest.mark.parametrize("rule", load_grammar("clauses", "phrase").rules, ids=lambda rule: rule.name)
def test_phrases(rule):
    assert found_phrases("clauses", "phrase", rule, rule.example)[:1] == list(rule.yields)
    for text in rule.leaves:
        assert found_phrases("clauses", "phrase", rule, text) == [], text


WORDS = [
    ("non_quantities", "rule", "number"),
    ("non_quantities", "pronoun", "number"),
    ("non_quantities", "named", "number"),
    ("units", "age", "age"),
    ("bounds", "rule", "number"),
    ("units", "bare", "bare"),
]
WORD_RULES = [(*table, rule) for table in WORDS for rule in load_grammar(*table[:2]).rules]


@pytest.mark.parametrize(("lexicon", "table", "name", "rule"), WORD_RULES, ids=[row[-1].name for row in WORD_RULES])
def test_words(lexicon, table, name, rule):
    found = found_words(lexicon, table, rule, rule.example, name)
    assert set(found) == set(rule.yields)
    for text in rule.leaves:
        assert found_words(lexicon, table, rule, text, name) == [], text


@pytest.mark.parametrize("table", ["rule", "pronoun", "named"])
def test_what_is_no_quantity_is_found(table):
    for rule in load_grammar("non_quantities", table).rules:
        found = [s.words[at] for s in read(rule.example) for at in sorted(find_non_quantities(s))]
        assert set(rule.yields) <= set(found), rule.name


@pytest.mark.parametrize("table", ["amount", "fraction"])
def test_amounts(table):
    grammar = load_grammar("amounts", table)
    for rule in grammar.rules:
        found = []
        for sentence in read(rule.example):
            mark_numerals(sentence, frozenset())
            matches = grammar.find(grammar.spell_names(sentence.numerals))
            found += words_of(sentence, [match[1:3] for match in matches if match.rule is rule])
        assert set(rule.yields) <= {phrase.replace("2 ½", "2½") for phrase in found}, rule.name


CLAUSES = ["outcome", "shared", "part", "sibling", "counted"]


@pytest.mark.parametrize("table", CLAUSES)
def test_clauses(table):
    for rule in load_grammar("clauses", table).rules:
        (sentence,) = read(rule.example)
        clauses = reduce_sentence(sentence, read_numbers(sentence))
        ties = [tie for tie in clauses.ties(table) if tie.rule is rule]
        assert [[name_symbol(clauses, end) for end in (tie.figure, tie.to)] for tie in ties] == [list(rule.yields)]


@pytest.mark.parametrize("table", CLAUSES)
def test_clauses_leave_alone_what_they_must(table):
    for rule in load_grammar("clauses", table).rules:
        for text in rule.leaves:
            for sentence in read(text):
                clauses = reduce_sentence(sentence, read_numbers(sentence))
                assert [tie.rule.name for tie in clauses.ties(table) if tie.rule is rule] == [], text


def name_symbol(clauses, at):
    """A figure by its number's first word, anything else by its head."""
    symbol = clauses.symbols[at]
    return clauses.sentence.words[symbol.last - 1 if symbol.of < 0 else clauses.reading(at).number.first]


def test_names_of_rules_tell_them_apart():
    tables = [(name, table) for name in ("clauses", "non_quantities", "amounts") for table in load_lexicon(name)]
    names = [
        (n, rule.name) for n, t in tables if isinstance(load_lexicon(n)[t], list) for rule in load_grammar(n, t).rules
    ]
    assert len(names) == len(set(names))
