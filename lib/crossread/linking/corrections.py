"""The user's word on names: `corrections.toml`, in the folder of the corpus.

[[split]]
name = "Bashar al-Assad"            # takes these spellings out of that name ...
out = ["Maher al-Assad", "Maher"]
to = "Maher al-Assad"               # ... and gives them to this one, if there is none yet a new one; may be left out
articles = ["hama", "homs"]         # only in these articles; may be left out

[[drop]]
name = "Share This"                 # no name at all; `articles` as above

[[merge]]
names = ["Jalawla", "Jaloula"]      # all these are one
to = "Jalula"                       # displayed so; may be left out: as the first of them is

[[rename]]
name = "Suleimani"
to = "Qassem Soleimani"

[[retype]]
name = "Peshmerga"
type = "ORG"                        # PER, ORG, LOC or MISC; `articles` as above

A name is what an entity is displayed as, or one of its spellings, with capitals as written; accents and the kind of
apostrophe do not matter. `correcting.py` tells which mentions that are, and in which order corrections are applied.
"""

import os
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from pathlib import Path

from crossread.reading.articles import CorpusError
from crossread.reading.files import read_settings
from crossread.reading.metadata import parse_text

NAME = "corrections.toml"
TYPES = ("PER", "ORG", "LOC", "MISC")
MAX_ENTRIES = 1_000  # about one name, for each is held against all others
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´", "'"))

# Each action with the keys that it needs and those that it may have, in the order in which they are applied.
ACTIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "split": (("name", "out"), ("to", "articles")),
    "drop": (("name",), ("articles",)),
    "merge": (("names",), ("to",)),
    "rename": (("name", "to"), ()),
    "retype": (("name", "type"), ("articles",)),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of `corrections.toml`.

    Attributes:
        action: A key of `ACTIONS`.
        number: Which of its action's entries it is, from 1.
        names: The names that it is about; only a merge has several.
        out: The spellings that a split takes out.
        to: What is displayed afterwards.
        type: The type that a retype gives.
        articles: The ids of the articles that it is limited to; empty where it holds for all.
    """

    action: str
    number: int
    names: tuple[str, ...]
    out: tuple[str, ...] = ()
    to: str | None = None
    type: str | None = None
    articles: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """What a split's new name is displayed as."""
        return self.to or self.out[0]

    @property
    def what(self) -> str:
        """What it does, in words, for tables."""
        names = ", ".join(self.names)
        text = f"{', '.join(self.out)} out of {names}" if self.out else names
        target = self.to or self.type
        text = f"{text} to {target}" if target else text
        return f"{text} in {', '.join(self.articles)}" if self.articles else text

    def __str__(self) -> str:
        return f"[[{self.action}]] number {self.number} ({self.what})"


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Bring spellings of a name together that differ in accents, apostrophes or white space.

    Args:
        name: A name as written.

    Returns:
        The form to compare; capitals stay.
    """
    flat = unicodedata.normalize("NFKD", name.translate(APOSTROPHES))
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).split())


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """Read a corpus's corrections.

    Args:
        folder: Where the articles are.

    Returns:
        The corrections in the order in which they are applied; none where there is no `corrections.toml`.

    Raises:
        CorpusError: The file cannot be read, says something that is not understood, or two entries contradict each
            other.
    """
    path = folder / NAME
    try:
        if not os.path.lexists(path):
            return ()
        values = tomllib.loads(read_settings(path))
    except (OSError, ValueError, RecursionError) as error:
        raise CorpusError(f"'{path}' cannot be read: {error}") from error
    try:
        corrections = tuple(_parse(values))
    except ValueError as error:
        raise CorpusError(f"'{path}': {error}") from error
    for first, second in _sharing_a_name(corrections):
        if CONTRADICTIONS[first.action, second.action](first, second):
            raise contradiction(first, second)
    return corrections


def contradiction(first: Correction, second: Correction) -> CorpusError:
    """Make the error of two corrections of which only one can hold.

    Args:
        first: The one.
        second: The other.

    Returns:
        The error, which names both.
    """
    return CorpusError(f"{NAME}: {first} and {second} contradict each other: keep one of them")


def _parse(values: Mapping[str, object]) -> Iterator[Correction]:
    for key in values:
        if key not in ACTIONS:
            raise ValueError(f"unknown key {key!r} at the top; known are [[{']], [['.join(ACTIONS)}]]")
    for action in ACTIONS:
        entries = values.get(action, [])
        if not isinstance(entries, list):
            raise ValueError(f"{action} is written as [[{action}]], with two brackets")
        for number, entry in enumerate(entries, start=1):
            try:
                yield _parse_entry(action, number, entry)
            except ValueError as error:
                raise ValueError(f"[[{action}]] number {number}: {error}") from error


def _parse_entry(action: str, number: int, entry: object) -> Correction:
    if not isinstance(entry, dict):
        raise ValueError(f"{entry!r} is not a table of keys and values")
    needed, optional = ACTIONS[action]
    for key in entry:
        if key not in needed + optional:
            raise ValueError(f"unknown key {key!r}; known keys are {', '.join(needed + optional)}")
    for key in needed:
        if key not in entry:
            raise ValueError(f"{key} is missing")
    lists = {key: _texts(key, entry[key]) for key in ("names", "out", "articles") if key in entry}
    texts = {key: _text(key, entry[key]) for key in ("name", "to", "type") if key in entry}
    if "type" in texts and texts["type"] not in TYPES:
        raise ValueError(f"type = {texts['type']!r} is none of {', '.join(TYPES)}")
    return Correction(
        action=action,
        number=number,
        names=lists["names"] if "names" in lists else (texts["name"],),
        out=lists.get("out", ()),
        to=texts.get("to"),
        type=texts.get("type"),
        articles=lists.get("articles", ()),
    )


def _text(key: str, value: object) -> str:
    try:
        text = parse_text(value)
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from error
    if not fold(text):
        raise ValueError(f"{key} is empty")
    return text


def _texts(key: str, values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not values:
        raise ValueError(f'{key} = {values!r} is not a list of texts, such as ["one", "two"]')
    return tuple(dict.fromkeys(_text(key, value) for value in values))


@lru_cache(maxsize=100_000)
def _folded(names: tuple[str | None, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in names if name is not None)


def _sharing_a_name(corrections: Iterable[Correction]) -> Iterator[tuple[Correction, Correction]]:
    """Only corrections that name the same thing can contradict each other."""
    by_name: dict[str, list[Correction]] = {}
    for correction in corrections:
        for name in _folded((*correction.names, *correction.out, correction.to)):
            by_name.setdefault(name, []).append(correction)
    for name, sharing in by_name.items():
        by_action: dict[str, list[Correction]] = {}
        for correction in sharing:
            by_action.setdefault(correction.action, []).append(correction)
        for one, other in CONTRADICTIONS:
            first, second = by_action.get(one, []), by_action.get(other, [])
            if max(len(first), len(second)) > MAX_ENTRIES and first and second:
                many = one if len(first) > MAX_ENTRIES else other
                raise CorpusError(f"{NAME}: more than {MAX_ENTRIES:,} entries [[{many}]] about {name!r}: join them")
            yield from product(first, second) if one != other else combinations(first, 2)


def _same_names(first: Correction, second: Correction) -> bool:
    return not _folded(first.names).isdisjoint(_folded(second.names))


def _meet(first: Correction, second: Correction) -> bool:
    """Tell whether there is an article for which both hold."""
    return not (first.articles and second.articles) or not set(first.articles).isdisjoint(second.articles)


def _drop_covers(drop: Correction, other: Correction) -> bool:
    """Tell whether nothing is left for the other one: a split is applied before, so it may be from what is dropped."""
    about = _folded((*(other.out or other.names), other.to))
    everywhere = not drop.articles or (bool(other.articles) and set(drop.articles) >= set(other.articles))
    return everywhere and not about.isdisjoint(_folded(drop.names))


def _two_renames(first: Correction, second: Correction) -> bool:
    """Two names for one thing, or one that takes away the name that the other gives."""
    if _same_names(first, second):
        return first.to != second.to
    return any(fold(str(one.to)) in _folded(other.names) for one, other in ((first, second), (second, first)))


def _two_splits(first: Correction, second: Correction) -> bool:
    if first.target == second.target or not _same_names(first, second):
        return False
    return not _folded(first.out).isdisjoint(_folded(second.out)) and _meet(first, second)


def _merge_undoes_split(merge: Correction, split: Correction) -> bool:
    # Limited to some articles, a split leaves its spellings on both sides.
    taken = _folded((split.to, *(() if split.articles else split.out)))
    return _same_names(merge, split) and not _folded(merge.names).isdisjoint(taken)


def _merge_displays_otherwise(merge: Correction, rename: Correction) -> bool:
    about = _folded((*merge.names, merge.to))
    return merge.to is not None and merge.to != rename.to and not about.isdisjoint(_folded(rename.names))


CONTRADICTIONS: dict[tuple[str, str], Callable[[Correction, Correction], bool]] = {
    ("rename", "rename"): _two_renames,
    ("split", "split"): _two_splits,
    ("retype", "retype"): lambda a, b: a.type != b.type and _same_names(a, b) and _meet(a, b),
    ("merge", "merge"): lambda a, b: a.to != b.to and None not in (a.to, b.to) and _same_names(a, b),
    ("merge", "rename"): _merge_displays_otherwise,
    ("merge", "split"): _merge_undoes_split,
    **{("drop", other): _drop_covers for other in ACTIONS if other != "drop"},
}
