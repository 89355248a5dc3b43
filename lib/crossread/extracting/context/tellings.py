"""What the rules of `lexicon/context.toml` find in a sentence, and which of it is said of a number there."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossread.language.tokens import Document, Sentence
from crossread.patterns import Match, load_grammar

NEAR = 16  # words to either side of a number within which a time is told of it
OPENING = 4  # words at a sentence's start within which a time is told of all of it
LEAD = 350  # characters that an article's headline and first sentences take, in which it tells what it is about


@dataclass(slots=True)
class Telling:
    """A sentence, or its first `length` words, and what each table of rules finds there, looked for once."""

    sentence: Sentence
    length: int
    _rows: dict[str, str] = field(default_factory=dict)
    _found: dict[str, list[Match]] = field(default_factory=dict)

    def row(self, table: str) -> str:
        """The words as a table's rules spell them."""
        if table not in self._rows:
            row = load_grammar("context", table).spell(self.sentence.tokens)
            self._rows[table] = row[: self.length]
        return self._rows[table]

    def find(self, table: str) -> Sequence[Match]:
        """What the rules of a table find, rule by rule."""
        if table not in self._found:
            self._found[table] = list(load_grammar("context", table).find(self.row(table)))
        return self._found[table]

    def find_within(self, table: str, first: int, last: int) -> Iterator[Match]:
        """What they find in a stretch of the sentence alone; places are counted from its first word."""
        return load_grammar("context", table).find(self.row(table)[first:last])

    def word(self, match: Match, name: str) -> str:
        """The lower-case words that a match has under a name, "" where it has none."""
        return " ".join(word for first, last in match.spans.get(name, ()) for word in self.sentence.lower[first:last])

    def whole(self) -> "Number":
        """What the whole of it says, as if it were said of one number."""
        return Number(self, 0, self.length)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its sentence: its first word and the one behind it."""

    telling: Telling
    first: int
    last: int

    def is_near(self, match: Match) -> bool:
        """Tell whether a match in the sentence is said of the number."""
        return match.start < OPENING or self.first - NEAR <= match.start < self.last + NEAR


def tell(sentence: Sentence) -> Telling:
    """Take in a whole sentence."""
    return Telling(sentence, len(sentence.words))


def lead_of(document: Document) -> list[Telling]:
    """What a document's article begins with, the headline and the first sentences."""
    begins = (sentence for sentence in document.sentences if sentence.start < LEAD)
    return [Telling(sentence, bisect_left(sentence.starts, LEAD)) for sentence in begins]
