"""Longer names around a noun that calls them: "Council on Foreign Relations", "2004 Canadian federal election"."""

import re
from collections.abc import Iterator, Sequence

from crossread.language.features import is_common_word
from crossread.language.gazetteers import name_words
from crossread.language.vocabulary import word_list

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
LONGEST_VOTE = 8  # words
Span = tuple[int, int, str]
OWN_TYPES = frozenset(["PER", "LOC", "MISC"])


def with_bodies(words: Sequence[str], spans: Sequence[Span]) -> Iterator[Span]:
    """Take what a body is for into its name, and find bodies that the tagger overlooked.

    Args:
        words: A sentence.
        spans: Its names so far.

    Yields:
        Spans in order; they do not overlap.
    """
    heads = [at for at in range(len(words) - 2) if _is_head(words, at)]
    if not heads:
        yield from spans
        return
    found: list[Span] = []
    waiting = list(reversed(spans))
    for head in heads:
        if found and head < found[-1][1]:
            continue
        while waiting and waiting[-1][1] <= head:
            found.append(waiting.pop())
        own = waiting[-1] if waiting and waiting[-1][0] <= head else None
        end = _end(words, head, [span for span in waiting if span[0] > head])
        begin = own[0] if own and own[2] != "PER" else head
        if end and (begin < head or head == 0 or words[head - 1].islower() or words[head - 1] == "The"):
            found.append((begin, max(end, own[1] if own else end), "ORG"))
            while waiting and waiting[-1][0] < end:
                waiting.pop()
    yield from found
    yield from reversed(waiting)


def with_pairs(words: Sequence[str], spans: Sequence[Span]) -> Iterator[Span]:
    """Join a body's name around "and" between two common nouns with capitals: "Ways and Means Committee".

    Args:
        words: A sentence.
        spans: Its names so far.

    Yields:
        Spans in order; they do not overlap.
    """
    waiting: list[Span] = []
    for first, last, kind in spans:
        begin = first
        if kind == "ORG" and words[max(0, first - 1)] == "and" and last > first + 1 and _is_body(words[last - 1]):
            begin = _pair_begin(words, first - 1, waiting)
        while waiting and waiting[-1][1] > begin:
            begin = min(begin, waiting.pop()[0])
        waiting.append((begin, last, kind))
    yield from waiting


def _pair_begin(words: Sequence[str], joint: int, spans: Sequence[Span]) -> int:
    """Where the name begins that goes on behind an "and"; behind the "and" where what is before it is another name."""
    at = joint - 1
    if at < 1 or not words[at][0].isupper() or not is_common_word(words[at].lower()):
        return joint + 1
    if spans and spans[-1][1] > at:
        return spans[-1][0] if spans[-1][2] == "ORG" and not _is_body(words[at]) else joint + 1
    return at


def _is_head(words: Sequence[str], at: int) -> bool:
    """Tell whether a capitalised noun of bodies stands before a joint: "Council on"."""
    joined = words[at + 1] in name_words("body_joints") and words[at][0].isupper() and not words[at].isupper()
    return joined and words[at].lower() in name_words("joined_bodies")


def _end(words: Sequence[str], head: int, behind: Sequence[Span]) -> int:
    """Where the name ends that a joint leads on; 0 where what follows is a name of its own, or none."""
    joint = words[head + 1]
    first = head + 3 if joint == "of" and words[head + 2] == "the" else head + 2
    end = _run(words, first)
    if end == first or words[first].lower() in word_list("weekdays") | word_list("months"):
        return 0
    own = next((span for span in behind if span[0] == first), None)
    if own is not None and own[2] in OWN_TYPES and (own[2] == "PER" or joint != "of") and own[1] >= end:
        return 0
    on = _run(words, end + 1) if end < len(words) and words[end] == "and" else 0
    rest = words[end + 1 : on] if on > end + 1 else ()
    named = any(end < span[0] < on and span[2] in OWN_TYPES for span in behind)
    return end if not rest or named or any(map(_is_body, rest)) else on


def _run(words: Sequence[str], first: int) -> int:
    """Where capitalised words end that begin at one."""
    end = first
    while end < len(words) and words[end][0].isupper():
        end += 1
    return end


def _is_body(word: str) -> bool:
    return word.lower() in name_words("organisation_nouns") or word in name_words("organisations")
