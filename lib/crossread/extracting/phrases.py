"""Noun phrases beside a number, told by closed classes of words."""

from collections.abc import Sequence
from functools import cache

from crossread.lexicon import load_lexicon

LONGEST = 8  # words in a counted phrase; longer runs are headlines or lists that lost their commas
QUOTES = frozenset("\"'“”‘’")


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


@cache
def outcome_words() -> dict[str, str]:
    """Word forms to the outcome that each tells."""
    return {word: outcome for outcome, entry in load_lexicon("outcomes").items() for word in entry["words"]}


@cache
def class_nouns() -> dict[str, str]:
    """Singular nouns to their coarse class."""
    return {noun: name for name, entry in load_lexicon("classes").items() for noun in entry["nouns"]}


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
        if noun == plural or (plural.endswith("men") and len(noun) > 4 and noun.endswith(plural)):
            return noun.removesuffix(plural) + single
    if noun in class_nouns() or noun.endswith(("ss", "us", "sis")):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-1] if noun[:-1] in class_nouns() else noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "uses")):
        return noun[:-2]
    return noun.removesuffix("s")


def counted_class(counted: str) -> str:
    """Tell the coarse class of a counted phrase by its head noun, "" for none.

    Args:
        counted: A noun phrase, lower case.

    Returns:
        A name of `lexicon/classes.toml`, or "other" for a noun that it lacks.
    """
    if not counted:
        return ""
    return class_nouns().get(singular(counted.split()[-1]), "other")


def phrase_after(words: Sequence[str], at: int) -> tuple[int, int]:
    """Find the noun phrase that starts at a word.

    Args:
        words: Lower-case words of a sentence.
        at: Where to begin; "of", determiners and opening quotation marks are stepped over.

    Returns:
        First index and the index behind the head noun; equal where there is none.
    """
    skipped = {"of", "more", "other", "further", "additional", "extra"}.union(load_lexicon("words")["determiners"])
    while at < len(words) and (words[at] in QUOTES or words[at] in skipped):
        at += 1
    last = at
    while last < len(words) and last - at < LONGEST and not _ends(words, at, last):
        last += 1
    # A phrase cannot end in a modifier's hyphen.
    while last > at and words[last - 1] == "-":
        last -= 1
    return at, last


def phrase_before(words: Sequence[str], end: int) -> tuple[int, int]:
    """Find the noun phrase whose head stands right before an index: (first, end)."""
    first = end
    while first and end - first < LONGEST and words[first - 1][0].isalpha() and words[first - 1] not in _stops():
        first -= 1
    return first, end


@cache
def _stops() -> frozenset[str]:
    return function_words() | frozenset(load_lexicon("words")["verbs"])


def _ends(words: Sequence[str], first: int, at: int) -> bool:
    """Tell whether the phrase that began at `first` cannot go on with the word at `at`."""
    word = words[at]
    if word in _stops() or not (word[0].isalpha() or (word == "-" and at > first)):
        return True
    if word in class_nouns() or singular(word) in class_nouns():
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    verb_like = word in outcome_words() or word.endswith(("ed", "ing", "ly"))
    followed_by_noun = following[:1].isalpha() and following not in _stops() and following not in outcome_words()
    return verb_like and (at > first or not followed_by_noun)
