"""How far a speaker's words run on behind the sentence with the cue."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crossread.extracting.attribution.cues import COLON, INTRODUCER
from crossread.extracting.attribution.quotations import Span, find_quotations, overlapping
from crossread.extracting.attribution.quote import Quote
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import singular

SINGLE = frozenset(["he", "she"])
NEAR = 200  # characters from a speaker to a further quotation in one paragraph
APART = 50  # characters between a speaker and a cue
RECENT = 5  # attributions before a quotation of which one may go on
SPEECH = frozenset(["say", "tell", "report", INTRODUCER, COLON])


def run_on(document: Document, quotes: Sequence[Quote]) -> list[Quote]:
    """Give attributions the sentences behind them that go on with the same speech.

    A colon that ends a sentence opens the next paragraph; a speaker's name with a colon, the rest of its own. A
    quotation that opens a sentence, and has no cue of its own, is by who spoke right before it.

    Args:
        document: The article's text in sentences.
        quotes: Its attributions in order.

    Returns:
        The attributions, with such sentences among their content.
    """
    starts = [sentence.start for sentence in document.sentences]
    extended = _behind_colons(document, quotes, starts)
    order = [index for index, quote in enumerate(extended) if not quote.nested and quote.frame in SPEECH]
    taken = merged(part for quote in extended if not quote.nested for part in quote.content)
    for quotation in find_quotations(document.text):
        at = bisect_right(starts, quotation.start) - 1
        if overlapping(taken, quotation) or quotation.start > starts[at]:
            continue
        behind = bisect_left(order, quotation.end, key=lambda index: extended[index].cue.start)
        speaking = _speech_behind(document.text, extended, order[behind : behind + 1], quotation)
        if speaking is None and at:
            speaking = _speech_before(document.text, extended, order[:behind][-RECENT:], quotation, starts[at - 1])
        if speaking is not None:
            extended[speaking] = replace(extended[speaking], content=(*extended[speaking].content, quotation))
    return _carried_over(document, extended, starts)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Join spans that touch one another: the same text as spans in order and apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _carried_over(document: Document, quotes: list[Quote], starts: Sequence[int]) -> list[Quote]:
    """Lend a sentence between two of one source that source, if it goes on with what the first has introduced.

    Whoever speaks before and after a sentence speaks in it too, as when a report goes on with "the guards" that
    a statement has just told of.
    """
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index, quote in enumerate(quotes):
        for part in (quote.cue, *quote.content):
            for at in range(bisect_right(starts, part.start) - 1, bisect_right(starts, part.end - 1)):
                by_sentence[at].append(index)
    for at in range(1, len(starts) - 1):
        sentence = document.sentences[at]
        if at in by_sentence or not _goes_on(document.sentences[at - 1], sentence):
            continue
        for before in by_sentence.get(at - 1, []):
            names = (_named(document, quotes[after]) for after in by_sentence.get(at + 1, []))
            if any(same_source(_named(document, quotes[before]), name) for name in names):
                content = (*quotes[before].content, Span(sentence.start, sentence.end))
                quotes[before] = replace(quotes[before], content=content)
                break
    return quotes


def _goes_on(before: Sentence, sentence: Sentence) -> bool:
    """The sentence begins with "the", "these" and a noun of the one before."""
    if len(sentence) < 2 or sentence.lower[0] not in ("the", "these", "those"):
        return False
    return singular(sentence.lower[1]) in map(singular, before.lower)


def _named(document: Document, quote: Quote) -> str:
    return "" if quote.speaker is None else document.text[quote.speaker.start : quote.speaker.end]


def same_source(first: str, second: str) -> bool:
    """Tell whether two wordings share a capitalised word, or one holds the other's initials."""
    names = [
        {word.strip("().,") for word in text.split() if word.strip("(")[:1].isupper()} - {"The", "A", "An"}
        for text in (first, second)
    ]
    initials = ["".join(word[0] for word in text.split() if word[0].isupper()) for text in (first, second)]
    return bool(names[0] & names[1]) or initials[0] in names[1] or initials[1] in names[0]


def _behind_colons(document: Document, quotes: Sequence[Quote], starts: Sequence[int]) -> list[Quote]:
    """Let a colon that ends a sentence, or stands behind a speaker's name, open the text up to a line's end."""
    extended = list(quotes)
    text, limit = document.text, len(document.text)  # where the next speaker with a colon begins
    for index in range(len(quotes) - 1, -1, -1):
        quote = quotes[index]
        sentence = document.sentences[bisect_right(starts, quote.cue.start) - 1]
        last = index + 1 == len(quotes) or quotes[index + 1].cue.start >= sentence.end
        start = end = 0
        if quote.frame == COLON and quote.cue.end < sentence.end and quote.source.start < quote.cue.start:
            start, end = quote.cue.end, min(_line_end(text, sentence.end), limit)
        elif last and not quote.nested and sentence.words[-1] == ":":
            start = next((at for at in range(sentence.end, len(text)) if not text[at].isspace()), len(text))
            end = min(_line_end(text, start), limit)
        if start < end:
            extended[index] = replace(quote, content=(*quote.content, Span(start, end)))
        limit = quote.source.start if quote.frame == COLON else limit
    return extended


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _speech_behind(text: str, quotes: Sequence[Quote], following: Sequence[int], quotation: Span) -> int | None:
    """The attribution right behind a quotation that ends as a sentence does: "“How many?” he asked."."""
    for index in following:
        first, last = sorted((quotes[index].source, quotes[index].cue))
        gap = text[quotation.end : first.start]
        ends = text[quotation.end - 2 : quotation.end - 1] in ("?", "!", ".", "…")
        if ends and gap.isspace() and "\n" not in gap and last.start - first.end < APART:
            return index
    return None


def _passes_on(text: str, before: Quote, quote: Quote) -> bool:
    """Tell whether a source stands behind direct speech only to pass it on: "“12 died,” he said, according to AP"."""
    between = text[max(before.cue.end, before.source.end) : quote.cue.start]
    spoken = any(text[part.end - 1] in '"”' for part in before.content)
    return quote.frame == INTRODUCER and spoken and len(between) < APART and "." not in between


def _speech_before(
    text: str, quotes: Sequence[Quote], earlier: Sequence[int], quotation: Span, sentence: int
) -> int | None:
    """The last attribution before a quotation, if it reaches into the sentence before, or stands near it."""
    for at in range(len(earlier) - 1, -1, -1):
        index = earlier[at]
        last = max(part.end for part in (quotes[index].cue, quotes[index].source, *quotes[index].content))
        if last <= quotation.start:
            if at and _passes_on(text, quotes[earlier[at - 1]], quotes[index]):
                continue
            apart = quotation.start - last
            near = last > sentence or (apart < NEAR and "\n" not in text[last : quotation.start])
            return index if near else None
    return None
