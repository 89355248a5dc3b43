"""Sentences as rows of one class a word, which the rules of `lexicon/cues.toml` read."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.extracting.attribution.cues import (
    ADDING,
    INTRODUCER,
    PAPER,
    PASSIVE,
    SURVEY,
    closed_words,
    completed_forms,
    cue_forms,
    introducers,
    past_forms,
)
from crossread.extracting.attribution.quotations import Span
from crossread.language.tokens import Sentence
from crossread.lexicon import load_lexicon
from crossread.patterns import Grammar, read_rules, to_words

OTHER = "other"
TABLES = ("use", "phrase", "survey", "content", "gap", "rule")
MOST_KNOWN = 100_000  # words and their tags that are remembered; a corpus of any size then takes bounded memory
COMPLETED_WITHIN = 7  # words behind a verb
UNSAID = frozenset(
    ["judge", "find"]
)  # kinds of verbs whose passive tells no words: "a goal established by the council"
JOINTS = frozenset(["-", "/", "–"])
ALONE = frozenset(["verb", "gerund", "participle", "infinitive", "noun"])  # classes of words that may be cues

_KNOWN: dict[tuple[str, str], str] = {}


@dataclass(slots=True)
class Row:
    """A sentence with the class of each word, and with the classes as the grammar reads them."""

    sentence: Sentence
    classes: list[str]
    spelled: str

    def span(self, first: int, last: int) -> Span:
        """The text's span of the words from `first` to before `last`."""
        return Span(self.sentence.starts[first], self.sentence.ends[last - 1])

    def before(self, at: int, skipped: Container[str]) -> str:
        """The class of the last word before `at` that is of none of some classes, "" where there is none."""
        return next((name for name in reversed(self.classes[:at]) if name not in skipped), "")

    def holds(self, classes: frozenset[str], first: int, last: int) -> bool:
        """Tell whether a word from `first` to before `last` is of one of some classes."""
        return not classes.isdisjoint(self.classes[first:last])


def read_row(sentence: Sentence) -> Row:
    """Tell the classes of a sentence's words.

    Args:
        sentence: A sentence whose parts of speech are tagged.

    Returns:
        The row.
    """
    known, pairs = _KNOWN, list(zip(sentence.words, sentence.tags, strict=True))
    try:
        classes = [known[pair] for pair in pairs]
    except KeyError:
        classes = [_class_of(pair) for pair in pairs]
    _mark_small_words(sentence, classes)
    _mark_cues(sentence, classes)
    row, words = Row(sentence, classes, spell(classes)), sentence.lower
    rules = rules_of("phrase") | rules_of("survey") if PAPER in classes else rules_of("phrase")
    changes: dict[int, str] = {}
    for match in cue_grammar().find(row.spelled, rules):
        for name, label in match.rule.sets.items():
            if _is_meant(label, words[match.at(name)]):
                changes[match.at(name)] = label
                cue_grammar().note(match.rule)
    if changes:
        row.classes = [changes.get(at, name) for at, name in enumerate(classes)]
        row.spelled = spell(row.classes)
    return row


def _is_meant(label: str, word: str) -> bool:
    """Tell whether a word is of those that a class needs."""
    nouns = load_lexicon("cues")["nouns"]
    return word == "in" if label == SURVEY else label not in nouns or word in nouns[label]


def spell(classes: Sequence[str]) -> str:
    """Spell classes of words for the grammar."""
    letters = _letters()
    return "".join([letters[name] for name in classes])


@cache
def cue_grammar() -> Grammar:
    """The rules of `lexicon/cues.toml`, whose words are classes of words."""
    lexicon = load_lexicon("cues")
    rules = [rule for table in TABLES for rule in read_rules("cues", table)]
    return Grammar("cues", rules, {name: [name] for name in _classes()} | lexicon["groups"], lexicon["parts"], ["cue"])


@cache
def rules_of(table: str) -> frozenset[str]:
    """The names of the rules in a table of `lexicon/cues.toml`."""
    return frozenset(entry["name"] for entry in load_lexicon("cues")[table])


@cache
def _classes() -> frozenset[str]:
    """All classes of words."""
    lexicon = load_lexicon("cues")
    kinds = [kind + ending for kind in lexicon["verbs"] for ending in ("", ADDING)]
    words = [entry["class"] for entry in lexicon["word"]]
    unsure = lexicon["groups"]["unsure"]
    return frozenset([*words, *lexicon["tags"], *kinds, *unsure, PASSIVE, INTRODUCER, SURVEY, OTHER, *lexicon["nouns"]])


@cache
def _letters() -> dict[str, str]:
    names = sorted(_classes())
    return dict(zip(names, cue_grammar().spell(to_words(names, names, [False] * len(names))), strict=True))


@cache
def _word_classes() -> list[tuple[str, frozenset[str], re.Pattern[str], str, tuple[str, ...]]]:
    """Classes of words that are named by themselves: words, shape, how tags begin, and tags that they have not."""
    return [
        (
            entry["class"],
            frozenset(load_lexicon("words")[words] if isinstance(words := entry.get("words", ()), str) else words),
            re.compile(entry.get("shape", "(?!)")),
            entry.get("tagged", ""),
            tuple(entry.get("barred", ())),
        )
        for entry in load_lexicon("cues")["word"]
    ]


@cache
def _tag_classes() -> dict[str, str]:
    return {tag: name for name, tags in load_lexicon("cues")["tags"].items() for tag in tags}


def _class_of(pair: tuple[str, str]) -> str:
    """The class of a word by itself and its part of speech."""
    found = _KNOWN.get(pair)
    if found is None:
        if len(_KNOWN) > MOST_KNOWN:
            _KNOWN.clear()
        lower, tag = pair[0].lower(), pair[1]
        by_word = (
            name
            for name, words, shape, tagged, barred in _word_classes()
            if (lower in words or shape.fullmatch(lower)) and tag.startswith(tagged) and tag not in barred
        )
        found = _KNOWN[pair] = next(by_word, _tag_classes().get(tag, OTHER))
    return found


def _mark_small_words(sentence: Sentence, classes: list[str]) -> None:
    """Mark phrases before speakers, hyphens and strokes inside words, doubled quotation marks, and times."""
    words, touching, small = sentence.lower, sentence.touching, _small_words()
    for at in [at for at, word in enumerate(words) if word in small]:
        word = words[at]
        if word in JOINTS:
            if 0 < at < len(words) - 1 and touching[at] and touching[at + 1]:
                classes[at] = "joint"
        elif word == "'":
            if "'" in (*words[at + 1 : at + 2], *words[max(0, at - 1) : at]):
                classes[at] = "quotation"
        elif word in closed_words("periods"):
            if at and (words[at - 1] in closed_words("pointers") or classes[at - 1] == "time"):
                classes[at - 1 : at + 1] = ["time", "time"]
        elif word == "by" and _is_reckoned(sentence, at + 1):
            classes[at] = INTRODUCER
        elif (phrase := introducers().at(words, at)) is not None:
            classes[at : phrase[1]] = [INTRODUCER] * (phrase[1] - at)


def _is_reckoned(sentence: Sentence, at: int) -> bool:
    """Tell whether somebody's estimate is named from a word on: "by one official estimate"."""
    words, last = sentence.lower, at
    while last < len(words) and (words[last] in closed_words("before_reckonings") or sentence.tags[last] == "JJ"):
        last += 1
    return at < last < len(words) and words[last] in closed_words("reckonings")


@cache
def _small_words() -> frozenset[str]:
    """Words that are looked at more closely."""
    phrases = (entry["phrase"].split()[0] for entry in load_lexicon("cues")["before"])
    return frozenset([*JOINTS, "'", "by", *closed_words("periods"), *phrases])


def _mark_cues(sentence: Sentence, classes: list[str]) -> None:
    """Mark the verbs that are cues, by how they are used."""
    forms, words = cue_forms(), sentence.lower
    verbs = [at for at, word in enumerate(words) if word in forms and classes[at] in ALONE and _is_whole(words, at)]
    uses = _uses(sentence, classes, verbs)
    for at in verbs:
        use = uses.get(at, {"verb": "finite", "gerund": ADDING}.get(classes[at], ""))
        if use == ADDING:
            classes[at] = forms[words[at]] + ADDING
        elif use == "finite" or (use == PASSIVE and forms[words[at]] not in UNSAID):
            classes[at] = forms[words[at]] if use == "finite" else PASSIVE
    for at, use in uses.items():
        if use == "noun":
            classes[at] = use


def _uses(sentence: Sentence, classes: Sequence[str], verbs: Sequence[int]) -> dict[int, str]:
    """How verbs are used that are not plainly finite: "finite", "passive", or as a "noun"."""
    if all(classes[at] == "verb" for at in verbs) and INTRODUCER not in classes and "by" not in classes:
        return {}
    words, candidates = sentence.lower, list(classes)
    for at in verbs:
        if sentence.tags[at] == "NNS":
            candidates[at] = "plural"
        elif classes[at] == "noun" and words[at] in past_forms():
            candidates[at] = "rare"
        elif classes[at] == "participle" and at + 1 < len(words) and words[at + 1][0].isdecimal():
            candidates[at + 1] = "digits"
    uses: dict[int, str] = {}
    for match in cue_grammar().find(spell(candidates), rules_of("use")):
        if match.at("verb") not in uses:
            uses[match.at("verb")] = match.rule.sets["verb"]
            cue_grammar().note(match.rule)
    return uses


def _is_whole(words: Sequence[str], at: int) -> bool:
    """Tell whether what stands behind a verb lets it be a cue: not "the raid claimed lives"."""
    behind = words[at + 1 : at + 1 + COMPLETED_WITHIN]
    completing, unsaid = completed_forms("completed").get(words[at]), completed_forms("not_said").get(words[at])
    return (completing is None or not completing.isdisjoint(behind)) and (unsaid is None or unsaid.isdisjoint(behind))
