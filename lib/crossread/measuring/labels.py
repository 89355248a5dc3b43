"""Text of articles made safe to show, and the words for types and counts."""

import re
import unicodedata

import pandas as pd

from crossread.language.vocabulary import singular

TYPES = {"PER": "People", "ORG": "Organisations", "LOC": "Places", "MISC": "Other names"}
"""The types of names, in the order in which they are shown."""
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other name"}
"""The same of one name."""

PLURALS = {"man": "men", "child": "children", "person": "people", "life": "lives", "(?<![aeiou])y": "ies"}


def clean(text: object, limit: int = 60) -> str:
    """Make text of an article fit to be drawn: one line, legal in XML, not too long.

    Args:
        text: The text; null gives "".
        limit: The most characters, 0 for no limit.

    Returns:
        The text, shortened with "…" at a word's end where it can be.
    """
    if text is None or text is pd.NaT or text is pd.NA or text != text:
        return ""
    words = " ".join(str(text).split())
    # Controls and lone surrogates break XML; direction marks let a label rewrite its neighbours. Persian and
    # Indic scripts need the (non-)joiners.
    kept = (c for c in words if c in "\u200c\u200d" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Cn"})
    words = "".join(kept).strip()
    return words if not limit or len(words) <= limit else shorten(words, limit - 1)


def shorten(text: str, length: int) -> str:
    """Cut text at a word's end where it can be, and put "…" there."""
    head = text[:length]
    at_word = head if text[length : length + 1] == " " else head.rpartition(" ")[0]
    # A word longer than half of the room is cut where the room ends.
    return (at_word if len(at_word) > length / 2 else head).rstrip(" ,;:.-–") + "…"


def plural(count: int, thing: str) -> str:
    """Write how many of a thing there are: "1 article", "1,200 articles"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def name_counted(unit: str, counted: str, outcome: str) -> str:
    """Name what a number counts: "people killed", "percent jobless rate", "air strikes"."""
    told = "" if outcome == "other" or (outcome == "attacks" and counted) else outcome
    counted = counted if unit else pluralise(counted)
    return " ".join(part for part in (unit, counted, told) if part) or "number"


def pluralise(noun: str) -> str:
    """Write a noun in the plural: "battalions", "cities"; unchanged where it is one."""
    *words, head = noun.split(" ")
    irregular = (re.sub(f"{one}$", many, head) for one, many in PLURALS.items())
    forms = (*irregular, f"{head}es", f"{head}s")
    fitting = (form for form in forms if form != head and singular(form) == head)
    return " ".join([*words, head if not head or singular(head) != head else next(fitting, head)])


def format_number(number: float) -> str:
    """Write a number as news does: 30,000, 1.5 million."""
    sign, size = ("−" if number < 0 else ""), abs(number)
    for word, unit in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if size >= unit:
            return f"{sign}{size / unit:,.10g} {word}"
    return f"{sign}{size:,.10g}"
