"""What befell "four of the victims", told of all in a sentence before."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document
from crossread.language.vocabulary import PERSONS, singular

MEMORY = 3  # sentences
SUFFERED = frozenset(["killed", "injured"])
RULE = "outcome: of the victims told of before"


def tell_victims(document: Document, figures: Sequence[Figure]) -> list[Figure]:
    """Let victims have suffered what the sentences before tell of at least as many people.

    Args:
        document: The article's text in sentences.
        figures: Its figures in order.

    Returns:
        The figures in the same order, with that outcome where nothing else tells one, and only one befell the others.
    """
    starts = [sentence.start for sentence in document.sentences]
    told: list[Figure] = []
    for figure in figures:
        victims = singular(figure.counted.rpartition(" ")[2]) == "victim" and figure.kind == "count"
        if victims and figure.outcome == "other" and "outcome: " not in figure.rules:
            at = bisect_right(starts, figure.sentence_start) - 1
            since = starts[max(0, at - MEMORY)]
            suffered = {
                other.outcome
                for other in told
                if other.sentence_start >= since
                and other.outcome in SUFFERED
                and other.counted_class in PERSONS
                and other.value >= figure.value
            }
            if len(suffered) == 1:
                figure = replace(figure, outcome=suffered.pop(), rules="; ".join(filter(None, [figure.rules, RULE])))
        told.append(figure)
    return told
