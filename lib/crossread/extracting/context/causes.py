"""What losses are laid to and what an attack hit, by the words that tell of them."""

from collections.abc import Iterable

from crossread.extracting.context.tellings import Number, Telling
from crossread.patterns import Match, load_grammar

Causes = frozenset[str]  # names of rules


def find_causes(tellings: Iterable[Telling]) -> Causes:
    """Find what sentences lay losses to.

    Args:
        tellings: A sentence, or what an article begins with.

    Returns:
        The causes; chemicals alone, where they are told, and fighting only where nothing else is.
    """
    return _settle(match for telling in tellings for match in telling.find("cause"))


def _settle(matches: Iterable[Match]) -> Causes:
    found = {match.rule.name for match in matches}
    if "chemicals" in found:
        return frozenset(["chemicals"])  # however they were brought
    return frozenset(found - {"fighting"} or found)


def name_cause(number: Number, lead: Causes) -> str:
    """Name what a figure is laid to.

    "Air strikes killed 30 people after rebels shelled the city" lays it to air strikes, "30 people died when rebels
    shelled the city" to shelling.

    Args:
        number: The figure's number.
        lead: The causes that the sentence before or the article's beginning tells.

    Returns:
        In words the causes told in the figure's clause, else in its sentence, else by the lead; "" where none is.
    """
    telling = number.telling
    joints = [(match.start, match.end) for match in telling.find("joint")]
    first = max((end for _, end in joints if end <= number.first), default=0)
    last = min((begin for begin, _ in joints if begin > number.first), default=telling.length)
    own = _settle(telling.find_within("cause", first, last))
    found = own or find_causes([telling]) or lead
    grammar = load_grammar("context", "cause")
    if "chemicals" in lead and all("carries_chemicals" in rule.sets for rule in grammar.rules if rule.name in found):
        found = lead
    decide = [rule for rule in grammar.rules if rule.name in found]
    for rule in decide:
        grammar.note(rule)
    return " and ".join(rule.sets["phrase"] for rule in decide)


def find_targets(tellings: Iterable[Telling]) -> list[str]:
    """Find what sentences say was hit, in words ("a wedding"), in the order of the rules."""
    grammar = load_grammar("context", "target")
    found = {match.rule.name for telling in tellings for match in telling.find("target")}
    decide = [rule for rule in grammar.rules if rule.name in found]
    for rule in decide:
        grammar.note(rule)
    return [rule.name for rule in decide]
