"""Words that tell who says something, and sentences spelled as one letter a word, which patterns run over."""

import re
from dataclasses import dataclass
from functools import cache

from crossread.extracting.phrases import singular
from crossread.language.tokens import Sentence, split_phrase
from crossread.lexicon import load_lexicon

QUOTATION_MARKS = frozenset('"“”„«»')
VOWELS = frozenset("aeiou")
LETTERS = {"say": "S", "tell": "L", "report": "Q", "deny": "Z", "think": "T", "find": "U", "judge": "O"}
PASSIVE = "V"
JOINT = "'"  # within a noun phrase: a possessive, a hyphen
SURVEY = "k"  # "in", before a survey
LONE_ADJECTIVE = re.compile(r"(D[JC']*)J(?![JCNPe'&R])")  # "the wounded": it stands for a noun
NAMED_LAST = re.compile(r",D?P+$")  # "…, the Guardian" at a sentence's end, but for the cue
IN_SURVEY = re.compile(r"I(?:D[JCe]*|[JC]*)[NPJ'.&]*[NP]")
CUES = frozenset("SLQZTUOslqztuoVk:")  # but for phrases before a speaker
BEFORE = "K"  # a phrase that stands before the speaker
MARKS = {";": ";", ":": ":", ",": ",", "(": "(", "[": "(", ")": ")", "]": ")", "—": "-", "–": "-", "-": "-", "--": "-"}
MARKS |= dict.fromkeys(QUOTATION_MARKS, '"') | dict.fromkeys([".", "!", "?"], ".")
TAGS = {
    "NN": "N", "NNS": "N", "NNP": "P", "CD": "C", "DT": "D", "PRP$": "D", "JJ": "J", "IN": "I", "TO": "2", "CC": "&",
    "MD": "a", "RB": "R", "RP": "R", "WRB": "R", "WP": "w", "WDT": "w", "PRP": "x", "POS": "'", "$": "C", '"': '"',
    "VBD": "v", "VBZ": "v", "VBP": "v", "VBG": "g", "VBN": "e", "VB": "i",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where the source of a cue stands, as a regular expression over a sentence's letters."""

    name: str
    cues: str
    match: re.Pattern[str]
    speaker: bool  # only for sources whose words name one who speaks
    shared: bool  # a cue before it in the sentence has the same source


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns of the lexicon, in their order."""
    lexicon = load_lexicon("cues")
    macros: dict[str, str] = {}
    for name, macro in lexicon["macros"].items():
        macros[name] = f"(?:{_expanded(macro, macros)})"
    return tuple(
        Pattern(
            entry["name"],
            entry["cues"],
            re.compile(_expanded(entry["match"], macros), re.VERBOSE),
            entry.get("speaker", False),
            entry.get("shared", False),
        )
        for entry in lexicon["pattern"]
    )


def _expanded(pattern: str, macros: dict[str, str]) -> str:
    return re.sub(r"(?<!\?P)<(\w+)>", lambda match: macros[match[1]], pattern)


@cache
def cue_forms() -> dict[str, str]:
    """Every form of every verb that can be a cue, to the letter of what it takes."""
    forms: dict[str, str] = {}
    for kind, bases in load_lexicon("cues")["verbs"].items():
        for base in bases:
            for form in _forms(base):
                forms.setdefault(form, LETTERS[kind])
    return forms


@cache
def _past_forms() -> frozenset[str]:
    """Irregular past forms of cues that are no nouns."""
    irregular = load_lexicon("cues")["irregular"].values()
    return frozenset(form for _, _, *past in irregular for form in past) - {"thought"}


@cache
def completed_forms() -> dict[str, frozenset[str]]:
    """Forms of the verbs that are cues only with one of certain words behind them, to those words."""
    return {
        form: frozenset(words) for verb, words in load_lexicon("cues")["completed"].items() for form in _forms(verb)
    }


@cache
def quoting_forms() -> frozenset[str]:
    """Forms of the verbs that are cues only beside direct speech."""
    return frozenset(form for verb in load_lexicon("cues")["quoting"] for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    return (verb, *load_lexicon("cues")["irregular"].get(verb, regular_forms(verb)))


def regular_forms(verb: str) -> tuple[str, str, str]:
    """The regular forms of an English verb: "denies", "denying", "denied"."""
    after_consonant = verb.endswith("y") and verb[-2:-1] not in VOWELS
    stem = verb[:-1] if after_consonant else verb
    third = (
        f"{stem}ies" if after_consonant else f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    )
    if verb.endswith("e"):
        return third, f"{verb[:-1]}ing", f"{verb}d"
    return third, f"{verb}ing", f"{stem}ied" if after_consonant else f"{verb}ed"


@cache
def cue_phrases() -> dict[tuple[str, ...], bool]:
    """Phrases that stand before a speaker, and whether each passes on what another said."""
    return {split_phrase(entry["phrase"]): entry.get("cites", False) for entry in load_lexicon("cues")["before"]}


def phrase_at(words: tuple[str, ...], at: int) -> tuple[str, ...] | None:
    """The phrase before a speaker that begins at a word, None if there is none."""
    return next((phrase for phrase in cue_phrases() if words[at : at + len(phrase)] == phrase), None)


def spell(sentence: Sentence) -> str:
    """Spell a sentence as one letter a word, as `lexicon/cues.toml` lists them.

    Args:
        sentence: A sentence whose parts of speech are tagged.

    Returns:
        As many letters as the sentence has tokens.
    """
    words = tuple(token.text.lower() for token in sentence.tokens)
    letters: list[str] = []
    while len(letters) < len(words):
        at = len(letters)
        phrase = phrase_at(words, at)
        if phrase is not None:
            letters.extend(BEFORE * len(phrase))
        else:
            joined = _joins(sentence, at)
            before = "".join(letters[max(0, at - 6) :])
            doubled = words[at] == "'" and "'" in (*words[at + 1 : at + 2], *words[max(0, at - 1) : at])
            letter = JOINT if joined else '"' if doubled else _letter(words, at, sentence.speech[at], before)
            if _is_period(words, at):
                letters[-1:] = "mm"
            else:
                letters.append(letter)
    spelled = LONE_ADJECTIVE.sub(r"\1N", "".join(letters))
    return IN_SURVEY.sub(lambda match: _in_survey(words, match), spelled)


def _is_period(words: tuple[str, ...], at: int) -> bool:
    """The second word of "last week", "this year" and their like."""
    closed = load_lexicon("cues")["closed"]
    return at > 0 and words[at] in closed["periods"] and words[at - 1] in closed["pointers"]


def _in_survey(words: tuple[str, ...], match: re.Match[str]) -> str:
    """Mark "in" as a cue before a survey: "in the latest poll, 30 per cent said so"."""
    noun = words[match.end() - 1]
    told = words[match.start()] == "in" and (noun in surveys() or singular(noun) in surveys())
    return f"{SURVEY}{match.group()[1:]}" if told else match.group()


@cache
def surveys() -> frozenset[str]:
    """Nouns of papers that ask many people."""
    return frozenset(load_lexicon("cues")["closed"]["surveys"])


def is_paper(noun: str) -> bool:
    """Tell whether a noun names a paper that tells figures: a survey, a report, records."""
    papers = surveys().union(load_lexicon("cues")["closed"]["papers"])
    return noun in papers or singular(noun) in papers


def _joins(sentence: Sentence, at: int) -> bool:
    """A hyphen or stroke with a word on either side and no space: "48-hour", "CNN/ORC"."""
    tokens = sentence.tokens
    inside = 0 < at < len(tokens) - 1 and tokens[at].text in ("-", "/", "–")
    return inside and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _letter(words: tuple[str, ...], at: int, tag: str, before: str) -> str:
    word = words[at]
    if word in MARKS:
        return MARKS[word]
    if (closed := _closed_class(word, tag)) is not None:
        return closed
    if tag == "NN" and word in _past_forms() and words[at + 1 : at + 2] == ("that",):
        tag = "VBD"  # a rare verb, which the tagger takes for a noun: "the ministry understood that"
    if tag == "NNS" and words[at + 1 : at + 2] in ((), (".",)) and NAMED_LAST.search(before):
        tag = "VBZ"  # "12 people died, the Guardian reports."
    if tag == "VB" and before.endswith(BEFORE):
        tag = "NN"  # "according to exit polls"
    if not tag.startswith("VB"):
        return TAGS.get(tag, "x")
    if word in cue_forms() and (letter := _cue_letter(words, at, tag, before)) is not None:
        return letter
    return TAGS[tag]


@cache
def _closed_class(word: str, tag: str) -> str | None:
    """The letter of words that are told by themselves rather than by their tag."""
    words, closed = load_lexicon("words"), load_lexicon("cues")["closed"]
    if word in words["weekdays"] or word in closed["days"] or (word in words["months"] and tag == "NNP"):
        return "m"
    if word in closed["subjects"]:
        return "y"
    if word == "that" and tag != "DT":
        return "h"
    if word in ("of", "for"):
        return "f"
    if word == "by":
        return "B"
    if word in closed["contrasts"]:
        return "/"
    if tag.startswith("VB") and word in closed["be"]:
        return "b"
    return "a" if word in words["auxiliaries"] and tag != "RB" else None


def _cue_letter(words: tuple[str, ...], at: int, tag: str, before: str) -> str | None:
    """The letter of a verb that can be a cue, None where it does something else."""
    letter = cue_forms()[words[at]]
    auxiliary = before.rstrip("R")[-1:]
    following = words[at + 1 : at + 8]
    completing = completed_forms().get(words[at])
    if completing is not None and completing.isdisjoint(following):
        return None
    if not set(load_lexicon("cues")["not_said"]).isdisjoint(following):
        return None
    if tag == "VBG":
        return letter if auxiliary == "b" else letter.lower()
    if tag == "VB":
        return letter if auxiliary == "a" or before[-1:] in tuple("NP") else None
    if tag == "VBN":
        if auxiliary == "a":
            return letter
        if auxiliary == "b" or following[:1] == ("by",):
            return PASSIVE
        active = bool(following) and (following[0] in ("that", "“", '"') or following[0][0].isdecimal())
        return letter if active and before[-1:] in tuple("NPy") else None
    return letter


@cache
def source_nouns() -> dict[str, str]:
    """Singular nouns that head a source's phrase, to the source's class."""
    return {noun: kind for kind, entry in load_lexicon("sources").items() for noun in entry["nouns"]}


@cache
def source_names() -> frozenset[str]:
    """Names of sources that are no places."""
    names = (entry["names"] for entry in load_lexicon("sources").values())
    return frozenset(name for named in names for name in named) - states()


@cache
def states() -> frozenset[str]:
    """Names of states and capitals, which speak and are places too."""
    return frozenset(load_lexicon("cues")["closed"]["states"])


def source_class(noun: str) -> str | None:
    """The class of source that a noun tells, None where it names no kind of source.

    Args:
        noun: One lower-case word.
    """
    return source_nouns().get(noun) or source_nouns().get(singular(noun))
