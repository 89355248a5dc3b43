"""Numbers that name rather than count: dates, years, clock times, "Resolution 2254", scores, addresses."""

from collections.abc import Iterable, Iterator
from functools import cache

from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import currency_after, currency_before
from crossread.extracting.numbers.numerals import scale_letter
from crossread.extracting.numbers.quantities import trend_verbs
from crossread.extracting.numbers.units import find_ages
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import class_nouns, outcome_words, singular, word_list
from crossread.lexicon import load_lexicon
from crossread.patterns import Match, load_grammar

BEFALL = frozenset(["killed", "injured", "missing", "displaced", "detained", "rescued", "evacuated", "destroyed"])
YEARS = range(1900, 2200)
JOINTS = ("/", "-", "–", "x", "×", ":")
LONGEST_CHAIN = 6  # numbers and marks; more are a code
MOST_TO_TOLL = 4  # words from "toll" to its number
LARGEST_SCORE = 200  # of a match, in points


def find_non_quantities(sentence: Sentence) -> set[int]:
    """Find the tokens whose numbers are dates, times, scores or parts of a name, and "one" that counts nothing.

    Args:
        sentence: The sentence.

    Returns:
        Indices of its tokens.
    """
    found, apart = set[int](), set[int]()
    for match in _decided(sentence):
        kind = match.rule.sets["kind"]
        marked = {first for first, _ in match.spans["number"]}
        if kind == "name":
            marked = {at for at in marked if not _counts(sentence, at)}
        found |= marked
        apart |= marked if kind != "score" else set()
    digits = [at for at, word in enumerate(sentence.words) if word[0].isdecimal()]
    if digits:
        found.update(at for at in digits if _is_dotted_date(sentence.words[at]) or _stands_as_year(sentence, at))
        found |= _telephone(sentence, apart) | _in_codes(sentence) | _scores(sentence) | _chains(sentence)
    named = _told(sentence, "named")
    found |= named - find_ages(sentence) if named else named  # "Helen Clark 55 has said so"
    found |= _told(sentence, "pronoun") if not _PRONOUNS.isdisjoint(sentence.lower) else set()
    votes = list(_matches(sentence, "pair"))
    return (found - _words(votes, "number")) | _words(votes, "joint")  # what joins two votes makes no range


def _told(sentence: Sentence, table: str) -> set[int]:
    """The words that the rules of a table tell to be no number."""
    return _words(_matches(sentence, table), "number")


def _words(matches: Iterable[Match], name: str) -> set[int]:
    return {at for match in matches for first, last in match.spans.get(name, ()) for at in range(first, last)}


def _matches(sentence: Sentence, table: str) -> Iterator[Match]:
    grammar = load_grammar("non_quantities", table)
    for match in grammar.find(grammar.spell(sentence.tokens)):
        if not _barring(match.rule.sets.get("unless")).isdisjoint(sentence.lower):
            continue  # "one man bled to death"
        grammar.note(match.rule)
        yield match


@cache
def _barring(unless: str | None) -> frozenset[str]:
    """The words beside which a rule reads nothing: those of any outcome, or of one that befalls persons and homes."""
    if unless is None:
        return frozenset()
    return frozenset(word for word, told in outcome_words().items() if unless == "outcome" or told.outcome in BEFALL)


def _decided(sentence: Sentence) -> list[Match]:
    """What the rules find; of days and counts that share a word the first, of those the longest."""
    grammar = load_grammar("non_quantities", "rule")
    row = grammar.spell(sentence.tokens)
    matches = sorted(grammar.find(row), key=lambda match: (match.start, -match.end))
    decided: list[Match] = []
    ends = 0
    for match in matches:
        competes = match.rule.sets["kind"] in ("day", "count")
        if competes and match.start < ends:
            continue
        ends = match.end if competes else ends
        if "number" in match.spans:
            decided.append(match)
            grammar.note(match.rule)
    return decided


def _counts(sentence: Sentence, at: int) -> bool:
    """Tell whether a number there is a count after all: "the guards number 7,000", "in that war 20 men"."""
    before, after = sentence.lower[max(0, at - 2) : at], (sentence.lower[at + 1] if at + 1 < len(sentence) else "")
    counted = singular(after) != after and (singular(after) in class_nouns() or after == "times")
    counted = counted or after in load_lexicon("numbers")["scales"]
    apart = singular(after) != after and before[-1:] not in (["-"], ["–"])
    unit = match_unit(sentence, at + 1) if apart else None  # "the same flight six hours later"
    several = before[0].endswith("s") or before[0] in word_list("plurals") if before else False
    return counted or unit is not None or (before[-1:] == ["number"] and several)


def _is_dotted_date(word: str) -> bool:
    """Tell whether a token is a date or a version in digits: "05.02.2015", "3.5.1"; "1.000.000" is a number."""
    parts = word.split(".")
    return len(parts) > 2 and all(part.isdecimal() for part in parts) and any(len(part) != 3 for part in parts[1:])


def _in_codes(sentence: Sentence) -> set[int]:
    """Digits that touch letters, as in scraps of an address or a postcode: "pic.example.com1xz", "9AB8"."""
    found = set()
    words = sentence.words
    for at in range(1, len(sentence)):
        before, word = words[at - 1], words[at]
        if not sentence.touching[at] or not (before + word).isalnum() or before in ("x", "×"):
            continue
        if word[0].isdecimal() and before[-1].isalpha() and currency_before(sentence, at - 1) is None:
            found |= set() if before.lower() in load_lexicon("numbers")["glued"]["words"] else {at}
        elif before[0].isdecimal() and _is_code(sentence, at):
            found.add(at - 1)
        elif before[0].isdecimal() and at + 1 < len(sentence) and word.lower() != "x":
            goes_on = sentence.touching[at + 1] and words[at + 1][0].isdecimal()
            if goes_on and match_unit(sentence, at) is None:
                found.add(at - 1)
    return found


def _is_code(sentence: Sentence, at: int) -> bool:
    """Tell whether capitals behind digits are a code's: no unit, no scale and no currency."""
    text = sentence.words[at]
    known = match_unit(sentence, at) or scale_letter(sentence, at, money=False) or currency_after(sentence, at)
    return len(text) > 1 and text.isupper() and known is None


def _scores(sentence: Sentence) -> set[int]:
    """A hyphen between two numbers that do not rise: "2-1", "0-0"."""
    found: set[int] = set()
    for at in range(1, len(sentence) - 1):
        if sentence.words[at] not in ("-", "–") or not (sentence.touching[at] and sentence.touching[at + 1]):
            continue
        left, right = sentence.words[at - 1], sentence.words[at + 1]
        digits = left.isdecimal() and right.isdecimal() and len(left) < 4 and len(right) < 4
        shares = sentence.lower[at + 2 : at + 3] in (["%"], ["percent"], ["pct"], ["per"])  # "62-37 percent"
        mixed = sentence.words[at + 2 : at + 3] in (["/"], ["⁄"])  # "2-1/2 hours"
        if digits and not shares and not mixed and LARGEST_SCORE > int(left) >= int(right):
            found |= {at - 1, at + 1}
    return found


def _chains(sentence: Sentence) -> set[int]:
    """Four or more numbers that marks join without blanks: "4-2-3-1", "10/20/30/40"."""
    found: set[int] = set()
    chain: list[int] = []
    for at, word in enumerate(sentence.words):
        number = word[0].isdecimal()
        touches = bool(chain) and sentence.touching[at]
        follows = touches and number != sentence.words[at - 1][0].isdecimal() and (number or word in JOINTS)
        chain = [*chain, at] if follows else [at] if number else []
        if len(chain) > LONGEST_CHAIN:
            found.update(chain)
            chain = chain[-1:] if number else chain[-2:]
    return found


def _telephone(sentence: Sentence, dates: set[int]) -> set[int]:
    """Groups of digits that only blanks and hyphens part: "202-555-0123", "0044 20 7946"; not "12 000 000"."""
    found: set[int] = set()
    group: list[int] = []
    for at, word in enumerate([*sentence.words, ""]):
        if at not in dates and (word.isdecimal() or word == "+" or (word == "-" and group)):
            group.append(at)
            continue
        if len(group) > 1:
            found |= _as_telephone(sentence, group)
        group = []
    return found


def _as_telephone(sentence: Sentence, group: list[int]) -> set[int]:
    digits = [at for at in group if sentence.words[at].isdecimal()]
    parts = [sentence.words[at] for at in digits]
    thousands = all(len(part) == 3 for part in parts[1:])
    tied = any(sentence.words[at] == "-" for at in group)  # "0-60 mph" counts
    if parts and parts[0][0] == "0" and len(parts[0]) > 2 and sum(map(len, parts)) > 8:
        return set(digits)  # "0800 123 456"
    leading_zero = any(part.startswith("0") and (len(part) > 1 or not tied) for part in parts)
    long = leading_zero or sum(map(len, parts)) > 9
    return set(digits) if len(parts) > 1 and not thousands and long else set()


def _stands_as_year(sentence: Sentence, at: int) -> bool:
    """Tell whether four digits are a year.

    Only what makes a year's digits a count ("2,000" has its comma) is written otherwise in news, but for a
    bound or a unit beside it: "about 2000 people", "2000 km".
    """
    word = sentence.lower[at]
    if len(word) != 4 or not word.isdecimal() or int(word) not in YEARS:
        return False
    before, after = (sentence.lower[at - 1] if at else ""), (sentence.lower[at + 1] if at + 1 < len(sentence) else "")
    several = _is_plural(after) and before not in ("the", "those", "these")  # not "the 2013 attacks"
    if sentence.tags[at + 1 : at + 3] in (["JJ", "NNS"], ["VBN", "NNS"]):
        several = before not in word_list("determiners") and before not in ("'s", "’s", "in")  # "1956 active cases"
    scored = sentence.lower[max(0, at - 2) : at] in ([score, "of"] for score in _SCORES)  # "a score of 2072"
    scored = scored or (before == "a" and after in _SCORES)
    risen = before == "to" and at > 1 and sentence.lower[at - 2] in trend_verbs()
    tolled = not _TOLLS.isdisjoint(sentence.lower[max(0, at - MOST_TO_TOLL) : at])  # "the death toll is 1967"
    risen = risen or (tolled and before not in word_list("prepositions") - {"to", "at"})
    disputed = before == "over" and sentence.tags[at + 1 : at + 2] == ["NN"] and match_unit(sentence, at + 1) is None
    if disputed and after not in word_list("plurals"):
        return True  # "they bicker over 2014 budget"
    return not risen and not scored and not (before in _BEFORE_COUNTS or after in _AFTER_COUNTS or several)


def _is_plural(noun: str) -> bool:
    return singular(noun) != noun and singular(noun) in class_nouns()


_TOLLS = frozenset(["toll", "tolls", "tally"])
_SCORES = ("score", "rating")
_PRONOUNS = frozenset(["one", "millions", "billions"])
_BEFORE_COUNTS = frozenset(
    ["than", "least", "about", "around", "nearly", "some", "over", "approximately", "many", "$", "€", "£", "estimated"]
)
_AFTER_COUNTS = frozenset(
    ["%", "percent", "km", "kilometres", "kilometers", "metres", "meters", "miles", "dollars", "euros", "votes"]
)
