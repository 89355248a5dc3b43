"""Names that the lexicon has whole, with their types."""

import re
from collections.abc import Sequence
from functools import cache

from crossread.language.gazetteers import name_words
from crossread.language.phrases import Phrases
from crossread.language.tokens import split_words
from crossread.lexicon import load_lexicon

Words = tuple[str, ...]
APOSTROPHE = re.compile(r"['’]")


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
    names, firsts = _known()
    bare = [_bare(word) for word in words] if APOSTROPHE.search("".join(words)) else words
    end = 0
    for at in [at for at, word in enumerate(bare) if word in firsts]:
        found = names.at(bare, at) if at >= end else None
        if found is not None and not _is_within(words, at, *found):
            kind, end = found
            labels[at:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - at - 1)
    return labels


def _bare(word: str) -> str:
    """A word without the apostrophes within it, which some write and others leave out: "Hay'at"."""
    return APOSTROPHE.sub("", word) if len(word) > len("’s") else word


def _is_within(words: Sequence[str], at: int, kind: str, end: int) -> bool:
    """A place or people of one word may be a part of a longer name: "U.S. Open", "South Africa"."""
    beside = (*words[max(at - 1, 0) : at], *words[end : end + 1])
    return kind != "ORG" and end == at + 1 and any(word[0].isupper() and word != "The" for word in beside)


@cache
def _known() -> tuple[Phrases[str], frozenset[str]]:
    """The names with their types, and their first words."""
    organisations = dict.fromkeys(name_words("organisations"), "ORG")
    places = dict.fromkeys(name_words("places") | name_words("towns"), "LOC")
    named = (organisations | places | known_types()).items()
    types = {tuple(map(_bare, split_words(name))): kind for name, kind in named}
    return Phrases(types), frozenset(words[0] for words in types)
