"""The kind and unit of a number, by the words around it: years, kilometres, $48 a barrel, three times as many."""

from collections.abc import Mapping

from crossread.extracting.numbers.measures import match_unit, unit_of
from crossread.extracting.numbers.money import currency_after
from crossread.extracting.numbers.numerals import APART, digits_value
from crossread.extracting.numbers.quantities import DASHES, Number
from crossread.language.gazetteers import given_names
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import singular, word_list
from crossread.lexicon import load_lexicon
from crossread.patterns import load_grammar

OLDEST = 110  # years; a larger number between commas is no age
FEET, INCHES = ("'", "’", "′"), ('"', "”", "″")
SIDES = (["x"], ["×"], ["by"])
LONGEST_NAME = 4  # words
PER = ("per", "/", "a", "an", "each", "every")


def find_ages(sentence: Sentence) -> set[int]:
    """Find the tokens that are ages without a unit: "aged 12", "he turned 50".

    Args:
        sentence: The sentence.

    Returns:
        Indices of its tokens.
    """
    ages = set(_told(sentence, "age"))
    return ages | {at for at, word in enumerate(sentence.words) if word.isdecimal() and _follows_name(sentence, at)}


def find_bare_units(sentence: Sentence) -> dict[int, tuple[str, str]]:
    """Find the numbers whose unit is not written beside them: "a 6-point lead", "put the magnitude at 6.1".

    Args:
        sentence: The sentence.

    Returns:
        The kind and the unit of each, by the index of its token.
    """
    return {at: (sets["kind"], sets["unit"]) for at, sets in _told(sentence, "bare").items()}


def _told(sentence: Sentence, table: str) -> dict[int, Mapping[str, str]]:
    """The tokens that a table's rules find, with what the rule sets."""
    grammar = load_grammar("units", table)
    found: dict[int, Mapping[str, str]] = {}
    for match in grammar.find(grammar.spell(sentence.tokens)):
        grammar.note(match.rule)
        for first, _ in match.spans[table]:
            found.setdefault(first, match.rule.sets)
    return found


def _follows_name(sentence: Sentence, at: int) -> bool:
    """Tell whether a number is the age of the person named before: "Helen Clark 55 said", "Helen (55)"."""
    behind = sentence.words[at + 1] if at + 1 < len(sentence) else ""
    before = sentence.words[at - 1] if at else ""
    marked = (before, behind) in ((",", ";"), (",", "."), (",", "and"), ("(", ")"))
    marked = marked or (before == "," and behind in load_lexicon("units")["classes"]["after_age"])
    if not marked and (at < 2 or behind not in load_lexicon("units")["classes"]["after_age"]):
        return False
    first = last = at - marked
    while first > last - LONGEST_NAME and first and sentence.words[first - 1].istitle():
        first -= 1
    names = sentence.words[first : max(first, last - (not marked))]
    small = word_list("prepositions")  # "In Oslo 12 were hurt"
    return any(word in given_names() and word.lower() not in small for word in names)


def read_unit(
    sentence: Sentence, number: Number, at: int, ages: set[int], bare: Mapping[int, tuple[str, str]]
) -> tuple[str, str, int]:
    """Tell the kind and unit of a number.

    Args:
        sentence: The sentence.
        number: The number.
        at: The index behind it and its bound.
        ages: What `find_ages` found in the sentence.
        bare: What `find_bare_units` found in it.

    Returns:
        Kind and unit as `tables.md` names them, and the index behind the unit's words.
    """
    kind, unit, behind = (number.kind, number.unit, at) if number.kind else _unit(sentence, number, at, ages, bare)
    return read_rate(sentence, kind, unit, behind)


def is_hyphened(sentence: Sentence, number: Number) -> bool:
    """Tell whether a hyphen ties a number to what follows: "a 48-hour truce"."""
    if sentence.numerals[number.last : number.last + 1] == [APART]:
        return False
    apart = number.last < len(sentence) and not sentence.touching[number.last]
    apart = apart and not any(sentence.touching[number.last + 1 : number.last + 2])  # "kills 60 - agency"
    return not apart and sentence.folded[number.last : number.last + 1] in [[dash] for dash in DASHES]


def _unit(
    sentence: Sentence, number: Number, at: int, ages: set[int], bare: Mapping[int, tuple[str, str]]
) -> tuple[str, str, int]:
    tied = at == number.last or sentence.words[at : at + 1] in [[dash] for dash in DASHES]  # not "200-odd euros"
    begin = at + (tied and is_hyphened(sentence, number))
    unit_at = begin
    coupled = sentence.folded[number.last - 1] in ("couple", "dozen")
    if number.low < 1 or number.bound == "vague" or coupled:  # "half an hour", "1/16 of a pint", "hundreds of miles"
        unit_at += sentence.folded[unit_at : unit_at + 1] == ["of"]
        unit_at += sentence.folded[unit_at : unit_at + 1] in (["a"], ["an"])
    aged = sentence.folded[max(0, number.first - 1) : number.first] == ["age"]  # "under age 9 months"
    unit = (
        _height(sentence, number)
        or _compound(sentence, begin)
        or _measured(sentence, unit_at, aged=aged)
        or _dimension(sentence, number.last)
        or _paid(sentence, unit_at, number.last)
        or _bare_unit(bare.get(number.amount), unit_at, number.last)
    )
    return unit or _times(sentence, begin) or _bare_age(sentence, number, ages) or ("count", "", min(begin, at))


def _bare_unit(unit: tuple[str, str] | None, begin: int, last: int) -> tuple[str, str, int] | None:
    """The unit that a rule found; of points the word is part of the phrase."""
    if unit is None:
        return None
    return (*unit, begin + 1 if unit[0] == "share" else last)


def _height(sentence: Sentence, number: Number) -> tuple[str, str, int] | None:
    """Feet or inches in signs: 6'2"."""
    at, words, touching = number.last, sentence.words, sentence.touching
    marked = at < len(sentence) and touching[at]
    if marked and words[at] in FEET and at + 1 < len(sentence) and touching[at + 1] and words[at + 1].isdecimal():
        return "measure", "foot", at + 1
    first = number.first
    sides = sentence.folded[at + 1 : at + 2] in SIDES or (sentence.folded[first - 1 : first] in SIDES and first > 1)
    if marked and words[at] in FEET and sides and (words[first - 2] in FEET or words[at + 2 : at + 3]):
        return "measure", "foot", at + 1  # "a yard of 150' x 90'"
    if first < 2 or words[first - 1] not in FEET or not words[first - 2].isdecimal():
        return None
    if not (touching[first - 1] and touching[first]):
        return None
    return "measure", "inch", at + bool(marked and words[at] in INCHES)


def _compound(sentence: Sentence, at: int) -> tuple[str, str, int] | None:
    """A unit that a hyphen ties to more: "year-old", "mile-wide", "square-mile"."""
    if at >= len(sentence) or "-" not in sentence.words[at] or match_unit(sentence, at) is not None:
        return None
    parts = sentence.words[at].split("-")
    known = parts[0].lower() == "foot" or not any(map(str.isdecimal, parts))  # "6-foot-2", not "Mi-8"
    unit = unit_of(parts) if all(parts) and known else None
    if unit is None:
        return None
    old = {"old", "olds"} & {part.lower() for part in parts[unit[2] :]}
    return ("age" if old else unit[0], unit[1], at + 1)


def _measured(sentence: Sentence, at: int, *, aged: bool) -> tuple[str, str, int] | None:
    """A duration, a measure, or an age in the same units: "35 years old", "40 square miles"."""
    match = match_unit(sentence, at)
    if (
        match is None
        and sentence.folded[at : at + 1]
        and sentence.folded[at] in load_lexicon("units")["between"]["words"]
    ):
        match = match_unit(sentence, at + 1)
    if match is None:
        return None
    kind, unit, behind = match
    behind += sentence.folded[behind : behind + 2] in (["-", "old"], ["-", "olds"])
    if aged and kind == "duration":
        return "age", unit, behind
    if sentence.folded[behind : behind + 1] in (["old"], ["olds"]):
        return "age", unit, behind + 1
    if sentence.folded[behind : behind + 2] == ["of", "age"]:
        return "age", unit, behind + 2
    return kind, unit, behind


def _dimension(sentence: Sentence, at: int) -> tuple[str, str, int] | None:
    """The unit behind the last side of a thing: "5 x 10 metres"."""
    behind = at
    while sentence.folded[behind : behind + 1] in SIDES and sentence.folded[behind + 1 : behind + 2] != []:
        if digits_value(sentence.folded[behind + 1]) is None:
            return None
        behind += 2
    unit = match_unit(sentence, behind) if behind > at else None
    return None if unit is None else (unit[0], unit[1], at)


def _paid(sentence: Sentence, at: int, last: int) -> tuple[str, str, int] | None:
    """The currency behind a bound, or "of": "200-odd euros", "billions and billions of dollars"."""
    money = currency_after(sentence, at) if at > last else None
    return None if money is None else ("money", *money)


def _times(sentence: Sentence, at: int) -> tuple[str, str, int] | None:
    """A multiple ("three times as many", "10-fold", "3x") or a count ("struck three times")."""
    word, following = [*sentence.lower[at : at + 2], "", ""][:2]
    touching = word == "x" and at > 0 and sentence.touching[at]
    if word == "fold" or (touching and not following[:1].isdecimal()):
        return "multiple", "times", at + 1
    if word != "times":
        return None
    compared = following in ("more", "less", "as", "the", "its", "their", "his", "her", "that", "fewer")
    compared = compared or (following.endswith("er") and following not in ("over", "after", "under", "per", "either"))
    return ("multiple", "times", at + 1) if compared else ("count", "", at)


def _bare_age(sentence: Sentence, number: Number, ages: set[int]) -> tuple[str, str, int] | None:
    """An age without a unit: "the man, 35, was killed", "aged 12"."""
    before = sentence.folded[number.first - 1] if number.first else ""
    between_commas = before == "," and sentence.folded[number.last : number.last + 1] == [","]
    lone = number.last == number.first + 1 and 0 < number.low < OLDEST
    told = number.amount in ages and number.high < OLDEST
    if sentence.folded[number.last : number.last + 1] in (["yo"], ["y.o."]):
        return "age", "year", number.last + 1
    return ("age", "year", number.last) if told or (between_commas and lone) else None


def read_rate(sentence: Sentence, kind: str, unit: str, at: int) -> tuple[str, str, int]:
    """Read what a measured or priced thing is counted by: "$48 a barrel", "120 kilometres per hour", "40 hours a week".

    Args:
        sentence: The sentence.
        kind: The figure's kind.
        unit: Its unit.
        at: The index behind it.

    Returns:
        The kind, the unit with its rate, and the index behind; all unchanged without a rate.
    """
    if kind not in ("money", "measure", "duration") or at >= len(sentence):
        return kind, unit, at
    each = load_lexicon("units")["rates"].get(sentence.folded[at]) if kind == "money" else None
    if each is not None and sentence.tags[at + 1 : at + 2] not in (["NN"], ["NNS"], ["JJ"]):
        return kind, f"{unit} per {each}", at + 1
    hyphen = (
        sentence.words[at] in DASHES and at + 1 < len(sentence) and sentence.folded[at + 1].startswith(("a-", "per-"))
    )
    at += hyphen  # "a $5-a-day fee", "a $12-per-hour wage"
    joint, *joined = sentence.folded[at].split("-")
    if joint not in PER or (not joined and at + 1 >= len(sentence)):
        return kind, unit, at - hyphen
    known = _compound_unit(joined[0]) if joined else match_unit(sentence, at + 1)
    if known is not None and joint in ("a", "an") and not joined and _is_when(sentence, known[2]):
        return kind, unit, at - hyphen
    if known is not None:
        return kind, f"{unit} per {known[1]}", at + 1 if joined else known[2]
    priced = load_lexicon("units")["priced"]["nouns"]
    described = not joined and joint == "per" and sentence.folded[at + 2 : at + 3] in ([noun] for noun in priced)
    at += described  # "$2.53 per diluted share"
    noun = joined[0] if joined else sentence.folded[at + 1]
    if noun.isalpha() and (joint == "per" or (joint in ("a", "an") and noun in priced)):
        return kind, f"{unit} per {singular(noun)}", at + 1 + (not joined)
    return kind, unit, at - hyphen


def _is_when(sentence: Sentence, at: int) -> bool:
    """Tell whether a word makes "a year" before it a time: "it paid $5 million a year ago"."""
    return at < len(sentence) and sentence.folded[at] in load_lexicon("units")["when"]["words"]


def _compound_unit(form: str) -> tuple[str, str, int] | None:
    """The unit in "a-year"."""
    return unit_of([form])
