"""What a poll tells beyond the sentence that names it: the shares behind, until another speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from crossread.extracting.attribution.cues import COLON, INTRODUCER, SURVEY, closed_words, source_class, surveys
from crossread.extracting.attribution.quotations import Span, overlapping
from crossread.extracting.attribution.quotes import Quote
from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document, Sentence

APART = 1  # sentences from a poll's results to its next
BEFORE = 4  # words between "another" and "poll", or from a sentence's beginning to the poll
MOST_PERCENT = 100
OF_NAMES = ("D", "J", "N", "P", "C")  # how the tags begin of words that stand before a poll
NAMING = frozenset([INTRODUCER, SURVEY, COLON])  # cues that no share speaks by
# What may stand between a share and the verb of those whom it counts: "51 per cent of voters nationwide said".
ASKED = re.compile(r"\s?|\s(of|in|among|who|nationwide|overall|each|both|also|now|still)\b[^,;:.\"“”()–—]{0,80}")

MOST = re.compile(r"(an?\s)?(\w+\s)?(majorit(y|ies)|plurality)\sof\b", re.IGNORECASE)
ASKED_OF = re.compile(r"\b(of|in|among|from|by)\s$")


class Poll(NamedTuple):
    """A poll as the source of figures."""

    source: str
    source_start: int | None
    source_end: int | None
    antecedent_start: int | None
    antecedent_end: int | None

    @classmethod
    def of(cls, figure: Figure) -> "Poll":
        """The source of a figure."""
        return cls(*(getattr(figure, name) for name in cls._fields))

    @classmethod
    def by(cls, document: Document, quote: Quote) -> "Poll":
        """The speaker of an attribution."""
        speaker = quote.speaker or quote.source
        resolved = speaker if speaker != quote.source else (None, None)
        return cls(_words(document, speaker), *quote.source, *resolved)


def is_asked(document: Document, quote: Quote, shares: Sequence[Span]) -> bool:
    """Tell whether a poll's share of people is what speaks: "51 per cent of voters said that they would leave".

    Args:
        document: The article's text in sentences.
        quote: One of its attributions.
        shares: Its figures that are shares, in order.
    """
    widened = Span(quote.source.start - 1, quote.source.end + 1)
    if overlapping(shares, widened) or MOST.match(_words(document, quote.source)):
        return True
    before = bisect_left(shares, quote.cue.start, key=lambda share: share.end) - 1
    if quote.frame in NAMING or before < 0:
        return False
    if ASKED.fullmatch(document.text, shares[before].end, quote.cue.start - 1) is None:
        return False
    # Where a comma was lost another speaks: "half of them children the monitor said".
    part = ASKED_OF.search(document.text, shares[before].end, quote.source.start) is not None
    *_, head = _words(document, quote.source).split()
    return part or (head.islower() and source_class(head) is None)


def continue_polls(document: Document, figures: list[Figure], quotes: Sequence[Quote]) -> list[Figure]:
    """Let results beside and behind a poll's be the poll's too, up to a sentence without one, or another source.

    Results are shares, points of a lead, and bare numbers beside them: "48 percent to 40". A poll that a sentence only
    tells of, as of whom it asked, is heard from the next on.

    Args:
        document: The article's text in sentences.
        figures: Its figures in order, with the sources that their sentences name.
        quotes: Its attributions that speak of figures.

    Returns:
        The figures in the same order.
    """
    starts = [sentence.start for sentence in document.sentences]

    def sentence_at(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    named = {sentence_at(quote.cue.start): quote for quote in quotes if _speaks_for_poll(document, quote)}
    others = {sentence_at(quote.cue.start) for quote in quotes if not _speaks_for_poll(document, quote)}
    ending = {at for at, sentence in enumerate(document.sentences) if _ends_poll(sentence)}
    told = {at: found for at, sentence in enumerate(document.sentences) if (found := _asking(document, sentence))}
    poll: Poll | None = None
    last = 0  # the sentence where it was heard last
    for index, figure in enumerate(figures):
        here = sentence_at(figure.number_start)
        if figure.source is not None:
            poll = Poll.of(figure) if is_survey(figure.source) and not figure.in_title else None
            last = here
        elif _is_result(figure):
            if here in named and here not in others:
                poll, last = Poll.by(document, named[here]), here
            elif here in told and here not in others:
                poll, last = told[here], here
            elif here - APART in told and here not in others | ending and here - last >= APART:
                poll, last = told[here - APART], here
            elif here - last > APART or (here > last and here in others | ending):
                poll = None
            if poll is not None:
                last = here
                rules = "; ".join(filter(None, [figure.rules, "source: of the poll before"]))
                figures[index] = replace(figure, rules=rules, **poll._asdict())
    return figures


def _is_result(figure: Figure) -> bool:
    """Tell whether a figure can be what a poll found."""
    bare = figure.kind == "count" and not figure.counted and figure.value <= MOST_PERCENT
    return figure.kind == "share" or figure.unit == "point" or figure.counted in closed_words("points") or bare


def _asking(document: Document, sentence: Sentence) -> Poll | None:
    """A poll that a sentence begins with, and tells whom it asked: "The survey, taken in May, asked 900 drivers"."""
    at = next((at for at, word in enumerate(sentence.lower[:BEFORE]) if word in surveys()), None)
    if at is None or at + 1 == len(sentence) or any(tag[:1] not in OF_NAMES for tag in sentence.tags[:at]):
        return None
    behind = sentence.lower[at + 1 :]
    asking = closed_words("asking")
    if behind[0] not in asking | closed_words("asides_of_surveys") or asking.isdisjoint(behind):
        return None
    span = (sentence.start, sentence.ends[at])
    return Poll(document.text[slice(*span)], *span, None, None)


def _speaks_for_poll(document: Document, quote: Quote) -> bool:
    return quote.speaker is not None and is_survey(_words(document, quote.speaker))


def _ends_poll(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of another poll, of an election's result, or of how surely a poll tells."""
    words = sentence.lower
    if not closed_words("no_results").isdisjoint(words):
        return True
    return any(
        word in surveys() and not closed_words("other_polls").isdisjoint(words[max(0, at - BEFORE) : at])
        for at, word in enumerate(words)
    )


def is_survey(source: str) -> bool:
    """Tell whether a source is a poll, or who takes polls."""
    return not (surveys() | closed_words("pollsters")).isdisjoint(source.lower().split())


def _words(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]
