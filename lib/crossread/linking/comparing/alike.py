"""Which things counted are put on one axis: by class, by noun, and, for losses of forces, by side."""

import re
from functools import cache

import pandas as pd

from crossread.language.gazetteers import is_demonym
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon
from crossread.linking.places import is_country

WORD = re.compile(r"[a-z][\w'-]*")


def name_counted(kind: str, counted: str, counted_class: str) -> str:
    """Name what a figure is compared by.

    Args:
        kind: The figure's kind.
        counted: What it counts.
        counted_class: The class of that.

    Returns:
        The class, where its nouns mean much the same; the name of the nouns that are compared only with each other
        ("children", "houses"); else the head noun. Empty where nothing is counted.
    """
    if not counted:
        return counted_class
    noun = singular(counted.split()[-1])
    if counted_class == "money":
        return noun
    if noun in _apart():
        return _apart()[noun]
    lexicon = load_lexicon("alike")
    # A noun that no class lists is of one by the user's word.
    by_user = counted_class != "other" and noun not in load_lexicon("classes")[counted_class]["nouns"]
    whole = counted_class in lexicon["wide"] or noun in lexicon["general"] or by_user
    return counted_class if whole and counted_class != "other" else noun


def tells_outcome(name: str) -> bool:
    """Tell whether what is counted says by itself what is claimed of it, as "protesters" does."""
    return name in load_lexicon("alike")["telling"]["names"]


def name_side(counted: str, actor: str | None) -> str:
    """Name the side that the counted forces are of.

    Args:
        counted: What a figure counts, such as "rebel fighters".
        actor: The entity id that its phrase names, null for none.

    Returns:
        The actor, unless it only says of which country they are, or is an army like that; else "soldiers", "rebels", or
        "" where untold.
    """
    sides = _sides(counted)
    if pd.isna(actor):
        return next(iter(sides), "")
    name = str(actor).replace("-", " ")
    if sides and (is_demonym(name.capitalize()) or is_country(name) or set(sides) & set(_sides(name))):
        return sides[0]
    return name.title()


def _sides(text: str) -> list[str]:
    words = {singular(word) for word in WORD.findall(text)} | set(text.split())
    return [side for side, nouns in load_lexicon("alike")["sides"].items() if words & set(nouns)]


@cache
def _apart() -> dict[str, str]:
    return {noun: name.replace("_", " ") for name, nouns in load_lexicon("alike")["apart"].items() for noun in nouns}
