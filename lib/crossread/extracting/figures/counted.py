"""What a figure counts: the noun phrase behind its number, or the one that it stands for."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from crossread.extracting.figures.chunks import phrase_after
from crossread.extracting.figures.outcomes import can_befall
from crossread.extracting.figures.patterns import find_ties
from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.figures.sketch import Sketch
from crossread.extracting.numbers.quantities import Number
from crossread.extracting.numbers.units import is_hyphened
from crossread.extracting.phrases import class_nouns, counted_class, is_plural, outcome_words, singular
from crossread.lexicon import load_lexicon

MOST_BEFORE = 4  # words between a determiner and a number
PERSONAL = frozenset(["killed", "injured", "missing", "displaced", "detained", "evacuated", "rescued", "besieged"])


def counted_span(words: Sequence[str], speech: Sequence[str], number: Number, kind: str, at: int) -> tuple[int, int]:
    """Find the noun phrase behind a number and its unit.

    A count above one wants a plural: "kills 10 monitoring group says" has lost a comma, and "30 last year" a noun. What
    is not counted has a phrase behind "of" or a hyphen, money also behind "on", "in" or "worth".

    Args:
        words: The sentence's words, lower case.
        speech: Their parts of speech.
        number: The number.
        kind: Its kind.
        at: Where the phrase may begin.

    Returns:
        First token and the one behind the head, equal where there is none.
    """
    hyphened = is_hyphened(words, number)
    following = words[at] if at < len(words) else ""
    if kind == "count" and hyphened and words[at + 1 : at + 2] == ["strong"]:
        return phrase_after(words, speech, at + 2)  # "a 10,000-strong force"
    if kind == "count" and hyphened and at + 1 < len(words):
        tied = speech[at + 1] in ("NN", "JJ")  # "a three-judge panel"
        return (at + 1, at + 2) if tied else phrase_after(words, speech, at)
    if kind == "count":
        phrase = _bare(words, speech, at, several=number.low > 1)
        return (at, at + 1) if phrase[0] == phrase[1] and _sizes(words, speech, number, at) else phrase
    if kind == "money" and following in ("on", "in", "worth"):
        article = words[at + 1 : at + 2] in (["a"], ["an"])  # "$9 million in a year"
        return (at, at) if article else phrase_after(words, speech, at + 1)
    if kind not in ("money", "share") and following != "of" and not hyphened:
        return at, at
    phrase = phrase_after(words, speech, at)
    says = words[phrase[1] : phrase[1] + 1] in (["say"], ["says"], ["said"])  # "the $20 million experts say it costs"
    return phrase if following == "of" or not says else (at, at)


def _bare(words: Sequence[str], speech: Sequence[str], at: int, *, several: bool) -> tuple[int, int]:
    """The phrase of a count, which no article opens ("kills 12 the army says"), and which agrees with it."""
    if at < len(words) and words[at] in load_lexicon("words")["determiners"]:
        return at, at
    first, last = phrase_after(words, speech, at, several=several)
    last += several and last > first and _is_plural_behind_name(words, speech, last)
    if last == first or not several:
        return first, last
    if words[last - 1] in load_lexicon("cues")["closed"]["uncounted"]:
        return at, at  # "kills 10 monitor"
    agrees = is_plural(words[last - 1], speech[last - 1]) or not speech[last - 1] or "of" in words[at:first]
    misspelt = last - first == 1 and singular(words[last - 1]) in class_nouns()  # "19 civilian"
    return (first, last) if agrees or misspelt else (at, at)


def _is_plural_behind_name(words: Sequence[str], speech: Sequence[str], at: int) -> bool:
    """Tell whether a plural behind a name was taken for a verb, which would have an object: "four World Cup finals"."""
    if at >= len(words) or speech[at - 1] != "NNP" or speech[at] != "VBZ" or singular(words[at]) == words[at]:
        return False
    known = words[at] in outcome_words() or words[at] in load_lexicon("patterns")["words"]["say"]
    return not known and speech[at + 1 : at + 2] in [("IN",), (".",), (",",), ("CC",)]


def _sizes(words: Sequence[str], speech: Sequence[str], number: Number, at: int) -> bool:
    """Tell whether a singular noun and its number describe the next, without their hyphen: "a 12 page document"."""
    before = number.first
    while before and number.first - before < MOST_BEFORE and speech[before - 1] in ("JJ", "CD", "NN", "VBN"):
        before -= 1
    determined = before > 0 and words[before - 1] in load_lexicon("words")["determiners"]
    return determined and speech[at : at + 1] == ("NN",) and speech[at + 1 : at + 2] in [("NN",), ("JJ",), ("NNS",)]


def noun_before(words: Sequence[str], speech: Sequence[str], first: int) -> tuple[int, int]:
    """Find the noun in front of a bare number that it counts: "a point or two", "a quake of magnitude 6".

    Args:
        words: The sentence's words, lower case.
        speech: Their parts of speech.
        first: Where the number begins.

    Returns:
        First token and the one behind, equal where there is none.
    """
    if list(words[max(0, first - 1) : first + 1]) == ["or", "two"] and speech[max(0, first - 2)] in ("NN", ""):
        return max(0, first - 2), first - 1
    last = first - (words[max(0, first - 1) : first] == ["-"])
    scaled = words[max(0, last - 1) : last] == ["magnitude"]
    return last - scaled, last


def lend_nouns(words: Sequence[str], speech: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """Give a count the plural behind the size that stands between them: "eight million 250ml bottles".

    Args:
        words: The sentence's words, lower case.
        speech: Their parts of speech.
        readings: Its figures, in order.

    Returns:
        The figures.
    """
    lent = list(readings)
    for at, (reading, size) in enumerate(pairwise(readings)):
        bare = reading.kind == "count" and not reading.counted and reading.number.low > 1
        if bare and reading.last == size.first and size.kind not in ("count", "share"):
            first, last = _bare(words, speech, size.number.last if size.counted else size.last, several=True)
            noun = size.counted or text_of(words, (first, last))
            lent[at] = replace(reading, counted=noun if is_plural(noun.split(" ")[-1], "") else "")
    return lent


def tie_nouns(words: Sequence[str], readings: Sequence[Reading], sketch: Sketch) -> list[Reading]:
    """Give figures without a noun beside them the one that a pattern ties them to: "the guards number 7,000".

    Args:
        words: The sentence's words, lower case.
        readings: Its figures, in order.
        sketch: Its symbols.

    Returns:
        The figures; of several patterns that match the shortest match speaks.
    """
    nouns: dict[int, str] = {}
    for tie in sorted(find_ties("counted", sketch), key=lambda tie: tie.span):
        noun = sketch.symbols[tie.to]
        text = text_of(words, (noun.first, noun.last)) if noun.of < 0 else readings[noun.of].counted
        if not text:
            continue
        figure = readings[sketch.symbols[tie.figure].of]
        if figure.kind == "count" and words[max(0, figure.first - 1)] == "worth":
            continue  # money, its currency left out
        nouns.setdefault(sketch.symbols[tie.figure].of, load_lexicon("words")["kin"].get(text.split()[-1], text))
    return [
        replace(reading, counted=nouns[index])
        if index in nouns and not reading.counted and reading.kind in ("count", "money")
        else reading
        for index, reading in enumerate(readings)
    ]


def name_counted(
    readings: Sequence[Reading], sketch: Sketch, outcomes: Sequence[str], wholes: Sequence[int | None]
) -> list[str]:
    """Name what each figure of a sentence counts, also where it is left out.

    A count without a noun takes its whole's, else that of the count before it to which the same can happen, else
    people where only people can suffer its outcome.

    Args:
        readings: The sentence's figures, in order.
        sketch: Its symbols.
        outcomes: What happened to each figure.
        wholes: The index of the figure that each is a part of.

    Returns:
        A noun phrase for each figure, "" where the sentence tells none.
    """
    speakers = {
        symbol.of for symbol, behind in pairwise(sketch.symbols) if symbol.name == "figure" and behind.name == "say"
    }
    counted = ["" if _is_elliptic(reading) else reading.counted for reading in readings]
    for index, reading in enumerate(readings):
        if not counted[index] and reading.kind == "count":
            whole = wholes[index]
            counted[index] = "" if whole is None else counted[whole]
            counted[index] = counted[index] or _carried(readings, counted, outcomes, wholes, index, speakers)
    return counted


def _is_elliptic(reading: Reading) -> bool:
    return reading.kind == "count" and reading.counted in load_lexicon("words")["others"]


def _carried(
    readings: Sequence[Reading],
    counted: Sequence[str],
    outcomes: Sequence[str],
    wholes: Sequence[int | None],
    index: int,
    speakers: Set[int],
) -> str:
    """The noun of the count before this one; a part's noun only carries to another part."""
    for before in range(index - 1, -1, -1):
        noun = counted[before].rpartition(" ")[2]
        named = readings[before].kind == "count" and noun and noun not in outcome_words()  # not "21 lives"
        carries = before not in speakers and (wholes[before] is None or wholes[index] is not None)
        if (
            named
            and carries
            and (outcomes[index] == "other" or can_befall(outcomes[index], counted_class(counted[before])))
        ):
            return counted[before]
    return "people" if outcomes[index] in PERSONAL or _is_elliptic(readings[index]) else ""
