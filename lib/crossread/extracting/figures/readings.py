"""A figure in the making: what its own words say, and what its sentence adds step by step."""

from dataclasses import dataclass, field

from crossread.extracting.numbers.quantities import Number
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import Told, counted_class, singular

APART = (
    (" - ", "-"),
    (" -", "-"),
    (" / ", "/"),
    (" .", "."),
    (" ,", ","),
    ("( ", "("),
    (" )", ")"),
    (" '", "'"),
    (" ’", "’"),
)
MARKS = ('"', "“", "”")


@dataclass(slots=True, eq=False)
class Reading:
    """A number with its bound, unit and noun; `first` and `last` are token indices, `last` beyond the end."""

    number: Number
    first: int
    bound: str
    kind: str
    unit: str
    last: int
    noun: str  # beside the number, or that a rule ties it to
    counted: str = ""  # also where the sentence leaves it out
    outcome: str | None = None
    whole: "Reading | None" = None
    role: str = "level"
    same: "Reading | None" = None  # the figure of the same matter at another time or in another unit
    rules: dict[str, str] = field(default_factory=dict)  # what was read, to the rule that read it

    @property
    def bare_count(self) -> bool:
        """Whether it is a count without a noun."""
        return self.kind == "count" and not self.noun

    @property
    def suffers(self) -> str:
        """What is counted, by its class; an age or a measure suffers nothing."""
        return counted_class(self.noun) if self.kind in ("count", "share") else self.kind

    def befallen(self, told: Told) -> str | None:
        """The outcome that a word tells of what is counted, "other" of those it spares, None where it tells none."""
        spared = not told.never.isdisjoint(map(singular, self.noun.split()))
        return "other" if spared else told.befalling(self.suffers)


@dataclass(slots=True)
class Before:
    """What the sentences before one told.

    Attributes:
        shares: Of whom shares were told, the last one last.
        counts: What was counted, how many, and where the sentence ends.
        measured: What the last sentence with figures measured, by kind; `end` is where it ends.
    """

    shares: list[str] = field(default_factory=list)
    counts: list[tuple[int, float, str]] = field(default_factory=list)
    measured: dict[str, str] = field(default_factory=dict)
    end: int = 0


def text_of(sentence: Sentence, first: int, last: int) -> str:
    """Return the words of a span as they are written together."""
    words = [word for word in sentence.lower[first:last] if word not in MARKS]
    text = " ".join(words).replace(" & ", "&" if any(sentence.touching[first + 1 : last]) else " & ")
    for apart, together in APART:
        text = text.replace(apart, together)
    return text
