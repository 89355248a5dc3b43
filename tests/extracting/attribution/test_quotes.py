"""Who says what, where: sources, cues and contents as they stand in a text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article


def quotes_of(text):
    return extract_articles([Article("a", text)]).quotes


# [source], <cue>, {content}.
MARKED = [
    "[The army] <said> {30 people died.}",
    "{30 people died,} [the army] <said>{.}",
    "<According to> [the army]{, 30 people died.}",
    "{30 people died,} <according to> [a doctor in the town].",
    "{“We saw it all,”} <said> [the doctor]. {“We ran there.”}",
    "{“We saw it all,”} <said> [the doctor].\n\n{“We ran there.”}",
    "[The doctor] <said>{: “We saw it all.”}",
    "{“The war continues,”} [the minister] <said>, {“and it will not end.”}",
    "{“No,”} <said> [the doctor].",
    "{“We left,”} [he] <said>. {“It was late,”} [he] <added>.",
    "[The army] <denied> {that 30 people died.}",
    "[The ministry] <confirmed> {30 deaths.}",
    "[Police] <blamed> {rebels for the attack.}",
    "[The minister] <expects> {prices to fall.}",
    "[The minister] <wants> {to leave.}",
    "[A study] <found> {that 30 people died.}",
    "[The minister] <asked> {whether 30 people died.}",
    "[The minister] <pointed> {out that 30 people died.}",
    "[The minister] <called> {the plan “a mistake”.}",
    "[The minister] <announced> {a plan,} but [the army] <rejected> {it.}",
    "In a statement, [the army] <said> {it had left.}",
    "[The doctor] <told> the judge {that she had left.}",
    "[The doctor] <says> {he left because it was late, and the town is empty.}",
    "{The town,} [police] <say>{, is empty.}",
    "{30 rebels killed}<:> [army]",
    # Nobody says anything.
    "The war continues.",
    "The rebels claimed responsibility.",
    "The minister pointed to the door.",
    "He was told that 30 people died.",
    "30 people are believed to have died.",
    "There were reports that 30 people died.",
    "The judge heard that 30 people died.",
]
PARTS = {"[": "source", "<": "cue", "{": "content"}


@pytest.mark.parametrize("marked", MARKED)
def test_who_says_what(marked):
    text, wanted, opened = "", {"source": set(), "cue": set(), "content": set()}, {}
    for piece in re.split(r"([\[\]<>{}])", marked):
        if piece and piece in "[<{":
            opened[PARTS[piece]] = len(text)
        elif piece and piece in "]>}":
            part = PARTS["[<{"["]>}".index(piece)]]
            wanted[part].add((opened[part], len(text)))
        else:
            text += piece
    quotes = quotes_of(text)
    found = {part: {(quote[f"{part}_start"], quote[f"{part}_end"]) for quote in quotes} for part in wanted}
    assert found == wanted


STANCES = [("said", None), ("denied", "denied"), ("rejected", "denied"), ("confirmed", None)]


@pytest.mark.parametrize(("verb", "stance"), STANCES)
def test_stance(verb, stance):
    (quote,) = quotes_of(f"The army {verb} that 30 people died.")
    assert quote["stance"] == stance


SPEAKERS = [
    ("Maria Lopez came home. She said they had left.", "Maria Lopez"),
    ("Maria Lopez met John Smith. He said they had left.", "John Smith"),
    ("The doctor came home. She said they had left.", "The doctor"),
    ("She said they had left.", "She"),
]


@pytest.mark.parametrize(("text", "source"), SPEAKERS)
def test_who_a_pronoun_is(text, source):
    (quote,) = quotes_of(text)
    assert quote["source"] == source
    antecedent = text[quote["antecedent_start"] : quote["antecedent_end"]] if quote["antecedent_end"] else None
    assert antecedent == (None if text.startswith("She") else source)


PIECES = "The army a doctor said that 30 people died . , “ ” : according to she told him denied and who citing"
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_what_is_said_lies_in_the_text_and_apart_from_who_says_it(text):
    for quote in quotes_of(text):
        assert 0 <= quote["content_start"] < quote["content_end"] <= len(text)
        assert text[quote["cue_start"] : quote["cue_end"]] == quote["cue"]
        starts, ends = zip(*((quote[f"{p}_start"], quote[f"{p}_end"]) for p in ("source", "content")), strict=True)
        assert ends[0] <= starts[1] or ends[1] <= starts[0]
