"""Inside one article: whose a lone surname or first name is."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from crossread.linking.entities.names import Name, is_weak
from crossread.linking.entities.sounds import same_word, skeleton
from crossread.linking.entities.spelling import compatible, given_names, same_given, words_of

UNCLEAR = "unclear"  # the sense of a surname that several bear
CLEARLY = 4  # times as often named in full: then a surname that both bear is that person's
FAR = 16  # the same, where the article names only the other in full, but after the surname
REACH = 40  # bearers of a surname that are compared with each other


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
            name: sum(usage[other] for other in names[:REACH] if _may_be_one(name, other))
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
        rivals = [other for other in others if not _may_be_one(first, other)]
        if all(self._bearers.exceeds(first, rival, CLEARLY) for rival in rivals):
            why = f"{what} of {first.text} in {self._article}"
            return first, f"{why}, far more often named than {rivals[0].text}" if rivals else why
        return None, f"{first.text} and {rivals[0].text} both bear it in {self._article}"

    def _is_leading(self, person: Name, rival: Name) -> bool:
        return not _may_be_one(person, rival) and self._bearers.exceeds(person, rival, FAR)


def _keys(word: str) -> list[str]:
    """Keys of which all spellings of a word share one."""
    return [f"sounds {skeleton(word)}", f"given {given_names().get(word, word)}"]


def _may_be_one(name: Name, other: Name) -> bool:
    return compatible(words_of(name.text), words_of(other.text))
