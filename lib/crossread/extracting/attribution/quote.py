"""An attribution, and how far what it attributes reaches."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.extracting.attribution.quotations import Span, find_quotations
from crossread.language.tokens import Document


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
    frame: str  # what the cue takes, of `lexicon/cues.toml`: "say", "deny", "colon"
    rule: str  # that found the source
    cites: bool = False  # passes on what another said: "the agency said, quoting a doctor"
    nested: bool = False  # within the words of another

    @property
    def stance(self) -> str | None:
        """Whether the source denies what it speaks of; None where it claims it."""
        return "denied" if self.frame == "deny" else None


def _within(document: Document, quote: Quote, inside: Span) -> tuple[Span, ...]:
    """What a speaker within a quotation says, whose marks are not that speaker's: the rest of the sentence."""
    if any(not {*document.text[part.start : part.end]} <= {*'"“” '} for part in quote.content):
        return quote.content
    at = bisect_right([sentence.start for sentence in document.sentences], quote.cue.start) - 1
    return (Span(quote.cue.end, min(document.sentences[at].end, inside.end)),)


def through_quotations(document: Document, quotes: Sequence[Quote]) -> list[Quote]:
    """Let content reach as far as the quotation that it begins or ends in, and mark what stands within one."""
    quotations = find_quotations(document.text)
    starts = [span.start for span in quotations]

    def around(offset: int) -> Span | None:
        at = bisect_right(starts, offset) - 1
        return quotations[at] if at >= 0 and offset < quotations[at].end else None

    extended = []
    for quote in quotes:
        inside = around(quote.cue.start)
        if inside is not None:
            if inside.holds(quote.source):
                extended.append(replace(quote, nested=True, content=_within(document, quote, inside)))
            continue
        content = []
        for part in quote.content:
            opening, closing = around(part.start) or part, around(part.end - 1) or part
            content.append(Span(min(part.start, opening.start), max(part.end, closing.end)))
        extended.append(quote if tuple(content) == quote.content else replace(quote, content=tuple(content)))
    return extended
