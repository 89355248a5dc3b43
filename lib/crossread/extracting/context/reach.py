"""Times and modifiers of a figure: what reaches beyond the event, and what is no account of it."""

from typing import NamedTuple

from crossread.extracting.context.tellings import Number
from crossread.patterns import Match, decide, load_grammar


class Reach(NamedTuple):
    """How far a figure reaches ("since a date", "expected"), and why it is no account of the event; each may be ""."""

    reach: str = ""
    excluded: str = ""


def read_time(number: Number, outcome: str) -> Reach:
    """Read what times a sentence tells of a figure, by the first rule that does.

    Args:
        number: The figure's number.
        outcome: What is said to have happened.

    Returns:
        The reach and the reason.
    """
    for match in number.telling.find("time"):
        governs = match.rule.sets.get("governs", "")
        governed = governs == "sentence" or (governs == "rest" and match.end <= number.first)
        if outcome not in _listed(match, "unless") and (governed or number.is_near(match)):
            return _decide("time", match)
    return Reach()


def read_modifiers(number: Number, outcome: str, *, accompanied: bool) -> Reach:
    """Read what the words right before or behind a number make of it.

    Args:
        number: The figure's number.
        outcome: What is said to have happened.
        accompanied: Whether other figures stand in the sentence: only to such can it be joined.

    Returns:
        The reach ("expected") and the reason ("added to another number").
    """
    telling = number.telling
    found = [match for match in telling.find_within("modifier", 0, number.first) if _stands(match, "before")]
    found += [
        match for match in telling.find_within("modifier", number.last, telling.length) if _stands(match, "behind")
    ]
    found += [match for match in telling.find("modifier") if _stands(match, "at") and match.start == number.first]
    for match in decide(found):
        joined = "joins" in match.rule.sets and not accompanied
        if not joined and outcome in (_listed(match, "outcomes") or [outcome]):
            return _decide("modifier", match)
    return Reach()


def _stands(match: Match, where: str) -> bool:
    return match.rule.sets["where"] == where


def _listed(match: Match, name: str) -> list[str]:
    return match.rule.sets[name].split(", ") if name in match.rule.sets else []


def _decide(table: str, match: Match) -> Reach:
    load_grammar("context", table).note(match.rule)
    return Reach(match.rule.sets.get("reach", ""), match.rule.sets.get("excluded", ""))
