"""Who and what an article names: spans of people, organisations, places and other names."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

from crossread.extracting.names.known import known_labels
from crossread.extracting.names.spans import name_spans
from crossread.language.features import heading_kind
from crossread.language.gazetteers import given_names, is_demonym, places
from crossread.language.tagger import Batch, load_tagger, number_words
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import word_list

AGREEMENT = 0.25
TRUST = 20.0  # in names that the lexicon has whole: more than the tagger gives another label
SHORTEST_HEADLINE = 5  # words


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


def find_names(documents: Sequence[Document], batch: Batch | None = None) -> list[list[Mention]]:
    """Find the names of articles.

    The trained tagger decides, swayed by the names that the lexicon has whole. Honorifics, possessives and what a
    hyphen joins to a name are left out; the number of a numbered unit ("9 Badr Corps") is taken in.

    Args:
        documents: The articles' texts in sentences.
        batch: Their words in numbers, where another step has numbered them already.

    Returns:
        For each article its mentions in reading order; they do not overlap.
    """
    if batch is None:
        batch = number_words([[sentence.words for sentence in document.sentences] for document in documents])
    headings = [[heading_kind(sentence.words) for sentence in document.sentences] for document in documents]
    hints = [
        list(chain.from_iterable(map(_hints, document.sentences, kinds)))
        for document, kinds in zip(documents, headings, strict=True)
    ]
    tagged = load_tagger("names").tag(batch, AGREEMENT, hints, TRUST)
    return [
        _with_surnames(document, _without_headings(document, list(_mentions(document, tags)), kinds))
        for document, tags, kinds in zip(documents, tagged, headings, strict=True)
    ]


def _hints(sentence: Sentence, heading: str) -> Sequence[str]:
    """Labels of known names, of which a heading in capitals tells none: there, "IS" is a verb."""
    return known_labels(sentence.words) if heading != "U" else [""] * len(sentence)


def _mentions(document: Document, tags: Sequence[Sequence[str]]) -> Iterator[Mention]:
    for sentence, labels in zip(document.sentences, tags, strict=True):
        for first, last, kind in name_spans(sentence, labels):
            start, end = sentence.starts[first], sentence.ends[last - 1]
            yield Mention(start, end, document.text[start:end], kind)


def _without_headings(document: Document, mentions: list[Mention], kinds: Sequence[str]) -> list[Mention]:
    """Leave out of headings in title case what nothing else vouches for, for there every word looks like a name."""
    titled = (sentence for sentence, kind in zip(document.sentences, kinds, strict=True) if kind == "T")
    headings = [sentence for sentence in titled if _is_headline(sentence)]
    if not headings:
        return mentions
    starts, ends = [sentence.start for sentence in headings], [sentence.end for sentence in headings]
    inside = [ends[bisect_right(starts, mention.start) - 1] > mention.start >= starts[0] for mention in mentions]
    body = {mention.text for mention, heading in zip(mentions, inside, strict=True) if not heading}
    vouched = body | {word for name in body for word in name.split()}
    lower = {word for sentence in document.sentences for word in sentence.words if word.islower()}
    return [
        mention
        for mention, heading in zip(mentions, inside, strict=True)
        if not heading
        or mention.text in vouched
        or _is_known(mention.text)
        or lower.isdisjoint(word.lower() for word in mention.text.split() if word[0].isupper())
    ]


def _is_headline(sentence: Sentence) -> bool:
    """Tell a headline from lists of names, which have no small words."""
    return len(sentence) >= SHORTEST_HEADLINE and not word_list("prepositions").isdisjoint(sentence.lower)


def _is_known(name: str) -> bool:
    return all(known_labels(name.split())) or name in places() or is_demonym(name)


def _with_surnames(document: Document, mentions: list[Mention]) -> list[Mention]:
    """A lone word that ends a person's full name in the article is that person, unless it is a known place."""
    full = [mention.text.split() for mention in mentions if mention.type == "PER"]
    surnames = {words[-1] for words in full if len(words) > 1 and not words[-1].islower()}
    if not surnames:
        return mentions
    parted = [part for mention in mentions for part in _parted(mention, surnames)]
    starts, ends = {mention.start for mention in parted}, [mention.end for mention in parted]
    found = [
        replace(mention, type="PER") if mention.text in surnames and mention.text not in places() else mention
        for mention in parted
    ]
    for sentence in document.sentences:
        if surnames.isdisjoint(sentence.words):
            continue
        for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            if word in surnames and start not in starts:
                before = bisect_right(ends, start)
                if before == len(parted) or parted[before].start > start:
                    found.append(Mention(start, end, word, "PER"))
    return sorted(found, key=lambda mention: mention.start)


def _parted(mention: Mention, surnames: Set[str]) -> list[Mention]:
    """Part two persons between whom a comma was lost: a surname of the article, and a given name with what follows."""
    words = mention.text.split()
    if mention.type != "PER" or len(words) < 3 or words[1] not in given_names():
        return [mention]
    if words[0] not in surnames or words[0] in given_names():
        return [mention]
    surname, behind = words[0], mention.text[len(words[0]) :].lstrip()
    return [
        replace(mention, end=mention.start + len(surname), text=surname),
        replace(mention, start=mention.end - len(behind), text=behind),
    ]
