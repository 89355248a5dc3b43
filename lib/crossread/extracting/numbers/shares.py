"""Parts and multiples of one: "a third of", "nine out of ten", "half a mile", "a year and a half", "sixfold"."""

from collections.abc import Sequence

from crossread.extracting.numbers.amounts import read_amount, read_fraction
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.quantities import Number, share_end, trend_verbs
from crossread.extracting.phrases import counted_class, function_words, outcome_words
from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

SAMPLES = (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)  # how many a poll tells its shares of


def read_multiple(words: Sequence[str], at: int) -> Number | None:
    """A multiple in one word: "sixfold".

    Args:
        words: The words of the sentence, lower case.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    count = load_lexicon("numbers")["cardinals"].get(words[at].removesuffix("fold"))
    if count is None or not words[at].endswith("fold"):
        return None
    return Number(at, at + 1, at, count, count, kind="multiple", unit="times")


def read_out_of(tokens: Sequence[Token], tags: str, at: int) -> Number | None:
    """A part in so many, in percent: "nine out of ten", "one in five".

    Args:
        tokens: The sentence.
        tags: Its letters, from `tag_numerals`.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    part = read_amount(tokens, tags, at, money=False)
    if part is None:
        return None
    joint = [token.text.lower() for token in tokens[part.last : part.last + 2]]
    told = 2 if joint in (["out", "of"], ["in", "every"]) else 1 if joint[:1] == ["in"] and part.value == 1 else 0
    told += joint == ["out", "of"] and [token.text.lower() for token in tokens[part.last + 2 :][:1]] == ["every"]
    told = told or int(joint[:1] == ["in"] and _is_sample(tokens, tags, at, part.last + 1))
    told = 3 if joint == ["-", "in"] and part.value == 1 else told  # "a 1-in-5 chance"
    whole = read_amount(tokens, tags, part.last + told, money=False) if told and part.last + told < len(tags) else None
    if whole is None or whole.value <= part.value:
        return None
    share = 100 * part.value / whole.value
    return Number(at, whole.last, at, share, share, kind="share", unit="percent")


def _is_sample(tokens: Sequence[Token], tags: str, at: int, whole_at: int) -> bool:
    """Tell whether "8 in 10" is a share, of people or of nothing named; not "8 in 10 days"."""
    whole = read_amount(tokens, tags, whole_at, money=False) if whole_at < len(tokens) else None
    if whole is None or whole.value not in SAMPLES or (at and tokens[at - 1].text.lower() in outcome_words()):
        return False
    behind = tokens[whole.last].text.lower() if whole.last < len(tokens) else "."
    if match_unit(tokens, whole.last) is not None:
        return False
    sampled = behind in load_lexicon("numbers")["sampled"]["words"] or counted_class(behind) in ("people", "civilians")
    return sampled or not behind.isalpha() or behind in function_words()


def read_share(tokens: Sequence[Token], words: Sequence[str], tags: str, at: int) -> Number | None:
    """A part of one: of a unit it is an amount ("half a mile", "1/16 of a pint"), else a share in percent.

    Args:
        tokens: The sentence.
        words: Its words, lower case.
        tags: Its letters, from `tag_numerals`.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    fraction = read_fraction(tokens, tags, at)
    amount = read_amount(tokens, tags, at, money=False) if fraction is not None else None
    if fraction is None or (amount is not None and amount.last > fraction.last):
        return None
    behind = [*words[fraction.last : fraction.last + 3], "", "", ""]
    unit_at = fraction.last + (behind[0] == "of")
    unit_at += words[unit_at : unit_at + 1] in (["a"], ["an"], ["one"], ["1"])
    percent = share_end(tokens, unit_at)
    if percent is not None and unit_at > fraction.last:  # "half a percent"
        return Number(at, percent, at, fraction.value, fraction.value, kind="share", unit="percent")
    in_signs = tags[at] in "dv"
    noun = behind[0].isalpha() and behind[0] not in function_words()
    direct = unit_at > fraction.last or in_signs or words[fraction.last - 1] in ("half", "quarter")
    if (match_unit(tokens, unit_at) is not None and direct) or (in_signs and noun):  # "½ cup"
        return Number(at, fraction.last, at, fraction.value, fraction.value)
    named = words[fraction.last - 1]
    if named == "half" and not _is_half(words, fraction.last):
        return None
    # "A third man" is an ordinal; "a third of the men", "by a third" are shares.
    ordinal = tags[fraction.last - 1] == "f" and tags[fraction.last - 2] != "m"
    before = words[max(0, at - 1)]
    measured = before in ("by", "nearly", "almost", "about", "around", "roughly", "than", *trend_verbs()) and not noun
    if ordinal and behind[0] not in ("of", "more", "less", "fewer") and not (at and measured):
        return None
    share = 100 * fraction.value
    return Number(at, fraction.last, at, share, share, kind="share", unit="percent")


def read_unit_and_part(tokens: Sequence[Token], words: Sequence[str], at: int) -> Number | None:
    """One unit and a part of it: "a year and a half", "an hour and a quarter".

    Args:
        tokens: The sentence.
        words: Its words, lower case.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    unit = match_unit(tokens, at + 1) if words[at] in ("a", "an", "one") else None
    if unit is None or list(words[unit[2] : unit[2] + 2]) != ["and", "a"]:
        return None
    part = load_lexicon("numbers")["fractions"].get(words[unit[2] + 2] if unit[2] + 2 < len(words) else "")
    if part is None:
        return None
    return Number(at, unit[2] + 3, at, 1 + part, 1 + part, kind=unit[0], unit=unit[1])


def _is_half(words: Sequence[str], at: int) -> bool:
    """Tell whether "half" before this index is a share: "half of", "half the city", not "the first half"."""
    before = words[at - 2] if at > 1 else ""
    following = words[at] if at < len(words) else ""
    if following in ("of", "the", "its", "their", "his", "her", "our", "all", "that", "this", "those", "these"):
        return before not in ("first", "second", "other", "the", "latter", "better")
    return before in ("by", "than", "about", "almost", "nearly", "around", "over", "roughly", "in") and (
        not following[:1].isalpha() or following in function_words()
    )
