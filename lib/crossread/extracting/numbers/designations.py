"""Numbers that name rather than count: dates, years, clock times, "Resolution 2254", scores, addresses."""

from collections.abc import Sequence
from itertools import pairwise

from crossread.extracting.numbers.measures import match_unit
from crossread.extracting.numbers.money import currency_after, currency_before
from crossread.extracting.numbers.numerals import scale_letter
from crossread.extracting.phrases import class_nouns, singular
from crossread.extracting.word_patterns import load_patterns
from crossread.language.tokens import Token
from crossread.lexicon import load_lexicon

YEARS = range(1900, 2200)
JOINTS = ("/", "-", "–", "x", "×", ":")
LONGEST_CHAIN = 6  # numbers and marks; more are a code
LARGEST_SCORE = 200  # of a match, in points


def find_designations(tokens: Sequence[Token]) -> set[int]:
    """Find the tokens whose numbers are dates, years, times of day, scores or parts of a name.

    Args:
        tokens: One sentence.

    Returns:
        Indices into `tokens`.
    """
    words = [token.text.lower() for token in tokens]
    matches = load_patterns("designations", "pattern").find(tokens)
    told = [(reads, at) for reads, marked in matches for at in marked if reads != "name" or not _counts(words, at)]
    found, apart = {at for _, at in told}, {at for reads, at in told if reads != "score"}
    found.update(at for at in range(len(words)) if _is_dotted_date(words[at]) or _stands_as_year(words, at))
    return found | _telephone(words, apart) | _in_codes(tokens) | _scores(tokens) | _chains(tokens)


def find_pronouns(tokens: Sequence[Token]) -> set[int]:
    """Find the tokens "one" that count nothing: "one of them", "no one", "one day".

    Args:
        tokens: One sentence.

    Returns:
        Indices into `tokens`.
    """
    return {at for _, marked in load_patterns("designations", "pronoun").find(tokens) for at in marked}


def _counts(words: Sequence[str], at: int) -> bool:
    """Tell whether a number there is a count after all: "the guards number 7,000", "in that war 20 men"."""
    before, after = words[max(0, at - 2) : at], (words[at + 1] if at + 1 < len(words) else "")
    plural = singular(after) != after and singular(after) in class_nouns()
    return (
        plural or after in load_lexicon("numbers")["scales"] or (before[-1:] == ["number"] and before[0].endswith("s"))
    )


def _is_dotted_date(word: str) -> bool:
    """Tell whether a token is a date or a version in digits: "05.02.2015", "3.5.1"; "1.000.000" is a number."""
    parts = word.split(".")
    return len(parts) > 2 and all(part.isdecimal() for part in parts) and any(len(part) != 3 for part in parts[1:])


def _in_codes(tokens: Sequence[Token]) -> set[int]:
    """Digits that touch letters, as in scraps of an address or a postcode: "pic.example.com1xz", "9AB8"."""
    found = set()
    for at, (before, token) in enumerate(pairwise(tokens)):
        if before.end != token.start or not (before.text + token.text).isalnum() or before.text in ("x", "×"):
            continue
        if token.text[0].isdecimal() and before.text[-1].isalpha() and currency_before(tokens, at) is None:
            found.add(at + 1)
        elif before.text[0].isdecimal() and _is_code(tokens, at + 1):
            found.add(at)
        elif before.text[0].isdecimal() and at + 2 < len(tokens) and token.text.lower() != "x":
            behind = tokens[at + 2]
            if behind.start == token.end and behind.text[0].isdecimal() and match_unit(tokens, at + 1) is None:
                found.add(at)
    return found


def _is_code(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether capitals behind digits are a code's: no unit, no scale and no currency."""
    text = tokens[at].text
    known = match_unit(tokens, at) or scale_letter(tokens, at, money=False) or currency_after(tokens, at)
    return len(text) > 1 and text.isupper() and known is None


def _scores(tokens: Sequence[Token]) -> set[int]:
    """A hyphen between two numbers that do not rise: "2-1", "0-0"."""
    found: set[int] = set()
    for at in range(1, len(tokens) - 1):
        left, dash, right = tokens[at - 1 : at + 2]
        if dash.text not in ("-", "–") or left.end != dash.start or dash.end != right.start:
            continue
        digits = left.text.isdecimal() and right.text.isdecimal() and len(left.text) < 4 and len(right.text) < 4
        if digits and LARGEST_SCORE > int(left.text) >= int(right.text):
            found |= {at - 1, at + 1}
    return found


def _chains(tokens: Sequence[Token]) -> set[int]:
    """Four or more numbers that marks join without blanks: "4-2-3-1", "10/20/30/40"."""
    found: set[int] = set()
    chain: list[int] = []
    for at, token in enumerate(tokens):
        number = token.text[0].isdecimal()
        touches = bool(chain) and tokens[at - 1].end == token.start
        follows = touches and number != tokens[at - 1].text[0].isdecimal() and (number or token.text in JOINTS)
        chain = [*chain, at] if follows else [at] if number else []
        if len(chain) > LONGEST_CHAIN:
            found.update(chain)
            chain = chain[-1:] if number else chain[-2:]
    return found


def _telephone(words: Sequence[str], dates: set[int]) -> set[int]:
    """Groups of digits that only blanks and hyphens part: "202-555-0123", "0044 20 7946"; not "12 000 000"."""
    found: set[int] = set()
    group: list[int] = []
    for at, word in enumerate([*words, ""]):
        if at not in dates and (word.isdecimal() or word == "+" or (word == "-" and group)):
            group.append(at)
            continue
        parts = [words[part] for part in group if words[part].isdecimal()]
        thousands = all(len(part) == 3 for part in parts[1:])
        tied = any(words[part] == "-" for part in group)  # "0-60 mph" counts
        leading_zero = any(part.startswith("0") and (len(part) > 1 or not tied) for part in parts)
        if len(parts) > 1 and not thousands and (leading_zero or sum(map(len, parts)) > 9):
            found.update(part for part in group if words[part].isdecimal())
        group = []
    return found


def _stands_as_year(words: Sequence[str], at: int) -> bool:
    """Tell whether four digits are a year.

    Only what makes a year's digits a count ("2,000" has its comma) is written otherwise in news, but for a
    bound or a unit beside it: "about 2000 people", "2000 km".
    """
    word = words[at]
    if len(word) != 4 or not word.isdecimal() or int(word) not in YEARS:
        return False
    before, after = (words[at - 1] if at else ""), (words[at + 1] if at + 1 < len(words) else "")
    several = singular(after) in class_nouns() and singular(after) != after  # not "the 2013 attack"
    return not (before in _BEFORE_COUNTS or after in _AFTER_COUNTS or several)


_BEFORE_COUNTS = frozenset(
    ["than", "least", "about", "around", "nearly", "some", "over", "approximately", "many", "$", "€", "£", "estimated"]
)
_AFTER_COUNTS = frozenset(
    ["%", "percent", "km", "kilometres", "kilometers", "metres", "meters", "miles", "dollars", "euros"]
)
