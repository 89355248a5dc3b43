"""Times and modifiers of a figure: what reaches beyond the event, and what is no account of it."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from crossread.extracting.context.spans import Place
from crossread.lexicon import load_lexicon

KEPT = 1000  # sentences whose times are remembered: figures of one sentence come one after another


class Reach(NamedTuple):
    """How far a figure reaches ("since a date", "expected"), and why it is no account of the event; each may be ""."""

    reach: str = ""
    excluded: str = ""


def read_time(place: Place, outcome: str) -> Reach:
    """Read what times a sentence tells of a figure, by the first entry of `time` in the lexicon that does.

    Args:
        place: The figure's number in its sentence.
        outcome: What is said to have happened.

    Returns:
        The reach and the reason.
    """
    for name, match in _times_told(place.sentence):
        entry = load_lexicon("context")["time"][name]
        if outcome in entry.get("unless", []):
            continue
        governs = entry.get("governs") == "sentence" or (entry.get("governs") == "rest" and match.end() <= place.start)
        if governs or place.is_near(match):
            return Reach(entry.get("reach", ""), entry.get("excluded", ""))
    return Reach()


def read_modifiers(place: Place, outcome: str, *, accompanied: bool) -> Reach:
    """Read what the words right before or behind a number make of it.

    Args:
        place: The figure's number in its sentence.
        outcome: What is said to have happened.
        accompanied: Whether other figures stand in the sentence: only to such can it be joined.

    Returns:
        The reach ("expected") and the reason ("added to another number").
    """
    beside = {"before": place.sentence[: place.start].rstrip(), "behind": place.sentence[place.end :]}
    for name, pattern in modifier_patterns().items():
        entry = load_lexicon("context")["modifier"][name]
        if (entry.get("joins", False) and not accompanied) or outcome not in entry.get("outcomes", [outcome]):
            continue
        at_number = entry["where"] == "at"
        if pattern.match(place.sentence, place.start) if at_number else pattern.search(beside[entry["where"]]):
            return Reach(entry.get("reach", ""), entry.get("excluded", ""))
    return Reach()


@lru_cache(maxsize=KEPT)
def _times_told(sentence: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """The matches in a lower-case sentence, each with its entry, the entries in the order in which they count."""
    return tuple((name, match) for name, pattern in time_patterns().items() for match in pattern.finditer(sentence))


@cache
def time_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each time in `lexicon/context.toml`, in the order in which they count."""
    times = load_lexicon("context")["time"]
    return {name: re.compile("|".join(f"(?:{word})" for word in entry["words"])) for name, entry in times.items()}


@cache
def modifier_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each modifier in `lexicon/context.toml`, in the order in which they count."""
    return {name: re.compile(entry["words"]) for name, entry in load_lexicon("context")["modifier"].items()}
