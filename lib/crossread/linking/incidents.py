"""Claims to incidents: what each event brought, from the lowest to the highest account, and who stands behind it."""

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from crossread.extracting.context.days import DAYS
from crossread.extracting.context.tellings import LEAD
from crossread.lexicon import load_lexicon
from crossread.linking.coding import Coding
from crossread.linking.compare import claimed_interval, develops, drop_echoes, list_claims, list_revisions
from crossread.linking.naming import name_event, tell_calls
from crossread.linking.places import locate_places, name_country
from crossread.tables import make_table, records

UNCODED = Coding()
BEST = ("sources", "latest", "middle")
RULE: Mapping[str, str] = load_lexicon("coding")["criteria"]
"""What can make a number the best of several, by the name that a corpus calls it by."""


class Account(NamedTuple):
    """A claim that stands, as far as an incident is made of it."""

    group: str
    story: str
    outcome: str
    counts: str
    counted: str
    unit: str | None
    figure_id: str
    article_id: str
    origin: str
    published: datetime.date | None
    bound: str
    low: float | None
    high: float | None
    value: float
    cause: str
    day: str
    place: str | None
    region: str
    in_title: bool
    source: str | None
    number_start: int
    title: str | None
    sentence: str

    @property
    def own(self) -> bool:
        """Whether the outlet says it in its own voice where the article tells what it is about."""
        return self.source is None and self.number_start < LEAD

    @property
    def number(self) -> tuple[float, float]:
        """The lowest and the highest number that the claim tells; an open end tells none."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return (min(ends), max(ends)) if ends else (self.value, self.value)

    @property
    def exact(self) -> bool:
        """Whether the claim tells one number, however firmly, and no range or vague word."""
        low, high = self.number
        return low == high


def find_incidents(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    entities: pd.DataFrame,
    order: Sequence[str] = BEST,
    coding: Coding = UNCODED,
) -> pd.DataFrame:
    """List what each event brought, a row for each outcome or measure of it.

    Args:
        figures: The figures table.
        articles: The articles table, with stories.
        entities: The entities table, for the names of places.
        order: By what the best number is chosen, what counts most first; keys of `RULE`.
        coding: As whom the corpus codes its accounts; its order goes before.

    Returns:
        The incidents table; of each story first what most articles and sources tell. A number of which no outcome is
        told has a row only where several articles tell it. An article that begins with a number in its own voice has
        weighed what it then cites: other numbers of its sources are no candidates for the best.
    """
    claims = list_claims(figures, articles)
    superseded = set(list_revisions(claims).earlier_figure)
    standing = drop_echoes(claims[claims.aside.isna() & ~claims.beside])
    standing, order = coding.join(standing), coding.order or coding.entry.get("best", order)
    several = standing.groupby("group")["article_id"].transform("nunique") > 1
    standing = standing[several | (standing.outcome != "other")].sort_values(["story", "group"], kind="stable")
    names = dict(zip(entities.entity_id, entities.name, strict=True))
    regions = locate_places(standing.place.dropna())
    rows: list[dict[str, Any]] = []
    for _, members in groupby(records(standing, Account), key=lambda account: account.group):
        accounts = list(members)
        first = accounts[0]
        row: dict[str, Any] = {
            "story": first.story,
            "outcome": first.outcome,
            "counted": first.counts,
            "unit": first.unit or "",
        }
        current = [account for account in accounts if account.figure_id not in superseded] or accounts
        row |= {"superseded": len(accounts) - len(current)}
        weighed = coding.weigh(current)
        row["low"], row["high"] = coding.ends(weighed, first.story, first.outcome)
        row |= _sum_up(weighed, order) | _tell_event(current, names, regions)
        row["figure_ids"] += [account.figure_id for account in current if account not in weighed]
        rows.append(row)
    rows.sort(key=lambda row: (row["story"], -row["articles"], -row["sources"], -row["high"]))
    numbers: Counter[str] = Counter()
    for row in rows:
        numbers[row["story"]] += 1
        row["incident_id"] = f"{row['story']}:{numbers[row['story']]}"
    return make_table("incidents", rows)


def _weighed(accounts: Sequence[Account]) -> list[Account]:
    """The accounts without what an article cites otherwise than it sums it up itself."""
    own: dict[str, set[float]] = defaultdict(set)
    for account in accounts:
        own[account.article_id] |= set(account.number) if account.own else set()
    return [
        account
        for account in accounts
        if account.own or not own[account.article_id] or own[account.article_id].issuperset(account.number)
    ]


def _sum_up(accounts: Sequence[Account], order: Sequence[str]) -> dict[str, Any]:
    """The best number of accounts, none where all tell ranges or vague words, and what they stand on."""
    ends = [claimed_interval(account.bound, account.low, account.high) for account in accounts]
    weighed = _weighed(accounts)
    exact = [account for account in weighed if account.exact] or [account for account in accounts if account.exact]
    best = choose_best(exact, order) if exact else None
    near = best if best is not None else choose_best(weighed, order)
    ranked = sorted(accounts, key=lambda account: (account.value != near, abs(account.value - near), account.figure_id))
    return {
        "best": best,
        "accounts": len(accounts),
        "sources": len({account.origin for account in accounts}),
        "articles": len({account.article_id for account in accounts}),
        "contested": max(low for low, _ in ends) > min(high for _, high in ends),
        "developed": develops((account.published, *end) for account, end in zip(accounts, ends, strict=True)),
        "figure_ids": [account.figure_id for account in ranked],
        "rule": ", then ".join(RULE[name] for name in order) if exact else "no account tells one number",
    }


def choose_best(accounts: Sequence[Account], order: Sequence[str] = BEST) -> float:
    """Choose the best of the numbers that accounts tell.

    Args:
        accounts: Claims that stand.
        order: By what, what counts most first; keys of `RULE`.

    Returns:
        The number that is best by the first, of equals by the next, and at last the higher one.
    """
    told: dict[float, list[Account]] = {}
    for account in accounts:
        told.setdefault(account.value, []).append(account)
    middle = sorted(account.value for account in accounts)[len(accounts) // 2]

    def merit(number: float) -> tuple[float, ...]:
        own = told[number]
        merits = {
            "sources": len({account.origin for account in own}),
            "latest": max((account.published.toordinal() for account in own if account.published), default=-math.inf),
            "middle": -abs(number - middle),
            "highest": number,
            "lowest": -number,
        }
        return (*(merits[name] for name in order), number)

    return max(told, key=merit)


def _tell_event(accounts: Sequence[Account], names: Mapping[str, str], regions: Mapping[str, str]) -> dict[str, Any]:
    """What the event is called, when and where it was."""
    place = _most([account.place or "" for account in accounts])
    region = _most([account.region for account in accounts]) or regions.get(place, "")
    date, precision = _date(accounts)
    return {
        "event": name_event(accounts),
        "called": "; ".join(f"{name}: {', '.join(ids)}" for name, ids in tell_calls(accounts).items()),
        "date": date,
        "date_precision": precision,
        "place": place or None,
        "place_name": names.get(place, ""),
        "country": name_country(region),
    }


def _most(values: Sequence[str]) -> str:
    """What is told most often, the first of several; "" where nothing is."""
    told = [value for value in values if value]
    return max(told, key=told.count, default="")


def _date(accounts: Sequence[Account]) -> tuple[datetime.date | None, str]:
    """The weekday told most often, before publication; else the first date of publication."""
    dated = [account for account in accounts if account.published is not None]
    if not dated:
        return None, "published"
    day = _most([account.day for account in dated if account.day in DAYS])
    if day:
        return min(_weekday_before(account.published, day) for account in dated if account.published), "day"
    return min(account.published for account in dated if account.published), "published"


def _weekday_before(published: datetime.date, day: str) -> datetime.date:
    return published - datetime.timedelta(days=(published.weekday() - DAYS.index(day)) % len(DAYS))
