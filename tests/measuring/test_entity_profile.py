"""One entity looked at closely."""

import re

import pytest

from crossread.measuring.entity_profile import NameNotFoundError, choose_entity
from crossread.tables import make_table

FORMS = {
    "iraq": ("LOC", ["Iraq"], 9),
    "islamic-state": ("ORG", ["ISIS", "Islamic State", "Daesh"], 7),
    "kurdistan-islamic-group": ("ORG", ["Kurdistan Islamic Group"], 3),
    "soleimani": ("PER", ["Soleimani", "Qassem Soleimani"], 2),
}
ENTITIES = make_table(
    "entities",
    [
        {"entity_id": e, "name": forms[-1], "type": kind, "aliases": forms, "mentions": mentions}
        for e, (kind, forms, mentions) in FORMS.items()
    ],
)


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ("", "soleimani"),
        ("daesh", "islamic-state"),
        (" Qassem ", "soleimani"),
        ("Islamic", "islamic-state"),
        ("Islamic Group", "kurdistan-islamic-group"),
        ("IRAQ", "iraq"),
    ],
)
def test_the_entity_that_is_meant(wanted: str, chosen: str) -> None:
    assert choose_entity(ENTITIES, wanted).entity_id.tolist() == [chosen]


def test_without_a_person_the_most_mentioned() -> None:
    assert choose_entity(ENTITIES[:2], "").entity_id.tolist() == ["iraq"]
    assert choose_entity(ENTITIES[:0], "").empty


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("Suleimani", "no article names 'Suleimani': the nearest names are Soleimani"),
        ("12345", "no article names '12345': the table entities lists all names"),
    ],
)
def test_a_name_that_is_not_there_is_told(wanted: str, told: str) -> None:
    with pytest.raises(NameNotFoundError, match=re.escape(told)):
        choose_entity(ENTITIES, wanted)
