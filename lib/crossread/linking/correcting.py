"""Applying corrections to mentions and entities.

Actions are applied in this order, whatever that of the file: split, drop, merge, rename, retype. All entries of one
action see the same names, those that the actions before have left.

A name stands for every entity displayed so. Where none is, it stands for a spelling: drop and retype then act on the
mentions spelled so, the others on the entity that has most of them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from crossread.linking.aliases import entities_table, make_identifier
from crossread.linking.corrections import Correction, contradiction, fold
from crossread.tables import make_table


def apply_corrections(
    mentions: pd.DataFrame, entities: pd.DataFrame, corrections: Sequence[Correction]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Put the user's word in place of what was found.

    Args:
        mentions: The mentions table, with entity ids.
        entities: Its entities.
        corrections: What `read_corrections` returns.

    Returns:
        The mentions, without those dropped; their entities; and the table of corrections: what each does, how many
        mentions it touched, and why those are none.

    Raises:
        CorpusError: Two corrections contradict each other on these names.
    """
    if not corrections:
        return mentions, entities, make_table("corrections", [])
    names = _Names(mentions, entities)
    rows: list[tuple[Correction, Outcome]] = []
    for action, apply in STEPS.items():
        entries = [correction for correction in corrections if correction.action == action]
        if entries:
            names.index()
            rows.extend(zip(entries, apply(names, entries), strict=True))
    names.index()
    outcomes = [
        {
            "action": entry.action,
            "what": entry.what,
            "mentions": len(touched),
            "note": "; ".join(_notes(names, entry, touched, missed)) or None,
        }
        for entry, (touched, missed) in rows
    ]
    return *names.tables(), make_table("corrections", outcomes)


Outcome = tuple[set[int], list[str]]
"""The rows of the mentions that a correction touched, and those of its names that match nothing."""


class _Names:
    """Mentions while they are corrected: for each its entity (None: dropped) and types."""

    def __init__(self, mentions: pd.DataFrame, entities: pd.DataFrame) -> None:
        self.mentions = mentions
        self.articles = [str(article) for article in mentions.article_id]
        self.texts = [str(text) for text in mentions.text]
        folded = {text: fold(text) for text in set(self.texts)}
        self.spelled = [folded[text] for text in self.texts]
        self.types = [str(kind) for kind in mentions.type]
        self.entities: list[str | None] = [str(entity) for entity in mentions.entity_id]
        self.shown = dict(zip(entities.entity_id, entities.name, strict=True))
        kinds = dict(zip(entities.entity_id, entities.type, strict=True))
        self.counting = [kinds[entity] for entity in mentions.entity_id]  # the type that counts for the entity
        self.found = dict(self.shown)
        self.given: dict[str, Correction] = {}  # which correction said what an entity is displayed as
        self.index()

    def index(self) -> None:
        """Look up which names there are now."""
        self.by_entity: dict[str, list[int]] = defaultdict(list)
        self.by_spelling: dict[str, list[int]] = defaultdict(list)
        for row, entity in enumerate(self.entities):
            if entity is not None:
                self.by_entity[entity].append(row)
                self.by_spelling[self.spelled[row]].append(row)
        self.by_name: dict[str, list[str]] = defaultdict(list)
        for entity in self.by_entity:
            self.by_name[fold(self.shown[entity])].append(entity)

    def displayed(self, name: str) -> list[str]:
        """The entities displayed under a name."""
        return self.by_name.get(fold(name), [])

    def rows(self, name: str) -> list[int]:
        """The mentions that a name stands for."""
        shown = [row for entity in self.displayed(name) for row in self.by_entity[entity]]
        return shown or self.by_spelling.get(fold(name), [])

    def whole(self, name: str) -> list[str]:
        """The entities that a name stands for."""
        bearers = Counter(self.entities[row] for row in self.by_spelling.get(fold(name), []))
        return self.displayed(name) or [entity for entity, _ in bearers.most_common(1) if entity is not None]

    def show(self, entity: str, name: str, correction: Correction) -> None:
        """Have an entity displayed under a name that a correction gives."""
        before = self.given.setdefault(entity, correction)
        if before is not correction and before.to != name:
            raise contradiction(before, correction)
        self.shown[entity] = name

    def name_rest(self, had: Iterable[str]) -> None:
        """Display under its commonest spelling what has lost the one that it was displayed under."""
        for entity in had:
            left = Counter(self.texts[row] for row in self.by_entity[entity] if self.entities[row] == entity)
            if left and fold(self.shown[entity]) not in map(fold, left):
                self.shown[entity] = min(left, key=lambda form: (-left[form], -len(form), form))

    def lost(self, rows: Iterable[int]) -> set[str]:
        """The entities that are displayed under the spelling of one of these mentions."""
        pairs = ((self.entities[row], self.spelled[row]) for row in rows)
        return {entity for entity, spelled in pairs if entity is not None and fold(self.shown[entity]) == spelled}

    def tables(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The two tables; an entity that is displayed otherwise than it was found gets an id to match."""
        left = [row for row, entity in enumerate(self.entities) if entity is not None]
        used = dict.fromkeys(str(self.entities[row]) for row in left)
        ids = {entity: entity for entity in used if self.found.get(entity) == self.shown[entity]}
        taken = set(ids)
        for entity in used:
            if entity not in ids:
                ids[entity] = make_identifier(self.shown[entity], taken)
                taken.add(ids[entity])
        entity_ids = pd.array([ids[str(self.entities[row])] for row in left], dtype="string")
        types = pd.array([self.types[row] for row in left], dtype="string")
        mentions = self.mentions.iloc[left].assign(entity_id=entity_ids, type=types).reset_index(drop=True)
        shown = {ids[entity]: self.shown[entity] for entity in used}
        return mentions, entities_table(mentions, shown, [self.counting[row] for row in left])


def _in_articles(names: _Names, rows: Iterable[int], correction: Correction) -> set[int]:
    return {row for row in rows if not correction.articles or names.articles[row] in correction.articles}


class _Claims(dict[int, Correction]):
    """Which correction changes a mention: one, or several that say the same."""

    def add(self, rows: Iterable[int], correction: Correction, value: Callable[[Correction], str | None]) -> None:
        for row in rows:
            before = self.setdefault(row, correction)
            if value(before) != value(correction):
                raise contradiction(before, correction)


def _split(names: _Names, corrections: Sequence[Correction]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    claims, targets = _Claims(), dict[int, str]()
    for correction in corrections:
        out = {fold(form): form for form in correction.out}
        entities = names.whole(correction.names[0])
        rows = {row for entity in entities for row in names.by_entity[entity] if names.spelled[row] in out}
        rows = _in_articles(names, rows, correction)
        claims.add(rows, correction, lambda entry: fold(entry.target))
        target = _split_target(names, correction, rows)
        targets |= dict.fromkeys(rows, target)
        touched = {names.spelled[row] for row in rows}
        outcomes.append((rows, [form for folded, form in out.items() if folded not in touched]))
    changed = names.lost(targets)
    for row, target in targets.items():
        names.entities[row] = target
        names.counting[row] = names.types[row]  # not that of the entity it was taken from
    names.name_rest(changed)
    return outcomes


def _split_target(names: _Names, correction: Correction, rows: set[int]) -> str:
    """The entity that a split's mentions go to: one displayed as it says, else a new one."""
    left = {names.entities[row] for row in rows}
    there = [entity for entity in names.displayed(correction.target) if entity not in left]
    if correction.to is not None and there:
        return max(there, key=lambda entity: (len(names.by_entity[entity]), entity))
    new = f"new:{fold(correction.target)}"  # no id has a colon
    if correction.to is not None:
        names.show(new, correction.to, correction)
    names.shown.setdefault(new, correction.target)
    return new


def _drop(names: _Names, corrections: Sequence[Correction]) -> list[Outcome]:
    touched = [_in_articles(names, names.rows(correction.names[0]), correction) for correction in corrections]
    dropped = set().union(*touched)
    changed = names.lost(dropped)
    for row in dropped:
        names.entities[row] = None
    names.name_rest(changed)
    return [(rows, []) for rows in touched]


def _merge(names: _Names, corrections: Sequence[Correction]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    groups: list[tuple[set[str], list[tuple[str, Correction]]]] = []
    for correction in corrections:
        found = {name: names.whole(name) for name in correction.names}
        missed = [name for name in found if not found[name]]
        members = list(dict.fromkeys(entity for entities in found.values() for entity in entities))
        # With one alone there is nothing to merge, but it may still be displayed under the name given.
        if len(members) == 1 and correction.to is None:
            members = []
        outcomes.append(({row for entity in members for row in names.by_entity[entity]}, missed))
        if members:
            meeting = [group for group in groups if not group[0].isdisjoint(members)]
            groups = [group for group in groups if group[0].isdisjoint(members)]
            entries = [*(entry for _, entries in meeting for entry in entries), (members[0], correction)]
            groups.append((set(members).union(*(group for group, _ in meeting)), entries))
    for group, entries in groups:
        head = max((first for first, _ in entries), key=lambda entity: (len(names.by_entity[entity]), entity))
        for row in (row for entity in group for row in names.by_entity[entity]):
            names.entities[row] = head
        for _, correction in entries:
            if correction.to is not None:
                names.show(head, correction.to, correction)
    return outcomes


def _rename(names: _Names, corrections: Sequence[Correction]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for correction in corrections:
        entities = names.whole(correction.names[0])
        for entity in entities:
            names.show(entity, str(correction.to), correction)
        outcomes.append(({row for entity in entities for row in names.by_entity[entity]}, []))
    return outcomes


def _retype(names: _Names, corrections: Sequence[Correction]) -> list[Outcome]:
    touched = [_in_articles(names, names.rows(correction.names[0]), correction) for correction in corrections]
    claims = _Claims()
    for correction, rows in zip(corrections, touched, strict=True):
        claims.add(rows, correction, lambda entry: entry.type)
    for row, correction in claims.items():
        names.types[row] = names.counting[row] = str(correction.type)
    return [(rows, []) for rows in touched]


STEPS = {"split": _split, "drop": _drop, "merge": _merge, "rename": _rename, "retype": _retype}


def _notes(names: _Names, correction: Correction, touched: set[int], missed: Sequence[str]) -> Iterable[str]:
    """What the user should know of a correction; `names` are those that all corrections have left."""
    if not touched and (correction.action != "merge" or len(missed) == len(correction.names)):
        yield "matches nothing"
        return
    if not touched and not missed:
        yield "is one already"
    if missed:
        yield f"matches nothing: {', '.join(missed)}"
    articles = {names.articles[row] for row in touched}
    if idle := [article for article in correction.articles if article not in articles]:
        yield f"matches nothing in: {', '.join(idle)}"
    if correction.to is not None and len(names.displayed(correction.to)) > 1:
        yield "more than one is displayed so: merge them if they are one"
