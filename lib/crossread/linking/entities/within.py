"""Inside one article: surnames, first names and short forms that belong to a fuller name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.language.gazetteers import is_demonym, name_words
from crossread.lexicon import load_lexicon
from crossread.linking.entities.names import Name, is_adjective, is_common_place, is_weak
from crossread.linking.entities.sounds import same_word, skeleton
from crossread.linking.entities.spelling import (
    compatible,
    fold,
    given_names,
    is_acronym,
    same_given,
    same_name,
    words_of,
)

UNCLEAR = "unclear"  # the sense of a surname that several bear
CLEARLY = 4  # times as often named in full: then a surname that both bear is that person's
FAR = 16  # the same, where the article names only the other in full, but after the surname
REACH = 40  # bearers of a surname that are compared with each other
PREPOSITIONS = frozenset(["of", "for", "in", "on", "to"])


def is_full_person(name: Name) -> bool:
    """Tell whether a name is a person's first and last name, or more; "Aleppo Damascus" is no name of a person."""
    words = words_of(name.text)
    return name.type == "PER" and len(words) > 1 and not all(is_weak(word) for word in words)


class Bearers:
    """The persons that a corpus names in full, by surname, and how often it does."""

    def __init__(self, usage: Mapping[Name, int]) -> None:
        by_surname: dict[str, list[Name]] = defaultdict(list)
        for name in sorted(usage, key=lambda name: (-usage[name], name)):
            if is_full_person(name):
                by_surname[words_of(name.text)[-1]].append(name)
        self._first = {surname: names[0] for surname, names in by_surname.items()}
        self._weight = {
            name: sum(usage[other] for other in names[:REACH] if _may_be_person(name, other))
            for names in by_surname.values()
            for name in names
        }

    def gather(self, here: Sequence[Name], article: str) -> "People":
        """Return the persons of one article, given its names in the order in which they first stand there."""
        return People(self, here, article)

    def leading(self, surname: str) -> Name | None:
        """Return the person of this surname whom the corpus names most."""
        return self._first.get(surname)

    def exceeds(self, person: Name, rival: Name, times: int) -> bool:
        """Tell whether the corpus names a person in full at least so many times as often as another."""
        return self._weight[person] >= times * self._weight[rival]

    def order(self, persons: Sequence[Name]) -> list[Name]:
        """Return persons in order, the one whom the corpus names most first."""
        return sorted(persons, key=lambda person: (-self._weight[person], -len(person.text), person))


class People:
    """The persons whom one article names in full, by every word of their names."""

    def __init__(self, bearers: Bearers, here: Sequence[Name], article: str) -> None:
        self._bearers, self._article = bearers, article
        self._place = {name: place for place, name in enumerate(here)}
        self._by_word: dict[str, list[Name]] = defaultdict(list)
        for name in here:
            if is_full_person(name):
                for key in {key for word in words_of(name.text) for key in _keys(word)}:
                    self._by_word[key].append(name)

    def resolve(self, name: Name) -> tuple[Name, str]:
        """Tell whose name a lone word is.

        Args:
            name: A person's name of one word.

        Returns:
            The full name and why, or the name itself.
        """
        (word,) = words_of(name.text)
        persons = list(dict.fromkeys(person for key in _keys(word) for person in self._by_word.get(key, ())))
        tests: list[tuple[str, Callable[[str], bool]]] = [
            ("surname", lambda text: same_word(word, words_of(text)[-1])),
            ("first name", lambda text: same_given(word, words_of(text)[0])),
            ("part of the name", lambda text: word in words_of(text)),
        ]
        for what, fits in tests:
            bearers = [person for person in persons if fits(person.text)]
            if not bearers:
                continue
            early = self._place[name] < min(self._place[bearer] for bearer in bearers)
            leading = self._bearers.leading(word) if early else None
            if leading and all(self._is_leading(leading, bearer) for bearer in bearers):
                return leading, f"surname of {leading.text}, who is meant before {bearers[0].text} in {self._article}"
            whole, why = self._choose(bearers, what)
            return (whole, why) if whole else (Name(name.text, name.type, UNCLEAR), why)
        return name, ""

    def _choose(self, bearers: Sequence[Name], what: str) -> tuple[Name | None, str]:
        first, *others = self._bearers.order(bearers)
        rivals = [other for other in others if not _may_be_person(first, other)]
        if all(self._bearers.exceeds(first, rival, CLEARLY) for rival in rivals):
            why = f"{what} of {first.text} in {self._article}"
            return first, f"{why}, far more often named than {rivals[0].text}" if rivals else why
        return None, f"{first.text} and {rivals[0].text} both bear it in {self._article}"

    def _is_leading(self, person: Name, rival: Name) -> bool:
        return not _may_be_person(person, rival) and self._bearers.exceeds(person, rival, FAR)


def _keys(word: str) -> list[str]:
    """Keys of which all spellings of a word share one."""
    return [f"sounds {skeleton(word)}", f"given {given_names().get(word, word)}"]


def _may_be_person(name: Name, other: Name) -> bool:
    return compatible(words_of(name.text), words_of(other.text))


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whose name a mention's is, and why; the reason is empty where it is its own."""

    name: Name
    reason: str = ""


def resolve_short_forms(articles: Sequence[str], names: Sequence[Name]) -> list[Resolution]:
    """Tell to which fuller name of its article each mention's name belongs.

    A surname belongs to the one person of the article who bears it, else a lone first name to the one who bears that.
    Where several do, it belongs to the one whom the corpus names far more often than the others, else to none: a wrong
    merge is worse than a missed one.

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
    bearers = Bearers(usage)
    found = {article: _resolve_article(list(here), article, usage, bearers) for article, here in by_article.items()}
    return [found[article][name] for article, name in zip(articles, names, strict=True)]


def _resolve_article(
    here: Sequence[Name], article: str, usage: Mapping[Name, int], bearers: Bearers
) -> dict[Name, Resolution]:
    """Find whose each name of an article is, among those of the article."""
    people = bearers.gather(here, article)
    bodies: dict[str, list[Name]] = defaultdict(list)  # by each of their words
    for name in here:
        if name.type == "ORG":
            for word in dict.fromkeys(words_of(name.text)):
                bodies[word].append(name)
    found = {}
    for name in here:
        words = words_of(name.text)
        if name.type == "PER" and len(words) == 1:
            found[name] = Resolution(*people.resolve(name))
        elif name.type == "ORG" and not is_acronym(name.text):
            found[name] = _resolve_body(name, [other for other in bodies[words[0]] if other != name], article, usage)
        else:
            found[name] = Resolution(name)
    return found


def _resolve_body(name: Name, others: Sequence[Name], article: str, usage: Mapping[Name, int]) -> Resolution:
    fuller = [other for other in others if is_short_form(name, other)]
    if not fuller or not _all_one(fuller):
        return Resolution(name)
    whole = max(fuller, key=lambda other: (usage[other], other))
    return Resolution(whole, f"short for {whole.text} in {article}")


def _all_one(names: Sequence[Name]) -> bool:
    """Tell whether organisations may all be one: each is spelled like the longest, or short for it."""
    first, *others = sorted(names, key=lambda name: -len(words_of(name.text)))
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
    begins = whole[: len(words)] == words and not (is_demonym(short.text) or is_common_place(short.text))
    if begins and all(word in name_words("organisation_nouns") for word in whole[len(words) :]):
        return True
    chief = _chief(full.text)
    for start in range(len(whole) - len(words) + 1):
        if whole[start : start + len(words)] == words and start <= chief < start + len(words):
            if len(words) > 1:
                return all(is_weak(word) for word in whole[:start])
            known = short.text in name_words("organisations")  # "Kurdish Peshmerga", but "Aleppo Reuters" is no name
            return words[0] not in _too_general() and (not known or all(map(is_adjective, whole[:start])))
    return False


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
