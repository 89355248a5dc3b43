"""The numbers of a sentence with the words beside each: its bound, its unit, the noun behind it."""

from collections.abc import Mapping

from crossread.extracting.figures.counted import counted_span, noun_before
from crossread.extracting.figures.noun_phrases import phrase_after
from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.numbers.bounds import (
    bound_after,
    bound_before,
    find_marks,
    settle_over,
)
from crossread.extracting.numbers.expressions import find_numbers, may_hold_number
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.non_quantities import find_non_quantities
from crossread.extracting.numbers.quantities import Number
from crossread.extracting.numbers.units import find_ages, find_bare_units, read_rate, read_unit
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import outcome_words
from crossread.reading.conventions import LEXICON_ONLY, Interval

BEFALL_ONE = frozenset(["killed", "injured", "missing", "detained"])  # outcomes
BEHIND_ONE = ("IN", "CC", ",", ".", ":", "RB", ")")  # parts of speech that no object begins with


def read_numbers(sentence: Sentence, vague: Mapping[str, Interval] = LEXICON_ONLY) -> list[Reading]:
    """Read the numbers of a sentence that say how many or how much.

    Args:
        sentence: The sentence, its parts of speech tagged and its names marked; a number inside a name is no figure.
        vague: The intervals of vague phrases that are not the lexicon's.

    Returns:
        What the words beside each number say of it, in order.
    """
    if not may_hold_number(sentence, vague):
        return []
    skip = find_non_quantities(sentence)
    numbers = find_numbers(sentence, skip, vague)
    if not numbers:
        return []
    ages, bare, marks = find_ages(sentence), find_bare_units(sentence), find_marks(sentence)
    told = (
        _read(sentence, number, ages, bare, marks)
        for number in numbers
        if not sentence.named[number.amount] or number.kind == "money" or _is_measured(sentence, number)
    )
    return [reading for reading in told if reading is not None]


def _is_measured(sentence: Sentence, number: Number) -> bool:
    """Tell whether a unit that is no capitalised word makes a number a measure in a name: "the 5 GW Topaz plant"."""
    unit = match_unit(sentence, number.last)
    return unit is not None and unit[0] == "measure" and not sentence.words[number.last].istitle()


def _read(
    sentence: Sentence,
    number: Number,
    ages: set[int],
    bare: Mapping[int, tuple[str, str]],
    marks: Mapping[int, str],
) -> Reading | None:
    """Read bound, unit and counted noun around a number; None where the number is none that counts."""
    bound, first = bound_before(sentence, number, marks)
    after, last = bound_after(sentence, number.last)
    kind, unit, last = read_unit(sentence, number, last, ages, bare)
    if after is None and kind != "count":
        unit_end = last
        after, last = bound_after(sentence, last)
        if not {"older", "younger"}.isdisjoint(sentence.folded[unit_end:last]):
            kind = "age"  # "18 years and older"
    if kind == "duration":
        bound, first = settle_over(sentence, number, bound, first, last)
    bound_end = last
    first -= sentence.folded[max(0, first - 1) : first] == ["between"]
    begin, end = counted_span(sentence, number, kind, last)
    noun = text_of(sentence, begin, end)
    if begin == end and kind == "count":
        kind, unit, noun = _noun_before(sentence, number)
    elif end > begin:
        last = end
        if after is None and sentence.folded[end : end + 1] in (["or"], ["at"]):
            after, last = bound_after(sentence, end)  # "300 people or more"
            bound_end = last
        if kind in ("measure", "duration"):
            kind, unit, last = read_rate(sentence, kind, unit, last)  # "a million barrels of oil a day"
    bound = number.bound if number.bound != "=" else after or bound
    reading = Reading(number, first, bound, kind, unit, last, noun)
    if bound != "=":
        words = sentence.lower[first : number.first] or sentence.lower[number.last : bound_end]
        reading.rules["bound"] = (" ".join(words) if number.bound == "=" else "") or bound
    if noun:
        reading.rules["counted"] = "the noun behind" if end > begin else "the noun before"
    return None if reading.bare_count and _is_pronoun(sentence, number) else reading


def _is_pronoun(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number without a noun is a lone "one": it counts in "one of whom", "killing one", "one hurt"."""
    words, first, last = sentence.folded, number.first, number.last
    if words[first:last] != ["one"] or words[last : last + 2] in (["of", "whom"], ["of", "which"]):
        return False
    before = outcome_words().get(words[first - 1]) if first else None
    if before is not None and before.outcome in BEFALL_ONE and before.form in ("past", "active"):
        return words[first - 2 : first - 1] == ["the"]  # "the wounded one"
    last += words[last : last + 1] in (["was"], ["is"])
    behind = outcome_words().get(words[last]) if last < len(words) else None
    done = behind is not None and behind.outcome in BEFALL_ONE and behind.form in ("past", "state")
    noun = done and behind is not None and behind.form == "past" and sentence.tags[last] == "NN"  # "he fired one shot"
    return noun or not (done and sentence.tags[last + 1 : last + 2] in ([], *([tag] for tag in BEHIND_ONE)))


def _noun_before(sentence: Sentence, number: Number) -> tuple[str, str, str]:
    """Kind, unit and noun of a bare number by what stands before it: "a mile or two"."""
    before = noun_before(sentence, number.first)
    found = match_unit(sentence, before[0]) if before[1] > before[0] else None
    if found is not None and found[2] == before[1]:
        of = sentence.folded[max(0, before[0] - 1) : before[0]] == ["of"]  # "a quake of magnitude 6"
        named = (before[0] - 2, before[0] - 1) if of and before[0] > 1 else (before[0], before[0])
        return *found[:2], text_of(sentence, *(named if of else phrase_after(sentence, number.last)))
    return "count", "", text_of(sentence, *before)
