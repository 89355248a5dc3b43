"""Words beside a number that say how it is meant: at least, about, rose by, reportedly."""

from collections.abc import Mapping
from functools import cache

from crossread.extracting.numbers.quantities import Number
from crossread.language.phrases import Phrases
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import QUOTES
from crossread.lexicon import load_lexicon
from crossread.patterns import decide, load_grammar

MOST_BETWEEN = 4  # words between a verb of change and the number: "fell by as much as 5%"
SIGNS = {"-": "down", "−": "down", "minus": "down", "+": "up"}
NUMBERS = frozenset(["digits", "one", "teen", "tens", "zero", "hundred", "scale", "dozen", "half"])  # `amounts.toml`
REACH = 4  # words between the verb and "by": "cut interest rates by 5%"


def find_marks(sentence: Sentence) -> dict[int, str]:
    """Find the numbers that a verb or a sign bounds: "topped 3,000", ">300".

    Args:
        sentence: The sentence.

    Returns:
        The bound of each, by the index where the number begins.
    """
    grammar = load_grammar("bounds", "rule")
    found: dict[int, str] = {}
    for match in decide(grammar.find(grammar.spell(sentence.tokens))):
        if match.at("number") not in found:
            found[match.at("number")] = match.rule.sets["bound"]
            grammar.note(match.rule)
    return found


def bound_before(sentence: Sentence, number: Number, marks: Mapping[int, str]) -> tuple[str, int]:
    """Read the bound in front of a number.

    Of two bounds the one that says more counts: "at least about 20" is at least 20.

    Args:
        sentence: The sentence.
        number: The number.
        marks: What `find_marks` found.

    Returns:
        The bound and where its words begin, the number's own start where none belong to its phrase; "=" without one.
    """
    if marks.get(number.first) == "=":
        return "=", number.first  # "a book about three sisters"
    bound, first, found = "=", number.first, True
    while found:
        end, found = first, False
        while end and sentence.folded[end - 1] in QUOTES:
            end -= 1
        for filled in (0, 1, 2):
            before = end - filled
            if filled and (before < 1 or sentence.folded[before] not in load_lexicon("bounds")["between"]["words"]):
                break
            match = _ends_at(sentence, before)
            if match is not None and (bound in ("=", "~") or match[0] != "~"):
                bound, first, found = match[0] if bound in ("=", "~") else bound, match[1], True
                break
    return (marks.get(number.first, bound) if bound in ("=", "~") else bound), first


def settle_over(sentence: Sentence, number: Number, bound: str, first: int, last: int) -> tuple[str, int]:
    """Take "over" before a time for "during" where it says so: "over four nights of riots", not "for over four nights".

    Args:
        sentence: The sentence.
        number: The number, of a duration.
        bound: Its bound.
        first: Where the bound begins.
        last: The index behind the time.

    Returns:
        The bound and where its words begin.
    """
    lasting = load_lexicon("bounds")["lasting"]
    before, behind = sentence.folded[max(0, first - 1) : first], sentence.folded[last : last + 1]
    over = bound == ">" and sentence.folded[first] == "over"
    during = over and set(before).isdisjoint(lasting["words"]) and set(behind).isdisjoint(lasting["ends"])
    return ("=", number.first) if during else (bound, first)


def _ends_at(sentence: Sentence, end: int) -> tuple[str, int] | None:
    """The longest bound that ends before an index, and where it begins."""
    found = _before().ending(sentence.folded, end)
    return found if found is not None and found[0] else None


def bound_after(sentence: Sentence, at: int) -> tuple[str | None, int]:
    """Read the bound behind a number or its unit ("50 or more"): the bound, or None, and the index behind it.

    What stands before another number is that one's: "killed 40 and over 100 were hurt".
    """
    found = _after().at(sentence.folded, at)
    behind = sentence.folded[found[1] : found[1] + 1] if found is not None else []
    up_to = found is not None and behind == ["to"] and sentence.folded[found[1] - 1] == "up"  # "12 and up to 20 more"
    if found is None or behind == ["than"] or up_to:
        return None, at
    if sentence.folded[found[1] - 1] == "minimum" and sentence.tags[found[1] : found[1] + 1] == ["NN"]:
        return None, at  # "sold 200 tonnes at a minimum price"
    another = sentence.folded[found[1] - 1] != "+" and not NUMBERS.isdisjoint(
        sentence.numerals[found[1] : found[1] + 1]
    )
    return (None, at) if another else found


def read_trend(sentence: Sentence, first: int, kind: str, counted: str) -> str | None:
    """Tell the direction of a change whose size a number is: "rose by 5%", "a 60% decline".

    Args:
        sentence: The sentence.
        first: Where the number's phrase begins.
        kind: The figure's kind.
        counted: What it counts.

    Returns:
        "up", "down", or None where the number is no change.
    """
    words = sentence.folded
    at = first - 1 if first and words[first - 1] in SIGNS else first
    apart = not sentence.touching[at] and words[max(0, at - 2) : at] != ["plus", "or"]  # no sign: "51%-45%"
    if words[at] in SIGNS and kind == "share" and apart:
        return SIGNS[words[at]]
    at = first
    while at and first - at < MOST_BETWEEN and words[at - 1] in load_lexicon("bounds")["between"]["words"]:
        at -= 1
    return _verb_before(sentence, at, "by" in words[at:first], kind, counted) or _noun_behind(kind, counted)


def _verb_before(sentence: Sentence, at: int, by: bool, kind: str, counted: str) -> str | None:
    """The direction that a verb tells right before a number, or before "by"."""
    verb, noun = (sentence.folded[at - 1] if at else ""), counted.partition(" ")[0]
    part = kind in ("share", "money", "multiple") or noun in ("points", "point", "basis")
    sized = part and not (kind == "money" and verb in _trends("shares"))
    sized = sized or (kind == "measure" and verb in _trends("sizes"))
    by = by and verb not in ("up", "down")
    if verb in _trends("any") or (verb in _all_trends() and (sized or by)):
        return _all_trends()[verb]
    for word in reversed(sentence.folded[max(0, at - REACH) : at] if by else []):
        if word in (",", ";"):
            return None
        if word in _all_trends():
            return _all_trends()[word]
    return None


def _noun_behind(kind: str, counted: str) -> str | None:
    """The direction that the number's own noun tells: "a 60% decline"."""
    if kind in ("count", "duration", "age"):
        return None
    if kind in ("money", "measure", "multiple") and counted not in load_lexicon("bounds")["changes"]["nouns"]:
        return None
    return _all_trends().get(counted.partition(" ")[0])


def read_hedge(sentence: Sentence, last: int) -> str | None:
    """Find the word that weakens a figure: before it in the sentence, or right behind it.

    Args:
        sentence: The sentence.
        last: The index behind the figure's phrase.

    Returns:
        The word, None without one.
    """
    hedges = _hedges()
    return next((word for word in sentence.folded[: last + 3] if word in hedges), None)


@cache
def _before() -> Phrases[str]:
    """Bounds before a number; phrases of what was reached, which bound nothing, have none."""
    bounds = load_lexicon("bounds")
    reached = ((phrase, "") for phrase in bounds["reached"]["phrases"])
    told = ((phrase, entry["bound"]) for entry in bounds["before"] for phrase in entry["phrases"])
    return Phrases.of((*reached, *told), backwards=True)


@cache
def _after() -> Phrases[str]:
    entries = load_lexicon("bounds")["after"]
    return Phrases.of((phrase, entry["bound"]) for entry in entries for phrase in entry["phrases"])


@cache
def _trends(of: str) -> dict[str, str]:
    entries = [entry for entry in load_lexicon("bounds")["trend"] if entry["of"] == of]
    return {verb: entry["trend"] for entry in entries for verb in entry["verbs"]}


@cache
def _all_trends() -> dict[str, str]:
    return _trends("any") | _trends("parts") | _trends("sizes") | _trends("shares")


@cache
def _hedges() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_lexicon("hedges")["hedge"])
