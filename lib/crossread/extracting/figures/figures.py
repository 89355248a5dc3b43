"""Numbers in their context: what is counted, in what unit, how firmly, and what happened to it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.extracting.figures.bare_plurals import find_bare_plurals, tells_loss
from crossread.extracting.figures.clauses import reduce_sentence
from crossread.extracting.figures.counted import counted_span, lend_nouns, name_counted, noun_before, tie_nouns
from crossread.extracting.figures.measures import read_roles, reduce_measures, tie_measures
from crossread.extracting.figures.noun_phrases import phrase_after
from crossread.extracting.figures.outcomes import find_governors, read_outcomes
from crossread.extracting.figures.parts import find_wholes
from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.numbers.bounds import (
    bound_after,
    bound_before,
    find_marks,
    read_hedge,
    read_trend,
    settle_over,
)
from crossread.extracting.numbers.expressions import find_numbers, may_hold_number
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import home_dollar
from crossread.extracting.numbers.non_quantities import find_non_quantities
from crossread.extracting.numbers.quantities import Number
from crossread.extracting.numbers.restated import is_restated, join_repeated, take_over
from crossread.extracting.numbers.units import find_ages, find_bare_units, read_rate, read_unit
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import counted_class, outcome_words
from crossread.reading.conventions import BARE_PLURAL, LEXICON_ONLY, Interval

BEFALL_ONE = frozenset(["killed", "injured", "missing", "detained"])  # outcomes
BEHIND_ONE = ("IN", "CC", ",", ".", ":", "RB", ")")  # parts of speech that no object begins with


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that says how many or how much, as `tables.md` describes its row. Spans are text offsets."""

    start: int
    end: int
    number_start: int
    number_end: int
    bound: str
    low: float | None
    high: float | None
    value: float
    trend: str | None
    kind: str
    unit: str
    counted: str
    counted_class: str
    outcome: str
    role: str
    part_of: int | None
    hedge: str | None
    sentence_start: int
    sentence_end: int
    in_title: bool
    rules: str
    source: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    antecedent_start: int | None = None
    antecedent_end: int | None = None
    stance: str | None = None
    via: str | None = None
    cause: str = ""
    day: str = ""
    other_day: bool = False
    reach: str = ""
    excluded: str = ""
    spoken_of: bool = False
    moved_from: str = ""
    targets: str = ""
    scene_start: int | None = None
    scene_end: int | None = None


def find_figures(
    document: Document, names: Iterable[tuple[int, int]] = (), vague: Mapping[str, Interval] = LEXICON_ONLY
) -> list[Figure]:
    """Find every figure of an article.

    Args:
        document: The article's text in sentences.
        names: Spans of names; a number inside one is no figure.
        vague: The intervals of vague phrases that are not the lexicon's.

    Returns:
        The figures in reading order. `part_of` is the `number_start` of the whole's figure.
    """
    _mark_names(document, sorted(names))
    figures: list[Figure] = []
    spoken_of: list[str] = []  # those of whom shares were told last
    for sentence in document.sentences:
        figures.extend(_sentence_figures(document, sentence, vague, spoken_of))
    return _restated_in_title(_with_home_dollars(document.text, figures))


def _mark_names(document: Document, names: Sequence[tuple[int, int]]) -> None:
    """Mark the tokens that a name holds.

    What stands in a bracket behind a name is no part of it: "Lionel Messi (35 goals)"; and a number alone is no name.
    """
    starts = [start for start, _ in names]
    for sentence in document.sentences:
        for at in range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)):
            start, end = names[at]
            text = document.text[start:end]
            ends = start + text.index("(") if "(" in text else end
            first, last = bisect_left(sentence.starts, start), bisect_left(sentence.starts, ends)
            if any(letter.isalpha() for letter in text):
                sentence.named[first:last] = [True] * (last - first)


def _sentence_figures(
    document: Document, sentence: Sentence, vague: Mapping[str, Interval], spoken_of: list[str]
) -> list[Figure]:
    readings = read_numbers(sentence, vague)
    bare = find_bare_plurals(sentence, readings, vague[BARE_PLURAL]) if BARE_PLURAL in vague else []
    readings = sorted([*readings, *bare], key=lambda reading: reading.first) if bare else readings
    if not readings:
        return []
    readings = join_repeated(sentence, readings)
    take_over(sentence, readings)
    clauses = reduce_sentence(sentence, readings)
    trends = _read_trends(sentence, readings)
    lend_nouns(sentence, readings)
    measures = reduce_measures(sentence, readings)
    tie_measures(measures, spoken_of)
    read_roles(measures)
    tie_nouns(clauses)
    find_governors(clauses)
    find_wholes(clauses)
    read_outcomes(clauses)
    for reading in readings:
        if reading.outcome == "other" and reading.same is not None and reading.same.kind == reading.kind:
            reading.outcome = reading.same.outcome  # "the toll rose to 58, from 43"
    name_counted(clauses)
    in_title = document.in_title(sentence)
    return [
        _figure(sentence, reading, trend, in_title=in_title)
        for reading, trend in zip(readings, trends, strict=True)
        if reading not in bare or tells_loss(reading)
    ]


def _read_trends(sentence: Sentence, readings: Sequence[Reading]) -> list[str | None]:
    """The direction of each figure that is a change; what restates it shares it."""
    trends: list[str | None] = []
    behind = 0
    for reading in readings:
        trend = read_trend(sentence, reading.first, reading.kind, reading.noun)
        between = set(sentence.folded[behind : reading.first])
        if trend is None and trends and (between in ({"or"}, {",", "or"}) or is_restated(sentence, behind, reading)):
            trend = trends[-1]  # "fell 190 points, or 0.6%"
        behind = reading.last
        trends.append(trend)
    return trends


def _figure(sentence: Sentence, reading: Reading, trend: str | None, *, in_title: bool) -> Figure:
    number = reading.number
    low, high = _interval(number, reading.bound)
    return Figure(
        start=sentence.starts[reading.first],
        end=sentence.ends[reading.last - 1],
        number_start=sentence.starts[number.first],
        number_end=sentence.ends[number.last - 1],
        bound=reading.bound,
        low=low,
        high=high,
        value=(number.low + number.high) / 2,
        trend=trend,
        kind=reading.kind,
        unit=reading.unit,
        counted=reading.counted,
        counted_class="money" if reading.kind == "money" else counted_class(reading.counted),
        outcome=reading.outcome or "other",
        role="change" if trend is not None and reading.role == "level" else reading.role,
        part_of=None if reading.whole is None else sentence.starts[reading.whole.number.first],
        hedge=read_hedge(sentence, reading.last),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        in_title=in_title,
        rules="; ".join(f"{what}: {rule}" for what, rule in reading.rules.items()),
    )


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
    """Tell whether a unit in small letters makes a number a measure also in a name: "the 550 megawatt Topaz plant"."""
    unit = match_unit(sentence, number.last)
    return unit is not None and unit[0] == "measure" and sentence.words[number.last].islower()


def _with_home_dollars(text: str, figures: list[Figure]) -> list[Figure]:
    """A bare "$" is the dollar that the article says it counts in, where it says so."""
    home = home_dollar(text)
    if home == "USD":
        return figures
    bare = re.compile(r"\$\s?[\d.][^$]*(?<!US|S\.)")
    return [
        replace(figure, unit=figure.unit.replace("USD", home))
        if bare.fullmatch(text[figure.number_start : figure.number_end])
        else figure
        for figure in figures
    ]


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
        reading.rules["bound"] = " ".join(words) if number.bound == "=" else number.bound
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


def _interval(number: Number, bound: str) -> tuple[float | None, float | None]:
    if bound in (">", ">="):
        return number.low, None
    if bound in ("<", "<="):
        return None, number.high
    return number.low, number.high


def _restated_in_title(figures: list[Figure]) -> list[Figure]:
    """A headline's figure means what the body says of the same number."""
    body: dict[tuple[float | None, float | None, str], str] = {}
    for figure in figures:
        if not figure.in_title:
            body.setdefault((figure.low, figure.high, figure.kind), figure.outcome)
    return [
        replace(figure, outcome=body.get((figure.low, figure.high, figure.kind), "other"))
        if figure.in_title and figure.outcome == "other"
        else figure
        for figure in figures
    ]
