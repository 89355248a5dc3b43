"""Numbers in their context: what is counted, in what unit, how firmly, and what happened to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from crossread.extracting.designations import find_designations
from crossread.extracting.numbers import DASHES, Number, find_numbers, longest_match
from crossread.extracting.phrases import (
    QUOTES,
    counted_class,
    outcome_words,
    phrase_after,
    phrase_before,
    singular,
)
from crossread.language.tokens import Document, Sentence, split_phrase
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
        in_name = any(a < core.end and core.start < b for a, b in claimed)
        if in_name or not skip.isdisjoint(range(number.first, number.last)):
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
                trend=_trend(words, reading),
                kind=reading.kind,
                unit=reading.unit,
                counted=counted,
                counted_class="money" if reading.kind == "money" else counted_class(counted),
                outcome=outcome,
                part_of=_whole(words, reading, figures),
                hedge=_hedge(words),
                sentence_start=sentence.start,
                sentence_end=sentence.end,
                in_title=document.in_title(sentence),
            )
        )
    return figures


def _read(words: Sequence[str], number: Number) -> _Reading | None:
    """Read bound, unit and counted noun around a number; None where the number is none that counts."""
    bound, first = _bound_before(words, number)
    after, last = _bound_after(words, number)
    bound = number.bound if number.bound != "=" else after or bound
    kind, unit, last = _rate(words, *_unit(words, number, last))
    if words[first - 1 : first] == ["between"]:
        first -= 1
    if kind == "multiple":
        phrase = (last, last)
    elif kind in ("money", "share"):
        begin = last + (words[last : last + 1] in (["on"], ["in"], ["worth"]) and kind == "money")
        phrase = phrase_after(words, begin)
    elif kind in ("duration", "measure", "age") and words[last : last + 1] != ["of"] and not _hyphened(words, number):
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


@cache
def _bounds(side: str) -> dict[tuple[str, ...], str]:
    return {
        split_phrase(phrase): entry["bound"] for entry in load_lexicon("bounds")[side] for phrase in entry["phrases"]
    }


def _bound_before(words: Sequence[str], number: Number) -> tuple[str, int]:
    """The bound in front of a number and where its words begin; "=" and the number's own start without one."""
    end = number.first
    while end and words[end - 1] in QUOTES:
        end -= 1
    for length in range(4, 0, -1):
        bound = _bounds("before").get(tuple(words[end - length : end])) if length <= end else None
        if bound is not None:
            return bound, end - length
    return "=", number.first


def _bound_after(words: Sequence[str], number: Number) -> tuple[str | None, int]:
    match = longest_match(words, number.last, _bounds("after"))
    return match if match is not None else (None, number.last)


@cache
def _units(kind: str) -> dict[tuple[str, ...], str]:
    return {split_phrase(form): unit for unit, forms in load_lexicon("units")[kind].items() for form in forms}


def _hyphened(words: Sequence[str], number: Number) -> bool:
    return words[number.last : number.last + 1] in [[dash] for dash in DASHES]


def _unit(words: Sequence[str], number: Number, at: int) -> tuple[str, str, int]:
    """The kind and unit of a number, and the index behind the unit's words."""
    if number.kind:
        return number.kind, number.unit, at
    at += _hyphened(words, number)
    joined = words[at].split("-") if at < len(words) else []
    if "old" in joined and joined[0] in ("year", "month", "week", "day"):
        return "age", joined[0], at + 1
    if joined[1:] and joined[0] in load_lexicon("units")["duration"]:
        return "duration", joined[0], at + 1
    power = next(
        (
            power
            for power, forms in load_lexicon("units")["powers"].items()
            if words[at : at + 1] and words[at] in forms
        ),
        "",
    )
    for kind in ("duration", "measure"):
        unit = longest_match(words, at + bool(power), _units(kind))
        if unit is not None:
            behind = unit[1]
            old = words[behind : behind + 1] == ["old"] or words[behind : behind + 2] == ["of", "age"]
            return ("age", unit[0], behind + 1) if old else (kind, f"{power} {unit[0]}".strip(), behind)
    if words[at : at + 1] == ["times"]:
        return _times(words, at)
    commas = number.first and words[number.first - 1] == "," and words[at : at + 1] == [","]
    if commas and 0 < number.low < 110 and number.last == number.first + 1:
        return "age", "year", at  # "the man, 35, was killed"
    if number.first and words[number.first - 1] == "aged":
        return "age", "year", at
    return "count", "", number.last if _hyphened(words, number) else at


def _rate(words: Sequence[str], kind: str, unit: str, at: int) -> tuple[str, str, int]:
    """What a measured or priced thing is counted by: "$48 a barrel", "120 kilometres per hour"."""
    joint, noun = (words[at] if at < len(words) else ""), (words[at + 1] if at + 1 < len(words) else "")
    known = next((u for table in ("duration", "measure") for f, u in _units(table).items() if f == (noun,)), None)
    if kind not in ("money", "measure") or not noun.isalpha() or joint not in ("per", "a", "an"):
        return kind, unit, at
    if joint != "per" and known is None:
        return kind, unit, at
    return kind, f"{unit} per {known or singular(noun)}", at + 2


def _times(words: Sequence[str], at: int) -> tuple[str, str, int]:
    """A multiple ("three times as many") or a count ("struck three times")."""
    following = words[at + 1] if at + 1 < len(words) else ""
    compared = following in ("more", "less", "as", "the", "higher", "lower") or following.endswith("er")
    return ("multiple", "times", at + 1) if compared else ("count", "", at)


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
    verbs = [
        "estimated",
        "believed",
        "thought",
        "said",
        "put",
        "valued",
        "worth",
        "reckoned",
        "number",
        "numbered",
        "numbering",
        "reported",
    ]
    return frozenset(["to", "be", "at", "are", "is", "was", "were", "that", "which", "who", ",", *verbs])


def _subject(words: Sequence[str], first: int) -> str:
    """The noun phrase that a predicate number speaks of, "" where the words before it are no such predicate."""
    at = first
    while at and words[at - 1] in _links():
        at -= 1
    said = {
        "estimated",
        "believed",
        "thought",
        "put",
        "valued",
        "worth",
        "reckoned",
        "number",
        "numbered",
        "numbering",
        "be",
    }
    if said.isdisjoint(words[at:first]):
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


@cache
def _trends() -> dict[str, str]:
    return {verb: entry["trend"] for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"]}


def _trend(words: Sequence[str], reading: _Reading) -> str | None:
    """The direction of a change whose size the number is: "rose by 5%", "a 60% decline"."""
    sign = {"-": "down", "−": "down", "+": "up"}.get(words[reading.first - 1] if reading.first else "")
    if sign and reading.kind == "share":
        return sign
    before = [word for word in words[max(0, reading.first - 2) : reading.first] if word in _trends()]
    by = words[reading.first - 1 : reading.first] == ["by"]
    if before and (by or reading.kind in ("share", "money")):
        return _trends()[before[-1]]
    return _trends().get(reading.counted.split()[0]) if reading.kind == "share" and reading.counted else None


def _whole(words: Sequence[str], reading: _Reading, earlier: Sequence[Figure]) -> int | None:
    """The figure that this one is a part of: "26 people, including 11 children"."""
    lead = [word for word in words[max(0, reading.first - 3) : reading.first] if word != ","]
    behind = words[reading.number.last : reading.number.last + 2]
    part = "including" in lead[-2:] or lead[-2:] in (["among", "them"], ["of", "them"], ["of", "whom"])
    part = part or behind in (["of", "them"], ["of", "whom"])
    counts = [figure for figure in earlier if figure.kind == "count"]
    if part and counts:
        return counts[-1].number_start if counts[-1].part_of is None else counts[-1].part_of
    joined = lead[-1:] == ["and"] and counts and counts[-1].part_of is not None and reading.first - 1 > 0
    return counts[-1].part_of if joined else None


@cache
def _hedges() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_lexicon("hedges")["hedge"])


def _hedge(words: Sequence[str]) -> str | None:
    return next((word for word in words if word in _hedges()), None)


def _restated_in_title(figures: list[Figure]) -> list[Figure]:
    """A headline's figure means what the body says of the same number."""
    body = [figure for figure in figures if not figure.in_title]
    told = []
    for figure in figures:
        same = [
            other for other in body if (other.low, other.high, other.kind) == (figure.low, figure.high, figure.kind)
        ]
        if figure.in_title and figure.outcome == "other" and same:
            figure = replace(figure, outcome=same[0].outcome)
        told.append(figure)
    return told
