"""What a poll tells beyond the sentence that names it: the shares behind, until another speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.extracting.attribution.cues import COLON, INTRODUCER, SURVEY, closed_words, surveys
from crossread.extracting.attribution.quotations import Span, overlapping
from crossread.extracting.attribution.quotes import Quote
from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document, Sentence

APART = 1  # sentences from a poll's shares to its next
BEFORE = 4  # words between "another" and "poll"
NAMING = frozenset([INTRODUCER, SURVEY, COLON])  # cues that no share speaks by
# What may stand between a share and the verb of those whom it counts: "51 per cent of voters nationwide said".
ASKED = re.compile(r"\s?|\s(of|in|among|who|nationwide|overall|each|both|also|now|still)\b[^,;:.\"“”()–—]{0,80}")


def is_asked(document: Document, quote: Quote, shares: Sequence[Span]) -> bool:
    """Tell whether a poll's share of people is what speaks: "51 per cent of voters said that they would leave".

    Args:
        document: The article's text in sentences.
        quote: One of its attributions.
        shares: Its figures that are shares, in order.
    """
    if overlapping(shares, Span(quote.source.start - 1, quote.source.end + 1)):
        return True
    before = bisect_left(shares, quote.cue.start, key=lambda share: share.end) - 1
    if quote.frame in NAMING or before < 0:
        return False
    return ASKED.fullmatch(document.text, shares[before].end, quote.cue.start - 1) is not None


def continue_polls(document: Document, figures: list[Figure], quotes: Sequence[Quote]) -> list[Figure]:
    """Let shares that stand behind a poll's be the poll's too, up to a sentence without one, or another source.

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

    told = [quote for quote in quotes if quote.speaker is not None and is_survey(_words(document, quote.speaker))]
    speaking = {sentence_at(quote.cue.start) for quote in quotes} - {sentence_at(quote.cue.start) for quote in told}
    speaking.update(at for at, sentence in enumerate(document.sentences) if _ends_poll(sentence))
    poll: Figure | None = None
    last = 0  # the sentence where it was heard last
    for index, figure in enumerate(figures):
        here = sentence_at(figure.number_start)
        if figure.source is not None:
            poll = figure if is_survey(figure.source) and not figure.in_title else None
            last = here
        elif poll is not None and figure.kind == "share":
            if here - last > APART or (here > last and not {*range(last + 1, here + 1)}.isdisjoint(speaking)):
                poll = None
                continue
            last = here
            figures[index] = poll = replace(
                figure,
                source=poll.source,
                source_start=poll.source_start,
                source_end=poll.source_end,
                antecedent_start=poll.antecedent_start,
                antecedent_end=poll.antecedent_end,
                rules="; ".join(filter(None, [figure.rules, "source: of the poll before"])),
            )
    return figures


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
