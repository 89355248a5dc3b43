"""What the tagger sees of a word."""

import pytest

from crossread.language.features import EDGE, FLAG, flag_feature, normal_form, shape, use_flags, word_features


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


def test_edges_and_flags_stand_apart():
    assert word_features(EDGE) == [EDGE]
    assert flag_feature(f"{FLAG}cl") == "f=cl"


def test_flags_tell_the_other_uses_in_the_article():
    article = [
        ["The", "guards", "left", "Mosul", "."],
        ["Guards", "met", "President", "Rouhani", "."],
        ["Rouhani", "left"],
    ]
    assert use_flags(article) == {
        "The": FLAG,
        "Mosul": f"{FLAG}c",
        "Guards": f"{FLAG}l",
        "President": f"{FLAG}c",
        "Rouhani": f"{FLAG}ch",
    }
