"""Words that tell who says something, and the patterns that they stand in."""

import re
from dataclasses import dataclass
from functools import cache

from crossread.language.tokens import split_phrase
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon

VOWELS = frozenset("aeiou")
LETTERS = {"say": "S", "tell": "L", "report": "Q", "deny": "Z", "think": "T", "find": "U", "judge": "O"}


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
def past_forms() -> frozenset[str]:
    """Tell the irregular past forms of cues that are no nouns."""
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


@cache
def surveys() -> frozenset[str]:
    """Nouns of papers that ask many people."""
    return frozenset(load_lexicon("cues")["closed"]["surveys"])


def is_paper(noun: str) -> bool:
    """Tell whether a noun names a paper that tells figures: a survey, a report, records."""
    papers = surveys().union(load_lexicon("cues")["closed"]["papers"])
    return noun in papers or singular(noun) in papers


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
