"""Number expressions to intervals: "1.2 million", "two dozen", "18 to 25", "dozens", "$1 billion", "60%"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from crossread.extracting.phrases import class_nouns, singular
from crossread.language.tokens import Token, split_phrase
from crossread.lexicon import load_lexicon

DASHES = ("-", "–", "—")
DIGITS = re.compile(r"(?:\d[\d,]{0,20})?(?:\.?\d{1,20})")  # longer ones are codes


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression and the interval that its words alone claim.

    `first` and `last` are token indices, `last` beyond the end; scale words, currency and percent sign are inside.
    `amount` is where the amount itself begins, behind a currency.
    `kind` is "money", "share" or "" where the words beside the number must tell.
    """

    first: int
    last: int
    amount: int
    low: float
    high: float
    bound: str = "="
    kind: str = ""
    unit: str = ""


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """Find the number expressions of one sentence.

    Args:
        tokens: The sentence.

    Returns:
        The numbers in order; they do not overlap. Dates and names are still among them.
    """
    words = [token.text.lower() for token in tokens]
    numbers, at = [], 0
    while at < len(words):
        number = _vague(words, at) or _fraction(words, at) or _quantity(words, at)
        if number is not None:
            numbers.append(_signed(tokens, number))
        at = at + 1 if number is None else number.last
    return numbers


def _signed(tokens: Sequence[Token], number: Number) -> Number:
    """Take in a minus that touches the number and nothing before it: "-5 degrees". Of a share it tells the trend."""
    sign = number.first - 1
    if sign < 0 or tokens[sign].text not in ("-", "−") or tokens[sign].end != tokens[number.first].start:
        return number
    if number.kind == "share" or number.bound != "=" or (sign and tokens[sign - 1].end == tokens[sign].start):
        return number
    return replace(number, first=sign, low=-number.low, high=-number.high)


@cache
def _phrases(lexicon: str, table: str) -> dict[tuple[str, ...], str]:
    """Phrases of a table {name: [phrase, ...]}, in words, to their names."""
    return {split_phrase(phrase): name for name, forms in load_lexicon(lexicon)[table].items() for phrase in forms}


@cache
def _trends() -> frozenset[str]:
    return frozenset(verb for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"])


@cache
def _vague_phrases() -> dict[tuple[str, ...], tuple[float, float]]:
    return {
        split_phrase(phrase): (entry["low"], entry["high"])
        for phrase, entry in load_lexicon("numbers")["vague"].items()
    }


def longest_match(words: Sequence[str], at: int, phrases: dict[tuple[str, ...], str]) -> tuple[str, int] | None:
    """Find the longest phrase that starts at a word.

    Args:
        words: Lower-case words.
        at: Where the phrase must start.
        phrases: Phrases, in words, to what they stand for.

    Returns:
        What the phrase stands for and the index behind it, or None.
    """
    for length in range(min(4, len(words) - at), 0, -1):
        name = phrases.get(tuple(words[at : at + length]))
        if name is not None:
            return name, at + length
    return None


def _vague(words: Sequence[str], at: int) -> Number | None:
    for length in range(min(3, len(words) - at), 0, -1):
        interval = _vague_phrases().get(tuple(words[at : at + length]))
        if interval is not None:
            break
    else:
        return None
    # "test scores", "the handful": only the bare plural counts, except after "a" for "a handful".
    if words[at] == "scores" and at and words[at - 1] in load_lexicon("words")["determiners"]:
        return None
    last = at + length
    # "billions of dollars" is money.
    currency = longest_match(words, last + 1, _phrases("units", "money")) if words[last : last + 1] == ["of"] else None
    if currency is not None:
        return Number(at, currency[1], at, *interval, bound="vague", kind="money", unit=currency[0])
    return Number(at, last, at, *interval, bound="vague")


def _fraction(words: Sequence[str], at: int) -> Number | None:
    """A part of one, in percent: "half of", "a third of", "two thirds", "one-fifth", "nine out of ten"."""
    within = _cardinal(words, at)
    if within is not None:
        joint = within[1] + (words[within[1] : within[1] + 2] == ["out", "of"])
        whole = _cardinal(words, joint + 1) if joint + 1 < len(words) and words[joint] in ("in", "of") else None
        told = joint > within[1] or (within[0] == 1 and words[joint : joint + 1] == ["in"])
        if told and whole is not None and whole[0] > within[0]:
            share = 100 * within[0] / whole[0]
            return Number(at, whole[1], at, share, share, kind="share", unit="percent")
    fractions, cardinals = load_lexicon("numbers")["fractions"], load_lexicon("numbers")["cardinals"]
    if words[at] == "half" and words[at + 1 : at + 2] in (["of"], ["the"], ["its"], ["their"]):
        return Number(at, at + 1, at, 50, 50, kind="share", unit="percent")
    if words[at] not in cardinals and words[at] != "a":
        return None
    part = at + 1 + (words[at + 1 : at + 2] == ["-"])
    name = words[part].removesuffix("s") if part < len(words) else ""
    behind = words[part + 1] if part + 1 < len(words) else ""
    # "a third man" is an ordinal; "a third of the men" is a share.
    if name not in fractions or not (behind == "of" or part == at + 2 or words[part].endswith("s")):
        return None
    share = cardinals.get(words[at], 1) * fractions[name]
    return Number(at, part + 1, at, share, share, kind="share", unit="percent")


def _quantity(words: Sequence[str], at: int) -> Number | None:
    """[currency] amount [to amount] [scale letter] [currency or percent]."""
    first, currency = at, _phrases("units", "money").get((words[at],))
    start = at + (currency is not None)
    amount = _amount(words, start, after_currency=currency is not None)
    if amount is None:
        return None
    low, last, scale = amount
    high, bound = low, "="
    percent = words[last : last + 1] == ["%"]  # "18% to 25%"
    second = _range_end(words, first, last + percent, after_currency=currency is not None)
    if second is not None and second[0] > low:
        high, last, second_scale = second
        low = low * second_scale if scale == 1 and low < second[0] / second_scale else low
        bound = "range"
    share = longest_match(words, last, _phrases("units", "share"))
    if currency is None and share is not None:
        return Number(first, share[1], start, low, high, bound, "share", "percent")
    if currency is None:
        after = longest_match(words, last, _phrases("units", "money"))
        # A code or symbol after the number; a lone "try" or "won" is a word.
        if after is not None and words[last] != "try":
            currency, last = after
    if currency is not None:
        return Number(first, last, start, low, high, bound, "money", currency)
    return Number(first, last, start, low, high, bound)


def _range_end(words: Sequence[str], first: int, at: int, *, after_currency: bool) -> tuple[float, int, float] | None:
    """The second amount of a range, when the words join it to the first: "18 to 25", "5-7", "between 3 and 5"."""
    if at + 1 >= len(words):
        return None
    before = words[first - 1] if first else ""
    joined = words[at] in (*DASHES, "to") or (words[at] == "and" and before == "between")
    rising = before == "by" or (before == "from" and first > 1 and words[first - 2] in _trends())
    start = at + 1
    symbol = _phrases("units", "money").get((words[start],)) is not None
    # "Rose from 3 to 4", "by 3 to 4" and "7% to $2" tell two numbers each.
    if not joined or rising or (symbol and not after_currency):
        return None
    return _amount(words, start + symbol, after_currency=after_currency)


def _amount(words: Sequence[str], at: int, *, after_currency: bool) -> tuple[float, int, float] | None:
    """A plain amount with its scale: (amount, index behind it, factor of its scale words)."""
    scales = load_lexicon("numbers")["scales"]
    if at >= len(words):
        return None
    cardinal = _cardinal(words, at)
    if cardinal is None:
        article = words[at] == "a" and words[at + 1 : at + 2] != []
        scale_at = at + article
        if words[scale_at] not in scales or (not article and words[at] != "dozen"):
            return None
        cardinal = (1.0, scale_at)
    amount, last = cardinal
    factor = 1.0
    if words[last : last + 3] == ["and", "a", "half"]:  # "two and a half million"
        amount, last = amount + 0.5, last + 3
    if words[at] == "half" and last < len(words) and words[last] == "a":
        last += 1
    while last < len(words) and words[last] in scales:
        factor *= scales[words[last]]
        last += 1
    if factor == 1 and words[at][0].isdecimal() and last < len(words):
        factor = _letter(words, last, after_currency=after_currency)
        last += factor > 1
    amount *= factor
    if factor > 1 and words[at].isalpha():
        amount, last = _rest(words, amount, factor, last)
    return amount, last, factor


def _letter(words: Sequence[str], at: int, *, after_currency: bool) -> float:
    """The scale that a letter behind digits stands for: "$5m", "300k people", "1.5m refugees", but not "100m"."""
    letters = load_lexicon("numbers")["scale_letters"]
    if words[at] not in letters:
        return 1.0
    noun = words[at + 1] if at + 1 < len(words) else ""
    counted = singular(noun) in class_nouns() and singular(noun) != noun
    return float(letters[words[at]]) if after_currency or words[at] in ("k", "mn", "bn") or counted else 1.0


def _rest(words: Sequence[str], amount: float, factor: float, last: int) -> tuple[float, int]:
    """What is added behind a scale word: "one hundred and five", "two thousand three hundred"."""
    start = last + (words[last : last + 1] == ["and"])
    tail = _amount(words, start, after_currency=False) if start < len(words) and words[start].isalpha() else None
    if tail is not None and tail[0] < factor and words[start] not in ("a", "dozen"):
        return amount + tail[0], tail[1]
    return amount, last


def _cardinal(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Digits or number words below a hundred: (number, index behind it)."""
    word = words[at]
    if DIGITS.fullmatch(word):
        return float(word.replace(",", "")), at + 1
    cardinals = load_lexicon("numbers")["cardinals"]
    if (
        word == "half"
        and words[at + 1 : at + 2] == ["a"]
        and words[at + 2 : at + 3]
        and words[at + 2] in load_lexicon("numbers")["scales"]
    ):
        return 0.5, at + 1
    if word not in cardinals:
        return None
    unit_at = at + 1 + (words[at + 1 : at + 2] == ["-"])
    if cardinals[word] >= 20 and unit_at < len(words) and 0 < cardinals.get(words[unit_at], 0) < 10:
        return float(cardinals[word] + cardinals[words[unit_at]]), unit_at + 1
    return float(cardinals[word]), at + 1
