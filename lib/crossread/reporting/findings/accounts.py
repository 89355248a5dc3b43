"""Claims in words: the number as the article puts it, and who says it."""

import re
from collections import defaultdict

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.reporting.findings.prose import Piece, Prose, count_word, enumerate_all, fill, plain
from crossread.reporting.findings.records import Claim, Claims

MOST_NAMES, MOST_NUMBERS = 4, 4  # in one list of a sentence
DIGITS_FROM, LARGE = 10, 1_000_000
WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
CAPITAL = re.compile(r"[A-Z][a-z]+\b|A\b")


def tell_number(claim: Claim) -> Piece:
    """Write a claim's number with its bound, in the article's own words where its phrase has both.

    Args:
        claim: A row of claims.

    Returns:
        The words, such as "more than 1,000", "dozens" or "“18 to 25 per cent”", and the figure. Whole numbers of the
        counted are in words below ten, and in digits from there on, however the article writes them.
    """
    before, number = _parts(claim)
    patterns = load_lexicon("findings")["bound"]
    if claim.bound in patterns:
        number = f"{before}{number}" if before else patterns[claim.bound].format(number)
    elif claim.bound == "range":
        number = f"“{before}{number}”"
    if claim.kind == "share" and not re.search(r"%|per ?cent|[a-z½¼¾⅓⅔]", number.lower()):
        number = f"{number} per cent"
    return Piece(number, claim.figure_id)


def _parts(claim: Claim) -> tuple[str, str]:
    """The words of a phrase before its number, and the number; made from the interval where the phrase lacks it."""
    begins = (claim.number_start - claim.start, claim.number_end - claim.start)
    if not any(map(pd.isna, begins)) and 0 <= begins[0] < begins[1] <= len(claim.phrase):
        before, number = claim.phrase[: begins[0]], claim.phrase[begins[0] : begins[1]]
        before = plain(before).lower()
        number = plain(number) if before or claim.kind == "money" else _lower(plain(number))
        number = _styled(number) if claim.kind == "count" else number
        return before and f"{before} ", number
    ends = [f"{end:,.10g}" for end in (claim.low, claim.high) if not pd.isna(end)]
    number = " to ".join(dict.fromkeys(ends))
    return "", f"{claim.unit} {number}" if claim.kind == "money" else number


def _styled(number: str) -> str:
    """A whole number in words below ten, else in digits; before a scale ("1 million") in digits, too."""
    cardinals, scales = (load_lexicon("numbers")[name] for name in ("cardinals", "scales"))
    *words, last = re.sub("-", " ", number.lower()).split()
    scale = last if words and scales.get(last, 0) >= LARGE else ""
    words = words if scale else [*words, last]
    if all(word in cardinals for word in words) and len(words) <= len(("thirty", "five")):
        value = sum(cardinals[word] for word in words)
    elif len(words) == 1 and WHOLE.fullmatch(words[0]):
        value = int(words[0].replace(",", ""))
    else:
        return number
    return f"{value:,} {scale}" if scale else count_word(value) if value < DIGITS_FROM else f"{value:,}"


def _lower(text: str) -> str:
    """Lower the first letter of a word that a headline or a sentence's start has capitalised."""
    return text[:1].lower() + text[1:] if CAPITAL.match(text) else text


def tell_names(claims: Claims) -> Prose:
    """Name the sources of claims, each once; all but the first with their figure, which no number shows."""
    said: dict[str, Claim] = {}
    for claim in claims:
        said.setdefault(claim.origin, claim)
    told = [claim.speaker for claim in said.values()]
    names: list[Prose] = []
    for name, claim in zip(told, said.values(), strict=True):
        name = f"{name} ({plain(claim.article_id)})" if told.count(name) > 1 else name  # two of one name
        names.append((Piece(name, claim.figure_id if names else None),))
    return enumerate_all(names, MOST_NAMES, "; ")  # "police cited by AFP and AP" could be cited by both


def tell_claims(claims: Claims) -> Prose:
    """List numbers with who says each: "12 (AFP; the army) and at least ten (Reuters)"."""
    numbers: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.value):
        numbers[tell_number(claim).text].append(claim)
    items = [
        fill("{number} ({names})", number=(Piece(number, said[0].figure_id),), names=tell_names(said))
        for number, said in numbers.items()
    ]
    return enumerate_all(items, MOST_NUMBERS)
