"""Which claims can be of one event: what they tell of it is evidence, and what they do not tell fits all."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from crossread.extracting.context.days import DAYS, WEEKEND
from crossread.lexicon import load_lexicon
from crossread.linking.story_ids import is_stated
from crossread.tables import records

EVIDENCE = ("cause", "region", "day", "side", "home")
TOLD_OF = {  # the outcomes of which each kind of evidence parts claims; of side and home, those that have them
    "cause": frozenset(["killed", "injured", "destroyed"]),
    "region": frozenset(["killed", "injured", "destroyed", "attacks"]),
    "day": frozenset(load_lexicon("context")["day"]["outcomes"]),  # others are states
}
SOFT = frozenset(TOLD_OF)  # evidence that an equal number can outweigh
TELLING, MANY = 3, 8  # the least number shared by no chance where one kind of evidence, or several, contradict

Told = tuple[str, ...]  # a value, or "", for each kind of evidence


class Claim(NamedTuple):
    """What tells of which event a claim speaks."""

    story: str
    article_id: str
    outcome: str
    reach: str
    cause: str
    region: str
    day: str
    side: str
    home: str
    published: datetime.date | None
    other_day: bool
    aside: str | None
    low: float | None
    high: float | None

    def told(self) -> Told:
        """The evidence that parts claims of its outcome."""
        return tuple(
            getattr(self, name) if not (name in SOFT and (self.reach or self.outcome not in TOLD_OF[name])) else ""
            for name in EVIDENCE
        )


class Event(NamedTuple):
    """Claims of one event, by their places, and what they tell of it."""

    told: Told
    places: list[int]


def find_events(rows: pd.DataFrame, axis: Sequence[str]) -> pd.DataFrame:
    """Tell which claims of each axis are of one event.

    What an article tells of an event it need not repeat, and what a claim leaves untold contradicts nothing. Claims
    whose evidence contradicts nowhere are of one event; so are those that share a number hardly shared by chance,
    though one lays it to a bomb and the other to a fire, or one says Saturday and the other Sunday; more so in a story
    that the corpus states.

    Args:
        rows: Figures with `published`, `other_day`, `aside`, the columns of `axis` and `EVIDENCE`.
        axis: The columns that claims on one axis have in common.

    Returns:
        The rows, with `event`, a number, and their evidence as their event has it where it leaves it untold.
    """
    claims = list(records(rows, Claim))
    by_axis: dict[int, list[int]] = defaultdict(list)
    for place, number in enumerate(rows.groupby(list(axis), dropna=False).ngroup()):
        by_axis[number].append(place)
    numbers, told = [0] * len(claims), [("",) * len(EVIDENCE)] * len(claims)
    events = (event for places in by_axis.values() for event in _find_events(claims, places))
    for number, event in enumerate(events):
        for place in event.places:
            numbers[place], told[place] = number, _fill(claims[place].told(), event.told)
    columns = {name: pd.array([one[at] for one in told], dtype="string") for at, name in enumerate(EVIDENCE)}
    return rows.assign(**columns, event=numbers)


def _fill(told: Told, others: Told) -> Told:
    return tuple(one or other for one, other in zip(told, others, strict=True))


def _find_events(claims: Sequence[Claim], places: Sequence[int]) -> list[Event]:
    """The events of one axis: what is told most often first, then what fits it."""
    by_evidence: dict[tuple[Told, int], list[int]] = defaultdict(list)
    for place, told in _told_by_articles(claims, places):
        by_evidence[told, _date(claims[place], told)].append(place)
    standing = {key: sum(claims[place].aside is None for place in own) for key, own in by_evidence.items()}
    events: list[tuple[Event, int]] = []
    for (told, date), own in sorted(by_evidence.items(), key=lambda item: (-standing[item[0]], item[1])):
        fitting = [at for at, (event, day) in enumerate(events) if not _contradictions(told, date, event.told, day)]
        at = max(fitting, key=lambda at: sum(map(_same, told, events[at][0].told)), default=None)
        if at is None:
            events.append((Event(told, list(own)), date))
        else:
            event, day = events[at]
            events[at] = Event(_fill(event.told, told), event.places + own), day or date
    return [event for event, _ in _merge(claims, events)]


def _same(one: str, other: str) -> bool:
    return one == other != ""


def _told_by_articles(claims: Sequence[Claim], places: Sequence[int]) -> Iterator[tuple[int, Told]]:
    """Each claim's evidence, where untold what its article tells most."""
    usual: dict[str, list[Counter[str]]] = defaultdict(lambda: [Counter() for _ in EVIDENCE])
    for place in places:
        claim = claims[place]
        if claim.aside is None and not claim.other_day:
            for counter, value in zip(usual[claim.article_id], claim.told(), strict=True):
                counter.update([value] if value else [])
    for place in places:
        most = (next((value for value, _ in counter.most_common(1)), "") for counter in usual[claims[place].article_id])
        yield place, _fill(claims[place].told(), tuple(most))


def _date(claim: Claim, told: Told) -> int:
    """The day as a number of half days, by which neighbours differ by two; 0 where none is known."""
    day = told[EVIDENCE.index("day")]
    if not day or claim.published is None:
        return 0
    weekday = DAYS.index("sunday" if day == WEEKEND else day)
    back = (claim.published.weekday() - weekday) % len(DAYS)
    return 2 * (claim.published.toordinal() - back) - (day == WEEKEND)


def _contradictions(told: Told, date: int, others: Told, other_date: int) -> set[str]:
    """The kinds of evidence in which two tell what cannot be of one event."""
    found = set()
    for name, one, other in zip(EVIDENCE, told, others, strict=True):
        if name == "day" and date and other_date:
            differs = abs(date - other_date) > 1
        else:
            differs = one != other and bool(one and other) and not _fits(name, one, other)
        found |= {name} if differs else set()
    return found


def _fits(name: str, one: str, other: str) -> bool:
    """Tell whether two words can be told of one event."""
    if name == "region":
        return one.startswith(f"{other}.") or other.startswith(f"{one}.")
    if name == "day":
        return WEEKEND in (one, other) and {one, other} <= {*DAYS[5:], WEEKEND}
    wider = load_lexicon("context")["fitting"]["causes"] if name == "cause" else []
    return any({one, other} <= set(words) for words in wider)


def _merge(claims: Sequence[Claim], events: list[tuple[Event, int]]) -> list[tuple[Event, int]]:
    """Join the events whose accounts share a number that they hardly share by chance."""
    joined = True
    while joined:
        joined = False
        for one, other in combinations(range(len(events)), 2):
            (first, date), (second, other_date) = events[one], events[other]
            if _agree(claims, first, second, _contradictions(first.told, date, second.told, other_date)):
                events[one] = Event(_fill(first.told, second.told), first.places + second.places), date or other_date
                del events[other]
                joined = True
                break
    return events


def _agree(claims: Sequence[Claim], one: Event, other: Event, contradictions: set[str]) -> bool:
    if not contradictions <= SOFT:
        return False
    ours, theirs = _numbers(claims, one), _numbers(claims, other)
    shared = {number for number in ours.keys() & theirs.keys() if len(ours[number] | theirs[number]) > 1}
    several = len(contradictions) > 1 and not is_stated(claims[one.places[0]].story)
    least = MANY if several else 2 if contradictions == {"day"} else TELLING
    return any(number >= least for number in shared)


def _numbers(claims: Sequence[Claim], event: Event) -> dict[float, set[str]]:
    """The numbers of an event's accounts, and the articles that tell each."""
    found: dict[float, set[str]] = defaultdict(set)
    for claim in (claims[place] for place in event.places):
        if claim.aside is None and (number := claim.high if claim.low is None else claim.low):
            found[number].add(claim.article_id)
    return found
