"""Rows of tables as sentences look at them: claims, groups of them, their sides, revisions and headlines."""

from collections.abc import Sequence
from typing import Protocol

import pandas as pd


class Claim(Protocol):
    """A row of claims, as far as sentences tell of it; text that is not told is null."""

    figure_id: str
    article_id: str
    outlet: str
    published: pd.Timestamp
    phrase: str
    start: int
    number_start: int
    number_end: int
    kind: str
    unit: str
    bound: str
    low: float
    high: float
    origin: str
    speaker: str
    source: str
    source_entity: str
    in_title: bool
    hedge: str
    value: float
    story: str
    group: str
    topic: str
    panel: str
    counted: str
    counted_class: str
    counts: str
    outcome: str
    actor: str
    cause: str
    day: str
    region: str
    reach: str
    targets: str
    title: str | None
    sentence: str


class Group(Protocol):
    """A row of ranked groups: how many origins speak in it, and whether no number fits all, or one was revised."""

    group: str
    origins: int
    lowest: str
    highest: str
    disjoint: int
    revised: int


class Headline(Protocol):
    """A row of headlines beside their bodies: the figure ids of both."""

    group: str
    headline: str
    body: str
    verdict: str


class Side(Protocol):
    """A row of sides: the figures that one number fits, and the numbers that fit them all."""

    group: str
    figure_ids: Sequence[str]
    low: float
    high: float


class Revision(Protocol):
    """A row of revisions: the figure ids of what one source said at first, and later."""

    group: str
    origin: str
    earlier_figure: str
    later_figure: str


Claims = Sequence[Claim]
