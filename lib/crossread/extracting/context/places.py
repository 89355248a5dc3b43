"""Places in which something is said to be, by the prepositions before them, and from where people are moved."""

import re
from collections.abc import Sequence
from functools import cache

from crossread.extracting.context.days import DAYS, MONTHS
from crossread.extracting.names.mentions import Mention
from crossread.lexicon import load_lexicon

BEFORE = 60  # characters before a name in which its preposition stands
REACH = 80  # characters behind a figure within which it is told from where people come
NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
# "from the besieged towns of Foua and Kefraya"
FROM = re.compile(rf"\b(?:from|out of) (?:[a-z][\w'’-]* ){{0,5}}({NAME}(?:(?:, | and |, and ){NAME})*)")
TIMES = frozenset(word.capitalize() for word in (*DAYS, *MONTHS))  # "from Friday"
WORD = re.compile(r"[\w'’-]+|[^\w\s]")


def find_places(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """Find the names of places in, near or of which something is said to be.

    Args:
        text: The article's text.
        mentions: Its names.

    Returns:
        By where the name begins, the preposition that says so, in lower case: "in" for "in the northern city of Homs";
        "of" only where no other stands before it. "In US-led air strikes" names no place.
    """
    compound = _compound()
    found = {
        mention.start: read_preposition(text[max(0, mention.start - BEFORE) : mention.start])
        for mention in mentions
        if mention.type == "LOC" and not compound.match(text, mention.end)
    }
    return {start: preposition for start, preposition in found.items() if preposition}


def read_preposition(before: str) -> str:
    """Read the preposition of place with which a text ends but for what belongs to the name behind it, else ""."""
    lexicon, between = load_lexicon("context")["place"], _between()
    held = ""
    words: list[str] = WORD.findall(before)
    for word in reversed(words[-lexicon["most"] :]):
        if is_sure(word.lower()):
            return word.lower()
        if word.lower() in lexicon["wide"]:
            held = word.lower() if held in ("", "of") else held
        elif not between.fullmatch(word):
            break
    return held


def is_sure(preposition: str) -> bool:
    """Tell whether a preposition says for sure that something is in the place."""
    lexicon = load_lexicon("names")
    return preposition in lexicon["place_prepositions"] or preposition in lexicon["loose_place_prepositions"]


def find_movement(behind: str, outcome: str) -> str:
    """Find where people come from who are moved or shut in.

    Args:
        behind: The rest of the sentence behind the figure's number.
        outcome: What is said to have happened to them.

    Returns:
        The places in the order of the alphabet, "Foua and Kefraya"; "" where none is told.
    """
    if outcome not in load_lexicon("context")["movement"]["outcomes"]:
        return ""
    found = FROM.search(behind[:REACH])
    names = [] if found is None else re.split(r", and | and |, ", found[1])
    return " and ".join(sorted(name for name in names if name not in TIMES))


@cache
def _between() -> re.Pattern[str]:
    lexicon = load_lexicon("context")["place"]
    nouns = (*lexicon["between"], *load_lexicon("names")["place_nouns"])
    return re.compile(rf"(?i:{'|'.join(nouns)})|{lexicon['owners']}")


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(rf"[-‑](?:{load_lexicon('context')['place']['compounds']})\b")
