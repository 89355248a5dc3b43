"""Where a number stands in its sentence, and what stands near it."""

import re
from typing import NamedTuple

NEAR = 90  # characters to either side of a number within which a time is told of it
OPENING = 25  # characters at a sentence's start within which a time is told of all of it
LEAD = 350  # characters that an article's headline and first sentences take, in which it tells what it is about


class Place(NamedTuple):
    """A lower-case sentence, and where a number begins and ends in it."""

    sentence: str
    start: int
    end: int

    def is_near(self, match: re.Match[str]) -> bool:
        """Tell whether a match in the sentence is said of the number."""
        return match.start() < OPENING or self.start - NEAR <= match.start() < self.end + NEAR


def whole(sentence: str) -> Place:
    """The place of what a whole sentence says."""
    return Place(sentence, 0, len(sentence))
