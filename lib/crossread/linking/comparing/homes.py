"""Where people who are moved or shut in come from: those of two towns are two matters."""

import re

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.comparing.days import DAYS, MONTHS
from crossread.tables import rows_of

MOVED = frozenset(["evacuated", "displaced", "besieged", "rescued"])
REACH = 80  # characters behind a figure within which it is told from where they come
NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
# "from the besieged towns of Foua and Kefraya"
FROM = re.compile(rf"\b(?:from|out of) (?:[a-z][\w'’-]* ){{0,5}}({NAME}(?:(?:, | and |, and ){NAME})*)")
TIMES = frozenset(word.capitalize() for word in (*DAYS, *MONTHS))  # "from Friday"


def find_homes(rows: pd.DataFrame) -> "pd.Series[str]":
    """Name where the people come from whom figures count.

    Args:
        rows: Rows of the figures table with `sentence` and `story`.

    Returns:
        "from Foua and Kefraya" or the like for each row. Where its sentence tells none, it is the only one that its
        article, else its story, tells; else "", as for all that are not moved.
    """
    moved = rows.outcome.isin(MOVED) & rows.counted_class.isin(load_lexicon("alike")["wide"])
    told = [_told(row) if of_people else "" for row, of_people in zip(rows_of(rows), moved, strict=True)]
    homes = pd.Series(told, index=rows.index, dtype="string")
    for key in ("article_id", "story"):
        known = homes[homes != ""].groupby(rows[key]).agg(lambda names: names.iloc[0] if names.nunique() == 1 else "")
        only = rows[key].map(known).astype("string").fillna("")
        homes = homes.where((homes != "") | ~moved, only)
    return homes


def _told(row: pd.Series) -> str:
    end = int(row.number_end - row.sentence_start)
    found = FROM.search(row.sentence[end : end + REACH])
    names = [] if found is None else re.split(r", and | and |, ", found[1])
    names = sorted(name for name in names if name not in TIMES)
    return f"from {' and '.join(names)}" if names else ""
