"""One amount with its currency, percent sign or unit: what a number expression is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crossread.extracting.numbers.amounts import Amount, read_amount
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import currency_after, currency_before, currency_part, currency_told_apart
from crossread.language.tokens import Token, split_phrase
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


@cache
def trend_verbs() -> frozenset[str]:
    """Words of `lexicon/bounds.toml` that make a number the size of a change."""
    return frozenset(verb for entry in load_lexicon("bounds")["trend"] for verb in entry["verbs"])


@cache
def _shares() -> dict[tuple[str, ...], str]:
    return {split_phrase(form): unit for unit, forms in load_lexicon("units")["share"].items() for form in forms}


def read_quantity(tokens: Sequence[Token], tags: str, at: int) -> Quantity | None:
    """[currency] amount [percent, currency or unit].

    Args:
        tokens: The sentence.
        tags: Its letters, from `tag_numerals`.
        at: Where the number must start.

    Returns:
        The quantity, or None.
    """
    before = currency_before(tokens, at)
    start = at if before is None else before[1]
    if start < len(tokens) and start > at and tokens[start].text in ("-", "−"):
        return None
    amount = read_amount(tokens, tags, start, money=before is not None) if start < len(tokens) else None
    if amount is None or _is_lone_scale(tokens, tags, start):
        return None
    if before is not None:
        code, last = currency_told_apart(tokens, amount.last, before[0]) or (before[0], amount.last)
        after = currency_after(tokens, last)
        last = after[1] if after is not None and after[0] == code else last
        return Quantity(at, start, amount.value, amount.factor, last, last, "money", code)
    share = share_end(tokens, amount.last)
    if share is not None:
        return Quantity(at, at, amount.value, amount.factor, share, share, "share", "percent")
    return _with_currency(tokens, at, amount)


def share_end(tokens: Sequence[Token], at: int) -> int | None:
    """The index behind "percent" and the like; a hyphen may tie it on either side: "5-percent", "43 percent-owned".

    Args:
        tokens: The sentence.
        at: Where the number must start.

    Returns:
        The index, None where no percent stands there.
    """
    words = [token.text.lower() for token in tokens[at : at + 3]]
    share = longest_match(words, 0, _shares())
    if share is not None:
        return at + share[1]
    tied = words[words[:1] in [[dash] for dash in DASHES] :][:1]
    return at + words.index(tied[0]) + 1 if tied and tied[0].split("-")[0] in ("percent", "pc") else None


def _with_currency(tokens: Sequence[Token], at: int, amount: Amount) -> Quantity:
    money = currency_after(tokens, amount.last) or currency_part(tokens, amount.last)
    hyphen = amount.last < len(tokens) and tokens[amount.last].text == "-"
    money = money or (currency_after(tokens, amount.last + 1) if hyphen else None)  # "a 50-dollar note"
    if money is None and _is_sterling(tokens, at, amount):
        money = ("GBP", amount.last + 1 + hyphen)
    if money is not None:
        return Quantity(at, at, amount.value, amount.factor, money[1], money[1], "money", money[0])
    unit = match_unit(tokens, amount.last)
    end = amount.last if unit is None else unit[2]
    return Quantity(at, at, amount.value, amount.factor, amount.last, end, "", "")


def _is_sterling(tokens: Sequence[Token], at: int, amount: Amount) -> bool:
    """Pounds are money by the million, and where they are paid or converted ("5 pounds ($6)"). Else they weigh."""
    named = [token.text.lower() for token in tokens[amount.last : amount.last + 2]]
    if amount.factor >= LEAST_STERLING and (named[:1] == ["pound"] or named == ["-", "pound"]):
        return True
    if named[:1] != ["pounds"]:
        return False
    behind = tokens[amount.last + 1 : amount.last + 2]
    converted = bool(behind) and behind[0].text == "(" and currency_before(tokens, amount.last + 2) is not None
    of = bool(behind) and behind[0].text.lower() == "of"  # "sold 300 pounds of flour"
    before = {token.text.lower() for token in tokens[max(0, at - 3) : at]}
    paid = not of and not before.isdisjoint(load_lexicon("currencies")["paid"]["words"])
    return converted or paid or amount.factor >= LEAST_STERLING


def _is_lone_scale(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether a number begins with a scale word other than "dozen": "the couple", "the hundred"."""
    return tags[at] in "gsh" and tokens[at].text.lower() != "dozen"
