"""When two names are spellings of one: transliteration, the Arabic article, word order, given names, plurals."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from crossread.language.normal import INVISIBLE
from crossread.lexicon import load_lexicon
from crossread.linking.entities.sounds import same_word, skeleton

LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss"})
DROPPED = re.compile(r"['’ʼ‘`´ʿʾʻ′.]")  # apostrophes and full stops
ARTICLES = frozenset(["al", "el"])
# The article before a sun letter: hyphened or small, for "Ash Carter" has none.
SUN = "ad|as|ar|an|az|ez|ash|esh|at|ul"
ASSIMILATED = re.compile(rf"\b(?:(?i:{SUN})[-‑]|(?<=\w )(?:{SUN}) (?=[A-Z]))")
JOINED_ARTICLE = re.compile(r"^(?:e([zdrnst])(?=\1)|e(?=zou)|a([zd])(?=\2))")  # "Deir Ezzor", "Salah Eddin"
SERVANT = re.compile(r"^abd(?:[aeiou]([lrnsdtz]))?")  # "Abdul Rahman", "Abdelrahman", "Abdurrahman"
SMALL_WORDS = frozenset(["of", "the", "for", "and", "in", "to", "on"])
SENIORITY = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
ADJECTIVE = re.compile(r"(ia|[^s])(?:n|s|ns)$")  # "Syrian", "Guards": less than needed would do, this only gathers
LONE = 6  # letters that a lone surname must have to be taken for another spelling of one: "Rubin" is not "Robin"
ACRONYM = 6  # letters at most: capitals of that length are taken as they stand


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and full stops, hyphens as blanks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    plain = DROPPED.sub("", INVISIBLE.sub("", plain.translate(LETTERS)))
    return " ".join(re.sub(r"[^\w]+", " ", plain).split()) or text.lower()


@lru_cache(maxsize=200_000)
def words_of(text: str) -> tuple[str, ...]:
    """Split a name into the words that are compared.

    Args:
        text: The name as written.

    Returns:
        Its folded words without the Arabic article and small English words; "Abdul Rahman" is one word, and words that
        `lexicon/spelling.toml` has as one are one.
    """
    words: list[str] = []
    waiting = ""
    for place, word in enumerate(fold(ASSIMILATED.sub("al ", text)).split()):
        servant = SERVANT.match(word)
        if word in ARTICLES:
            continue
        if servant and len(word) <= len(servant.group()):
            waiting = "abd"
            continue
        if servant and not waiting:
            word = f"abd{word[servant.end() :]}"
        words.append(waiting + _one_form(JOINED_ARTICLE.sub("", word) if place else word))
        waiting = ""
    kept = [word for word in [*words, waiting] if word and word not in SMALL_WORDS]
    return tuple(kept) or (fold(text),)


@cache
def _forms() -> dict[str, str]:
    table = load_lexicon("spelling")["words"]
    return {form: word for word, forms in table.items() for form in forms}


def _one_form(word: str) -> str:
    return _forms().get(word, word)


@cache
def given_names() -> dict[str, str]:
    """Every spelling of the given names that `lexicon/given_names.toml` knows, with the first of its entry."""
    return {form: forms[0] for forms in load_lexicon("given_names")["names"] for form in forms}


def is_acronym(text: str) -> bool:
    """Tell whether a name is written in a few capitals: "IRGC", "U.N."."""
    letters = text.replace(".", "")
    return letters.isupper() and letters.isalpha() and len(letters) <= ACRONYM


def block_keys(text: str) -> frozenset[str]:
    """Return keys of which spellings of one name share at least one, so that only such are compared."""
    words = words_of(text)
    given = skeleton(given_names().get(words[0], words[0]))
    nouns = [skeleton(ADJECTIVE.sub(r"\1", word)) for word in words]
    return frozenset(["".join(map(skeleton, words)), " ".join(sorted(nouns)), given + skeleton(words[-1])])


def same_name(first: str, second: str, kind: str) -> bool:
    """Tell whether two names are spellings of one.

    Args:
        first: A name as written.
        second: Another.
        kind: The type of both, "PER", "ORG", "LOC" or "MISC".

    Returns:
        Whether they are. Two persons must agree in every part of their names; a missing middle name is no agreement.
    """
    words, others = words_of(first), words_of(second)
    if words == others:
        return True
    if is_acronym(first) or is_acronym(second):
        return fold(first).replace(" ", "") == fold(second).replace(" ", "")
    if kind == "PER" and min(len(words), len(others)) > 1:
        return same_person(words, others)
    same = _same_thing if kind in ("ORG", "MISC") else same_word
    if len(words) == len(others):
        if len(words) == 1 and kind == "PER":
            return min(len(words[0]), len(others[0])) >= LONE and same_word(*words, *others)
        if len(words) == 1:  # "Hamas" is no plural, nor "Syria" the adjective
            return same_word(*(_singular(*name) if kind == "MISC" else name[0] for name in (words, others)))
        if all(same(one, other) for one, other in zip(words, others, strict=True)):
            return True
        if kind == "ORG" and sorted(words) == sorted(others):
            return True
    elif kind != "PER":
        return same_word("".join(words), "".join(others))
    return False


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word


def _same_thing(first: str, second: str) -> bool:
    """One word of an organisation's name, be it plural or the adjective: "Guards", "Syria" and "Syrian"."""
    ones, others = _singular(first), _singular(second)
    return ones == others or f"{ones}n" == others or ones == f"{others}n" or same_word(ones, others)


def same_person(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two full names of persons agree in every part, in whatever order."""
    if _conflict(words, others) or not same_given(words[0], others[0]):
        return sorted(words) == sorted(others)
    return len(_parts(words)) == len(_parts(others))


def compatible(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two full names may be one person's: nothing in them differs, but one may tell less.

    Args:
        words: The words of a name.
        others: Those of another.

    Returns:
        Whether first and last names agree, and middle names where both have them; initials agree with what they begin.
    """
    return not _conflict(words, others)


def _parts(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in SENIORITY]


def _conflict(words: Sequence[str], others: Sequence[str]) -> bool:
    ranks = [{SENIORITY[word] for word in name if word in SENIORITY} for name in (words, others)]
    one, other = _parts(words), _parts(others)
    if ranks[0] != ranks[1] or not one or not other:
        return True
    given = same_given(one[0], other[0]) or _is_initial(one[0], other[0])
    if not same_word(one[-1], other[-1]) or not given:
        return True
    middle, between = one[1:-1], other[1:-1]
    if not middle or not between:
        return False
    return len(middle) != len(between) or not all(map(_same_middle, middle, between))


def _same_middle(first: str, second: str) -> bool:
    return same_word(first, second) or _is_initial(first, second)


def _is_initial(first: str, second: str) -> bool:
    return 1 in (len(first), len(second)) and first[0] == second[0]


def same_given(first: str, second: str) -> bool:
    """Tell whether two given names are one: by the list of them, else by their spelling; an initial is not enough."""
    known = given_names().get(first), given_names().get(second)
    if all(known):
        return known[0] == known[1]
    if first.endswith("e") != second.endswith("e"):
        return False  # "Julia" and "Julie", "Martin" and "Martine"
    return same_word(first, second)
