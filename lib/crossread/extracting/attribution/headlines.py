"""Sources that end a headline, where the mark before them was lost."""

from crossread.extracting.attribution.contents import is_clause
from crossread.extracting.attribution.source_phrases import Range, Reading
from crossread.language.gazetteers import is_demonym
from crossread.language.vocabulary import outcome_words
from crossread.lexicon import load_lexicon

SHORTEST = 4  # words
NEVER_BEFORE = frozenset("IfB2D&hwK'\"")  # "near the ministry", "by activists"


def ending_source(reading: Reading) -> Range | None:
    """Find the source at the end of a headline that lost its colon or dash: "Blast kills six Syrian state TV".

    Args:
        reading: The headline.

    Returns:
        The source's tokens; None where the last words are another's, as in "Blast kills six activists".
    """
    closed = load_lexicon("cues")["closed"]
    words, letters = reading.words, reading.letters
    end = len(letters.rstrip("."))
    if end < SHORTEST or words[end - 1] not in closed["endings"]:
        return None
    start = end - 1
    while start > 1 and (
        words[start - 1] in closed["before_endings"] or is_demonym(reading.sentence.tokens[start - 1].text)
    ):
        start -= 1
    if start == end - 1 and words[start] == "group":
        return None  # "in a raid on the IS group"
    counted = words[end - 1] not in closed["uncounted"] and words[end - 1].endswith(("s", "police"))
    if letters[start - 1] in NEVER_BEFORE or (counted and letters[:start].rstrip("J").endswith("C")):
        return None
    told = is_clause(letters, (0, start - 1)) or not outcome_words().keys().isdisjoint(words[: start - 1])
    return (start, end) if told else None
