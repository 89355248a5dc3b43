"""The words that name a source: their limits, and whether they name anybody."""

from dataclasses import dataclass

from crossread.extracting.attribution.cues import source_class
from crossread.extracting.attribution.quotations import Span
from crossread.extracting.phrases import counted_class, number_forms
from crossread.language.gazetteers import name_words
from crossread.language.tokens import Sentence
from crossread.lexicon import load_lexicon

Range = tuple[int, int]  # of tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, its words in lower case, and its letters."""

    sentence: Sentence
    words: tuple[str, ...]
    letters: str

    def span(self, first: int, last: int) -> Span:
        """The text's span of the tokens from `first` to before `last`."""
        return Span(self.sentence.tokens[first].start, self.sentence.tokens[last - 1].end)


def trim_source(reading: Reading, start: int, end: int, whole: bool = False) -> Range | None:
    """Find the source's own phrase, where lost commas let a pattern begin too early.

    Args:
        reading: The sentence.
        start: The first token that the pattern found.
        end: The index behind the last.
        whole: That the phrase cannot have begun too early, for it stands behind its cue.

    Returns:
        The phrase's tokens; None where it names nobody.
    """
    while start < end and _stands_before(reading, start, end):
        start += 1
    if start == end:
        return None
    bounded = (
        whole or start == 0 or reading.letters[start - 1] in ',;:/&"h(-m.' or reading.letters[:start].strip("Rm,") == ""
    )
    while not bounded and not speaks(reading, start, head_of(reading, start, end)):
        further = _next_phrase(reading, start, end)
        if further is None:
            break
        start = further
    end = next((at for at in range(start + 1, end) if reading.words[at] == "with"), end)  # "a cleric with close ties"
    return (start, end) if _names_somebody(reading, start, end) else None


def _stands_before(reading: Reading, at: int, end: int) -> bool:
    """What may begin a pattern's source and is no part of it: an adverb, a title, a year that ends a clause."""
    word = reading.words[at]
    title = word in name_words("honorifics") or (word == "." and at + 1 < end)
    return word in load_lexicon("words")["adverbs"] or title or _is_year(reading, at, end)


def _is_year(reading: Reading, at: int, end: int) -> bool:
    """A year that ends the clause before a name: "since March 2011 AFP reported"."""
    return at + 1 < end and reading.letters[at : at + 2] == "CP" and len(reading.words[at]) == 4


def _next_phrase(reading: Reading, start: int, end: int) -> int | None:
    """Where the next noun phrase begins: behind a preposition, or a plural that a noun follows."""
    for at in range(start, end - 1):
        if reading.letters[at] in "fIB":
            return at + 1
        plural = reading.letters[start] != "D" and reading.sentence.speech[at] == "NNS"
        if plural and reading.letters[at + 1] in "DJCNP":
            return at + 1
    return None


def head_of(reading: Reading, start: int, end: int) -> int:
    """Return the head of the first noun phrase: the word before a preposition, or a plural that a noun follows."""
    further = _next_phrase(reading, start, end)
    if further is None:
        return end - 1
    return further - 2 if reading.letters[further - 1] in "fIB" else further - 1


def speaks(reading: Reading, start: int, head: int) -> bool:
    """Tell whether a phrase, by its head, is a name or of a kind that speaks."""
    return reading.letters[start] != "C" and (
        reading.letters[head] in "Pyw" or source_class(reading.words[head]) is not None
    )


def _names_somebody(reading: Reading, start: int, end: int) -> bool:
    """Tell a source's phrase from the rest of a clause: "five civilians", "the attack"."""
    words, letters = reading.words, reading.letters
    if words[end - 1] in load_lexicon("cues")["not_sources"]:
        return False
    if letters[start] == "C" or words[start] in number_forms():
        before = letters[:start].rstrip("RIJm,")[-1:]
        return before not in tuple("vegiVb")
    return counted_class(words[head_of(reading, start, end)]) != "attacks"
