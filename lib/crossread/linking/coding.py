"""Accounts of an event as an organisation that records casualties codes them (`lexicon/coding.toml`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import pandas as pd

from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon
from crossread.reading.conventions import BARE_PLURAL

WHOLE = ("civilians", "people")  # classes that a recorder counts together


class Told(Protocol):
    """What coding needs to know of an account."""

    @property
    def figure_id(self) -> str: ...  # noqa: D102 - as in the table of figures
    @property
    def article_id(self) -> str: ...  # noqa: D102
    @property
    def counted(self) -> str: ...  # noqa: D102
    @property
    def bound(self) -> str: ...  # noqa: D102
    @property
    def low(self) -> float | None: ...  # noqa: D102
    @property
    def in_title(self) -> bool: ...  # noqa: D102
    @property
    def number(self) -> tuple[float, float]: ...  # noqa: D102


T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Coding:
    """How accounts are coded: everything as the table `incidents` has it where `preset` is empty."""

    preset: str = ""
    named: Mapping[str, int] = field(default_factory=dict)  # how many dead an article names, by story
    order: tuple[str, ...] = ()  # by what the best number is chosen, where the corpus says so

    @property
    def entry(self) -> Mapping[str, Any]:
        """The preset as its file has it."""
        found: Mapping[str, Any] = load_lexicon("coding")["preset"].get(self.preset, {})
        return found

    def join(self, claims: pd.DataFrame) -> pd.DataFrame:
        """Give claims of the persons of one event one group, whether accounts call them people or civilians.

        Args:
            claims: What `list_claims` returns, those that stand.

        Returns:
            The claims, with `group` and `counts` of what a recorder counts together. Women and children stand in that
            group where an account counts all; `weigh` tells them apart.
        """
        if not self.preset or claims.empty:
            return claims
        persons = claims.outcome.isin(self.entry.get("records", ())) & (claims.kind == "count")
        persons &= claims.counted_class.isin(WHOLE)
        whole = persons & ~claims.counted.fillna("").map(is_partial).astype(bool)
        panels = _panels(claims)
        groups = {}
        for (story, panel), rows in claims[whole].groupby(["story", panels[whole]], sort=False):
            counts = "civilians" if (rows.counted_class == "civilians").any() else "people"
            groups[story, panel] = (f"{counts} ({story}), {panel}", counts)
        joined = [
            groups.get(key, old) if coded else old
            for key, old, coded in zip(
                zip(claims.story, panels, strict=True),
                zip(claims.group, claims.counts, strict=True),
                persons,
                strict=True,
            )
        ]
        told = pd.DataFrame(joined, columns=["group", "counts"], index=claims.index, dtype="string")
        return claims.assign(group=told.group, counts=told.counts)

    def weigh(self, accounts: Sequence[T]) -> list[T]:
        """Leave out accounts of some only where others count all, and those that tell no number where others do.

        Args:
            accounts: Accounts of one event.

        Returns:
            Those that its numbers are coded by.
        """
        if not self.preset:
            return list(accounts)
        whole = [one for one in accounts if not is_partial(one.counted)] or list(accounts)
        bare = self.entry.get("vague", {}).get(BARE_PLURAL)
        return [one for one in whole if not (one.bound == "vague" and one.number == (bare, bare))] or whole

    def ends(self, accounts: Sequence[Told], story: str, outcome: str) -> tuple[float, float]:
        """Code the lowest and the highest number of accounts.

        Args:
            accounts: Those that stand.
            story: Their story.
            outcome: What happened to the counted.

        Returns:
            The lowest and the highest number.
        """
        least, most = _numbers(accounts, over=bool(self.preset))
        if self.entry.get("lowest") == "first":
            first: dict[str, Told] = {}
            for one in sorted(accounts, key=lambda one: (one.in_title, int(one.figure_id.rpartition(":")[2]))):
                first.setdefault(one.article_id, one)
            least, _ = _numbers(list(first.values()), over=True)
        if self.entry.get("named") and outcome == "killed" and not any(is_partial(one.counted) for one in accounts):
            least = max(least, min(self.named.get(story, 0), most))  # no more than the articles count
        return least, max(least, most)


def is_partial(counted: str) -> bool:
    """Tell whether what is counted are only some of the persons of an event: children, women, a family."""
    head = singular(counted.rpartition(" ")[2])
    return any(head in nouns for nouns in load_lexicon("coding")["partial"].values())


def _panels(claims: pd.DataFrame) -> pd.Series:
    """The panels of claims; one that tells no more than the outcome is that of the only fuller one of its story."""
    fuller = claims.panel.where(claims.panel != claims.outcome)
    others = fuller.groupby([claims.story, claims.outcome])
    return fuller.fillna(others.transform("first").where(others.transform("nunique") == 1)).fillna(claims.panel)


def _numbers(accounts: Sequence[Told], *, over: bool) -> tuple[float, float]:
    """The lowest and the highest number; of persons, "more than 30" are 31 at least where `over` asks for it."""
    ends = [tuple(end + 1 for end in one.number) if over and one.bound == ">" else one.number for one in accounts]
    return min(low for low, _ in ends), max(high for _, high in ends)
