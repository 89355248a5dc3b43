"""Every word of a sentence as one letter that says what it can be in a number.

d digits, o one to nine, e ten to nineteen, t twenty and so on, z zero, h hundred, s a larger scale, g dozen or
couple, a "a" or "an", n "and", m a hyphen, p "point", H half, f a fraction's name, F its plural, v a fraction as one
sign, / a slash, x a sign of multiplication, k a scale letter, O "of", . another word.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from crossread.extracting.phrases import function_words, singular
from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

DIGITS = re.compile(r"(?:\d{1,20}(?:\.\d{1,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?")  # longer ones are codes
GROUPED = re.compile(r"\d{1,3}(?:[,'’\u00a0\u2009\u202f]\d{2,3})*[,'’\u00a0\u2009\u202f]\d{3}(?:\.\d{1,20})?")
DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,6}")  # 1.000.000
SLASHES = ("/", "⁄")


def tag_numerals(tokens: Sequence[Token]) -> str:
    """Give every token its letter, one character a token."""
    return "".join(_tag(tokens, at) for at in range(len(tokens)))


def _tag(tokens: Sequence[Token], at: int) -> str:
    text = tokens[at].text
    if text[0].isdecimal() or text[0] == ".":
        return "d" if digits_value(text) is not None else "."
    if at and tokens[at - 1].text[0].isdecimal() and scale_letter(tokens, at, money=False):
        return "k"
    if text.lower() == "hundreds" and at and tokens[at - 1].text[0].isdecimal():
        return "."  # a number of its own, whose mark was lost: "Raids kill 21 hundreds flee"
    return _word_tags().get(text.lower()) or ("v" if len(text) == 1 and _is_vulgar(text) else ".")


@cache
def _word_tags() -> dict[str, str]:
    numbers = load_lexicon("numbers")
    tags = {
        word: "z" if not n else "o" if n < 10 else "e" if n < 20 else "t" for word, n in numbers["cardinals"].items()
    }
    tags |= {word: "g" if n < 100 else "h" if n == 100 else "s" for word, n in numbers["scales"].items()}
    tags |= {f"{word}s": tags[word] for word in numbers["scales"]}
    for name in numbers["fractions"]:
        tags |= {name: "f", f"{name}s": "F"}
    tags |= {"half": "H", "halves": "F", "a": "a", "an": "a", "and": "n", "-": "m", "−": "m", "–": "m", "^": "m"}
    return tags | {"point": "p", "of": "O", "×": "x", "x": "x", "*": "x"} | dict.fromkeys(SLASHES, "/")


def digits_value(text: str) -> float | None:
    """Read a number in digits, with separators of any convention; None where a text is no such number."""
    if DIGITS.fullmatch(text):
        return float(text)
    if GROUPED.fullmatch(text):
        return float(re.sub(r"[^\d.]", "", text))
    return float(text.replace(".", "")) if DOTTED.fullmatch(text) else None


def _is_vulgar(text: str) -> bool:
    return unicodedata.category(text) == "No" and 0 < unicodedata.numeric(text, 0) < 1


def scale_letter(tokens: Sequence[Token], at: int, *, money: bool) -> float | None:
    """Read the scale that a letter behind digits stands for: "$5m", "300k people", "4.3M"; not "100m".

    Args:
        tokens: The sentence.
        at: The index right behind the digits.
        money: Whether a currency stands before the digits.

    Returns:
        The factor, or None.
    """
    if at >= len(tokens):
        return None
    letters = load_lexicon("numbers")["scale_letters"]
    text, touching = tokens[at].text, at > 0 and tokens[at - 1].end == tokens[at].start
    factor = letters["always"].get(text.lower()) if touching or money or len(text) > 1 else None
    if factor is None and text in letters["capital"] and (touching or money or _plural_behind(tokens, at)):
        factor = letters["capital"][text]
    if factor is None and text.lower() in letters["small"] and (money or (touching and _plural_behind(tokens, at))):
        factor = letters["small"][text.lower()]
    return None if factor is None else float(factor)


def _plural_behind(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether one of the two words behind a letter is a plural: "1.5m Syrian refugees"."""
    for token in tokens[at + 1 : at + 3]:
        word = token.text.lower()
        if not word.isalpha() or word in function_words():
            return False
        if singular(word) != word:
            return True
    return False
