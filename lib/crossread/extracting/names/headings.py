"""Names in headings in title case or in capitals, where every word looks like one: they neither make nor rename any."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain

from crossread.extracting.names.known import known_labels
from crossread.extracting.names.mention import Mention
from crossread.language.features import is_common_word
from crossread.language.gazetteers import given_names, is_demonym, places
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import word_list

SHORTEST_HEADLINE = 5  # words
Words = tuple[str, ...]


def mend_headings(document: Document, mentions: list[Mention], kinds: Sequence[str]) -> list[Mention]:
    """Find in headings the names of the text below, and leave out what nothing else vouches for.

    Args:
        document: An article.
        mentions: Its names as the tagger has them.
        kinds: For each sentence the kind of heading that it is, "" where it is none.

    Returns:
        Its names in reading order. In an article that is all headings nothing is changed.
    """
    headed = [(s, kind) for s, kind in zip(document.sentences, kinds, strict=True) if kind]
    headings = [(s, kind) for s, kind in headed if kind == "U" or _is_headline(s)]
    if not headings or len(headed) == len(kinds):
        return mentions
    starts = [sentence.start for sentence, _ in headings]
    ends = [sentence.end for sentence, _ in headings]
    inside: list[list[Mention]] = [[] for _ in headings]
    kept: list[Mention] = []
    for mention in mentions:
        at = bisect_right(starts, mention.start) - 1
        (inside[at] if at >= 0 and mention.start < ends[at] else kept).append(mention)
    body = {tuple(mention.text.split()): mention.type for mention in reversed(kept)}
    words = set(chain.from_iterable(body))
    lower = {word for sentence in document.sentences for word in sentence.words if word.islower()}
    for (sentence, kind), own in zip(headings, inside, strict=True):
        again = _named_again(document, sentence, body, capitals=kind == "U")
        left = [m for m in own if all(m.end <= a.start or m.start >= a.end for a in again)]
        kept += again
        kept += [m for m in left if _is_vouched(m.text.title() if kind == "U" else m.text, words, lower)]
    return sorted(kept, key=lambda mention: mention.start)


def _is_headline(sentence: Sentence) -> bool:
    """Tell a headline from lists of names, which have no small words."""
    return len(sentence) >= SHORTEST_HEADLINE and not word_list("prepositions").isdisjoint(sentence.lower)


def _named_again(document: Document, sentence: Sentence, body: Mapping[Words, str], *, capitals: bool) -> list[Mention]:
    """The names of the text that a heading repeats, the longest at each place."""
    by_first: dict[str, list[Words]] = {}
    for name in sorted(body, key=len, reverse=True):
        by_first.setdefault(name[0].upper() if capitals else name[0], []).append(name)
    found: list[Mention] = []
    end = 0
    for at, word in enumerate(sentence.words):
        for name in by_first.get(word, ()) if at >= end else ():
            here = sentence.words[at : at + len(name)]
            if tuple(here) == (tuple(map(str.upper, name)) if capitals else name):
                end = at + len(name)
                first, last = sentence.starts[at], sentence.ends[end - 1]
                found.append(Mention(first, last, document.text[first:last], body[name]))
                break
    return found


def _is_vouched(name: str, words: set[str], lower: set[str]) -> bool:
    """Tell whether a name that only a heading has is known, or made of words that are no common ones."""
    if all(known_labels(name.split())) or name in places() or is_demonym(name):
        return True
    capital = [word for word in name.split() if word[0].isupper()]
    strange = [word for word in capital if word in words or not (word.lower() in lower or is_common_word(word.lower()))]
    return len(strange) == len(capital) or (capital[0] in given_names() and strange == capital[1:])
