"""Words that tell who says something, and words that name who speaks."""

from functools import cache

from crossread.language.phrases import Phrases
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon

VOWELS = frozenset("aeiou")
COLON = "colon"
INTRODUCER = "introducer"  # a phrase that stands before the speaker: "according to"
SURVEY = "survey"  # "in", before a survey
PAPER = "paper"  # a noun that names one
PASSIVE = "passive"
ADDING = "-ing"  # ends the class of a cue that is a participle of the present: "say-ing"


@cache
def cue_forms() -> dict[str, str]:
    """Every form of every verb that can be a cue, to what it takes: "say", "tell"."""
    forms: dict[str, str] = {}
    for kind, verbs in load_lexicon("cues")["verbs"].items():
        for verb in verbs:
            for form in _forms(verb):
                forms.setdefault(form, kind)
    return forms


@cache
def past_forms() -> frozenset[str]:
    """Tell the irregular past forms of cues that are no nouns."""
    irregular = load_lexicon("cues")["irregular"].values()
    return frozenset(form for _, _, *past in irregular for form in past) - {"thought"}


@cache
def completed_forms(table: str) -> dict[str, frozenset[str]]:
    """Forms of the verbs that are cues only with ("completed"), or without ("not_said"), certain words, to these."""
    return {form: frozenset(words) for verb, words in load_lexicon("cues")[table].items() for form in _forms(verb)}


@cache
def forms_of(verbs: str) -> frozenset[str]:
    """Forms of the verbs that are cues only beside direct speech ("quoting"), or a clause too ("clausal")."""
    return frozenset(form for verb in load_lexicon("cues")[verbs] for form in _forms(verb))


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
def introducers() -> Phrases[str]:
    """Phrases that stand before a speaker: what each is besides, "cites" if it passes on what another said."""
    entries = load_lexicon("cues")["before"]
    kinds = ("cites", "speaker")
    return Phrases.of((entry["phrase"], next((kind for kind in kinds if entry.get(kind)), "")) for entry in entries)


@cache
def cue_words() -> frozenset[str]:
    """Words of which a sentence that can hold a cue, but for a headline, holds one."""
    phrases = (entry["phrase"].split() for entry in load_lexicon("cues")["before"])
    reckonings = closed_words("reckonings")
    return frozenset(
        [*cue_forms(), *cue_nouns(), ":", *surveys(), *reckonings, *(max(words, key=len) for words in phrases)]
    )


@cache
def cue_nouns() -> frozenset[str]:
    """Nouns that can be cues: "their claim that"."""
    return frozenset(word for words in load_lexicon("cues")["nouns"].values() for word in words)


@cache
def closed_words(name: str) -> frozenset[str]:
    """One of the lists of small words in `lexicon/cues.toml`."""
    return frozenset(load_lexicon("cues")["closed"][name])


@cache
def surveys() -> frozenset[str]:
    """Nouns of papers that ask many people."""
    return frozenset(
        word for entry in load_lexicon("cues")["word"] if entry["class"] == PAPER for word in entry["words"]
    )


def is_paper(noun: str) -> bool:
    """Tell whether a noun names a paper that tells figures: a survey, a report, records."""
    return noun in surveys() | closed_words("pollsters") | closed_words("papers") or singular(noun) in closed_words(
        "papers"
    )


@cache
def source_nouns() -> dict[str, str]:
    """Singular nouns that head a source's phrase, to the source's class."""
    return {noun: kind for kind, entry in load_lexicon("sources").items() for noun in entry["nouns"]}


@cache
def source_names() -> frozenset[str]:
    """Names of sources that are no places."""
    names = (entry["names"] for entry in load_lexicon("sources").values())
    return frozenset(name for named in names for name in named) - closed_words("states")


@cache
def source_name_words() -> frozenset[str]:
    """The words of such names."""
    return frozenset(word for name in source_names() for word in name.split())


def source_class(noun: str) -> str | None:
    """The class of source that a noun tells, None where it names no kind of source.

    Args:
        noun: One lower-case word.
    """
    return source_nouns().get(noun) or source_nouns().get(singular(noun))
