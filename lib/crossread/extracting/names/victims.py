"""Names of the dead: whom an article names as killed, with the age and the sex that its words tell."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from crossread.extracting.figures.clauses import reduce_sentence, word_class
from crossread.extracting.figures.counted import tie_nouns
from crossread.extracting.figures.numbers import read_numbers
from crossread.extracting.figures.outcomes import find_governors, read_outcomes
from crossread.extracting.figures.parts import find_wholes
from crossread.extracting.figures.readings import Reading
from crossread.extracting.names.mentions import Mention
from crossread.extracting.numbers.quantities import Number
from crossread.language.tokens import Document, Sentence
from crossread.language.vocabulary import class_nouns, outcome_words, singular
from crossread.lexicon import load_lexicon
from crossread.patterns import load_grammar

KILLED = "killed"
BESIDE = frozenset(["NN", "NNP", "JJ", "PRP$", "POS"])  # parts of speech of what stands before a name: "his wife Ana"
LONGEST_ASIDE = 8  # words in brackets behind a name
OLDEST = 120
YEARS = r"(?P<age>\d{1,3})(?:[- ](?P<unit>year|month|week|day)s?[- ]?(?:old)?)?"
BEHIND = re.compile(rf"\s*(?:,|\((?:[^()]*\W)?)\s*(?:who was |aged? )?{YEARS}\s*(?=[,;.)]|and\b|$)")
BEFORE = re.compile(r"(?P<age>\d{1,3}|[a-z]+)[- ](?P<unit>year|month|week|day)s?[- ]old\b[^,;.]{0,40}$")
PER_YEAR = {"month": 12, "week": 52, "day": 365}


class Victim(NamedTuple):
    """What an article tells of somebody whom it names as dead; "" and None where it does not tell."""

    age: float | None
    sex: str


def find_victims(document: Document, mentions: Sequence[Mention]) -> dict[int, Victim]:
    """Find those whom an article names as dead.

    Args:
        document: The article's text in sentences, its parts of speech tagged and its names marked.
        mentions: Its names, in order.

    Returns:
        Victims by where their names start.
    """
    people = [mention for mention in mentions if mention.type == "PER"]
    starts = [mention.start for mention in people]
    victims: dict[int, Victim] = {}
    for sentence in document.sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first < last and _dead_words().intersection(sentence.lower):
            victims.update(_victims(document.text, sentence, people[first:last]))
    return victims


@cache
def _dead_words() -> frozenset[str]:
    told: set[str] = {word.split()[-1] for word, meaning in outcome_words().items() if meaning.outcome == KILLED}
    return frozenset(told.union(load_lexicon("victims")["classes"]["dead"]))


def _victims(text: str, sentence: Sentence, people: Sequence[Mention]) -> Iterator[tuple[int, Victim]]:
    names = {_read_name(sentence, mention): mention for mention in people}
    readings = [reading for reading in read_numbers(sentence) if not any(_within(reading, name) for name in names)]
    clauses = reduce_sentence(sentence, sorted([*readings, *names], key=lambda reading: reading.first))
    tie_nouns(clauses)
    find_governors(clauses)
    find_wholes(clauses)
    read_outcomes(clauses)
    begins = _list_begins(sentence)
    for name, mention in names.items():
        told = name.outcome == KILLED and name.rules.get("outcome") not in (None, "the nearest word")
        told = told and not _by_agent(sentence, name)
        if (told or begins <= name.first) and not _is_another(sentence, name):
            yield mention.start, _describe(text, sentence, name, mention)


def _read_name(sentence: Sentence, mention: Mention) -> Reading:
    """A name as a count of one, with what is told of its bearer beside it."""
    first, last = bisect_left(sentence.starts, mention.start), bisect_left(sentence.starts, mention.end)
    number = Number(first, max(last, first + 1), first, 1, 1)
    begin, end = _first_beside(sentence, first), _last_beside(sentence, number.last)
    return Reading(number, begin, "=", "count", "", end, "people")


def _first_beside(sentence: Sentence, first: int) -> int:
    """Where what stands before a name begins: "34-year-old teacher Ana Ruiz", "his wife Ana"."""
    while first and sentence.tags[first - 1] in BESIDE and sentence.folded[first - 1] not in outcome_words():
        if sentence.named[first - 1]:
            break  # another name
        first -= 1
    if sentence.folded[max(0, first - 2) : first][1:] == [","] and sentence.folded[first - 2] in _kin():
        first -= 2  # "his wife, Ana"
    if sentence.folded[max(0, first - 1) : first] == ["old"]:
        first = max(0, first - 5)
    return first


@cache
def _kin() -> frozenset[str]:
    """Words that tell somebody's sex."""
    return frozenset(word for words in load_lexicon("victims")["sex"].values() for word in words)


def _last_beside(sentence: Sentence, last: int) -> int:
    """The index behind an age or brackets that follow a name: "Ana Ruiz, 34", "Ana Ruiz (daughter)"."""
    words = sentence.words
    if words[last : last + 1] == ["("] and ")" in words[last : last + LONGEST_ASIDE]:
        return words.index(")", last) + 1
    at = last + (words[last : last + 1] == [","])
    at += sentence.lower[at : at + 1] in (["aged"], ["age"])
    if at == last or at >= len(words) or not words[at].isdecimal():
        return last
    goes_on = words[at + 1 : at + 2] == [","] and sentence.tags[at + 2 : at + 3] in (["VBD"], ["VBZ"], ["VBN"], ["WP"])
    return at + 1 + goes_on  # "Ana Ruiz, 34, was"


def _within(reading: Reading, name: Reading) -> bool:
    return name.first <= reading.number.first < name.last


def _list_begins(sentence: Sentence) -> int:
    """Where a list of the dead begins, behind the sentence's end where it has none."""
    grammar = load_grammar("victims", "announced")
    matches = list(grammar.find(grammar.spell(sentence.tokens)))
    for match in matches[:1]:
        grammar.note(match.rule)
    return min((match.at("list") for match in matches), default=len(sentence))


def _is_another(sentence: Sentence, name: Reading) -> bool:
    """Tell whether a name is no victim's: of one who speaks, whose kin is dead, or of no person at all.

    For instance "said Ana Ruiz", "Ana Ruiz, whose son was killed", "a Ruiz company", "Mother found dead".
    """
    words = sentence.folded
    beside = {*words[max(0, name.first - 1) : name.first], *words[name.last : name.last + 2]}
    if "whose" in beside or not word_class("say").isdisjoint(beside):
        return True
    modifies = sentence.tags[name.number.last : name.number.last + 1] in (["NN"], ["NNS"])
    head = singular(words[name.number.first])
    noun = name.number.last - name.number.first == 1 and (head in class_nouns() or head in _kin())
    return modifies or noun or words[max(0, name.first - 2) : name.first] == ["according", "to"]


def _by_agent(sentence: Sentence, name: Reading) -> bool:
    """Tell whether a name behind "of" may as well be of one who kills: "the massacres of Assad"."""
    words = sentence.folded[max(0, name.first - 2) : name.first]
    return words[-1:] == ["of"] and words[0] in load_lexicon("victims")["words"]["done_by"]


def _describe(text: str, sentence: Sentence, name: Reading, mention: Mention) -> Victim:
    behind = text[mention.end : min(mention.end + 60, sentence.end)]
    found = BEFORE.search(text[sentence.starts[name.first] : mention.start].lower()) or BEHIND.match(behind)
    words = sentence.folded[name.first : name.number.first] + sentence.folded[name.number.last : name.last]
    told = {sex for sex, forms in load_lexicon("victims")["sex"].items() if not set(forms).isdisjoint(words)}
    return Victim(None if found is None else _age(found), told.pop() if len(told) == 1 else "")


def _age(found: re.Match[str]) -> float | None:
    groups: Mapping[str, str | None] = found.groupdict()
    cardinals = load_lexicon("numbers")["cardinals"]
    number = groups["age"] or ""
    value = float(number) if number.isdecimal() else cardinals.get(number)
    age = None if value is None else value / PER_YEAR.get(groups["unit"] or "", 1)
    return None if age is None or age > OLDEST else round(age, 2)
