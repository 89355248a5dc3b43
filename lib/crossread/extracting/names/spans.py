"""Labels of words to the spans of names, mended where the tagger's view of five words is too narrow."""

from collections.abc import Iterator, Sequence
from functools import cache

from crossread.extracting.names.bodies import with_bodies, with_pairs
from crossread.extracting.names.events import event_words, with_events
from crossread.extracting.names.joining import Span, join_spans
from crossread.extracting.names.kinds import kind_of, with_lists
from crossread.extracting.names.offices import honorific_ending_at, is_person, portfolio_end, with_offices
from crossread.language.features import is_common_word
from crossread.language.gazetteers import demonyms, given_names, is_demonym, name_words, places, surnames
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import function_words, number_forms, word_list

MARKS = frozenset("'\"-–—(),:;/&")  # end no name


def name_spans(sentence: Sentence, labels: Sequence[str]) -> Iterator[Span]:
    """Find the names of a sentence.

    Honorifics and what a hyphen joins to a name are left out, the number of a numbered unit is taken in.

    Args:
        sentence: The sentence.
        labels: One a word (IOB2), as the tagger gives them.

    Yields:
        Spans in order; they do not overlap.
    """
    spans = list(_tagged(labels))
    if not _vouching().isdisjoint(sentence.lower):
        spans = list(_with_untagged(sentence, spans))
    eventful = not event_words().isdisjoint(sentence.lower)
    bodily = not name_words("joined_bodies").isdisjoint(sentence.lower)
    if not (spans or eventful or bodily):
        return
    words = sentence.words
    trimmed = (_trimmed(sentence, part) for span in spans for part in _without_verbs(words, span))
    named = [span for span in trimmed if span[0] < span[1] and not _is_begun(words, *span[:2])]
    joined = list(join_spans(sentence, named))
    if "and" in words:
        joined = list(with_pairs(words, joined))
    if bodily:
        joined = list(with_bodies(words, joined))
    named = [part for span in joined for part in with_offices(words, span)]
    ends = 0
    for first, last, kind in with_lists(sentence, with_events(words, named) if eventful else named):
        while first + 1 < last and words[first].lower() in name_words("place_adjectives"):
            first += 1
        kind = kind_of(sentence, first, last, kind)
        if words[first] == "The" and first + 1 < last and _stands_alone(words, first + 1, last, kind):
            first += 1
            kind = "LOC" if " ".join(words[first:last]) in places() else kind
        if kind == "ORG" and first > ends:
            first = _with_number(sentence, first, last)
        yield from _split(words, (first, last, kind))
        ends = last


def _tagged(labels: Sequence[str]) -> Iterator[Span]:
    end = 0
    for first in [at for at, label in enumerate(labels) if label != "O"]:
        if first >= end:
            kind, end = labels[first][2:], first + 1
            while end < len(labels) and labels[end] == f"I-{kind}":
                end += 1
            yield first, end, kind


@cache
def _vouching() -> frozenset[str]:
    """Words, lower case, of which a sentence with names beyond doubt holds one: titles and peoples."""
    peoples = (form.lower() for word in demonyms() for form in (word, word.replace("'", "’")))
    return name_words("honorifics") | name_words("abbreviated_honorifics") | frozenset(peoples)


def _with_untagged(sentence: Sentence, spans: Sequence[Span]) -> Iterator[Span]:
    """The tagged spans, and what is a name beyond doubt: persons behind "Mr." and its like, and peoples."""
    ends = 0
    for first, last, kind in spans:
        yield from _untagged(sentence, ends, first)
        yield first, last, kind
        ends = last
    yield from _untagged(sentence, ends, len(sentence))


def _untagged(sentence: Sentence, first: int, last: int) -> Iterator[Span]:
    """Persons behind "Mr." and its like, and peoples, in a stretch without tags."""
    at, words = first, sentence.words
    while at < last:
        end = at
        titled = at > 0 and words[at][0].isupper() and _is_titled(sentence, at)
        while titled and end < last and words[end][0].isupper():
            end += 1
        if end > at:
            yield at, end, "PER"
        elif is_demonym(words[at]):
            yield at, at + 1, "MISC"
        at = max(end, at + 1)


def _is_titled(sentence: Sentence, at: int) -> bool:
    """Tell whether a title vouches for a person: one with a full stop for any word, others for a given name."""
    title = sentence.words[at - 1]
    if title == ".":
        return at > 1 and sentence.words[at - 2].lower() in name_words("abbreviated_honorifics")
    return title[0].isupper() and title.lower() in name_words("honorifics") and sentence.words[at] in given_names()


def _is_begun(words: Sequence[str], first: int, last: int) -> bool:
    """Tell of several words whether they only begin a sentence, or have no capital at all: "Some 150", "of 900"."""
    capitals = [word for word in words[first:last] if not word.islower() and word[0].isalpha()]
    return last > first + 1 and capitals in ([], [words[first]]) and words[first].lower() in function_words()


def _trimmed(sentence: Sentence, span: Span) -> Span:
    """Leave out honorifics and numbers before a name, and what goes on behind it in lower case or with a number word.

    "Aleppo Thirteen civilians": where a full stop was lost, a number does not go on a name.
    """
    first, last, kind = span
    words = sentence.words
    end = portfolio_end(words, first, last)
    if end > first:
        first, kind = end, "PER"  # "Minister of Defense Ana Ruiz"
    while first < last:
        title = honorific_ending_at(words, first)
        if title > 1 or (title and is_person(words[first + 1 : last])):  # "Secretary of State John Kerry"
            kind = "PER"
        elif _begins_name(words, first, last, kind) and (kind != "PER" or not title or _is_surname(words, first, last)):
            break
        first += 1
    last = next((at for at in range(first + 1, last) if _counts(words, at, last)), last)
    while first < last and not _ends_name(words[last - 1]):
        last -= 1
    return first, last, kind


def _without_verbs(words: Sequence[str], span: Span) -> Iterator[Span]:
    """Part a name at common words in small letters that join nothing: "Volkswagen recalled Golf"."""
    first, last, kind = span
    for at in range(first + 1, last - 1):
        word = words[at]
        if word.islower() and word.endswith("ed") and is_common_word(word):
            yield first, at, kind
            first = at + 1
    yield first, last, kind


def _is_surname(words: Sequence[str], first: int, last: int) -> bool:
    """Tell of a title that is all of a person's name whether it is a surname, too: "Bishop"."""
    return first + 1 == last and words[first] in surnames()


def _begins_name(words: Sequence[str], first: int, last: int, kind: str) -> bool:
    """Tell whether a word can begin a name: a number only an organisation's, "9 Badr"; no small word a longer one."""
    word = words[first]
    if not word[0].isalnum() or (kind != "ORG" and word.isdecimal()) or word.lower() in number_forms():
        return False
    if first + 1 == last or not words[first + 1][0].isupper():
        return True
    if word.islower():  # "until Brown", but "bin Laden"
        return word in name_words("particles") or word in name_words("articles") or "-" in word
    return first > 0 or word.lower() not in _small_words()  # "With Labour Party members absent"


@cache
def _small_words() -> frozenset[str]:
    """Words that begin a sentence rather than its first name."""
    return word_list("prepositions") | word_list("conjunctions") | word_list("adverbs") - {"far"}  # "Far East"


def _counts(words: Sequence[str], at: int, last: int) -> bool:
    """Tell whether a word within a name begins a count: "Rockets Kill 3 Civilians", but "Channel 4 News"."""
    if not words[at][0].isdecimal():
        return words[at].lower() in number_forms()
    following = words[at + 1].lower() if at + 1 < last else ""
    several = following.endswith("s") and following not in ("news", "sports")
    return several or words[at - 1] in ("'s", "’s") or words[at].lower() in number_forms()


def _ends_name(word: str) -> bool:
    if word.lower() in name_words("abbreviated_honorifics"):
        return False
    return word not in MARKS and (not word.islower() or not word[0].isalpha() or word.startswith("al-"))


def _stands_alone(words: Sequence[str], first: int, last: int, kind: str) -> bool:
    """Tell whether "The" before a name is no part of it: "The Otter Council", "The Tehran-backed", but "The Hague"."""
    name = " ".join(words[first:last])
    if f"The {name}" in places():
        return False
    return name in places() or (
        kind == "ORG" and any(word.lower() in name_words("joined_bodies") for word in words[first:last])
    )


def _with_number(sentence: Sentence, first: int, last: int) -> int:
    """Take in the number of a numbered unit: "9 Badr Corps"."""
    words = sentence.words
    numbered = first and words[first - 1].isdecimal() and words[last - 1].lower() in name_words("units")
    return first - 1 if numbered else first


def _split(words: Sequence[str], span: Span) -> Iterator[Span]:
    """Split names that stand side by side, as where commas were lost: "Aleppo Syria", "Kurdish YPG"."""
    first, last, kind = span
    acronym = words[last - 1].isupper() and len(words[last - 1]) > 1
    if kind == "MISC" and last == first + 2 and acronym and is_demonym(words[first]):
        yield first, first + 1, kind
        yield first + 1, last, "ORG"
        return
    for length in (_places_in(words[first:last]) if kind == "LOC" and last > first + 1 else ()) or [last - first]:
        yield first, first + length, kind
        first += length


def _places_in(words: Sequence[str]) -> list[int]:
    """The lengths of the known places that make up words, longest first; empty where something else is among them."""
    lengths = []
    at = 0
    while at < len(words):
        end = next((end for end in range(len(words), at, -1) if " ".join(words[at:end]) in places()), None)
        if end is None:
            return []
        lengths.append(end - at)
        at = end
    return lengths
