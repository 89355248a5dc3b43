"""What a figure counts: the noun phrase behind its number, or the one that it stands for."""

from collections.abc import Sequence, Set
from itertools import pairwise

from crossread.extracting.figures.clauses import Clauses, Tie, word_class
from crossread.extracting.figures.noun_phrases import phrase_after
from crossread.extracting.figures.outcomes import can_befall
from crossread.extracting.figures.readings import Reading, text_of
from crossread.extracting.numbers.quantities import Number
from crossread.extracting.numbers.units import is_hyphened
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import (
    PERSONS,
    class_nouns,
    counted_class,
    is_plural,
    outcome_words,
    singular,
    word_list,
)
from crossread.lexicon import load_lexicon

MOST_BEFORE = 4  # words between a determiner and a number
OF_THEM = "what those of them are"  # the rule that names them for shares, too: "a quarter of them children"
MOST_APART = 5  # times, between two levels in points
PERSONAL = frozenset(["killed", "injured", "missing", "displaced", "detained", "evacuated", "rescued", "besieged"])


def counted_span(sentence: Sentence, number: Number, kind: str, at: int) -> tuple[int, int]:
    """Find the noun phrase behind a number and its unit.

    A count above one wants a plural: "kills 10 monitoring group says" has lost a comma, and "30 last year" a noun. What
    is not counted has a phrase behind "of" or a hyphen, money also behind "on", "in" or "worth".

    Args:
        sentence: The sentence.
        number: The number.
        kind: Its kind.
        at: Where the phrase may begin.

    Returns:
        First token and the one behind the head, equal where there is none.
    """
    words, hyphened = sentence.folded, is_hyphened(sentence, number)
    following, behind = [*words[at : at + 2], "", ""][:2]
    if kind == "count" and hyphened and behind == "strong":
        return phrase_after(sentence, at + 2)  # "a 10,000-strong force"
    if kind == "count" and hyphened and behind:
        tied = sentence.tags[at + 1] in ("NN", "JJ")  # "a three-judge panel"
        return (at + 1, at + 2) if tied else phrase_after(sentence, at)
    if kind == "count":
        phrase = _bare(sentence, at, several=number.low > 1)
        return (at, at + 1) if phrase[0] == phrase[1] and _sizes(sentence, number, at) else phrase
    rated = kind == "money" and at > number.last + 1  # "$48 a barrel"
    if rated and following == "on":
        return at, at  # "45 cents a share on revenue of $2bn"
    if kind == "money" and following in ("on", "in", "worth"):
        first, last = phrase_after(sentence, at + 1)  # not "$9 million in a year", "in rich countries"
        placed = behind in ("a", "an") or sentence.folded[last - 1] in word_list("spent_in")
        placed = placed or (following == "in" and sentence.tags[last - 1] == "NNP")
        return (at, at) if placed else (first, last)
    quake = sentence.folded[at - 1] == "magnitude"  # "a 5.6 magnitude earthquake"
    if kind not in ("money", "share") and following != "of" and not hyphened and not quake:
        return at, at
    if kind == "share" and following != "of" and not hyphened and _is_clause(sentence, at):
        return at, at
    first, last = phrase_after(sentence, at)
    # "the $20 million experts say it costs"
    of_ten = kind == "share" and "in" in words[number.first : number.last]  # "six in ten Turks say"
    says = following != "of" and not of_ten and words[last : last + 1] in (["say"], ["says"], ["said"])
    return (at, at) if says else (first, last)


def _is_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether what stands behind a share is no noun phrase: "20% used buses", "rose 5% year-on-year"."""
    return sentence.tags[at : at + 1] in (["VBD"], ["VBN"], ["VBP"], ["VBZ"], ["VBG"]) or (
        at < len(sentence) and sentence.folded[at] in word_list("comparing")
    )


def _bare(sentence: Sentence, at: int, *, several: bool) -> tuple[int, int]:
    """The phrase of a count, which no article opens ("kills 12 the army says"), and which agrees with it."""
    words = sentence.folded
    if at < len(words) and words[at] in word_list("determiners") and words[at] != "such":
        return at, at
    first, last = phrase_after(sentence, at, several=several)
    last += several and last > first and _is_plural_behind_name(sentence, last)
    if last == first or not several:
        more = last > first and sentence.tags[last - 1] == "NNS" and words[last : last + 1] != words[last - 1 : last]
        more = more and words[last] in class_nouns() if last < len(words) else False
        return first, last + more  # "one hazardous materials squad"
    head, tag = words[last - 1], sentence.tags[last - 1]
    if head in word_list("uncounted"):
        return at, at  # "kills 10 monitor"
    agrees = is_plural(head, tag) or not tag or "of" in words[at:first]
    misspelt = last - first == 1 and singular(head) in class_nouns()  # "19 civilian"
    return (first, last) if agrees or misspelt else (at, at)


def _is_plural_behind_name(sentence: Sentence, at: int) -> bool:
    """Tell whether a plural behind a name was taken for a verb, which would have an object: "four World Cup finals"."""
    if sentence.tags[at - 1 : at + 1] != ["NNP", "VBZ"] or singular(sentence.folded[at]) == sentence.folded[at]:
        return False
    known = sentence.folded[at] in outcome_words() or sentence.folded[at] in word_class("say")
    return not known and sentence.tags[at + 1 : at + 2] in (["IN"], ["."], [","], ["CC"], ["("])


def _sizes(sentence: Sentence, number: Number, at: int) -> bool:
    """Tell whether a singular noun and its number describe the next, without their hyphen: "a 12 page document"."""
    before = number.first
    while before and number.first - before < MOST_BEFORE and sentence.tags[before - 1] in ("JJ", "CD", "NN", "VBN"):
        before -= 1
    determined = before > 0 and sentence.folded[before - 1] in word_list("determiners")
    return determined and sentence.tags[at : at + 2] in (["NN", "NN"], ["NN", "JJ"], ["NN", "NNS"])


def noun_before(sentence: Sentence, first: int) -> tuple[int, int]:
    """Find the noun in front of a bare number that it counts: "a point or two", "a quake of magnitude 6".

    Args:
        sentence: The sentence.
        first: Where the number begins.

    Returns:
        First token and the one behind, equal where there is none.
    """
    words = sentence.folded
    if words[max(0, first - 1) : first + 1] == ["or", "two"] and sentence.tags[max(0, first - 2)] in ("NN", ""):
        return max(0, first - 2), first - 1
    last = first - (words[max(0, first - 1) : first] == ["-"])
    last -= words[max(0, last - 2) : last] == ["magnitude", "of"]
    return last - (words[max(0, last - 1) : last] == ["magnitude"]), last


def lend_nouns(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give a figure the noun of the next, of which it tells the size or a share.

    "Eight million 250ml bottles", "half of the 80 students", "40% of the country's 12 million voters".

    Args:
        sentence: The sentence.
        readings: Its figures, in order, which get their `noun`.
    """
    for share, count in pairwise(readings):
        if share.kind == "share" and count.kind == "count" and count.noun and _is_share_of(sentence, share, count):
            share.noun = count.noun
            share.rules["counted"] = "the whole behind"
    for reading, size in pairwise(readings):
        if reading.bare_count and reading.number.low > 1 and reading.last == size.first:
            if size.kind in ("count", "share"):
                continue
            begin = size.number.last if size.noun else size.last
            noun = size.noun or text_of(sentence, *_bare(sentence, begin, several=True))
            reading.noun = noun if is_plural(noun.split(" ")[-1], "") else ""


def _is_share_of(sentence: Sentence, share: Reading, count: Reading) -> bool:
    """Tell whether nothing but "of" and what opens a noun phrase stands between a share and a count."""
    between, tags = sentence.folded[share.last : count.first], sentence.tags[share.last : count.first]
    if share.noun:
        return tags == ["POS"]
    return between[:1] == ["of"] and all(tag in ("DT", "PRP$", "JJ", "VBN", "RB") for tag in tags[1:])


def tie_nouns(clauses: Clauses) -> None:
    """Give figures without a noun beside them the one that a rule ties them to: "the guards number 7,000".

    Args:
        clauses: The sentence, whose figures get their `noun`.
    """
    nouns: dict[Reading, tuple[str, Tie]] = {}
    for tie in clauses.ties("counted"):
        symbol, reading = clauses.symbols[tie.to], clauses.reading(tie.figure)
        noun = text_of(clauses.sentence, symbol.first, symbol.last) if symbol.of < 0 else clauses.reading(tie.to).noun
        if (
            not noun
            or noun in load_lexicon("measures")["nouns"]["change"]
            or (reading.kind == "count" and clauses.sentence.folded[max(0, reading.first - 1)] == "worth")
        ):
            continue  # money, its currency left out
        nouns.setdefault(reading, (load_lexicon("words")["kin"].get(noun.split()[-1], noun), tie))
    for reading, (noun, tie) in nouns.items():
        of_them = reading.kind == "share" and tie.rule.name == OF_THEM
        if not reading.noun and (reading.kind in ("count", "money") or of_them):
            reading.noun = noun
            reading.rules["counted"] = tie.decides()


def name_counted(clauses: Clauses) -> None:
    """Name what each figure of a sentence counts, also where it is left out.

    A count without a noun takes its whole's, else that of the count before it to which the same can happen, else
    people where only people can suffer its outcome.

    Args:
        clauses: The sentence, whose figures get their `counted`: a noun phrase, "" where the sentence tells none.
    """
    speakers = {
        clauses.readings[symbol.of]
        for symbol, behind in pairwise(clauses.symbols)
        if symbol.name == "figure" and behind.name == "say"
    }
    for reading in clauses.readings:
        reading.counted = "" if _is_elliptic(reading) else reading.noun
    for index, reading in enumerate(clauses.readings):
        if not reading.counted and reading.kind == "count":
            noun = "" if reading.whole is None else reading.whole.counted
            reading.counted = noun or _carried(clauses.readings[: index + 1], speakers)
            if reading.counted:
                reading.rules["counted"] = "its whole" if noun else "the count before"


def _is_elliptic(reading: Reading) -> bool:
    return reading.kind == "count" and reading.noun in word_list("others")


def _carried(readings: Sequence[Reading], speakers: Set[Reading]) -> str:
    """The noun of the count before the last; a part's noun only carries to another part."""
    *earlier, reading = readings
    outcome = reading.outcome or "other"
    for before in reversed(earlier):
        noun = before.counted.rpartition(" ")[2]
        named = before.kind == "count" and noun and noun not in outcome_words()  # not "21 lives"
        alike = reading.number.low < MOST_APART * before.number.high
        named = named and (alike or noun not in ("points", "point"))  # not "45 points higher at 7,512"
        carries = before not in speakers and (before.whole is None or reading.whole is not None)
        kind = counted_class(before.counted)
        personal = outcome not in PERSONAL or kind in PERSONS or before.outcome in PERSONAL  # not "fired 9, killing 2"
        if named and carries and personal and (outcome == "other" or can_befall(outcome, kind)):
            return "people" if before.counted == "person" and reading.number.high > 1 else before.counted
    return "people" if outcome in PERSONAL or _is_elliptic(reading) else ""
