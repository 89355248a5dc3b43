"""Words beside a number that say how it is meant: at least, about, rose by, reportedly."""

from collections.abc import Sequence
from functools import cache

from crossread.extracting.numbers import Number, longest_match
from crossread.extracting.phrases import QUOTES
from crossread.language.tokens import split_phrase
from crossread.lexicon import load_lexicon


def bound_before(words: Sequence[str], number: Number) -> tuple[str, int]:
    """Read the bound in front of a number.

    Args:
        words: The sentence's words, lower case.
        number: The number.

    Returns:
        The bound and where its words begin; "=" and the number's own start without one.
    """
    end = number.first
    while end and words[end - 1] in QUOTES:
        end -= 1
    for length in range(min(4, end), 0, -1):
        bound = _bounds("before").get(tuple(words[end - length : end]))
        if bound is not None:
            return bound, end - length
    return "=", number.first


def bound_after(words: Sequence[str], number: Number) -> tuple[str | None, int]:
    """Read the bound behind a number ("50 or more"): the bound, or None, and the index behind it."""
    match = longest_match(words, number.last, _bounds("after"))
    return match if match is not None else (None, number.last)


def read_trend(words: Sequence[str], first: int, kind: str, counted: str) -> str | None:
    """Tell the direction of a change whose size a number is: "rose by 5%", "a 60% decline".

    Args:
        words: The sentence's words, lower case.
        first: Where the number's phrase begins.
        kind: The figure's kind.
        counted: What it counts.

    Returns:
        "up", "down", or None where the number is no change.
    """
    sign = {"-": "down", "−": "down", "+": "up"}.get(words[first - 1] if first else "")
    if sign and kind == "share":
        return sign
    before = [word for word in words[max(0, first - 2) : first] if word in _trends()]
    if before and (words[first - 1] == "by" or kind in ("share", "money")):
        return _trends()[before[-1]]
    return _trends().get(counted.split()[0]) if kind == "share" and counted else None


def read_hedge(words: Sequence[str], last: int) -> str | None:
    """Find the word that weakens a figure: before it in the sentence, or right behind it.

    Args:
        words: The sentence's words, lower case.
        last: The index behind the figure's phrase.

    Returns:
        The word, None without one.
    """
    return next((word for word in words[: last + 3] if word in _hedges()), None)


@cache
def _bounds(side: str) -> dict[tuple[str, ...], str]:
    entries = load_lexicon("bounds")[side]
    return {split_phrase(phrase): entry["bound"] for entry in entries for phrase in entry["phrases"]}


@cache
def _trends() -> dict[str, str]:
    return {verb: entry["trend"] for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"]}


@cache
def _hedges() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_lexicon("hedges")["hedge"])
