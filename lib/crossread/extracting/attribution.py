"""Who is said to have said a figure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from crossread.extracting.figures import Figure
from crossread.extracting.name_types import number_forms
from crossread.extracting.phrases import QUOTES, counted_class, function_words
from crossread.language.tokens import Document, Sentence
from crossread.lexicon import load_lexicon

LONGEST = 14  # tokens in a source's phrase
MEMORY = 3  # sentences back in which a pronoun's speaker is looked for
SPEAKERS = frozenset(["he", "she", "they", "it"])
PRONOUNS = frozenset(["he", "she", "they", "it", "who", "which", "what", "that", "this"])
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
NOUNS_TOO = frozenset(["report", "reports", "claims", "estimates", "notes", "states"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source named in a sentence, and how far its words reach: text offsets of both."""

    source_start: int
    source_end: int
    content_start: int
    content_end: int
    quoted: bool = False  # by another source, which passes it on: "the agency said, quoting a doctor"


def attribute(document: Document, figures: Sequence[Figure]) -> list[Figure]:
    """Give each figure the source that its article names for it.

    Args:
        document: The article's text in sentences.
        figures: Its figures.

    Returns:
        The figures in the same order; `source` stays None where the outlet speaks in its own voice.
    """
    found: list[list[Attribution]] = []
    for sentence in document.sentences:
        speaker = next((before[-1] for before in reversed(found[-MEMORY:]) if before), None)
        found.append(_attributions(sentence, speaker))
    said = _carried_over(document, found)
    by_start = {sentence.start: found for sentence, found in zip(document.sentences, said, strict=True)}
    return _restated([_with_source(document, figure, by_start[figure.sentence_start]) for figure in figures])


def _with_source(document: Document, figure: Figure, attributions: Sequence[Attribution]) -> Figure:
    """The source nearest to the figure among those whose words hold it."""
    if any(a.source_start < figure.end and figure.start < a.source_end for a in attributions):
        return figure  # it counts the source
    holding = [a for a in attributions if a.content_start <= figure.number_start < a.content_end]
    if not holding:
        return figure
    nearest = min(
        holding, key=lambda a: (not a.quoted, min(abs(a.source_start - figure.start), abs(a.source_end - figure.end)))
    )
    start, end = nearest.source_start, nearest.source_end
    return replace(figure, source=document.text[start:end], source_start=start, source_end=end)


def _restated(figures: list[Figure]) -> list[Figure]:
    """A headline's figure has the source that the body gives to the same number."""
    sources = {
        (figure.low, figure.high, figure.kind): figure
        for figure in reversed(figures)
        if not figure.in_title and figure.source is not None
    }
    told = []
    for figure in figures:
        same = sources.get((figure.low, figure.high, figure.kind))
        if figure.in_title and figure.source is None and same is not None:
            figure = replace(figure, source=same.source, source_start=same.source_start, source_end=same.source_end)
        told.append(figure)
    return told


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_lexicon("cues")["verbs"])


@cache
def _openers() -> dict[tuple[str, ...], None]:
    return {tuple(entry["phrase"].split()): None for entry in load_lexicon("cues")["before"]}


def _attributions(sentence: Sentence, speaker: Attribution | None) -> list[Attribution]:
    """The sources that a sentence names; "he said" means the speaker before it."""
    words = [token.text.lower() for token in sentence.tokens]
    spans = []
    for at in range(len(words)):
        opener = next((phrase for phrase in _openers() if tuple(words[at : at + len(phrase)]) == phrase), None)
        if opener is not None:
            start = at + len(opener)
            spans.append((start, _phrase_end(words, start)))
        elif _is_saying(words, at):
            passive = any(before in BE for before in words[max(0, at - 2) : at])
            spans.append(_agent(words, at) if passive else _subject(words, at) or _inverted(words, at) or (0, 0))
    found = []
    for start, end in spans:
        while start < end and words[start] in QUOTES:
            start += 1
        no_source = PRONOUNS.union(load_lexicon("cues")["not_sources"])
        reach = _reach(sentence, words, start)
        if end == start + 1 and words[start] in SPEAKERS and speaker is not None:
            found.append(Attribution(speaker.source_start, speaker.source_end, *reach))
        elif start < end and words[end - 1] not in no_source and _names_somebody(words, start, end):
            source = (sentence.tokens[start].start, sentence.tokens[end - 1].end)
            found.append(Attribution(*source, *reach, words[start - 1] in ("quoting", "citing")))
    return found


def _names_somebody(words: Sequence[str], start: int, end: int) -> bool:
    """Tell a source's phrase from the rest of a clause: "five civilians", "out by government forces", "the attack"."""
    first = words[start]
    small = first in function_words() and first not in load_lexicon("words")["determiners"]
    return not (small or first in number_forms() or first[0].isdecimal() or counted_class(words[end - 1]) == "attacks")


def _reach(sentence: Sentence, words: Sequence[str], source: int) -> tuple[int, int]:
    """How far what a source says can reach: its sentence, cut at "but" and semicolons."""
    cuts = [at for at, word in enumerate(words) if word in ("but", ";")]
    first = max((at for at in cuts if at < source), default=None)
    last = min((at for at in cuts if at > source), default=None)
    return (
        sentence.start if first is None else sentence.tokens[first].start,
        sentence.end if last is None else sentence.tokens[last].start,
    )


def _is_saying(words: Sequence[str], at: int) -> bool:
    """A verb of saying, not the noun or adjective of the same form: "the report", "an alleged attack"."""
    if words[at] not in _verbs():
        return False
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    noun = words[at] in NOUNS_TOO and (after in _verbs() or after in load_lexicon("words")["auxiliaries"])
    reduced = after == "to" and words[at].endswith("ed")  # "the guards, estimated to be 7,000"
    taken = words[at].startswith("claim") and not set(load_lexicon("cues")["not_said"]).isdisjoint(words[at : at + 8])
    return not noun and not reduced and not taken and before not in load_lexicon("words")["determiners"]


def _agent(words: Sequence[str], verb: int) -> tuple[int, int]:
    """Who a passive says it was said by: "was reported by the agency"."""
    if words[verb + 1 : verb + 2] != ["by"]:
        return 0, 0
    return verb + 2, _phrase_end(words, verb + 2)


def _is_boundary(word: str) -> bool:
    conjunctions = ("and", "but", "while", "because", "as", "when", "that", "who", "which", "where", "after", "since")
    return word in conjunctions or not (word[0].isalnum() or word in ("'s", "’s", "-", "/", "&"))


def _phrase_end(words: Sequence[str], start: int) -> int:
    """Where the source that begins at `start` ends: at a mark, a verb or a clause; "and" joins two sources."""
    end = start
    while end < len(words) and end - start < LONGEST and not _is_finite(words, end):
        if words[end] != "and" and _is_boundary(words[end]):
            break
        end += 1
    return end - (end > start and words[end - 1] == "and")


def _is_finite(words: Sequence[str], at: int) -> bool:
    """Auxiliaries and verbs of saying, which a source's phrase cannot hold."""
    return words[at] in load_lexicon("words")["auxiliaries"] or _is_saying(words, at)


def _subject(words: Sequence[str], verb: int) -> tuple[int, int] | None:
    """The subject in front of a verb of saying: "Kurdish authorities in Iraq have recently accused".

    A clause between commas is stepped over: "A cleric who is close to Tehran, and who ..., said that".
    """
    end = verb
    adverbs = load_lexicon("words")["adverbs"]
    while end and (words[end - 1] in load_lexicon("words")["auxiliaries"] or words[end - 1] in adverbs):
        end -= 1
    if end and words[end - 1] == ")" and "(" in words[:end]:
        end = max(at for at in range(end) if words[at] == "(")  # "the Council (NCRI) said"
    if end and words[end - 1] == ",":
        return _before_insertion(words, end - 1)
    start = end
    while start and end - start < LONGEST and not _is_boundary(words[start - 1]):
        start -= 1
        if _is_finite(words, start):
            end = start  # "authorities have pointed out recently, accusing": one subject of two verbs
    reaches_name = start < end and words[start] not in ("to", "of", "by", "in", "on", "with")
    return _trimmed(words, start, end) if reaches_name else None


def _before_insertion(words: Sequence[str], comma: int) -> tuple[int, int] | None:
    """The subject in front of a relative clause or apposition that a comma closes."""
    relative = next((at for at in range(comma - 1, 0, -1) if words[at] in ("who", "which") and at < comma), None)
    while relative is not None and any(word in ("who", "which") for word in words[:relative]):
        relative = next(at for at in range(relative - 1, -1, -1) if words[at] in ("who", "which"))
    opening = (
        relative if relative is not None else next((at for at in range(comma - 1, 0, -1) if words[at] == ","), None)
    )
    if not opening:
        return None
    end = opening - (words[opening - 1] == ",")
    start = end
    while start and end - start < LONGEST and not _is_boundary(words[start - 1]):
        start -= 1
    return _trimmed(words, start, end) if start < end else None


def _trimmed(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Leave out what is no part of the source's own phrase: "Meanwhile the observatory in a statement"."""
    while start < end and words[start] in load_lexicon("words")["adverbs"]:
        start += 1
    for at in range(start + 1, end):
        if words[at : at + 3] == ["in", "a", "statement"] or words[at] in ("on", "late", "early", "with"):
            return start, at
    return start, end


def _inverted(words: Sequence[str], verb: int) -> tuple[int, int] | None:
    """The subject behind the verb: '..., said the Observatory'."""
    before = words[verb - 1] if verb else ""
    if before not in (",", '"', "”", "’"):
        return None
    end = _phrase_end(words, verb + 1)
    return (verb + 1, end) if end > verb + 1 else None


def _carried_over(document: Document, said: Sequence[list[Attribution]]) -> list[list[Attribution]]:
    """Lend a sentence between two of one source, which has none itself, that source.

    Whoever speaks before and after a sentence speaks in it too, as when a report goes on with "the guards" that
    a statement has just introduced.
    """
    carried = [list(found) for found in said]
    for at in range(1, len(said) - 1):
        if said[at] or not said[at - 1] or not said[at + 1]:
            continue
        sentence = document.sentences[at]
        for before in said[at - 1]:
            name = document.text[before.source_start : before.source_end]
            again = (document.text[after.source_start : after.source_end] for after in said[at + 1])
            if any(_same_source(name, other) for other in again):
                carried[at].append(replace(before, content_start=sentence.start, content_end=sentence.end))
    return carried


def _same_source(first: str, second: str) -> bool:
    """Two wordings share a capitalised word, or one is the other's initials."""
    names = [
        {word.strip("().,") for word in text.split() if word.strip("(")[:1].isupper()} - {"The", "A", "An"}
        for text in (first, second)
    ]
    initials = ["".join(word[0] for word in text.split() if word[0].isupper()) for text in (first, second)]
    return bool(names[0] & names[1]) or initials[0] in names[1] or initials[1] in names[0]
