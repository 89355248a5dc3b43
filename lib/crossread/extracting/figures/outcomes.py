"""What is said to have happened to what a figure counts, told by the word that governs the figure."""

from functools import cache

from crossread.extracting.figures.clauses import Clauses
from crossread.extracting.figures.readings import Reading
from crossread.extracting.numbers.bounds import bound_after
from crossread.extracting.numbers.units import is_hyphened
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import counted_class, outcome_words
from crossread.lexicon import load_lexicon


def find_governors(clauses: Clauses) -> None:
    """Tell each figure what happened to it where a rule ties it to the word that says so.

    Args:
        clauses: The sentence, whose figures get their `outcome`.
    """
    for at, symbol in enumerate(clauses.symbols):
        if symbol.of >= 0:
            _tell(clauses.reading(at), *_before_verbs(clauses, at))
    for tie in clauses.ties("outcome"):
        reading = clauses.reading(tie.figure)
        meaning = clauses.symbols[tie.to].told
        if tie.rule.sets.get("figure") == "bare" and not reading.bare_count:
            continue  # "12 relatives of the dead"
        outcome = None if meaning is None or reading.outcome is not None else reading.befallen(meaning)
        if outcome is not None and (not tie.rule.among or outcome in tie.rule.among):
            _tell(reading, outcome, tie.decides())


def _before_verbs(clauses: Clauses, at: int) -> tuple[str | None, str]:
    """The outcome that no verb changes: of what is denied, of one's children, of what is counted as an event."""
    reading, words = clauses.reading(at), clauses.sentence.folded
    before = [symbol.name for symbol in clauses.symbols[max(at - 2, 0) : at]]
    if before[-1:] == ["negation"] or before == ["negation", "of"]:
        return "other", "denied"  # "none of the 12 men"
    if words[max(reading.first - 1, 0)] == "of" and words[max(reading.first - 2, 0)] in _kin():
        return "other", "one's children"
    last = reading.number.last
    hyphened = is_hyphened(clauses.sentence, reading.number) and reading.kind == "count"
    if hyphened and bound_after(clauses.sentence, last)[0] is None:
        return "other", "a size"  # "a two-man crew", but "20-odd people"
    head = words[reading.last - 1] if reading.noun and reading.last > reading.number.last else ""
    told = outcome_words().get(head)
    if told is None or told.form != "noun" or head == "lives":
        return None, ""
    return reading.befallen(told), "its own noun"


@cache
def _kin() -> frozenset[str]:
    """Who has so many children: "a mother of four"."""
    return frozenset(word for word, counted in load_lexicon("words")["kin"].items() if counted != "people")


def read_outcomes(clauses: Clauses) -> None:
    """Tell the outcome of each figure of a sentence, once governors and wholes are known.

    The word that governs the figure speaks; else the figure's own words ("12 deaths", "several damaged homes"); else
    the outcome of its whole, or of a figure that it is listed with.

    Args:
        clauses: The sentence, whose figures get their `outcome`, "other" where nothing tells one.
    """
    for reading in clauses.readings:
        if reading.outcome is None:
            _tell(reading, _in_own_words(clauses.sentence, reading), "its own words")
    for reading in clauses.readings:
        if reading.outcome is None and reading.whole is not None:
            _tell(reading, reading.whole.outcome, "its whole")
    listed = sorted(clauses.ties("shared"), key=lambda tie: tie.figure)
    for tie in [*listed, *reversed(listed)]:  # an outcome goes on from figure to figure, both ways
        reading, other = clauses.reading(tie.figure), clauses.reading(tie.to)
        shared = None if other.whole is reading else other.outcome  # what befell a part did not befall all
        if reading.outcome is None and shared is not None and can_befall(shared, reading.suffers):
            _tell(reading, shared, tie.decides())
    for reading in clauses.readings:
        if reading.outcome is None:
            attacks = reading.kind != "duration" and counted_class(reading.noun) == "attacks"  # not "a 12-day strike"
            reading.outcome = "attacks" if attacks else "other"


def _tell(reading: Reading, outcome: str | None, rule: str) -> None:
    if outcome is not None:
        reading.outcome = outcome
        reading.rules["outcome"] = rule


def _in_own_words(sentence: Sentence, reading: Reading) -> str | None:
    """The outcome that the figure's own noun phrase tells, by its head before its modifiers."""
    words = sentence.folded[reading.number.last : reading.last]
    for word in reversed(words):
        meaning = outcome_words().get(word)
        outcome = None if meaning is None or meaning.form in ("active", "blow") else reading.befallen(meaning)
        if outcome is not None:
            return outcome
    return None


@cache
def can_befall(outcome: str, kind: str) -> bool:
    """Tell whether an outcome can befall a class of the counted."""
    return any(meaning.befalling(kind) == outcome for meaning in outcome_words().values())
