"""A sentence as a row of symbols, for patterns to read: figures, other noun phrases, words that tell an outcome."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from string import ascii_letters

from crossread.extracting.figures.readings import Reading
from crossread.extracting.phrases import NOUNS, Told, outcome_words
from crossread.lexicon import load_lexicon

ARTICLES = frozenset(["DT", "JJ", "PRP$", "POS"])
CHUNK = NOUNS | {"JJ", "CD", "POS", "PRP$", "$", "FW"}
SYMBOLS = (
    *("figure", "noun", "tally", "event", "past", "active", "gerund", "state", "lasting", "verb", "pronoun", "other"),
    *("prep", "of", "to", "among", "alongside", "including", "include", "reach", "reckon", "link", "say"),
    *("be", "have", "modal", "them", "relative", "and", "comma", "colon", "negation", "break"),
)
BY_TAG = {"IN": "prep", "TO": "prep", "PRP": "pronoun", "MD": "modal", "CC": "break", "JJ": "other"}
LETTERS = dict(zip(SYMBOLS, ascii_letters, strict=False))  # each symbol is one character of the row


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol and the tokens that it stands for; `of` is the index of a figure's reading."""

    name: str
    first: int
    last: int
    of: int = -1


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sentence's symbols in order, and their letters as the one string that patterns are matched with."""

    symbols: tuple[Symbol, ...]
    row: str


def draw_sketch(words: Sequence[str], speech: Sequence[str], readings: Sequence[Reading]) -> Sketch:
    """Reduce a sentence to its symbols.

    Args:
        words: The sentence's words, lower case.
        speech: Their parts of speech.
        readings: The sentence's figures, in order.

    Returns:
        The sketch. Adverbs, articles, quotation marks and times are in no symbol.
    """
    symbols: list[Symbol] = []
    for symbol in _symbols(words, speech, readings):
        if symbol.name == "skip":
            continue
        if symbol.name == "time":
            if symbols and symbols[-1].name in ("prep", "of", "to") and symbols[-1].last >= symbol.first - 2:
                symbols.pop()
        else:
            symbols.append(symbol)
    return Sketch(tuple(symbols), "".join(LETTERS[symbol.name] for symbol in symbols))


def _symbols(words: Sequence[str], speech: Sequence[str], readings: Sequence[Reading]) -> Iterator[Symbol]:
    begins = frozenset(reading.first for reading in readings)
    at = figure = 0
    while at < len(words) or figure < len(readings):
        if figure < len(readings) and readings[figure].first <= at:
            yield Symbol("figure", readings[figure].first, readings[figure].last, figure)
            at = max(at, readings[figure].last)
            figure += 1
            continue
        symbol = _phrase(words, at) or _chunk(words, speech, at, begins) or _word(words, speech, at)
        if symbol is not None:
            yield symbol
        at = at + 1 if symbol is None else symbol.last


def _phrase(words: Sequence[str], at: int) -> Symbol | None:
    """What several words tell together: "lost their lives", "as well as"."""
    for length in range(min(_longest_phrase(), len(words) - at), 1, -1):
        phrase = " ".join(words[at : at + length])
        told = outcome_words().get(phrase)
        name = _closed().get(phrase) if told is None else _form(words[at], told)
        if name is not None:
            return Symbol(name, at, at + length)
    return None


def _chunk(words: Sequence[str], speech: Sequence[str], at: int, begins: Set[int]) -> Symbol | None:
    """A noun phrase without its article; its head says what it is."""
    end = head = at
    while end < len(words) and end not in begins and _goes_on(words, speech, at, end, begins):
        if head > at and not _table("time").isdisjoint(words[end : end + 2]):
            break  # "the blast last week"
        end += 1
        if speech[end - 1] in NOUNS or (speech[end - 1] == "CD" and head == at):
            head = end
    if head == at:
        return None
    noun = words[head - 1]
    if noun in _table("time") or speech[head - 1] == "CD":
        return Symbol("time", at, head)
    told = outcome_words().get(noun)
    if told is not None and told.form in ("noun", "active"):
        return Symbol("event", at, head)
    if noun.endswith("ing") and words[head : head + 1] == ["of"]:
        return Symbol("verb", at, head)  # "the guarding of their property"
    return Symbol("tally" if noun in _table("tally") else "noun", at, head)


def _goes_on(words: Sequence[str], speech: Sequence[str], first: int, at: int, begins: Set[int]) -> bool:
    word, tag = words[at], speech[at]
    told = outcome_words().get(word)
    if told is not None and told.form != "noun":
        return at + 1 not in begins and _is_nominal(told, word, speech, first, at)  # "kills 3", whatever its tag
    if word in _closed() and (word not in _table("tally") or tag not in NOUNS or at + 1 in begins):
        return False
    if word == "-":
        return at > first and at + 1 < len(words) and speech[at + 1] in CHUNK
    return tag in CHUNK and (word[0].isalnum() or tag == "POS")


def _is_nominal(told: Told, word: str, speech: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a verb's form stands in a noun phrase: "the capture", "an arrest warrant", "in captured towns"."""
    before = speech[at - 1] if at else ""
    if _form(word, told) == "gerund":
        return speech[at] in NOUNS and before in ARTICLES
    if speech[at] in NOUNS and told.form == "active" and (at > first or before in ARTICLES):
        return True
    return before in ARTICLES | {"IN"} and at + 1 < len(speech) and speech[at + 1] in NOUNS


def _word(words: Sequence[str], speech: Sequence[str], at: int) -> Symbol | None:
    word, tag = words[at], speech[at]
    told = outcome_words().get(word)
    if word == "that":
        name = {"WDT": "relative", "IN": "break"}.get(tag)
    elif word in _closed():
        name = "reckon" if _closed()[word] == "tally" else _closed()[word]
    elif told is not None:
        named = _form(word, told) == "gerund" and words[at + 1 : at + 2] == ["of"]  # "the killing of"
        name = "event" if named else _form(word, told)
    elif word in _table("time"):
        name = "time"
    else:
        name = "verb" if tag[:2] == "VB" else BY_TAG.get(tag)
    return None if name is None else Symbol(name, at, at + 1)


def _form(word: str, told: Told) -> str:
    """The symbol of an outcome's word."""
    if word.endswith("ing") and told.form in ("active", "state"):
        return "gerund" if told.form == "active" else "lasting"
    return "event" if told.form == "noun" else told.form


def _table(name: str) -> frozenset[str]:
    return _tables()[name]


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon("patterns")["words"].items()}


@cache
def _closed() -> dict[str, str]:
    """Words of closed classes to their symbols."""
    return {word: name for name, words in _tables().items() if name != "time" for word in words}


@cache
def _longest_phrase() -> int:
    return max(len(word.split()) for word in (*outcome_words(), *_closed()))
