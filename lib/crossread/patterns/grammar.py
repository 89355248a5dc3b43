"""Grammars: rules compiled to regular expressions over one character a word, and matched."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from crossread.lexicon import load_lexicon
from crossread.patterns.notation import TOUCHING, Parsed, parse_pattern
from crossread.patterns.rules import GrammarError, Match, Rule, read_rules, rules_used

FIRST_LETTER = 0xA1  # of those that stand for words; all are one character of a text that nobody reads
Meaning: TypeAlias = Sequence[str] | str
# Of which words each grammar needs to know something may never have been seen when it is compiled; these often are.
SAMPLES = (
    *("a", "A", "Ab", "AB", "Ab-cd", "ab-cd", "Su-24", "5th", "1st", "1990s", "0", "1", "05", "12", "31", "32", "45"),
    *("99", "100", "250", "747", "1850", "1950", "2015", "2500", "0930", "1530", "2330", "12345", "123456", "12345678"),
    *("3.5", "10.45", "1,000", "1,234.5", "5.2.2015", "132016", ".", "-", "("),
)


class Grammar:
    """The rules of one table of a lexicon, ready to be matched."""

    def __init__(
        self,
        name: str,
        rules: Sequence[Rule],
        classes: Mapping[str, Meaning],
        parts: Mapping[str, str],
        names: Collection[str] = (),
    ) -> None:
        self.name = name
        self.rules = tuple(rules)
        self._parsed = [self._parse(rule, parts) for rule in rules]
        items = [item for parsed in self._parsed for item in parsed.items()]
        atoms = {atom for item in items for pair in item.alternatives for held in pair for atom in held}
        self._touching = TOUCHING in atoms
        self._words = frozenset(atom for atom in atoms if not _is_named(atom) and atom != TOUCHING)
        self._tags = sorted(atom for atom in atoms if _is_named(atom) and atom[0] == "{")
        self._lists: dict[str, set[str]] = {}
        self._shapes: list[tuple[str, re.Pattern[str]]] = []
        for atom in sorted(atom for atom in atoms if _is_named(atom) and atom[0] == "<"):
            self._add_class(atom, classes.get(atom[1:-1], ()))
        unknown = {atom for atom in atoms if _is_named(atom) and atom[0] != "{"} - {f"<{name}>" for name in classes}
        unknown -= {form for name in names for form in (f"<{name}>", f"[{name}]")}
        if unknown:
            raise GrammarError(f"{name}: there is no class or phrase {', '.join(sorted(unknown))}")
        self._letters: dict[frozenset[str], str] = {}
        self._items = dict.fromkeys(items, "")  # to the letters that each stands for
        self._users = {item: set[int]() for item in items}  # the rules that each stands in
        for at, parsed in enumerate(self._parsed):
            for item in parsed.items():
                self._users[item].add(at)
        self._stale = set(range(len(self.rules)))
        self._compiled: dict[str, _Compiled] = {}
        self._choices: dict[frozenset[str] | None, list[_Compiled]] = {}
        self._known: dict[tuple[str, str, bool], str] = {}
        self._other = self._letter(frozenset())
        self._named = {atom[1:-1]: self._letter(frozenset([atom])) for atom in atoms if _is_named(atom)}
        for word in (*SAMPLES, *self._words, *self._lists):
            for touching in (False, True)[: 1 + self._touching]:
                self._letter(self._signature(word, "", touching))
        self._ready()

    def _parse(self, rule: Rule, parts: Mapping[str, str]) -> Parsed:
        try:
            return parse_pattern(rule.pattern, parts)
        except ValueError as error:
            raise GrammarError(f"{self.name}: rule {rule.name!r}: {error}") from error

    def _add_class(self, atom: str, meaning: Meaning) -> None:
        if isinstance(meaning, str) and meaning.startswith("/"):
            self._shapes.append((atom, re.compile(meaning.strip("/"), re.IGNORECASE)))
            return
        for word in load_lexicon("words")[meaning] if isinstance(meaning, str) else meaning:
            self._lists.setdefault(word.lower(), set()).add(atom)

    def _signature(self, word: str, tag: str, touching: bool) -> frozenset[str]:
        """Which atoms of the grammar hold of a word."""
        lower = word.lower()
        holds = set(self._lists.get(lower, ()))
        if lower in self._words:
            holds.add(lower)
        holds.update(atom for atom, shape in self._shapes if shape.fullmatch(word))
        holds.update(atom for atom in self._tags if tag and _is_tagged(tag, atom[1:-1]))
        if touching and self._touching:
            holds.add(TOUCHING)
        return frozenset(holds)

    def _letter(self, signature: frozenset[str]) -> str:
        letter = self._letters.get(signature)
        if letter is None:
            letter = self._letters[signature] = chr(FIRST_LETTER + len(self._letters))
            for item in self._items:
                if not item.is_any() and item.fits(signature):
                    self._items[item] += letter
                    self._stale.update(self._users[item])
        return letter

    def spell_names(self, names: Iterable[str]) -> str:
        """Spell a row of words and phrases of which each is known by one name.

        Args:
            names: Names of classes, tags or phrases of the grammar; others are as good as any word.

        Returns:
            One letter each.
        """
        named, other = self._named, self._other
        return "".join([named.get(name, other) for name in names])

    def spell(self, words: Sequence[str], tags: Sequence[str], touching: Sequence[bool]) -> str:
        """Spell the words of a sentence.

        Args:
            words: As written.
            tags: Their parts of speech.
            touching: Whether each touches the one before.

        Returns:
            One letter a word.
        """
        known = self._known
        keys = list(zip(words, tags if self._tags else words, touching, strict=True))
        try:
            return "".join([known[key] for key in keys])
        except KeyError:
            for key in keys:
                if key not in known:
                    known[key] = self._letter(self._signature(*key))
            return "".join([known[key] for key in keys])

    def find(self, row: str, among: frozenset[str] | None = None) -> Iterator[Match]:
        """Find the matches of every rule, one at each word where it can begin.

        Args:
            row: A sentence as `spell` or `spell_names` spells it.
            among: The names of the rules that are looked for, None for all.

        Yields:
            Matches, rule by rule.
        """
        for compiled in self._possible(row, among):
            for found in compiled.expression.finditer(row):
                yield compiled.match(found)

    def first(self, row: str, start: int = 0, among: frozenset[str] | None = None) -> Iterator[Match]:
        """Find the first match of each rule.

        Args:
            row: A sentence as `spell` or `spell_names` spells it.
            start: The word from which on a match may begin.
            among: The names of the rules that are looked for, None for all.

        Yields:
            One match a rule, in the order of the rules; a rule is tried when its turn comes.
        """
        for compiled in self._possible(row, among):
            found = compiled.expression.search(row, start)
            if found is not None:
                yield compiled.match(found)

    def at(self, row: str, start: int, name: str) -> Match | None:
        """Find the match of one rule that begins at a word.

        Args:
            row: A sentence as `spell` or `spell_names` spells it.
            start: The word.
            name: The rule's name.

        Returns:
            The match, or None.
        """
        compiled = self._ready()[name]
        found = compiled.expression.match(row, start)
        return None if found is None else compiled.match(found)

    def note(self, rule: Rule) -> None:
        """Note that a rule decides, for `rules_used`."""
        rules_used()[f"{self.name}: {rule.name}"] += 1

    def _possible(self, row: str, among: frozenset[str] | None) -> Iterator["_Compiled"]:
        """The rules of which a row holds what none of their matches is without."""
        present = frozenset(row)
        for compiled in self._chosen(among):
            for letters in compiled.needed:
                if present.isdisjoint(letters):
                    break
            else:
                yield compiled

    def _chosen(self, among: frozenset[str] | None) -> list["_Compiled"]:
        """The rules of these names, compiled."""
        ready = self._ready()
        if among not in self._choices:
            self._choices[among] = [rule for name, rule in ready.items() if among is None or name in among]
        return self._choices[among]

    def _ready(self) -> dict[str, "_Compiled"]:
        if self._stale:
            # A rule keeps its place among the others.
            compiled = {
                rule.name: self._compile(at) if at in self._stale else self._compiled[rule.name]
                for at, rule in enumerate(self.rules)
            }
            self._compiled, self._stale, self._choices = compiled, set(), {}
        return self._compiled

    def _compile(self, at: int) -> "_Compiled":
        rule, parsed = self.rules[at], self._parsed[at]
        needed = tuple({frozenset(self._items[item]) for item in parsed.needed if not item.is_any()})
        # A lookahead, so that matches may overlap; an item that no word can be is `(?!)`.
        expression = parsed.expression(lambda item: "." if item.is_any() else f"[{self._items[item]}]")
        try:
            return _Compiled(rule, re.compile(f"(?=({expression.replace('[]', '(?!)')}))"), tuple(parsed.names), needed)
        except re.error as error:
            raise GrammarError(f"{self.name}: rule {rule.name!r}: {error}") from error


class _Compiled(NamedTuple):
    """A rule with its expression, the names of its groups, and letters of which a row must hold one of each."""

    rule: Rule
    expression: re.Pattern[str]
    names: tuple[str, ...]
    needed: tuple[frozenset[str], ...]

    def match(self, found: re.Match[str]) -> Match:
        """What the expression found, by the rule's names."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for name, span in zip(self.names, found.regs[2:], strict=True):
            if span[0] >= 0:
                spans.setdefault(name, []).append(span)
        return Match(self.rule, found.start(), found.end(1), spans)


def _is_named(atom: str) -> bool:
    return len(atom) > 2 and atom[0] + atom[-1] in ("<>", "{}", "[]")


def _is_tagged(tag: str, wanted: str) -> bool:
    return tag.startswith(wanted[:-1]) if wanted.endswith("*") else tag == wanted


@cache
def load_grammar(lexicon: str, table: str) -> Grammar:
    """Read the rules of one table of a lexicon.

    Args:
        lexicon: The file's name, such as "non_quantities"; its tables `classes` and `parts` define what rules name, its
            list `row` in `names` what a step before has named.
        table: The table of rules.

    Returns:
        The grammar.

    Raises:
        GrammarError: A rule is not in the notation, names what there is not, or says what another says already.
    """
    data = load_lexicon(lexicon)
    return Grammar(
        f"{lexicon}.{table}",
        read_rules(lexicon, table),
        data.get("classes", {}),
        data.get("parts", {}),
        data.get("names", {}).get("row", ()),
    )
