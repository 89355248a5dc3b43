"""Names that the lexicon has whole, with their types."""

from collections.abc import Sequence
from functools import cache

from crossread.language.gazetteers import name_words
from crossread.language.tokens import split_words
from crossread.lexicon import load_lexicon


@cache
def known_types() -> dict[str, str]:
    """Names that the lexicon of aliases knows, in every form, with their types."""
    return {form: entry["type"] for entry in load_lexicon("aliases")["same"] for form in entry["forms"]}


def known_labels(words: Sequence[str]) -> list[str]:
    """Label the words of names that the lexicon has whole.

    Args:
        words: A sentence.

    Returns:
        For each word its label (IOB2), "" where it belongs to no such name; of two names the longer is taken.
    """
    labels = [""] * len(words)
    at = 0
    while at < len(words):
        length, kind = _longest_at(words, at)
        if kind:
            labels[at : at + length] = [f"B-{kind}"] + [f"I-{kind}"] * (length - 1)
        at += length
    return labels


def _longest_at(words: Sequence[str], at: int) -> tuple[int, str]:
    """Length and type of the longest name that begins at a word; 1 and "" where none does."""
    for name, kind in _by_first_word().get(words[at], ()):
        end = at + len(name)
        # A place or people of one word may be a part of a longer name: "U.S. Open", "South Africa".
        beside = (*words[max(at - 1, 0) : at], *words[end : end + 1])
        within = kind != "ORG" and len(name) == 1 and any(word[0].isupper() and word != "The" for word in beside)
        if not within and tuple(words[at:end]) == name:
            return len(name), kind
    return 1, ""


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Names by their first words, longer ones first."""
    lists = dict.fromkeys(name_words("organisations"), "ORG") | dict.fromkeys(
        name_words("places") | name_words("towns"), "LOC"
    )
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, kind in (lists | known_types()).items():
        words = tuple(split_words(name))
        found.setdefault(words[0], []).append((words, kind))
    for names in found.values():
        names.sort(key=lambda entry: (-len(entry[0]), entry))
    return found
