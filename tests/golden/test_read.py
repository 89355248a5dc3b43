"""Showing what is read in a text, and how often rules decide."""

from collections import Counter

from tests.golden import rules
from tests.golden.read import tell


def test_a_text_is_shown_with_its_symbols_its_figures_and_their_rules():
    lines = list(tell("At least 12 miners died, police said."))
    assert lines[:3] == [
        "At least 12 miners died , police said .",
        "  tags:    IN JJ CD NNS VBD , NN VBD .",
        "  symbols: figure state comma noun say",
    ]
    assert (
        lines[3] == "At least 12 miners: bound >=; low 12.0; kind count; counted miners; outcome killed; source police"
    )
    assert "outcome: " in lines[4]


def test_rules_of_cues_and_of_other_tables_are_counted():
    used = Counter({"cues: source, cue": 3, "bounds.rule: not exceeding": 1})
    lines = list(rules.tell(used))
    assert "      3  cues.rule: source, cue" in lines
    assert "      1  bounds.rule: not exceeding" in lines
    assert {line[:7].strip() for line in lines if "  clauses.phrase: " in line} == {"-"}
