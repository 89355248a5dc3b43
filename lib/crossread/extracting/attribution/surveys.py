"""Polls and surveys where a text names them: as a sentence's subject, before their results, beside who took them."""

from bisect import bisect_left
from typing import NamedTuple

from crossread.extracting.attribution.cues import closed_words, surveys
from crossread.extracting.attribution.quotations import Span
from crossread.extracting.attribution.quote import Quote
from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document, Sentence

BEFORE = 6  # words between "another" and "poll", or from a sentence's beginning to the poll
LEAD = 8  # words within which what leads in ends: "On the one hand,"
MOST_TO_OPINION = 9  # words from a share to the verb of those whom it counts
WITHIN = frozenset(["DT", "PRP$", "JJ", "NN", "NNP", "POS", "CD"])  # tags of words before a survey, in its phrase
NAMING = ("D", "J", "N", "P", "C")  # how such tags begin where a sentence does


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
        return cls(words_of(document, speaker), *quote.source, *resolved)

    @classmethod
    def at(cls, document: Document, sentence: Sentence, first: int, last: int) -> "Poll":
        """The words of a sentence from one to another."""
        span = (sentence.starts[first], sentence.ends[last])
        return cls(document.text[slice(*span)], *span, None, None)


def is_survey(source: str) -> bool:
    """Tell whether a source is a poll, or who takes polls."""
    return not (surveys() | closed_words("pollsters")).isdisjoint(source.lower().split())


def words_of(document: Document, span: Span) -> str:
    """The words that a span stands for."""
    return document.text[span.start : span.end]


def asking(document: Document, sentence: Sentence) -> Poll | None:
    """A poll that a sentence begins with, and tells whom it asked: "The survey, taken in May, asked 900 drivers"."""
    first, at = _opening(sentence)
    behind = sentence.lower[at + 1 :]
    verbs = closed_words("asking")
    if first == at or behind[0] not in verbs | closed_words("asides_of_surveys") or verbs.isdisjoint(behind):
        return None
    return Poll.at(document, sentence, first, at)


def doing(document: Document, sentence: Sentence) -> Poll | None:
    """A poll that a sentence begins with and that does anything: "A new poll spells trouble for the mayor"."""
    first, at = _opening(sentence)
    does = first < at and sentence.tags[at + 1][:2] in ("VB", "MD")
    return Poll.at(document, sentence, first, at) if does else None


def _opening(sentence: Sentence) -> tuple[int, int]:
    """Where a sentence's first noun phrase begins, and the word for a poll with which it ends; alike without one.

    A lead before a comma may stand before it: "On the one hand, a new poll spells trouble".
    """
    at = next((at for at, word in enumerate(sentence.lower[: LEAD + BEFORE]) if word in surveys()), 0)
    first = max((behind + 1 for behind in range(min(at, LEAD)) if sentence.lower[behind] == ","), default=0)
    names = all(tag[:1] in NAMING for tag in sentence.tags[first:at])
    return (first, at) if names and at - first < BEFORE and at + 1 < len(sentence) else (0, 0)


def ends_poll(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of another poll, of an election's result, or of how surely a poll tells."""
    words = sentence.lower
    if not closed_words("no_results").isdisjoint(words):
        return True
    return any(
        word in surveys() and not closed_words("other_polls").isdisjoint(words[max(0, at - BEFORE) : at])
        for at, word in enumerate(words)
    )


def is_opinion(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a share is of those who think or say something, as only a survey knows: "75% of CEOs expect"."""
    if figure.kind != "share" or figure.role == "change" or not figure.counted:
        return False
    first = bisect_left(sentence.starts, figure.number_end)
    return not closed_words("opining").isdisjoint(sentence.lower[first : first + MOST_TO_OPINION])


def last_surveys(document: Document) -> list[Poll | None]:
    """The survey that was named last, for each sentence; another than the article's own is left aside."""
    named: list[Poll | None] = []
    for sentence in document.sentences:
        named.append(_survey(document, sentence) or (named[-1] if named else None))
    return named


def _survey(document: Document, sentence: Sentence) -> Poll | None:
    """The first survey that a sentence names as the article's own."""
    others = closed_words("other_polls") - {"a", "an"}
    for at in (at for at, word in enumerate(sentence.lower) if word in surveys() and word != "polling"):
        begin = at
        while begin and sentence.tags[begin - 1] in WITHIN:
            begin -= 1
        if sentence.tags[at] in ("NN", "NNP") and begin < at and others.isdisjoint(sentence.lower[begin:at]):
            return Poll.at(document, sentence, begin, at)
    return None
