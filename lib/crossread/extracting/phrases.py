"""Noun phrases beside a number, told by closed classes of words."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crossread.lexicon import load_lexicon

LONGEST = 8  # words in a counted phrase; longer runs are headlines or lists that lost their commas
QUOTES = frozenset("\"'“”‘’")
OUTCOME_FORMS = ("past", "active", "state", "noun")
NOUNS = frozenset(["NN", "NNS", "NNP"])


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
    """What a word tells: an outcome, in which form, and the classes that this can happen to."""

    outcome: str
    form: str
    of: frozenset[str]


@cache
def outcome_words() -> dict[str, Told]:
    """Words and phrases to the outcome that each tells."""
    return {
        word: Told(entry.get("outcome", name), form, frozenset(entry["of"]))
        for name, entry in load_lexicon("outcomes").items()
        for form in OUTCOME_FORMS
        for word in entry.get(form, ())
    }


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
        if noun == plural or (plural.endswith(("men", "children")) and len(noun) > 4 and noun.endswith(plural)):
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


def phrase_after(words: Sequence[str], speech: Sequence[str], at: int, *, several: bool = False) -> tuple[int, int]:
    """Find the noun phrase that starts at a word.

    Args:
        words: Lower-case words of a sentence.
        speech: Their parts of speech.
        at: Where to begin; "of", determiners and opening quotation marks are stepped over.
        several: Whether the head is a plural, so that the phrase ends where no other plural follows.

    Returns:
        First index and the index behind the head noun; equal where there is none.
    """
    while at < len(words) and (words[at] in QUOTES or words[at] in _before_phrase()):
        at += 1
    last = head = at
    while last < len(words) and last - at < LONGEST and not _ends(words, speech, at, last):
        last += 1
        if _is_head(words[last - 1], speech[last - 1]):
            head = last
            if several and _closes(words, speech, last):
                break
        last += _parenthesis(words, last)
    return at, _joined(words, speech, head) if head > at else at


@cache
def _before_phrase() -> frozenset[str]:
    skipped = ("of", "more", "other", "further", "additional", "extra", "-")
    return frozenset(skipped).union(load_lexicon("words")["determiners"])


@cache
def _stops() -> frozenset[str]:
    return function_words() | frozenset(load_lexicon("words")["verbs"]) | number_words()


@cache
def number_words() -> frozenset[str]:
    """Words that begin another number."""
    lexicon = load_lexicon("numbers")
    return frozenset(lexicon["cardinals"]) | frozenset(lexicon["scales"]) | frozenset(lexicon["vague"])


def is_plural(word: str, tag: str) -> bool:
    """Tell whether a noun is in the plural, or a name or a noun that has none."""
    return tag in ("NNS", "NNP") or singular(word) != word or word in load_lexicon("words")["plurals"]


def _is_head(word: str, tag: str) -> bool:
    return tag in NOUNS or singular(word) in class_nouns() or singular(word) in load_lexicon("words")["peoples"]


def _closes(words: Sequence[str], speech: Sequence[str], end: int) -> bool:
    """Tell whether a plural before `end` is its phrase's head: no other follows, as one does in "women fighters"."""
    if speech[end - 1] != "NNS" and not (_is_regular(words[end - 1]) and singular(words[end - 1]) in class_nouns()):
        return False
    last = end
    while last < len(words) and last - end < LONGEST and not _ends(words, speech, end, last):
        if _is_regular(words[last]) and speech[last] in ("NNS", "NNP"):
            return words[last + 1 : last + 2] in (["said"], ["say"], ["says"])
        last += 1
    return True


def _is_regular(word: str) -> bool:
    return singular(word) != word


def _parenthesis(words: Sequence[str], at: int) -> int:
    """The length of a short name in brackets within a phrase: "Daesh (ISIS) commanders"."""
    behind = words[at + 3] if at + 3 < len(words) else ""
    return (
        3
        if words[at : at + 1] == ["("] and words[at + 2] == ")" and behind[:1].isalpha() and behind not in _stops()
        else 0
    )


def _joined(words: Sequence[str], speech: Sequence[str], end: int) -> int:
    """Take in a second head of the same class: "25 soldiers and fighters", but not "soldiers and houses"."""
    if words[end : end + 1] != ["and"] or end + 1 >= len(words):
        return end
    last = end + 1
    while (
        last < len(words)
        and speech[last] in ("JJ", "NN", "VBN", "VBD")
        and last - end < LONGEST
        and words[last] not in _stops()
    ):
        last += 1
    same = last < len(words) and counted_class(words[last]) == counted_class(words[end - 1])
    plural = same and words[last] not in _stops() and is_plural(words[last], speech[last])
    return last + 1 if plural and singular(words[last]) in class_nouns() else end


def _ends(words: Sequence[str], speech: Sequence[str], first: int, at: int) -> bool:
    """Tell whether the phrase that began at `first` cannot go on with the word at `at`."""
    word, tag = words[at], speech[at]
    if word in _stops() or not (word[0].isalpha() or (word == "-" and at > first)):
        return True
    following = words[at + 1] if at + 1 < len(words) else ""
    known = singular(word) in class_nouns() or word in class_nouns()
    if known and not (tag[:2] == "VB" and at > first):
        return False
    if tag in ("IN", "TO", "WDT", "WP", "PRP", "MD", "CC", "DT", "WRB", "CD"):
        return True
    verb_like = word in outcome_words() or word.endswith(("ed", "ing", "ly")) or tag[:2] in ("VB", "RB")
    followed_by_noun = following[:1].isalpha() and following not in _stops() and following not in outcome_words()
    modifies = followed_by_noun and speech[at + 1] in (*NOUNS, "JJ", "VBN", "")
    return (
        verb_like and not (tag in NOUNS and word not in outcome_words() and at > first) and (at > first or not modifies)
    )
