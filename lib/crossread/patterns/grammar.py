"""Grammars: rules compiled to regular expressions over one character a word, and matched."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import TypeAlias, TypeVar

from crossread.lexicon import load_lexicon
from crossread.patterns.expressions import Expression
from crossread.patterns.notation import TOUCHING, Item, Parsed, parse_pattern
from crossread.patterns.rules import GrammarError, Match, Rule, read_rules, rules_used
from crossread.patterns.words import MOST_KNOWN, Word

# The characters that stand for words, of a text that nobody reads. `re` is slow to compile sets beyond the first 256.
LETTERS = tuple(chr(code) for code in (*range(0xA1, 0x100), *range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)))
MORE_LETTERS = 0x100
Meaning: TypeAlias = Sequence[str] | str
Key = TypeVar("Key")
Value = TypeVar("Value")
# Of which words each grammar needs to know something may never have been seen when it is compiled; these often are.
SAMPLES = (
    *("a", "A", "Ab", "AB", "Ab-cd", "ab-cd", "Su-24", "5th", "1st", "1990s", "0", "1", "05", "12", "31", "32", "45"),
    *("99", "100", "250", "747", "1850", "1950", "2015", "2500", "0930", "1530", "2330", "12345", "123456", "12345678"),
    *("3.5", "10.45", "1,000", "1,234.5", "5.2.2015", "132016", ".", "-", "("),
)


class _Known(dict[Key, Value]):
    """What a function returns, kept for as many arguments as memory is for; looked up as a dictionary is."""

    def __init__(self, find: Callable[[Key], Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: Key) -> Value:
        value = self._find(key)
        if len(self) > MOST_KNOWN:
            self.clear()
        self[key] = value
        return value


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
        known = {form for name in names for form in (f"<{name}>", f"[{name}]")} | {f"<{name}>" for name in classes}
        self._parsed = [self._parse(rule, parts, known) for rule in rules]
        items = [item for parsed in self._parsed for item in parsed.items()]
        atoms = {atom for parsed in self._parsed for atom in parsed.atoms()}
        self._touching = TOUCHING in atoms
        self._words = frozenset(atom for atom in atoms if not _is_named(atom) and atom != TOUCHING)
        self._tags = sorted(atom for atom in atoms if _is_named(atom) and atom[0] == "{")
        self._lists: dict[str, set[str]] = {}
        self._shapes: list[tuple[str, re.Pattern[str]]] = []
        for atom in sorted(atom for atom in atoms if _is_named(atom) and atom[0] == "<"):
            self._add_class(atom, classes.get(atom[1:-1], ()))
        self._items: dict[Item, set[str]] = {item: set() for item in items if not item.is_any()}  # to their letters
        self._letters: dict[frozenset[Item], str] = {}  # one for all words that the same items fit
        self._spelled: dict[frozenset[str], str] = {}
        self._known = _Known[Word, str](lambda word: self._letter(self._signature(word.text, word.tag, word.touching)))
        self._expressions = {
            rule.name: self._compile(rule, parsed) for rule, parsed in zip(rules, self._parsed, strict=True)
        }
        self._users = {item: [one for one in self._expressions.values() if item in one.letters] for item in self._items}
        # One bit for each item that a rule needs: those that a letter, or a row's letters together, are fit for.
        needed = dict.fromkeys(item for one in self._expressions.values() for item in one.needed)
        self._bits = {item: 1 << at for at, item in enumerate(needed)}
        self._needs = {one: [self._bits[item] for item in one.needed] for one in self._expressions.values()}
        self._fit: dict[str, int] = {}
        self._possible = _Known[tuple[frozenset[str] | None, int], Sequence[Expression]](self._choose)
        self._other = self._letter(frozenset())
        self._named = _Known[str, str](lambda _: self._other)
        self._named.update({atom[1:-1]: self._letter(frozenset([atom])) for atom in atoms if _is_named(atom)})
        # Words that come up later may need new letters, and rules that know these.
        for word in (*SAMPLES, *self._words, *self._lists):
            for touching in (False, True)[: 1 + self._touching]:
                self._letter(self._signature(word, "", touching))

    def _parse(self, rule: Rule, parts: Mapping[str, str], known: Set[str]) -> Parsed:
        try:
            parsed = parse_pattern(rule.pattern, parts)
        except ValueError as error:
            raise GrammarError(f"{self.name}: rule {rule.name!r}: {error}") from error
        named = {atom for atom in parsed.atoms() if _is_named(atom) and atom[0] != "{"}
        if named - known:
            unknown = ", ".join(sorted(named - known))
            raise GrammarError(f"{self.name}: rule {rule.name!r}: there is no class or phrase {unknown}")
        return parsed

    def _compile(self, rule: Rule, parsed: Parsed) -> Expression:
        try:
            return Expression(rule, parsed, self._items)
        except re.error as error:
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
        letter = self._spelled.get(signature)
        if letter is None:
            fitting = frozenset(item for item in self._items if item.fits(signature))
            letter = self._letters.get(fitting)
            if letter is None:
                at = len(self._letters)
                letter = LETTERS[at] if at < len(LETTERS) else chr(MORE_LETTERS + at - len(LETTERS))
                self._letters[fitting] = letter
                self._fit[letter] = sum(self._bits.get(item, 0) for item in fitting)
                for item in fitting:
                    self._items[item].add(letter)
                    for rule in self._users[item]:
                        rule.new.add(letter)
            self._spelled[signature] = letter
        return letter

    def spell_names(self, names: Iterable[str]) -> str:
        """Spell a row of words and phrases of which each is known by one name.

        Args:
            names: Names of classes, tags or phrases of the grammar; others are as good as any word.

        Returns:
            One letter each.
        """
        return "".join(map(self._named.__getitem__, names))

    def spell(self, words: Iterable[Word]) -> str:
        """Spell the words of a sentence, one letter each."""
        return "".join(map(self._known.__getitem__, words))

    def find(self, row: str, among: frozenset[str] | None = None) -> Iterator[Match]:
        """Find the matches of every rule, one at each word where it can begin.

        Args:
            row: A sentence as `spell` or `spell_names` spells it.
            among: The names of the rules that are looked for, None for all.

        Yields:
            Matches, rule by rule.
        """
        present = set(row)
        for expression in self._fitting(present, among):
            search = expression.knowing(present).search
            found = search(row)
            while found is not None:
                yield expression.match(found)
                at = found.start() + 1  # matches may overlap
                found = search(row, at) if at < len(row) else None

    def first(self, row: str, start: int = 0, among: frozenset[str] | None = None) -> Iterator[Match]:
        """Find the first match of each rule.

        Args:
            row: A sentence as `spell` or `spell_names` spells it.
            start: The word from which on a match may begin.
            among: The names of the rules that are looked for, None for all.

        Yields:
            One match a rule, in the order of the rules; a rule is tried when its turn comes.
        """
        present = set(row)
        for expression in self._fitting(present, among):
            found = expression.knowing(present).search(row, start)
            if found is not None:
                yield expression.match(found)

    def at(self, row: str, start: int, name: str) -> Match | None:
        """Find the match of one rule that begins at a word.

        Args:
            row: A sentence as `spell` or `spell_names` spells it.
            start: The word.
            name: The rule's name.

        Returns:
            The match, or None.
        """
        expression = self._expressions[name]
        found = expression.knowing(set(row)).match(row, start)
        return None if found is None else expression.match(found)

    def note(self, rule: Rule) -> None:
        """Note that a rule decides, for `rules_used`."""
        rules_used()[f"{self.name}: {rule.name}"] += 1

    def _fitting(self, present: Set[str], among: frozenset[str] | None) -> Sequence[Expression]:
        """The rules of which a row's letters hold what none of their matches is without."""
        fit = 0
        for letter in present:
            fit |= self._fit[letter]
        return self._possible[among, fit]

    def _choose(self, of: tuple[frozenset[str] | None, int]) -> Sequence[Expression]:
        among, fit = of
        chosen = []
        for one, needs in self._needs.items():
            for need in needs:
                if not fit & need:
                    break
            else:
                if among is None or one.rule.name in among:
                    chosen.append(one)
        return chosen


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
