"""Rules as their files have them, what they match, and which of them decides."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from crossread.lexicon import load_lexicon

NEEDED = ("name", "pattern", "example")  # of each rule


class GrammarError(ValueError):
    """A grammar's file is not in order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its file has it."""

    name: str
    pattern: str
    sets: Mapping[str, str]
    example: str
    yields: tuple[str, ...]
    leaves: tuple[str, ...]
    preference: int
    among: frozenset[str]  # what its answer must be one of, where that is stated


class Match(NamedTuple):
    """Where a rule matches: indices of words, and spans of words by the names in its pattern."""

    rule: Rule
    start: int
    end: int
    spans: dict[str, list[tuple[int, int]]]

    def at(self, name: str) -> int:
        """The first word of what was found under a name."""
        return self.spans[name][0][0]

    def way(self) -> int:
        """How many words the rule goes over: those from the first to the last of what it ties together."""
        found = [span for spans in self.spans.values() for span in spans]
        return max(last for _, last in found) - min(first for first, _ in found) if len(self.spans) > 1 else 0


_USED: Counter[str] = Counter()


def rules_used() -> Counter[str]:
    """How often each rule has decided in this process, by `grammar: rule`."""
    return _USED


def decide(matches: Iterable[Match]) -> list[Match]:
    """Bring what speaks of one thing into the order in which it counts.

    Args:
        matches: In the order of their rules.

    Returns:
        Those of the higher preference first, then those that go the shorter way, then the longer, then the earlier.
    """
    found = list(matches)
    if len(found) > 1:
        found.sort(key=lambda match: (-match.rule.preference, match.way(), match.start - match.end))
    return found


def read_rules(lexicon: str, table: str) -> list[Rule]:
    """Read the rules in one table of a lexicon.

    Args:
        lexicon: The file's name, such as "non_quantities".
        table: The table of rules.

    Returns:
        The rules in their order.

    Raises:
        GrammarError: A rule lacks its name, pattern or example, says what another says already, or has its name.
    """
    rules = [_read_rule(f"{lexicon}.{table}", entry) for entry in load_lexicon(lexicon)[table]]
    for kind, values in (("name", [rule.name for rule in rules]), ("pattern", [rule.pattern for rule in rules])):
        twice = [value for value, number in Counter(values).items() if number > 1]
        if twice:
            raise GrammarError(f"{lexicon}.{table}: two rules have the {kind} {twice[0]!r}")
    return rules


def _read_rule(table: str, entry: Mapping[str, Any]) -> Rule:
    for key in NEEDED:
        if key not in entry:
            raise GrammarError(f"{table}: rule {entry.get('name', '')!r} has no {key}")
    return Rule(
        entry["name"],
        entry["pattern"],
        entry.get("sets", {}),
        entry["example"],
        tuple(entry.get("yields", ())),
        tuple(entry.get("leaves", ())),
        entry.get("preference", 0),
        frozenset(entry.get("among", ())),
    )
