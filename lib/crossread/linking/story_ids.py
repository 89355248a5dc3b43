"""The ids of stories that a corpus does not state."""

import re

UNDATED = "undated"
_MADE = re.compile(rf"(?:\d{{4,}}-\d\d-\d\d|{UNDATED})-\d+")


def make_id(day: str, number: int) -> str:
    """Return the id of a story that was found.

    Args:
        day: That of its first article as YYYY-MM-DD; "" where none is known.
        number: Which story of that day it is, from 1 on.
    """
    return f"{day or UNDATED}-{number}"


def is_stated(story: str) -> bool:
    """Tell whether a story has its id from the corpus, and not from `make_id`."""
    return _MADE.fullmatch(story) is None
