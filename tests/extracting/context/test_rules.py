"""Every rule of the event context finds its example, and leaves alone what it must."""

import pytest

from crossread.extracting.context.tellings import tell
from crossread.language.tokens import tokenize
from crossread.patterns import load_grammar

TABLES = ("cause", "joint", "time", "date", "spoken_of", "opening", "target")
RULES = [(table, rule) for table in TABLES for rule in load_grammar("context", table).rules]
MODIFIERS = load_grammar("context", "modifier").rules


def finds(table, rule, text):
    return any(match.rule == rule for match in tell(tokenize(text).sentences[0]).find(table))


@pytest.mark.parametrize(("table", "rule"), RULES, ids=[f"{table}: {rule.name}" for table, rule in RULES])
def test_rules(table, rule):
    assert finds(table, rule, rule.example)
    assert [text for text in rule.leaves if finds(table, rule, text)] == []


def modifies(rule, text):
    telling = tell(tokenize(text).sentences[0])
    number = telling.sentence.lower.index("one" if rule.sets["where"] == "at" else "30")
    first, last = {"before": (0, number), "behind": (number + 1, telling.length), "at": (0, telling.length)}[
        rule.sets["where"]
    ]
    starts = [match.start for match in telling.find_within("modifier", first, last) if match.rule == rule]
    return number in starts if rule.sets["where"] == "at" else bool(starts)


@pytest.mark.parametrize("rule", MODIFIERS, ids=[rule.name for rule in MODIFIERS])
def test_modifiers(rule):
    assert modifies(rule, rule.example)
    assert [text for text in rule.leaves if modifies(rule, text)] == []
