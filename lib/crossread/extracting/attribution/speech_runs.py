"""How far one speaker's words run on behind the sentence that names the speaker."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crossread.extracting.attribution.quotations import Span, find_quotations, overlapping
from crossread.extracting.attribution.quotes import Quote
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import singular

NEAR = 200  # characters from a speaker to a further quotation in one paragraph
APART = 50  # characters between a speaker and a cue
RECENT = 5  # attributions before a quotation of which one may go on
SPEECH = frozenset("SLQsqlK:")


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
    told = _behind_colons(document, quotes, starts)
    order = [index for index, quote in enumerate(told) if not quote.nested and quote.frame in SPEECH]
    taken = merged(part for quote in told if not quote.nested for part in quote.content)
    for quotation in find_quotations(document.text):
        at = bisect_right(starts, quotation.start) - 1
        if overlapping(taken, quotation) or quotation.start > starts[at]:
            continue
        behind = bisect_left(order, quotation.end, key=lambda index: told[index].cue.start)
        speaking = _speech_behind(document.text, told, order[behind : behind + 1], quotation)
        if speaking is None and at:
            speaking = _speech_before(document.text, told, order[:behind][-RECENT:], quotation, starts[at - 1])
        if speaking is not None:
            told[speaking] = replace(told[speaking], content=(*told[speaking].content, quotation))
    return _carried_over(document, told, starts)


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
    by_sentence: dict[int, list[int]] = {}
    for index, quote in enumerate(quotes):
        for part in (quote.cue, *quote.content):
            for at in range(bisect_right(starts, part.start) - 1, bisect_right(starts, part.end - 1)):
                by_sentence.setdefault(at, []).append(index)
    told = list(quotes)
    for at in range(1, len(starts) - 1):
        if at in by_sentence or not _goes_on(document.sentences[at - 1], document.sentences[at]):
            continue
        for before in by_sentence.get(at - 1, []):
            names = (_named(document, quotes[after]) for after in by_sentence.get(at + 1, []))
            if any(same_source(_named(document, quotes[before]), name) for name in names):
                sentence = Span(document.sentences[at].start, document.sentences[at].end)
                told[before] = replace(told[before], content=(*told[before].content, sentence))
                break
    return told


def _goes_on(before: Sentence, sentence: Sentence) -> bool:
    """The sentence begins with "the", "these" and a noun of the one before."""
    first, second = (token.text.lower() for token in (*sentence.tokens, *sentence.tokens)[:2])
    introduced = {singular(token.text.lower()) for token in before.tokens}
    return first in ("the", "these", "those") and singular(second) in introduced


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
    told = []
    limit = len(document.text)  # where the next speaker with a colon begins
    for index in range(len(quotes) - 1, -1, -1):
        quote = quotes[index]
        sentence = document.sentences[bisect_right(starts, quote.cue.start) - 1]
        last = index + 1 == len(quotes) or quotes[index + 1].cue.start >= sentence.end
        added: Span | None = None
        if quote.frame == ":" and quote.cue.end < sentence.end and quote.source.start < quote.cue.start:
            added = Span(quote.cue.end, min(_line_end(document.text, sentence.end), limit))
        elif last and not quote.nested and sentence.tokens[-1].text == ":":
            start = _next_line(document.text, sentence.end)
            added = Span(start, min(_line_end(document.text, start), limit))
        content = quote.content if added is None or added.start >= added.end else (*quote.content, added)
        told.append(replace(quote, content=content))
        limit = quote.source.start if quote.frame == ":" else limit
    return told[::-1]


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _next_line(text: str, offset: int) -> int:
    """Where the text goes on behind line breaks and space."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _speech_behind(text: str, quotes: Sequence[Quote], following: Sequence[int], quotation: Span) -> int | None:
    """The attribution right behind a quotation that ends as a sentence does: "“How many?” he asked."."""
    for index in following:
        first, last = sorted((quotes[index].source, quotes[index].cue))
        gap = text[quotation.end : first.start]
        ends = text[quotation.end - 2 : quotation.end - 1] in ("?", "!", ".", "…")
        if ends and gap.isspace() and "\n" not in gap and last.start - first.end < APART:
            return index
    return None


def _speech_before(
    text: str, quotes: Sequence[Quote], earlier: Sequence[int], quotation: Span, sentence: int
) -> int | None:
    """The last attribution before a quotation, if it reaches into the sentence before, or stands near it."""
    for index in reversed(earlier):
        last = max(part.end for part in (quotes[index].cue, quotes[index].source, *quotes[index].content))
        if last <= quotation.start:
            apart = quotation.start - last
            near = last > sentence or (apart < NEAR and "\n" not in text[last : quotation.start])
            return index if near else None
    return None
