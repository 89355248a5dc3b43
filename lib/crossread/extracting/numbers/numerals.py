"""What each word of a sentence can be in a number, by the names of `lexicon/amounts.toml`."""

import re
import unicodedata
from functools import cache, lru_cache
from math import isfinite

from crossread.extracting.numbers.money import currency_after
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import function_words, singular
from crossread.lexicon import load_lexicon

DIGITS = re.compile(r"(?:\d{1,20}(?:\.\d{1,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?")  # longer ones are codes
GROUPED = re.compile(r"\d{1,3}(?:[,'’\u00a0\u2009\u202f]\d{2,3})*[,'’\u00a0\u2009\u202f]\d{3}(?:\.\d{1,20})?")
DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,6}")  # 1.000.000
SLASHES = ("/", "⁄")
DECIMALS = 6  # behind the point of a number with a scale word
JOINTS = ("-", "–", "—", "to")  # of two numbers
APART = "apart"  # the name of a joint between two numbers that are no range
NONE = ""  # the name of words that are in no number


def name_numerals(sentence: Sentence) -> list[str]:
    """Give every token of a sentence its name, `NONE` where it is in no number."""
    names = [_name(word) for word in sentence.words]
    for at, word in enumerate(sentence.words[1:], 1):
        if sentence.words[at - 1][0].isdecimal():
            if scale_letter(sentence, at, money=False):
                names[at] = "letter"
            elif word.lower() == "hundreds":
                names[at] = NONE  # a number of its own, whose mark was lost: "Raids kill 21 hundreds flee"
    return names


@lru_cache(maxsize=20_000)
def _name(word: str) -> str:
    if word[0].isdecimal() or word[0] == ".":
        return "digits" if digits_value(word) is not None else NONE
    return _word_names().get(word.lower()) or ("vulgar" if _is_vulgar(word) else NONE)


@cache
def _word_names() -> dict[str, str]:
    numbers = load_lexicon("numbers")
    names = {
        word: "zero" if not n else "one" if n < 10 else "teen" if n < 20 else "tens"
        for word, n in numbers["cardinals"].items()
    }
    for word, n in numbers["scales"].items():
        names[word] = names[f"{word}s"] = "dozen" if n < 100 else "hundred" if n == 100 else "scale"
    for word in numbers["fractions"]:
        names |= {word: "fraction", f"{word}s": "fractions"}
    names |= {"half": "half", "halves": "fractions", "a": "article", "an": "article", "and": "and", "point": "point"}
    names |= {"of": "of", ",": "comma"} | dict.fromkeys("-−–^", "hyphen") | dict.fromkeys("×x*", "times")
    return names | dict.fromkeys(SLASHES, "slash")


@lru_cache(maxsize=20_000)
def digits_value(text: str) -> float | None:
    """Read a number in digits, with separators of any convention; None where a text is no such number."""
    if DIGITS.fullmatch(text):
        return float(text) if isfinite(float(text)) else None  # "1e400"
    if GROUPED.fullmatch(text):
        return float(re.sub(r"[^\d.]", "", text))
    return float(text.replace(".", "")) if DOTTED.fullmatch(text) else None


def times(value: float, factor: float) -> float:
    """Multiply by what scale words make, without the noise of binary fractions: 16.6 million is 16,600,000."""
    return value * factor if factor <= 1 or value % 1 == 0 else round(value * factor, DECIMALS)


def _is_vulgar(text: str) -> bool:
    return len(text) == 1 and unicodedata.category(text) == "No" and 0 < unicodedata.numeric(text, 0) < 1


def scale_letter(sentence: Sentence, at: int, *, money: bool) -> float | None:
    """Read the scale that a letter behind digits stands for: "$5m", "300k people", "4.3M"; not "100m".

    Args:
        sentence: The sentence.
        at: The index right behind the digits.
        money: Whether a currency stands before the digits.

    Returns:
        The factor, or None.
    """
    if at >= len(sentence) or len(sentence.words[at]) > 3:
        return None
    letters = load_lexicon("numbers")["scale_letters"]
    written, lower, touching = sentence.words[at], sentence.words[at].lower(), sentence.touching[at]
    factor = letters["always"].get(lower) if touching or money or len(written) > 1 else None
    if factor is None and written in letters["capital"] and (touching or money or _is_counted(sentence, at)):
        factor = letters["capital"][written]
    if factor is None and lower in letters["small"] and (money or (touching and _is_counted(sentence, at))):
        factor = letters["small"][lower]
    return None if factor is None else float(factor)


def _is_counted(sentence: Sentence, at: int) -> bool:
    """Tell whether a currency or a plural stands behind a letter: "5m USD", "1.5m refugees"."""
    return _plural_behind(sentence, at) or currency_after(sentence, at + 1) is not None


def _plural_behind(sentence: Sentence, at: int) -> bool:
    """Tell whether one of the two words behind a letter is a plural: "1.5m Syrian refugees"."""
    for word in sentence.lower[at + 1 : at + 3]:
        if not word.isalpha() or word in function_words():
            return False
        if singular(word) != word:
            return True
    return False
