"""Attributions: who is said to say what, in the words of one article."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from crossread.extracting.attribution.contents import cue_classes, find_content
from crossread.extracting.attribution.cues import (
    ADDING,
    COLON,
    INTRODUCER,
    closed_words,
    cue_forms,
    cue_nouns,
    cue_words,
    introducers,
    is_paper,
    past_forms,
)
from crossread.extracting.attribution.quote import Quote, through_quotations
from crossread.extracting.attribution.rows import Row, cue_grammar, read_row, rules_of
from crossread.extracting.attribution.saying import says
from crossread.extracting.attribution.source_phrases import (
    Range,
    ending_source,
    head_of,
    is_classed,
    speaks,
    trim_source,
)
from crossread.language.tokens import Document, Sentence
from crossread.lexicon import load_lexicon
from crossread.patterns import Match

WINDOW = 60  # words before a cue in which its source is looked for
_BEHIND_NOUNS = [["that"], ["of"], ["for"], ["("]]
AT_HEADLINE_END = "source that ends a headline"


class Source(NamedTuple):
    """Where a sentence names the source of a cue."""

    words: Range
    antecedent: Range | None  # what "who" stands for
    rule: str


class Found(NamedTuple):
    """An attribution within its sentence."""

    source: Source
    cue: Range
    content: tuple[Range, ...]
    kind: str  # the cue's class
    cites: bool


def find_quotes(document: Document) -> list[Quote]:
    """Find who an article says to have said what.

    Args:
        document: The article's text in sentences, whose parts of speech are tagged.

    Returns:
        The attributions in the order of their cues. Their speakers are not yet resolved.
    """
    quotes: list[Quote] = []
    for sentence in document.sentences:
        title = document.in_title(sentence)
        if title or _may_hold_cue(sentence):
            quotes.extend(_sentence_quotes(sentence, title))
    return through_quotations(document, quotes) if quotes else []


def _may_hold_cue(sentence: Sentence) -> bool:
    """Tell, quickly, whether a word of a sentence can be or begin a cue."""
    if cue_words().isdisjoint(sentence.lower):
        return False
    forms, wanted, nouns = cue_forms(), cue_words(), cue_nouns()
    words, tags = sentence.lower, sentence.tags
    # A noun may be a verb that was tagged as one, if it is no noun, or ends the sentence, or a clause stands behind it.
    owned = "'s" in words or "’s" in words
    return "NNS" in tags[-2:] or any(
        (word in forms and (tags[at][:1] == "V" or tags[at] == "NNS" or word in past_forms()))
        or (word not in forms and word not in nouns)
        or (word in nouns and owned)
        or words[at + 1 : at + 2] in _BEHIND_NOUNS
        or (word in closed_words("reckonings") and "by" in words[:at])
        for at, word in enumerate(words)
        if word in wanted
    )


def _sentence_quotes(sentence: Sentence, title: bool) -> Iterator[Quote]:
    row = read_row(sentence)
    attributions = _attributions(row)
    end = ending_source(row) if title and not attributions else None
    if end is not None:
        source = Source(end, None, AT_HEADLINE_END)
        attributions = [Found(source, end, ((0, end[0]),), INTRODUCER, False)]
    for found in attributions:
        yield Quote(
            source=row.span(*found.source.words),
            speaker=None if found.source.antecedent is None else row.span(*found.source.antecedent),
            cue=row.span(*found.cue),
            content=tuple(row.span(*part) for part in found.content),
            frame=found.kind.removesuffix(ADDING),
            rule=found.source.rule,
            cites=found.cites,
        )


def _attributions(row: Row) -> list[Found]:
    found: list[Found] = []
    behind = 0
    for first, kind in enumerate(row.classes):
        if first < behind or (kind != INTRODUCER and kind not in cue_classes()):
            continue
        phrase = introducers().at(row.sentence.lower, first) if kind == INTRODUCER else None
        behind = phrase[1] if phrase else first + 1
        if kind == COLON and found:
            continue  # "he said: ..."
        source = _source(row, behind - 1, found)
        if (
            source is not None
            and phrase is not None
            and phrase[0]
            and not _is_cited(row, phrase[0], first, source.words)
        ):
            source = None
        if source is not None and says(row, first, behind, source.words):
            content = find_content(row, source.words, first, behind)
            cites = phrase is not None and phrase[0] == "cites"
            found.append(Found(source, (first, behind), content, kind, cites))
            found.extend(_left_out(row, found) if kind in ("say", "report", "put") else ())
    return _apart(found)


def _is_cited(row: Row, kind: str, first: int, source: Range) -> bool:
    """Tell whether a phrase that does much else stands before a speaker: not "citing concerns", "12 per resident"."""
    if row.sentence.lower[head_of(row, *source)] in closed_words("no_speakers"):
        return False  # "they cited the figure"
    if kind == "cites" and row.sentence.lower[first - 1] in closed_words("partly"):
        return False  # "14 footnotes, mostly citing news reports"
    measures = kind == "speaker" and row.classes[source[0]] == "noun" and row.classes[max(0, first - 1)] != "comma"
    return speaks(row, *source) and not measures


def _left_out(row: Row, found: list[Found]) -> Iterator[Found]:
    """Further sources of the last cue, which ends where they begin: "put it at 30, the rebels at 10"."""
    last = found[-1]
    for match in cue_grammar().find(row.spelled, rules_of("gap")):
        source, (first, behind) = match.spans["source"][0], match.spans["as"][0]
        begin, end = last.content[-1] if last.content else (0, 0)
        same = first == behind or row.sentence.lower[first] in row.sentence.lower[begin : match.start]
        if (
            begin < match.start < end
            and same
            and (last.kind != "say" or _begins_with_number(row, begin))
            and is_classed(row, *source)
            and "number" in row.classes[begin : match.start]
        ):
            found[-1] = last._replace(content=(*last.content[:-1], (begin, match.start)))
            cue_grammar().note(match.rule)
            yield Found(
                Source(source, None, match.rule.name), (source[1], source[1] + 1), ((source[1], end),), last.kind, False
            )
            return


def _begins_with_number(row: Row, at: int) -> bool:
    """Tell whether what is said is said of a number: "60 died", not "the rebels lost 10 men"."""
    opened = next((name for name in row.classes[at:] if name not in ("that", "adverb", "preposition", "to")), "")
    return opened == "number"


def _apart(found: list[Found]) -> list[Found]:
    """Part what two sources behind their words say: "60, according to police, or 40, according to medics"."""
    for at, (one, other) in enumerate(pairwise(found)):
        end = max(one.source.words[1], one.cue[1])
        behind = [(max(first, end), last) for first, last in other.content if last > end]
        begins = [part[0] for part in (*one.content[:1], *other.content[:1])]
        if (
            len(begins) == 2
            and max(begins) < one.cue[0] < end < min(other.cue[0], other.source.words[0])
            and not other.cites
        ):
            found[at] = one._replace(content=one.content[:1])
            found[at + 1] = other._replace(content=tuple(behind))
    return found


@cache
def _rules_for(kind: str) -> frozenset[str]:
    """The rules that are for a class of cues."""
    lexicon = load_lexicon("cues")
    cues = {entry["name"]: lexicon["cues"].get(entry["cues"], [entry["cues"]]) for entry in lexicon["rule"]}
    return frozenset(name for name, kinds in cues.items() if kind in kinds)


@cache
def _rules_with(condition: str) -> frozenset[str]:
    return frozenset(entry["name"] for entry in load_lexicon("cues")["rule"] if entry.get(condition))


@cache
def _mark() -> str:
    """What stands for the cue in question."""
    return cue_grammar().spell_names(["cue"])


def _source(row: Row, cue: int, earlier: Sequence[Found]) -> Source | None:
    """Where the source of a cue is named, by the first rule that fits."""
    grammar = cue_grammar()
    marked = row.spelled[:cue] + _mark() + row.spelled[cue + 1 :]
    for match in grammar.first(marked, max(0, cue - WINDOW), _rules_for(row.classes[cue])):
        rule = match.rule.name
        if rule in _rules_with("shared") and earlier and earlier[-1].kind != INTRODUCER:
            grammar.note(match.rule)
            return earlier[-1].source._replace(rule=rule)
        start, end = match.spans["source"][0]
        words = trim_source(row, start, end, whole=start > cue)
        if words is None or not _fits(row, rule, words) or not _is_informed(row, match):
            continue
        if not words[0] <= cue < words[1]:
            who = match.spans.get("antecedent")
            grammar.note(match.rule)
            return Source(words, trim_source(row, *who[0]) if who else None, rule)
    return None


def _fits(row: Row, rule: str, source: Range) -> bool:
    """Tell whether a source is such as its rule wants."""
    owner = row.sentence.tags[source[0]] == "PRP$"
    if rule in _rules_with("owner") or (owner and source[1] - source[0] == 1):  # not "its promised features"
        return owner and rule in _rules_with("owner")
    if rule in _rules_with("known"):
        return is_paper(row.sentence.lower[head_of(row, *source)]) or is_classed(row, *source)
    return (rule not in _rules_with("speaker") or speaks(row, *source)) and (
        rule not in _rules_with("classed") or is_classed(row, *source)
    )


def _is_informed(row: Row, match: Match) -> bool:
    """Tell whether those who are told to know of a thing do: "briefed on the talks", not "killed in the raid"."""
    known = match.spans.get("informed", [])
    return all(row.sentence.lower[first] in closed_words("informed") for first, _ in known)
