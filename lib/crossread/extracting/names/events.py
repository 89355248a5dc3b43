"""Names of events, programmes and works around the noun that calls them: "Suez Crisis", "Hurricane Rita"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from crossread.language.gazetteers import name_words
from crossread.language.vocabulary import function_words, word_list

Span = tuple[int, int, str]
EVENT = "MISC"
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
LONGEST = 8  # words
NUMERALS = frozenset(["I", "II", "III", "IV", "One", "Two"])


def with_events(words: Sequence[str], spans: Sequence[Span]) -> list[Span]:
    """Take events into the names of a sentence: each replaces what it overlaps.

    Args:
        words: A sentence.
        spans: Its names so far.

    Returns:
        Spans in order; they do not overlap.
    """
    found: list[Span] = []
    for begin, end in sorted(_events(words, spans)):
        if not found or begin >= found[-1][1]:
            found.append((begin, end, EVENT))
    if not found:
        return list(spans)
    apart = [span for span in spans if all(span[1] <= begin or span[0] >= end for begin, end, _ in found)]
    return sorted([*apart, *found])


@cache
def event_words() -> frozenset[str]:
    """Words, lower case, of which a sentence holds one that names an event."""
    lists = ("votes", "storms", "operations", "event_heads", "thing_heads", "event_nouns")
    return frozenset().union(*map(name_words, lists))


def _events(words: Sequence[str], spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    bodies = [(first, last) for first, last, kind in spans if kind == "ORG"]
    for at, word in enumerate(words):
        lower = word.lower()
        if lower in name_words("votes") and (begin := _vote_begin(words, at)) is not None:
            yield begin, at + 1
        if not word[0].isupper() or word.isupper():
            continue
        if end := _called_end(words, at):
            yield at - (words[max(0, at - 1)] == "Tropical"), end
        elif lower in name_words("event_heads") or lower in name_words("thing_heads"):
            begin, soft = _head_begin(words, at), lower in name_words("thing_heads")
            if begin < at and not (soft and any(first <= at < last for first, last in bodies)):
                yield begin, at + 1 + (words[min(at + 1, len(words) - 1)] in NUMERALS)
    for one, other in pairwise(spans):
        if one[2] == other[2] == "LOC" and _is_between(words, one, other):
            yield one[0], other[1] + 1


def _vote_begin(words: Sequence[str], at: int) -> int | None:
    """Where a vote's name begins, with its year and month; None where it names nobody whose it is.

    "2004 Canadian federal election", but not "2004 election".
    """
    named = False
    for before in range(at - 1, max(at - LONGEST, -1), -1):
        word = words[before]
        if YEAR.fullmatch(word):
            month = before and words[before - 1].lower() in word_list("months")
            return before - bool(month) if named else None
        if not (word[0].isupper() or word in name_words("vote_kinds")):
            return None
        named = named or word[0].isupper()
    return None


def _called_end(words: Sequence[str], at: int) -> int:
    """Where a storm's or an operation's name ends, 0 where none begins: "Hurricane Rita", "Operation Desert Fox"."""
    noun, end = words[at].lower(), at + 1
    longest = 1 if noun in name_words("storms") else LONGEST if noun in name_words("operations") else 0
    while end < min(len(words), at + 1 + longest) and _is_proper(words[end]):
        end += 1
    return end if end > at + 1 else 0


def _is_proper(word: str) -> bool:
    return word[0].isupper() and word.lower() not in function_words()


def _head_begin(words: Sequence[str], at: int) -> int:
    """Where the name begins that ends in a noun of events with a capital: "Oslo Film Festival"."""
    if at + 1 < len(words) and words[at + 1][0].isupper() and words[at + 1] not in NUMERALS:
        return at  # "Film Festival Committee"
    begin = at
    while begin and at - begin < LONGEST and words[begin - 1][0].isupper() and words[begin - 1].isalpha():
        begin -= 1
    while begin < at and (words[begin].lower() in function_words() or words[begin].lower() in name_words("honorifics")):
        begin += 1
    return begin


def _is_between(words: Sequence[str], one: Span, other: Span) -> bool:
    """Tell whether two places name an event: "the Iran-Iraq war"."""
    hyphen = other[0] == one[1] + 1 and words[one[1]] in ("-", "–")
    return hyphen and other[1] < len(words) and words[other[1]].lower() in name_words("event_nouns")
