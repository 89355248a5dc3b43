"""Numbers in their context: what is counted, in what unit, how firmly, and what happened to it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from crossread.extracting.bounds import bound_after, bound_before, read_hedge, read_trend
from crossread.extracting.designations import find_designations
from crossread.extracting.numbers import Number, find_numbers
from crossread.extracting.phrases import counted_class, outcome_words, phrase_after, phrase_before
from crossread.extracting.units import is_hyphened, read_unit
from crossread.language.tokens import Document, Sentence
from crossread.lexicon import load_lexicon

REACH = 12  # tokens between a figure and the word that tells its outcome
PERSONAL = frozenset(["killed", "injured", "missing", "displaced", "detained", "evacuated", "rescued", "besieged"])


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


def find_figures(document: Document, names: Iterable[tuple[int, int]] = ()) -> list[Figure]:
    """Find every figure of an article.

    Args:
        document: The article's text in sentences.
        names: Spans of names; a number inside one is no figure.

    Returns:
        The figures in reading order. `part_of` is the `number_start` of the whole's figure.
    """
    claimed = sorted(names)
    figures: list[Figure] = []
    for sentence in document.sentences:
        figures.extend(_sentence_figures(document, sentence, claimed))
    return _restated_in_title(figures)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure in the making: token indices of its parts."""

    number: Number
    first: int
    bound: str
    kind: str
    unit: str
    last: int
    counted: str


def _sentence_figures(document: Document, sentence: Sentence, claimed: Sequence[tuple[int, int]]) -> list[Figure]:
    tokens = sentence.tokens
    words = [token.text.lower() for token in tokens]
    skip = find_designations(tokens)
    figures: list[Figure] = []
    for number in find_numbers(tokens):
        start, end = tokens[number.first].start, tokens[number.last - 1].end
        # A name may stand in the unit ("50 US dollars"), but not hold the number itself ("9 Badr Corps").
        core = tokens[number.amount]
        name = bisect_left(claimed, core.end, key=lambda span: span[0]) - 1  # the last that begins before its end
        if (name >= 0 and core.start < claimed[name][1]) or not skip.isdisjoint(range(number.first, number.last)):
            continue
        reading = _read(words, number)
        if reading is None:
            continue
        outcome = _outcome(words, reading)
        counted = reading.counted or _implied(figures, reading, outcome)
        low, high = _interval(number, reading.bound)
        figures.append(
            Figure(
                start=tokens[reading.first].start,
                end=tokens[reading.last - 1].end,
                number_start=start,
                number_end=end,
                bound=reading.bound,
                low=low,
                high=high,
                value=(number.low + number.high) / 2,
                trend=read_trend(words, reading.first, reading.kind, reading.counted),
                kind=reading.kind,
                unit=reading.unit,
                counted=counted,
                counted_class="money" if reading.kind == "money" else counted_class(counted),
                outcome=outcome,
                part_of=_whole(words, reading, figures),
                hedge=read_hedge(words, reading.last),
                sentence_start=sentence.start,
                sentence_end=sentence.end,
                in_title=document.in_title(sentence),
            )
        )
    return figures


def _read(words: Sequence[str], number: Number) -> _Reading | None:
    """Read bound, unit and counted noun around a number; None where the number is none that counts."""
    bound, first = bound_before(words, number)
    after, last = bound_after(words, number)
    bound = number.bound if number.bound != "=" else after or bound
    kind, unit, last = read_unit(words, number, last)
    if words[first - 1 : first] == ["between"]:
        first -= 1
    if kind == "multiple":
        phrase = (last, last)
    elif kind in ("money", "share"):
        begin = last + (words[last : last + 1] in (["on"], ["in"], ["worth"]) and kind == "money")
        phrase = phrase_after(words, begin)
    elif kind in ("duration", "measure", "age") and words[last : last + 1] != ["of"] and not is_hyphened(words, number):
        phrase = (last, last)
    else:
        phrase = phrase_after(words, last)
    counted = _text(words, phrase)
    if phrase[1] > phrase[0]:
        last = phrase[1]
    elif kind in ("count", "money"):
        counted = _subject(words, first)
    if _is_pronoun(words, number, counted):
        return None
    return _Reading(number, first, bound, kind, unit, last, counted)


def _text(words: Sequence[str], span: tuple[int, int]) -> str:
    return " ".join(words[span[0] : span[1]]).replace(" - ", "-")


def _is_pronoun(words: Sequence[str], number: Number, counted: str) -> bool:
    """The word "one" where it counts nothing: "one of them", "no one", "one day"."""
    if words[number.first] != "one" or number.last != number.first + 1:
        return False
    before = words[number.first - 1] if number.first else ""
    after = words[number.last] if number.last < len(words) else ""
    return (
        not counted
        or after in ("of", "day", "another")
        or before in ("no", "the", "this", "that", "any", "every", "each")
    )


@cache
def _links() -> frozenset[str]:
    """Words between a subject and the number said of it: "the guards, who are estimated to be over 7,000"."""
    return frozenset(["to", "at", "are", "is", "was", "were", "that", "which", "who", ",", *_predicates()])


@cache
def _predicates() -> frozenset[str]:
    return frozenset(load_lexicon("words")["predicates"])


def _subject(words: Sequence[str], first: int) -> str:
    """The noun phrase that a predicate number speaks of, "" where the words before it are no such predicate."""
    at = first
    while at and words[at - 1] in _links():
        at -= 1
    if _predicates().isdisjoint(words[at:first]):
        return ""
    phrase = phrase_before(words, at)
    before = phrase[0] - (phrase[0] > 0 and words[phrase[0] - 1] in load_lexicon("words")["determiners"])
    if before and words[before - 1] == "of":  # "the property of the residents, worth ..."
        phrase = phrase_before(words, before - 1)
    return _text(words, phrase)


def _implied(earlier: Sequence[Figure], reading: _Reading, outcome: str) -> str:
    """What an elliptic count stands for: the noun counted before it in the sentence, else people who suffer."""
    if reading.kind != "count":
        return ""
    before = next((figure.counted for figure in reversed(earlier) if figure.kind == "count" and figure.counted), "")
    return before or ("people" if outcome in PERSONAL else "")


def _interval(number: Number, bound: str) -> tuple[float | None, float | None]:
    if bound in (">", ">="):
        return number.low, None
    if bound in ("<", "<="):
        return None, number.high
    return number.low, number.high


def _outcome(words: Sequence[str], reading: _Reading) -> str:
    """The outcome whose word stands nearest to the figure, among those that can befall what is counted."""
    counted = counted_class(reading.counted)
    lexicon = load_lexicon("outcomes")
    best, distance = "other", REACH + 1
    for at, word in enumerate(words):
        outcome = outcome_words().get(f"{word} {words[at + 1]}") if at + 1 < len(words) else None
        outcome = outcome or outcome_words().get(word)
        if outcome is None or counted not in lexicon[outcome]["of"]:
            continue
        away = reading.first - at if at < reading.first else max(0, at - reading.last + 1)
        crossed = words[min(at, reading.last) : max(at, reading.first)]
        away += 4 * sum(word in (";", ":", "but", "while") for word in crossed)
        # Of two as near, the one behind speaks: English news puts "were killed" after its count.
        if away < distance or (away == distance and at > reading.first):
            best, distance = outcome, away
    return "attacks" if best == "other" and counted == "attacks" else best


def _whole(words: Sequence[str], reading: _Reading, earlier: Sequence[Figure]) -> int | None:
    """The figure that this one is a part of: "26 people, including 11 children"."""
    lead = [word for word in words[max(0, reading.first - 3) : reading.first] if word != ","]
    behind = words[reading.number.last : reading.number.last + 2]
    part = "including" in lead[-2:] or lead[-2:] in (["among", "them"], ["of", "them"], ["of", "whom"])
    part = part or behind in (["of", "them"], ["of", "whom"])
    before = next((figure for figure in reversed(earlier) if figure.kind == "count"), None)
    if before is None:
        return None
    if part:
        return before.number_start if before.part_of is None else before.part_of
    return before.part_of if lead[-1:] == ["and"] else None  # "6 women and 4 children"


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
