"""Claims to groups: which of one story are of one thing and event, and how the group is named."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from crossread.extracting.context.days import WEEKEND
from crossread.language.gazetteers import is_demonym
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon
from crossread.linking.compare.events import EVIDENCE, find_events
from crossread.linking.places import is_country
from crossread.tables import records

WORD = re.compile(r"[a-z][\w'-]*")
UNTOLD = "no outcome told"
AXIS = ["story", "kind", "unit", "counts", "outcome", "role", "reach"]  # what comparable claims have in common
SIDED = frozenset(["killed", "injured", "captured", "detained", "missing"])  # forces that somebody lost


class Claim(NamedTuple):
    """What a claim's group is named by."""

    story: str
    kind: str
    unit: str | None
    counts: str
    outcome: str
    role: str
    reach: str
    cause: str
    home: str
    side: str
    named_region: str
    named_day: str


def name_counted(kind: str, counted: str, counted_class: str) -> str:
    """Name what a figure is compared by.

    Args:
        kind: The figure's kind.
        counted: What it counts.
        counted_class: The class of that.

    Returns:
        The class, where its nouns mean much the same; the name of the nouns that are compared only with each other
        ("children", "houses"); else the head noun. Empty where nothing is counted.
    """
    if not counted:
        return counted_class
    noun, lexicon = singular(counted.split()[-1]), load_lexicon("alike")
    if counted_class == "money":
        return noun
    if noun in _apart():
        return _apart()[noun]
    # A noun that no class lists is of one by the user's word.
    by_user = counted_class != "other" and noun not in load_lexicon("classes")[counted_class]["nouns"]
    whole = counted_class in lexicon["wide"] or noun in lexicon["general"] or by_user
    return counted_class if whole and counted_class != "other" else noun


def tells_outcome(name: str) -> bool:
    """Tell whether what is counted says by itself what is claimed of it, as "protesters" does."""
    return name in load_lexicon("alike")["telling"]["names"]


def name_side(counted: str, actor: str | None) -> str:
    """Name the side that the counted forces are of.

    Args:
        counted: What a figure counts, such as "rebel fighters".
        actor: The entity id that its phrase names, null for none.

    Returns:
        The actor, unless it only says of which country they are, or is an army like that; else "soldiers", "rebels", or
        "" where untold.
    """
    sides = _sides(counted)
    if pd.isna(actor):
        return next(iter(sides), "")
    name = str(actor).replace("-", " ")
    if sides and (is_demonym(name.capitalize()) or is_country(name) or set(sides) & set(_sides(name))):
        return sides[0]
    return name.title()


def _sides(text: str) -> list[str]:
    words = {singular(word) for word in WORD.findall(text)} | set(text.split())
    return [side for side, nouns in load_lexicon("alike")["sides"].items() if words & set(nouns)]


@cache
def _apart() -> dict[str, str]:
    return {noun: name.replace("_", " ") for name, nouns in load_lexicon("alike")["apart"].items() for noun in nouns}


def name_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """Put claims of one story, thing counted, outcome and role in a group for each event that they speak of.

    Args:
        rows: Figures with `story`, `counts`, `role`, `cause`, `region`, `day`, `home`, `other_day`, `reach`, `aside`.

    Returns:
        The rows, with `cause`, `region` and `day` those of the event where the claim tells none, and with `topic`,
        `panel`, `rule` and `group`, as `list_claims` tells them.
    """
    several = rows.story.nunique() > 1
    rows = _with_outcomes(rows)
    forces = (rows.counted_class == "forces") & rows.outcome.isin(SIDED)
    sides = [name_side(*pair) for pair in zip(rows.counted.fillna(""), rows.actor, strict=True)]
    named_side = pd.Series(sides, index=rows.index, dtype="string").where(forces & (rows.counts != "people"), "")
    rows = _with_weekdays(find_events(rows.assign(side=named_side), AXIS))
    words = []
    for claim in records(_with_names(_as_events(rows)), Claim):
        what = claim.counts if claim.kind == "count" else _joined(claim.kind, claim.unit, claim.counts)
        what, panel = what or "uncounted", _name_panel(claim)
        topic = f"{what} ({claim.story})" if several else what
        words.append((topic, panel, f"one story ({claim.story}), {what}, {panel}"))
    named = pd.DataFrame(words, columns=["topic", "panel", "rule"], index=rows.index, dtype="string")
    named = _with_numbers(named, rows.event)
    rows = rows.assign(**{str(name): named[name] for name in named})
    axis = rows.groupby(AXIS, dropna=False).ngroup()
    return rows.assign(axis=axis, group=rows.topic + ", " + rows.panel).drop(columns=["event", "other_day"])


def _with_outcomes(rows: pd.DataFrame) -> pd.DataFrame:
    """Give figures of which no outcome is told the only one that their story tells of the same noun.

    Of people many things are told in a story, and of what is only dealt with, too.
    """
    keys = ["story", "kind", "unit", "counts", "role", "reach"]
    told = rows[[*keys, "outcome"]][(rows.outcome != "other") & rows.aside.isna()]
    outcomes = told.groupby(keys, dropna=False)["outcome"]
    only = outcomes.agg(lambda own: own.iloc[0] if own.nunique() == 1 else "")
    found = pd.Series(pd.MultiIndex.from_frame(rows[keys]).map(only.to_dict()), index=rows.index, dtype="string")
    untold = (rows.outcome == "other") & ~rows.counts.isin(load_lexicon("alike")["wide"]) & (rows.counts != "")
    return rows.assign(outcome=rows.outcome.mask(untold & found.notna() & (found != ""), found), untold=untold)


def _as_events(rows: pd.DataFrame) -> pd.DataFrame:
    """Put in place of each evidence the one that its event's claims tell most: one event has one name."""
    events, standing = rows.event.tolist(), rows.aside.isna().tolist()
    told = {}
    for name in EVIDENCE:
        counts: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
        for event, value, stands in zip(events, rows[name].fillna(""), standing, strict=True):
            if value:
                kept, size = counts[event].get(value, (0, 0))
                counts[event][value] = (kept + stands, size + 1)
        most = {event: max(own, key=own.__getitem__) for event, own in counts.items()}
        told[name] = pd.array([most.get(event, "") for event in events], dtype="string")
    return rows.assign(**told)


def _with_weekdays(rows: pd.DataFrame) -> pd.DataFrame:
    """Put in place of a weekend the one of its days that another account tells of the event."""
    weekdays = rows.day.where(~rows.day.isin(["", WEEKEND])).groupby(rows.event).transform("first")
    return rows.assign(day=rows.day.mask((rows.day == WEEKEND) & weekdays.notna(), weekdays))


def _with_names(rows: pd.DataFrame) -> pd.DataFrame:
    """Put region and day in words where claims that are else of one group differ in them."""
    names = _region_names(rows)
    shown = {"region": rows.region.map(names), "day": "on " + rows.day.str.capitalize()}
    standing = rows.aside.isna().tolist()
    same = list(zip(*(rows[name].fillna("") for name in (*AXIS, "cause", "side", "home")), strict=True))
    for column, words in shown.items():
        told: dict[tuple[str, ...], set[str]] = defaultdict(set)
        values = rows[column].tolist()
        for key, value, stands in zip(same, values, standing, strict=True):
            told[key] |= {value} if stands and value else set()
        several = [bool(value) and len(told[key]) > 1 for key, value in zip(same, values, strict=True)]
        rows[f"named_{column}"] = words.astype("string").where(np.array(several, bool), "").fillna("")
        same = [(*key, value) for key, value in zip(same, values, strict=True)]
    return rows


def _with_numbers(named: pd.DataFrame, events: "pd.Series[int]") -> pd.DataFrame:
    """Number the panels that two events share, the first but for itself."""
    keys = named.topic + named.panel
    numbers = events.groupby(keys).transform(lambda own: pd.factorize(own)[0])
    more = numbers.map(lambda number: f" ({number + 1})" if number else "").astype("string")
    return named.assign(panel=named.panel + more, rule=named.rule + more)


def _region_names(rows: pd.DataFrame) -> dict[str, str]:
    """The place that is named most in each region, in words."""
    placed = rows[["region", "place"]][rows.place.notna() & (rows.region != "")]
    names = {region: places.mode().iloc[0] for region, places in placed.groupby("region")["place"]}
    return {str(region): str(name).replace("-", " ").title() for region, name in names.items()}


def _name_panel(claim: Claim) -> str:
    outcome = UNTOLD if claim.outcome == "other" and not tells_outcome(claim.counts) else claim.outcome
    outcome = "told of" if outcome == "other" else outcome
    event = _joined(outcome, claim.reach, claim.cause, f"({claim.side})" if claim.side else "")
    role = "" if claim.role == "level" else load_lexicon("alike")["roles"][claim.role]
    return ", ".join(filter(None, [event, role, claim.home, claim.named_region, claim.named_day]))


def _joined(*words: str | None) -> str:
    return " ".join(filter(None, words))
