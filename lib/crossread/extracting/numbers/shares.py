"""Parts and multiples of one: "a third of", "nine out of ten", "half a mile", "a year and a half", "sixfold"."""

from crossread.extracting.numbers.amounts import read_amount, read_fraction
from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.quantities import Number, share_end, trend_verbs
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import counted_class, function_words, outcome_words
from crossread.lexicon import load_lexicon

SAMPLES = (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)  # how many a poll tells its shares of


def read_multiple(sentence: Sentence, at: int) -> Number | None:
    """A multiple in one word: "sixfold", "twice as many".

    Args:
        sentence: The sentence.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    numbers, word = load_lexicon("numbers"), sentence.lower[at]
    behind, following = [*sentence.lower[at + 1 : at + 3], "", ""][:2]
    compared = behind in numbers["compared"]["words"] or (
        behind == "as" and following in numbers["compared"]["behind_as"]
    )
    count = numbers["times"].get(word) if compared else None
    count = numbers["cardinals"].get(word.removesuffix("fold")) if word.endswith("fold") else count
    if count is None:
        return None
    return Number(at, at + 1, at, count, count, kind="multiple", unit="times")


def read_out_of(sentence: Sentence, at: int) -> Number | None:
    """A part in so many, in percent: "nine out of ten", "one in five".

    Args:
        sentence: The sentence.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    part = read_amount(sentence, at, money=False)
    if part is None:
        return None
    first, second, third = [*sentence.lower[part.last : part.last + 3], "", "", ""][:3]
    words_between = 0
    if (first, second, third) == ("-", "in", "-"):
        words_between = 3  # "a 1-in-5 chance"
    elif (first, second) == ("out", "of"):
        words_between = 3 if third == "every" else 2
    elif (first, second) == ("in", "every"):
        words_between = 2
    elif first == "in" and (part.value == 1 or _is_sample(sentence, at, part.last + 1)):
        words_between = 1
    begin = part.last + words_between
    whole = read_amount(sentence, begin, money=False) if words_between and begin < len(sentence) else None
    if whole is None or whole.value <= part.value:
        return None
    share = 100 * part.value / whole.value
    return Number(at, whole.last, at, share, share, kind="share", unit="percent")


def _is_sample(sentence: Sentence, at: int, whole_at: int) -> bool:
    """Tell whether "8 in 10" is a share, of people or of nothing named; not "8 in 10 days"."""
    whole = read_amount(sentence, whole_at, money=False) if whole_at < len(sentence) else None
    if whole is None or whole.value not in SAMPLES or (at and sentence.lower[at - 1] in outcome_words()):
        return False
    behind = sentence.lower[whole.last] if whole.last < len(sentence) else "."
    if match_unit(sentence, whole.last) is not None:
        return False
    sampled = behind in load_lexicon("numbers")["sampled"]["words"] or _are_persons(sentence, whole.last)
    return sampled or not behind.isalpha() or behind in function_words()


def _are_persons(sentence: Sentence, at: int) -> bool:
    """Tell whether a phrase is of people: "8 in 10 Leeds residents"."""
    last = at
    while last + 1 < len(sentence) and last < at + 4 and sentence.tags[last] in ("NNP", "JJ", "NN"):
        last += 1
    return last < len(sentence) and counted_class(sentence.lower[last]) in ("people", "civilians")


def read_share(sentence: Sentence, at: int) -> Number | None:
    """A part of one: of a unit it is an amount ("half a mile", "1/16 of a pint"), else a share in percent.

    Args:
        sentence: The sentence.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    fraction = read_fraction(sentence, at)
    amount = read_amount(sentence, at, money=False) if fraction is not None else None
    if fraction is None or (amount is not None and amount.last > fraction.last):
        return None
    behind = [*sentence.lower[fraction.last : fraction.last + 3], "", "", ""]
    unit_at = fraction.last + (behind[0] == "of")
    unit_at += sentence.lower[unit_at : unit_at + 1] in (["a"], ["an"], ["one"], ["1"])
    percent = share_end(sentence, unit_at)
    if percent is not None and unit_at > fraction.last:  # "half a percent"
        return Number(at, percent, at, fraction.value, fraction.value, kind="share", unit="percent")
    in_signs = sentence.numerals[at] in ("digits", "vulgar")
    told = _is_subject(sentence, at, fraction.last)  # "nearly a third admitted it"
    noun = behind[0].isalpha() and behind[0] not in function_words() and not told
    direct = unit_at > fraction.last or in_signs or sentence.lower[fraction.last - 1] in ("half", "quarter")
    tied = unit_at + (unit_at == fraction.last and behind[0] == "-")  # "a half-hour"
    measured = match_unit(sentence, tied) is not None or sentence.lower[tied : tied + 1] in _portioned()
    if (measured and direct) or (in_signs and noun):  # "½ cup"
        return Number(at, fraction.last, at, fraction.value, fraction.value)
    named = sentence.lower[fraction.last - 1]
    if named == "half" and not told and not _is_half(sentence, fraction.last):
        return None
    # "A third man" is an ordinal; "a third of the men", "by a third" are shares.
    tied = sentence.numerals[fraction.last - 2] == "hyphen"
    ordinal = sentence.numerals[fraction.last - 1] == "fraction" and not tied
    before = sentence.lower[max(0, at - 1)]
    words = load_lexicon("numbers")["parts"]
    sized = before in ("by", *words["hedges"], *trend_verbs()) and not noun
    many = told and (named == "quarter" or behind[0] in words["many"])  # but "a third said that he was ill"
    if ordinal and behind[0] not in ("of", "more", "less", "fewer") and not (at and sized) and not many:
        return None
    share = 100 * fraction.value
    return Number(at, fraction.last, at, share, share, kind="share", unit="percent")


def read_unit_and_part(sentence: Sentence, at: int) -> Number | None:
    """One unit and a part of it: "a year and a half", "an hour and a quarter".

    Args:
        sentence: The sentence.
        at: Where the number must start.

    Returns:
        The number, or None.
    """
    found = match_unit(sentence, at + 1) if sentence.lower[at] in ("a", "an", "one") else None
    if found is None:
        return None
    kind, unit, last = found
    joint, article, name = [*sentence.lower[last : last + 3], "", "", ""][:3]
    part = load_lexicon("numbers")["fractions"].get(name)
    if (joint, article) != ("and", "a") or part is None:
        return None
    return Number(at, last + 3, at, 1 + part, 1 + part, kind=kind, unit=unit)


def _portioned() -> list[list[str]]:
    return [[word] for word in load_lexicon("numbers")["portioned"]["words"]]


def _is_subject(sentence: Sentence, at: int, last: int) -> bool:
    """Tell whether a part of one begins a clause as those who did something: "Half left", "About a quarter said no"."""
    begin, hedges = at, load_lexicon("numbers")["parts"]["hedges"]
    while begin and at - begin < 2 and sentence.lower[begin - 1] in hedges:
        begin -= 1
    hedged = begin < at
    begin -= sentence.lower[max(0, begin - 1) : begin] in (["more"], ["less"], ["fewer"], ["at"])
    opens = begin == 0 or sentence.lower[begin - 1] in (",", ";", "and", "but", "while", "that", "“", '"')
    tag = sentence.tags[last] if last < len(sentence) else ""
    return opens and tag in ("VBD", "VBP", "MD", *(["VBN"] if hedged else []))


def _is_half(sentence: Sentence, at: int) -> bool:
    """Tell whether "half" before this index is a share: "half of", "half the city", not "the first half"."""
    before = sentence.lower[at - 2] if at > 1 else ""
    following = sentence.lower[at] if at < len(sentence) else ""
    if following in ("of", "the", "its", "their", "his", "her", "our", "all", "that", "this", "those", "these"):
        return before not in load_lexicon("numbers")["halves"]["words"]
    return before in ("by", "than", "about", "almost", "nearly", "around", "over", "roughly", "in") and (
        not following[:1].isalpha() or following in function_words()
    )
