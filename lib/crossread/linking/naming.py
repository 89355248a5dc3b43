"""What an event is called: the most neutral word that its accounts share, and who calls it what (`events.toml`)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from crossread.lexicon import load_lexicon


class Told(Protocol):
    """What naming needs to know of an account."""

    @property
    def article_id(self) -> str: ...  # noqa: D102 - as in claims
    @property
    def cause(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def sentence(self) -> str: ...  # noqa: D102


def name_event(accounts: Sequence[Told]) -> str:
    """Name an event by the most neutral word that its accounts share.

    A word that says more implies the more neutral one: of "blast" and "car bomb" the event is an explosion. An account
    without a word for it shares all. Where they share none, a word for what was seen names it, if they have but one.

    Args:
        accounts: Claims of one event.

    Returns:
        The name, "" where no account tells a cause, or where what they tell differs.
    """
    causes = {account.cause for account in accounts if account.cause}
    used_by = _words_used(accounts)
    told = [strong for names in used_by.values() if (strong := {one for one in names if not _weak(one)})]
    if not causes:
        return ""
    if not told:
        named = [" and ".join(filter(None, map(_usual().get, cause.split(" and ")))) for cause in sorted(causes)]
        return named[0] if len(named) == 1 else ""
    used = set.union(*told)
    shared = set.intersection(*map(_implied, told)) & {*used, *_implied(used)}
    seen = {name for name in used if _says(name) == "seen"}
    found = shared & used or shared or (seen if len(seen) == 1 else set())
    says = {_says(name) for names in used_by.values() for name in names}
    found = {name for name in found if _says(name) == "seen"} if {"meant", "chance"} <= says else found
    return next((name for name in _entries() if name in found), "")


def tell_calls(accounts: Sequence[Told]) -> dict[str, list[str]]:
    """Tell who calls an event what, where accounts differ in whether it was meant, in judging it, or in all words.

    Args:
        accounts: Claims of one event.

    Returns:
        Article ids by word, the most neutral first; empty where they do not differ so.
    """
    used = _words_used(accounts)
    saying: dict[str, set[str]] = defaultdict(set)
    for article_id, names in used.items():
        for name in names:
            saying[_says(name)].add(article_id)
    told = {"meant", "chance"} if saying["meant"] and saying["chance"] else set()
    told |= {"judged"} if len(saying["judged"]) < len({account.article_id for account in accounts}) else set()
    told |= set(saying) if used and not name_event(accounts) and any(account.cause for account in accounts) else set()
    calls = {
        name: [article_id for article_id, names in used.items() if name in names]
        for name in _entries()
        if _says(name) in told
    }
    return {name: article_ids for name, article_ids in calls.items() if article_ids}


def _words_used(accounts: Iterable[Told]) -> dict[str, set[str]]:
    """The words of each article that has any for the event."""
    used: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        causes = set(account.cause.split(" and ")) if account.cause else set()
        for word in _pattern().findall(
            f"{account.title if isinstance(account.title, str) else ''}\n{account.sentence}"
        ):
            name = _names()[word.lower()]
            if not causes or causes & set(_entries()[name].get("causes", causes)):
                used[account.article_id].add(name)
    return used


def _implied(names: Iterable[str]) -> set[str]:
    """Words with the more neutral ones that they imply."""
    return {one for name in names for one in (name, _entries()[name].get("implies", name))}


def _entries() -> Mapping[str, Mapping[str, Any]]:
    entries: Mapping[str, Mapping[str, Any]] = load_lexicon("events")["word"]
    return entries


def _weak(name: str) -> bool:
    return bool(_entries()[name].get("weak"))


def _says(name: str) -> str:
    return str(_entries()[name].get("says", "seen"))


@cache
def _names() -> dict[str, str]:
    return {word: name for name, entry in _entries().items() for word in entry["words"]}


@cache
def _usual() -> dict[str, str]:
    """What is said of each cause by itself."""
    return {entry["names"]: name for name, entry in _entries().items() if "names" in entry}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(longest_first)})\b")
