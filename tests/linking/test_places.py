"""Named places to their regions."""

import pytest

from crossread.linking.places import Places, find_regions, is_country
from crossread.tables import make_table


def regions_of(*rows):
    entities = [
        {"entity_id": name.lower(), "name": name, "type": kind, "aliases": forms} for name, kind, *forms in rows
    ]
    return dict(find_regions(make_table("entities", entities)))


@pytest.mark.parametrize(
    ("towns", "same"),
    [
        (("Manbij", "Aleppo"), True),
        (("Homs", "Palmyra"), True),
        (("Aleppo", "Homs"), False),
        (("Dallas", "Texas"), True),
        (("Dallas", "California"), False),
        (("Paris", "Lyon"), False),
    ],
)
def test_cities_of_one_province_are_of_one_region(towns, same):
    regions = regions_of(*((town, "LOC") for town in towns))
    assert len(regions) == 2
    assert (len(set(regions.values())) == 1) == same


@pytest.mark.parametrize("row", [("Syria", "LOC"), ("Aleppo", "ORG"), ("Ain Hurr Street", "LOC"), ("Jordan", "LOC")])
def test_no_region(row):
    assert regions_of(row) == {}


def test_other_spellings_lead_to_the_region():
    both = regions_of(("Kobane", "LOC"), ("Kobani town", "LOC", "Kobani town", "Kobane"))
    assert both["kobane"] == both["kobani town"]


def test_the_most_populous_of_one_name_counts():
    assert regions_of(("London", "LOC"), ("Moscow", "LOC")) == {"london": "GB.ENG", "moscow": "RU.48"}


def test_no_entities():
    assert regions_of() == {}


def test_places_are_found_where_something_is():
    places = Places(["homs", "aleppo-province", "syria"])
    assert places.regions == {"homs": "SY.11", "aleppo-province": "SY.09", "syria": "SY"}
    assert places.find("a bomb in the city of homs, said police, and one near aleppo; damascus is calm") == [
        "SY.11",
        "SY.09",
    ]


@pytest.mark.parametrize(
    ("named", "region"),
    [
        (["jericho"], None),
        (["jericho", "ramallah"], "PS.WE"),
        (["paris"], "FR.11"),
        (["jericho", "homs", "syria"], None),
    ],
    ids=["small and alone", "with its country's", "large", "of another country"],
)
def test_a_small_city_needs_its_country(named, region):
    assert Places(named).regions.get(named[0]) == region


def test_codes_of_airports_are_no_places():
    assert Places(["nov", "angola"]).regions == {"angola": "AO"}


@pytest.mark.parametrize(("name", "told"), [("Syria", True), ("syria", True), ("Syrian", False), ("Homs", False)])
def test_is_country(name, told):
    assert is_country(name) == told
