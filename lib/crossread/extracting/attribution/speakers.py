"""Whom the words at a cue stand for."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace

from crossread.extracting.attribution.cues import COLON, closed_words, is_paper, source_class
from crossread.extracting.attribution.quotations import Span, overlapping
from crossread.extracting.attribution.quote import Quote
from crossread.extracting.names.mentions import Mention
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import singular

MEMORY = 3  # sentences back in which a pronoun's speaker is looked for
REACH = 6  # words within which a description that opens a sentence ends
ARTICLES = frozenset(["the", "a", "an"])
PERSONS = ("medical", "witness")
SINGLE = frozenset(["he", "she"])
SPEAKERS = SINGLE | {"they", "it"}
OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
NOBODY = frozenset(["i", "we", "you", "who", "which", "that", "this", "these", "those", "what"])
SHORT = 3  # letters; a place that is written so before a colon may speak: "US: 12 died"


def resolve_speakers(document: Document, quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[Quote]:
    """Tell for each attribution whom its source stands for.

    A pronoun stands for who spoke in its sentence or the one before, else, of a body or several people, for those who
    are the subject there, else for who spoke last, or for the person named last.

    Args:
        document: The article's text in sentences.
        quotes: Its attributions in order.
        mentions: Its names.

    Returns:
        The attributions with `speaker` filled where the article tells.
    """
    people, bodies = (
        [Span(mention.start, mention.end) for mention in mentions if mention.type == kind] for kind in ("PER", "ORG")
    )
    named_places = (document.text[mention.start : mention.end] for mention in mentions if mention.type == "LOC")
    places = {form for name in named_places for form in (name, name.title())}
    starts = [sentence.start for sentence in document.sentences]
    resolved: list[Quote] = []
    for quote in quotes:
        named = document.text[quote.source.start : quote.source.end]
        if _is_only_place(document, quote, named, places):
            continue
        word = named.lower()
        word = OWNERS.get(word, word)
        if word in SPEAKERS:
            at = bisect_right(starts, quote.source.start) - 1
            before = document.sentences[max(0, at - MEMORY) : at + 1]
            body = None if word in SINGLE else _body_before(before, bodies, quote, several=word == "they")
            speaker = _antecedent(document, word, quote, resolved, people, before, body)
            resolved.append(replace(quote, speaker=speaker))
        elif quote.speaker is None and word not in NOBODY:
            resolved.append(replace(quote, speaker=quote.source))
        else:
            resolved.append(quote)
    return resolved


def _is_only_place(document: Document, quote: Quote, named: str, places: Container[str]) -> bool:
    """Tell whether a place does not speak: "Victoria recorded 63 cases", "NEW DELHI: 12 bakers left"."""
    if quote.frame == COLON and named.isupper() and len(named) > SHORT and named.title() in places:
        return True
    return named in places and document.text[quote.cue.start : quote.cue.end].lower() in closed_words("of_places")


def _antecedent(
    document: Document,
    word: str,
    quote: Quote,
    earlier: Sequence[Quote],
    people: Sequence[Span],
    sentences: Sequence[Sentence],
    body: Span | None,
) -> Span | None:
    since = sentences[0].start
    for before in reversed(earlier):
        if before.cue.start < since or (body is not None and before.cue.start < body.start):
            break
        if before.speaker is None or (word == "it" and _are_several(document, before.speaker)):
            continue
        person = bool(overlapping(people, before.speaker)) or _is_person(document, before.speaker)
        if (word in SINGLE) == person or word == "they":
            return before.speaker
    if word not in SINGLE:
        return body
    named = overlapping(people, Span(since, quote.source.start))
    return named[-1] if named else _opening_role(sentences[:-1])


def _body_before(sentences: Sequence[Sentence], bodies: Sequence[Span], quote: Quote, *, several: bool) -> Span | None:
    """Whom "it" or "they" mean: the subject of their sentence ("the report lists what it says") or the one before."""
    own = _opening_body(sentences[-1], bodies, several=several)
    if own is not None and own.end <= quote.source.start:
        return own
    return _opening_body(sentences[-2], bodies, several=several) if len(sentences) > 1 else None


def _opening_body(sentence: Sentence, bodies: Sequence[Span], *, several: bool) -> Span | None:
    """The body, or the people, that a sentence begins with: "Researchers at the club followed 90 nurses"."""
    first = sentence.starts[sentence.lower[0] in ARTICLES] if len(sentence) > 1 else sentence.start
    named = None if several else next((body for body in overlapping(bodies, Span(first, first + 1))), None)
    if named is not None:
        return named
    for at in range(min(REACH, len(sentence))):
        if sentence.tags[at][:1] not in ("N", "J", "D") or (at and sentence.lower[0] not in ARTICLES):
            break
        word = sentence.lower[at]
        plural = sentence.tags[at] in ("NNS", "NNPS") or word == "police"
        behind = sentence.tags[at + 1][:1] if at + 1 < len(sentence) else ""
        kind = source_class(word)
        speaks = (
            kind not in (None, "unnamed") or word in closed_words("bodies") or (kind is not None and is_paper(word))
        )
        person = not several and (kind in PERSONS or word in closed_words("persons"))
        if plural == several and behind != "N" and speaks and not person:
            return Span(sentence.start, sentence.ends[at])
    return None


def _opening_role(sentences: Sequence[Sentence]) -> Span | None:
    """The last description of a speaker that opens a sentence: "The doctor spoke slowly"."""
    for sentence in reversed(sentences):
        if sentence.lower[0] not in ARTICLES:
            continue
        for at in range(1, min(REACH, len(sentence))):
            if sentence.tags[at].startswith(("V", "MD")):
                break
            if source_class(sentence.lower[at]) is not None:
                return Span(sentence.start, sentence.ends[at])
    return None


def _are_several(document: Document, speaker: Span) -> bool:
    """A description of several people: "airline officials", but not "the United Nations"."""
    head = document.text[speaker.start : speaker.end].split()[-1]
    return head.islower() and singular(head) != head


def _is_person(document: Document, speaker: Span) -> bool:
    """A description of one person: "a doctor in the town"."""
    words = document.text[speaker.start : speaker.end].lower().split()
    return any(source_class(word) in PERSONS or word in closed_words("persons") for word in words)
