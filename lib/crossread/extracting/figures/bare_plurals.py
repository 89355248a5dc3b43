"""Plurals of persons without a number, which some who record casualties count: "others were injured"."""

from collections.abc import Sequence

from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.numbers.quantities import Number
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import PERSONS, Told, counted_class, is_plural, outcome_words, word_list
from crossread.reading.conventions import Interval

RECORDED = ("killed", "injured")
MODIFIERS = frozenset(["JJ", "VBN", "VBD", "NN"])  # parts of speech
BEFORE = frozenset([",", "and", "or", "but", "while", "as", "that", "when", "-", "–"])
AMID = frozenset(["in", "to", "with", "and", ","])  # before what befalls: "resulted in injuries", "led to deaths"
OWN = frozenset(["suffer", "suffers", "suffered", "sustain", "sustained", "his", "her"])  # one person's injuries


def find_bare_plurals(sentence: Sentence, readings: Sequence[Reading], interval: Interval) -> list[Reading]:
    """Find plurals of persons that nothing counts or determines.

    Args:
        sentence: The sentence, its parts of speech tagged.
        readings: Its numbers; what one counts is no bare plural.
        interval: What a bare plural is read as.

    Returns:
        What the words tell of each, in order; `outcome` is set where its own words tell it.
    """
    counted = {at for reading in readings for at in range(reading.first, reading.last)}
    found: list[Reading] = []
    for at, (word, tag) in enumerate(zip(sentence.folded, sentence.tags, strict=True)):
        if at in counted or sentence.named[at] or not is_plural(word, tag) or tag[:3] == "NNP":
            continue
        told = outcome_words().get(word)
        event = told is not None and told.form == "noun" and told.outcome in RECORDED
        if not event and counted_class(word) not in PERSONS and word not in word_list("others"):
            continue
        first = _first(sentence, at)
        if not _stands_bare(sentence, first, event=event):
            continue
        reading = Reading(
            Number(at, at + 1, at, *interval, bound="vague"),
            first,
            "vague",
            "count",
            "",
            at + 1,
            text_of(sentence, first, at + 1),
        )
        reading.rules |= {"bound": "bare plural", "counted": "bare plural"}
        outcome = _own_outcome(sentence, first, at, told if event else None)
        if outcome is not None:
            reading.outcome, reading.rules["outcome"] = outcome, "its own words"
        found.append(reading)
    return found


def tells_loss(reading: Reading) -> bool:
    """Tell whether a bare plural is said to have been killed or injured."""
    return reading.outcome in RECORDED


def _first(sentence: Sentence, at: int) -> int:
    first = at
    while first and sentence.tags[first - 1] in MODIFIERS and sentence.folded[first - 1][0].isalpha():
        told = outcome_words().get(sentence.folded[first - 1])
        if told is not None and first > 1 and sentence.tags[first - 1] == "VBD":
            break  # "wounded civilians" behind its subject
        first -= 1
    return first


def _stands_bare(sentence: Sentence, first: int, *, event: bool) -> bool:
    if not first:
        return True
    before, tag = sentence.folded[first - 1], sentence.tags[first - 1]
    if before in OWN:
        return False
    return tag[:2] in ("VB", "CC", "RB") or before in (AMID if event else BEFORE)


def _own_outcome(sentence: Sentence, first: int, at: int, event: Told | None) -> str | None:
    if event is not None:
        return event.outcome
    told = (outcome_words().get(word) for word in sentence.folded[first:at])
    return next((meaning.outcome for meaning in told if meaning is not None and meaning.outcome in RECORDED), None)
