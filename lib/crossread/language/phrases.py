"""Phrases of a lexicon, found as the longest that begins or ends at a word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from crossread.language.tokens import split_phrase

T = TypeVar("T")
Words = tuple[str, ...]


class _Node(Generic[T]):
    """What may follow the words on the way to here, and what they stand for where they are a whole phrase."""

    __slots__ = ("following", "meaning")

    def __init__(self) -> None:
        self.following: dict[str, _Node[T]] = {}
        self.meaning: T | None = None


class Phrases(Generic[T]):
    """Phrases with what each stands for, kept as a trie (Fredkin 1960) over their words.

    Args:
        meanings: Phrases, in words, to what they stand for; no meaning is None.
        backwards: Whether phrases are looked up from their last word.
    """

    def __init__(self, meanings: Mapping[Words, T], *, backwards: bool = False) -> None:
        self._root: _Node[T] = _Node()
        for words, meaning in meanings.items():
            node = self._root
            for word in reversed(words) if backwards else words:
                node = node.following.setdefault(word, _Node())
            node.meaning = meaning

    @classmethod
    def of(cls, forms: Iterable[tuple[str, T]], *, fold: bool = True, backwards: bool = False) -> "Phrases[T]":
        """Make phrases of forms as a lexicon writes them, split as a text is.

        Args:
            forms: Forms and what each stands for; of equal forms the first counts.
            fold: Whether case is nothing.
            backwards: Whether phrases are looked up from their last word.

        Returns:
            The phrases.
        """
        meanings: dict[Words, T] = {}
        for form, meaning in forms:
            meanings.setdefault(split_phrase(form, fold=fold), meaning)
        return cls(meanings, backwards=backwards)

    def at(self, words: Sequence[str], at: int) -> tuple[T, int] | None:
        """Find the longest phrase that begins at a word.

        Args:
            words: The words of a sentence.
            at: Where the phrase must begin.

        Returns:
            What it stands for and the index behind it, or None.
        """
        node, best = self._root, None
        while at < len(words) and (following := node.following.get(words[at])) is not None:
            node = following
            at += 1
            if node.meaning is not None:
                best = node.meaning, at
        return best

    def ending(self, words: Sequence[str], end: int) -> tuple[T, int] | None:
        """Find the longest phrase that ends before a word, of phrases that are kept backwards.

        Args:
            words: The words of a sentence.
            end: The index behind the phrase.

        Returns:
            What it stands for and the index of its first word, or None.
        """
        node, best = self._root, None
        while end > 0 and (following := node.following.get(words[end - 1])) is not None:
            node = following
            end -= 1
            if node.meaning is not None:
                best = node.meaning, end
        return best
