"""Amounts in digits, words and mixes: "1.2 million", "two and a half dozen", "one hundred and five", "3/4", "1.5m"."""

import unicodedata
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass

from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import currency_after
from crossread.extracting.numbers.numerals import (
    APART,
    DOTTED,
    JOINTS,
    NONE,
    digits_value,
    name_numerals,
    scale_letter,
    times,
)
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import PERSONS, counted_class, singular
from crossread.lexicon import load_lexicon
from crossread.patterns import Match, load_grammar

LONGEST_GROUPS = 6  # of three digits with blanks between them
LARGEST_POWER = 300  # of ten
SCALES = ("hundred", "scale", "dozen")


@dataclass(frozen=True, slots=True)
class Amount:
    """A bare amount: its value, the index behind it, and the factor of its scale words (1 without any)."""

    value: float
    last: int
    factor: float = 1.0


def mark_numerals(sentence: Sentence, skip: Set[int]) -> None:
    """Fill in what each word can be in a number, and where the grammar of amounts matches.

    Args:
        sentence: The sentence.
        skip: Indices of tokens that are in no number, such as those of dates.
    """
    sentence.numerals = [
        name if at not in skip else APART if sentence.lower[at] in JOINTS else NONE
        for at, name in enumerate(name_numerals(sentence))
    ]
    for table, found in (("amount", sentence.amounts), ("fraction", sentence.fractions)):
        grammar, matches = load_grammar("amounts", table), defaultdict[int, list[Match]](list)
        for match in grammar.find(grammar.spell_names(sentence.numerals)):
            matches[match.start].append(match)
        found.update(matches)


def read_amount(sentence: Sentence, at: int, *, money: bool) -> Amount | None:
    """Read the amount that starts at a word.

    Args:
        sentence: The sentence, its numerals marked.
        at: Where the amount must start.
        money: Whether a currency stands before it.

    Returns:
        The longest amount, or None.
    """
    best: Amount | None = None
    decides: Match | None = None
    for match in sentence.amounts.get(at, ()):
        amount = _evaluate(sentence, match) if best is None or match.end > best.last else None
        if amount is not None and (best is None or amount.last > best.last):
            best, decides = amount, match
    if decides is not None:
        load_grammar("amounts", "amount").note(decides.rule)
    if best is None or sentence.numerals[at] != "digits":
        return best
    pieces = _in_pieces(sentence, at, money=money)
    if pieces is not None and pieces.last > best.last:
        return pieces
    if best.last == at + 1 and _is_dotted(sentence, at):
        return Amount(times(best.value, 1000), best.last)
    factor = scale_letter(sentence, best.last, money=money) if best.last == at + 1 else None
    return best if factor is None else Amount(times(best.value, factor), best.last + 1, factor)


def _is_dotted(sentence: Sentence, at: int) -> bool:
    """Tell whether a dot parts thousands: where zeros follow, or persons, of whom there are no parts: "12.500 men"."""
    whole, dot, decimals = sentence.words[at].partition(".")
    if not dot or len(decimals) != 3 or not whole.isdecimal() or whole[0] == "0" or len(whole) > 3:
        return False
    behind = sentence.lower[at + 1] if at + 1 < len(sentence) else ""
    persons = behind == "people" or (counted_class(behind) in PERSONS and singular(behind) != behind)
    return persons or (decimals == "000" and match_unit(sentence, at + 1) is None)


def read_fraction(sentence: Sentence, at: int) -> Amount | None:
    """Read a part of one: "two thirds", "three-quarters", "1/16", "½", "half"; a lone "third" is an ordinal."""
    for match in sentence.fractions.get(at, ()):
        value = _part(sentence, at, match.end)
        # "1/5/2016" is a date.
        dated = sentence.numerals[at] == "digits" and sentence.numerals[match.end : match.end + 1] == ["slash"]
        load_grammar("amounts", "fraction").note(match.rule)
        return None if value is None or dated else Amount(value, match.end)
    return None


def _evaluate(sentence: Sentence, match: Match) -> Amount | None:
    """The value of what the grammar matched: its whole, its part and its decimals, times its scale words."""
    spans = {name: found[0] for name, found in match.spans.items()}
    if "power" in spans:
        return _power(sentence, spans, match.end)
    if not spans.keys() & {"part", "decimals", "scale"}:
        return _fold(sentence, match.start, match.end)
    whole = _fold(sentence, *spans["whole"]) if "whole" in spans else Amount(0.0, match.start)
    if whole is None or ("whole" in spans and whole.last != spans["whole"][1]):
        return None
    value, factor = whole.value, _scale(sentence, *spans.get("scale", (0, 0)))
    if "part" in spans:
        part = _part(sentence, *spans["part"])
        if part is None or ("whole" in spans and _is_apart(sentence, spans["whole"][1])):
            return None
        value += part * max(whole.factor, 1.0)  # "a million and a half"
    elif "decimals" in spans:
        value += float("0." + "".join(str(_cardinal(word)) for word in sentence.words[slice(*spans["decimals"])]))
        return Amount(times(value, factor), match.end, factor)
    elif "whole" not in spans:
        value = 1.0
    return Amount(times(value, factor), match.end, whole.factor * factor if "part" in spans else factor)


def _is_apart(sentence: Sentence, at: int) -> bool:
    """Tell whether a hyphen between a number and a fraction in signs has blanks beside it, as a dash has."""
    signs = sentence.numerals[at + 1 : at + 2] in (["digits"], ["vulgar"])
    return sentence.numerals[at] == "hyphen" and signs and not all(sentence.touching[at : at + 2])


def _power(sentence: Sentence, spans: dict[str, tuple[int, int]], end: int) -> Amount | None:
    """A power of ten: "1.99×10−30"."""
    base, ten, power = (digits_value(sentence.words[spans[name][0]]) for name in ("whole", "ten", "power"))
    if base is None or ten != 10 or power is None or power > LARGEST_POWER or power % 1:
        return None
    minus = spans.get("minus", (0, 0))
    negative = sentence.words[slice(*minus)] in (["-"], ["−"])
    return Amount(base * 10.0 ** (-power if negative else power), end)


def _part(sentence: Sentence, first: int, last: int) -> float | None:
    """The value of words as a part of one, None where they are none."""
    names = sentence.numerals[first:last]
    if names == ["vulgar"]:
        return unicodedata.numeric(sentence.words[first])
    if names == ["digits", "slash", "digits"]:
        return _slashed(sentence, first)
    name = sentence.lower[last - 1]
    fractions = load_lexicon("numbers")["fractions"]
    unit = fractions.get(name) or fractions.get("half" if name == "halves" else name.removesuffix("s"))
    if unit is None or (name == "quarters" and sentence.lower[first] != "three"):  # else they are months
        return None
    count = _fold(sentence, first, first + 1) if names[0] in ("one", "digits", "teen") else None
    return float(unit) * (1.0 if count is None else count.value)


def _slashed(sentence: Sentence, at: int) -> float | None:
    """Two whole numbers that a slash joins without blanks, the smaller first: "1/16", but not "9/11"."""
    above, below = sentence.words[at], sentence.words[at + 2]
    if not (sentence.touching[at + 1] and sentence.touching[at + 2] and (above + below).isdecimal()):
        return None
    top, bottom = int(above[:9]), int(below[:9])
    # "9/11" is the day, and no recipe divides by eleven.
    return top / bottom if 0 < top < bottom and bottom != 11 else None


def _fold(sentence: Sentence, first: int, last: int) -> Amount | None:
    """Add up the words of a number; it ends before a scale that is not smaller than the one before it."""
    total, current, factor, smallest, ends = 0.0, 0.0, 1.0, float("inf"), first
    at = first
    while at < last:
        name, word = sentence.numerals[at], sentence.words[at]
        at += 1
        if name == "digits":
            current += digits_value(word) or 0.0
        elif name in ("zero", "one", "teen", "tens"):
            current += _cardinal(word)
        elif name == "letter":
            factor = scale_letter(sentence, at - 1, money=False) or 1.0
            current = times(current, factor)
        elif name in SCALES:
            alike = ["hundred"] if name == "hundred" else ("scale", "dozen")
            begin = at - 1
            while at < last and sentence.numerals[at] in alike:
                at += 1
            scale = _scale(sentence, begin, at)
            current = times(current or 1.0, scale)
            if name == "hundred":
                factor = scale if factor == 1 else factor
                continue
            if scale >= smallest:
                return Amount(total, ends, factor) if ends > first else None
            factor = max(factor, scale)
            total, current, smallest, ends = total + current, 0.0, scale, at
    return Amount(total + current, last, factor)


def _cardinal(word: str) -> int:
    return int(load_lexicon("numbers")["cardinals"][word.lower()])


def _scale(sentence: Sentence, first: int, last: int) -> float:
    """The product of the scale words among words."""
    factor, scales = 1.0, load_lexicon("numbers")["scales"]
    for at in range(first, last):
        if sentence.numerals[at] in SCALES:
            word = sentence.lower[at]
            factor *= scales.get(word) or scales[word.removesuffix("s")]
    return factor


def _in_pieces(sentence: Sentence, at: int, *, money: bool) -> Amount | None:
    """Digits in several tokens: groups of three with blanks ("12 000"), a comma for a point ("1,5 million")."""
    text = sentence.words[at]
    if not text.isdecimal() and not DOTTED.fullmatch(text):
        return None
    last = at + 1
    while last < min(len(sentence), at + LONGEST_GROUPS) and _is_group(sentence, last):
        last += 1
    if last > at + 1 and len(text) < 4 and text[0] != "0":
        return _scaled(float("".join(sentence.words[at:last])), sentence, last)
    comma, decimals, following = [*sentence.words[at + 1 : at + 4], "", "", ""][:3]
    if comma != "," or not decimals.isdecimal() or len(decimals) > 2 or not all(sentence.touching[at + 1 : at + 3]):
        return None
    if DOTTED.fullmatch(text):
        return _scaled(float(f"{text.replace('.', '')}.{decimals}"), sentence, at + 3)
    scaled = sentence.numerals[at + 3 : at + 4] == ["scale"] or following.lower() in ("%", "percent", "per")
    priced = at + 3 < len(sentence) and (currency_after(sentence, at + 3) or match_unit(sentence, at + 3)) is not None
    if scaled or priced or (money and len(decimals) == 2):
        return _scaled(float(f"{text}.{decimals}"), sentence, at + 3)
    return None


def _is_group(sentence: Sentence, at: int) -> bool:
    text = sentence.words[at]
    return len(text) == 3 and text.isdecimal() and sentence.starts[at] == sentence.ends[at - 1] + 1


def _scaled(value: float, sentence: Sentence, at: int) -> Amount:
    factor = _scale(sentence, at, min(at + 1, len(sentence)))
    return Amount(times(value, factor), at + (factor > 1), factor)
