"""Words that their speaker signs: "“We counted 30 dead.” -- Ana Ruiz, a doctor", and posts with a handle and a date."""

import re
from collections.abc import Iterator, Sequence

from crossread.extracting.attribution.quotations import Span, find_quotations, overlapping
from crossread.extracting.attribution.quote import Quote
from crossread.extracting.attribution.running_on import merged
from crossread.language.tokens import Document

RULE = "signature behind a dash"
# A dash and a name, which ends its line or goes on with what its bearer is.
SIGNED = re.compile(
    r"\s{0,4}(?P<cue>[-–—―]{1,2})\s?(?P<source>(?:[A-Z][\w.’'-]{0,30}\s?){1,5})(?=,[^\n]{0,80}$|[.,]?$)", re.MULTILINE
)
POST_RULE = "signature of a post"
# "— Ana Ruiz (@anaruiz) May 2, 2018", behind the post or on a line of its own.
POSTED = re.compile(
    r"(?:(?<=\s)|^)(?P<cue>[-–—―]{1,2})\s?(?P<source>[^\W\d_][^\n()@–—―]{1,50}?)\s?\(@\w{1,20}\)", re.MULTILINE
)
SHORTENED = 3  # characters of a shortened word with its full stop
LONGEST_POST = 300  # characters, with its links
# What shows a paragraph to be a post's: who posts it, a tag, an end without a full stop.
POSTING = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|us)\b|[#@]\w|[^.!?:;,\"”’)]\s*\Z")


def with_signed(document: Document, quotes: Sequence[Quote]) -> list[Quote]:
    """Add the quotations that a name behind a dash signs, and the posts that one signs with its handle.

    Args:
        document: The article's text in sentences.
        quotes: Its attributions; where one speaks, no signature does.

    Returns:
        All attributions in the order of their cues.
    """
    spoken = merged(part for quote in quotes if not quote.nested for part in quote.content)
    signed = [*_signed(document.text, spoken), *_posted(document.text, spoken)]
    return sorted([*quotes, *signed], key=lambda quote: quote.cue)


def _signed(text: str, spoken: Sequence[Span]) -> Iterator[Quote]:
    for quotation in find_quotations(text):
        match = SIGNED.match(text, quotation.end)
        if match is not None and not overlapping(spoken, quotation):
            yield Quote(_source(match), None, Span(*match.span("cue")), (quotation,), "say", RULE)


def _posted(text: str, spoken: Sequence[Span]) -> Iterator[Quote]:
    behind = 0  # where the post before ends
    for match in POSTED.finditer(text):
        post = _post(text, behind, match.start(), spoken)
        behind = match.end()
        if post.start < post.end:
            yield Quote(_source(match), None, Span(*match.span("cue")), (post,), "say", POST_RULE)


def _source(match: re.Match[str]) -> Span:
    """Where the name stands, without the full stop behind it, but for "Jr."."""
    name = match["source"].rstrip()
    stop = name.endswith(".") and len(name.split()[-1]) > SHORTENED
    return Span(match.start("source"), match.start("source") + len(name) - stop)


def _post(text: str, begin: int, end: int, spoken: Sequence[Span]) -> Span:
    """The post before a signature: its paragraph, and those above that are short enough to be of one post."""
    end = begin + len(text[begin:end].rstrip())
    start = max(begin, text.rfind("\n", begin, end) + 1)
    while start > begin:
        above = begin + len(text[begin:start].rstrip())
        first = max(begin, text.rfind("\n", begin, above) + 1)
        paragraph = Span(first, above)
        short = end - first <= LONGEST_POST and first < above
        if not short or overlapping(spoken, paragraph) or POSTING.search(text, first, above) is None:
            break
        start = first
    return Span(start, end)
