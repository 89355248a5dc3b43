"""Named places to the regions that they lie in."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pandas as pd

from crossread.language.gazetteers import geonames, known_cities

SMALL = 100_000  # people of a city whose name needs no other to be understood
SIDE = re.compile(r"^(?:(?:north|south)?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|central) ")
Cities = dict[str, tuple[str, int]]  # region and people by name
NO_CITY = ("", 0)
DIVISION = re.compile(r"\b (?:province|city|governorate|countryside|district|region)$")


def find_regions(entities: pd.DataFrame) -> pd.Series:
    """Find the province or state of each named city, so that a town and its province are known as near each other.

    Of several cities of one name the most populous counts: sometimes the wrong one, but the same one in every article.

    Args:
        entities: The entities table.

    Returns:
        The first-level division of GeoNames ("SY.09") by entity id, for those places that are cities or states of the
        United States; not for countries.
    """
    places = entities[entities.type == "LOC"]
    spelled = {
        entity_id: [form.lower() for form in (name, *aliases)]
        for entity_id, name, aliases in zip(places.entity_id, places.name, places.aliases, strict=True)
    }
    cities = _find_cities(form for forms in spelled.values() for form in forms)
    regions = {}
    for entity_id, forms in spelled.items():
        region = next((found for form in forms if (found := _division(form, cities))), None)
        if region is not None and forms[0] not in _countries():
            regions[entity_id] = region
    return pd.Series(regions, dtype="string")


def locate_places(entity_ids: Iterable[str]) -> dict[str, str]:
    """Find the regions of a corpus's places by their ids, with countries as regions of their own.

    A small city counts only where its country is named otherwise: a village of that name may well be meant.

    Args:
        entity_ids: The places' entity ids.

    Returns:
        The first-level division of GeoNames ("SY.09"), or a country's code ("SY"), by entity id.
    """
    named = {entity_id: DIVISION.sub("", entity_id.replace("-", " ")) for entity_id in set(entity_ids)}
    cities = _find_cities(form for name in named.values() for form in (name, SIDE.sub("", name)))
    # "northern" counts only where it is part of the name
    names = {entity_id: name if _region(name, cities) else SIDE.sub("", name) for entity_id, name in named.items()}
    found = {entity_id: region for entity_id, name in names.items() if (region := _region(name, cities))}
    countries = Counter(region[:2] for region in found.values())
    return {
        entity_id: region
        for entity_id, region in found.items()
        if countries[region[:2]] > 1 or not _is_small(cities.get(names[entity_id]), region)
    }


def _is_small(city: tuple[str, int] | None, region: str) -> bool:
    return city is not None and city[0] == region and city[1] < SMALL


def is_country(name: str) -> bool:
    """Tell whether a name, in any case, is a country's."""
    return name.lower() in _countries()


def name_country(region: str) -> str:
    """Name the country of a region's code in English, "" for none."""
    return _country_names().get(region[:2], "")


def _region(name: str, cities: Cities) -> str | None:
    """The code of a country, or the region of a state or city, by its lower-case name."""
    return _countries().get(name) or _division(name, cities)


def _division(name: str, cities: Cities) -> str | None:
    return _states().get(name) or cities.get(name, NO_CITY)[0] or None


@cache
def _countries() -> dict[str, str]:
    return {country["name"].lower(): code for code, country in geonames().get_countries().items()}


@cache
def _country_names() -> dict[str, str]:
    return {code: country["name"] for code, country in geonames().get_countries().items()}


@cache
def _states() -> dict[str, str]:
    return {state["name"].lower(): f"US.{state['code']}" for state in geonames().get_us_states().values()}


def _find_cities(names: Iterable[str]) -> Cities:
    """Find lower-case names among all spellings of cities (GeoNames, of 15,000 people and more).

    A dictionary of all spellings would take longer to make than to search for the names that a corpus asks for; each
    is searched for once.
    """
    known = _asked()
    wanted = set(names) - known.keys()
    known |= dict.fromkeys(wanted, NO_CITY)
    for city in known_cities() if wanted else ():
        for name in wanted.intersection(city.spellings):
            if city.population >= known[name][1]:
                known[name] = (city.region, city.population)
    return known


@cache
def _asked() -> Cities:
    """The cities by the names that were asked for so far."""
    return {}
