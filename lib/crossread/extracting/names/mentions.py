"""Who and what an article names: spans of people, organisations, places and other names."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import chain

from crossread.extracting.names.headings import mend_headings
from crossread.extracting.names.known import known_labels
from crossread.extracting.names.mention import Mention
from crossread.extracting.names.spans import name_spans
from crossread.language.features import heading_kind
from crossread.language.gazetteers import given_names, name_words, places
from crossread.language.tagger import Batch, load_tagger, number_words
from crossread.language.tokens import Document, Sentence

__all__ = ["Mention", "find_mentions", "find_names", "with_one_type"]

AGREEMENT = 0.15
ACRONYM = re.compile(r" ?\( ?([^\W\d_]\w*[^\W\d_]) ?[);,]")
MOSTLY = 0.75  # of a word's mentions in an article
TRUST = 20.0  # in names that the lexicon has whole: more than the tagger gives another label


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
        with_one_type(_with_surnames(document, mend_headings(document, list(_mentions(document, tags)), kinds)))
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


def with_one_type(mentions: list[Mention]) -> list[Mention]:
    """Give a name one type in an article.

    Args:
        mentions: The names of an article.

    Returns:
        The same, of the type that each mostly has; a known place of one word may be a person's name, too.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        counts[mention.text][mention.type] += 1
    kinds = {text: _one_type(text, found) for text, found in counts.items() if len(found) > 1}
    return (
        [replace(mention, type=kinds.get(mention.text) or mention.type) for mention in mentions] if kinds else mentions
    )


def _one_type(name: str, found: Counter[str]) -> str | None:
    (kind, often), *_ = found.most_common(1)
    clear = " " in name or (often >= MOSTLY * found.total() and name not in places())
    return kind if clear else None


def _with_surnames(document: Document, mentions: list[Mention]) -> list[Mention]:
    """A lone word that ends a person's full name in the article is that person, unless it is a known place."""
    full = [mention.text.split() for mention in mentions if mention.type == "PER"]
    surnames = {words[-1] for words in full if len(words) > 1 and not words[-1].islower()} - _heads()
    parted = [part for mention in mentions for part in _parted(mention, surnames)] if surnames else mentions
    kinds = _storms(parted) | dict.fromkeys(surnames, "PER") | _introduced(document, parted)
    found = _filled(document, parted, kinds) if kinds else parted
    nouns = {word for mention in found if mention.type == "ORG" for word in mention.text.split()[1:]}
    heads = dict.fromkeys(nouns & _heads(), "ORG")
    return _filled(document, found, heads, behind_article=True) if heads else found


@cache
def _heads() -> frozenset[str]:
    """Nouns of which one with a capital stands for a body that the article names in full: "the Observatory"."""
    return frozenset(word.capitalize() for word in name_words("joined_bodies"))


def _storms(mentions: Sequence[Mention]) -> dict[str, str]:
    """The names of storms that an article calls so: "Rita" after "Hurricane Rita"."""
    words = [mention.text.split() for mention in mentions if mention.type == "MISC"]
    return {name[-1]: "MISC" for name in words if name[-2:-1] and name[-2].lower() in name_words("storms")}


def _introduced(document: Document, mentions: Sequence[Mention]) -> dict[str, str]:
    """Acronyms in brackets behind the organisations that they stand for: "Ulster Unionist Party (UUP)"."""
    return {
        found[1]: "ORG"
        for mention in mentions
        if mention.type == "ORG" and " " in mention.text
        for found in [ACRONYM.match(document.text, mention.end)]
        if found and sum(map(str.isupper, found[1])) > len(found[1]) / 2 and found[1][0] in mention.text
    }


def _filled(
    document: Document, mentions: list[Mention], kinds: Mapping[str, str], *, behind_article: bool = False
) -> list[Mention]:
    """Give words their type wherever they stand alone, as names of their own where they are in none."""
    starts, ends = {mention.start for mention in mentions}, [mention.end for mention in mentions]
    found = [
        replace(mention, type=kinds[mention.text])
        if mention.text in kinds and (kinds[mention.text] != "PER" or mention.text not in places())
        else mention
        for mention in mentions
    ]
    for sentence in document.sentences:
        if kinds.keys().isdisjoint(sentence.words):
            continue
        for before_it, word, start, end in zip(
            ["", *sentence.lower], sentence.words, sentence.starts, sentence.ends, strict=False
        ):
            if word in kinds and start not in starts and (before_it == "the" or not behind_article):
                before = bisect_right(ends, start)
                if before == len(mentions) or mentions[before].start > start:
                    found.append(Mention(start, end, word, kinds[word]))
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
