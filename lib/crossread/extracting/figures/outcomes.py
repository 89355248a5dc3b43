"""What is said to have happened to what a figure counts, told by the word that governs the figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.extracting.figures.patterns import find_ties
from crossread.extracting.figures.readings import Reading
from crossread.extracting.figures.sketch import Sketch
from crossread.extracting.phrases import Told, counted_class, outcome_words

REACH = 10  # symbols between a figure and a word that governs nothing else
CLAUSE_ENDS = frozenset(["break", "colon", "say", "negation"])
DOING = frozenset(["past", "active", "gerund"])
TAKING_IN = frozenset(["received", "receiving", "treated", "treating", "admitted", "admitting"])  # as hospitals do
PLACING = frozenset(["prep", "of", "to"])  # what stands behind one is no object


@dataclass(frozen=True, slots=True)
class Governor:
    """The word that governs a figure: the outcome that it tells, and the index of its symbol."""

    outcome: str
    symbol: int


def find_governors(words: Sequence[str], readings: Sequence[Reading], sketch: Sketch) -> dict[int, Governor]:
    """Find the word that tells what happened to a figure, as object, subject or in a phrase of its own.

    Args:
        words: The sentence's words, lower case.
        readings: Its figures, in order.
        sketch: Its symbols.

    Returns:
        By the index of each figure that has one; of several patterns that match the shortest match speaks.
    """
    found: dict[int, Governor] = {}
    for tie in sorted(find_ties("outcome", sketch), key=lambda tie: tie.span):
        index = sketch.symbols[tie.figure].of
        told = _told(words, sketch, tie.to)
        outcome = None if told is None or index in found else told.befalling(_class_of(readings[index]))
        if outcome is not None and (not tie.pattern.outcomes or outcome in tie.pattern.outcomes):
            found[index] = Governor(outcome, tie.to)
    return found


def read_outcomes(
    words: Sequence[str],
    readings: Sequence[Reading],
    sketch: Sketch,
    governors: Mapping[int, Governor],
    wholes: Sequence[int | None],
) -> list[str]:
    """Tell the outcome of each figure of a sentence.

    The word that governs the figure speaks; else the figure's own words ("12 deaths", "several damaged homes"); else
    the outcome of its whole, or of a figure that it is listed with; else the nearest word in its clause that governs
    no figure.

    Args:
        words: The sentence's words, lower case.
        readings: Its figures, in order.
        sketch: Its symbols.
        governors: What `find_governors` found.
        wholes: The index of the figure that each is a part of.

    Returns:
        An outcome for each figure, "other" where nothing tells one.
    """
    outcomes = [
        governors[index].outcome if index in governors else _own(words, reading)
        for index, reading in enumerate(readings)
    ]
    for index, whole in enumerate(wholes):
        if outcomes[index] is None and whole is not None:
            outcomes[index] = outcomes[whole]
    listed = sorted(find_ties("shared", sketch), key=lambda tie: tie.figure)
    for tie in [*listed, *reversed(listed)]:  # an outcome goes on from figure to figure, both ways
        index, shared = sketch.symbols[tie.figure].of, outcomes[sketch.symbols[tie.to].of]
        if outcomes[index] is None and shared is not None and can_befall(shared, _class_of(readings[index])):
            outcomes[index] = shared
    claimed = {governor.symbol for governor in governors.values()}
    for index, reading in enumerate(readings):
        outcomes[index] = outcomes[index] or _nearest(words, reading, index, sketch, claimed)
    return [outcome or _default(reading) for outcome, reading in zip(outcomes, readings, strict=True)]


def _told(words: Sequence[str], sketch: Sketch, at: int) -> Told | None:
    symbol = sketch.symbols[at]
    whole = outcome_words().get(" ".join(words[symbol.first : symbol.last]))
    return whole or outcome_words().get(words[symbol.last - 1])


def _own(words: Sequence[str], reading: Reading) -> str | None:
    """The outcome that the figure's own noun phrase tells, by its head before its modifiers."""
    if words[max(0, reading.first - 1)] in TAKING_IN and "victims" in words[reading.number.last : reading.last]:
        return "injured"
    for word in reversed(words[reading.number.last : reading.last]):
        told = outcome_words().get(word)
        outcome = None if told is None or told.form == "active" else told.befalling(_class_of(reading))
        if outcome is not None:
            return outcome
    return None


def can_befall(outcome: str, kind: str) -> bool:
    """Tell whether an outcome can befall a class of the counted."""
    return any(told.befalling(kind) == outcome for told in outcome_words().values())


def _tells(sketch: Sketch, at: int, side: int) -> bool:
    """Tell whether a word can govern a figure at a distance: behind it a state or a passive, before it (-1) a verb."""
    name = sketch.symbols[at].name
    if at and sketch.symbols[at - 1].name == "negation":
        return False
    passive = name in ("past", "lasting") and sketch.symbols[at - 1].name in ("be", "link")
    return name in DOING if side < 0 else passive or name == "state"


def _class_of(reading: Reading) -> str:
    """What is counted, by its class; what has no noun suffers something only where it is a count."""
    if reading.kind == "money" or not (reading.counted or reading.kind in ("count", "share")):
        return reading.kind
    return counted_class(reading.counted)


def _nearest(words: Sequence[str], reading: Reading, index: int, sketch: Sketch, claimed: set[int]) -> str | None:
    """The outcome of the nearest word in the figure's clause that governs no other figure."""
    here = next(at for at, symbol in enumerate(sketch.symbols) if symbol.of == index)
    if [symbol.name for symbol in sketch.symbols[here + 1 : here + 2]] == ["say"]:
        return None  # it speaks
    before = sketch.symbols[max(here - 1, 0)]
    placed = before.name in PLACING and words[before.first] != "with"  # "with 12 rockets", "with her four sons"
    open_sides = [1, -1]  # of two as near, the one behind speaks
    for away in range(1, REACH + 1):
        for side in tuple(open_sides):
            at = here + side * away
            if not 0 <= at < len(sketch.symbols) or sketch.symbols[at].name in CLAUSE_ENDS:
                open_sides.remove(side)
                continue
            if side < 0 and placed:
                continue  # "seized tanks in two towns"
            told = _told(words, sketch, at) if _tells(sketch, at, side) and at not in claimed else None
            outcome = None if told is None else told.befalling(_class_of(reading))
            if outcome is not None:
                return outcome
    return None


def _default(reading: Reading) -> str:
    return "attacks" if counted_class(reading.counted) == "attacks" else "other"
