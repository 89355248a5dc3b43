"""What the tagger sees of a word."""

import pytest

from crossread.language.features import (
    EDGE,
    FLAG,
    flag_features,
    heading_kind,
    normal_form,
    shape,
    use_flags,
    word_features,
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Baghdad", "Xxx"),
        ("IRGC", "XX"),
        ("al-Abadi", "xx-Xxx"),
        ("Su-24", "Xx-00"),
        ("1,000", "0,00"),
        ("U.S.", "X.X."),
        ("a", "x"),
        ("--", "--"),
    ],
)
def test_shape(word, expected):
    assert shape(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("``", '"'), ("”", '"'), ("’s", "'s"), ("-LRB-", "("), ("Shi’ite", "Shi'ite"), ("Baghdad", "Baghdad")],
)
def test_normal_form(word, expected):
    assert normal_form(word) == expected


def test_a_word_s_features():
    assert word_features("Mosul") == [
        "w=mosul",
        "x=Xxx",
        "p=m",
        "p=mo",
        "p=mos",
        "p=mosu",
        "s=l",
        "s=ul",
        "s=sul",
        "s=osul",
        "g=city",
    ]


@pytest.mark.parametrize(
    ("word", "gazetteer"),
    [
        ("Iraq", "g=country"),
        ("Iranians", "g=demonym"),
        ("Council", "g=body"),
        ("Brig", "g=honorific"),
        ("admiral", "g=honorific"),
        ("al-Abadi", None),
        ("mosul", None),
    ],
)
def test_gazetteers(word, gazetteer):
    found = [feature for feature in word_features(word) if feature.startswith("g=")]
    assert gazetteer in found if gazetteer else found == []


def test_clusters_are_features_of_a_word_as_written_and_in_small_letters():
    def of(word):
        return {feature.split("=")[0] for feature in word_features(word) if feature[0] in "ckl"}

    assert of("said") == of("Obama") == {"c", "k"}
    assert of("Said") == {"c", "k", "l"}
    assert of("Otherwise") == {"l"}
    assert of("Quilmott") == set()


def test_edges_and_flags_stand_apart():
    assert word_features(EDGE) == [EDGE]
    assert flag_features(f"{FLAG}cl") == ["f=cl", "f:c", "f:l"]
    assert flag_features("") == []


def test_flags_tell_the_uses_in_the_article():
    article = [
        ["The", "guards", "left", "Mosul", "."],
        ["Guards", "met", "President", "Rouhani", "in", "Qom", "today", "."],
        ["Mary", "Jones", "and", "the", "Council", "left"],
        ["Rouhani", "said"],
    ]
    flags = [[flag.removeprefix(FLAG) for flag in sentence] for sentence in use_flags(article)]
    assert flags == [
        ["l", "", "", "c", ""],
        ["l", "", "c", "chv", "", "cn", "", ""],
        ["", "cg", "", "", "ct", ""],
        ["chv", ""],
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("SIX KILLED IN MOSUL BLAST", "U"),
        ("Six Killed in Mosul Blast", "T"),
        ("Six were killed in a blast in Mosul .", ""),
        ("Jones met Brown, Smith saw Miller", ""),  # short verbs in small letters
        ("Ames of Lisbon, Bell of Porto, Cole of Faro.".replace(".", " ."), ""),  # a list of names
        ("Ames and Bell of the Porto Guild", "T"),
        ("", ""),
    ],
)
def test_headings(sentence, kind):
    assert heading_kind(sentence.split()) == kind


def test_words_of_a_heading_have_its_flag():
    article = [["SIX", "KILLED", "NEAR", "MOSUL"], ["They", "left", "MOSUL"]]
    assert use_flags(article) == [[f"{FLAG}U", f"{FLAG}U", f"{FLAG}U", f"{FLAG}cU"], ["", "", f"{FLAG}c"]]
