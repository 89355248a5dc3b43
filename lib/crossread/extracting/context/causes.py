"""What losses are laid to, by the words that tell of them."""

import re
from functools import cache, lru_cache

from crossread.extracting.context.spans import Place
from crossread.lexicon import load_lexicon

Causes = frozenset[str]  # names of entries of `lexicon/context.toml`
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


def name_cause(place: Place, lead: Causes) -> str:
    """Name what a figure is laid to.

    "Air strikes killed 30 people after rebels shelled the city" lays it to air strikes, "30 people died when rebels
    shelled the city" to shelling.

    Args:
        place: The figure's number in its sentence.
        lead: The causes that the sentence before or the article's beginning tells.

    Returns:
        In words the causes told in the figure's clause, else in its sentence, else by the lead; "" where none is.
    """
    causes, joint = load_lexicon("context")["cause"], _joints()
    joints = [match.span() for match in joint.finditer(place.sentence)]
    first = max((end for _, end in joints if end <= place.start), default=0)
    last = min((begin for begin, _ in joints if begin > place.start), default=len(place.sentence))
    found = find_causes(place.sentence[first:last]) or find_causes(place.sentence) or lead
    if "chemicals" in lead and all(causes[name].get("carries_chemicals", False) for name in found):
        found = lead
    return " and ".join(entry["phrase"] for name, entry in causes.items() if name in found)


@cache
def cause_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each cause in `lexicon/context.toml`."""
    return {name: re.compile(rf"\b(?:{entry['words']})\b") for name, entry in load_lexicon("context")["cause"].items()}


@cache
def _joints() -> re.Pattern[str]:
    """What parts a sentence into the telling of two events."""
    return re.compile(rf"\b(?:{load_lexicon('context')['joint']['words']})\b")
