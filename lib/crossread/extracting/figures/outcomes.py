"""What is said to have happened to what a figure counts, told by the word that governs the figure."""

from functools import cache

from crossread.extracting.figures.clauses import Clauses
from crossread.extracting.figures.readings import Reading
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import counted_class, outcome_words

REACH = 10  # symbols between a figure and a word that governs nothing else
CLAUSE_ENDS = frozenset(["break", "colon", "say", "negation"])
DOING = frozenset(["past", "active", "gerund"])
TAKING_IN = frozenset(["received", "receiving", "treated", "treating", "admitted", "admitting"])  # as hospitals do
PLACING = frozenset(["prep", "of", "to"])  # what stands behind one is no object


def find_governors(clauses: Clauses) -> None:
    """Tell each figure what happened to it where a rule ties it to the word that says so.

    Args:
        clauses: The sentence, whose figures get their `governor` and `outcome`.
    """
    for tie in clauses.ties("outcome"):
        reading = clauses.reading(tie.figure)
        meaning = clauses.symbols[tie.to].told
        outcome = None if meaning is None or reading.governor is not None else meaning.befalling(reading.suffers)
        if outcome is not None and (not tie.rule.among or outcome in tie.rule.among):
            reading.governor, reading.outcome = tie.to, outcome
            reading.rules["outcome"] = tie.decides()


def read_outcomes(clauses: Clauses) -> None:
    """Tell the outcome of each figure of a sentence, once governors and wholes are known.

    The word that governs the figure speaks; else the figure's own words ("12 deaths", "several damaged homes"); else
    the outcome of its whole, or of a figure that it is listed with; else the nearest word in its clause that governs
    no figure.

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
        reading, shared = clauses.reading(tie.figure), clauses.reading(tie.to).outcome
        if reading.outcome is None and shared is not None and can_befall(shared, reading.suffers):
            _tell(reading, shared, tie.decides())
    taken = {reading.governor for reading in clauses.readings}
    here = {symbol.of: at for at, symbol in enumerate(clauses.symbols) if symbol.of >= 0}
    for index, reading in enumerate(clauses.readings):
        if reading.outcome is None:
            _tell(reading, _nearest(clauses, reading, here[index], taken), "the nearest word")
        if reading.outcome is None:
            reading.outcome = "attacks" if counted_class(reading.noun) == "attacks" else "other"


def _tell(reading: Reading, outcome: str | None, rule: str) -> None:
    if outcome is not None:
        reading.outcome = outcome
        reading.rules["outcome"] = rule


def _in_own_words(sentence: Sentence, reading: Reading) -> str | None:
    """The outcome that the figure's own noun phrase tells, by its head before its modifiers."""
    words = sentence.folded[reading.number.last : reading.last]
    if sentence.folded[max(0, reading.first - 1)] in TAKING_IN and "victims" in words:
        return "injured"
    for word in reversed(words):
        meaning = outcome_words().get(word)
        outcome = None if meaning is None or meaning.form == "active" else meaning.befalling(reading.suffers)
        if outcome is not None:
            return outcome
    return None


@cache
def can_befall(outcome: str, kind: str) -> bool:
    """Tell whether an outcome can befall a class of the counted."""
    return any(meaning.befalling(kind) == outcome for meaning in outcome_words().values())


def _tells(clauses: Clauses, at: int, side: int) -> bool:
    """Tell whether a word can govern a figure at a distance: behind it a state or a passive, before it (-1) a verb."""
    name, before = clauses.symbols[at].name, clauses.symbols[at - 1].name
    if at and before == "negation":
        return False
    passive = name in ("past", "lasting") and before in ("be", "link")
    return name in DOING if side < 0 else passive or name == "state"


def _nearest(clauses: Clauses, reading: Reading, here: int, taken: set[int | None]) -> str | None:
    """The outcome of the nearest word in the figure's clause that governs no other figure."""
    symbols = clauses.symbols
    if [symbol.name for symbol in symbols[here + 1 : here + 2]] == ["say"]:
        return None  # it speaks
    before = symbols[max(here - 1, 0)]
    # "with 12 rockets", "with her four sons"
    placed = before.name in PLACING and clauses.sentence.folded[before.first] != "with"
    open_sides = [1, -1]  # of two as near, the one behind speaks
    for away in range(1, REACH + 1):
        for side in tuple(open_sides):
            at = here + side * away
            if not 0 <= at < len(symbols) or symbols[at].name in CLAUSE_ENDS:
                open_sides.remove(side)
                continue
            if side < 0 and placed:
                continue  # "seized tanks in two towns"
            meaning = symbols[at].told if _tells(clauses, at, side) and at not in taken else None
            outcome = None if meaning is None else meaning.befalling(reading.suffers)
            if outcome is not None:
                return outcome
    return None
