"""The noun phrase behind a number, read off parts of speech, with closed classes of words where those err."""

from collections.abc import Sequence
from functools import cache

from crossread.extracting.phrases import (
    NOUNS,
    PERSONS,
    QUOTES,
    class_nouns,
    counted_class,
    function_words,
    is_plural,
    outcome_words,
    singular,
)
from crossread.lexicon import load_lexicon

LONGEST = 8  # words in a counted phrase; longer runs are headlines or lists that lost their commas
MODIFIERS = frozenset(["JJ", "VBN"])  # parts of speech
NEVER = frozenset(["IN", "TO", "WDT", "WP", "PRP", "MD", "CC", "DT", "WRB", "CD"])  # parts of speech


def phrase_after(words: Sequence[str], speech: Sequence[str], at: int, *, several: bool = False) -> tuple[int, int]:
    """Find the noun phrase that starts at a word.

    Args:
        words: Lower-case words of a sentence.
        speech: Their parts of speech.
        at: Where to begin; "of" and what follows it, "more" and the like, and opening quotation marks are stepped over.
        several: Whether the head is a plural, so that the phrase ends where no other plural follows.

    Returns:
        First index and the index behind the head noun; equal where there is none.
    """
    at = last = head = _skip(words, at)
    while last < len(words) and last - at < LONGEST and not _ends(words, speech, at, last, several=several):
        last += 1
        if _is_head(words[last - 1], speech[last - 1]):
            head = last
            if several and _closes(words, speech, last):
                break
        last += _inserted(words, last) or (several and _coordinated(words, speech, at, last))
    timed = head > at and words[head - 1] in load_lexicon("patterns")["words"]["time"]  # "30 last week"
    return at, _joined(words, speech, head, several=several) if head > at and not timed else at


def _skip(words: Sequence[str], at: int) -> int:
    while at < len(words) and (words[at] in QUOTES or words[at] in _before_phrase()):
        at += 1
    return at


@cache
def _before_phrase() -> frozenset[str]:
    skipped = ("of", "more", "other", "further", "additional", "extra", "-")
    return frozenset(skipped).union(load_lexicon("words")["determiners"])


@cache
def _sayings() -> frozenset[str]:
    return frozenset(load_lexicon("patterns")["words"]["say"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_lexicon("words")["verbs"])


@cache
def _stops() -> frozenset[str]:
    numbers = load_lexicon("numbers")
    return function_words().union(numbers["cardinals"], numbers["scales"], numbers["vague"])


def _is_head(word: str, tag: str) -> bool:
    return tag in NOUNS or singular(word) in class_nouns() or singular(word) in load_lexicon("words")["peoples"]


def _closes(words: Sequence[str], speech: Sequence[str], end: int) -> bool:
    """Tell whether a plural before `end` is its phrase's head: no other follows, as one does in "women fighters"."""
    head = words[end - 1]
    if speech[end - 1] != "NNS" and (singular(head) == head or singular(head) not in class_nouns()):
        return False
    persons = {counted_class(noun) for noun in words[end - 1 : end + 1]} <= PERSONS
    if persons and speech[end : end + 1] == ("NNS",) and head not in load_lexicon("words")["attributives"]:
        # "kills 20 civilians activists say", but "kills 20 soldiers guards and staff"
        listed = words[end + 1 : end + 2] == ["and"] and _sayings().isdisjoint(words[end + 2 : end + 5])
        return not listed
    for last in range(end, min(end + 2, len(words))):
        if head == "others" or words[last] in _sayings() or _ends(words, speech, end, last, several=True):
            return True
        named = speech[last] == "NNP" and singular(words[last]) in class_nouns()
        if singular(words[last]) != words[last] and (speech[last] == "NNS" or named):
            return last + 1 < len(words) and words[last + 1] in _sayings()  # "10 people activists said"
    return True


def _inserted(words: Sequence[str], at: int) -> int:
    """The length of what stands inside a phrase: "Daesh (ISIS) fighters", "low- and middle-income", "the world's"."""
    behind = [*words[at + 1 : at + 4], "", "", ""]
    if words[at : at + 1] == ["("] and behind[1] == ")" and behind[2].isalpha() and behind[2] not in _stops():
        return 3
    if words[at : at + 1] == ["-"] and behind[0] in ("and", "or") and behind[1][:1].isalpha():
        return 2
    possessive = words[at : at + 1] in (["'s"], ["’s"]) and behind[0][:1].isalpha() and behind[0] not in _stops()
    return 1 if possessive else 0


def _coordinated(words: Sequence[str], speech: Sequence[str], first: int, at: int) -> bool:
    """Tell whether words joined to what stands before share a plural: "new and old cars", "Ford and Kia cars"."""
    if at >= len(words) or words[at] not in (",", "and", "or") or any(tag == "NNS" for tag in speech[first:at]):
        return False
    described = speech[at - 1] in MODIFIERS
    for last in range(at + 1, min(at + LONGEST, len(words))):
        if speech[last] == "NNS":
            return last > at + 1 and not _ends(words, speech, at + 1, last, several=True)
        alike = _describes(words, speech, last) if described else speech[last] == "NNP"
        alike = alike or (speech[last] == "NN" and last > at + 1)
        if not alike or _ends(words, speech, at + 1, last, several=True):
            return False
    return False


def _joined(words: Sequence[str], speech: Sequence[str], end: int, *, several: bool) -> int:
    """Take in a second head of its kind: "25 soldiers and villagers", but not "soldiers and houses"."""
    modifies = several and not is_plural(words[end - 1], "")  # "12 rebel and allied fighters"
    if words[end : end + 1] != ["and"] or not (modifies or is_plural(words[end - 1], "")):
        return end
    at = end + 1
    while at < len(words) and at - end < LONGEST and words[at] not in _stops():
        told = outcome_words().get(words[at])
        if speech[at] not in (*NOUNS, "JJ", "VBN", "VBD") or (told is not None and told.form in ("past", "active")):
            break
        at += 1
        if is_plural(words[at - 1], "") and speech[at : at + 1] != ("NNS",):
            with_clause = words[at : at + 1] == ["of"]  # "12 gunmen and members of their families"
            alike = modifies or _alike(words[end - 1], " ".join(words[end + 1 : at]))
            return at if alike and not with_clause else end
    return end


def _alike(head: str, other: str) -> bool:
    """Tell whether two phrases are both of those who fight or suffer, or of things of one class or of none."""
    if other in load_lexicon("words")["others"]:
        return False
    kinds = {counted_class(head), counted_class(other)}
    things = kinds.isdisjoint(PERSONS)
    return kinds <= PERSONS - {"officials"} or len(kinds) == 1 or (things and len(kinds - {"other"}) == 1)


def _ends(words: Sequence[str], speech: Sequence[str], first: int, at: int, *, several: bool) -> bool:
    """Tell whether the phrase that began at `first` cannot go on with the word at `at`."""
    word, tag = words[at], speech[at]
    modifies = _comes_noun(words, speech, at + 1)
    premodifies = at == first and modifies and word in load_lexicon("words")["premodifiers"]
    if (word in _stops() and not premodifies) or not (word[0].isalpha() or (word == "-" and at > first)):
        return True
    if at > first and any(" ".join(words[at : at + length]) in outcome_words() for length in (2, 3)):
        return True  # "soldiers froze to death"
    begun = max((joint + 1 for joint in range(first, at) if words[joint] in ("and", "or")), default=first)
    fresh = not any(tag in NOUNS for tag in speech[begun:at])
    if word in _verbs():
        compound = at > first and words[at - 1] == "-"  # "several army-backed groups"
        return not (modifies and (compound or (fresh and tag in ("JJ", "VBN"))))  # "several targeted breaks"
    if singular(word) in class_nouns() or word in class_nouns():
        awaited = several and singular(words[at - 1]) == words[at - 1]  # "several barrel bombs", taken for a verb
        return tag[:2] == "VB" and not fresh and not awaited
    if tag in NEVER:
        return True
    told = outcome_words().get(word)
    if told is not None and tag == "NNS" and told.form in ("noun", "active"):
        return _is_number(words, at + 1)  # "kills 3 wounds 20"
    adverb = tag == "RB" and fresh and word.endswith("ly") and _is_participle(words, speech, at + 1)
    if adverb:
        return False  # "badly damaged houses"
    verb_like = told is not None or tag[:2] in ("VB", "RB") or word.endswith(("ed", "ing", "ly"))
    gerund = tag in NOUNS and told is None and at > first  # "air bombing"
    return verb_like and not gerund and not (fresh and modifies)


def _is_participle(words: Sequence[str], speech: Sequence[str], at: int) -> bool:
    """Tell whether a participle or an adjective stands there in front of a noun."""
    if at >= len(words):
        return False
    return _describes(words, speech, at) and _comes_noun(words, speech, at + 1)


def _describes(words: Sequence[str], speech: Sequence[str], at: int) -> bool:
    return speech[at] in MODIFIERS or (speech[at] == "VBD" and words[at].endswith("ed"))  # "used", taken for a verb


def _is_number(words: Sequence[str], at: int) -> bool:
    return at < len(words) and (words[at][0].isdecimal() or words[at] in load_lexicon("numbers")["cardinals"])


def _comes_noun(words: Sequence[str], speech: Sequence[str], at: int) -> bool:
    if at >= len(words) or not words[at][0].isalpha() or words[at] in _stops() or words[at] in _verbs():
        return False
    return words[at] not in outcome_words() and speech[at] in (*NOUNS, "JJ", "VBN", "")
