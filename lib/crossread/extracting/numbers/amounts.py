"""Amounts in digits, words and mixes: "1.2 million", "two and a half dozen", "one hundred and five", "3/4", "1.5m".

A number is what a pattern over the letters of its words (`numerals.py`) matches. The patterns are the whole grammar;
longer ones are tried first.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.extracting.numbers.money import currency_after
from crossread.extracting.numbers.numerals import SLASHES, digits_value, scale_letter
from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

LONGEST_GROUPS = 6  # of three digits with blanks between them

_BELOW_HUNDRED = r"(?:tm?o|t|e|o|z)"
_BELOW_THOUSAND = rf"(?:(?:{_BELOW_HUNDRED}|a)h(?:n?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_WORDS = rf"(?:(?:{_BELOW_THOUSAND}|a)s+(?:n?{_BELOW_THOUSAND}s+)*(?:n?{_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
_WHOLE = rf"(?:d|{_WORDS})"
_PART = r"(?:a?H|om?H|[ao]m?f|[ode]m?F)"
_ADDED_PART = r"(?:am?H|[ao]m?f|[oe]m?F)"
_SIMPLE_FRACTION = r"(?:d/d|v)"
FRACTION = re.compile(rf"{_SIMPLE_FRACTION}|{_PART}")

GRAMMAR = {
    "power of ten": re.compile(r"dxdm?d"),  # 1.99×10−30
    "decimal in words": re.compile(rf"{_BELOW_HUNDRED}p[oz]+[sg]*"),  # one point five million
    "mixed": re.compile(rf"(?:d{_SIMPLE_FRACTION}|{_WHOLE}m?nm?{_ADDED_PART})[hsg]*"),  # 2½, two and a half million
    "scaled part": re.compile(rf"(?:(?:{_PART}|{_SIMPLE_FRACTION})(?:Oa|a|O)?|fOa)[hsg]+"),  # half a million
    "scaled and a part": re.compile(rf"(?:a|o|d)[hs]n{_ADDED_PART}"),  # a million and a half
    "digits": re.compile(r"d(?:k|(?:m?[hsg])+)?"),
    "dozens": re.compile(rf"(?:d|{_WORDS}|a)?m?g(?:O?[hsg])*"),  # two dozen, a couple of hundred
    "words": re.compile(rf"{_WORDS}(?:m?[hsg])*"),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A bare amount: its value, the index behind it, and the factor of its scale words (1 without any)."""

    value: float
    last: int
    factor: float


@dataclass(frozen=True, slots=True)
class Fraction:
    """A part of one, such as "two thirds", and the index behind it."""

    value: float
    last: int


def read_amount(tokens: Sequence[Token], tags: str, at: int, *, money: bool) -> Amount | None:
    """Read the amount that starts at a word.

    Args:
        tokens: The sentence.
        tags: Its letters, from `tag_numerals`.
        at: Where the amount must start.
        money: Whether a currency stands before it.

    Returns:
        The longest amount, or None.
    """
    best: Amount | None = None
    for name, pattern in GRAMMAR.items():
        match = pattern.match(tags, at)
        if match is None or (best is not None and match.end() <= best.last):
            continue
        amount = _evaluate(name, tokens, tags, at, match.end())
        if amount is not None and (best is None or amount.last > best.last):
            best = amount
    pieces = _in_pieces(tokens, tags, at, money=money) if tags[at] == "d" else None
    if pieces is not None and best is not None and pieces.last > best.last:
        return pieces
    if best is not None and best.last == at + 1 and tags[at] == "d":
        factor = scale_letter(tokens, best.last, money=money)
        if factor is not None:
            return Amount(best.value * factor, best.last + 1, factor)
    return best


def read_fraction(tokens: Sequence[Token], tags: str, at: int) -> Fraction | None:
    """Read a part of one: "two thirds", "three-quarters", "1/16", "½", "half"; a lone "third" is an ordinal."""
    match = FRACTION.match(tags, at)
    if match is None:
        return None
    value = _part(tokens, tags, at, match.end())
    # "A third man" is an ordinal, "1/5/2016" a date.
    joined = tokens[match.end() : match.end() + 1]
    if value is None or (tags[at] == "d" and joined and joined[0].text in SLASHES):
        return None
    return Fraction(value, match.end())


def _evaluate(name: str, tokens: Sequence[Token], tags: str, at: int, end: int) -> Amount | None:
    if name == "power of ten":
        return _power(tokens, tags, at, end)
    if name in ("mixed", "scaled and a part", "scaled part"):
        return _mixed(tokens, tags, at, end)
    if name == "dozens":
        return _dozens(tokens, tags, at, end)
    if name == "decimal in words":
        return _decimal(tokens, tags, at, end)
    return _fold(tokens, tags, at, end)


def _power(tokens: Sequence[Token], tags: str, at: int, end: int) -> Amount | None:
    base, ten = digits_value(tokens[at].text), digits_value(tokens[at + 2].text)
    power = digits_value(tokens[end - 1].text)
    if base is None or ten != 10 or power is None or power > 300 or "." in tokens[end - 1].text:
        return None
    negative = end - at == 5 and tokens[at + 3].text in ("-", "−")
    return Amount(base * 10.0 ** (-power if negative else power), end, 1.0)


def _decimal(tokens: Sequence[Token], tags: str, at: int, end: int) -> Amount | None:
    point = tags.index("p", at)
    last = point + 1
    while last < end and tags[last] in "oz":
        last += 1
    figures = "".join(str(_cardinal(tokens[index].text)) for index in range(point + 1, last))
    whole = _fold(tokens, tags, at, point)
    if whole is None:
        return None
    factor = _scale(tokens, last, end)
    return Amount((whole.value + float(f"0.{figures}")) * factor, end, factor)


def _dozens(tokens: Sequence[Token], tags: str, at: int, end: int) -> Amount | None:
    """A number of dozens or couples, perhaps of a scale: "three dozen", "a couple of hundred"."""
    first = tags.index("g", at)
    count = _fold(tokens, tags, at, first) if tags[at] not in "ag" else None
    scales = [token for token, tag in zip(tokens[first:end], tags[first:end], strict=True) if tag != "O"]
    factor = _scale(scales, 0, len(scales))
    return Amount((1.0 if count is None else count.value) * factor, end, factor)


def _mixed(tokens: Sequence[Token], tags: str, at: int, end: int) -> Amount | None:
    """An amount and a part of it, with the scale of both: "two and a half million", "a million and a half", "2½"."""
    scale_at = end
    while tags[scale_at - 1] in "hsg":
        scale_at -= 1
    factor = _scale(tokens, scale_at, end)
    part_end = scale_at
    while tags[part_end - 1] in "aO" and part_end - 1 > at:  # "half a million", "a quarter of a million"
        part_end -= 1
    part = _part(tokens, tags, at, part_end)
    if part is not None:
        return Amount(part * factor, end, factor)
    for joint in range(at + 1, part_end):  # the part begins behind the whole
        part = _part(tokens, tags, joint + (tags[joint] == "n"), part_end)
        whole = _fold(tokens, tags, at, joint)
        if part is not None and whole is not None and whole.last == joint:
            value = whole.value + part * whole.factor if whole.factor > 1 else whole.value + part
            return Amount(value * factor, end, whole.factor * factor)
    return None


def _part(tokens: Sequence[Token], tags: str, at: int, end: int) -> float | None:
    """The value of exactly these words as a part of one, None where they are none."""
    letters = tags[at:end].replace("m", "")
    if letters == "v":
        return unicodedata.numeric(tokens[at].text)
    if letters == "d/d":
        return _slashed(tokens, at)
    name = tokens[end - 1].text.lower() if end > at else ""
    fractions = load_lexicon("numbers")["fractions"]
    unit = fractions.get(name) or fractions.get("half" if name == "halves" else name.removesuffix("s"))
    quarters = name == "quarters" and tokens[at].text.lower() != "three"  # else they are months
    if unit is None or quarters or not re.fullmatch(r"[ao]?H|a?f|of|[ode]F", letters):
        return None
    count = _fold(tokens, tags, at, at + 1) if letters[0] in "ode" else None
    return float(unit) * (1.0 if count is None else count.value)


def _slashed(tokens: Sequence[Token], at: int) -> float | None:
    """Two whole numbers that a slash joins without blanks, the smaller first: "1/16", but not "9/11"."""
    above, slash, below = tokens[at : at + 3]
    if above.end != slash.start or slash.end != below.start or not (above.text + below.text).isdecimal():
        return None
    top, bottom = int(above.text[:9]), int(below.text[:9])
    # "9/11" is the day, and no recipe divides by eleven.
    return top / bottom if 0 < top < bottom and bottom != 11 else None


def _fold(tokens: Sequence[Token], tags: str, at: int, end: int) -> Amount | None:
    """Add up the words of a number; it ends before a scale that is not smaller than the one before it."""
    total, current, factor, smallest, last = 0.0, 0.0, 1.0, float("inf"), at
    index = at
    while index < end:
        tag, text = tags[index], tokens[index].text
        if tag == "d":
            current += digits_value(text) or 0.0
        elif tag in "zoet":
            current += _cardinal(text)
        elif tag == "k":
            factor = scale_letter(tokens, index, money=False) or 1.0
            current *= factor
        elif tag in "hsg":
            behind = index
            while behind < end and tags[behind] in ("sg" if tag != "h" else "h"):
                behind += 1
            scale = _scale(tokens, index, behind)
            if tag != "h" and scale >= smallest:
                return Amount(total, last, factor) if last > at else None
            current = (current or 1.0) * scale
            factor = max(factor, scale) if tag != "h" or factor == 1 else factor
            if tag != "h":
                total, current, smallest, last = total + current, 0.0, scale, behind
            index = behind - 1
        index += 1
    return Amount(total + current, end, factor)


def _cardinal(text: str) -> int:
    return int(load_lexicon("numbers")["cardinals"][text.lower()])


def _scale(tokens: Sequence[Token], first: int, last: int) -> float:
    """The product of scale words."""
    factor = 1.0
    for token in tokens[first:last]:
        word = token.text.lower()
        scales = load_lexicon("numbers")["scales"]
        factor *= scales.get(word) or scales[word.removesuffix("s")]
    return factor


def _in_pieces(tokens: Sequence[Token], tags: str, at: int, *, money: bool) -> Amount | None:
    """Digits in several tokens: groups of three with blanks ("12 000"), a comma for a point ("1,5 million")."""
    text = tokens[at].text
    if not text.isdecimal():
        return None
    last = at + 1
    while last < min(len(tokens), at + LONGEST_GROUPS) and _is_group(tokens, last):
        last += 1
    if last > at + 1 and len(text) < 4 and text[0] != "0":
        return _scaled(float("".join(token.text for token in tokens[at:last])), tokens, tags, last)
    pieces = tokens[at : at + 3]
    comma = len(pieces) == 3 and pieces[1].text == "," and pieces[2].text.isdecimal() and len(pieces[2].text) < 3
    touching = comma and pieces[0].end == pieces[1].start and pieces[1].end == pieces[2].start
    following = tokens[at + 3].text.lower() if at + 3 < len(tokens) else ""
    if touching and (
        (money and len(pieces[2].text) == 2)
        or tags[at + 3 : at + 4] == "s"
        or following in ("%", "percent", "per")
        or _is_priced(tokens, at + 3)
    ):
        return _scaled(float(f"{text}.{pieces[2].text}"), tokens, tags, at + 3)
    return None


def _is_priced(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and currency_after(tokens, at) is not None


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    text = tokens[at].text
    return len(text) == 3 and text.isdecimal() and tokens[at].start == tokens[at - 1].end + 1


def _scaled(value: float, tokens: Sequence[Token], tags: str, at: int) -> Amount:
    factor = _scale(tokens, at, at + 1) if tags[at : at + 1] in ("s", "h", "g") else 1.0
    return Amount(value * factor, at + (factor > 1), factor)
