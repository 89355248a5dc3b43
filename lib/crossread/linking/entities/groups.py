"""Names that are joined into entities, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.linking.entities.names import Name
from crossread.linking.entities.spelling import compatible, words_of


@dataclass(frozen=True, slots=True)
class Link:
    """Two names of one entity: the one that stands for it, the other, and what the other is to the first.

    Where one spelling is merely found under two types, the second is `mistyped`.
    """

    first: Name
    second: Name
    reason: str
    mistyped: bool = False


class Groups:
    """Disjoint sets of names (union-find) that never hold two persons whose full names differ, or one and a body."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._parent = {name: name for name in names}
        self._full = {name: {name} if len(words_of(name.text)) > 1 else set() for name in self._parent}
        self.links: list[Link] = []

    def find(self, name: Name) -> Name:
        """Return the name that stands for the group of a name."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, link: Link) -> None:
        """Make one group of two, unless they hold full names that no one thing has."""
        first, second = self.find(link.first), self.find(link.second)
        if first == second:
            return
        ours, theirs = self._full[first], set() if link.mistyped else self._full[second]
        if all(_may_be_one(one, other) for one in ours for other in theirs):
            self._parent[second] = first
            self._full[first] = ours | theirs
            self.links.append(link)


def _may_be_one(name: Name, other: Name) -> bool:
    if "PER" not in (name.type, other.type):
        return True
    words, others = words_of(name.text), words_of(other.text)
    return name.type == other.type and (compatible(words, others) or sorted(words) == sorted(others))
