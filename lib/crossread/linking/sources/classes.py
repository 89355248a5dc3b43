"""What kind of source a phrase names."""

import re
from functools import cache

from crossread.extracting.attribution.cues import source_class
from crossread.lexicon import load_lexicon

WORD = re.compile(r"[\w'’-]+")
ATTACHED = re.compile(r"\b(?:of|for|in|at|from|by|with|on|near|who|which)\b|,")


def classify_source(source: str) -> str | None:
    """Tell what kind of source a phrase names.

    A name that `lexicon/sources.toml` lists tells it, else the last noun of the phrase that does, before what is
    attached to it: "a spokesman for the rebels" is an official.

    Args:
        source: A source as an article names it.

    Returns:
        A class of the lexicon, None for a name or noun that it lacks.
    """
    named = _named_class(source)
    if named is not None:
        return named
    for part in ATTACHED.split(source):
        kinds = [kind for word in WORD.findall(part) if (kind := source_class(word.lower())) is not None]
        if kinds:
            return kinds[-1]
    return None


def _named_class(source: str) -> str | None:
    found = max(_pattern().findall(source), key=len, default=None)
    return None if found is None else _names()[found]


@cache
def _names() -> dict[str, str]:
    return {name: kind for kind, entry in load_lexicon("sources").items() for name in entry["names"]}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, _names()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
