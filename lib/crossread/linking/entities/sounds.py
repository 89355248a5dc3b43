"""Words to sounds: what two spellings of one word share, and how far apart they are."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from crossread.lexicon import load_lexicon

DOUBLED = re.compile(r"([^aeiou])\1+")
SILENT = re.compile(r"(?<=[aei])h$")  # "Hasakah"
GLIDE = re.compile(r"(?:^|(?<=[aeou]))[yw](?=[aeiou])")  # a consonant: "Mayadeen", not "Saadiya"
OUTER = 1.5  # a first or last vowel tells names apart more than one within: "Aden" is not "Eden"
SOUND = re.compile(r"[aeiouyw]+|[^aeiouyw]")


@lru_cache(maxsize=200_000)
def sounds_of(word: str) -> tuple[str, ...]:
    """Split a word into sounds.

    Args:
        word: In lower case, without accents.

    Returns:
        Its consonants and its runs of vowels, each run as its class in `lexicon/spelling.toml` where it has one.
    """
    plain = DOUBLED.sub(r"\1", SILENT.sub("", word))
    letters = load_lexicon("spelling")["letters"]
    plain = _several_letters().sub(lambda found: str(letters[found.group()]), plain)
    glides = GLIDE.sub(lambda glide: glide.group().upper(), plain)
    return tuple(_vowel_classes().get(sound, sound) for sound in SOUND.findall(glides))


@cache
def _several_letters() -> re.Pattern[str]:
    return re.compile("|".join(sorted(load_lexicon("spelling")["letters"], key=len, reverse=True)))


@cache
def _vowel_classes() -> dict[str, str]:
    return {run: name for name, runs in load_lexicon("spelling")["vowels"].items() for run in runs}


@cache
def _swaps() -> dict[tuple[str, str], float]:
    """What it costs to write one sound for another, in both directions."""
    costs = {}
    for entry in load_lexicon("spelling")["swap"]:
        first, second = entry["sounds"].split()
        costs[first, second] = costs[second, first] = float(entry["cost"])
    return costs


@cache
def _consonant_classes() -> dict[str, str]:
    """The consonants that may be written for one another, each with one that stands for all."""
    classes: dict[str, str] = {}
    for first, second in (pair for pair in _swaps() if not _is_vowel(pair[0])):
        old, new = classes.get(second, second), classes.get(first, first)
        classes = {sound: new if name == old else name for sound, name in classes.items()} | {first: new, second: new}
    return classes


def _is_vowel(sound: str) -> bool:
    return sound[0] in "aeiouyw"


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Reduce a word to what all its spellings share: its consonants, those that stand for one another as one."""
    kept = (sound for sound in sounds_of(word) if not _is_vowel(sound) and sound not in ("h", "Y", "W"))
    return "".join(_consonant_classes().get(sound, sound) for sound in kept)


@lru_cache(maxsize=200_000)
def same_word(first: str, second: str) -> bool:
    """Tell whether two words are spellings of one.

    The least cost of the edits that make one of the other (weighted edit distance; Wagner and Fischer, 1974) must be
    within the budget of `lexicon/spelling.toml`.

    Args:
        first: A word in lower case, without accents.
        second: Another.

    Returns:
        Whether they are.
    """
    if first == second:
        return True
    if not (first.isalpha() and second.isalpha()) or skeleton(first) != skeleton(second):
        return False
    budget = load_lexicon("spelling")["budget"]
    allowed = float(min(budget["most"], budget["letter"] * min(len(first), len(second))))
    return _distance(sounds_of(first), sounds_of(second)) <= allowed + 1e-9


def _distance(first: Sequence[str], second: Sequence[str]) -> float:
    row = [0.0]
    for at in range(len(second)):
        row.append(row[-1] + _added(second, at))
    for place, sound in enumerate(first):
        above, row = row, [row[0] + _added(first, place)]
        for at, other in enumerate(second):
            outer = place == at == 0 or (place == len(first) - 1 and at == len(second) - 1)
            swapped = above[at] + _swapped(sound, other, outer=outer)
            row.append(min(swapped, above[at + 1] + _added(first, place), row[-1] + _added(second, at)))
    return row[-1]


def _swapped(sound: str, other: str, *, outer: bool) -> float:
    if sound == other:
        return 0.0
    cost = _swaps().get((sound, other), 1.0)
    return OUTER * cost if outer and _is_vowel(sound) else cost


def _added(sounds: Sequence[str], at: int) -> float:
    """What it costs to add or leave out a sound."""
    costs = load_lexicon("spelling")["added"]
    sound = sounds[at]
    if sound == "h":
        return float(costs["h"]) if at else 1.0
    if not _is_vowel(sound):
        return float(costs["consonant"])
    if at == len(sounds) - 1 and sound == "e":
        return float(costs["last_e"])
    return float(costs["first_or_last_vowel"] if at in (0, len(sounds) - 1) else costs["vowel"])
