"""Words beside a number that say how it is meant: at least, about, rose by, reportedly."""

from collections.abc import Sequence
from functools import cache

from crossread.extracting.numbers.quantities import Number, longest_match
from crossread.extracting.phrases import QUOTES
from crossread.language.tokens import split_phrase
from crossread.lexicon import load_lexicon

MOST_BETWEEN = 4  # words between a verb of change and the number: "fell by as much as 5%"
REACH = 4  # words between the verb and "by": "cut interest rates by 5%"


def bound_before(words: Sequence[str], number: Number) -> tuple[str, int]:
    """Read the bound in front of a number.

    Of two bounds the one that says more counts: "at least about 20" is at least 20.

    Args:
        words: The sentence's words, lower case.
        number: The number.

    Returns:
        The bound and where its words begin; "=" and the number's own start without one.
    """
    bound, first, found = "=", number.first, True
    while found:
        end, found = first, False
        while end and words[end - 1] in QUOTES:
            end -= 1
        for filled in (0, 1, 2):
            before = end - filled
            if filled and (before < 1 or words[before] not in load_lexicon("bounds")["between"]["words"]):
                break
            match = _ends_at(words, before)
            if match is not None and (bound in ("=", "~") or match[0] != "~"):
                bound, first, found = match[0] if bound in ("=", "~") else bound, match[1], True
                break
    return bound, first


def _ends_at(words: Sequence[str], end: int) -> tuple[str, int] | None:
    """The longest bound that ends before an index, and where it begins."""
    for length in range(min(4, end), 0, -1):
        if tuple(words[end - length : end]) in _reached():
            return None
        bound = _bounds("before").get(tuple(words[end - length : end]))
        if bound is not None:
            return bound, end - length
    return None


def bound_after(words: Sequence[str], at: int) -> tuple[str | None, int]:
    """Read the bound behind a number or its unit ("50 or more"): the bound, or None, and the index behind it."""
    match = longest_match(words, at, _bounds("after"))
    return match if match is not None else (None, at)


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
    signs = {"-": "down", "−": "down", "minus": "down", "+": "up"}
    sign = signs.get(words[first]) or signs.get(words[first - 1] if first else "")
    if sign and kind == "share":
        return sign
    head = counted.split()[:1]
    part = kind in ("share", "money", "multiple") or head in (["points"], ["point"], ["basis"])
    at, fillers = first, load_lexicon("bounds")["between"]["words"]
    while at and first - at < MOST_BETWEEN and words[at - 1] in fillers:
        at -= 1
    by = "by" in words[at:first]
    before = words[at - 1] if at else ""
    sized = part and not (kind == "money" and before in _trends("shares"))
    sized = sized or (kind == "measure" and before in _trends("sizes"))
    if before in _trends("any") or (before in _all_trends() and (sized or (by and before not in ("up", "down")))):
        return _all_trends()[before]
    if by and before not in ("up", "down"):
        earlier = [word for word in words[max(0, at - REACH) : at] if word in _all_trends() or word in (",", ";")]
        if earlier and earlier[-1] in _all_trends():
            return _all_trends()[earlier[-1]]
    if kind in ("money", "measure", "multiple") and counted not in load_lexicon("bounds")["changes"]["nouns"]:
        return None
    return _all_trends().get(head[0]) if kind not in ("count", "duration", "age") and head else None


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
def _reached() -> frozenset[tuple[str, ...]]:
    return frozenset(split_phrase(phrase) for phrase in load_lexicon("bounds")["reached"]["phrases"])


@cache
def _trends(of: str) -> dict[str, str]:
    entries = [entry for entry in load_lexicon("bounds")["trend"] if entry["of"] == of]
    return {verb: entry["trend"] for entry in entries for verb in entry["verbs"]}


@cache
def _all_trends() -> dict[str, str]:
    return _trends("any") | _trends("parts") | _trends("sizes") | _trends("shares")


@cache
def _hedges() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_lexicon("hedges")["hedge"])
