"""A sentence as a row of symbols for the rules of clauses: figures, other noun phrases, words that tell an outcome."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from crossread.extracting.figures.readings import Reading
from crossread.language.phrases import Phrases
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import NOUNS, Told, class_nouns, outcome_words, told_as
from crossread.lexicon import load_lexicon
from crossread.patterns import Grammar, Rule, decide, load_grammar

ARTICLES = frozenset(["DT", "JJ", "PRP$", "POS"])
CHUNK = NOUNS | {"JJ", "CD", "POS", "PRP$", "$", "FW"}
PREPOSITIONS = frozenset(["prep", "of", "to", "by", "at", "with"])
JOINED = frozenset(["past", "active", "gerund"])
GRAVEST = "killed"
BY_TAG = {"IN": "prep", "TO": "prep", "PRP": "pronoun", "MD": "modal", "CC": "break", "JJ": "other"}


ONE_PERSON = frozenset(["people", "civilians", "officials", "responders", "forces"])  # classes
COLLECTIVES = frozenset(["family", "household", "staff", "people", "force", "personnel", "militia", "police"])
BETWEEN_FIGURES = frozenset(["shared", "part", "sibling"])  # tables of rules that tie figures to figures


class Symbol(NamedTuple):
    """One symbol and the tokens that it stands for; `of` is the index of a figure's reading, `told` the outcome."""

    name: str
    first: int
    last: int
    of: int = -1
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure and what a rule ties it to, as indices of the row's symbols."""

    figure: int
    to: int
    rule: Rule
    grammar: Grammar

    def decides(self) -> str:
        """Note that the rule decides, and return its name."""
        self.grammar.note(self.rule)
        return self.rule.name


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence, its figures, and its symbols, both in order."""

    sentence: Sentence
    readings: Sequence[Reading]
    symbols: tuple[Symbol, ...]

    def reading(self, at: int) -> Reading:
        """The figure that stands at a symbol."""
        return self.readings[self.symbols[at].of]

    def ties(self, table: str) -> list[Tie]:
        """Find what the rules of one table tie figures to.

        Args:
            table: A table of `lexicon/clauses.toml`: "outcome", "part", "counted".

        Returns:
            Ties, those that decide first.
        """
        if table in BETWEEN_FIGURES and len(self.readings) < 2:
            return []
        grammar = load_grammar("clauses", table)
        row = grammar.spell_names(symbol.name for symbol in self.symbols)
        return [Tie(match.at("figure"), match.at("to"), match.rule, grammar) for match in decide(grammar.find(row))]


def reduce_sentence(sentence: Sentence, readings: Sequence[Reading]) -> Clauses:
    """Reduce a sentence to its symbols.

    Args:
        sentence: The sentence, its parts of speech tagged.
        readings: Its figures, in order.

    Returns:
        Its row. Adverbs, articles, quotation marks and times are in no symbol.
    """
    symbols: list[Symbol] = []
    for symbol in _symbols(sentence, readings):
        if symbol.name == "skip":
            continue
        if symbol.name == "time":
            if symbols and symbols[-1].name in PREPOSITIONS and symbols[-1].last >= symbol.first - 2:
                symbols.pop()
            continue
        if symbol.name == "relative" and _is_of_one(sentence, readings, symbols):
            symbol = symbol._replace(name="break")
        symbols.append(symbol)
        _join_verbs(symbols)
    return Clauses(sentence, readings, tuple(symbols))


def _is_of_one(sentence: Sentence, readings: Sequence[Reading], symbols: Sequence[Symbol]) -> bool:
    """Tell whether "who" speaks of one person named behind others: "three friends of a woman who died"."""
    if len(symbols) < 3 or symbols[-2].name not in PREPOSITIONS:
        return False
    last = symbols[-1]
    if last.of >= 0:
        return readings[last.of].kind == "age"
    head = sentence.folded[last.last - 1]
    return last.name == "noun" and class_nouns().get(head) in ONE_PERSON and head not in COLLECTIVES


def _join_verbs(symbols: list[Symbol]) -> None:
    """Make one of two verbs at the end that share what they govern, of which the graver speaks: "shot and killed".

    Who was trapped and rescued is rescued.
    """
    *_, first, between, second = [None, None, *symbols]
    joint = between is not None and between.name in ("and", "comma")
    first = first if joint else between
    if first is None or first.told is None or second is None or second.told is None:
        return
    died = second.told.outcome == GRAVEST
    then_died = (
        (first.name, second.name) == ("past", "state") and died and between is not None and between.name == "and"
    )
    if first.name == second.name in JOINED or then_died:
        freed = (first.told.outcome, second.told.outcome) == ("besieged", "rescued")
        told = second.told if died or freed else first.told
        symbols[-2 - joint :] = [Symbol(first.name, first.first, second.last, told=told)]


def _symbols(sentence: Sentence, readings: Sequence[Reading]) -> Iterator[Symbol]:
    begins = frozenset(reading.first for reading in readings)
    phrases = _told_phrases(sentence)
    at = figure = 0
    while at < len(sentence) or figure < len(readings):
        if figure < len(readings) and readings[figure].first <= at:
            sized = _sizes_next(readings[figure : figure + 2])  # "two 12-year-old boys"
            yield Symbol("figure", readings[figure].first, readings[figure + sized].last, figure)
            figure += 1 + sized
            at = max(at, readings[figure - 1].last)
            continue
        symbol = _phrase(sentence, at, phrases) or _noun_phrase(sentence, at, begins) or _word(sentence, at)
        if symbol is not None:
            yield symbol
        at = at + 1 if symbol is None else symbol.last


def _sizes_next(pair: Sequence[Reading]) -> bool:
    """Tell whether of two figures the second is the size or the age of what the first counts."""
    if len(pair) < 2 or not pair[0].bare_count or pair[0].last != pair[1].first:
        return False
    return pair[1].kind in ("age", "measure", "duration") and pair[1].noun != ""


def _phrase(sentence: Sentence, at: int, phrases: Mapping[int, Symbol]) -> Symbol | None:
    """What several words tell together: "lost their lives", "as well as"."""
    found, ruled = _phrases().at(sentence.folded, at), phrases.get(at)
    if found is None or (ruled is not None and ruled.last > found[1]):
        return ruled
    (name, told), last = found
    return Symbol(name, at, last, told=told)


def _told_phrases(sentence: Sentence) -> dict[int, Symbol]:
    """The longest phrase that a rule finds at each word where one begins: "suffered a gunshot wound"."""
    grammar = load_grammar("clauses", "phrase")
    found: dict[int, Symbol] = {}
    for match in grammar.find(grammar.spell(sentence.tokens)):
        if match.start not in found or found[match.start].last < match.end:
            told = told_as(match.rule.sets["entry"], match.rule.sets["form"])
            name = _form(sentence.folded[match.start], told)
            found[match.start] = Symbol(name, match.start, match.end, told=told)
    return found


def tells_outcome(sentence: Sentence, at: int) -> bool:
    """Tell whether a phrase of several words that tells an outcome begins at a word: "lost their lives"."""
    found = _phrases().at(sentence.folded, at)
    return found is not None and found[0][1] is not None


@cache
def _phrases() -> Phrases[tuple[str, Told | None]]:
    closed = {tuple(phrase.split()): (name, None) for phrase, name in _closed().items() if " " in phrase}
    outcomes = {phrase: (_form(phrase[0], told), told) for phrase, told in _outcome_phrases().items()}
    return Phrases[tuple[str, Told | None]]({**closed, **outcomes})


def _outcome_phrases() -> dict[tuple[str, ...], Told]:
    return {tuple(phrase.split()): meaning for phrase, meaning in outcome_words().items() if " " in phrase}


def _noun_phrase(sentence: Sentence, at: int, begins: Set[int]) -> Symbol | None:
    """A noun phrase without its article; its head says what it is."""
    words, tags = sentence.folded, sentence.tags
    end = head = at
    while end < len(words) and end not in begins and _goes_on(sentence, at, end, begins):
        if head > at and not word_class("time").isdisjoint(words[end : end + 2]):
            break  # "the blast last week"
        end += 1
        person = words[end - 1] in class_nouns()  # "a civilian", taken for an adjective
        if tags[end - 1] in NOUNS or person or (tags[end - 1] == "CD" and head == at):
            head = end
    if head == at:
        return None
    noun = words[head - 1]
    if noun in word_class("time") or tags[head - 1] == "CD":
        return Symbol("time", at, head)
    meaning = outcome_words().get(noun)
    if meaning is not None and meaning.form in ("noun", "active") and noun != "lives":  # "fear for the lives of 12"
        return Symbol("event", at, head, told=meaning)
    if noun.endswith("ing") and words[head : head + 1] == ["of"]:
        return Symbol("verb", at, head)  # "the guarding of their property"
    name = next((name for name in ("tally", "poll") if noun in word_class(name)), "noun")
    return Symbol(name, at, head, told=_told_by_modifiers(words[at : head - 1]))


def _told_by_modifiers(words: Sequence[str]) -> Told | None:
    """What a phrase tells before its head: "the injured guests"."""
    told = (outcome_words().get(word) for word in words)
    return next((meaning for meaning in told if meaning is not None and meaning.form in ("past", "state")), None)


def _goes_on(sentence: Sentence, first: int, at: int, begins: Set[int]) -> bool:
    word, tag = sentence.folded[at], sentence.tags[at]
    meaning = outcome_words().get(word)
    if at > first and tells_outcome(sentence, at):
        return False  # "the raid cost the lives of 12"
    if meaning is not None and meaning.form != "noun":
        return at + 1 not in begins and _is_nominal(meaning, sentence, first, at)  # "kills 3", whatever its tag
    if word in _closed() and (_closed()[word] not in ("tally", "poll") or tag not in NOUNS or at + 1 in begins):
        return False
    if word == "-":
        return at > first and at + 1 < len(sentence) and sentence.tags[at + 1] in CHUNK
    if at == first and tag in ("VBN", "VBG") and sentence.tags[at - 1 : at] in (["DT"], ["PRP$"]):
        return sentence.tags[at + 1 : at + 2] in (["NN"], ["NNS"])  # "a banned group"
    return tag in CHUNK and (word[0].isalnum() or tag == "POS")


def _is_nominal(meaning: Told, sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether a verb's form stands in a noun phrase: "the capture", "an arrest warrant", "in captured towns"."""
    tags = sentence.tags
    before = tags[at - 1] if at else ""
    if _form(sentence.folded[at], meaning) == "gerund":
        return tags[at] in NOUNS and before in ARTICLES
    thing = meaning.form == "active" or (meaning.form == "state" and "" not in meaning.of)  # "in the collapse"
    if tags[at] in NOUNS and thing and (at > first or before in ARTICLES):
        return True
    return before in ARTICLES | {"IN"} and at + 1 < len(tags) and tags[at + 1] in NOUNS


def _word(sentence: Sentence, at: int) -> Symbol | None:
    word, tag = sentence.folded[at], sentence.tags[at]
    meaning = outcome_words().get(word)
    if word == "that":
        name = {"WDT": "relative", "IN": "break"}.get(tag)
    elif word in ("nearly", "almost") and outcome_words().keys() & sentence.folded[at + 1 : at + 2]:
        name = "negation"
    elif word in _closed():
        name = "reckon" if _closed()[word] == "tally" else _closed()[word]
    elif meaning is not None:
        form = _form(word, meaning)
        if form in ("past", "state") and sentence.folded[max(at - 1, 0)] == "the":
            form = "sufferers"  # "the dead"
        name = "event" if form == "gerund" and sentence.folded[at + 1 : at + 2] == ["of"] else form  # "the killing of"
    elif word in word_class("time"):
        name = "time"
    else:
        name = "acting" if tag == "VBG" else "verb" if tag[:2] == "VB" else BY_TAG.get(tag)
    return None if name is None else Symbol(name, at, at + 1, told=meaning)


def _form(word: str, meaning: Told) -> str:
    """The symbol of an outcome's word."""
    if meaning.form in ("blow", "care"):
        return "blowing" if meaning.form == "blow" and word.endswith("ing") else meaning.form
    if word.endswith("ing") and meaning.form in ("active", "state"):
        return "gerund" if meaning.form == "active" else "lasting"
    return "event" if meaning.form == "noun" else meaning.form


@cache
def word_class(name: str) -> frozenset[str]:
    """Return one class of words of `lexicon/clauses.toml`."""
    return frozenset(load_lexicon("clauses")["words"][name])


@cache
def _closed() -> dict[str, str]:
    """Words of closed classes to their symbols."""
    classes = load_lexicon("clauses")["words"]
    return {word: name for name, words in classes.items() if name != "time" for word in words}
