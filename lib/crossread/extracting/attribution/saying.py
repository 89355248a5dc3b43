"""Whether a word that can tell who says something does so: "it added 4,000 jobs" is no speech."""

from functools import cache

from crossread.extracting.attribution.cues import ADDING, COLON, PASSIVE, SURVEY, closed_words, forms_of, is_paper
from crossread.extracting.attribution.rows import Row, cue_grammar
from crossread.extracting.attribution.source_phrases import Range, head_of, is_classed, is_clause, speaks
from crossread.lexicon import load_lexicon

TO_QUOTATION = 6  # words from a verb to the direct speech that it goes with
TO_PAPER = 4  # words from a paper's noun to "published by"


def says(row: Row, first: int, last: int, source: Range) -> bool:
    """Tell whether a cue speaks: a verb that does much else, only where a clause follows or a paper is its subject.

    Args:
        row: The sentence.
        first: The cue's first word.
        last: The index behind its last.
        source: The words of its source.
    """
    kind, words, following = row.classes[first], row.sentence.lower, row.classes[last : last + 1]
    if kind == COLON:
        return speaks(row, *source) and _is_told(row, last, source)
    if _supposes(row, first, last, source) or (kind == PASSIVE and _hands_out(row, first)):
        return False
    if kind == SURVEY:
        return not first or _is_certain(row, first, source)
    if words[first] in forms_of("quoting"):  # not "the war continues"
        begin, end = min(first, source[0]), max(last, source[1])
        return "quotation" in (*row.classes[max(0, begin - 2) : begin], *row.classes[end : end + TO_QUOTATION])
    if source[0] < first and _has_done(row, first, last, source):
        return False
    if kind in ("say", "tell") and (following == ["to"] or _orders(row, last)):
        return "quotation" in row.classes[:first]
    if kind == "report" and source[0] < first and _is_label(row, last, source):
        return False
    if kind == "report" and following == ["to"]:
        return words[last + 1 : last + 2] == ["have"]  # not "a plan estimated to cost"
    if kind.removesuffix(ADDING) != "find" and words[first] not in forms_of("agreeing"):
        return True
    clause = cue_grammar().at(row.spelled, last, "clause") is not None
    return clause or any(map(is_paper, words[slice(*source)])) or row.classes[last:] in ([], ["stop"])


def _hands_out(row: Row, first: int) -> bool:
    """Tell whether a verb in the passive is of a thing, not of words: "songs written by her", "a letter he posted"."""
    words = row.sentence.lower
    handed = words[first] in forms_of("handing_out") and not any(map(is_paper, words[max(0, first - TO_PAPER) : first]))
    return handed or words[first] == "written"


def _supposes(row: Row, first: int, last: int, source: Range) -> bool:
    """Tell whether somebody is only supposed to speak, or asked or silent: "if she says so", "has not said how"."""
    words = row.sentence.lower
    if words[first - 1 : first] == ["worth"]:
        return True  # "it is worth noting that"
    if source[0] < first and words[max(0, source[0] - 1)] in closed_words("supposing"):
        return True
    following = "".join(words[last : last + 1])
    if following in closed_words("wordless") and set(row.classes[last + 1 : last + 2]) <= {"comma", "stop"}:
        return True
    return words[first - 1 : first] in (["not"], ["n't"]) and following in closed_words("questions")


def _orders(row: Row, last: int) -> bool:
    """Tell whether the hearer is told what to do: "warned the towns to close 12 roads"."""
    if row.sentence.lower[last - 1] in forms_of("stating"):
        return False  # "experts say her plans to close 12 roads are bad"
    hearer = cue_grammar().at(row.spelled, last, "hearer")
    return hearer is not None and row.classes[hearer.end : hearer.end + 2] == ["to", "infinitive"]


def _is_certain(row: Row, first: int, source: Range) -> bool:
    """Tell whether a survey is told of as one that tells: not "part in the survey", "in polls", "in the wake of it"."""
    head = head_of(row, *source)
    several = row.sentence.tags[head] == "NNS" and "name" not in row.classes[slice(*source)]
    return (
        not several
        and is_paper(row.sentence.lower[head])
        and row.sentence.lower[first - 1] not in closed_words("before_surveys")
    )


def _is_label(row: Row, last: int, source: Range) -> bool:
    """Tell whether a verb is a participle of a label: "civilians reported killed: 8", "injuries reported: 12"."""
    told = row.classes[last : last + 1] == ["participle"] and row.classes[last + 1 : last + 2] == ["colon"]
    return told or (row.classes[last : last + 1] == ["colon"] and not speaks(row, *source))


def _has_done(row: Row, first: int, last: int, source: Range) -> bool:
    """Tell whether a verb is not of speech, for a thing stands behind it: "hotels added 4,000 jobs".

    So it is where no clause and no quotation stands around, or where the subject is nothing that speaks.
    """
    if row.sentence.lower[first] not in forms_of("clausal"):
        return False
    if row.classes[last : last + 1] != ["that"] and _is_traded(row, source):
        return True
    if row.classes[last:] in ([], ["stop"]) and "quotation" not in row.classes and not is_clause(row, (0, source[0])):
        return True  # "ten engines responded"
    if cue_grammar().at(row.spelled, last, "thing") is None:
        return False
    around = is_clause(row, (last, len(row.classes))) or is_clause(row, (0, source[0]))
    return not around or not speaks(row, *source)


def _is_traded(row: Row, source: Range) -> bool:
    """Tell whether a verb is of a stock or an index, which never speak: "the Nasdaq Composite added 20 points"."""
    words, head = row.sentence.lower, head_of(row, *source)
    named = row.classes[head] == "name"
    return not closed_words("traded").isdisjoint(words[slice(*source)] if named else [words[head]])


@cache
def _spoken() -> frozenset[str]:
    """Classes of words of which what somebody says holds one: verbs, and quotation marks."""
    return frozenset([*load_lexicon("cues")["groups"]["finite"], "quotation"])


def _is_told(row: Row, last: int, source: Range) -> bool:
    """What stands behind a name and a colon is told by it, not a photograph or a result: "Clinton: 547"."""
    words, behind = row.sentence.lower, row.classes[last:]
    comma = behind.index("comma") if "comma" in behind else len(behind)
    # Not a participle behind a comma: "Ann Gray: theft, held on bond of 12 dollars".
    clause = is_clause(row, (last, last + comma)) or not _spoken().isdisjoint(behind)
    told = "number" not in behind or clause or is_classed(row, *source)
    return words[source[1] - 1] not in closed_words("credits") and (told or any(map(is_paper, words[slice(*source)])))
