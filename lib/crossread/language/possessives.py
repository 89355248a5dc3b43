"""Possessives whose apostrophe was lost on the way: "Syrias war", "the ISs fighters"."""

import re
from collections.abc import Sequence
from functools import cache

from crossread.language.gazetteers import countries, is_demonym, name_words, places

NO_PLURAL = re.compile(r"[^aeiou]ys$")  # a plural ends in "ies"
MARKS = frozenset(["'s", "’s", "'", "’"])


def owners(sentences: Sequence[Sequence[str]]) -> frozenset[str]:
    """Find the words of a text that are a name and the "s" of a possessive without its apostrophe.

    A text that has an apostrophe has lost none. In another, a capitalised word in "s" is a possessive if the text names
    its owner elsewhere too, or if the owner is a country or in the lexicon, and it is no plural.

    Args:
        sentences: The text in words.

    Returns:
        The words, as they are written.
    """
    forms = {word for sentence in sentences for word in sentence}
    if not MARKS.isdisjoint(forms):
        return frozenset()
    inside = {word for sentence in sentences for word in sentence[1:]}
    return frozenset(
        word
        for word in forms
        if len(word) > 2 and not word.islower() and word[-1] == "s" and _is_owner(word[:-1], word, forms, inside)
    )


def _is_owner(stem: str, word: str, forms: set[str], inside: set[str]) -> bool:
    common = not stem.isupper() and ({stem.lower(), word.lower()} & forms or {stem.lower(), word.lower()} & _nouns())
    if NO_PLURAL.search(word):
        common = False
    if common or stem[-1] == "s" or is_demonym(stem) or word in places() or word in name_words("organisations"):
        return False
    return stem in inside or stem in _owners_known()


@cache
def _owners_known() -> frozenset[str]:
    return countries() | name_words("places") | name_words("organisations")


@cache
def _nouns() -> frozenset[str]:
    """Nouns within names, of which capitalised plurals are common: "Guard" and "Guards"."""
    return name_words("organisation_nouns") | name_words("place_nouns") | name_words("event_nouns")
