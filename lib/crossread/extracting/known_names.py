"""Names that capitals, word lists and the words beside them vouch for, without a trained tagger."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.extracting.name_types import (
    ARTICLE_NAME,
    COMPOUND,
    is_demonym,
    is_enclosed,
    known_types,
    name_words,
    number_forms,
    places,
    type_beside,
    type_within,
)
from crossread.extracting.phrases import function_words, singular
from crossread.language.tokens import Document, Sentence, Token
from crossread.lexicon import load_lexicon

FARTHEST = 20  # names in a list between one and that which tells its type


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article: its span and type (PER, ORG, LOC, MISC)."""

    start: int
    end: int
    text: str
    type: str


def find_known_names(document: Document) -> list[Mention]:
    """Find the names that need no tagger to be told.

    Honorifics and possessives are left out; a number that belongs to a name ("9 Badr Corps") is inside it.

    Args:
        document: The article's text in sentences.

    Returns:
        The mentions in reading order; they do not overlap.
    """
    lower = {token.text for sentence in document.sentences for token in sentence.tokens if token.text[0].islower()}
    plain = [sentence for sentence in document.sentences if not is_heading(sentence)]
    found: list[Mention] = []
    for sentence in plain:
        for run in _runs(sentence, lower):
            found.extend(_mentions_of_run(document, sentence, run))
    found = _settle_types(document, found)
    again = [*_fixed_names(document), *_numbered_again(document, found), *_in_headings(document, found)]
    return _without_overlaps([*found, *again])


def is_heading(sentence: Sentence) -> bool:
    """A headline in title case, where capitals tell nothing."""
    words = [token.text for token in sentence.tokens if len(token.text) > 3 and token.text[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capital >= 0.8 * len(words) and sentence.tokens[-1].text not in ".!?"


def _is_capital(text: str) -> bool:
    return (text[0].isupper() and text[-1] not in "$£€¥₹") or bool(
        ARTICLE_NAME.match(text) and any(letter.isupper() for letter in text)
    )


def _is_name_like(text: str) -> bool:
    """A capitalised word that is no number: news begins sentences with "Two soldiers", and loses full stops."""
    return _is_capital(text) and text.lower() not in number_forms()


def _runs(sentence: Sentence, lower: set[str]) -> Iterator[list[int]]:
    """Runs of token indices that look like one name."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        if not _is_name_like(tokens[at].text) or _merely_first(sentence, at, lower):
            at += 1
            continue
        run = [at]
        while (end := _extended(tokens, run)) is not None:
            run.extend(range(run[-1] + 1, end + 1))
        at = run[-1] + 1
        if len(tokens[run[0]].text) > 1 or len(run) > 1:
            yield run


def _merely_first(sentence: Sentence, at: int, lower: set[str]) -> bool:
    """A capital that only marks a sentence's beginning."""
    word = sentence.tokens[at].text
    if word.lower() in function_words() and not (word.isupper() and word.lower() != "i" and len(word) > 1):
        return True
    begins = at == 0 or sentence.tokens[at - 1].text in '"“:•'
    if not begins or word.isupper():
        return False
    compound = COMPOUND.match(word)
    if (
        (compound and compound.group(1) in places())
        or word in places()
        or is_demonym(word)
        or word in name_words("organisations")
        or ARTICLE_NAME.match(word)
    ):
        return False
    goes_on = at + 1 < len(sentence.tokens) and (
        _is_capital(sentence.tokens[at + 1].text)
        or sentence.tokens[at + 1].text in name_words("particles")
        or word.lower() in name_words("possessors")
    )
    if word.endswith("ing"):  # "Removing al-Maliki ..."
        return True
    return word.lower() in lower or singular(word.lower()) in lower or not goes_on


def _extended(tokens: Sequence[Token], run: list[int]) -> int | None:
    """The index up to which a run goes on: the next capital, or one behind "of" in an organisation's name."""
    last = run[-1]
    if COMPOUND.match(tokens[last].text) and not ARTICLE_NAME.match(tokens[last].text):
        return None
    if last + 1 < len(tokens):
        following = tokens[last + 1].text
        if (
            _is_name_like(following)
            and following.lower() not in load_lexicon("words")["weekdays"] + load_lexicon("words")["months"]
        ):
            return last + 1
        if following == "." and tokens[last].text.lower() in name_words("honorifics") and last + 2 < len(tokens):
            return last + 2 if _is_capital(tokens[last + 2].text) else None
        possessor = tokens[last].text.lower() in name_words("possessors") and following in ("'s", "’s")
        if tokens[last].text.endswith("-e"):  # "Velayat-e faqih"
            return last + 1
        joins = possessor or following in name_words("particles")
        if joins and last + 2 < len(tokens) and _is_capital(tokens[last + 2].text):
            return last + 2
    heads = {tokens[at].text.lower() for at in run}
    if heads & (name_words("organisation_nouns") | {"horn"}) and not heads & name_words("honorifics"):
        for length in (2, 1):
            joint = " ".join(token.text for token in tokens[last + 1 : last + 1 + length])
            behind = last + 1 + length
            if (
                joint in name_words("connectors")
                and joint != "and"
                and behind < len(tokens)
                and _is_capital(tokens[behind].text)
            ):
                return behind
    return None


def _mentions_of_run(document: Document, sentence: Sentence, run: list[int]) -> Iterator[Mention]:
    """Cut a run at honorifics and leading demonyms and give each part its type."""
    tokens = sentence.tokens
    part: list[int] = []
    before = [token.text.lower() for token in tokens[max(0, run[0] - 2) : run[0]]]
    titled = before in (["secretary", "of"], ["minister", "of"])  # "Secretary of State John Kerry"
    for at in run[titled:]:
        word = tokens[at].text.lower()
        if word == ".":
            continue
        if (
            word in name_words("honorifics")
            or word.split("-")[0] in name_words("honorifics")
            or (word in name_words("honorific_beginnings") and at + 1 in run)
        ):
            if part:
                yield from _typed(document, tokens, part, titled=titled)
            part, titled = [], True
        else:
            part.append(at)
    if part:
        yield from _typed(document, tokens, part, titled=titled)


def _typed(document: Document, tokens: Sequence[Token], part: list[int], *, titled: bool) -> Iterator[Mention]:
    """Type one part by its own words, and cut off a demonym that only describes it."""
    words = [tokens[at].text for at in part]
    name = " ".join(words)
    kind = type_within(words, name)
    if not kind and is_enclosed(tokens, part):
        kind = type_beside(tokens, part) or "MISC"
    elif not kind and len(part) > 1 and is_demonym(words[0]) and type_beside(tokens, part) != "ORG":
        yield _mention(document, tokens, part[:1], "MISC")
        yield from _typed(document, tokens, part[1:], titled=titled)
        return
    if kind == "MISC" and len(part) == 1 and name.lower() in name_words("event_nouns"):
        if not (part[0] and _is_capital(tokens[part[0] - 1].text)):
            return
        part = [part[0] - 1, *part]
    if kind == "ORG":
        part = _with_number(tokens, part)
    yield _mention(document, tokens, part, kind or ("PER" if titled else type_beside(tokens, part)))


def _with_number(tokens: Sequence[Token], part: list[int]) -> list[int]:
    """Take in the number of a numbered unit: "9 Badr Corps"."""
    head, first = tokens[part[-1]].text.lower(), part[0]
    numbered = (
        first
        and tokens[first - 1].text.isdecimal()
        and head in ("corps", "brigade", "division", "battalion", "regiment")
    )
    return [first - 1, *part] if numbered else part


def _mention(document: Document, tokens: Sequence[Token], part: list[int], kind: str) -> Mention:
    start, end = tokens[part[0]].start, tokens[part[-1]].end
    following = tokens[part[-1] + 1] if part[-1] + 1 < len(tokens) else None
    if kind == "MISC" and "-" in document.text[start:end] and following is not None:
        # "the Iran-Iraq war"
        end = following.end if following.text.lower() in name_words("event_nouns") else end
    compound = COMPOUND.match(document.text[start:end])
    if compound and len(part) == 1 and not ARTICLE_NAME.match(document.text[start:end]):
        end = start + compound.end(1)
    return Mention(start, end, document.text[start:end], kind)


def _settle_types(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Give unknown names the type of a list's other names, of a fuller name, or of themselves elsewhere.

    What nothing vouches for is left out.
    """
    told = [
        replace(mention, type=mention.type or _neighbour_type(document, mentions, at))
        for at, mention in enumerate(mentions)
    ]
    types: dict[str, str] = {}
    for mention in told:
        if mention.type:
            types.setdefault(mention.text, mention.type)
        if mention.type == "PER":
            surname = mention.text.split()[-1]
            types.setdefault(surname, "PER")
            types.setdefault(ARTICLE_NAME.sub(lambda match: match.group()[-1], surname), "PER")
    settled = [replace(mention, type=mention.type or types.get(mention.text, "")) for mention in told]
    return [mention for mention in settled if mention.type]


def _neighbour_type(document: Document, mentions: list[Mention], number: int) -> str:
    """The type of the nearest typed name in the same list, "" where there is none."""
    for step in (1, -1):
        for other in range(number + step, number + step * FARTHEST, step):
            if not 0 <= other < len(mentions):
                break
            first, second = sorted((mentions[other - step], mentions[other]), key=lambda item: item.start)
            owner = document.text[second.end : second.end + 2] in ("'s", "’s")
            if owner or document.text[first.end : second.start].strip() not in (",", "and", ", and"):
                break
            # Lists of places are common in news; beside an organisation often stands its head.
            if mentions[other].type:
                return "LOC" if mentions[other].type == "LOC" else ""
    return ""


def _without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """Keep the longer of mentions that overlap, in reading order."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, mention.start - mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _fixed_names(document: Document) -> Iterator[Mention]:
    """Names with small words inside that the lexicon knows whole."""
    for name, kind in known_types().items():
        if name[0].isdecimal() or any(word[0].islower() for word in name.split()):
            for match in re.finditer(rf"\b{re.escape(name)}\b", document.text):
                yield Mention(match.start(), match.end(), match.group(), kind)


def _numbered_again(document: Document, found: Sequence[Mention]) -> Iterator[Mention]:
    """Short forms of numbered names: "9 Badr forces" where "9 Badr Corps" is named."""
    for name, kind in {(mention.text, mention.type) for mention in found if mention.text[0].isdigit()}:
        for match in re.finditer(rf"\b{re.escape(name.rsplit(' ', 1)[0])}\b", document.text):
            yield Mention(match.start(), match.end(), match.group(), kind)


def _in_headings(document: Document, found: Sequence[Mention]) -> Iterator[Mention]:
    """Names in title-case headings, where only what the body or the gazetteer knows can be told from other words."""
    types = {mention.text: mention.type for mention in found}
    for sentence in filter(is_heading, document.sentences):
        tokens, at = sentence.tokens, 0
        while at < len(tokens):
            length, mention = _known_at(document, tokens, at, types)
            if mention is not None:
                yield mention
            at += length


def _known_at(
    document: Document, tokens: Sequence[Token], at: int, types: dict[str, str]
) -> tuple[int, Mention | None]:
    for length in range(min(7, len(tokens) - at), 0, -1):
        start, end = tokens[at].start, tokens[at + length - 1].end
        text = document.text[start:end]
        kind = types.get(text) or ("LOC" if text in places() else "MISC" if is_demonym(text) else "")
        if kind:
            return length, Mention(start, end, text, kind)
    compound = COMPOUND.match(tokens[at].text) or re.match(r"([^\W\d_]{2,})-[A-Z]", tokens[at].text)
    if compound and (compound.group(1) in types or compound.group(1) in places()):
        name = compound.group(1)
        return 1, Mention(tokens[at].start, tokens[at].start + len(name), name, types.get(name, "LOC"))
    return 1, None
