"""The words that name a source: their limits, and whether they name anybody."""

from functools import cache

from crossread.extracting.attribution.cues import (
    closed_words,
    source_class,
    source_name_words,
    source_names,
)
from crossread.extracting.attribution.rows import Row
from crossread.language.gazetteers import is_demonym, name_words
from crossread.language.vocabulary import counted_class, number_forms, outcome_words, singular, word_list
from crossread.lexicon import load_lexicon

Range = tuple[int, int]  # of words

SHORTEST_HEADLINE = 4  # words
MARKS = frozenset(["comma", "semicolon", "colon", "quotation", "opening", "dash", "stop"])
ENDS = MARKS | {"contrast", "and", "that", "time"}
BEFORE_CLAUSE = frozenset(["adverb", "time", "comma"])
BEFORE_NUMBER = frozenset(["adverb", "preposition", "adjective", "time", "comma"])
GOVERNING_NUMBER = frozenset(["verb", "participle", "gerund", "infinitive", "passive", "be"])
NOMINAL = frozenset(["noun", "name", "paper"])
OPENING = frozenset(["determiner", "adjective", "number", "noun", "name", "paper"])  # begin a noun phrase
LINKS = frozenset(["of", "preposition", "by"])
NAMING = frozenset(["name", "pronoun", "who"])
NEVER_BEFORE_ENDING = LINKS | {"to", "determiner", "and", "that", "who", "introducer", "joint", "quotation"}


def trim_source(row: Row, start: int, end: int, whole: bool = False) -> Range | None:
    """Find the source's own phrase, where lost commas let a pattern begin too early.

    Args:
        row: The sentence.
        start: The first word that the pattern found.
        end: The index behind the last.
        whole: That the phrase cannot have begun too early, for it stands behind its cue.

    Returns:
        The phrase's words; None where it names nobody.
    """
    while start < end and _stands_before(row, start, end):
        start += 1
    if start == end:
        return None
    bounded = whole or start == 0 or row.classes[start - 1] in ENDS or not row.before(start, BEFORE_CLAUSE)
    while not bounded:
        further = _behind_object(row, start, end)
        if further is None and not speaks(row, start, end):
            further = _next_phrase(row, start, end)
        if further is None:
            break
        start = further
    end = next((at for at in range(start + 1, end) if _leaves(row, at, end)), end)
    end = _before_number(row, start, end) if whole else end
    return (start, end) if _names_somebody(row, start, end) else None


def speaks(row: Row, start: int, end: int) -> bool:
    """Tell whether a phrase, by its head, is a name or of a kind that speaks."""
    head = head_of(row, start, end)
    return row.classes[start] != "number" and (row.classes[head] in NAMING or is_classed(row, start, end))


def is_classed(row: Row, start: int, end: int) -> bool:
    """Tell whether a phrase, by its head, is of a kind that speaks, or a name of which that is known."""
    head, words = head_of(row, start, end), row.sentence.words
    named = words[head] in source_names() or " ".join(words[max(head - 1, 0) : head + 1]) in source_names()
    return row.classes[start] != "number" and (named or source_class(row.sentence.lower[head]) is not None)


def head_of(row: Row, start: int, end: int) -> int:
    """Return the head of the first noun phrase: the word before a preposition, or a plural that a noun follows."""
    further = _next_phrase(row, start, end)
    if further is None:
        return end - 1
    return further - 2 if row.classes[further - 1] in LINKS else further - 1


def ending_source(row: Row) -> Range | None:
    """Find the source at the end of a headline that lost its colon or dash: "Blast kills six Syrian state TV".

    Args:
        row: The headline.

    Returns:
        The source's words; None where the last words are another's, as in "Blast kills six activists".
    """
    words, end = row.sentence.lower, len(row.classes)
    while end and row.classes[end - 1] == "stop":
        end -= 1
    if end < SHORTEST_HEADLINE or words[end - 1] not in closed_words("endings"):
        return None
    start = end - 1
    while start > 1 and (
        words[start - 1] in closed_words("before_endings") or is_demonym(row.sentence.words[start - 1])
    ):
        start -= 1
    if start == end - 1 and words[start] == "group":
        return None  # "in a raid on the IS group"
    counted = words[end - 1] not in word_list("uncounted") and words[end - 1].endswith(("s", "police"))
    if row.classes[start - 1] in NEVER_BEFORE_ENDING or (counted and row.before(start, ["adjective"]) == "number"):
        return None
    tells = is_clause(row, (0, start - 1)) or not outcome_words().keys().isdisjoint(words[: start - 1])
    return (start, end) if tells else None


def is_clause(row: Row, part: Range) -> bool:
    """Tell whether a part of a sentence holds a verb or a quotation."""
    return row.holds(_clausal(), *part)


@cache
def _clausal() -> frozenset[str]:
    return frozenset([*load_lexicon("cues")["groups"]["finite"], "quotation", "participle", "gerund"])


def _leaves(row: Row, at: int, end: int) -> bool:
    """What stands behind a source and is no part of it: "a cleric with close ties", "a doctor for fear of arrest"."""
    words = row.sentence.lower
    fears = words[at] == "for" and not closed_words("reasons").isdisjoint(words[at + 1 : min(at + 3, end)])
    return fears or words[at] in closed_words("leave_source")


def _before_number(row: Row, start: int, end: int) -> int:
    """Where a source behind its cue ends that a number follows: "according to Reuters over a dozen raids hit"."""
    words = row.sentence.lower
    for at in range(start + 1, end):
        if row.classes[at] == "number" or words[at] in number_forms():
            last = at
            while last > start + 1 and words[last - 1] in closed_words("before_numbers"):
                last -= 1
            return last if row.classes[last - 1] in NOMINAL else end
    return end


def _behind_object(row: Row, start: int, end: int) -> int | None:
    """Where a source begins that a pattern took for the end of what a preposition governs, for a comma was lost.

    In "in the Ghouta area Observatory chief Rami said" the preposition governs the area, and the rest is the source.
    """
    if row.before(start, ["adverb", "adjective"]) not in ("preposition", "of"):
        return None
    return next((at for at in range(start + 1, end) if _opens_source(row, at, end)), None)


def _opens_source(row: Row, at: int, end: int) -> bool:
    """Tell whether a word behind a noun begins another phrase, one that names a source."""
    sentence, before = row.sentence, row.classes[at - 1]
    word, text = sentence.lower[at], sentence.words[at]
    if row.classes[at] not in OPENING or before not in ("noun", "name", "time"):
        return False
    place = before == "name" and not _describes_source(sentence.words[at - 1])
    if place and singular(word) != word and source_class(word) is not None:
        return True  # "in Homs activists said"
    state = row.classes[at + 1 : at + 2] == ["joint"] and text in closed_words("states")  # "in Homs Syria's army said"
    acronym = text.isupper() and len(text) > 1
    named = state or acronym or text in source_names() or word in closed_words("before_endings")
    several = before == "noun" and sentence.tags[at - 1] == "NNS"
    opens = (place and named) or ((place or several) and is_demonym(text))
    return (opens or sentence.lower[at - 1] in closed_words("ends_object")) and speaks(row, at, end)


def _describes_source(name: str) -> bool:
    """Tell a name's word that may go before a source's noun from a place: "US officials", "White Helmets"."""
    return is_demonym(name) or name.isupper() or name in source_name_words()


def _stands_before(row: Row, at: int, end: int) -> bool:
    """What may begin a pattern's source and is no part of it: an adverb, a title, the end of the clause before."""
    word, more = row.sentence.lower[at], at + 1 < end
    if word in _adverbs() or (more and word == "."):
        return True
    if word in name_words("honorifics") and row.classes[at + 1 : at + 2] != ["of"]:
        return True
    outcome = outcome_words().get(word)
    fate = outcome is not None and outcome.form == "past" and row.classes[at - 1 : at] == ["be"]
    year = row.classes[at : at + 2] == ["number", "name"] and len(word) == 4  # "since March 2011 AFP reported"
    return more and (fate or year)


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(load_lexicon("words")["adverbs"])


def _next_phrase(row: Row, start: int, end: int) -> int | None:
    """Where the next noun phrase begins: behind a preposition, or a plural that a noun follows."""
    for at in range(start, end - 1):
        if row.classes[at] in LINKS:
            return at + 1
        plural = row.classes[start] != "determiner" and row.sentence.tags[at] == "NNS"
        if plural and row.classes[at + 1] in OPENING:
            return at + 1
    return None


def _names_somebody(row: Row, start: int, end: int) -> bool:
    """Tell a source's phrase from the rest of a clause: "five civilians", "the attack"."""
    words = row.sentence.lower
    if words[end - 1] in load_lexicon("cues")["not_sources"]:
        national = words[end - 1] in load_lexicon("cues")["national"]
        before = range(start, end - 1)  # "Danish law", "EU rules"
        return national and any(row.classes[at] == "name" or is_demonym(row.sentence.words[at]) for at in before)
    if end - start == 1 and row.classes[max(0, start - 1) : end] == ["pronoun", "determiner"]:
        return False  # "we all know"
    if row.classes[start] == "number" or words[start] in number_forms():
        share = row.classes[max(0, start - 2) : start] == ["number", "preposition"]  # "six in 10 voters"
        return end - start > 1 and not share and row.before(start, BEFORE_NUMBER) not in GOVERNING_NUMBER
    if end - start == 1 and row.sentence.tags[start] == "NN" and row.sentence.words[start].islower():
        return is_classed(row, start, end)  # not the end of "the group that published that number said"
    return counted_class(words[head_of(row, start, end)]) != "attacks"
