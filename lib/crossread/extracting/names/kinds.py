"""What a name is of: a person, a body, a place or another thing, by its own words and those beside it."""

from collections.abc import Iterator, Sequence

from crossread.language.gazetteers import given_names, is_demonym, name_words, places, surnames
from crossread.language.tokens import Sentence

Span = tuple[int, int, str]
BETWEEN_LISTED = ([","], ["and"], [",", "and"])


def is_body(word: str) -> bool:
    """Tell whether a word is a noun of bodies with a capital: "Council"."""
    return word.lower() in name_words("organisation_nouns") and word[0].isupper()


def is_telling(word: str) -> bool:
    """Tell whether a word with a capital calls nothing but bodies: "Foundation"."""
    return word[0].isupper() and word.lower() in name_words("telling_bodies")


def _chief(words: Sequence[str], first: int, last: int) -> int:
    """The last word of a name, or the last before "of", of which it is not the first."""
    return next((at - 1 for at in range(first + 2, last) if words[at] == "of"), last - 1)


def with_lists(sentence: Sentence, spans: Sequence[Span]) -> Iterator[Span]:
    """Give the names of a list of places their type: "Najaf, Karbala, Jaloula and Samarra"."""
    listed: list[Span] = []
    for span in spans:
        if listed and sentence.words[listed[-1][1] : span[0]] not in BETWEEN_LISTED:
            yield from _as_list(sentence, listed)
            listed = []
        listed.append(span)
    yield from _as_list(sentence, listed)


def _as_list(sentence: Sentence, listed: Sequence[Span]) -> Iterator[Span]:
    """Of three names or more of which most are places, all are; so are those of "the provinces of ..."."""
    several = len(listed) > 2 and 2 * sum(kind == "LOC" for *_, kind in listed) > len(listed)
    placed = several or (len(listed) > 1 and _is_place(sentence, *listed[0]))
    return ((first, last, "LOC" if placed else kind) for first, last, kind in listed)


def kind_of(sentence: Sentence, first: int, last: int, kind: str) -> str:
    """Tell the type of a name.

    Args:
        sentence: The sentence that it stands in.
        first: Its first word.
        last: The word behind it.
        kind: Its type by the tagger.

    Returns:
        Its type.
    """
    words = sentence.words
    following = sentence.lower[last] if last < len(words) else ""
    event = kind == "MISC" and sentence.lower[last - 1] in name_words("event_heads")  # "Gulf War"
    kind = "LOC" if not event and _is_place(sentence, first, last, kind) else kind
    if last == first + 1:
        return _kind_of_word(words[first], kind, following)
    if words[last - 1][0].isupper() and words[last - 1].lower() in name_words("company_nouns"):
        return "ORG"
    if is_telling(words[_chief(words, first, last)]):
        return "ORG"
    if kind in ("PER", "MISC") and sentence.lower[last - 1] in name_words("street_nouns"):
        return "LOC"
    if kind != "PER" and last - first in (2, 3) and _is_full_name(words[first:last]):
        return "PER"
    body = kind == "MISC" and is_demonym(words[first]) and is_body(words[last - 1])
    return "ORG" if body else kind  # "Iraqi News"


def _kind_of_word(word: str, kind: str, following: str) -> str:
    """The type of a name of one word, by the one behind it."""
    if kind != "PER" and is_demonym(word):
        return "MISC"
    person = word in surnames() or word in given_names()
    if following in name_words("nouns_of_leaders"):
        led = kind in ("MISC", "ORG") and person and word not in name_words("organisations")
        return "PER" if led else kind  # "the Assad regime"
    if following in name_words("nouns_of_companies"):
        return "ORG"
    return "MISC" if following in name_words("thing_nouns") and word not in places() else kind


def _is_place(sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Tell whether a noun beside a name calls it a place: "the village of Taduf", "Diyala province"."""
    words = sentence.words
    beside = words[first - 1].lower() if first else ""
    if (kind == "MISC" and beside in name_words("place_prepositions")) or beside in name_words("place_adjectives"):
        return last == first + 1 and words[first] in places()
    if kind != "PER" and last - first > 1 and words[first].lower() in name_words("place_beginnings"):
        return True
    if first > 1 and words[first - 1] == "of" and words[first - 2] in name_words("place_nouns"):
        return kind != "PER" or words[first - 2] != "camp"
    return kind in ("ORG", "LOC") and last < len(words) and words[last] in name_words("place_nouns")


def _is_full_name(words: Sequence[str]) -> bool:
    """Tell a person by a given name that is no surname or place: "Barack Obama", but "Morgan Stanley"."""
    given = words[0] in given_names()
    other = words[0] in surnames() or words[0] in places() or " ".join(words) in places()
    nouns = name_words("organisation_nouns") | name_words("company_nouns") | name_words("place_nouns")
    known = " ".join(words) in name_words("organisations")
    return given and not known and not other and all(word[0].isupper() and word.lower() not in nouns for word in words)
