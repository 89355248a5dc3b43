"""What single words tell: closed classes, inflection, the coarse classes of nouns, outcomes."""

from functools import cache, lru_cache
from typing import NamedTuple

from crossread.lexicon import load_lexicon

QUOTES = frozenset("\"'“”‘’")
OUTCOME_FORMS = ("past", "active", "state", "blow", "noun")
NOUNS = frozenset(["NN", "NNS", "NNP"])  # parts of speech
PERSONS = frozenset(["people", "civilians", "forces", "officials", "responders"])  # classes


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one list of `lexicon/words.toml`."""
    return frozenset(load_lexicon("words")[name])


@cache
def number_forms() -> frozenset[str]:
    """Return the words that make numbers: cardinals, scales, and vague words; a "third" or "ninth" may begin a name."""
    numbers = load_lexicon("numbers")
    vague = (word for phrase in numbers["vague"] for word in phrase.split() if word not in ("a", "of"))
    return frozenset([*numbers["cardinals"], *numbers["scales"], "half", "quarter", *vague])


@cache
def function_words() -> frozenset[str]:
    """Words that never stand inside a counted noun phrase."""
    words = load_lexicon("words")
    classes = (
        "determiners",
        "prepositions",
        "conjunctions",
        "pronouns",
        "auxiliaries",
        "adverbs",
        "weekdays",
        "months",
    )
    return frozenset(word for name in classes for word in words[name])


class Told(NamedTuple):
    """What a word tells: an outcome, in which form, the classes that this can happen to, and an outcome for persons.

    `never` are words, nouns singular, of those whom it spares: a hostage set free is rescued, a prisoner is not.
    """

    outcome: str
    form: str
    of: frozenset[str]
    persons: str | None = None
    never: frozenset[str] = frozenset()

    def befalling(self, kind: str) -> str | None:
        """Return what it tells of a class of the counted, None where it cannot happen to that class."""
        if kind in self.of:
            return self.outcome
        return self.persons if kind in PERSONS else None


@cache
def told_as(name: str, form: str) -> Told:
    """Return what a word or phrase of one entry of `lexicon/outcomes.toml` tells in one form."""
    entry = load_lexicon("outcomes")[name]
    return Told(
        entry.get("outcome", name),
        form,
        frozenset(entry["of"]),
        entry.get("persons"),
        frozenset(entry.get("never", ())),
    )


@cache
def outcome_words() -> dict[str, Told]:
    """Words and phrases to the outcome that each tells."""
    return {
        word: told_as(name, form)
        for name, entry in load_lexicon("outcomes").items()
        for form in OUTCOME_FORMS
        for word in entry.get(form, ())
    }


@cache
def class_nouns() -> dict[str, str]:
    """Singular nouns to their coarse class, without the things, of whose names many are verbs too."""
    return {noun: name for noun, name in _nouns().items() if name != "things"}


@cache
def _nouns() -> dict[str, str]:
    return {noun: name for name, entry in load_lexicon("classes").items() for noun in entry["nouns"]}


@lru_cache(maxsize=50_000)
def singular(noun: str) -> str:
    """Reduce an English plural to its singular.

    Args:
        noun: One lower-case word.

    Returns:
        The singular where the form is a regular plural or one of the common irregular ones.
    """
    irregular = {
        "people": "person",
        "men": "man",
        "women": "woman",
        "children": "child",
        "lives": "life",
        "bodies": "body",
    }
    for plural, single in irregular.items():
        if noun == plural or (plural.endswith(("men", "children")) and len(noun) > 4 and noun.endswith(plural)):
            return noun.removesuffix(plural) + single
    if noun in class_nouns() or noun.endswith(("ss", "us", "sis")):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-1] if noun[:-1] in class_nouns() else noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "uses")) and not noun.endswith(("ouses", "auses")):
        return noun[:-2]
    return noun.removesuffix("s")


@lru_cache(maxsize=50_000)
def counted_class(counted: str) -> str:
    """Tell the coarse class of a counted phrase by its head noun, "" for none.

    Args:
        counted: A noun phrase, lower case.

    Returns:
        A name of `lexicon/classes.toml`, or "other" for a noun that it lacks.
    """
    if not counted:
        return ""
    *before, head = counted.split()
    compound = f"{before[-1]} {singular(head)}" if before else ""  # "mortar rounds", not "rounds of talks"
    return _nouns().get(compound) or _nouns().get(singular(head), "other")


def is_plural(word: str, tag: str) -> bool:
    """Tell whether a noun is in the plural, or a name or a noun that has none."""
    return (
        tag in ("NNS", "NNP") or singular(word) != word or word in word_list("plurals") or word in word_list("peoples")
    )
