"""Honorifics and offices: before a person's name, no part of it; within a name, the end of one and a person's begin."""

from collections.abc import Iterator, Sequence
from functools import cache

from crossread.extracting.names.kinds import is_telling
from crossread.language.gazetteers import given_names, name_words

Span = tuple[int, int, str]
LONGEST = 3  # words of an honorific


def honorific_ending_at(words: Sequence[str], at: int) -> int:
    """The number of words of the honorific that ends with a word, 0 where there is none."""
    if words[at].lower().rstrip(".") not in _ends():
        return 0
    for length in range(min(LONGEST, at + 1), 0, -1):
        phrase = [word.lower().rstrip(".") for word in words[at + 1 - length : at + 1]]
        if " ".join(phrase) in name_words("honorifics"):
            return length
    return 0


@cache
def _ends() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in name_words("honorifics"))


def portfolio_end(words: Sequence[str], first: int, last: int) -> int:
    """Where what a minister is of ends, within a name, or its begin: "Minister of Defense Ana Ruiz"."""
    if first < 2 or words[first - 1].lower() not in ("of", "for") or not honorific_ending_at(words, first - 2):
        return first
    end = first
    while end < last and (words[end].lower() in name_words("portfolios") or words[end] == "and"):
        end += 1
    return end if end < last and words[end - 1] != "and" else first


def with_offices(words: Sequence[str], span: Span) -> Iterator[Span]:
    """Part a name that holds an office, or a body and one of it.

    For instance "New York City Mayor Bill de Blasio", "Popular Front of India Chairman", "Green Party Ana Ruiz".

    Args:
        words: A sentence.
        span: A name.

    Yields:
        What the office is of, and the person, where one follows; the name itself where it holds none.
    """
    first, last, kind = span
    member = next((at for at in range(first + 2, last - 1) if _is_member(words, at, last)), None)
    if member is not None:
        yield first, member, "ORG"
        yield member, last, "PER"
        return
    at = next((at for at in range(first + 1, last) if _is_office(words, at)), None) if kind != "PER" else None
    begin = at + 1 - max(1, honorific_ending_at(words, at)) if at is not None else first
    if at is None or begin <= first or words[begin - 1].lower() in ("of", "the", "for", "and"):
        yield span
        return
    yield first, begin, kind
    if at + 1 < last and words[at + 1][0].isupper():
        yield at + 1, last, "PER"


def _is_member(words: Sequence[str], at: int, last: int) -> bool:
    """Tell whether a person's full name begins behind a body's noun."""
    return is_telling(words[at - 1]) and last - at in (2, 3) and is_person(words[at:last])


def _is_office(words: Sequence[str], at: int) -> bool:
    return words[at].lower() in name_words("offices") and words[at][0].isupper()


def is_person(words: Sequence[str]) -> bool:
    """Tell a person by a given name: "Queen Mary", but not "Queen Mary Hospital"."""
    nouns = name_words("organisation_nouns") | name_words("place_nouns")
    return bool(words) and words[0] in given_names() and nouns.isdisjoint(word.lower() for word in words)
