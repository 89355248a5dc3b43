"""Names that the tagger took apart or began too late, whole again."""

import re
from collections.abc import Iterator, Sequence

from crossread.extracting.names.kinds import is_body
from crossread.extracting.names.offices import honorific_ending_at
from crossread.language.features import is_common_word
from crossread.language.gazetteers import given_names, is_demonym, name_words
from crossread.language.tokens import Sentence

Span = tuple[int, int, str]
"""First word, the one behind the last, and the type of a name."""

SURNAME = re.compile(r"(?:al-|O['’]|Mc)[A-Z]")  # what shows one
OF_WORKERS = ("er", "ist", "man", "ly")  # how words end that stand before names: "Goalkeeper O'Shea", "Sadly McCoy"


def join_spans(sentence: Sentence, spans: Sequence[Span]) -> Iterator[Span]:
    """Join what the tagger took apart: "Mohammed bin Salman", "Syrian Coalition", "al Bab".

    Args:
        sentence: The sentence.
        spans: The names of its words, in order.

    Yields:
        Spans in order; they do not overlap.
    """
    done: Span | None = None
    for first, last, kind in spans:
        if done is not None and first < done[1]:
            done = (done[0], max(last, done[1]), done[2])
            continue
        first = _begin(sentence, first, kind, done[1] if done else 0)
        span = (first, last, kind)
        if done is not None and (_is_one(sentence.words, done, span) or _goes_on(sentence.words, done, span)):
            firm = sentence.words[done[1]] == "&"
            done = (done[0], last, done[2] if done[2] == "PER" and not firm else kind if done[2] == "MISC" else "ORG")
            continue
        if done is not None:
            yield done
        done = _with_article(sentence.words, span)
    if done is not None:
        yield done


def _with_article(words: Sequence[str], span: Span) -> Span:
    """Take in what the tagger left out: a surname that shows, "Bashar al-Assad", "Owen O'Neill", or a people's body."""
    first, last, kind = span
    if kind == "MISC" and last == first + 1 and is_demonym(words[first]):
        while last < len(words) and is_body(words[last]):
            last, kind = last + 1, "ORG"  # "Iraqi News"
        return first, last, kind
    goes_on = kind == "PER" and last < len(words) and SURNAME.match(words[last]) is not None
    return first, last + goes_on, kind


def _begin(sentence: Sentence, first: int, kind: str, ends: int) -> int:
    """Take in an article and, before a surname, a given name at the beginning of a sentence: "Qassem Soleimani".

    Before a surname that shows as one a word that news never uses is a given name: "Conor O'Brien".
    """
    words = sentence.words
    if first and words[first - 1] in ("al", "el"):
        return first - 1
    if kind != "PER":
        return first
    before = words[max(ends, first - 2) : first]
    if len(before) == 2 and before[0] in given_names() and before[1] in name_words("particles"):
        return first - 2  # "Staffan de Mistura"
    if first != 1 or ends or honorific_ending_at(words, 0):
        return first
    rare = words[0].istitle() and not is_common_word(words[0].lower()) and not words[0].endswith(OF_WORKERS)
    rare = rare and SURNAME.match(words[1]) is not None
    return 0 if rare or words[0] in given_names() else first


def _goes_on(words: Sequence[str], span: Span, other: Span) -> bool:
    """Tell whether "of" joins an organisation to a place in one name: "National Council of Resistance of Iran"."""
    if span[2] != "ORG" or other[2] not in ("LOC", "ORG") or words[span[1] : other[0]] != ["of"]:
        return False
    return any(map(is_body, words[span[0] : span[1]]))


def _is_one(words: Sequence[str], one: Span, other: Span) -> bool:
    """Tell whether two spans are one name: a person's around a particle, or a demonym and an organisation's rest."""
    between = words[one[1] : other[0]]
    if between == ["&"]:
        return "MISC" not in (one[2], other[2])  # "Otter & Sons"
    if one[2] == other[2] == "PER":
        return len(between) == 1 and between[0] in name_words("particles")
    if between or other[2] != "ORG":
        return False
    if one[2] in ("MISC", "LOC") and words[other[1] - 1] in name_words("party_nouns"):
        return True  # "Italian Liberal Party", "California Republican Party"
    demonym = one[2] == "MISC" and one[1] == one[0] + 1 and is_demonym(words[one[0]])
    return demonym and (is_body(words[other[0]]) or is_body(words[other[1] - 1]))
