"""Words as grammars look at them: one object for all that are alike, so that a word is looked up and never compared."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_KNOWN = 200_000  # words; where there are more, all are forgotten and met anew


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as written, its part of speech, and whether it touches the one before."""

    text: str
    tag: str
    touching: bool


_KNOWN: dict[tuple[str, str, bool], Word] = {}


def to_words(texts: Sequence[str], tags: Sequence[str], touching: Sequence[bool]) -> list[Word]:
    """Take the columns of a sentence together, a word each.

    Args:
        texts: The words as written.
        tags: Their parts of speech.
        touching: Whether each touches the one before.

    Returns:
        The words, of which those that are alike are one object.
    """
    known = _KNOWN
    keys = list(zip(texts, tags, touching, strict=True))
    try:
        return [known[key] for key in keys]
    except KeyError:
        if len(known) > MOST_KNOWN:
            known.clear()
        return [known.get(key) or known.setdefault(key, Word(*key)) for key in keys]
