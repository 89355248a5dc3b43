"""Words joined by hyphens of which one is a name: "Tehran-backed", "Syrian-Lebanese", "anti-Assad"."""

import re
from collections.abc import Iterator

from crossread.language.gazetteers import is_demonym, name_words, places
from crossread.lexicon import load_lexicon

# Participles, which go on behind a name's hyphen: "Tehran-backed"; but not the end of "Park Geun-hye".
PARTICIPLE = re.compile(r"[a-z]{2,}ed|[a-z]{3,}ing")


def name_parts(word: str) -> Iterator[tuple[int, int]]:
    """Find where to split a hyphenated word so that names stand alone.

    Args:
        word: One word as written.

    Yields:
        The span of each piece, hyphens among them; the whole word where it is one name ("al-Abadi") or none.
    """
    begin = 0
    pieces = word.split("-")
    for number in range(1, len(pieces)):
        head, tail = "-".join(pieces[:number]), "-".join(pieces[number:])
        at = len(head)
        if at > begin and _are_two(word[begin:at], tail):
            yield begin, at
            yield at, at + 1
            begin = at + 1
    yield begin, len(word)


def _are_two(head: str, tail: str) -> bool:
    """Tell whether what a hyphen joins are two words rather than one name."""
    if head in name_words("prefixes"):
        return tail[:1].isupper()
    if PARTICIPLE.fullmatch(tail) or tail in name_words("compound_tails"):
        return len(head) > 1 and head != head.lower() and head.lower() not in name_words("articles")
    if head == tail or head.lower() in load_lexicon("words")["months"]:
        return False
    return all(is_demonym(part) or part in places() for part in (head, tail))
