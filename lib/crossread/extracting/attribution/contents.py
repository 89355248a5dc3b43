"""What is said: the words that a cue and its source speak for."""

from functools import cache

from crossread.extracting.attribution.cues import ADDING, COLON, INTRODUCER, PASSIVE, SURVEY, closed_words
from crossread.extracting.attribution.rows import Row, cue_grammar
from crossread.extracting.attribution.source_phrases import Range, is_clause
from crossread.language.gazetteers import name_words
from crossread.lexicon import load_lexicon

FREE = frozenset(["say", "tell", "report", "think", "find"])  # cues whose content may stand before them
LIMITS = frozenset(["semicolon", "contrast"])
BEFORE_CUE = frozenset(["adverb", "preposition", "time"])
OPENS = frozenset(["that", "comma", "adverb", "quotation"])  # "said that, while 30 died, ..."
QUOTED = frozenset(["quotation"])
BEFORE_SPEECH = frozenset(["", "comma", "stop", "colon", "semicolon", "dash", "and", "that", "contrast"])
AFTER_SPEECH = frozenset(["adverb", "preposition", "comma"])
INSERTED: tuple[list[str], ...] = ([], ["comma"], ["stop"], ["dash"])
TELLING = frozenset(["say", "report", "think"])  # cues whose clause may tell of a figure before it
MOST_OF_FIGURE = 8  # words
STOPS = frozenset(["comma", "dash", "stop", "semicolon", "contrast", "closing", "and", "quotation", "gerund"])


@cache
def cue_classes() -> frozenset[str]:
    """The classes of cues, but for phrases before a speaker."""
    kinds, nouns = load_lexicon("cues")["verbs"], load_lexicon("cues")["nouns"]
    return frozenset([*kinds, *(kind + ADDING for kind in kinds), *nouns, PASSIVE, SURVEY, COLON])


def find_content(row: Row, source: Range, first: int, last: int) -> tuple[Range, ...]:
    """Find what a source says: the words before or behind it and its cue, or both.

    Args:
        row: The sentence.
        source: The source's words.
        first: The cue's first word.
        last: The index behind its last.

    Returns:
        The words' ranges in order, within the sentence; none where nothing stands there.
    """
    classes, cue = row.classes, row.classes[first]
    begin, end = _limits(row, min(source[0], first), max(source[1], last))
    left, right = (begin, _before_title(row, min(source[0], first))), (max(source[1], last), end)
    if source[0] >= last:
        return _around_inversion(row, first, left, right)
    if cue.endswith(ADDING) and set(classes[last:]) <= {"stop", "quotation"}:
        return _parts((begin, source[0]))  # "... , a doctor was quoted as saying"
    if first and row.sentence.lower[first - 1] in ("not", "n't"):
        return _parts(right)  # "a toll that the army has not confirmed"
    if cue == COLON:
        return _parts(right if last < len(classes) or not source[0] else left)
    figure = _told_figure(row, source, first, last)
    if figure is not None:
        return _parts(figure, (last, _before_comma(row, last, end)))
    behind = _behind_hearer(row, first, last)
    if cue == "tell":
        right = (min(behind, end), end)
    inserted = row.before(left[1], BEFORE_CUE) == "comma" and classes[behind : behind + 1] in INSERTED
    if cue not in FREE or not (inserted or is_clause(row, left)):
        return _parts(right)
    if row.before(left[1], AFTER_SPEECH) == "quotation":
        return _parts(left, _speech(row, right))
    if behind < end and not _stops(row, behind):
        return _parts(right)
    goes_on = inserted or _goes_on(row, (behind, end))
    return _parts(left, (behind, end) if goes_on else (end, end))


def _told_figure(row: Row, source: Range, first: int, last: int) -> Range | None:
    """Find a figure that a clause without commas tells of: "the 12 it expected", "the 12 it says it needs"."""
    classes, words = row.classes, row.sentence.lower
    linked = classes[source[0] - 1 : source[0]] in (["that"], ["who"])
    end = source[0] - linked
    if (
        classes[first] not in TELLING
        or classes[source[0]] in ("who", "that")
        or "number" not in classes[max(0, end - MOST_OF_FIGURE) : end]
    ):
        return None
    if not linked and classes[first] == "say" and cue_grammar().at(row.spelled, last, "clause") is None:
        return None  # a comma may be lost: "the raid killed the 12 rebels the monitor said on Friday"
    for begin in range(max(0, end - MOST_OF_FIGURE), end):
        match = cue_grammar().at(row.spelled[:end], begin, "figure")
        if match is not None and match.end == end:
            told = (linked or words[begin] == "the") and words[begin - 1] not in closed_words("adverbial")
            return (begin, end) if told else None
    return None


def _before_comma(row: Row, begin: int, end: int) -> int:
    return next((at for at in range(begin, end) if row.classes[at] == "comma"), end)


def _before_title(row: Row, end: int) -> int:
    """Where what stands before a source ends, without the title that goes before a name: "“No,” Mrs. Gray said"."""
    words = row.sentence.lower
    while end and (words[end - 1] in name_words("honorifics") or (words[end - 1] == "." and end > 1)):
        if words[end - 1] == "." and words[end - 2] not in name_words("honorifics"):
            break
        end -= 1
    return end


def _around_inversion(row: Row, first: int, left: Range, right: Range) -> tuple[Range, ...]:
    """What is said where the source stands behind the cue: "30 died, said a doctor, who works there"."""
    classes, cue = row.classes, row.classes[first]
    if cue == PASSIVE:
        return _parts(left, right)
    if cue not in (INTRODUCER, SURVEY):
        return _parts(left, _speech(row, right))
    if cue == SURVEY or classes[max(0, left[1] - 1) : left[1]] == classes[right[0] : right[0] + 1] == ["comma"]:
        return _parts(left, right)  # "other divides, according to the poll, are deeper"
    if not is_clause(row, left):
        return _parts(right)
    return _parts(left, right if _goes_on(row, right) else (right[1], right[1]))


def _goes_on(row: Row, part: Range) -> bool:
    """A clause goes on behind a cue that was put into it: "12 died, he said, and 5 were hurt"."""
    match = cue_grammar().at(row.spelled, part[0], "goes on")
    return match is not None and match.end <= part[1] and is_clause(row, part)


def _speech(row: Row, part: Range) -> Range:
    """A further quotation within a part; nothing where there is none, but for words of it: "a “very long” day"."""
    classes = row.classes
    begins = (at for at in range(*part) if classes[at] == "quotation" and row.before(at, QUOTED) in BEFORE_SPEECH)
    return next(begins, part[1]), part[1]


def _behind_hearer(row: Row, first: int, last: int) -> int:
    """Where what stands with a cue ends: "told the agency on Monday", "said in a statement"."""
    grammar = cue_grammar()
    hearer = grammar.at(row.spelled, last, "hearer") if row.classes[first] == "tell" else None
    start = hearer.end if hearer else last
    tail = grammar.at(row.spelled, start, "time and manner")
    return tail.end if tail else start


def _stops(row: Row, at: int) -> bool:
    """Nothing that could be content begins here: a mark, a further verb, or a sentence whose full stop was lost."""
    name = row.classes[at]
    opens = row.sentence.words[at][0].isupper() and name in ("determiner", "preposition", "pronoun")
    return name in STOPS or name.endswith(ADDING) or opens


def _limits(row: Row, first: int, last: int) -> Range:
    """How far content reaches: to a semicolon, or to "but" and "while" that set another source's words apart."""
    closing = (at for at in range(last + 1, len(row.classes)) if row.classes[at] == "dash")
    if row.classes[max(0, first - 1)] == "dash" and (closed := next(closing, None)) is not None:
        return first, closed  # "a bold - some say rash - plan to cut 12"
    classes, citing = row.classes, (cue_classes() | {INTRODUCER}) - {PASSIVE}
    begins = (at + 1 for at in range(first - 1, -1, -1) if classes[at] in LIMITS and row.holds(citing, 0, at))
    begun = next((at for at in range(last, len(classes)) if classes[at] not in OPENS), len(classes))
    ends = (
        at
        for at in range(begun + 1, len(classes))
        if classes[at] in LIMITS and row.holds(citing, at, _item_end(row, at)) and not _same_subject(row, at)
    )
    return next(begins, 0), min(next(ends, len(classes)), _before_main_clause(row, first, last))


def _item_end(row: Row, at: int) -> int:
    """Where an item of a list ends that a semicolon begins: another source may speak in it, not in those behind."""
    length = len(row.classes)
    if row.classes[at] != "semicolon":
        return length
    return next((end for end in range(at + 1, length) if row.classes[end] == "semicolon"), length)


def _same_subject(row: Row, at: int) -> bool:
    """Tell whether "but" goes on with what somebody will do: "it would be bad, but would save 30 people"."""
    match = cue_grammar().at(row.spelled, at, "same subject")
    return match is not None and row.sentence.tags[match.end - 1] == "MD"


def _before_main_clause(row: Row, first: int, last: int) -> int:
    """Where a clause that concedes ends in which a source speaks: "while he said that all was well, 12 left"."""
    length = len(row.classes)
    opened = next((at for at in range(first) if row.classes[at] != "quotation"), first)
    if row.sentence.lower[opened] not in closed_words("conceding") or "comma" in row.classes[opened:first]:
        return length
    commas = (at for at in range(last, length) if row.classes[at] == "comma")
    return next((at for at in commas if cue_grammar().at(row.spelled, at, "main clause") is not None), length)


def _parts(*parts: Range) -> tuple[Range, ...]:
    return tuple(part for part in parts if part[0] < part[1])
