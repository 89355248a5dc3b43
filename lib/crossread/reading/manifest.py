"""The manifest of a corpus, `corpus.toml`: its title, how to find names, and what is known about its articles.

title = "Accounts of the flood"
names = "spacy:en_core_web_sm"   # the names step, where it is not the project's own

[defaults]                 # of every article that nothing else is known of
language = "en"

[columns]                  # of tables and records, where their names do not tell
text = "body"

[[article]]
file = "gazette.txt"       # relative to the corpus, or a pattern: "2024-05-14/*.html"; or `id` for a record; both: the
                           # file's article gets this id
outlet = "The Gazette"
published = 2014-06-24
inferred = ["published"]   # the keys above that are guesses

[classes]                  # nouns that count as a class of lexicon/classes.toml
forces = ["basij", "guards"]

[vague]                    # the intervals of vague words of lexicon/numbers.toml
dozens = [12, 120]

[coding]                   # or all as an organisation that records casualties does (lexicon/coding.toml)
preset = "airwars"
order = ["latest", "sources"]  # by what the best number of an event is chosen, what counts most first

[[comparison]]             # figures to lay on one axis, whatever the rules make of them
title = "Houses flooded"
counted = ["houses"]
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from crossread.reading.columns import FIELDS
from crossread.reading.comparisons import Comparison, parse_comparisons
from crossread.reading.conventions import LEXICON, Conventions, parse_conventions
from crossread.reading.drafts import CorpusError, Draft
from crossread.reading.files import read_settings
from crossread.reading.metadata import KEYS, Metadata, parse_metadata, parse_text

NAME = "corpus.toml"
_TOP_KEYS = ("title", "names", "article", "classes", "vague", "comparison", "coding", "defaults", "columns")
_ENTRY_KEYS = ("file", "id", *KEYS, "inferred")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says about one article, which it names by its file, by its id, or (to rename it) by both."""

    file: str | None
    article_id: str | None
    metadata: Metadata

    @property
    def name(self) -> str:
        """How messages call the entry."""
        return f"file {self.file!r}" if self.file is not None else f"id {self.article_id!r}"

    @property
    def is_pattern(self) -> bool:
        """Whether the entry is about all files whose paths fit."""
        return self.file is not None and any(sign in self.file for sign in "*?[")

    def fits(self, draft: Draft) -> bool:
        """Tell whether the entry is about an article.

        Args:
            draft: The article as its reader found it.

        Returns:
            Whether its file and id are those of the entry. A file's id is given by the entry; a record has its own.
        """
        if self.file is not None and self.file != draft.path and not self.is_pattern:
            return False
        if self.is_pattern and not fnmatchcase(draft.path, self.file or ""):
            return False
        given = self.file is not None and draft.line is None
        return given or self.article_id in (None, draft.article_id)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a corpus says of itself: title, names step, conventions, comparisons, entries by file, id and pattern."""

    title: str | None
    names: str | None
    by_file: Mapping[str, Entry]
    by_id: Mapping[str, Entry]
    conventions: Conventions = LEXICON
    comparisons: tuple[Comparison, ...] = ()
    patterns: tuple[Entry, ...] = ()
    defaults: Metadata = field(default_factory=Metadata)
    columns: Mapping[str, str] = field(default_factory=dict)
    given: bool = False  # whether there is a corpus.toml

    def entries_for(self, draft: Draft) -> list[Entry]:
        """Find what the manifest says about an article.

        Args:
            draft: The article as its reader found it.

        Returns:
            The entries, those that count most first: by its id, by its file, by patterns in their order.
        """
        candidates = (self.by_id.get(draft.article_id), self.by_file.get(draft.path), *self.patterns)
        return [entry for entry in candidates if entry is not None and entry.fits(draft)]


def read_manifest(folder: Path) -> Manifest:
    """Read a corpus's manifest.

    Args:
        folder: The corpus.

    Returns:
        The manifest, empty where there is no `corpus.toml`.

    Raises:
        CorpusError: It cannot be read, or says something that is not understood.
    """
    path = folder / NAME
    try:
        if not os.path.lexists(path):
            return Manifest(None, None, {}, {})
        values = tomllib.loads(read_settings(path))
    except (OSError, ValueError, RecursionError) as error:
        raise CorpusError(f"'{path}' cannot be read: {error}") from error
    try:
        return _parse_manifest(values)
    except ValueError as error:
        raise CorpusError(f"'{path}': {error}") from error


def _parse_manifest(values: dict[str, object]) -> Manifest:
    _check_keys(values, _TOP_KEYS, "at the top")
    title, names = (parse_text(values[key]) if key in values else None for key in ("title", "names"))
    tables = values.get("article", [])
    if not isinstance(tables, list):
        raise ValueError("articles are written as [[article]], with two brackets")
    by_file: dict[str, Entry] = {}
    by_id: dict[str, Entry] = {}
    patterns: list[Entry] = []
    for number, table in enumerate(tables, start=1):
        entry = _parse_entry(table, f"in [[article]] number {number}")
        if entry.is_pattern and entry.article_id is None:
            patterns.append(entry)
            continue
        index, key = (by_id, entry.article_id) if entry.file is None else (by_file, entry.file)
        if key is None:
            raise ValueError(f"[[article]] number {number} has neither file nor id: say which article it is about")
        if key in index:
            raise ValueError(f"two [[article]] entries for {entry.name}: make them one")
        index[key] = entry
    conventions = parse_conventions(values)
    comparisons = parse_comparisons(values.get("comparison", []))
    defaults = _parse_entry(values.get("defaults", {}), "in [defaults]")
    if defaults.file or defaults.article_id:
        raise ValueError("in [defaults]: file and id belong in an [[article]]")
    return Manifest(
        title=title or None,
        names=names,
        by_file=by_file,
        by_id=by_id,
        conventions=conventions,
        comparisons=comparisons,
        patterns=tuple(patterns),
        defaults=defaults.metadata,
        columns=_parse_columns(values.get("columns", {})),
        given=True,
    )


def _parse_columns(table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(name, str) for name in table.values()):
        raise ValueError("columns are written as a table [columns], a column's name for each field")
    _check_keys(table, FIELDS, "in [columns]")
    return table


def _parse_entry(table: object, place: str) -> Entry:
    if not isinstance(table, dict):
        raise ValueError(f"{place}: {table!r} is not a table of keys and values")
    _check_keys(table, _ENTRY_KEYS, place)
    metadata, reasons = parse_metadata(table)
    if reasons:
        raise ValueError(f"{place}: {reasons[0]}")
    inferred = table.get("inferred", [])
    if not isinstance(inferred, list):
        raise ValueError(f"{place}: inferred = {inferred!r} is not a list of keys")
    for key in inferred:
        if key not in KEYS or getattr(metadata, key) is None:
            raise ValueError(f"{place}: inferred names {key!r}, which the entry does not give")
    file = parse_text(table["file"]) if "file" in table else None
    return Entry(
        file=str(PurePosixPath(file)) if file else None,
        article_id=(parse_text(table["id"]) or None) if "id" in table else None,
        metadata=replace(metadata, inferred=tuple(key for key in KEYS if key in inferred)),
    )


def _check_keys(table: Mapping[str, object], known: tuple[str, ...], place: str) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"unknown key {key!r} {place}; known keys are {', '.join(known)}")
