"""Names and their types."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extracting.names.known import known_types
from crossread.extracting.names.mention import Mention
from crossread.extracting.names.mentions import find_mentions, find_names, with_one_type
from crossread.language.tagger import number_words
from crossread.language.tokens import tokenize


def names_of(text):
    return [(mention.text, mention.type) for mention in find_mentions(tokenize(text))]


NAMES = [
    (
        "Mr. Abadi met Gen. Qassem Soleimani in Baghdad.",
        [("Abadi", "PER"), ("Qassem Soleimani", "PER"), ("Baghdad", "LOC")],
    ),
    ("President Hassan Rouhani spoke on Monday.", [("Hassan Rouhani", "PER")]),
    ("Iraqi Prime Minister Haider al-Abadi came.", [("Iraqi", "MISC"), ("Haider al-Abadi", "PER")]),
    ("Secretary of State John Kerry spoke.", [("John Kerry", "PER")]),
    ("Conor O'Brien sailed round it.", [("Conor O'Brien", "PER")]),
    ("Goalkeeper O'Brien came.", [("O'Brien", "PER")]),
    (
        "It was written for Sinead O'Connor and Turlough O'Carolan.",
        [("Sinead O'Connor", "PER"), ("Turlough O'Carolan", "PER")],
    ),
    ("Staffan de Mistura spoke in Geneva.", [("Staffan de Mistura", "PER"), ("Geneva", "LOC")]),
    ("Abu Bakr al-Baghdadi was in Raqqa.", [("Abu Bakr al-Baghdadi", "PER"), ("Raqqa", "LOC")]),
    ("Angela Merkel's government and Germany's allies agreed.", [("Angela Merkel", "PER"), ("Germany", "LOC")]),
    ("Hezbollah leader Hassan Nasrallah spoke.", [("Hezbollah", "ORG"), ("Hassan Nasrallah", "PER")]),
    ("Vladimir Putin and Barack Obama met.", [("Vladimir Putin", "PER"), ("Barack Obama", "PER")]),
    (
        "The National Council of Resistance of Iran (NCRI) came.",
        [("National Council of Resistance of Iran", "ORG"), ("NCRI", "ORG")],
    ),
    ("The Syrian Observatory for Human Rights reported it.", [("Syrian Observatory for Human Rights", "ORG")]),
    (
        "The Islamic State of Iraq and the Levant took Mosul.",
        [("Islamic State of Iraq and the Levant", "ORG"), ("Mosul", "LOC")],
    ),
    ("The Washington Post and Fox News reported it.", [("Washington Post", "ORG"), ("Fox News", "ORG")]),
    ("The 9 Badr Corps fought.", [("9 Badr Corps", "ORG")]),
    ("The U.S. and the U.N. agreed.", [("U.S.", "LOC"), ("U.N.", "ORG")]),
    ("US troops left Iraq.", [("US", "LOC"), ("Iraq", "LOC")]),
    ("Iran’s Revolutionary Guards came.", [("Iran", "LOC"), ("Revolutionary Guards", "ORG")]),
    ("The PMOI/MEK met.", [("PMOI", "ORG"), ("MEK", "ORG")]),
    ("Amnesty International protested.", [("Amnesty International", "ORG")]),
    ("Fighting went on in Aleppo, Homs and Idlib on Monday.", [("Aleppo", "LOC"), ("Homs", "LOC"), ("Idlib", "LOC")]),
    ("The village of Khan Sheikhoun was hit.", [("Khan Sheikhoun", "LOC")]),
    ("In Diyala province, troops moved.", [("Diyala", "LOC")]),
    ("The Tehran-backed militias fought.", [("Tehran", "LOC")]),
    ("Tehran-backed militias fought.", [("Tehran", "LOC")]),
    ("Shi'ite militias and Sunni tribes fought.", [("Shi'ite", "MISC"), ("Sunni", "MISC")]),
    ("The Iran-Iraq war ended.", [("Iran-Iraq war", "MISC")]),
    (
        "Ali Khamenei spoke in Tehran. A loyalist of Khamenei Nouri al-Maliki was ousted.",
        [("Ali Khamenei", "PER"), ("Tehran", "LOC"), ("Khamenei", "PER"), ("Nouri al-Maliki", "PER")],
    ),
    (
        "Saddam Hussein fell in Baghdad. Hussein Kamel Hassan fled.",
        [("Saddam Hussein", "PER"), ("Baghdad", "LOC"), ("Hussein Kamel Hassan", "PER")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text for text, _ in NAMES])
def test_names(text, expected):
    assert names_of(text) == expected


NOTHING = [
    "",
    "the weather was fine and nobody came",
    "Then the rain came. However, the sun rose.",
    "On Monday it rained. In June it snowed.",
    "I saw him.",
    "“We will not leave,” he said.",
    "Removing it took long.",
    "12 people were killed.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text):
    assert names_of(text) == []


def test_surname_is_a_person_where_the_full_name_is():
    text = "Qassem Soleimani came. The order of Soleimani stands."
    assert names_of(text) == [("Qassem Soleimani", "PER"), ("Soleimani", "PER")]


def test_a_storm_keeps_its_name():
    assert names_of("Hurricane Zelda hit Lisbon. On Monday Zelda left.")[-1] == ("Zelda", "MISC")


def test_a_surname_that_calls_bodies_makes_no_persons():
    text = "Ana House spoke in Lisbon. The White House and the House said so."
    assert ("House", "PER") not in names_of(text)


def test_an_acronym_in_brackets_is_its_body_s_wherever_it_stands():
    text = "The Kenya Farmers Union (KFU) met in Nairobi. Officials of KFU left."
    assert [kind for name, kind in names_of(text) if name == "KFU"] == ["ORG", "ORG"]


def mention(text, kind, start):
    return Mention(start, start + len(text), text, kind)


@pytest.mark.parametrize(
    ("name", "kinds", "expected"),
    [
        ("Otter", "ORG PER ORG ORG", "ORG ORG ORG ORG"),
        ("Otter", "ORG PER ORG", "ORG PER ORG"),  # not clear
        ("Otter Creek", "LOC PER LOC", "LOC LOC LOC"),
        ("Washington", "LOC LOC LOC PER", "LOC LOC LOC PER"),  # a place may be a person's name, too
    ],
)
def test_one_type_a_name(name, kinds, expected):
    mentions = [mention(name, kind, 20 * at) for at, kind in enumerate(kinds.split())]
    assert [one.type for one in with_one_type(mentions)] == expected.split()


def test_words_that_are_numbered_already_are_taken_as_they_are():
    documents = [tokenize(text) for text, _ in NAMES]
    batch = number_words([[sentence.words for sentence in document.sentences] for document in documents])
    assert find_names(documents, batch) == find_names(documents)


def test_numbered_name_again():
    assert names_of("The 9 Badr Corps came. Later 9 Badr forces left.")[1] == ("9 Badr", "ORG")


def test_heading_in_title_case_names_only_what_is_known():
    text = "Great Many Strange Things Happen Near Baghdad\nIt is said that many strange things happen."
    assert names_of(text) == [("Baghdad", "LOC")]


@pytest.mark.parametrize(("form", "kind"), known_types().items(), ids=list(known_types()))
def test_known_names_are_found_whole(form, kind):
    assert (form, kind) in names_of(f"They spoke of {form} today.")


WORDS = [
    "Mr.",
    "Gen",
    ".",
    "President",
    "Prime",
    "Minister",
    "al-Abadi",
    "Qassem",
    "Soleimani",
    "the",
    "The",
    "of",
    "in",
    "In",
    "Baghdad",
    "U.S.",
    "Iran’s",
    "Iranian",
    "9",
    "Badr",
    "Corps\nCouncil",
    "for",
    "(",
    "NCRI",
    ")",
    "PMOI/MEK",
    "“",
    "”",
    "‘",
    "’",
    ",",
    "and",
    "People",
    "'s",
    "said",
    "\n",
    "Tehran-backed",
    "Islamic",
    "State",
    "Iraq-Iran",
    "war",
    "such",
    "as",
    "cities",
    "al-",
    "A",
]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_text(text):
    end = 0
    for mention in find_mentions(tokenize(text)):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.type in ("PER", "ORG", "LOC", "MISC")
        end = mention.end
