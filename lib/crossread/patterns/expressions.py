"""A rule as a regular expression over one character a word."""

import re
from collections.abc import Callable, Mapping, Set

from crossread.patterns.notation import Item, Parsed
from crossread.patterns.rules import Match, Rule


class Expression:
    """A rule's regular expression, which is compiled when it is first needed and when new letters have come.

    Args:
        rule: The rule.
        parsed: Its pattern, taken apart.
        letters: The letters of the words that each item fits; the sets grow as words come up.

    Raises:
        re.error: The pattern is no regular expression.
    """

    def __init__(self, rule: Rule, parsed: Parsed, letters: Mapping[Item, set[str]]) -> None:
        self.rule = rule
        self.letters = {item: letters[item] for item in parsed.items() if not item.is_any()}
        self.needed = [item for item in dict.fromkeys(parsed.needed) if not item.is_any()]  # a row must hold one each
        self.new: set[str] = set()  # letters that the expression does not know
        self._parsed = parsed
        self._names = tuple(parsed.names)
        self._known: re.Pattern[str] | None = None
        self._compile(lambda _: ".")  # tells at once what is wrong with a pattern

    def _compile(self, letters: Callable[[Item], str]) -> re.Pattern[str]:
        # An item that no word can be is `(?!)`.
        return re.compile(self._parsed.expression(letters).replace("[]", "(?!)"))

    def knowing(self, present: Set[str]) -> re.Pattern[str]:
        """Return the regular expression, which knows the letters that are present."""
        if self._known is None or (self.new and not self.new.isdisjoint(present)):
            self._known = self._compile(lambda item: "." if item.is_any() else f"[{''.join(self.letters[item])}]")
            self.new.clear()
        return self._known

    def match(self, found: re.Match[str]) -> Match:
        """Return what the expression found, by the rule's names."""
        (start, end), *groups = found.regs
        spans: dict[str, list[tuple[int, int]]] = {}
        for name, span in zip(self._names, groups, strict=True):
            if span[0] >= 0:
                spans.setdefault(name, []).append(span)
        return Match(self.rule, start, end, spans)
