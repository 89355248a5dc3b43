"""Possessives that lost their apostrophes."""

import pytest

from crossread.language.possessives import owners


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrias war goes on . He left Syria .", {"Syrias"}),
        ("Irans army came .", {"Irans"}),
        ("The town is IS land and the ISs men came .", {"ISs"}),
        ("President Zahedis men and then Zahedi came .", {"Zahedis"}),
    ],
)
def test_owners(text, expected):
    assert owners([text.split()]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kurds and a Kurd came .",
        "The Guards left . A Revolutionary Guard stayed .",
        "He saw Paris .",
        "He told Hamas of Hama .",
        "The Rebels left , the rebel said of the Rebel .",
        "Syrias war 's end . He left Syria .",
        "Zahedis came .",
        "",
    ],
)
def test_no_owner(text):
    assert owners([text.split()]) == frozenset()
