"""What words can be in a phrase."""

import pytest

from crossread.language.vocabulary import counted_class, singular

SINGULARS = [
    ("soldiers", "soldier"),
    ("people", "person"),
    ("men", "man"),
    ("gunmen", "gunman"),
    ("policemen", "policeman"),
    ("women", "woman"),
    ("children", "child"),
    ("cities", "city"),
    ("families", "family"),
    ("attacks", "attack"),
    ("churches", "church"),
    ("buses", "bus"),
    ("houses", "house"),
    ("causes", "cause"),
    ("passes", "pass"),
    ("bodies", "body"),
    ("lives", "life"),
    ("troops", "troop"),
    ("corps", "corps"),
    ("iraqis", "iraqi"),
    ("sorties", "sortie"),
    ("aircraft", "aircraft"),
    ("crisis", "crisis"),
    ("tank", "tank"),
]


@pytest.mark.parametrize(("noun", "expected"), SINGULARS, ids=[noun for noun, _ in SINGULARS])
def test_singular(noun, expected):
    assert singular(noun) == expected


CLASSES = [
    ("military advisers", "forces"),
    ("elite fighters", "forces"),
    ("iranian revolutionary guards", "forces"),
    ("quds force battalions", "units"),
    ("civilians", "civilians"),
    ("people", "people"),
    ("iraqis", "people"),
    ("tanks", "vehicles"),
    ("buses", "vehicles"),
    ("sorties", "attacks"),
    ("villages", "places"),
    ("umbrellas", "other"),
    ("", ""),
]


@pytest.mark.parametrize(("counted", "expected"), CLASSES, ids=[counted or "nothing" for counted, _ in CLASSES])
def test_counted_class(counted, expected):
    assert counted_class(counted) == expected
