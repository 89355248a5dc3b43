"""A sentence as a row of figures, noun phrases and words, which tells what a figure counts and its role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.extracting.figures.clauses import Symbol
from crossread.extracting.figures.readings import Reading, text_of
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import is_plural, outcome_words, word_list
from crossread.lexicon import load_lexicon
from crossread.patterns import Match, decide, load_grammar

PARTICIPLES = {"level": "reaching", "move": "moving", "alter": "moving"}
TIMES = frozenset(["time", "last", "earlier", "date"])
TIMES_BEFORE = frozenset(["last", "previous", "prior", "same", "preceding"])
BEFORE_VERBS = frozenset(["noun", "name", "amount", "will", "modal"])
BEHIND_NOUNS = frozenset(["move", "level", "be", "have", "will", "modal"])
POINTS = frozenset(["points", "point"])  # of an index: "the index rose 20 points"
PLACED = frozenset(["in", "on", "at", "for", "from", "by", "to", "prep", "with"])  # what may stand before a time


@dataclass(frozen=True, slots=True)
class Measures:
    """A sentence, its figures, and its symbols, both in order; the symbols with and without times."""

    sentence: Sentence
    readings: Sequence[Reading]
    timed: tuple[Symbol, ...]
    timeless: tuple[Symbol, ...]

    def find(self, table: str) -> Iterator[tuple[Match, Sequence[Symbol]]]:
        """Find what the rules of one table of `lexicon/measures.toml` match.

        Args:
            table: "counted", whose rules read no times, "carried", "resumed" or "role".

        Yields:
            Matches, those that decide first, and the symbols that they stand over.
        """
        symbols = self.timeless if table == "counted" else self.timed
        grammar = load_grammar("measures", table)
        for match in decide(grammar.find(grammar.spell_names(symbol.name for symbol in symbols))):
            yield match, symbols


def reduce_measures(sentence: Sentence, readings: Sequence[Reading]) -> Measures:
    """Reduce a sentence to its symbols.

    Args:
        sentence: The sentence, its parts of speech tagged.
        readings: Its figures, in order.

    Returns:
        Its row. Adverbs and quotation marks are in no symbol.
    """
    timed = tuple(_symbols(sentence, readings))
    timeless: list[Symbol] = []
    for symbol in timed:
        if symbol.name not in TIMES:
            timeless.append(symbol)
        elif timeless and timeless[-1].name in PLACED and timeless[-1].last >= symbol.first - 1:
            timeless.pop()
    return Measures(sentence, readings, timed, tuple(timeless))


def read_roles(measures: Measures) -> None:
    """Tell which figures are the size of a change, a previous number or a forecast.

    Args:
        measures: The sentence, whose figures get their `role`.
    """
    told = set[int]()
    for match, symbols in measures.find("role"):
        for role, spans in match.spans.items():
            index = symbols[spans[0][0]].of
            ranged = role == "previous" and measures.readings[index].number.bound == "range"
            if index not in told and not ranged:
                told.add(index)
                measures.readings[index].role = role
                measures.readings[index].rules["role"] = match.rule.name
                load_grammar("measures", "role").note(match.rule)


def name_phrase(sentence: Sentence, symbol: Symbol) -> str:
    """Name what a noun phrase counts: without its determiner, of a tally what is tallied.

    Args:
        sentence: The sentence.
        symbol: The noun phrase.

    Returns:
        Its words, lower case.
    """
    first, last = symbol.first, symbol.last - (symbol.name == "reckoned")
    for at in range(first, last - 1):
        if sentence.tags[at] in ("DT", "PRP$", "CD"):
            first = at + 1
    last -= sentence.words[last - 1 : last] == ["="]  # "gold XAU=", "the S&P 500 .SPX"
    last -= 2 * (sentence.words[last - 2 : last - 1] == ["."] and sentence.words[last - 1].isupper())
    noun = text_of(sentence, first, last).strip("-–—\"'“”‘’ ")
    return str(load_lexicon("words")["kin"].get(noun.rpartition(" ")[2], noun))


def _symbols(sentence: Sentence, readings: Sequence[Reading]) -> Iterator[Symbol]:
    words = _words(sentence, readings)
    _mark_verbs(sentence, words)
    grammar = load_grammar("measures", "noun_phrase")
    row = grammar.spell_names(word.name for word in words)
    phrases = {match.start: match for match in grammar.find(row)}
    at = 0
    while at < len(words):
        match = phrases.get(at)
        if match is None:
            yield words[at]._replace(name="date") if words[at].name == "number" else words[at]
            at += 1
        else:
            phrase, end = _phrase(sentence, words[match.at("head")], words[at].first), words[match.end - 1]
            yield phrase._replace(last=end.last) if end.name == "number" else phrase  # "the FTSE 250"
            at = match.end


def _mark_verbs(sentence: Sentence, words: list[Symbol]) -> None:
    """Take a noun between another and a number for the verb that it also is: "the bridge cost $90m"."""
    for at in range(2, len(words)):
        before = words[at - 1]
        also_noun = sentence.folded[before.first] in _nouns()["change"]
        if also_noun and words[at].name in BEHIND_NOUNS and before.name in ("move", "alter"):
            words[at - 1] = before._replace(name="change")  # "the odds of a June hike fell"
        if words[at].of < 0:
            continue
        away = 1 + (words[at - 1].name in ("to", "by", "at"))
        verb = at - away
        name = word_classes("verbs").get(sentence.folded[words[verb].first])
        can_be = name == "move" or (name == "level" and away == 1)
        if verb and can_be and words[verb - 1].name in BEFORE_VERBS and words[verb].of < 0:
            words[verb] = words[verb]._replace(name=str(name))


def _phrase(sentence: Sentence, head: Symbol, first: int) -> Symbol:
    """A noun phrase by its head; of a tally, and of a change, by what stands before it ("case numbers")."""
    name = "amount" if head.name in ("outlay", "worth") else head.name
    if name == "time" and not TIMES_BEFORE.isdisjoint(sentence.folded[first : head.first]):
        name = "last"
    # "the Dow Jones average", but not "the March high"
    named = name == "tally" and "NNP" in sentence.tags[first : head.first]
    named = named and sentence.folded[head.first - 1] not in word_list("months")
    if named and sentence.folded[head.first] not in ("toll", "tolls"):
        return Symbol("noun", first, head.last)
    if name in ("change", "tally") and head.first > first:
        modifier = sentence.folded[head.first - 1]
        own = modifier not in outcome_words() and modifier not in _nouns()["tally"]  # "a record high"
        if sentence.tags[head.first - 1] in ("NN", "NNS") and own:
            name = "reckoned" if sentence.folded[head.first] not in ("toll", "tolls") else name
    return Symbol(name, first, head.last)


def _words(sentence: Sentence, readings: Sequence[Reading]) -> list[Symbol]:
    """Each figure, and each word outside of figures that is of some class."""
    found: list[Symbol] = []
    at, known = 0, _names()
    for index, reading in enumerate(readings):
        found += _between(sentence, at, reading.first, known)
        found.append(Symbol(figure_name(reading), reading.first, max(reading.last, reading.first + 1), index))
        at = max(at, reading.last)
    return found + list(_between(sentence, at, len(sentence), known))


def _between(sentence: Sentence, first: int, last: int, known: dict[tuple[str, str], str]) -> Iterator[Symbol]:
    for at in range(first, last):
        pair = sentence.folded[at], sentence.tags[at]
        name = known.get(pair)
        if name is None:
            name = known[pair] = _word_name(*pair)
        if name:
            yield Symbol(name, at, at + 1)


def figure_name(reading: Reading) -> str:
    """A figure's kind where nothing counted stands beside it, "sized" beside a change ("a 5% drop").

    Args:
        reading: The figure.

    Returns:
        Its symbol.
    """
    noun = reading.noun.rpartition(" ")[2]
    if noun in _nouns()["change"] and " " not in reading.noun and not (reading.kind == "count" and is_plural(noun, "")):
        return "sized"
    if reading.noun in POINTS:
        return "points"
    if not noun:
        return reading.kind
    return "counted" if reading.kind == "count" else "named"


@cache
def _names() -> dict[tuple[str, str], str]:
    """Words and their tags, as they are met, to the symbol that each is."""
    return {}


def _word_name(word: str, tag: str) -> str:
    """The symbol of a word by itself, "" for those that are in none."""
    tagged = f"{word}/{tag}"
    closed = word_classes("words").get(word) or word_classes("words").get(tagged)
    if closed and tag != "NNP":
        return closed
    if tag[:2] == "VB":
        verbs, other = word_classes("verbs"), {"VBN": "done", "VBG": "doing"}.get(tag, "verb")
        name = verbs.get(word) or verbs.get(tagged) or other
        return PARTICIPLES.get(name, name) if tag == "VBG" else name
    if tag in ("NN", "NNS", "NNP"):
        name = word_classes("nouns").get(word, "")
        return name if name and (tag != "NNP" or name == "time") else word_classes("tags")[tag]
    return word_classes("tags").get(tag, "")


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon("measures")["nouns"].items()}


@cache
def word_classes(table: str) -> dict[str, str]:
    """Return the words of one table to the class that each is of."""
    return {word: name for name, words in load_lexicon("measures")[table].items() for word in words}
