"""Inside one article: surnames, first names and short forms that belong to a fuller name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.extracting.name_types import is_demonym, name_words
from crossread.lexicon import load_lexicon
from crossread.linking.names import Name, is_common_place
from crossread.linking.sounds import same_word
from crossread.linking.spelling import (
    compatible,
    fold,
    is_acronym,
    same_given,
    same_name,
    words_of,
)

PREPOSITIONS = frozenset(["of", "for", "in", "on", "to"])
UNCLEAR = "unclear"  # the sense of a surname that two persons of the article bear


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whose name a mention's is, and why; the reason is empty where it is its own."""

    name: Name
    reason: str = ""


def resolve_short_forms(articles: Sequence[str], names: Sequence[Name]) -> list[Resolution]:
    """Tell to which fuller name of its article each mention's name belongs.

    A surname belongs to the one person of the article who bears it, else a lone first name to the one who bears that.
    Where several do, it belongs to none of them: a wrong merge is worse than a missed one.

    Args:
        articles: The article of each mention.
        names: The name of each mention.

    Returns:
        One resolution a mention.
    """
    by_article: dict[str, dict[Name, None]] = defaultdict(dict)
    for article, name in zip(articles, names, strict=True):
        by_article[article][name] = None
    usage = Counter(names)
    found = {
        article: {name: _resolve(name, sorted(here, key=lambda name: -usage[name]), article) for name in here}
        for article, here in by_article.items()
    }
    return [found[article][name] for article, name in zip(articles, names, strict=True)]


def _is_full_person(name: Name) -> bool:
    words = words_of(name.text)
    return name.type == "PER" and len(words) > 1 and not all(is_weak(word) for word in words)


def _resolve(name: Name, here: Sequence[Name], article: str) -> Resolution:
    """Find whose name it is among those of the article, the most used in the corpus first."""
    words = words_of(name.text)
    if name.type == "PER" and len(words) == 1:
        return _resolve_person(name, words[0], [other for other in here if _is_full_person(other)], article)
    if name.type == "PER" or is_acronym(name.text) or name.sense:
        return Resolution(name)
    fuller = [other for other in here if other.type == "ORG" and is_short_form(name, other)]
    if fuller and _all_one(fuller):
        whole = fuller[0]
        return Resolution(whole, f"short for {whole.text} in {article}")
    return Resolution(name)


def _resolve_person(name: Name, word: str, persons: Sequence[Name], article: str) -> Resolution:
    tests: list[tuple[str, Callable[[str], bool]]] = [
        ("surname", lambda text: same_word(word, words_of(text)[-1])),
        ("first name", lambda text: same_given(word, words_of(text)[0])),
        ("part of the name", lambda text: word in words_of(text)),
    ]
    for what, fits in tests:
        bearers = [person for person in persons if fits(person.text)]
        if not bearers:
            continue
        if not _all_one(bearers):
            return Resolution(Name(name.text, name.type, UNCLEAR), "a name that several bear")
        whole = bearers[0]
        return Resolution(whole, f"{what} of {whole.text} in {article}")
    return Resolution(name)


def _all_one(names: Sequence[Name]) -> bool:
    """Tell whether names may all mean one: no two of them differ in a part that both have."""
    first, *others = sorted(names, key=lambda name: -len(words_of(name.text)))
    if first.type == "PER":
        return all(compatible(words_of(first.text), words_of(other.text)) for other in others)
    return all(same_name(first.text, other.text, first.type) or is_short_form(other, first) for other in others)


def is_short_form(short: Name, full: Name) -> bool:
    """Tell whether a name is short for an organisation's fuller one.

    Args:
        short: The shorter name.
        full: The fuller one.

    Returns:
        Whether it has the fuller name's chief noun and words beside it ("Observatory", "Syrian Observatory"), or what
        is left when nouns that many organisations share are taken away ("Nusra" of "Nusra Front").
    """
    words, whole = words_of(short.text), words_of(full.text)
    if len(words) >= len(whole):
        return False
    if short.type != "ORG":
        return False
    begins = whole[: len(words)] == words and not (is_demonym(short.text) or is_common_place(short.text))
    if begins and all(word in name_words("organisation_nouns") for word in whole[len(words) :]):
        return True
    chief = _chief(full.text)
    for start in range(len(whole) - len(words) + 1):
        if whole[start : start + len(words)] == words and start <= chief < start + len(words):
            if len(words) > 1:
                return all(is_weak(word) for word in whole[:start])
            known = short.text in name_words("organisations")  # "Kurdish Peshmerga", but "Aleppo Reuters" is no name
            return words[0] not in _too_general() and (not known or all(map(_is_adjective, whole[:start])))
    return False


def is_weak(word: str) -> bool:
    """Tell whether a word before an organisation's name only says whose it is: "Syrian", "Iranian", "US"."""
    return _is_adjective(word) or is_common_place(word) or word in ("us", "uk", "un", "eu")


def _is_adjective(word: str) -> bool:
    return is_demonym(word.capitalize())


@cache
def _too_general() -> frozenset[str]:
    return frozenset(load_lexicon("aliases")["too_general"])


def _chief(text: str) -> int:
    """The place of an organisation's chief noun among its compared words: the last before "of" and its like."""
    before: list[str] = []
    for word in fold(text).split():
        if word in PREPOSITIONS and before:
            break
        before.append(word)
    return len(words_of(" ".join(before))) - 1


def shortened(names: Iterable[Name], resolutions: Iterable[Resolution]) -> dict[Name, dict[Name, int]]:
    """Count for each short form of organisations how often it stood for which fuller name."""
    counts: dict[Name, dict[Name, int]] = defaultdict(lambda: defaultdict(int))
    for name, resolution in zip(names, resolutions, strict=True):
        if resolution.name != name and resolution.name.type == "ORG":
            counts[name][resolution.name] += 1
    return counts
