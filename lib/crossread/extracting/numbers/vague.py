"""Vague words to intervals: "dozens", "several hundred", "hundreds upon hundreds", "billions of dollars"."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from crossread.extracting.numbers.money import currency_after
from crossread.extracting.numbers.quantities import LEAST_STERLING, Number
from crossread.language.phrases import Phrases
from crossread.language.tokens import Sentence, split_phrase
from crossread.language.vocabulary import word_list
from crossread.lexicon import load_lexicon
from crossread.reading.conventions import BARE_PLURAL, Interval


def own_phrases(vague: Mapping[str, Interval]) -> frozenset[str]:
    """Vague phrases that the lexicon lacks."""
    return frozenset(vague).difference(load_lexicon("numbers")["vague"], (BARE_PLURAL,)) if vague else frozenset()


@cache
def vague_words(own: frozenset[str]) -> frozenset[str]:
    """The words with which vague phrases begin, a corpus's own among them."""
    return frozenset(split_phrase(phrase)[0] for phrase in (*load_lexicon("numbers")["vague"], *own))


def read_vague(sentence: Sentence, at: int, conventions: Mapping[str, Interval]) -> Number | None:
    """Read a vague number.

    Args:
        sentence: The sentence.
        at: The word at which it begins.
        conventions: The intervals of vague phrases that are not the lexicon's.

    Returns:
        The number, or None.
    """
    found = _vague_phrases(own_phrases(conventions)).at(sentence.lower, at)
    if found is None:
        return None
    (phrase, interval), last = found
    interval = conventions.get(phrase) or interval
    # "test scores", "the handful", "the 1000s": only the bare plural counts, except after "a" for "a handful".
    determined = at > 0 and sentence.lower[at - 1] in word_list("determiners")
    if determined and sentence.lower[at] in ("scores", "handful", "10s", "100s", "1000s"):
        return None
    priced = last + (sentence.lower[last : last + 1] == ["of"])
    currency = currency_after(sentence, priced)  # "billions of dollars"
    if currency is None and interval[0] >= LEAST_STERLING and sentence.lower[priced : priced + 1] == ["pounds"]:
        currency = ("GBP", priced + 1)
    if currency is not None:
        return Number(at, currency[1], at, *interval, bound="vague", kind="money", unit=currency[0])
    return _again(sentence, Number(at, last, at, *interval, bound="vague"))


@cache
def further() -> Phrases[str]:
    """What joins a vague word to a larger one."""
    return Phrases.of((phrase, phrase) for phrase in load_lexicon("numbers")["further"]["phrases"])


@cache
def _vague_phrases(own: frozenset[str]) -> Phrases[tuple[str, Interval]]:
    entries = load_lexicon("numbers")["vague"].items()
    known = [(phrase, (phrase, (entry["low"], entry["high"]))) for phrase, entry in entries]
    return Phrases.of([*known, *((phrase, (phrase, (0.0, 0.0))) for phrase in own)])


def _again(sentence: Sentence, number: Number) -> Number:
    """Take in a vague word that is said twice: "hundreds upon hundreds"."""
    again = number.last + 1
    end = again + number.last - number.first
    joined = sentence.lower[number.last : again] in ([word] for word in load_lexicon("numbers")["again"]["words"])
    same = sentence.lower[again:end] == sentence.lower[number.first : number.last]
    return replace(number, last=end) if joined and same else number
