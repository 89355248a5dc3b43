"""What a poll tells beyond the sentence that names it: the shares behind, until another speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.extracting.attribution.cues import COLON, INTRODUCER, SURVEY, closed_words, source_class, surveys
from crossread.extracting.attribution.quotations import Span, overlapping
from crossread.extracting.attribution.quote import Quote
from crossread.extracting.attribution.running_on import same_source
from crossread.extracting.attribution.surveys import (
    Poll,
    asking,
    doing,
    ends_poll,
    is_opinion,
    is_survey,
    last_surveys,
    words_of,
)
from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document

APART = 1  # sentences from a poll's results to its next
MOST_PERCENT = 100
NAMING = frozenset([INTRODUCER, SURVEY, COLON])  # cues that no share speaks by
# What may stand between a share and the verb of those whom it counts: "51 per cent of voters nationwide said".
ASKED = re.compile(r"\s?|\s(of|in|among|who|nationwide|overall|each|both|also|now|still)\b[^,;:.\"“”()–—]{0,80}")

MOST = re.compile(r"(an?\s)?(\w+\s)?(majorit(y|ies)|plurality)\sof\b", re.IGNORECASE)
ASKED_OF = re.compile(r"\b(of|in|among|from|by)\s$")


def is_asked(document: Document, quote: Quote, shares: Sequence[Span]) -> bool:
    """Tell whether a poll's share of people is what speaks: "51 per cent of voters said that they would leave".

    Args:
        document: The article's text in sentences.
        quote: One of its attributions.
        shares: Its figures that are shares, in order.
    """
    widened = Span(quote.source.start - 1, quote.source.end + 1)
    if overlapping(shares, widened) or MOST.match(words_of(document, quote.source)):
        return True
    before = bisect_left(shares, quote.cue.start, key=lambda share: share.end) - 1
    if quote.frame in NAMING or before < 0:
        return False
    if ASKED.fullmatch(document.text, shares[before].end, quote.cue.start - 1) is None:
        return False
    # Where a comma was lost another speaks: "half of them children the monitor said".
    part = ASKED_OF.search(document.text, shares[before].end, quote.source.start) is not None
    *_, head = words_of(document, quote.source).split()
    return part or (head.islower() and source_class(head) is None)


def continue_polls(document: Document, figures: Sequence[Figure], quotes: Sequence[Quote]) -> list[Figure]:
    """Let results beside and behind a poll's be the poll's too, up to a sentence without one, or another source.

    Results are shares, points of a lead, and bare numbers beside them: "48 percent to 40". A poll that a sentence only
    tells of, as of whom it asked, is heard from the next on; a share of those who think something is of the survey that
    was named last.

    Args:
        document: The article's text in sentences.
        figures: Its figures in order, with the sources that their sentences name.
        quotes: Its attributions that speak of figures.

    Returns:
        The figures in the same order.
    """
    known = surveys() | closed_words("pollsters")
    if all(known.isdisjoint(sentence.lower) for sentence in document.sentences):
        return list(figures)
    trail = _Trail(document, quotes)
    return [trail.follow(figure) for figure in figures]


class _Trail:
    """A poll's results through an article: which poll is heard, and where it was heard last."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self._document = document
        self._starts = [sentence.start for sentence in document.sentences]
        self._named: dict[int, Quote] = {}
        self._others: set[int] = set()
        for quote in quotes:
            if quote.speaker is not None and is_survey(words_of(document, quote.speaker)):
                self._named[self._at(quote.cue.start)] = quote
            else:
                self._others.add(self._at(quote.cue.start))
        self._ending = {at for at, sentence in enumerate(document.sentences) if ends_poll(sentence)}
        self._surveys = last_surveys(document)
        self._by_pollsters = self._said_by_pollsters(quotes)
        self._poll: Poll | None = None
        self._last = 0

    def follow(self, figure: Figure) -> Figure:
        """The next figure, with the poll as its source where it is one of its results."""
        here = self._at(figure.number_start)
        if figure.source is not None:
            told = is_survey(figure.source)
            if told or here not in self._by_pollsters:
                self._poll = Poll.of(figure) if told and not figure.in_title else None
            self._last = here
            return figure
        if not _is_result(figure):
            return figure
        self._poll = self._heard(here, figure)
        if self._poll is None:
            return figure
        self._last = here
        rules = "; ".join(filter(None, [figure.rules, "source: of the poll before"]))
        return replace(figure, rules=rules, **self._poll._asdict())

    def _heard(self, here: int, figure: Figure) -> Poll | None:
        """The poll that a result belongs to."""
        sentences, before = self._document.sentences, here - APART
        fresh = before >= 0 and here - self._last >= APART and here not in self._others | self._ending
        found = None
        if here not in self._others:
            found = Poll.by(self._document, self._named[here]) if here in self._named else None
            found = found or asking(self._document, sentences[here])
        if found is None and fresh:
            found = asking(self._document, sentences[before])
            found = found or (None if figure.counted else doing(self._document, sentences[before]))
        if found is None and self._poll is not None and not self._is_lost(here):
            found = self._poll
        if found is None and here not in self._others and is_opinion(sentences[here], figure):
            found = self._surveys[here]
        return found

    def _is_lost(self, here: int) -> bool:
        """Tell whether too much stands between the poll's last result and a sentence, or another is heard there."""
        apart = sum(at not in self._by_pollsters for at in range(self._last + 1, here + 1))
        return apart > APART or (here > self._last and here in self._others | self._ending)

    def _said_by_pollsters(self, quotes: Sequence[Quote]) -> set[int]:
        """Sentences that those speak who took a poll: "said Ann Cerny, director of the college's poll"."""
        spoken, pollsters = set[int](), set[str]()
        for quote in quotes:
            name = "" if quote.speaker is None else words_of(self._document, quote.speaker)
            beside = not surveys().isdisjoint(self._document.sentences[self._at(quote.cue.start)].lower)
            if beside or any(same_source(name, pollster) for pollster in pollsters):
                pollsters.add(name)
                for part in (quote.cue, *quote.content):
                    spoken.update(range(self._at(part.start), self._at(part.end - 1) + 1))
        return spoken

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)


def _is_result(figure: Figure) -> bool:
    """Tell whether a figure can be what a poll found."""
    bare = figure.kind == "count" and not figure.counted and figure.value <= MOST_PERCENT
    return figure.kind == "share" or figure.unit == "point" or figure.counted in closed_words("points") or bare
