"""Numbers in their context: what is counted, in what unit, how firmly, and what happened to it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.extracting.figures.bare_plurals import find_bare_plurals, tells_loss
from crossread.extracting.figures.clauses import reduce_sentence
from crossread.extracting.figures.counted import lend_nouns, tie_nouns
from crossread.extracting.figures.left_out import name_counted
from crossread.extracting.figures.measures import read_roles, reduce_measures
from crossread.extracting.figures.numbers import read_numbers
from crossread.extracting.figures.outcomes import find_governors, read_outcomes
from crossread.extracting.figures.parts import find_wholes
from crossread.extracting.figures.readings import Before, Reading
from crossread.extracting.figures.ties import tie_measures
from crossread.extracting.numbers.bounds import (
    read_hedge,
    read_trend,
)
from crossread.extracting.numbers.money import home_dollar
from crossread.extracting.numbers.quantities import Number
from crossread.extracting.numbers.restated import is_restated, join_repeated, take_over
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import counted_class
from crossread.reading.conventions import BARE_PLURAL, LEXICON_ONLY, Interval


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
    before = Before()
    for sentence in document.sentences:
        figures.extend(_sentence_figures(document, sentence, vague, before))
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
    document: Document, sentence: Sentence, vague: Mapping[str, Interval], before: Before
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
    tie_measures(measures, before)
    read_roles(measures)
    tie_nouns(clauses)
    find_governors(clauses)
    find_wholes(clauses)
    read_outcomes(clauses)
    for reading in readings:
        if reading.outcome == "other" and reading.same is not None and reading.same.kind == reading.kind:
            reading.outcome = reading.same.outcome  # "the toll rose to 58, from 43"
    name_counted(clauses, before.counts)
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
