"""What losses are laid to, by the words that tell of them."""

import re
from functools import cache, lru_cache

from crossread.lexicon import load_lexicon

Causes = frozenset[str]  # names of entries of `lexicon/occasions.toml`
KEPT = 1000  # texts whose causes are remembered: figures of one sentence come one after another


@lru_cache(maxsize=KEPT)
def find_causes(text: str) -> Causes:
    """Find what a lower-case text lays losses to.

    Args:
        text: A sentence, or what an article begins with.

    Returns:
        The causes; chemicals alone, where they are told, and fighting only where nothing else is.
    """
    found = {name for name, pattern in cause_patterns().items() if pattern.search(text)}
    if "chemicals" in found:
        return frozenset(["chemicals"])  # however they were brought
    return frozenset(found - {"fighting"} or found)


def tell_cause(sentence: str, start: int, lead: Causes) -> str:
    """Tell in words what the figure at a place of a sentence is laid to.

    "Air strikes killed 30 people after rebels shelled the city" lays it to air strikes, "30 people died when rebels
    shelled the city" to shelling.

    Args:
        sentence: The figure's sentence, in lower case.
        start: Where in it the number begins.
        lead: The causes that the article's beginning tells.

    Returns:
        The causes told in the figure's clause, else in its sentence, else by the lead; "" where none is.
    """
    own = find_causes(_clause(sentence, start)) or find_causes(sentence) or lead
    if "chemicals" in lead and own <= _carriers():
        own = lead
    return " and ".join(entry["phrase"] for name, entry in load_lexicon("occasions")["cause"].items() if name in own)


def _clause(sentence: str, start: int) -> str:
    """The stretch around a place that no word parts which joins two events."""
    joints = [match.span() for match in _joints().finditer(sentence)]
    first = max((end for _, end in joints if end <= start), default=0)
    last = min((begin for begin, _ in joints if begin > start), default=len(sentence))
    return sentence[first:last]


@cache
def cause_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each cause in `lexicon/occasions.toml`."""
    causes = load_lexicon("occasions")["cause"]
    return {name: re.compile(rf"\b(?:{entry['words']})\b") for name, entry in causes.items()}


@cache
def _carriers() -> Causes:
    causes = load_lexicon("occasions")["cause"]
    return frozenset(name for name, entry in causes.items() if entry.get("carries_chemicals", False))


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{load_lexicon('occasions')['joint']['words']})\b")
