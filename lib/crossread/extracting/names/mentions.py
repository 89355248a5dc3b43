"""Who and what an article names: spans of people, organisations, places and other names."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from crossread.extracting.names.known import known_labels
from crossread.extracting.names.spans import name_spans
from crossread.language.features import heading_kind
from crossread.language.gazetteers import given_names, is_demonym, places
from crossread.language.tagger import load_tagger, number_words
from crossread.language.tokens import Document
from crossread.lexicon import load_lexicon

AGREEMENT = 0.25
TRUST = 20.0  # in names that the lexicon has whole: more than the tagger gives another label


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article: its span and type (PER, ORG, LOC, MISC)."""

    start: int
    end: int
    text: str
    type: str


def find_mentions(document: Document) -> list[Mention]:
    """Find the names of one article; `find_names` does many much faster."""
    return find_names([document])[0]


def find_names(documents: Sequence[Document]) -> list[list[Mention]]:
    """Find the names of articles.

    The trained tagger decides, swayed by the names that the lexicon has whole. Honorifics, possessives and what a
    hyphen joins to a name are left out; the number of a numbered unit ("9 Badr Corps") is taken in.

    Args:
        documents: The articles' texts in sentences.

    Returns:
        For each article its mentions in reading order; they do not overlap.
    """
    words = [[[token.text for token in sentence.tokens] for sentence in document.sentences] for document in documents]
    hints = [[label for sentence in article for label in _hints(sentence)] for article in words]
    tagged = load_tagger("names").tag(number_words(words), AGREEMENT, hints, TRUST)
    return [
        _with_surnames(document, _without_headings(document, list(_mentions(document, tags))))
        for document, tags in zip(documents, tagged, strict=True)
    ]


def _hints(words: Sequence[str]) -> list[str]:
    """Labels of known names, of which a heading in capitals tells none: there, "IS" is a verb."""
    return [""] * len(words) if heading_kind(words) == "U" else known_labels(words)


def _mentions(document: Document, tags: Sequence[Sequence[str]]) -> Iterator[Mention]:
    for sentence, labels in zip(document.sentences, tags, strict=True):
        for first, last, kind in name_spans(sentence.tokens, labels):
            start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
            yield Mention(start, end, document.text[start:end], kind)


def _without_headings(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Leave out of headings in title case what nothing else vouches for, for there every word looks like a name."""
    headings = [
        (sentence.start, sentence.end)
        for sentence in document.sentences
        if _is_headline([token.text for token in sentence.tokens])
    ]
    inside = [any(start <= mention.start < end for start, end in headings) for mention in mentions]
    body = {mention.text for mention, heading in zip(mentions, inside, strict=True) if not heading}
    told = body | {word for name in body for word in name.split()}
    lower = {token.text for sentence in document.sentences for token in sentence.tokens if token.text.islower()}
    return [
        mention
        for mention, heading in zip(mentions, inside, strict=True)
        if not heading
        or mention.text in told
        or _is_known(mention.text)
        or lower.isdisjoint(word.lower() for word in mention.text.split() if word[0].isupper())
    ]


def _is_headline(words: Sequence[str]) -> bool:
    """Tell a headline from lists of names, which have no small words."""
    small = sum(word.lower() in load_lexicon("words")["prepositions"] for word in words)
    return heading_kind(words) == "T" and len(words) >= 5 and small > 0


def _is_known(name: str) -> bool:
    labels = known_labels(name.split())
    return all(labels) or name in places() or is_demonym(name)


def _with_surnames(document: Document, mentions: list[Mention]) -> list[Mention]:
    """A lone word that ends a person's full name in the article is that person, unless it is a known place."""
    full = [mention.text.split() for mention in mentions if mention.type == "PER"]
    surnames = {words[-1] for words in full if len(words) > 1 and not words[-1].islower()}
    if not surnames:
        return mentions
    mentions = [part for mention in mentions for part in _parted(mention, surnames)]
    taken = {mention.start for mention in mentions}
    ends = [mention.end for mention in mentions]
    found = [
        replace(mention, type="PER") if mention.text in surnames and mention.text not in places() else mention
        for mention in mentions
    ]
    for sentence in document.sentences:
        for token in sentence.tokens:
            before = bisect_right(ends, token.start)
            covered = before < len(mentions) and mentions[before].start <= token.start
            if token.text in surnames and token.start not in taken and not covered:
                found.append(Mention(token.start, token.end, token.text, "PER"))
    return sorted(found, key=lambda mention: mention.start)


def _parted(mention: Mention, surnames: Set[str]) -> list[Mention]:
    """Part two persons between whom a comma was lost: a surname of the article, and a given name with what follows."""
    words = mention.text.split()
    if (
        mention.type != "PER"
        or len(words) < 3
        or words[0] not in surnames - given_names()
        or words[1] not in given_names()
    ):
        return [mention]
    surname, rest = words[0], mention.text[len(words[0]) :].lstrip()
    return [
        replace(mention, end=mention.start + len(surname), text=surname),
        replace(mention, start=mention.end - len(rest), text=rest),
    ]
