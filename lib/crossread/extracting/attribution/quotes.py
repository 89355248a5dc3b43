"""Attributions: who is said to say what, in the words of one article."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.extracting.attribution.contents import find_content
from crossread.extracting.attribution.cues import cue_phrases, is_paper, patterns, phrase_at, quoting_forms
from crossread.extracting.attribution.headlines import ending_source
from crossread.extracting.attribution.letters import BEFORE, CUES, SURVEY, spell
from crossread.extracting.attribution.quotations import Span, find_quotations
from crossread.extracting.attribution.source_phrases import Range, Reading, head_of, speaks, trim_source
from crossread.language.tokens import Document

WINDOW = 60  # tokens before a cue in which its source is looked for
DENIALS = frozenset("Zz")
CLAUSE = re.compile(r"R* (?: h | w | (?: y | [DJCNP'&]+ (?:[fIB][DJCNP'&]+)* ) [aRb]* [vabSLQZTUO] )", re.VERBOSE)

Sources = tuple[Range, Range | None]  # a source, and what "who" stands for


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is said to say. Spans are text offsets.

    `source` is what stands at the cue ("he"), `speaker` the words that it stands for ("the minister"), None where the
    article does not tell.
    """

    source: Span
    speaker: Span | None
    cue: Span
    content: tuple[Span, ...]
    frame: str  # the cue's letter in `lexicon/cues.toml`
    cites: bool = False  # passes on what another said: "the agency said, quoting a doctor"
    nested: bool = False  # within the words of another

    @property
    def stance(self) -> str | None:
        """Whether the source denies what it speaks of; None where it claims it."""
        return "denied" if self.frame in DENIALS else None


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as token ranges of its sentence."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[Range, ...]
    frame: str
    cites: bool
    antecedent: tuple[int, int] | None  # of "who"


def find_quotes(document: Document) -> list[Quote]:
    """Find who an article says to have said what.

    Args:
        document: The article's text in sentences, whose parts of speech are tagged.

    Returns:
        The attributions in the order of their cues. Their speakers are not yet resolved.
    """
    quotes: list[Quote] = []
    for sentence in document.sentences:
        reading = Reading(sentence, tuple(token.text.lower() for token in sentence.tokens), spell(sentence))
        found_here = _sentence_quotes(reading)
        end = ending_source(reading) if document.in_title(sentence) and not found_here else None
        if end is not None:
            found_here = [Found(end, end, ((0, end[0]),), BEFORE, False, None)]
        quotes.extend(
            Quote(
                source=reading.span(*found.source),
                speaker=None if found.antecedent is None else reading.span(*found.antecedent),
                cue=reading.span(*found.cue),
                content=tuple(reading.span(*part) for part in found.content),
                frame=found.frame,
                cites=found.cites,
            )
            for found in found_here
        )
    return _through_quotations(document, quotes)


def _sentence_quotes(reading: Reading) -> list[Found]:
    found: list[Found] = []
    at = 0
    while at < len(reading.letters):
        phrase = phrase_at(reading.words, at) if reading.letters[at] == BEFORE else None
        first, at = at, at + (len(phrase) if phrase else 1)
        if not phrase and reading.letters[first] not in CUES:
            continue
        if reading.letters[first] == ":" and found:
            continue  # "he said: ..."
        sources = _source(reading, first, at - 1, found)
        if sources is None or not _says(reading, first, at, sources[0]):
            continue
        source, antecedent = sources
        content = find_content(reading, source, first, at)
        cites = phrase is not None and cue_phrases()[phrase]
        found.append(Found(source, (first, at), content, reading.letters[first], cites, antecedent))
    return found


def _says(reading: Reading, first: int, last: int, source: Range) -> bool:
    """A verb that does much else is a cue only where a clause follows, or where a paper is its subject."""
    letter = reading.letters[first]
    if letter == ":":
        return speaks(reading, source[0], head_of(reading, *source))
    if letter == SURVEY:
        return not reading.letters[:first].strip("R&/,")  # not of those "who took part in a survey"
    clause = CLAUSE.match(reading.letters, last) is not None
    if reading.words[first] in quoting_forms():
        return '"' in reading.letters  # "the war continues"
    if letter == "S" and reading.letters[last : last + 1] == "2":
        return '"' in reading.letters[:first]
    if letter == "Q" and reading.letters[last : last + 1] == "2":
        return False  # "a plan estimated to cost"
    if letter not in "Uu":
        return True
    tells = any(map(is_paper, reading.words[slice(*source)])) or clause
    return tells or reading.letters[last:] in ("", ".")


def _source(reading: Reading, first: int, cue: int, earlier: Sequence[Found]) -> Sources | None:
    """The tokens that name the source of a cue, by the first pattern that fits, and those that "who" stands for."""
    letter = reading.letters[cue]
    marked = f"{reading.letters[:cue]}!{reading.letters[cue + 1 :]}"
    for pattern in patterns():
        if letter not in pattern.cues:
            continue
        match = pattern.match.search(marked, max(0, cue - WINDOW))
        if match is None:
            continue
        if pattern.shared and earlier and earlier[-1].frame != BEFORE:
            return earlier[-1].source, earlier[-1].antecedent
        source = trim_source(reading, *match.span("source"), whole=match.start("source") > cue)
        if source is None or (pattern.speaker and not speaks(reading, source[0], head_of(reading, *source))):
            continue
        if not source[0] <= cue < source[1]:
            groups = match.groupdict()
            antecedent = trim_source(reading, *match.span("antecedent")) if groups.get("antecedent") else None
            return source, antecedent
    return None


def _through_quotations(document: Document, quotes: list[Quote]) -> list[Quote]:
    """Let content reach as far as the quotation that it begins or ends in, and mark what stands within one."""
    quotations = find_quotations(document.text)
    starts = [span.start for span in quotations]

    def around(offset: int) -> Span | None:
        at = bisect_right(starts, offset) - 1
        return quotations[at] if at >= 0 and offset < quotations[at].end else None

    told = []
    for quote in quotes:
        inside = around(quote.cue.start)
        if inside is not None:
            if inside.holds(quote.source):
                told.append(replace(quote, nested=True))
            continue
        content = []
        for part in quote.content:
            opening, closing = around(part.start), around(part.end - 1)
            content.append(
                Span(
                    min(part.start, opening.start) if opening else part.start,
                    max(part.end, closing.end) if closing else part.end,
                )
            )
        told.append(replace(quote, content=tuple(content)))
    return told
