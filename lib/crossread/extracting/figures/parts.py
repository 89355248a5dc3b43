"""Which figures of a sentence are parts of others: "26 people, including 11 children"."""

from crossread.extracting.figures.clauses import Clauses
from crossread.extracting.figures.readings import Reading
from crossread.language.vocabulary import PERSONS, counted_class, word_list


def find_wholes(clauses: Clauses) -> None:
    """Tell each figure of a sentence the figure that it is a part of, once what governs them is known.

    Args:
        clauses: The sentence, whose figures get their `whole`.
    """
    for tie in clauses.ties("part"):
        part, whole = clauses.reading(tie.figure), clauses.reading(tie.to)
        if tie.rule.sets.get("figure") == "bare" and not part.bare_count:
            continue
        if tie.rule.among and (whole.outcome not in tie.rule.among or part.outcome == whole.outcome):
            continue
        if part.whole is None and _can_be_part(part, whole) and whole.whole is not part:
            part.whole = whole
            part.rules["part"] = tie.decides()
    for tie in sorted(clauses.ties("sibling"), key=lambda tie: tie.figure):
        part, shared = clauses.reading(tie.figure), clauses.reading(tie.to).whole
        if part.whole is None and shared is not None and _continues(part, shared):
            part.whole = shared
            part.rules["part"] = tie.decides()
    _of_those(clauses)
    _add_up(clauses)
    outermost = [_outermost(reading) for reading in clauses.readings]
    for reading, outer in zip(clauses.readings, outermost, strict=True):
        reading.whole = outer


def _can_be_part(part: Reading, whole: Reading) -> bool:
    size = part.rules.get("outcome") == "a size"  # "two weapons: a .40-caliber pistol and a rifle"
    return part.kind == whole.kind == "count" and part.number.low < whole.number.high and not size


def _continues(part: Reading, whole: Reading) -> bool:
    """Tell whether a list of parts goes on: "6 women and 4 children", but not "6 women, and 30 wounded"."""
    same = part.outcome in (None, whole.outcome)
    more = part.noun in word_list("others")
    return same and not more and _can_be_part(part, whole)


def _of_those(clauses: Clauses) -> None:
    """Take "three of those victims" as a part of the count told before."""
    words, readings = clauses.sentence.folded, clauses.readings
    for at, part in enumerate(readings):
        last = part.number.last
        if part.whole is not None or words[last : last + 2] not in (["of", "those"], ["of", "these"]):
            continue
        whole = next((reading for reading in reversed(readings[:at]) if _can_be_part(part, reading)), None)
        if whole is not None and whole.whole is None:
            part.whole = whole
            part.rules["part"] = "so many of those"


def _add_up(clauses: Clauses) -> None:
    """Take figures behind another that add up to it as its parts: "21 died, 15 in the north and 6 in the south"."""
    readings = clauses.readings
    for at, whole in enumerate(readings):
        left, last = whole.number.low, at + 1
        while last < len(readings) and left > 0 and readings[last].whole is None and _alike(whole, readings[last]):
            left -= readings[last].number.low
            last += 1
        if left == 0 and last > at + 2:
            for part in readings[at + 1 : last]:
                part.whole = whole
                part.rules["part"] = "parts that add up"


def _alike(whole: Reading, part: Reading) -> bool:
    """Tell whether two figures are exact, counts of people, of one thing or sums, and nothing else befell the part."""
    exact = all(reading.kind in ("count", "money") and reading.number.bound == "=" for reading in (whole, part))
    exact = exact and (whole.kind, whole.unit) == (part.kind, part.unit)
    same = (
        part.kind == "money"
        or part.noun in ("", whole.noun)
        or {counted_class(part.noun), counted_class(whole.noun)} <= PERSONS
    )
    return exact and same and part.outcome in (None, whole.outcome)


def _outermost(reading: Reading) -> Reading | None:
    """The whole that is no part itself; parts of parts are few."""
    whole, seen = reading.whole, {reading}
    while whole is not None and whole.whole is not None and whole not in seen:
        seen.add(whole)
        whole = whole.whole
    return None if whole is reading else whole
