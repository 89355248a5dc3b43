"""What a figure counts left of its number, by the rules that tie it to a noun phrase or to another figure."""

from crossread.extracting.figures.clauses import GRAVEST, Symbol
from crossread.extracting.figures.measures import POINTS, Measures, figure_name, name_phrase, word_classes
from crossread.extracting.figures.readings import Before, Reading
from crossread.language.vocabulary import is_plural, outcome_words, word_list
from crossread.patterns import Rule, load_grammar

INDEXES = frozenset(["index", "gauge", "barometer"])  # a bare number beside one is a level, no count
LEADS = frozenset(["lead", "margin", "advantage", "edge", "gap", "swing"])  # of points, not of those behind them
NEXT = 2  # letters between sentences that follow each other


def tie_measures(measures: Measures, before: Before) -> None:
    """Give figures without a noun beside them the one that a rule ties them to, or that of the figure that one does.

    Args:
        measures: The sentence, whose figures get their `noun`.
        before: What the sentences before told; what this one measures is added.
    """
    found: dict[int, list[tuple[Rule, Symbol]]] = {}
    for match, symbols in measures.find("counted"):
        found.setdefault(symbols[match.at("figure")].of, []).append((match.rule, symbols[match.at("to")]))
    sized = {reading: reading.noun for reading in measures.readings if figure_name(reading) == "sized"}
    _resume(measures, before)
    for index in sorted(found):
        _tie(measures, found, index, frozenset())
    for reading in measures.readings:
        if reading.noun == sized.get(reading):
            reading.noun = ""  # "a 5% drop", nobody says in what
        bare = reading.kind == "count" and reading.last == reading.number.last
        if bare and _is_level(reading):
            reading.kind = "measure"  # "the index dropped to 89.1"
    _carry(measures, before.shares)
    before.measured = {reading.kind: reading.noun for reading in measures.readings if reading.noun}
    before.end = measures.sentence.end


def _is_level(reading: Reading) -> bool:
    """Tell whether a number is the level of an index: it is named, or what it moved by is told in points."""
    moved = reading.same
    return _is_index(reading.noun) or (
        moved is not None and (moved.unit == "point" or (moved.kind == "share" and _is_level(moved)))
    )


def _is_index(noun: str) -> bool:
    words = noun.split()
    return words[-1:] != [] and (words[-1] in INDEXES or not word_list("indexes").isdisjoint(words))


def _resume(measures: Measures, before: Before) -> None:
    """Give figures of "it" and "they" what the sentence just before measured in their kind."""
    if measures.sentence.start - before.end > NEXT or measures.sentence.folded[0] not in ("it", "they"):
        return
    for match, symbols in measures.find("resumed"):
        reading = measures.readings[symbols[match.at("figure")].of]
        if not reading.noun and reading.kind in before.measured:
            reading.noun = before.measured[reading.kind]
            reading.rules["counted"] = match.rule.name
            load_grammar("measures", "resumed").note(match.rule)


def _carry(measures: Measures, spoken_of: list[str]) -> None:
    """Give shares that do something those of whom shares were told last."""
    carried = {symbols[match.at("figure")].of: match.rule for match, symbols in measures.find("carried")}
    for index, reading in enumerate(measures.readings):
        if reading.kind != "share":
            continue
        if not reading.noun and index in carried and spoken_of:
            reading.noun = spoken_of[-1]
            reading.rules["counted"] = carried[index].name
            load_grammar("measures", "carried").note(carried[index])
        if is_plural(reading.noun.rpartition(" ")[2], ""):
            spoken_of.append(reading.noun)


def _tie(measures: Measures, found: dict[int, list[tuple[Rule, Symbol]]], index: int, seen: frozenset[int]) -> None:
    """Give a figure its noun, once the figures have theirs that it may take it from."""
    reading = measures.readings[index]
    ties, found[index] = found.get(index, []), []
    for rule, symbol in ties:
        if symbol.of >= 0 and symbol.of not in seen:
            _tie(measures, found, symbol.of, seen | {index})
        to = measures.readings[symbol.of] if symbol.of >= 0 else None
        reading.same = to if "figure" in rule.sets and reading.same is None else reading.same
        noun = name_phrase(measures.sentence, symbol) if to is None else to.noun
        verb = noun.endswith("ing") and noun.removeprefix("last ") in word_classes("verbs")  # "flat, closing at $9"
        lent = to is not None and (figure_name(to) == "sized" or noun.rpartition(" ")[2] in LEADS)
        if noun and not verb and not lent:
            if reading.kind == "count" and "count" in rule.sets and not _is_index(noun):
                return
            if reading.kind == "count" and (_is_toll(noun) or noun in word_list("deeds")):
                return  # people are counted, as the outcome tells
            if figure_name(reading) == "duration" and noun.rpartition(" ")[2] not in word_list("lasting"):
                return
            of = measures.sentence.folded[max(0, reading.first - 1)] == "of"
            if of and reading.kind == "count" and noun.rpartition(" ")[2] in word_list("settlements"):
                noun = "people"  # "a town of 9,000"
            if reading.noun in POINTS:
                reading.kind, reading.unit = "measure", "point"
            reading.noun = noun
            reading.rules["counted"] = rule.name
            load_grammar("measures", "counted").note(rule)
            return


def _is_toll(noun: str) -> bool:
    """Tell whether a noun is of those who died: "deaths exceeded 1,500"."""
    told = outcome_words().get(noun.rpartition(" ")[2])
    return told is not None and told.form == "noun" and told.outcome == GRAVEST
