"""Showing what is read in a text."""

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
