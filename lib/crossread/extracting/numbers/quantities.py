"""One amount with its currency, percent sign or unit: what a number expression is made of."""

from dataclasses import dataclass
from functools import cache

from crossread.extracting.numbers.amounts import SCALES, Amount, read_amount
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import currency_after, currency_before, currency_part, currency_told_apart
from crossread.language.phrases import Phrases
from crossread.language.tokens import Sentence
from crossread.lexicon import load_lexicon

LEAST_STERLING = 1_000_000  # by the million, pounds are more often paid than weighed
DASHES = ("-", "–", "—", "−")


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression and the interval that its words alone claim.

    `first` and `last` are token indices, `last` beyond the end; scale words, currency and percent sign are inside.
    `amount` is where the amount itself begins, behind a currency.
    `kind` is "money", "share", "multiple" or "" where the words beside the number must tell.
    `factor` is that of its scale words, 1 without any.
    """

    first: int
    last: int
    amount: int
    low: float
    high: float
    bound: str = "="
    kind: str = ""
    unit: str = ""
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """One end of a range: [currency] amount [percent, currency or unit].

    `last` is behind what belongs to the number itself, `end` behind its unit as well.
    """

    first: int
    amount: int
    value: float
    factor: float
    last: int
    end: int
    kind: str
    unit: str


@cache
def trend_verbs() -> frozenset[str]:
    """Words of `lexicon/bounds.toml` that make a number the size of a change."""
    return frozenset(verb for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"])


@cache
def changing_words() -> dict[str, set[str]]:
    """Words of `lexicon/measures.toml` with which "from 5 to 6" tells a change, and their parts of speech."""
    measures = load_lexicon("measures")
    words: dict[str, set[str]] = {word: {"VB"} for name in ("move", "alter") for word in measures["verbs"][name]}
    for noun in measures["nouns"]["change"]:
        words.setdefault(noun, set()).add("NN")
    return words


@cache
def _shares() -> Phrases[str]:
    return Phrases.of((form, unit) for unit, forms in load_lexicon("units")["share"].items() for form in forms)


def read_quantity(sentence: Sentence, at: int) -> Quantity | None:
    """[currency] amount [percent, currency or unit].

    Args:
        sentence: The sentence.
        at: Where the number must start.

    Returns:
        The quantity, or None.
    """
    before = currency_before(sentence, at)
    start = at if before is None else before[1]
    if start < len(sentence) and start > at and sentence.words[start] in ("-", "−"):
        return None
    amount = read_amount(sentence, start, money=before is not None) if start < len(sentence) else None
    if amount is None or _is_lone_scale(sentence, start):
        return None
    if before is not None:
        code, last = currency_told_apart(sentence, amount.last, before[0]) or (before[0], amount.last)
        after = currency_after(sentence, last)
        last = after[1] if after is not None and after[0] == code else last
        return Quantity(at, start, amount.value, amount.factor, last, last, "money", code)
    share = share_end(sentence, amount.last)
    if share is not None:
        return Quantity(at, at, amount.value, amount.factor, share, share, "share", "percent")
    return _with_currency(sentence, at, amount)


def is_times(sentence: Sentence, at: int) -> bool:
    """Tell whether an "x" that touches the digits before it makes them a multiple: "3x", not "3x4"."""
    marked = sentence.lower[at : at + 1] == ["x"] and sentence.touching[at]
    return marked and not "".join(sentence.words[at + 1 : at + 2])[:1].isdecimal()


def share_end(sentence: Sentence, at: int) -> int | None:
    """The index behind "percent" and the like; a hyphen may tie it on either side: "5-percent", "43 percent-owned".

    Args:
        sentence: The sentence.
        at: Where the sign must start.

    Returns:
        The index, None where no percent stands there.
    """
    share = _shares().at(sentence.lower, at)
    if share is not None:
        return share[1]
    at += sentence.lower[at : at + 1] in [[dash] for dash in DASHES]
    tied = at < len(sentence) and sentence.lower[at].split("-")[0] in ("percent", "pc")
    return at + 1 if tied else None


def _with_currency(sentence: Sentence, at: int, amount: Amount) -> Quantity:
    money = currency_after(sentence, amount.last) or currency_part(sentence, amount.last)
    hyphen = sentence.words[amount.last : amount.last + 1] == ["-"]
    money = money or (currency_after(sentence, amount.last + 1) if hyphen else None)  # "a 50-dollar note"
    if money is None and _is_sterling(sentence, at, amount):
        money = ("GBP", amount.last + 1 + hyphen)
    if money is not None:
        return Quantity(at, at, amount.value, amount.factor, money[1], money[1], "money", money[0])
    unit = match_unit(sentence, amount.last)
    end = amount.last + is_times(sentence, amount.last) if unit is None else unit[2]
    return Quantity(at, at, amount.value, amount.factor, amount.last, end, "", "")


def _is_sterling(sentence: Sentence, at: int, amount: Amount) -> bool:
    """Pounds are money by the million, and where they are paid or converted ("5 pounds ($6)"). Else they weigh."""
    unit, behind = [*sentence.lower[amount.last : amount.last + 2], "", ""][:2]
    if amount.factor >= LEAST_STERLING and (unit == "pound" or (unit, behind) == ("-", "pound")):
        return True
    if unit != "pounds":
        return False
    converted = behind == "(" and amount.last + 2 < len(sentence)
    converted = converted and currency_before(sentence, amount.last + 2) is not None
    payers = load_lexicon("currencies")["paid"]["words"]
    paid = behind != "of" and any(word in payers for word in sentence.lower[max(0, at - 3) : at])  # not flour
    return converted or paid or amount.factor >= LEAST_STERLING


def _is_lone_scale(sentence: Sentence, at: int) -> bool:
    """Tell whether a number begins with a scale word other than "dozen": "the couple", "the hundred".

    Behind a bound, or where a sentence begins, the article was left out: "nearly thousand people".
    """
    if sentence.numerals[at] not in SCALES or sentence.lower[at] == "dozen":
        return False
    bounded = at == 0 or sentence.lower[at - 1] in load_lexicon("bounds")["before_scale"]["words"]
    return sentence.numerals[at] == "dozen" or not bounded
