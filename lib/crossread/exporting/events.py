"""Rows of incidents to events: what was counted of one event stands together."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from crossread.language.vocabulary import PERSONS, counted_class, singular
from crossread.lexicon import load_lexicon
from crossread.tables import records

Span = tuple[str, int]  # a sentence: its article, and where it begins


class Incident(NamedTuple):
    """A row of the incidents table."""

    incident_id: str
    story: str
    event: str
    date: datetime.date | None
    date_precision: str
    place_name: str
    country: str
    outcome: str
    counted: str
    unit: str
    low: float | None
    best: float | None
    high: float | None
    sources: int
    figure_ids: list[str]


@dataclass(slots=True)
class Event:
    """What was counted of one event, a row each."""

    rows: list[Incident] = field(default_factory=list)
    sentences: set[Span] = field(default_factory=set)

    @property
    def figure_ids(self) -> list[str]:
        """The evidence of all rows."""
        return list(dict.fromkeys(figure_id for row in self.rows for figure_id in row.figure_ids))

    def takes(self, row: Incident, sentences: set[Span]) -> bool:
        """Tell whether a row is of the event: a sentence speaks of both, or nothing that is told keeps them apart."""
        if self.rows[0].story != row.story:
            return False
        return bool(self.sentences & sentences) or not any(_contradict(row, other) for other in self.rows)


def gather_events(incidents: pd.DataFrame, figures: pd.DataFrame, outcomes: Iterable[str]) -> list[Event]:
    """Put together what was counted of one event.

    Args:
        incidents: The incidents table.
        figures: The figures table.
        outcomes: The outcomes that are wanted; rows of others, and measures, are left out.

    Returns:
        The events, in the order of their first rows.
    """
    wanted, sentences = set(outcomes), _sentences(figures)
    events: dict[str, list[Event]] = {}
    for row in records(incidents, Incident):
        if row.outcome not in wanted or row.unit:
            continue
        told = {sentences[figure_id] for figure_id in row.figure_ids if figure_id in sentences}
        known = events.setdefault(row.story, [])
        event = next((event for event in known if event.takes(row, told)), None)
        if event is None:
            event = Event()
            known.append(event)
        event.rows.append(row)
        event.sentences |= told
    return [event for known in events.values() for event in known]


def group_of(counted: str) -> str:
    """Name the group of persons that a row counts, by its head noun.

    Args:
        counted: What is counted, lower case.

    Returns:
        A group of `lexicon/coding.toml`, else the class of the noun; "people" where it tells nothing of them.
    """
    head = singular(counted.rpartition(" ")[2])
    named = next((name for name, nouns in load_lexicon("coding")["groups"].items() if head in nouns), None)
    kind = counted_class(counted)
    return named or (kind if kind in PERSONS else "people")


def _contradict(row: Incident, other: Incident) -> bool:
    dated = "published" not in (row.date_precision, other.date_precision)
    told = [(row.event, other.event), (row.place_name, other.place_name)]
    told += [(str(row.date), str(other.date))] if dated and row.date and other.date else []
    return any(mine and its and mine != its for mine, its in told)


def _sentences(figures: pd.DataFrame) -> Mapping[str, Span]:
    columns = (figures.figure_id, figures.article_id, figures.sentence_start)
    return {figure_id: (article_id, int(start)) for figure_id, article_id, start in zip(*columns, strict=True)}
