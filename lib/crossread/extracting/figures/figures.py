"""Numbers in their context: what is counted, in what unit, how firmly, and what happened to it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.extracting.figures.counted import counted_span, lend_nouns, name_counted, noun_before, tie_nouns
from crossread.extracting.figures.outcomes import find_governors, read_outcomes
from crossread.extracting.figures.parts import find_wholes
from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.figures.sketch import draw_sketch
from crossread.extracting.numbers.bounds import bound_after, bound_before, read_hedge, read_trend
from crossread.extracting.numbers.designations import find_designations, find_pronouns
from crossread.extracting.numbers.expressions import find_numbers
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import home_dollar
from crossread.extracting.numbers.quantities import Number
from crossread.extracting.numbers.restated import is_restated, take_over
from crossread.extracting.numbers.units import find_ages, read_rate, read_unit
from crossread.extracting.phrases import counted_class, fold_words
from crossread.language.tokens import Document, Sentence, Token
from crossread.reading.conventions import LEXICON_ONLY, Interval


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
    part_of: int | None
    hedge: str | None
    sentence_start: int
    sentence_end: int
    in_title: bool
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
    claimed = sorted(names)
    figures: list[Figure] = []
    for sentence in document.sentences:
        figures.extend(_sentence_figures(document, sentence, claimed, vague))
    return _restated_in_title(_with_home_dollars(document.text, figures))


def _sentence_figures(
    document: Document, sentence: Sentence, claimed: Sequence[tuple[int, int]], vague: Mapping[str, Interval]
) -> list[Figure]:
    tokens = sentence.tokens
    readings = read_numbers(sentence, claimed, document.text, vague)
    if not readings:
        return []
    speech = sentence.speech or ("",) * len(tokens)  # untagged, the closed classes of words have to do
    words = fold_words(tokens, speech)
    readings = take_over(tokens, words, readings)
    sketch = draw_sketch(words, speech, readings)
    readings = tie_nouns(words, lend_nouns(words, speech, readings), sketch)
    governors = find_governors(words, readings, sketch)
    wholes = find_wholes(readings, sketch, {index: governor.outcome for index, governor in governors.items()})
    outcomes = read_outcomes(words, readings, sketch, governors, wholes)
    counted = name_counted(readings, sketch, outcomes, wholes)
    figures: list[Figure] = []
    behind = 0  # the figure before
    for reading, noun, outcome, whole in zip(readings, counted, outcomes, wholes, strict=True):
        number = reading.number
        low, high = _interval(number, reading.bound)
        trend = read_trend(words, reading.first, reading.kind, reading.counted)
        told_again = set(words[behind : reading.first]) in ({"or"}, {",", "or"}) or is_restated(words, behind, reading)
        if trend is None and figures and told_again:
            trend = figures[-1].trend  # "fell 190 points, or 0.6%"
        behind = reading.last
        figures.append(
            Figure(
                start=tokens[reading.first].start,
                end=tokens[reading.last - 1].end,
                number_start=tokens[number.first].start,
                number_end=tokens[number.last - 1].end,
                bound=reading.bound,
                low=low,
                high=high,
                value=(number.low + number.high) / 2,
                trend=trend,
                kind=reading.kind,
                unit=reading.unit,
                counted=noun,
                counted_class="money" if reading.kind == "money" else counted_class(noun),
                outcome=outcome,
                part_of=None if whole is None else tokens[readings[whole].number.first].start,
                hedge=read_hedge(words, reading.last),
                sentence_start=sentence.start,
                sentence_end=sentence.end,
                in_title=document.in_title(sentence),
            )
        )
    return figures


def read_numbers(
    sentence: Sentence,
    claimed: Sequence[tuple[int, int]] = (),
    text: str = "",
    vague: Mapping[str, Interval] = LEXICON_ONLY,
) -> list[Reading]:
    """Read the numbers of a sentence that say how many or how much.

    Args:
        sentence: One sentence, its parts of speech tagged.
        claimed: Spans of names, in order; a number inside one is no figure.
        text: The article's text, which those spans refer to.
        vague: The intervals of vague phrases that are not the lexicon's.

    Returns:
        What the words beside each number say of it, in order.
    """
    tokens = sentence.tokens
    speech = sentence.speech or ("",) * len(tokens)
    words = fold_words(tokens, speech)
    skip, ages = find_designations(tokens) | find_pronouns(tokens), find_ages(tokens)
    readings: list[Reading] = []
    for number in find_numbers(tokens, skip, vague):
        if _is_in_name(text, claimed, tokens[number.amount]) and not _is_measured(tokens, number):
            continue
        reading = _read(tokens, words, speech, number, ages)
        if reading is not None:
            readings.append(reading)
    return readings


def _is_in_name(text: str, claimed: Sequence[tuple[int, int]], core: Token) -> bool:
    """Tell whether a name holds the number itself ("9 Badr Corps"); in the unit it may ("50 US dollars").

    What stands in a bracket behind a name is no part of it: "Lionel Messi (35 goals)".
    """
    name = bisect_left(claimed, core.end, key=lambda span: span[0]) - 1  # the last that begins before its end
    if name < 0 or core.start >= claimed[name][1] or "(" in text[claimed[name][0] : core.start]:
        return False
    return any(letter.isalpha() for letter in text[slice(*claimed[name])])


def _is_measured(tokens: Sequence[Token], number: Number) -> bool:
    """Tell whether a unit in small letters makes a number a measure also in a name: "the 550 megawatt Topaz plant"."""
    unit = match_unit(tokens, number.last)
    return unit is not None and unit[0] == "measure" and tokens[number.last].text.islower()


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
    tokens: Sequence[Token], words: Sequence[str], speech: Sequence[str], number: Number, ages: set[int]
) -> Reading | None:
    """Read bound, unit and counted noun around a number; None where the number is none that counts."""
    bound, first = bound_before(words, number)
    after, last = bound_after(words, number.last)
    kind, unit, last = read_unit(tokens, words, number, last, ages)
    if after is None and kind != "count":
        unit_end = last
        after, last = bound_after(words, last)
        if not {"older", "younger"}.isdisjoint(words[unit_end:last]):
            kind = "age"  # "18 years and older"
    bound = number.bound if number.bound != "=" else after or bound
    if words[first - 1 : first] == ["between"]:
        first -= 1
    phrase = counted_span(words, speech, number, kind, last)
    if kind == "count" and phrase[0] == phrase[1]:
        noun = noun_before(words, speech, number.first)
        told = match_unit(tokens, noun[0]) if noun[1] > noun[0] else None
        kind, unit = told[:2] if told is not None and told[2] == noun[1] else (kind, unit)
        counted = text_of(words, noun) if kind == "count" else ""
    else:
        counted = text_of(words, phrase)
    if phrase[1] > phrase[0]:
        last = phrase[1]
        if kind in ("measure", "duration"):
            kind, unit, last = read_rate(tokens, kind, unit, last)  # "a million barrels of oil a day"
    if kind == "count" and not counted and words[number.first : number.last] == ["one"]:
        return None
    return Reading(number, first, bound, kind, unit, last, counted)


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
