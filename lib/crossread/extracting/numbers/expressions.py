"""Number expressions to intervals: "1.2 million", "two dozen", "18 to 25", "dozens", "$1 billion", "60%"."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import currency_after, currency_before
from crossread.extracting.numbers.numerals import tag_numerals
from crossread.extracting.numbers.quantities import DASHES, Number, Quantity, read_quantity, trend_verbs
from crossread.extracting.numbers.shares import read_multiple, read_out_of, read_share, read_unit_and_part
from crossread.language.tokens import Token, split_phrase
from crossread.lexicon import load_lexicon
from crossread.reading.conventions import LEXICON_ONLY, Interval

NO_NUMBER = "."  # the letter of `numerals.py` for words that are in no number
FIRST_TAGS = "doetzhsgaHfFv"  # those of words that a number can begin with


def find_numbers(
    tokens: Sequence[Token], skip: Set[int] = frozenset(), vague: Mapping[str, Interval] = LEXICON_ONLY
) -> list[Number]:
    """Find the number expressions of one sentence.

    Args:
        tokens: The sentence.
        skip: Indices of tokens that are in no number, such as those of dates.
        vague: The intervals of vague phrases that are not the lexicon's.

    Returns:
        The numbers in order; they do not overlap.
    """
    words = [token.text.lower() for token in tokens]
    tags = "".join(NO_NUMBER if at in skip else tag for at, tag in enumerate(tag_numerals(tokens)))
    numbers, at = [], 0
    while at < len(words):
        if not _may_begin(tokens, words, tags, at):
            at += 1
            continue
        number = (
            read_multiple(words, at)
            or _vague(tokens, words, at, vague)
            or read_out_of(tokens, tags, at)
            or read_share(tokens, words, tags, at)
        )
        number = number or read_unit_and_part(tokens, words, at) or _range(tokens, words, tags, at)
        if number is not None:
            numbers.append(_signed(tokens, words, number))
        at = at + 1 if number is None else number.last
    return _shared(words, numbers)


def _may_begin(tokens: Sequence[Token], words: Sequence[str], tags: str, at: int) -> bool:
    """Tell quickly where no number begins, for that is nearly everywhere."""
    return (
        tags[at] in FIRST_TAGS
        or words[at] in _vague_words()
        or words[at].endswith("fold")
        or (tags[at + 1 : at + 4].strip(NO_NUMBER) != "" and currency_before(tokens, at) is not None)
    )


def _shared(words: Sequence[str], numbers: Sequence[Number]) -> list[Number]:
    """Give a bare number the currency, percent and scale of the one it is joined to: "from 1.2 to 1.5 million"."""
    shared: list[Number] = []
    for number in reversed(numbers):
        behind = shared[-1] if shared else None
        joined = behind is not None and list(words[number.last : behind.first]) in (["to"], ["or"], ["and"])
        if behind is None or not joined or number.kind or number.factor != 1 or number.bound != "=":
            shared.append(number)
            continue
        factor = behind.factor if words[number.last] != "and" and number.low < behind.low / behind.factor else 1.0
        kind, unit = (behind.kind, behind.unit) if behind.kind in ("money", "share") else ("", "")
        low = number.low * factor
        shared.append(replace(number, low=low, high=low, kind=kind, unit=unit, factor=factor))
    return shared[::-1]


def _signed(tokens: Sequence[Token], words: Sequence[str], number: Number) -> Number:
    """Take in a minus that touches the number and nothing before it ("-5 degrees"), or the word ("minus 5")."""
    sign = number.first - 1
    if sign < 0 or number.bound not in ("=", "range"):
        return number
    if words[sign] == "-" and sign and words[sign - 1] == "minus":
        sign -= 1
    touching = tokens[sign].end == tokens[sign + 1].start and not (sign and tokens[sign - 1].end == tokens[sign].start)
    negative = words[sign] == "negative" and words[sign - 1 : sign] not in (["tested"], ["was"], ["were"])
    if words[sign] == "minus" or negative or (words[sign] in ("-", "−") and touching):
        high = number.high if number.bound == "range" else -number.high  # "-5 to 10"
        return replace(number, first=sign, low=-number.low, high=high)
    return number


@cache
def _vague_phrases() -> dict[tuple[str, ...], Interval]:
    return {
        split_phrase(phrase): (entry["low"], entry["high"])
        for phrase, entry in load_lexicon("numbers")["vague"].items()
    }


@cache
def _vague_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _vague_phrases())


def _vague(tokens: Sequence[Token], words: Sequence[str], at: int, own: Mapping[str, Interval]) -> Number | None:
    for length in range(min(4, len(words) - at), 0, -1):
        phrase = tuple(words[at : at + length])
        if phrase in _vague_phrases():
            break
    else:
        return None
    interval = own.get(" ".join(phrase)) or _vague_phrases()[phrase]
    # "test scores", "the handful": only the bare plural counts, except after "a" for "a handful".
    if words[at] in ("scores", "handful") and at and words[at - 1] in load_lexicon("words")["determiners"]:
        return None
    last = at + length
    currency = currency_after(tokens, last + (words[last : last + 1] == ["of"]))  # "billions of dollars"
    if currency is not None:
        return Number(at, currency[1], at, *interval, bound="vague", kind="money", unit=currency[0])
    return Number(at, last, at, *interval, bound="vague")


def _range(tokens: Sequence[Token], words: Sequence[str], tags: str, at: int) -> Number | None:
    """A quantity, or two that are joined to a range."""
    low = read_quantity(tokens, tags, at)
    if low is None:
        return None
    high = _range_end(tokens, words, tags, low)
    if high is None:
        return Number(at, low.last, low.amount, low.value, low.value, "=", low.kind, low.unit, low.factor)
    lifts = low.factor == 1 and low.value < high.value / high.factor
    value = low.value * high.factor if lifts else low.value
    kind, unit = (low.kind, low.unit) if low.kind else (high.kind, high.unit)
    return Number(at, high.last, low.amount, value, high.value, "range", kind, unit, high.factor)


def _range_end(tokens: Sequence[Token], words: Sequence[str], tags: str, low: Quantity) -> Quantity | None:
    """The second end of a range: "18 to 25", "5-7", "between 3 and 5", "from 252 miles to 287 miles"."""
    for end in sorted({low.last, low.end}, reverse=True):
        joint = _joint(words, low.first, end)
        high = read_quantity(tokens, tags, end + joint) if joint and end + joint < len(words) else None
        if high is None or high.value <= low.value:
            continue
        if words[end] == "to" and _is_change(words, low):
            continue
        # "7% to $2" tells two numbers; so does "rose 20 points to 4,000".
        if low.kind and high.kind and (low.kind, low.unit) != (high.kind, high.unit):
            continue
        if end != low.last and match_unit(tokens, high.last) != (
            *(match_unit(tokens, low.last) or ("", ""))[:2],
            high.end,
        ):
            continue
        if not low.kind and high.kind == "money" and high.amount > high.first:
            continue
        if words[end] == "or" and not _are_neighbours(low, high):
            continue
        return high
    return None


def _joint(words: Sequence[str], first: int, at: int) -> int:
    """How many words join a number to the end of its range: 0 where they do not."""
    if list(words[at : at + 3]) in ([dash, "to", dash] for dash in DASHES):
        return 3  # 0-to-60
    if list(words[at : at + 2]) in (["to", "-"], ["-", "to"], ["up", "to"]) and words[at] != "up":
        return 2
    aged = list(words[max(0, first - 4) : first]) == ["between", "the", "ages", "of"]
    between = aged or "between" in words[max(0, first - 2) : first]
    return int(
        words[at : at + 1] in [["to"], ["or"], *([dash] for dash in DASHES)]
        or (between and words[at : at + 1] == ["and"])
    )


def _is_change(words: Sequence[str], low: Quantity) -> bool:
    """Tell whether the number before "to" is a change or where one began: "fell by 3 to 4", "rose from 3 to 4"."""
    before, earlier = (words[low.first - step] if low.first >= step else "" for step in (1, 2))
    own_unit = low.kind != "" or low.end > low.last
    return before == "by" or (before == "from" and earlier in trend_verbs()) or (before in trend_verbs() and own_unit)


def _are_neighbours(low: Quantity, high: Quantity) -> bool:
    """Tell whether "or" joins two numbers to one claim: "three or four", "four or five thousand"; not "10 or 20"."""
    factor = high.factor if low.factor == 1 else 1.0
    return (
        not low.kind
        and not high.kind
        and low.value * factor + (high.factor if low.factor in (1, high.factor) else 1) == high.value
    )
