"""Named places to their regions."""

import pytest

from crossread.linking.places import find_regions, is_country, locate_places
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


def test_provinces_parts_and_countries_are_located():
    names = ["homs", "aleppo-province", "northern-aleppo", "west-virginia", "syria", "nowhere"]
    regions = ["SY.11", "SY.09", "SY.09", "US.WV", "SY"]
    assert locate_places(names) == dict(zip(names, regions, strict=False))


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
    assert locate_places(named).get(named[0]) == region


def test_codes_of_airports_are_no_places():
    assert locate_places(["nov", "angola"]) == {"angola": "AO"}


@pytest.mark.parametrize(("name", "told"), [("Syria", True), ("syria", True), ("Syrian", False), ("Homs", False)])
def test_is_country(name, told):
    assert is_country(name) == told
