"""Who is said to have said a figure."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crossread.extracting.attribution.cues import INTRODUCER, SURVEY, forms_of
from crossread.extracting.attribution.polls import continue_polls, is_asked
from crossread.extracting.attribution.quotations import Span, overlapping
from crossread.extracting.attribution.quote import Quote
from crossread.extracting.attribution.running_on import merged
from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document
from crossread.language.vocabulary import outcome_words
from crossread.lexicon import load_lexicon

QUOTED_LINE = re.compile(r"[^\w\n\"“]{0,10}[\"“]\w{0,3}")  # how one begins
NEGATIONS = frozenset(["not", "never", "cannot"])
ADDS = frozenset(["only", "just", "merely", "necessarily"])  # "not only 12 died"
MOST_BETWEEN = 2  # words between a negation and the number that it denies
TITLE = -1  # stands for the title's sentences
SHORT = 20  # characters; a shorter title may stand in the text as other words
JUDGEMENT = "judge"  # who praises or wants something claims no figure of it
JOINED = re.compile(r"[,;:–—] (?:and|but|while|as|or)\b|\. |[;–—]")
INTENT = " to "  # "the firm agreed to pay 2 billion" is no claim of it
THOUGHT = "think"  # "the minister said that they expect 300": the minister says so


def attribute(document: Document, figures: Sequence[Figure], quotes: Sequence[Quote]) -> list[Figure]:
    """Give each figure the source that its article names for it.

    Args:
        document: The article's text in sentences.
        figures: Its figures.
        quotes: Its attributions, with their speakers.

    Returns:
        The figures in the same order; `source` stays None where the outlet speaks in its own voice.
    """
    shares = [Span(figure.start, figure.end) for figure in figures if figure.kind == "share"]
    title, *copies = _title_copies(document) or [Span(0, 0)]
    spoken = merged(part for quote in quotes if not quote.nested for part in quote.content)
    heard = [
        _within_copy(document, quote, copies)
        for quote in quotes
        if not (quote.nested and _is_spoken(document, quote, spoken)) and not is_asked(document, quote, shares)
    ]
    near = _by_sentence(document, heard)
    told = []
    for figure in figures:
        copy = next(iter(overlapping([title, *copies], Span(figure.start, figure.end))), None)
        nearby = _in_title(near[TITLE], title, copy) if copy is not None else near[figure.sentence_start]
        told.append(_with_source(document, figure, nearby))
    return continue_polls(document, told, heard)


def _is_spoken(document: Document, nested: Quote, spoken: Sequence[Span]) -> bool:
    """Tell whether direct speech in which another speaks is somebody's; of a line that is all quoted, the other is."""
    begins = document.text.rfind("\n", 0, nested.source.start) + 1
    quoted = QUOTED_LINE.match(document.text, begins, nested.source.start) is not None
    return not quoted or any(part.start < nested.cue.end for part in overlapping(spoken, nested.cue))


def _by_sentence(document: Document, quotes: Sequence[Quote]) -> dict[int, list[Quote]]:
    """The attributions that touch each sentence, by where the sentence starts; those of the title also apart."""
    starts = [sentence.start for sentence in document.sentences]
    near: dict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        touched = {
            at
            for part in (quote.source, *quote.content)
            for at in range(bisect_right(starts, part.start) - 1, bisect_right(starts, part.end - 1))
        }
        if quote.source.start < document.title_end:
            touched.add(TITLE)
        for at in touched:
            near[starts[at] if at >= 0 else TITLE].append(quote)
    return near


def _title_copies(document: Document) -> list[Span]:
    """Where the text repeats its title, with the title itself."""
    title = document.text[: document.title_end].strip()
    starts = [match.start() for match in re.finditer(re.escape(title), document.text)] if len(title) > SHORT else []
    return [Span(start, start + len(title)) for start in starts]


def _within_copy(document: Document, quote: Quote, copies: Sequence[Span]) -> Quote:
    """Let what a repeated title attributes end with it, where the text goes on without a full stop."""
    for copy in copies:
        behind = document.text[copy.end :].lstrip()[:1]
        if copy.holds(quote.source) and (behind.isupper() or behind.isdecimal()):
            content = [Span(part.start, min(part.end, copy.end)) for part in quote.content]
            return replace(quote, content=tuple(part for part in content if part.start < part.end))
    return quote


def _in_title(quotes: Sequence[Quote], title: Span, copy: Span) -> list[Quote]:
    """What a title itself attributes, where it stands or where the text repeats it."""
    moved = copy.start - title.start
    return [
        replace(quote, content=tuple(Span(part.start + moved, part.end + moved) for part in quote.content))
        for quote in quotes
        if title.start <= quote.source.start < title.end
    ]


def _counts(document: Document, figure: Figure, quote: Quote) -> bool:
    """Tell whether a figure counts a source: "two residents in Homs said"; a verb behind it tells its fate."""
    in_source = quote.source.holds(Span(figure.number_start, figure.number_end))
    between = document.text[figure.end : max(quote.source.end, quote.cue.start)].lower().split()
    return in_source and _verbs().isdisjoint(between)


@cache
def _verbs() -> frozenset[str]:
    """Auxiliaries, and verbs that tell a fate."""
    fates = (word for word, outcome in outcome_words().items() if outcome.form == "past")
    return frozenset([*fates, *load_lexicon("words")["auxiliaries"]])


def _with_source(document: Document, figure: Figure, quotes: Sequence[Quote]) -> Figure:
    """The source nearest to the figure among those whose words hold it, and who passes on what it says."""
    phrase = Span(figure.start, figure.end)
    if any(_counts(document, figure, quote) for quote in quotes):
        return replace(figure, outcome="other" if figure.kind == "count" else figure.outcome)  # it counts the source
    holding = [
        quote
        for quote in quotes
        if quote.speaker is not None
        and quote.frame != JUDGEMENT
        and not (quote.frame == THOUGHT and document.text.startswith(INTENT, quote.cue.end))
        and (quote.frame != SURVEY or figure.kind == "share" or document.text[quote.cue.start].isupper())
        and any(part.start <= figure.number_start < part.end for part in quote.content)
    ]
    if not holding:
        return figure
    passing = {id(quote) for quote in holding if _passes_on(document, quote, holding)}
    holding.sort(
        key=lambda quote: (
            not quote.cites,
            id(quote) in passing,
            quote.frame == THOUGHT,
            _distance(quote.source, phrase),
        )
    )
    nearest, *further = holding
    speaker = nearest.speaker or nearest.source
    resolved = speaker != nearest.source
    source = document.text[speaker.start : speaker.end]
    return replace(
        figure,
        source=source,
        source_start=nearest.source.start,
        source_end=nearest.source.end,
        antecedent_start=speaker.start if resolved else None,
        antecedent_end=speaker.end if resolved else None,
        stance="denied" if _is_denied(document, figure) else nearest.stance,
        via=_chain(document, source, nearest, further),
        rules="; ".join(filter(None, [figure.rules, f"source: {nearest.rule}"])),
    )


def _passes_on(document: Document, quote: Quote, others: Sequence[Quote]) -> bool:
    """Tell whether a source passes on whom another accuses: "he accused them of killing 12, according to the BBC".

    Not so where a clause of its own stands between them: "he blamed them, and 12 died, according to the BBC".
    """
    if quote.frame != INTRODUCER or quote.cites:
        return False
    cues = (other.cue for other in others if other.cue.end < quote.cue.start)
    said = (cue for cue in cues if document.text[cue.start : cue.end].lower() in forms_of("accusing"))
    return any(
        part.start <= cue.start < part.end and JOINED.search(document.text, cue.end, quote.cue.start) is None
        for cue in said
        for part in quote.content
    )


def _is_denied(document: Document, figure: Figure) -> bool:
    """Tell whether a number is spoken of only to say that it is wrong: "there are not 71 dead"."""
    before = document.text[figure.sentence_start : figure.start].lower().split()[-MOST_BETWEEN - 1 :]
    if ADDS.intersection(before) or "?" in document.text[figure.end : figure.sentence_end]:
        return False  # "why aren't the 12 at work?"
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in before)


def _chain(document: Document, source: str, nearest: Quote, further: Sequence[Quote]) -> str | None:
    """Who passes on what the source says, the nearest first: "state TV, citing the ministry, said"."""
    names = dict.fromkeys(
        document.text[quote.speaker.start : quote.speaker.end]
        for quote in further
        if quote.speaker is not None
        and (nearest.cites or any(part.start <= nearest.cue.start < part.end for part in quote.content))
    )
    names.pop(source, None)
    return ", ".join(names) or None


def _distance(source: Span, figure: Span) -> int:
    return max(source.start - figure.end, figure.start - source.end, 0)
