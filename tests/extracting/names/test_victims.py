"""Whom a text names as dead, with age and sex as its words tell them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.patterns.test_rules import found_words

from crossread.extracting.pipeline import extract_articles
from crossread.lexicon import load_lexicon
from crossread.patterns import load_grammar
from crossread.reading.articles import Article

VICTIMS = [  # a text; names of the dead, their ages and sex
    ("John Carver, 34, was killed when his truck hit a wall.", [("John Carver", 34, "")]),
    (
        "The victims were identified as Maria Lopez, 45, and her daughter Ana Lopez, 12, Sheriff Tom Reed said.",
        [("Maria Lopez", 45, ""), ("Ana Lopez", 12, "female")],
    ),
    (
        "Police named the dead as 29-year-old Peter Hall and Susan Grey (31).",
        [("Peter Hall", 29, ""), ("Susan Grey", 31, "")],
    ),
    (
        "Five people were killed, including Mark Stone, 50, and his wife Ellen Stone.",
        [("Mark Stone", 50, ""), ("Ellen Stone", None, "female")],
    ),
    ("Among the dead was three-year-old Lina Haddad.", [("Lina Haddad", 3, "")]),
    ("Six-month-old Omar Nasser was killed.", [("Omar Nasser", 0.5, "")]),
    ("John Carver was charged with killing Susan Grey in 2012.", [("Susan Grey", None, "")]),
    ("Karl Weiss killed Susan Grey and wounded her husband Paul Grey.", [("Susan Grey", None, "")]),
    ("Prosecutors say Karl Weiss murdered his wife, Jane Weiss.", [("Jane Weiss", None, "female")]),
    ("The death of Susan Grey, 31, shocked the town.", [("Susan Grey", 31, "")]),
    ("Peter Hall died; Mark Stone was wounded.", [("Peter Hall", None, "")]),
    (
        "Those killed include Hani Saleh (son), Jana Saleh (daughter) and Noor Saleh, 7.",
        [("Hani Saleh", None, "male"), ("Jana Saleh", None, "female"), ("Noor Saleh", 7, "")],
    ),
    ("Susan Grey, aged 61, died at the scene.", [("Susan Grey", 61, "")]),
    ("Nine years after Diego Ruiz was murdered, his sister Ana Ruiz won the seat.", [("Diego Ruiz", None, "")]),
]


def read(text):
    mentions = extract_articles([Article("a", text)]).mentions
    return [(mention["text"], mention["age"], mention["sex"]) for mention in mentions if mention["dead"]]


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_victims(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Berg said 12 people were killed.",
        "Gunman Karl Weiss shot dead three people, police chief Anna Berg said.",
        "Susan Grey, whose brother was killed in the crash, said she was angry.",
        "Susan Grey was not killed, her family said.",
        "A suspect, Karl Weiss, 22, was arrested after two men were killed.",
        "The victims were known to police, Sheriff Tom Reed said.",
        "Mother found dead in north Houston home.",
        "According to Karl Weiss, one person is dead.",
        "Rebels condemned the massacres of Karl Weiss.",
        "President Anna Berg expressed condolences to the families of the dead.",
        "Karl Weiss, 40, won the race in 2012.",
    ],
)
def test_the_living(text):
    assert read(text) == []


@pytest.mark.parametrize("rule", load_grammar("victims", "announced").rules, ids=lambda rule: rule.name)
def test_rules(rule):
    assert found_words("victims", "announced", rule, rule.example, "list") == list(rule.yields)
    for text in rule.leaves:
        assert found_words("victims", "announced", rule, text, "list") == []


def test_a_word_tells_one_sex():
    female, male = load_lexicon("victims")["sex"].values()
    assert set(female).isdisjoint(male)


@given(st.text(alphabet="Ana Ruiz,34() killed was\n.", max_size=60))
def test_any_text(text):
    found = extract_articles([Article("a", f"Ana Ruiz was killed. {text}")]).mentions
    assert all(mention["age"] is None or 0 <= mention["age"] <= 120 for mention in found)
