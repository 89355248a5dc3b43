"""Names that are joined into entities, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.linking.names import Name
from crossread.linking.spelling import compatible, words_of


@dataclass(frozen=True, slots=True)
class Link:
    """Two names of one entity: the one that stands for it, the other, and what the other is to the first."""

    first: Name
    second: Name
    reason: str


class Groups:
    """Disjoint sets of names (union-find) that never hold two persons whose full names differ."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._parent = {name: name for name in names}
        self._persons = {
            name: {words_of(name.text)} if name.type == "PER" and len(words_of(name.text)) > 1 else set()
            for name in self._parent
        }
        self.links: list[Link] = []

    def find(self, name: Name) -> Name:
        """Return the name that stands for the group of a name."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, link: Link) -> None:
        """Make one group of two, unless they hold full names that no one person has."""
        first, second = self.find(link.first), self.find(link.second)
        if first == second:
            return
        ours, theirs = self._persons[first], self._persons[second]
        if all(compatible(one, other) or sorted(one) == sorted(other) for one in ours for other in theirs):
            self._parent[second] = first
            self._persons[first] = ours | theirs
            self.links.append(link)
