"""Quotations that their speaker signs: "“We counted 30 dead.” -- Ana Ruiz, a doctor"."""

import re
from collections.abc import Iterator, Sequence

from crossread.extracting.attribution.quotations import Span, find_quotations, overlapping
from crossread.extracting.attribution.quotes import Quote
from crossread.extracting.attribution.speakers import merged
from crossread.language.tokens import Document

RULE = "signature behind a dash"
# A dash and a name, which ends its line or goes on with what its bearer is.
SIGNED = re.compile(
    r"\s{0,4}(?P<cue>[-–—]{1,2})\s?(?P<source>(?:[A-Z][\w.’'-]{0,30}\s?){1,5})(?=,[^\n]{0,80}$|[.,]?$)", re.MULTILINE
)


def with_signed(document: Document, quotes: Sequence[Quote]) -> list[Quote]:
    """Add the quotations that a name behind a dash signs.

    Args:
        document: The article's text in sentences.
        quotes: Its attributions; where one speaks, no signature does.

    Returns:
        All attributions in the order of their cues.
    """
    spoken = merged(part for quote in quotes if not quote.nested for part in quote.content)
    return sorted([*quotes, *_signed(document.text, spoken)], key=lambda quote: quote.cue)


def _signed(text: str, spoken: Sequence[Span]) -> Iterator[Quote]:
    for quotation in find_quotations(text):
        match = SIGNED.match(text, quotation.end)
        if match is not None and not overlapping(spoken, quotation):
            source = Span(match.start("source"), match.start("source") + len(match["source"].rstrip()))
            yield Quote(source, None, Span(*match.span("cue")), (quotation,), "say", RULE)
