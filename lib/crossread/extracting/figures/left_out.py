"""The noun that a count leaves out: that of its whole, of a count before it, or people."""

from collections.abc import Sequence, Set
from itertools import pairwise

from crossread.extracting.figures.clauses import Clauses
from crossread.extracting.figures.outcomes import can_befall
from crossread.extracting.figures.readings import Reading
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import PERSONS, counted_class, is_plural, outcome_words, word_list

MOST_APART = 5  # times, between two levels in points
MOST_BACK = 5  # counts
FAR = 200  # letters, from what is counted to what stands for it
MOST_PEOPLE = 12  # "the two", but not "the 302"
PERSONAL = frozenset(["killed", "injured", "missing", "displaced", "detained", "evacuated", "rescued", "besieged"])
DEFINITE = frozenset(["the", "those", "these", "all"])
FINITE = ("VBD", "VBP", "MD")  # parts of speech


def name_counted(clauses: Clauses, told: list[tuple[int, float, str]]) -> None:
    """Name what each figure of a sentence counts, also where it is left out.

    A count without a noun takes its whole's, else that of the count before it to which the same can happen, else
    people where only people can suffer its outcome, or its own words tell of people.

    Args:
        clauses: The sentence, whose figures get their `counted`: a noun phrase, "" where the sentence tells none.
        told: What the sentences before counted, how many, and where they end; this one's are added.
    """
    speakers = {
        clauses.readings[symbol.of]
        for symbol, behind in pairwise(clauses.symbols)
        if symbol.name == "figure" and behind.name == "say"
    }
    for reading in clauses.readings:
        reading.counted = "" if _is_elliptic(reading) else reading.noun
    for index, reading in enumerate(clauses.readings):
        if not reading.counted and reading.kind == "count":
            noun = "" if reading.whole is None else reading.whole.counted
            reading.counted = noun or _carried(clauses.readings[: index + 1], speakers)
            if reading.counted:
                reading.rules["counted"] = "its whole" if noun else "the count before"
            else:
                reading.counted = _recalled(clauses.sentence, reading, told) or _people(clauses.sentence, reading)
    for reading in clauses.readings:
        head = reading.counted.rpartition(" ")[2]
        if reading.kind == "count" and reading.counted and is_plural(head, "") and head != "times":
            told.append((clauses.sentence.end, reading.number.low, reading.counted))


def _recalled(sentence: Sentence, reading: Reading, told: Sequence[tuple[int, float, str]]) -> str:
    """The noun that a sentence before counted: "Of the two, ...", "The remaining 50 were ..."."""
    words, first = sentence.folded, reading.number.first
    left = words[first - 1] in word_list("left") and words[first - 2 : first - 1] == ["the"]
    # "these two reported deaths" have a noun
    described = words[first - 1] in ("these", "those") and sentence.tags[reading.last + 1 : reading.last + 2] == ["NNS"]
    if described or not reading.bare_count or not first or not (left or words[first - 1] in DEFINITE):
        return ""
    for at, low, noun in reversed(told[-MOST_BACK:]):
        near = sentence.start - at < FAR and (words[first - 1] != "the" or counted_class(noun) in PERSONS)
        if low > reading.number.low if left else near and low == reading.number.low:
            reading.rules["counted"] = "a count told before"
            return noun
    return ""


def _people(sentence: Sentence, reading: Reading) -> str:
    """People, where the words around a number tell that it is of them: "millions who", "the murder of dozens"."""
    words, first, last = sentence.folded, reading.number.first, reading.number.last
    several = reading.bare_count and reading.number.high > 1
    before, further = words[first - 1 : first], words[max(0, first - 2) : first - 1]
    acting = before == ["the"] and reading.number.high <= MOST_PEOPLE and sentence.tags[last : last + 1] != []
    # not "the gap between the two widened", "the two are a pair"
    acting = acting and sentence.tags[max(0, first - 2)] != "IN" and words[last] != "are"
    people = (
        words[last : last + 1] == ["who"]
        or (before == ["of"] and not word_list("deeds").isdisjoint(further))
        or (before == ["for"] and not word_list("housing").isdisjoint(further))
        or (acting and sentence.tags[last] in FINITE)
    )
    if not several or not people:
        return ""
    reading.rules["counted"] = "its own words"
    return "people"


def _is_elliptic(reading: Reading) -> bool:
    return reading.kind == "count" and reading.noun in word_list("others")


def _carried(readings: Sequence[Reading], speakers: Set[Reading]) -> str:
    """The noun of the count before the last; a part's noun only carries to another part."""
    *earlier, reading = readings
    outcome = reading.outcome or "other"
    for before in reversed(earlier):
        noun = before.counted.rpartition(" ")[2]
        named = before.kind == "count" and noun and noun not in outcome_words()  # not "21 lives"
        alike = reading.number.low < MOST_APART * before.number.high
        named = named and (alike or noun not in ("points", "point"))  # not "45 points higher at 7,512"
        carries = before not in speakers and (before.whole is None or reading.whole is not None)
        kind = counted_class(before.counted)
        personal = outcome not in PERSONAL or kind in PERSONS or before.outcome in PERSONAL  # not "fired 9, killing 2"
        if named and carries and personal and (outcome == "other" or can_befall(outcome, kind)):
            return "people" if before.counted == "person" and reading.number.high > 1 else before.counted
    return "people" if outcome in PERSONAL or _is_elliptic(reading) else ""
