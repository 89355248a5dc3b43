"""Who and what an article names: spans of people, organisations, places and other names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from crossread.extracting.known_names import Mention, find_known_names, is_heading
from crossread.extracting.name_types import (
    ARTICLE_NAME,
    COMPOUND,
    is_demonym,
    known_types,
    name_words,
    number_forms,
    places,
)
from crossread.language.tagger import load_tagger, number_words
from crossread.language.tokens import Document, Token

__all__ = ["Mention", "find_mentions", "find_names"]

ARTICLE = re.compile(r"^al-")
AGREEMENT = 0.25  # raises F1 on CoNLL-2003's testa from 89.0 to 89.4, on Universal NER's dev from 57.7 to 58.5
# In known names. F1 on the articles on Syria and on testa, before what is certain is put in: 73.0 and 83.9 with 3,
# 75.3 and 82.9 with 4, 76.1 and 81.0 with 6.
TRUST = 4.0


def find_mentions(document: Document) -> list[Mention]:
    """Find the names of one article; `find_names` does many much faster."""
    return find_names([document])[0]


def find_names(documents: Sequence[Document]) -> list[list[Mention]]:
    """Find the names of articles.

    The trained tagger decides, swayed by the names that word lists and context vouch for.

    Args:
        documents: The articles' texts in sentences.

    Returns:
        For each article its mentions in reading order; they do not overlap.
    """
    known = [find_known_names(document) for document in documents]
    words = [[[token.text for token in sentence.tokens] for sentence in document.sentences] for document in documents]
    hints = [list(_hints(document, names)) for document, names in zip(documents, known, strict=True)]
    tagged = load_tagger("names").tag(number_words(words), AGREEMENT, hints, TRUST)
    return [
        _with_certain(document, list(_spans(document, tags)), names)
        for document, tags, names in zip(documents, tagged, known, strict=True)
    ]


def _hints(document: Document, names: Sequence[Mention]) -> Iterator[str]:
    """The label that known names give to each word, "" where there is none."""
    coming = iter(names)
    name = next(coming, None)
    for sentence in document.sentences:
        for token in sentence.tokens:
            while name is not None and token.start >= name.end:
                name = next(coming, None)
            inside = name is not None and token.start >= name.start
            yield f"{'B' if token.start == name.start else 'I'}-{name.type}" if inside and name is not None else ""


def _spans(document: Document, tags: Sequence[Sequence[str]]) -> Iterator[Mention]:
    """Tagged words to mentions, without honorifics before and compounds' ends behind."""
    for sentence, labels in zip(document.sentences, tags, strict=True):
        first = 0
        while first < len(labels):
            if labels[first] == "O":
                first += 1
                continue
            kind, last = labels[first][2:], first + 1
            while last < len(labels) and labels[last] == f"I-{kind}":
                last += 1
            while last < len(labels) and sentence.tokens[last - 1].text.endswith("-e"):  # "Velayat-e faqih"
                last += 1
            mention = _mention(document, sentence.tokens[first:last], kind)
            if mention is not None:
                yield mention
            first = last


def _mention(document: Document, tokens: Sequence[Token], kind: str) -> Mention | None:
    while tokens and (tokens[0].text.lower() in _before_names() or tokens[0].text == "."):
        tokens = tokens[1:]
    # "Aleppo Thirteen civilians": where a full stop was lost, a number does not go on a name.
    cut = next((at for at, token in enumerate(tokens) if token.text.lower() in number_forms()), len(tokens))
    tokens = tokens[:cut]
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].end
    compound = COMPOUND.match(tokens[0].text) if len(tokens) == 1 and not ARTICLE_NAME.match(tokens[0].text) else None
    if compound is None:
        return Mention(start, end, document.text[start:end], kind)
    name = compound.group(1)  # "Tehran-backed": the tagger's type is that of the whole
    kind = "LOC" if name in places() else "MISC" if is_demonym(name) else "ORG" if name.isupper() else kind
    return Mention(start, start + len(name), name, kind)


@cache
def _before_names() -> frozenset[str]:
    """Honorifics and number words, which stand before names and are no part of them."""
    return name_words("honorifics") | number_forms()


def _with_certain(document: Document, found: list[Mention], known: Sequence[Mention]) -> list[Mention]:
    """Let stand what is known for certain, whatever the tagger says.

    These are names that the lexicon has whole, numbered ones, persons (whom an honorific or their full name told),
    the beginnings of compounds ("Tehran-backed"), and names in headings, of which the tagger knows nothing.
    """
    whole = known_types().keys() | name_words("organisations") | name_words("places")
    headings = [(sentence.start, sentence.end) for sentence in document.sentences if is_heading(sentence)]
    found = [name for name in found if not _overlaps(headings, name)]
    certain = [
        name
        for name in known
        if name.text[0].isdecimal()
        or name.type == "PER"
        or name.text in whole
        or document.text[name.end : name.end + 1] == "-"
        or _overlaps(headings, name)
    ]
    spans = [(name.start, name.end) for name in certain]
    kept = [name for name in found if not _overlaps(spans, name)]
    return _with_surnames(sorted([*kept, *certain], key=lambda name: name.start))


def _overlaps(spans: Sequence[tuple[int, int]], name: Mention) -> bool:
    """Tell whether one of the spans, which are in order and apart, touches a name."""
    at = bisect_left(spans, (name.end, 0)) - 1  # the last that begins before its end
    return at >= 0 and spans[at][1] > name.start


def _with_surnames(names: list[Mention]) -> list[Mention]:
    """A lone word that ends a person's full name in the article is that person."""
    surnames = {name.text.split()[-1].lower() for name in names if name.type == "PER" and " " in name.text}
    bare = {ARTICLE.sub("", surname) for surname in surnames}
    return [
        replace(name, type="PER") if " " not in name.text and ARTICLE.sub("", name.text.lower()) in bare else name
        for name in names
    ]
