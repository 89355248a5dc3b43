"""Which of an article's numbers are accounts of its group's event, and which are of something else."""

import math
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from crossread.extracting.context.tellings import LEAD
from crossread.language.vocabulary import singular
from crossread.linking.compare.groups import UNTOLD
from crossread.linking.compare.pairs import claimed_interval
from crossread.tables import records

FEW = "one or a vague number, of which no outcome is told"
LATER = "not its source's first figure in the article"
FAR = 3  # times "at least 17" that one source, in one article, still means by it; "at least 502" is of something else
CLOSE = 1.1  # times a number that another may be and still be the same, rounded
TELLING = 3  # the least number that two accounts hardly share by chance
LOOSE = frozenset(["added to another number", "an earlier event", "another day"])  # reasons that two share easily
MANY = 10  # the least number of so wide a noun as people that they hardly share
WIDE = frozenset(["people", "persons", "others", ""])
SAME = frozenset(["level", "change"])  # the roles that an equal number can have of one thing
PART = "a part of a number told elsewhere"
SIZE = 2  # times a number that another account of it may be where no outcome tells that it is one


class Claim(NamedTuple):
    """A claim, as far as its number tells what it is of."""

    figure_id: str
    article_id: str
    axis: int
    group: str
    counted: str | None
    origin: str
    source: str | None
    spoken_of: bool | None
    number_start: int
    bound: str
    low: float | None
    high: float | None
    value: float
    aside: str | None

    def interval(self) -> tuple[float, float]:
        """The numbers that it allows, within reason where it has an open end."""
        low, high = claimed_interval(self.bound, self.low, self.high)
        return low, FAR * low if math.isinf(high) else high

    def excludes(self, interval: tuple[float, float]) -> bool:
        """Tell whether no number is allowed by both."""
        low, high = self.interval()
        return high < interval[0] or interval[1] < low


def part_numbers(claims: pd.DataFrame, never: frozenset[str]) -> pd.DataFrame:
    """Set aside what is no account of its group's event by its number, and group what articles tell alike beside it.

    An article does not contradict itself: what excludes an earlier figure of the same source in it speaks of something
    else. A figure below the lead that nobody is said to have said is held against the first of its article, whoever
    says that. What is set aside for whatever reason is of the event where another article gives it that number: "last
    week's attack" of a later article. Equal numbers of several articles beside the event are compared with each
    other. Where no outcome tells that two numbers are of one thing, only their size does.

    Args:
        claims: Claims with `axis`, `group`, `panel`, `rule`, `aside` and `origin`.
        never: Reasons for which a claim is compared with none.

    Returns:
        The claims, with `beside`: whether the claim is one that articles tell alike beside their story's event.
    """
    untold = claims.panel.str.startswith(UNTOLD)
    loose = untold & (claims.kind == "count") & ((claims.value < 2) | _vague(claims))
    claims = claims.assign(aside=claims.aside.mask(loose & claims.aside.isna(), FEW))
    never = never | {FEW}
    kept = records(claims, Claim, claims.aside.isna() & ~untold)
    later = _later(sorted(kept, key=lambda claim: claim.number_start))
    claims = claims.assign(aside=claims.aside.mask(claims.figure_id.isin(later), LATER))
    excluded = claims.aside.notna() & ~claims.aside.isin(never)
    standing = list(records(claims, Claim, claims.aside.isna() & ~untold))
    of_event = _of_event(list(records(claims, Claim, excluded)), standing)
    claims = _moved(claims, of_event)
    excluded &= ~claims.figure_id.isin(of_event)
    beside = _alike(list(records(claims, Claim, excluded)))
    sizes = _by_size(list(records(claims, Claim, claims.aside.isna() & untold)))
    extra = (", " + claims.figure_id.map(beside | sizes).astype("string")).fillna("")
    alike = claims.figure_id.isin(beside.keys())
    words = {name: claims[name] + extra for name in ("panel", "group", "rule")}
    claims = claims.assign(aside=claims.aside.mask(alike), beside=alike, **words)
    equal = _equal(list(records(claims, Told, ~claims.aside.isin({*never, PART}))))
    return _moved(claims, equal).drop(columns="axis")


class Told(NamedTuple):
    """A claim, as far as an equal number of another article tells that both are of one thing."""

    figure_id: str
    article_id: str
    story: str
    kind: str
    unit: str | None
    counts: str
    counted: str | None
    outcome: str
    role: str
    reach: str
    bound: str
    value: float
    group: str
    aside: str | None


def _equal(claims: list[Told]) -> dict[str, str]:
    """Claims without a told outcome, to a figure in whose group another article gives the same number of the same noun.

    Such a number is hardly shared by chance, whatever keeps the two apart: a total, a change, an outcome that only one
    of them tells. A wide noun needs a larger one.
    """
    told: dict[tuple[str, str, str, str, float], list[Told]] = defaultdict(list)
    for claim in claims:
        head = (claim.counted or "").rpartition(" ")[2]
        least = MANY if claim.kind == "count" and head in WIDE else TELLING
        if claim.value >= least and claim.bound != "vague" and claim.role in SAME and claim.reach != "expected":
            told[claim.story, claim.kind, claim.unit or "", singular(head), claim.value].append(claim)
    found: dict[str, str] = {}
    for own in told.values():
        outcomes = {claim.outcome for claim in own} - {"other"}
        standing = [claim for claim in own if claim.aside is None and (claim.outcome != "other" or not outcomes)]
        loose = [claim for claim in own if claim.outcome == "other"]
        if len(outcomes) > 1 or not loose or len({claim.article_id for claim in own}) < 2:
            continue
        first = max(standing or own, key=lambda one: sum(claim.group == one.group for claim in own))
        if any(claim.article_id != first.article_id for claim in loose) or first in loose:
            found |= {claim.figure_id: first.figure_id for claim in loose if claim.group != first.group or claim.aside}
    return found


def _vague(claims: pd.DataFrame) -> "pd.Series[bool]":
    """Which claims count vaguely what one word tells: "several countries" are any."""
    return (claims.bound == "vague") & ~claims.counted.fillna("").str.contains(" ")


def _moved(claims: pd.DataFrame, places: dict[str, str]) -> pd.DataFrame:
    """The claims, those of some figures in the groups of others, and no longer set aside."""
    if not places:
        return claims
    by_id = claims[["figure_id", "group", "panel", "rule"]].drop_duplicates("figure_id").set_index("figure_id")
    others = claims.figure_id.map(places)
    found = others.notna()
    words = {name: claims[name].mask(found, others.map(by_id[name])) for name in ("group", "panel", "rule")}
    return claims.assign(**words, aside=claims.aside.mask(found))


def _of_event(excluded: list[Claim], standing: list[Claim]) -> dict[str, str]:
    """What is set aside by figure id, to a figure of another article that gives the event the same number."""
    told: dict[tuple[int, float], list[Claim]] = defaultdict(list)
    for claim in standing:
        told[claim.axis, claim.value].append(claim)
    found = {}
    for claim in excluded:
        others = [one for one in told[claim.axis, claim.value] if one.article_id != claim.article_id]
        if others and claim.value >= (2 if claim.aside in LOOSE else TELLING):
            same = [one for one in others if one.group == claim.group]
            found[claim.figure_id] = (same or others)[0].figure_id
    return found


def _later(claims: list[Claim]) -> set[str]:
    """What excludes an earlier figure of its article."""
    found: set[str] = set()
    firsts: dict[tuple[str, str], dict[str, tuple[float, float]]] = defaultdict(dict)
    for claim in claims:
        first = firsts[claim.group, claim.article_id]
        own = claim.source is None and claim.number_start >= LEAD and not claim.spoken_of
        known = list(first.values())[:1] if own else []
        known += [first[claim.origin]] if claim.origin in first and claim.source is not None else []
        one_of_them = claim.bound == "=" and claim.value == 1 and any(low > 1 for low, _ in first.values())
        if one_of_them or any(claim.excludes(interval) for interval in known):
            found.add(claim.figure_id)
        else:
            first.setdefault(claim.origin, claim.interval())
    return found


def _alike(claims: list[Claim]) -> dict[str, str]:
    """What several articles tell alike beside the event: the reason and the number, by figure id."""
    told: dict[tuple[str, float], list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.group, claim.value].append(claim)
    several = [own for own in told.values() if len({claim.article_id for claim in own}) > 1]
    return {
        claim.figure_id: f"{min(one.aside or '' for one in own)}: {_words(claim.value)}"
        for own in several
        for claim in own
    }


def _by_size(claims: list[Claim]) -> dict[str, str]:
    """The number about which each claim without a told outcome stands, by figure id.

    Equal numbers stand together, and so do the first that two articles give in the same words, if they are near.
    """
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.group].append(claim)
    return {figure_id: words for own in groups.values() for figure_id, words in _sizes(own).items()}


def _sizes(claims: list[Claim]) -> dict[str, str]:
    strands: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: (claim.value, claim.number_start)):
        last = strands[-1] if strands else []
        if last and claim.value <= CLOSE * last[0].value and not claim.excludes(last[0].interval()):
            last.append(claim)
        else:
            strands.append([claim])
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        first.setdefault((claim.article_id, claim.counted or ""), claim)
    leading = {claim.figure_id for claim in first.values()}
    joined: list[list[Claim]] = []
    for strand in strands:
        if joined and _differ(joined[-1], strand, leading):
            joined[-1] += strand
        else:
            joined.append(strand)
    return {claim.figure_id: _words(strand[0].value) for strand in joined for claim in strand}


def _differ(one: list[Claim], other: list[Claim], leading: set[str]) -> bool:
    """Tell whether two strands are accounts that differ: of other articles, first in them, and in the same words."""
    if {claim.article_id for claim in one} & {claim.article_id for claim in other}:
        return False
    if not {claim.figure_id for claim in (*one, *other)} <= leading:
        return False
    return len({claim.counted for claim in (*one, *other)}) == 1 and other[0].value <= SIZE * one[0].value


def _words(value: float) -> str:
    return f"{value:,.10g}"
