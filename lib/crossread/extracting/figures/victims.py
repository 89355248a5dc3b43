"""What befell "four of the victims", told of all in a sentence before."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.extracting.figures.figures import Figure
from crossread.language.tokens import Document
from crossread.language.vocabulary import PERSONS, singular

MEMORY = 3  # sentences
SUFFERED = frozenset(["killed", "injured"])
OF_THEM = re.compile(r"\sof\s(?:the|those|these)\b")
RULE = "outcome: of the victims told of before"


def tell_victims(document: Document, figures: Sequence[Figure]) -> list[Figure]:
    """Let some of the victims have died where the sentences before tell of more who did.

    Args:
        document: The article's text in sentences.
        figures: Its figures in order.

    Returns:
        The figures in the same order; such a one is killed, and a part of the others, where nothing else tells what
        befell it and nobody was only hurt.
    """
    starts = [sentence.start for sentence in document.sentences]
    told: list[Figure] = []
    for figure in figures:
        some = OF_THEM.match(document.text, figure.number_end, figure.end) is not None
        if some and singular(figure.counted) == "victim" and figure.kind == "count" and _is_untold(figure):
            at = bisect_right(starts, figure.sentence_start) - 1
            since = starts[max(0, at - MEMORY)]
            suffered = [
                other
                for other in told
                if other.sentence_start >= since and other.outcome in SUFFERED and other.counted_class in PERSONS
            ]
            whole = next((other for other in reversed(suffered) if other.value > figure.value), None)
            if whole is not None and {other.outcome for other in suffered} == {"killed"}:
                rules = "; ".join(filter(None, [figure.rules, RULE]))
                figure = replace(figure, outcome="killed", part_of=whole.number_start, rules=rules)
        told.append(figure)
    return told


def _is_untold(figure: Figure) -> bool:
    return figure.outcome == "other" and "outcome: " not in figure.rules
