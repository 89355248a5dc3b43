"""The forms of units in a text, and the longest that stands at a word."""

from collections.abc import Sequence
from functools import cache

from crossread.language.tokens import Token, split_phrase
from crossread.lexicon import load_lexicon

KINDS = ("duration", "measure")

Forms = dict[tuple[str, ...], tuple[str, str]]


def match_unit(tokens: Sequence[Token], at: int) -> tuple[str, str, int] | None:
    """Read the unit that stands at a word.

    Args:
        tokens: The sentence.
        at: Where the unit must begin.

    Returns:
        Kind ("duration" or "measure"), the unit's singular name and the index behind it; None without one.
    """
    texts = tuple(token.text for token in tokens[at : at + 4])
    power = next((name for name, forms in load_lexicon("units")["powers"].items() if texts and texts[0] in forms), "")
    touching = 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start
    for skipped in range(bool(power) + 1):  # "sq km" is in the lexicon, "square kilometres" is composed
        match = _longest(texts[skipped:], touching=touching)
        if match is not None:
            kind, unit, length = match
            behind = texts[skipped + length : skipped + length + 1]
            if {text.lower() for text in behind} & set(load_lexicon("units")["no_unit_before"].get(unit, ())):
                return None
            return kind, f"{power} {unit}" if skipped else unit, at + skipped + length
    return None


def _longest(texts: Sequence[str], *, touching: bool) -> tuple[str, str, int] | None:
    if not texts or texts[0].lower() not in _first_words():
        return None
    for length in range(len(texts), 0, -1):
        written = tuple(texts[:length])
        lower = tuple(text.lower() for text in written)
        unit = _forms().get(written) or _lower_forms().get(lower)
        apart = not touching and {" ".join(written), " ".join(lower)} & set(load_lexicon("units")["touching"]["forms"])
        if unit is not None and not apart:
            return *unit, length
    return None


@cache
def _forms() -> Forms:
    """Every form as it is written, in tokens, to kind and unit."""
    units = load_lexicon("units")
    forms = {_split(form): (kind, unit) for kind in KINDS for unit, written in units[kind].items() for form in written}
    for unit, entry in units["metric"].items():
        forms |= {_split(form): ("measure", unit) for form in (*entry["words"], *entry["alone"])}
        for prefix in entry["prefixes"]:
            prefixed = [units["prefixes"][prefix] + entry["symbol"], *(prefix + word for word in entry["words"])]
            forms |= {_split(form): ("measure", prefix + unit) for form in prefixed if _split(form) not in forms}
    return forms


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form[0].lower() for form in _forms())


@cache
def _lower_forms() -> Forms:
    """The same in lower case, but for one letter: "V" is a volt, "v" is not. The first of a unit's prefixes wins."""
    lower: Forms = {}
    exact = {_split(form) for form in load_lexicon("units")["as_written"]["forms"]}
    for form, unit in _forms().items():
        if len("".join(form)) > 1 and form not in exact:
            lower.setdefault(tuple(word.lower() for word in form), unit)
    return lower


def _split(form: str) -> tuple[str, ...]:
    """Split a form as a text would be split, in its own case."""
    return split_phrase(form, fold=False)
