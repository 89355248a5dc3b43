"""The words that name a source: their limits, and whether they name anybody."""

from dataclasses import dataclass

from crossread.extracting.attribution.cues import source_class, source_names, states
from crossread.extracting.attribution.letters import JOINT
from crossread.extracting.attribution.quotations import Span
from crossread.language.gazetteers import is_demonym, name_words
from crossread.language.tokens import Sentence
from crossread.language.vocabulary import counted_class, number_forms, outcome_words, singular
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
    while not bounded:
        further = _behind_object(reading, start, end)
        if further is None and not speaks(reading, start, head_of(reading, start, end)):
            further = _next_phrase(reading, start, end)
        if further is None:
            break
        start = further
    end = next((at for at in range(start + 1, end) if _leaves(reading, at, end)), end)
    end = _before_number(reading, start, end) if whole else end
    return (start, end) if _names_somebody(reading, start, end) else None


def _leaves(reading: Reading, at: int, end: int) -> bool:
    """What stands behind a source and is no part of it: "a cleric with close ties", "a doctor for fear of arrest"."""
    closed, words = load_lexicon("cues")["closed"], reading.words
    fears = words[at] == "for" and any(word in closed["reasons"] for word in words[at + 1 : min(at + 3, end)])
    return fears or words[at] in closed["leave_source"]


def _before_number(reading: Reading, start: int, end: int) -> int:
    """Where a source behind its cue ends that a number follows: "according to Reuters over a dozen raids hit"."""
    joins = load_lexicon("cues")["closed"]["before_numbers"]
    for at in range(start + 1, end):
        if reading.letters[at] == "C" or reading.words[at] in number_forms():
            last = at
            while last > start + 1 and reading.words[last - 1] in joins:
                last -= 1
            return last if reading.letters[last - 1] in "NP" else end
    return end


def _behind_object(reading: Reading, start: int, end: int) -> int | None:
    """Where a source begins that a pattern took for the end of what a preposition governs, for a comma was lost.

    In "in the Ghouta area Observatory chief Rami said" the preposition governs the area, and the rest is the source.
    """
    governed = reading.letters[:start].rstrip("RJ")[-1:] in ("I", "f")
    return next((at for at in range(start + 1, end) if governed and _opens_source(reading, at, end)), None)


def _opens_source(reading: Reading, at: int, end: int) -> bool:
    """Tell whether a word behind a noun begins another phrase, one that names a source."""
    closed, word, token = load_lexicon("cues")["closed"], reading.words[at], reading.sentence.tokens[at].text
    before = reading.letters[at - 1]
    if reading.letters[at] not in "DJCNP" or before not in "NPm":
        return False
    place = before == "P" and not _describes_source(reading.sentence.tokens[at - 1].text)
    if place and singular(word) != word and source_class(word) is not None:
        return True  # "in Homs activists said"
    state = reading.letters[at + 1 : at + 2] == JOINT and token in states()  # "in Homs Syria's army said"
    named = state or token in source_names() or (token.isupper() and len(token) > 1) or word in closed["before_endings"]
    several = before == "N" and reading.sentence.speech[at - 1] == "NNS"
    opens = (place and named) or ((place or several) and is_demonym(token))
    return (opens or reading.words[at - 1] in closed["ends_object"]) and speaks(reading, at, head_of(reading, at, end))


def _describes_source(name: str) -> bool:
    """Tell a name's word that may go before a source's noun from a place: "US officials", "White Helmets"."""
    return is_demonym(name) or name.isupper() or any(name in known.split() for known in source_names())


def _stands_before(reading: Reading, at: int, end: int) -> bool:
    """What may begin a pattern's source and is no part of it: an adverb, a title, the end of the clause before."""
    word = reading.words[at]
    title = (word in name_words("honorifics") and reading.letters[at + 1 : at + 2] != "f") or (
        word == "." and at + 1 < end
    )
    suffered = outcome_words().get(word)
    fate = suffered is not None and suffered.form == "past" and reading.letters[at - 1 : at] == "b" and at + 1 < end
    return word in load_lexicon("words")["adverbs"] or fate or title or _is_year(reading, at, end)


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
        reading.letters[head] in "Pyw"
        or source_class(reading.words[head]) is not None
        or " ".join(token.text for token in reading.sentence.tokens[head - 1 : head + 1]) in source_names()
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
