"""What a figure takes from the one before it: the bound in "over 8 miles (13 km)", the unit in "from 80 kg to 75"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crossread.extracting.figures.noun_phrases import phrase_after
from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.numbers.units import read_rate
from crossread.language.tokens import Sentence
from crossread.lexicon import load_lexicon

CONVERTED = ("money", "measure")
SHARED = (">", ">=", "<", "<=")  # the interval is another without these
MOST_APART = 5  # times; what is further apart is not of one kind
MILLION = 1_000_000.0
CARRIED = ("money", "measure", "duration", "share")


def take_over(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give figures the bound, the rate or the unit that the figure before them tells for both.

    Args:
        sentence: The sentence.
        readings: Its figures, in order, which are changed.
    """
    for first, second in pairwise(readings):
        if is_restated(sentence, first.last, second) and _is_conversion(first, second):
            _, unit, last = read_rate(sentence, first.kind, first.unit, second.last + 1)
            if last > second.last + 1:
                first.unit = unit
                second.unit = read_rate(sentence, second.kind, second.unit, second.last + 1)[1]
            if second.bound == "=" and first.bound in SHARED:
                second.bound = first.bound
        elif _goes_on(sentence, first, second) or _is_like(sentence, first, second):
            second.kind, second.unit = first.kind, first.unit
        elif _are_minutes(sentence, first, second):
            second.kind, second.unit = "duration", "minute"
    _read_millions(sentence, readings)
    _price_alike(sentence, readings)


def join_repeated(sentence: Sentence, readings: Sequence[Reading]) -> list[Reading]:
    """Make one figure of a number in words and in digits ("twelve (12) people"), and of a sum in two units.

    Args:
        sentence: The sentence.
        readings: Its figures, in order; the first of two takes on what is read of the second.

    Returns:
        The figures that are left.
    """
    joined: list[Reading] = []
    for reading in readings:
        first = joined[-1] if joined else None
        if first is not None and _is_change_of(sentence, first, reading):
            whole = first.number.low + reading.number.low / 100
            first.number = replace(first.number, low=whole, high=whole, last=reading.number.last)
            first.last = reading.last
            continue
        written = first is not None and sentence.folded[first.number.last : reading.number.first] == ["("]
        closed = sentence.folded[reading.number.last : reading.number.last + 1] == [")"]
        if first is None or not (written and closed) or first.number.low != reading.number.low:
            joined.append(reading)
        elif first.bare_count:
            at = reading.number.last + 1
            begin, end = phrase_after(sentence, at, several=first.number.low > 1)
            if begin == at < end:
                first.noun, first.last = text_of(sentence, begin, end), end
                first.rules["counted"] = "the noun behind"
            else:
                first.last = at
    return joined


def _is_change_of(sentence: Sentence, first: Reading, reading: Reading) -> bool:
    """Tell whether a sum in parts of a currency goes on with one in its whole: "3 dollars 50 cents"."""
    parts = load_lexicon("currencies")["hundredths"]["parts"]
    exact = first.number.bound == reading.number.bound == reading.bound == "="
    together = sentence.folded[first.last : reading.first] in ([], ["and"])
    money = first.kind == "money" and first.unit not in parts and reading.unit in parts
    return exact and together and money and 0 < reading.number.low < 100


def is_restated(sentence: Sentence, last: int, second: Reading) -> bool:
    """Tell whether a figure stands alone in brackets right behind the index where another's phrase ends."""
    return sentence.folded[last : second.first] == ["("] and sentence.folded[second.last : second.last + 1] == [")"]


def _is_conversion(first: Reading, second: Reading) -> bool:
    return first.kind == second.kind and first.kind in CONVERTED and first.unit != second.unit


def _goes_on(sentence: Sentence, first: Reading, second: Reading) -> bool:
    """Tell whether a bare number ends a way that began in a unit: "from 20 mpg to 24"."""
    bare = second.bare_count
    begun = first.kind in CARRIED and sentence.folded[max(0, first.first - 1) : first.first] == ["from"]
    return bare and begun and sentence.folded[first.last : second.first] == ["to"]


def _is_like(sentence: Sentence, first: Reading, second: Reading) -> bool:
    """Tell whether a bare decimal is of the order of the figure before: "84.75 cents, the lowest 74.07".

    What something rose "to" or stands "at" is a level, which the change before tells nothing of.
    """
    bare = second.bare_count and first.kind in CARRIED
    low, high = sorted((abs(first.number.low), abs(second.number.low)))
    level = {"to", "at"} & set(sentence.folded[max(0, second.first - 1) : second.first])
    factor = second.number.factor
    decimal = factor in (1, first.number.factor) and second.number.low / factor % 1 != 0
    return bare and not level and decimal and high < MOST_APART * low


def _are_minutes(sentence: Sentence, first: Reading, second: Reading) -> bool:
    """Tell whether an "m" stands for minutes, right behind hours: "2h 15m"."""
    written = sentence.folded[second.last - 1] == "m" and second.unit == "metre"
    return written and first.unit == "hour" and first.last == second.first


def _read_millions(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Take an "m" behind digits for millions, not metres, behind a sum of money: "to 340m euros from 386m"."""
    unit = ""
    for reading in readings:
        if reading.kind == "money" and reading.number.factor > 1:
            unit = reading.unit
        elif unit and reading.unit == "metre" and sentence.words[reading.last - 1] == "m" and not reading.noun:
            low, high = (end * MILLION for end in (reading.number.low, reading.number.high))
            reading.number = replace(reading.number, low=low, high=high, factor=MILLION, last=reading.last)
            reading.kind, reading.unit = "money", unit


def _price_alike(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give a bare number with a price in brackets the currency of an earlier one: "5 yen ($3) or 8 ($5)"."""
    converted: dict[str, str] = {}
    for first, second in pairwise(readings):
        if second.kind != "money" or not is_restated(sentence, first.last, second):
            continue
        if first.kind == "money":
            converted[second.unit] = first.unit
        elif first.bare_count and second.unit in converted:
            first.kind, first.unit = "money", converted[second.unit]
