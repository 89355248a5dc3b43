"""Whom the words at a cue stand for."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.extracting.attribution.cues import source_class
from crossread.extracting.attribution.quotations import Span, overlapping
from crossread.extracting.attribution.quotes import Quote
from crossread.extracting.names.mentions import Mention
from crossread.language.tokens import Document, Sentence

MEMORY = 3  # sentences back in which a pronoun's speaker is looked for
REACH = 6  # tokens within which a description that opens a sentence ends
ARTICLES = frozenset(["the", "a", "an"])
ONE = frozenset(["spokesman", "spokeswoman", "spokesperson", "official", "minister", "commander", "activist", "source"])
SINGLE = frozenset(["he", "she"])
SPEAKERS = SINGLE | {"they", "it"}
NOBODY = frozenset(["i", "we", "you", "who", "which", "that", "this", "these", "those", "what"])


def resolve_speakers(document: Document, quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[Quote]:
    """Tell for each attribution whom its source stands for.

    A pronoun stands for who spoke last, else for the person, or the other name, that stands last before it.

    Args:
        document: The article's text in sentences.
        quotes: Its attributions in order.
        mentions: Its names.

    Returns:
        The attributions with `speaker` filled where the article tells.
    """
    people = [Span(mention.start, mention.end) for mention in mentions if mention.type == "PER"]
    starts = [sentence.start for sentence in document.sentences]
    told: list[Quote] = []
    for quote in quotes:
        word = document.text[quote.source.start : quote.source.end].lower()
        if word in SPEAKERS:
            at = bisect_right(starts, quote.source.start) - 1
            before = document.sentences[max(0, at - MEMORY) : at + 1]
            told.append(replace(quote, speaker=_antecedent(document, word, quote, told, people, before)))
        elif quote.speaker is None and word not in NOBODY:
            told.append(replace(quote, speaker=quote.source))
        else:
            told.append(quote)
    return told


def _antecedent(
    document: Document,
    word: str,
    quote: Quote,
    earlier: Sequence[Quote],
    people: Sequence[Span],
    sentences: Sequence[Sentence],
) -> Span | None:
    since = sentences[0].start
    for before in reversed(earlier):
        if before.cue.start < since:
            break
        if before.speaker is None:
            continue
        person = bool(overlapping(people, before.speaker)) or _is_person(document, before.speaker)
        if (word in SINGLE) == person or word == "they":
            return before.speaker
    if word not in SINGLE:
        return None
    named = overlapping(people, Span(since, quote.source.start))
    return named[-1] if named else _opening_role(sentences[:-1])


def _opening_role(sentences: Sequence[Sentence]) -> Span | None:
    """The last description of a speaker that opens a sentence: "The doctor spoke slowly"."""
    for sentence in reversed(sentences):
        if sentence.tokens[0].text.lower() not in ARTICLES:
            continue
        for token, speech in zip(sentence.tokens[1:REACH], sentence.speech[1:REACH], strict=True):
            if speech.startswith(("V", "MD")):
                break
            if source_class(token.text.lower()) is not None:
                return Span(sentence.start, token.end)
    return None


def _is_person(document: Document, speaker: Span) -> bool:
    """A description of one person: "a doctor in the town"."""
    words = document.text[speaker.start : speaker.end].lower().split()
    return any(source_class(word) in ("medical", "witness") or word in ONE for word in words)
