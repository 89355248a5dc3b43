"""Labels of words to the spans of names, mended where the tagger's view of five words is too narrow."""

from collections.abc import Iterable, Iterator, Sequence

from crossread.language.gazetteers import given_names, is_demonym, name_words, places
from crossread.language.tokens import Token
from crossread.language.vocabulary import number_forms

Span = tuple[int, int, str]
"""First token, the one behind the last, and the type of a name."""


def name_spans(tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[Span]:
    """Find the names of a sentence.

    Honorifics and what a hyphen joins to a name are left out, the number of a numbered unit is taken in.

    Args:
        tokens: The sentence.
        labels: One a token (IOB2), as the tagger gives them.

    Yields:
        Spans in order; they do not overlap.
    """
    trimmed = [_trimmed(tokens, span) for span in _with_untagged(tokens, labels)]
    joined = _joined(tokens, [span for span in trimmed if span[0] < span[1]])
    ends = 0
    for first, last, kind in _with_lists(tokens, list(_with_wars(tokens, joined))):
        kind = "LOC" if _is_place(tokens, first, last, kind) else kind
        if kind == "MISC" and last - first > 1 and is_demonym(tokens[first].text) and _is_body(tokens[last - 1].text):
            kind = "ORG"  # "Iraqi News"
        if kind == "ORG" and first > ends:
            first = _with_number(tokens, first, last)
        yield from _split(tokens, (first, last, kind))
        ends = last


def _tagged(labels: Sequence[str]) -> Iterator[Span]:
    first = 0
    while first < len(labels):
        last = first + 1
        if labels[first] != "O":
            kind = labels[first][2:]
            while last < len(labels) and labels[last] == f"I-{kind}":
                last += 1
            yield first, last, kind
        first = last


def _with_untagged(tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[Span]:
    """The tagged spans, and what is a name beyond doubt: persons behind "Mr." and its like, and peoples."""
    ends = 0
    for first, last, kind in [*_tagged(labels), (len(tokens), len(tokens), "")]:
        yield from _untagged(tokens, ends, first)
        alone = last == first + 1 and kind != "PER" and is_demonym(tokens[first].text)
        yield first, last, "MISC" if alone else kind
        ends = last


def _untagged(tokens: Sequence[Token], first: int, last: int) -> Iterator[Span]:
    """Persons behind "Mr." and its like, and peoples, in a stretch without tags."""
    at = first
    while at < last:
        end = at
        titled = at > 0 and _is_titled(tokens, at)
        while titled and end < last and tokens[end].text[0].isupper():
            end += 1
        if end > at:
            yield at, end, "PER"
        elif is_demonym(tokens[at].text):
            yield at, at + 1, "MISC"
        at = max(end, at + 1)


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a title vouches for a person: one with a full stop for any word, others for a given name."""
    if tokens[at - 1].text == ".":
        return at > 1 and tokens[at - 2].text.lower() in name_words("abbreviated_honorifics")
    title = tokens[at - 1].text
    return title[0].isupper() and title.lower() in name_words("honorifics") and tokens[at].text in given_names()


def _joined(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[Span]:
    """Join what the tagger took apart: "Mohammed bin Salman", "Syrian Coalition", "al Bab"."""
    done: Span | None = None
    for first, last, kind in spans:
        first = _begin(tokens, first, kind, done[1] if done else 0)
        span = (first, last, kind)
        if done is not None and (_is_one(tokens, done, span) or _goes_on(tokens, done, span)):
            done = (done[0], last, kind if done[2] == "MISC" else done[2])
            continue
        if done is not None:
            yield done
        done = (first, last, kind)
    if done is not None:
        yield done


def _begin(tokens: Sequence[Token], first: int, kind: str, ends: int) -> int:
    """Take in an article and, before a surname, a given name at the beginning of a sentence: "Qassem Soleimani"."""
    if first and tokens[first - 1].text in ("al", "el"):
        return first - 1
    before = [token.text for token in tokens[max(ends, first - 2) : first]]
    if kind == "PER" and len(before) == 2 and before[0] in given_names() and before[1] in name_words("particles"):
        return first - 2  # "Staffan de Mistura"
    given = first == 1 and ends == 0 and tokens[0].text in given_names() and not _honorific_ending_at(tokens, 0)
    if kind == "PER" and given:
        return 0
    return first


def _goes_on(tokens: Sequence[Token], span: Span, other: Span) -> bool:
    """Tell whether "of" joins an organisation to a place in one name: "National Council of Resistance of Iran"."""
    between = [token.text for token in tokens[span[1] : other[0]]]
    body = any(_is_body(token.text) for token in tokens[span[0] : span[1]])
    return span[2] == "ORG" and other[2] in ("LOC", "ORG") and body and between == ["of"]


def _is_one(tokens: Sequence[Token], one: Span, other: Span) -> bool:
    """Tell whether two spans are one name: a person's around a particle, or a demonym and an organisation's rest."""
    between = [token.text for token in tokens[one[1] : other[0]]]
    if one[2] == other[2] == "PER":
        return len(between) == 1 and between[0] in name_words("particles")
    demonym = one[2] == "MISC" and one[1] == one[0] + 1 and is_demonym(tokens[one[0]].text)
    return demonym and other[2] == "ORG" and not between and _is_body(tokens[other[0]].text)


def _with_wars(tokens: Sequence[Token], spans: Iterable[Span]) -> Iterator[Span]:
    """Take two places that name an event as one: "the Iran-Iraq war"."""
    waiting: Span | None = None
    for span in spans:
        if waiting is not None and span[2] == "LOC" and _is_event(tokens, waiting, span):
            waiting = (waiting[0], span[1] + 1, "MISC")
            continue
        if waiting is not None:
            yield waiting
        waiting = span
    if waiting is not None:
        yield waiting


def _is_event(tokens: Sequence[Token], one: Span, other: Span) -> bool:
    hyphen = other[0] == one[1] + 1 and tokens[one[1]].text in ("-", "–")
    return hyphen and other[1] < len(tokens) and tokens[other[1]].text.lower() in name_words("event_nouns")


def _is_body(word: str) -> bool:
    return word.lower() in name_words("organisation_nouns") and word[0].isupper()


def _trimmed(tokens: Sequence[Token], span: Span) -> Span:
    """Leave out honorifics and numbers before a name, and what goes on behind it in lower case or with a number word.

    "Aleppo Thirteen civilians": where a full stop was lost, a number does not go on a name.
    """
    first, last, kind = span
    while first < last:
        title = _honorific_ending_at(tokens, first)
        if title > 1 or (title and _is_person(tokens[first + 1 : last])):  # "Secretary of State John Kerry"
            kind = "PER"
        elif not (kind == "PER" and title) and _begins_name(tokens[first].text, kind):
            break
        first += 1
    last = next((at for at in range(first + 1, last) if _counts(tokens, at, last)), last)
    while first < last and not _ends_name(tokens[last - 1].text):
        last -= 1
    return first, last, kind


def _is_person(tokens: Sequence[Token]) -> bool:
    """Tell a person by a given name: "Queen Mary", but not "Queen Mary Hospital"."""
    nouns = name_words("organisation_nouns") | name_words("place_nouns")
    return bool(tokens) and tokens[0].text in given_names() and nouns.isdisjoint(token.text.lower() for token in tokens)


def _honorific_ending_at(tokens: Sequence[Token], at: int) -> int:
    """The number of words of the honorific that ends with a word, 0 where there is none."""
    for length in range(min(3, at + 1), 0, -1):
        words = [token.text.lower().rstrip(".") for token in tokens[at + 1 - length : at + 1]]
        if " ".join(words) in name_words("honorifics"):
            return length
    return 0


def _begins_name(word: str, kind: str) -> bool:
    """Tell whether a word can begin a name: a number only an organisation's, "9 Badr"."""
    return word[0].isalnum() and (kind == "ORG" or not word.isdecimal()) and word.lower() not in number_forms()


def _counts(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a word within a name begins a count: "Rockets Kill 3 Civilians", but "Channel 4 News"."""
    word = tokens[at].text.lower()
    following = tokens[at + 1].text.lower() if at + 1 < last else ""
    several = following.endswith("s") and following not in ("news", "sports")
    return word in number_forms() or (word[0].isdecimal() and (several or tokens[at - 1].text in ("'s", "’s")))


def _ends_name(word: str) -> bool:
    if word.lower() in name_words("abbreviated_honorifics"):
        return False
    return word not in "'\"-(),:;/&" and (not word.islower() or not word[0].isalpha() or word.startswith("al-"))


def _with_lists(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[Span]:
    """Give the names of a list of places their type: "Najaf, Karbala, Jaloula and Samarra"."""
    listed: list[Span] = []
    for span in spans:
        if listed and not _is_listed(tokens, listed[-1], span):
            yield from _as_list(tokens, listed)
            listed = []
        listed.append(span)
    yield from _as_list(tokens, listed)


def _is_listed(tokens: Sequence[Token], one: Span, other: Span) -> bool:
    return [token.text for token in tokens[one[1] : other[0]]] in ([","], ["and"], [",", "and"])


def _as_list(tokens: Sequence[Token], listed: Sequence[Span]) -> Iterator[Span]:
    """Of three names or more of which most are places, all are; so are those of "the provinces of ..."."""
    several = len(listed) > 2 and 2 * sum(kind == "LOC" for *_, kind in listed) > len(listed)
    told = several or (listed and _is_place(tokens, *listed[0]))
    return ((first, last, "LOC" if told else kind) for first, last, kind in listed)


def _is_place(tokens: Sequence[Token], first: int, last: int, kind: str) -> bool:
    """Tell whether a noun beside a name calls it a place: "the village of Taduf", "Diyala province"."""
    if last - first > 1 and tokens[first].text.lower() in name_words("place_beginnings") and kind != "PER":
        return True
    before = [token.text for token in tokens[max(0, first - 2) : first]]
    if len(before) == 2 and before[1] == "of" and before[0] in name_words("place_nouns"):
        return kind != "PER" or before[0] != "camp"
    after = tokens[last].text if last < len(tokens) else ""
    return kind in ("ORG", "LOC") and after in name_words("place_nouns")


def _with_number(tokens: Sequence[Token], first: int, last: int) -> int:
    """Take in the number of a numbered unit: "9 Badr Corps"."""
    numbered = first and tokens[first - 1].text.isdecimal() and tokens[last - 1].text.lower() in name_words("units")
    return first - 1 if numbered else first


def _split(tokens: Sequence[Token], span: Span) -> Iterator[Span]:
    """Split names that stand side by side, as where commas were lost: "Aleppo Syria", "Kurdish YPG"."""
    first, last, kind = span
    words = [token.text for token in tokens[first:last]]
    lengths = _places_in(words) if kind == "LOC" else []
    if kind == "MISC" and len(words) == 2 and is_demonym(words[0]) and words[1].isupper() and len(words[1]) > 1:
        yield first, first + 1, kind
        yield first + 1, last, "ORG"
    elif lengths:
        for length in lengths:
            yield first, first + length, kind
            first += length
    else:
        yield span


def _places_in(words: Sequence[str]) -> list[int]:
    """The lengths of the known places that make up words, longest first; empty where something else is among them."""
    lengths = []
    at = 0
    while at < len(words):
        ends = (end for end in range(len(words), at, -1) if " ".join(words[at:end]) in places())
        end = next(ends, None)
        if end is None:
            return []
        lengths.append(end - at)
        at = end
    return lengths
