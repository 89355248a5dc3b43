"""Who is said to have said a figure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article


def figures_of(text, title=None):
    return extract_articles([Article("a", text, title=title)]).figures


SOURCES = [
    ("The Observatory said 12 people were killed.", "The Observatory"),
    ("12 people were killed, the Observatory said.", "the Observatory"),
    ("12 people were killed, according to the Observatory.", "the Observatory"),
    ("According to the Observatory, 12 people were killed.", "the Observatory"),
    ("According to the United Nations, more than 250,000 people have died.", "the United Nations"),
    ("“12 people were killed,” said a doctor in the town.", "a doctor in the town"),
    ("A doctor told reporters that 12 people were killed.", "A doctor"),
    ("Rebels said on Monday that 12 soldiers were killed.", "Rebels"),
    ("A spokesman for the army said 12 rebels were killed.", "A spokesman for the army"),
    ("The Observatory, which is based in Britain, said 12 people died.", "The Observatory"),
    ("The doctor, who works in the town, said that 12 people died.", "The doctor"),
    ("The National Council (NCR) said 12 people died.", "The National Council"),
    ("In a statement, the army said that it had killed 50 rebels.", "the army"),
    ("The army said in a statement that it had killed 50 rebels.", "The army"),
    ("State media, citing a military source, said 12 soldiers died.", "a military source"),
    ("The agency said 12 people died, quoting a doctor.", "a doctor"),
    ("The New York Times reported more than 300 strikes.", "The New York Times"),
    ("The United Nations estimates that 500,000 people are besieged.", "The United Nations"),
    ("UN says 500,000 people besieged", "UN"),
    ("Police recorded 45 deaths.", "Police"),
    ("Kurdish authorities have accused Iran of sending 30,000 soldiers.", "Kurdish authorities"),
    ("The report says 12 people were killed.", "The report"),
    ("The news report said 12 people were killed.", "The news report"),
    ("A report by the bank said 12 people died.", "A report by the bank"),
    ("Local reports say 12 people were killed.", "Local reports"),
    ("Unconfirmed reports say 12 people were killed.", "Unconfirmed reports"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES, ids=[text for text, _ in SOURCES])
def test_source(text, source):
    assert [figure["source"] for figure in figures_of(text)] == [source]


NO_SOURCE = [
    "12 people were killed.",
    "The blast killed 12 people.",
    "Nobody said why, and nobody asked. 12 people were killed.",
    "According to the plan, 12 people will leave.",
    "He said 12 people were killed.",
    "It is reported that 12 people were killed.",
    "The guards, estimated to be over 7,000, are in the city.",
    "The estimated 5,000 fighters left.",
    "An estimated 5,000 people came.",
    "The estimated cost is $5 million.",
    "The claims that 12 people died are false.",
    "What he said was that 12 people died.",
    "The alleged attack killed 30.",
]


@pytest.mark.parametrize("text", NO_SOURCE)
def test_no_source(text):
    assert [figure["source"] for figure in figures_of(text)] == [None]


SEVERAL = [
    ("The army said 3 people died, while the rebels said 12 people died.", ["The army", "the rebels"]),
    ("The army said 3 people died; according to the rebels, 12 people died.", ["The army", "the rebels"]),
    ("Some 500 people came, organisers said; police counted 200.", ["organisers", "police"]),
    ("Doctors said 12 people died. The army said 3 people died.", ["Doctors", "The army"]),
    ("Doctors said 12 people died. The war has killed 5,000 people.", ["Doctors", None]),
    ("12 people were killed, but the army said only 3 were.", [None, "the army"]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_several_sources(text, expected):
    assert [figure["source"] for figure in figures_of(text)] == expected


def test_sentence_between_two_of_one_source():
    text = "The NCRI said that guards had come. The guards number about 7,000. Experts are among them, the NCRI said."
    assert [figure["source"] for figure in figures_of(text)] == ["The NCRI"]


def test_sentence_between_two_sources():
    text = "The NCRI said that guards had come. The town holds 7,000 guards. Experts are among them, Reuters said."
    assert [figure["source"] for figure in figures_of(text)] == [None]


def test_title_takes_the_source_of_the_body():
    title = "12 killed in market blast"
    text = f"{title}\n\nThe Observatory said 12 people were killed."
    assert [figure["source"] for figure in figures_of(text, title)] == ["The Observatory", "The Observatory"]


def test_title_keeps_its_own_source():
    title = "12 killed, doctors say"
    text = f"{title}\n\nThe Observatory said 12 people were killed."
    assert [figure["source"] for figure in figures_of(text, title)] == ["doctors", "The Observatory"]


def test_figure_that_counts_its_source_has_none():
    (figure,) = figures_of("Two officials said that drones were sent.")
    assert (figure["phrase"], figure["source"], figure["outcome"]) == ("Two officials", None, "other")


WORDS = [
    "said",
    "says",
    "reported",
    "according",
    "to",
    "citing",
    "quoting",
    "he",
    "she",
    "who",
    ",",
    "which",
    "that",
    "(",
    ")",
    "“",
    "”",
    ".",
    ";",
    "and",
    "but",
    "12",
    "people",
    "killed",
    "the\narmy",
    "NCRI",
    "Reuters",
    "of",
    "in",
    "a",
    "statement",
    "late",
    "\n",
    "report",
    "estimated",
    "been",
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text):
    for figure in figures_of(text):
        if figure["source"] is None:
            assert figure["source_start"] is None
            assert figure["source_end"] is None
        else:
            assert text[figure["source_start"] : figure["source_end"]] == figure["source"]
            assert figure["source"].strip()
