"""Currencies beside a number: signs, codes, names and parts such as cents."""

import re
from functools import cache

from crossread.language.phrases import Phrases
from crossread.language.tokens import Sentence, split_phrase
from crossread.lexicon import load_lexicon

LONGEST = 3  # tokens in a currency


def currency_before(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Read the sign or code that starts at a word: its ISO 4217 code and the index behind it, or None."""
    if sentence.words[at] not in _begins_before():
        return None
    for last in range(min(at + LONGEST, len(sentence)), at, -1):
        code = _before().get(_as_written(sentence, at, last))
        if code is not None:
            return code, last
    return None


def _as_written(sentence: Sentence, first: int, last: int) -> str:
    """The words with their blanks: "A$20" is in Australian dollars, "A $20 note" begins with an article."""
    written = sentence.words[first]
    for at in range(first + 1, last):
        written += sentence.words[at] if sentence.touching[at] else f" {sentence.words[at]}"
    return written


def currency_after(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Read the name, code or sign that starts at a word: its ISO 4217 code and the index behind it, or None."""
    if at >= len(sentence):
        return None
    named = _after().at(sentence.lower, at)
    sign = sentence.words[at]
    code = None if len(sign) == 1 and sign.isalpha() else _before().get(sign)  # "0.5 R" is of radiation
    if named is None and code is not None and not _begins_amount(sentence, at):
        return code, at + 1
    return named


def _begins_amount(sentence: Sentence, at: int) -> bool:
    """Tell whether a sign touches the number behind it and not the one before it: "20 $100 bills"."""
    joined = at + 1 < len(sentence) and sentence.touching[at + 1] and sentence.words[at + 1][0].isdecimal()
    return joined and not sentence.touching[at]


def currency_part(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Read a part of a currency behind a number ("19 cents"): its name and the index behind it, or None."""
    if not 0 < at < len(sentence):
        return None
    word = sentence.words[at]
    part = _parts().get(word.lower() if len(word) > 1 else word)
    apart = len(word) == 1 and word.isalpha() and not sentence.touching[at]
    return None if part is None or apart else (part, at + 1)


def currency_told_apart(sentence: Sentence, at: int, code: str) -> tuple[str, int] | None:
    """Read which dollar a bare sign was, where a word behind the amount says it: "$31.20 US"."""
    if code != "USD" or at >= len(sentence):
        return None
    dollar = _told_apart().get(sentence.lower[at])
    # "$5 US stamps" is of the stamps; only what ends there or is a price for something tells.
    behind = sentence.lower[at + 1] if at + 1 < len(sentence) else "."
    return (dollar, at + 1) if dollar and (behind in ("a", "an", "per") or not behind[0].isalpha()) else None


def home_dollar(text: str) -> str:
    """Tell which dollar a bare "$" of an article is: USD, unless the article states that its figures are in another.

    Where an outlet sits tells nothing: agencies write "$" for the US dollar from everywhere.

    Args:
        text: The article, whole.

    Returns:
        An ISO 4217 code.
    """
    statement = _statement().search(text)
    return load_lexicon("currencies")["home"][statement.group(1).lower()] if statement is not None else "USD"


@cache
def _statement() -> re.Pattern[str]:
    """Such a statement: "All amounts are in Canadian dollars"."""
    adjectives = "|".join(load_lexicon("currencies")["home"])
    amounts = r"(?:figures|amounts|prices|values|sums|currency|dollars)"
    return re.compile(rf"\b{amounts}\s(?:\w{{1,20}}\s){{0,5}}in\s({adjectives})\sdollars\b", re.IGNORECASE)


@cache
def _before() -> dict[str, str]:
    currencies = load_lexicon("currencies")
    signs = {form: code for code, forms in currencies["before"].items() for form in forms}
    return signs | {code: code for code in currencies["codes"]["iso"]}


@cache
def _begins_before() -> frozenset[str]:
    # Before digits, signs are kept whole that stand apart elsewhere: "US$".
    return frozenset([*_before(), *(split_phrase(form, fold=False)[0] for form in _before())])


@cache
def _after() -> Phrases[str]:
    table = load_lexicon("currencies")["after"]
    return Phrases.of((form, code) for code, forms in table.items() for form in forms)


@cache
def _parts() -> dict[str, str]:
    return {form: part for part, forms in load_lexicon("currencies")["parts"].items() for form in forms}


@cache
def _told_apart() -> dict[str, str]:
    return {form: code for code, forms in load_lexicon("currencies")["told_apart"].items() for form in forms}
