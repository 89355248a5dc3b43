"""Currencies beside a number: signs, codes, names and parts such as cents."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crossread.language.tokens import Token, split_phrase
from crossread.lexicon import load_lexicon

LONGEST = 3  # tokens in a currency


def currency_before(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Read the sign or code that starts at a word: its ISO 4217 code and the index behind it, or None."""
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        code = _before().get(_as_written(tokens[at : at + length]))
        if code is not None:
            return code, at + length
    return None


def _as_written(tokens: Sequence[Token]) -> str:
    """The words with their blanks: "A$20" is in Australian dollars, "A $20 note" begins with an article."""
    gaps = (" " * (token.start > before.end) for before, token in pairwise(tokens))
    return tokens[0].text + "".join(gap + token.text for gap, token in zip(gaps, tokens[1:], strict=True))


def currency_after(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Read the name, code or sign that starts at a word: its ISO 4217 code and the index behind it, or None."""
    if at >= len(tokens) or (tokens[at].text.lower() not in _first_words() and tokens[at].text not in _before()):
        return None
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        texts = [token.text for token in tokens[at : at + length]]
        code = _after().get(tuple(text.lower() for text in texts))
        if code is None and length == 1 and not _begins_amount(tokens, at):
            code = _before().get(texts[0])
        if code is not None:
            return code, at + length
    return None


def _begins_amount(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sign touches the number behind it and not the one before it: "20 $100 bills"."""
    before, behind = tokens[at - 1 : at] if at else (), tokens[at + 1 : at + 2]
    joined = any(token.start == tokens[at].end and token.text[0].isdecimal() for token in behind)
    return joined and not any(token.end == tokens[at].start for token in before)


def currency_part(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Read a part of a currency behind a number ("19 cents"): its name and the index behind it, or None."""
    if not 0 < at < len(tokens):
        return None
    text = tokens[at].text
    touching = tokens[at - 1].end == tokens[at].start
    part = _parts().get(text.lower() if len(text) > 1 else text)
    return None if part is None or (len(text) == 1 and text.isalpha() and not touching) else (part, at + 1)


def currency_told_apart(tokens: Sequence[Token], at: int, code: str) -> tuple[str, int] | None:
    """Read which dollar a bare sign was, where a word behind the amount says it: "$31.20 US"."""
    if code != "USD" or at >= len(tokens):
        return None
    told = _told_apart().get(tokens[at].text.lower())
    # "$5 US stamps" is of the stamps; only what ends there or is a price for something tells.
    behind = tokens[at + 1].text.lower() if at + 1 < len(tokens) else "."
    return (told, at + 1) if told and (behind in ("a", "an", "per") or not behind[0].isalpha()) else None


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
def _after() -> dict[tuple[str, ...], str]:
    table = load_lexicon("currencies")["after"]
    return {split_phrase(form): code for code, forms in table.items() for form in forms}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form[0] for form in _after())


@cache
def _parts() -> dict[str, str]:
    return {form: part for part, forms in load_lexicon("currencies")["parts"].items() for form in forms}


@cache
def _told_apart() -> dict[str, str]:
    return {form: code for code, forms in load_lexicon("currencies")["told_apart"].items() for form in forms}
