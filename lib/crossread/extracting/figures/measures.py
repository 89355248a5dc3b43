"""What a figure counts left of its number, and its role: a sentence as a row of figures, noun phrases and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.extracting.figures.clauses import GRAVEST, Symbol
from crossread.extracting.figures.readings import Reading, text_of
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import is_plural, outcome_words, word_list
from crossread.lexicon import load_lexicon
from crossread.patterns import Match, Rule, decide, load_grammar

PARTICIPLES = {"level": "reaching", "move": "moving", "alter": "moving"}
TIMES = frozenset(["time", "last", "earlier", "date"])
TIMES_BEFORE = frozenset(["last", "previous", "prior", "same", "preceding"])
BEFORE_VERBS = frozenset(["noun", "name", "amount", "will", "modal"])
BEHIND_NOUNS = frozenset(["move", "level", "be", "have", "will", "modal"])
INDEXES = frozenset(["index", "gauge", "barometer"])  # a bare number beside one is a level, no count
LEADS = frozenset(["lead", "margin", "advantage", "edge", "gap", "swing"])  # of points, not of those behind them
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
            table: "counted", whose rules read no times, "carried" or "role".

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


def tie_measures(measures: Measures, spoken_of: list[str]) -> None:
    """Give figures without a noun beside them the one that a rule ties them to, or that of the figure that one does.

    Args:
        measures: The sentence, whose figures get their `noun`.
        spoken_of: Those of whom shares were told last in the sentences before; this one's are added.
    """
    found: dict[int, list[tuple[Rule, Symbol]]] = {}
    for match, symbols in measures.find("counted"):
        found.setdefault(symbols[match.at("figure")].of, []).append((match.rule, symbols[match.at("to")]))
    sized = {reading: reading.noun for reading in measures.readings if _figure_name(reading) == "sized"}
    for index in sorted(found):
        _tie(measures, found, index, frozenset())
    for reading in measures.readings:
        if reading.noun == sized.get(reading):
            reading.noun = ""  # "a 5% drop", nobody says in what
        bare = reading.kind == "count" and reading.last == reading.number.last
        if bare and _is_level(reading):
            reading.kind = "measure"  # "the index dropped to 89.1"
    _carry(measures, spoken_of)


def _is_level(reading: Reading) -> bool:
    """Tell whether a number is the level of an index: it is named, or what it moved by is told in points."""
    moved = reading.same
    return _is_index(reading.noun) or (
        moved is not None and (moved.unit == "point" or (moved.kind == "share" and _is_level(moved)))
    )


def _is_index(noun: str) -> bool:
    words = noun.split()
    return words[-1:] != [] and (words[-1] in INDEXES or not word_list("indexes").isdisjoint(words))


def _carry(measures: Measures, spoken_of: list[str]) -> None:
    """Give shares that do something those of whom shares were told last."""
    carried = {symbols[match.at("figure")].of: match.rule for match, symbols in measures.find("carried")}
    for index, reading in enumerate(measures.readings):
        if reading.kind != "share":
            continue
        if not reading.noun and index in carried and spoken_of:
            reading.noun = spoken_of[-1]
            reading.rules["counted"] = carried[index].name
            load_grammar("measures", "carried").note(carried[index])
        if is_plural(reading.noun.rpartition(" ")[2], ""):
            spoken_of.append(reading.noun)


def _tie(measures: Measures, found: dict[int, list[tuple[Rule, Symbol]]], index: int, seen: frozenset[int]) -> None:
    """Give a figure its noun, once the figures have theirs that it may take it from."""
    reading = measures.readings[index]
    ties, found[index] = found.get(index, []), []
    for rule, symbol in ties:
        if symbol.of >= 0 and symbol.of not in seen:
            _tie(measures, found, symbol.of, seen | {index})
        to = measures.readings[symbol.of] if symbol.of >= 0 else None
        reading.same = to if "figure" in rule.sets and reading.same is None else reading.same
        noun = name_phrase(measures.sentence, symbol) if to is None else to.noun
        verb = noun.endswith("ing") and noun in _classes("verbs")  # "flat, closing at $9"
        lent = to is not None and (_figure_name(to) == "sized" or noun.rpartition(" ")[2] in LEADS)
        if noun and not verb and not lent:
            if reading.kind == "count" and "count" in rule.sets and not _is_index(noun):
                return
            if reading.kind == "count" and (_is_toll(noun) or noun in word_list("deeds")):
                return  # people are counted, as the outcome tells
            if reading.kind == "duration" and noun.rpartition(" ")[2] not in word_list("lasting"):
                return
            if reading.kind == "count" and noun.rpartition(" ")[2] in word_list("settlements"):
                noun = "people"  # "a town of 9,000"
            if reading.noun in POINTS:
                reading.kind, reading.unit = "measure", "point"
            reading.noun = noun
            reading.rules["counted"] = rule.name
            load_grammar("measures", "counted").note(rule)
            return


def _is_toll(noun: str) -> bool:
    """Tell whether a noun is of those who died: "deaths exceeded 1,500"."""
    told = outcome_words().get(noun.rpartition(" ")[2])
    return told is not None and told.form == "noun" and told.outcome == GRAVEST


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
        name = _classes("verbs").get(sentence.folded[words[verb].first])
        can_be = name == "move" or (name == "level" and away == 1)
        if verb and can_be and words[verb - 1].name in BEFORE_VERBS and words[verb].of < 0:
            words[verb] = words[verb]._replace(name=str(name))


def _phrase(sentence: Sentence, head: Symbol, first: int) -> Symbol:
    """A noun phrase by its head; of a tally, and of a change, by what stands before it ("case numbers")."""
    name = "amount" if head.name in ("outlay", "worth") else head.name
    if name == "time" and not TIMES_BEFORE.isdisjoint(sentence.folded[first : head.first]):
        name = "last"
    named = name == "tally" and "NNP" in sentence.tags[first : head.first]  # "the Dow Jones average"
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
        found.append(Symbol(_figure_name(reading), reading.first, max(reading.last, reading.first + 1), index))
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


def _figure_name(reading: Reading) -> str:
    """A figure's kind where nothing counted stands beside it, "sized" beside a change ("a 5% drop")."""
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
    closed = _classes("words").get(word) or _classes("words").get(tagged)
    if closed and tag != "NNP":
        return closed
    if tag[:2] == "VB":
        verbs, other = _classes("verbs"), {"VBN": "done", "VBG": "doing"}.get(tag, "verb")
        name = verbs.get(word) or verbs.get(tagged) or other
        return PARTICIPLES.get(name, name) if tag == "VBG" else name
    if tag in ("NN", "NNS", "NNP"):
        name = _classes("nouns").get(word, "")
        return name if name and (tag != "NNP" or name == "time") else _classes("tags")[tag]
    return _classes("tags").get(tag, "")


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_lexicon("measures")["nouns"].items()}


@cache
def _classes(table: str) -> dict[str, str]:
    """The words of one table to the class that each is of."""
    return {word: name for name, words in load_lexicon("measures")[table].items() for word in words}
