"""Number expressions to intervals: "1.2 million", "two dozen", "18 to 25", "dozens", "$1 billion", "60%"."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from crossread.extracting.numbers.amounts import mark_numerals
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import currency_before
from crossread.extracting.numbers.numerals import APART, times
from crossread.extracting.numbers.quantities import (
    DASHES,
    Number,
    Quantity,
    changing_words,
    is_times,
    read_quantity,
    trend_verbs,
)
from crossread.extracting.numbers.shares import read_multiple, read_out_of, read_share, read_unit_and_part
from crossread.extracting.numbers.vague import further, own_phrases, read_vague, vague_words
from crossread.language.phrases import Phrases
from crossread.language.tokens import Sentence, split_phrase
from crossread.lexicon import load_lexicon
from crossread.reading.conventions import LEXICON_ONLY, Interval

# What the words that a number can begin with are in a number.
FIRST = frozenset(["digits", "one", "teen", "tens", "zero", "hundred", "scale", "dozen", "article"])
FIRST |= {"half", "fraction", "fractions", "vulgar"}
NEAR = 4 / 3  # times; "10 or 12" tells one claim, "10 or 20" two
FAR = 5  # times; what rose "20 to 678" rose by the one to the other
MOST_TO_OR = 4  # words from "a" to the number in "a week or two"
MOST_TO_CHANGE = 9  # words from a verb of change to where it began: "raised its toll of the dead from 40 to 50"
SIGNS = re.compile(r"[\d\u00bc-\u00be\u2150-\u215f]|fold\b")


def may_hold_number(sentence: Sentence, vague: Mapping[str, Interval] = LEXICON_ONLY) -> bool:
    """Tell quickly that a sentence holds no number, as most do; with vague phrases of a corpus's own any may."""
    return (
        bool(own_phrases(vague))
        or not _number_words().isdisjoint(sentence.lower)
        or SIGNS.search(" ".join(sentence.lower)) is not None
    )


@cache
def _number_words() -> frozenset[str]:
    numbers = load_lexicon("numbers")
    words = {*numbers["cardinals"], *numbers["scales"], *numbers["fractions"], *numbers["times"], "halves"}
    vague = {split_phrase(phrase)[-1] for phrase in numbers["vague"]}
    return frozenset(words | vague | {f"{word}s" for word in (*numbers["scales"], *numbers["fractions"])})


def find_numbers(
    sentence: Sentence, skip: Set[int] = frozenset(), vague: Mapping[str, Interval] = LEXICON_ONLY
) -> list[Number]:
    """Find the number expressions of one sentence.

    Args:
        sentence: The sentence.
        skip: Indices of tokens that are in no number, such as those of dates.
        vague: The intervals of vague phrases that are not the lexicon's.

    Returns:
        The numbers in order; they do not overlap.
    """
    mark_numerals(sentence, skip)
    numbers: list[Number] = []
    ends = 0
    for at in _beginnings(sentence, vague_words(own_phrases(vague))):
        if at < ends or at in skip:
            continue
        number = (
            read_multiple(sentence, at)
            or read_vague(sentence, at, vague)
            or read_out_of(sentence, at)
            or read_share(sentence, at)
            or read_unit_and_part(sentence, at)
            or _range(sentence, at)
        )
        if number is not None:
            number = _to_vague(sentence, number, vague)
            number = replace(number, low=1.0, bound="range") if _is_one_or_two(sentence, number) else number
            numbers.append(_signed(sentence, number))
            ends = number.last
    return _shared(sentence, numbers)


def _beginnings(sentence: Sentence, vague: Set[str]) -> list[int]:
    """Where a number may begin, which is nearly nowhere; a vague phrase at the first of its words."""
    times = load_lexicon("numbers")["times"]
    return [
        at
        for at, (name, word) in enumerate(zip(sentence.numerals, sentence.lower, strict=True))
        if name in FIRST
        or word in vague
        or word.endswith("fold")
        or word in times
        or (any(sentence.numerals[at + 1 : at + 4]) and currency_before(sentence, at) is not None)
    ]


def _shared(sentence: Sentence, numbers: Sequence[Number]) -> list[Number]:
    """Give a bare number the currency, percent and scale of the one it is joined to: "from 1.2 to 1.5 million"."""
    shared: list[Number] = []
    for number in reversed(numbers):
        behind = shared[-1] if shared else None
        joint = sentence.lower[number.last : behind.first] if behind is not None else []
        joined = joint in (["to"], ["or"], ["and"])
        joined = joined or (
            behind is not None and joint in (["-"], ["–"]) and number.low > behind.low
        )  # "62-37 percent"
        if behind is None or not joined or number.kind or number.factor != 1 or number.bound != "=":
            shared.append(number)
            continue
        lifts = joint in (["to"], ["or"]) and number.low < behind.low / behind.factor
        factor = behind.factor if lifts else 1.0
        kind, unit = (behind.kind, behind.unit) if behind.kind in ("money", "share") else ("", "")
        low = times(number.low, factor)
        shared.append(replace(number, low=low, high=low, kind=kind, unit=unit, factor=factor))
    return shared[::-1]


def _signed(sentence: Sentence, number: Number) -> Number:
    """Take in a minus that touches the number and nothing before it ("-5 degrees"), or the word ("minus 5")."""
    words, sign = sentence.lower, number.first - 1
    ordered = replace(number, low=min(number.low, number.high), high=max(number.low, number.high))  # "5 to -3"
    if sign < 0 or number.bound not in ("=", "range"):
        return ordered
    if sign and words[sign - 1 : sign + 1] == ["minus", "-"]:
        sign -= 1
    if sign > 1 and words[sign - 2 : sign + 1] == ["plus", "or", "minus"]:
        return ordered
    negative = words[sign] == "negative" and words[sign - 1 : sign] not in (["tested"], ["was"], ["were"], ["a"])
    if negative or _is_minus(sentence, sign):
        low, high = -number.low, number.high if number.bound == "range" else -number.high  # "-5 to 10"
        return replace(number, first=sign, low=min(low, high), high=max(low, high))
    return ordered


def _is_minus(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is a minus: a sign that touches the number behind it and nothing before, or the word."""
    if sentence.lower[at] == "minus":
        return True
    apart = at == 0 or not sentence.touching[at]
    return sentence.lower[at] in ("-", "−") and apart and sentence.touching[at + 1 : at + 2] == [True]


def _to_vague(sentence: Sentence, low: Number, conventions: Mapping[str, Interval]) -> Number:
    """Take in the other end of a range where one is vague or bounded: "dozens to hundreds", "between 4 and over 10"."""
    if low.bound not in ("=", "vague") or low.kind:
        return low
    larger = further().at(sentence.lower, low.last) if low.bound == "vague" else None
    joint = larger[1] - low.last if larger else _joint(sentence, low.first, low.last)
    if not joint:
        return low
    between, begin = sentence.lower[low.last] == "and" and not larger, low.last + joint
    begin = _behind_bound(sentence, begin) if between else begin
    high = read_vague(sentence, begin, conventions) if begin < len(sentence) else None
    if high is None and begin < len(sentence) and (low.bound == "vague" or begin > low.last + joint):
        high = _range(sentence, begin)
    if high is None or high.kind or high.high <= low.low or high.bound not in ("=", "vague"):
        return low
    last = high.last + _closes(sentence, low.last, high.last)
    ends = sentence.lower[low.last] == "to" or sentence.lower[low.last] in DASHES
    bound = "vague" if low.bound == high.bound == "vague" and not ends else "range"
    return replace(low, last=last, high=high.high, bound=bound, factor=high.factor)


def _is_one_or_two(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number goes on with what "a" began: "a week or two", "a chicken wing or two"."""
    first, behind = number.first, sentence.tags[number.last : number.last + 2]
    two = sentence.lower[first : number.last] == ["two"] and sentence.lower[max(0, first - 1) : first] == ["or"]
    begun = not {"a", "an"}.isdisjoint(sentence.lower[max(0, first - MOST_TO_OR) : first - 1])
    return two and begun and sentence.tags[first - 2] == "NN" and "NNS" not in behind


def _closes(sentence: Sentence, opened: int, at: int) -> bool:
    """Tell whether a comma ends what one began, before "of" or a verb: "dozens, perhaps hundreds, died"."""
    if sentence.lower[opened] != "," or sentence.lower[at : at + 1] != [","] or at + 1 == len(sentence):
        return False
    return sentence.lower[at + 1] == "of" or sentence.tags[at + 1][:2] in ("VB", "MD")


def _behind_bound(sentence: Sentence, at: int) -> int:
    """The index behind words of a bound that begin at a word."""
    found = _bounds().at(sentence.lower, at)
    return at if found is None else found[1]


@cache
def _bounds() -> Phrases[str]:
    entries = load_lexicon("bounds")["before"]
    return Phrases.of((phrase, entry["bound"]) for entry in entries for phrase in entry["phrases"])


def _range(sentence: Sentence, at: int) -> Number | None:
    """A quantity, or two that are joined to a range."""
    low = read_quantity(sentence, at)
    if low is None:
        return None
    high = _range_end(sentence, low)
    if high is None:
        return Number(at, low.last, low.amount, low.value, low.value, "=", low.kind, low.unit, low.factor)
    lifts = low.factor == 1 and low.value < high.value / high.factor
    value = times(low.value, high.factor) if lifts else low.value
    kind, unit = (low.kind, low.unit) if low.kind else (high.kind, high.unit)
    end = -high.value if _is_below_zero(sentence, low, high) else high.value
    return Number(at, high.last, low.amount, value, end, "range", kind, unit, high.factor)


def _range_end(sentence: Sentence, low: Quantity) -> Quantity | None:
    """The second end of a range: "18 to 25", "5-7", "between 3 and 5", "from 252 miles to 287 miles"."""
    for end in sorted({low.last, low.end}, reverse=True):
        joint = _joint(sentence, low.first, end)
        begin = end + joint + (sentence.lower[end + joint : end + joint + 1] == ["~"])  # "between ~4x and ~9x"
        high = read_quantity(sentence, begin) if joint and begin < len(sentence) else None
        if high is None or (high.value <= low.value and not _is_below_zero(sentence, low, high)):
            continue
        if sentence.lower[end] == "to" and _is_change(sentence, low, high):
            continue
        # "7% to $2" tells two numbers; so does "rose 20 points to 4,000".
        if low.kind and high.kind and (low.kind, low.unit) != (high.kind, high.unit):
            continue
        if end != low.last and not _are_alike(sentence, low, high):
            continue
        if not low.kind and high.kind == "money" and high.amount > high.first:
            continue
        if sentence.lower[end] == "or" and not _are_neighbours(low, high):
            continue
        return high
    return None


def _are_alike(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """Tell whether both ends have their unit written behind them: "from 252 miles to 287 miles", "4x and 9x"."""
    if is_times(sentence, low.last):
        return is_times(sentence, high.last)
    unit = match_unit(sentence, low.last) or ("", "")
    return match_unit(sentence, high.last) == (*unit[:2], high.end)


def _is_below_zero(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """Tell whether the second end has a minus of its own, other than the dash that joins the two ("5 -3")."""
    minus = high.first - 1
    return minus not in (low.last, low.end) and _is_minus(sentence, minus)


def _joint(sentence: Sentence, first: int, at: int) -> int:
    """How many words join a number to the end of its range, a minus among them: 0 where they do not."""
    joint = _joining(sentence, first, at)
    minus = joint == 1 and at + 1 < len(sentence) and _is_minus(sentence, at + 1)
    return joint + minus


def _joining(sentence: Sentence, first: int, at: int) -> int:
    if sentence.numerals[at : at + 1] == [APART]:
        return 0  # "a 51-49 vote"
    if sentence.lower[at : at + 3] in ([dash, "to", dash] for dash in DASHES):
        return 3  # 0-to-60
    if sentence.lower[at : at + 2] in (["to", "-"], ["-", "to"], ["up", "to"]) and sentence.lower[at] != "up":
        return 2
    aged = sentence.lower[max(0, first - 4) : first] == ["between", "the", "ages", "of"]
    between = aged or "between" in sentence.lower[max(0, first - 2) : first]
    if sentence.lower[at : at + 1] == ["~"] and sentence.touching[at]:
        return 1
    return int(
        sentence.lower[at : at + 1] in [["to"], ["or"], *([dash] for dash in DASHES)]
        or (between and sentence.lower[at : at + 1] == ["and"])
    )


def _is_change(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """Tell whether the number before "to" is a change or where one began: "fell by 3 to 4", "rose from 3 to 4"."""
    first = low.first - (low.first > 1 and _is_minus(sentence, low.first - 1))
    before = sentence.lower[first - 1] if first else ""
    own_unit = low.kind != "" or low.end > low.last
    sized = not own_unit and (high.kind or high.end > high.last or sentence.tags[high.last : high.last + 1] == ["NNS"])
    if before == "from":  # "from 3 to 5 to 4 to 6": there the first two are a range
        ranges = sentence.lower[high.end : high.end + 3 : 2] == ["to", "to"]
        return not ranges and _is_moved(sentence, low)
    far = high.value > FAR * low.value  # "gained 20.4 to 678.0"
    return (before == "by" and not sized) or (before in trend_verbs() and (own_unit or (far and not sized)))


def _is_moved(sentence: Sentence, low: Quantity) -> bool:
    """Tell whether a word of change stands before the "from" of a number."""
    begin, movers = max(0, low.first - MOST_TO_CHANGE), _movers()
    for at in reversed(range(begin, low.first - 2)):
        word = sentence.lower[at]
        if word in (",", ";", "and"):
            break
        if word in movers or sentence.tags[at][:2] in changing_words().get(word, ()):
            return True
    return low.first > 1 and sentence.lower[low.first - 2] in movers


@cache
def _movers() -> frozenset[str]:
    return trend_verbs().union(load_lexicon("bounds")["movers"]["verbs"])


def _are_neighbours(low: Quantity, high: Quantity) -> bool:
    """Tell whether "or" joins two numbers to one claim: "three or four", "10 or 12", "four or five thousand"."""
    if low.kind or high.kind:
        return False
    value = low.value * (high.factor if low.factor == 1 else 1.0)
    step = high.factor if low.factor in (1, high.factor) else 1
    return value + step == high.value or ((step > 1 or value >= 10) and high.value <= NEAR * value)
