"""The forms of units in a text, and the longest that stands at a word."""

from collections.abc import Iterator
from functools import cache

from crossread.language.phrases import Phrases
from crossread.language.tokens import Sentence, split_phrase
from crossread.lexicon import load_lexicon

KINDS = ("duration", "measure")

Unit = tuple[str, str]
"""Kind ("duration" or "measure") and singular name."""
Forms = tuple[Phrases[Unit], Phrases[Unit]]
"""Forms as they are written, and in lower case."""


def match_unit(sentence: Sentence, at: int) -> tuple[str, str, int] | None:
    """Read the unit that stands at a word.

    Args:
        sentence: The sentence.
        at: Where the unit must begin.

    Returns:
        Kind ("duration" or "measure"), the unit's singular name and the index behind it; None without one.
    """
    written = sentence.words[at] if at < len(sentence) else ""
    behind_it = sentence.words[at + 1 : at + 2]
    if written in load_lexicon("units")["before_of"] and (
        behind_it == ["of"] or (written == "t" and behind_it == ["."])
    ):
        return "measure", load_lexicon("units")["before_of"][written], at + 1
    if at >= len(sentence) or sentence.lower[at] not in _first_words():
        return None
    found = _composed(sentence.words, sentence.lower, at, touching=sentence.touching[at])
    if found is None:
        return None
    behind, units = sentence.lower[found[2]] if found[2] < len(sentence) else "", load_lexicon("units")
    other = behind in units["no_unit_before"].get(found[1], ()) or behind not in units["unit_before"].get(
        found[1], [behind]
    )
    return None if other else found


def unit_of(words: list[str]) -> tuple[str, str, int] | None:
    """Read the unit that words by themselves begin with, such as the parts of "year-old"."""
    return _composed(words, [word.lower() for word in words], 0, touching=False)


def _composed(words: list[str], lower: list[str], at: int, *, touching: bool) -> tuple[str, str, int] | None:
    """The longest form, or one behind a power: "sq km" is in the lexicon, "square kilometres" is composed."""
    found = _longest(words, lower, at, touching=touching)
    power = _powers().get(words[at], "") if found is None else ""
    if power:
        found = _longest(words, lower, at + 1, touching=False)
    return None if found is None else (found[0][0], f"{power} {found[0][1]}".strip(), found[1])


def _longest(words: list[str], lower: list[str], at: int, *, touching: bool) -> tuple[Unit, int] | None:
    written, folded = _forms(touching=touching)
    exact, loose = written.at(words, at), folded.at(lower, at)
    if exact is None or loose is None:
        return exact or loose
    return exact if exact[1] >= loose[1] else loose


@cache
def _powers() -> dict[str, str]:
    return {form: name for name, forms in load_lexicon("units")["powers"].items() for form in forms}


@cache
def _first_words() -> frozenset[str]:
    return frozenset([*(split_phrase(form)[0] for form in _written()), *map(str.lower, _powers())])


@cache
def _forms(*, touching: bool) -> Forms:
    """The forms that can stand there: some are units only where they touch their number.

    In lower case all but single letters ("V" is a volt, "v" is not) and forms with a case of their own; the first of a
    unit's prefixes wins.
    """
    units = load_lexicon("units")
    apart = set() if touching else set(units["touching"]["forms"])
    written = {form: unit for form, unit in _written().items() if form not in apart}
    exact = set(units["as_written"]["forms"])
    folded = ((form, unit) for form, unit in written.items() if len(form.replace(" ", "")) > 1 and form not in exact)
    return Phrases.of(written.items(), fold=False), Phrases.of((form.lower(), unit) for form, unit in folded)


@cache
def _written() -> dict[str, Unit]:
    return dict(_all_written())


def _all_written() -> Iterator[tuple[str, Unit]]:
    """Every form as it is written, with its unit."""
    units = load_lexicon("units")
    for kind in KINDS:
        for unit, forms in units[kind].items():
            yield from ((form, (kind, unit)) for form in forms)
    known = {form for kind in KINDS for forms in units[kind].values() for form in forms}
    for unit, entry in units["metric"].items():
        alone = (*entry["words"], *entry["alone"])
        yield from ((form, ("measure", unit)) for form in alone)
        known.update(alone)
        for prefix in entry["prefixes"]:
            for form in (units["prefixes"][prefix] + entry["symbol"], *(prefix + word for word in entry["words"])):
                if form not in known:
                    known.add(form)
                    yield form, ("measure", prefix + unit)
