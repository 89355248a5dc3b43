"""What page furniture looks like: the lexicon `lexicon/furniture.toml`, and looking a paragraph up in it."""

import re
from dataclasses import dataclass
from functools import cache

from crossread.lexicon import load_lexicon

# Furniture is short; the limit also bounds the time that any pattern can take.
FURNITURE_CHARACTERS = 400

# Bullets, arrows, dashes, colons, brackets may stand around furniture. A full stop may not: it tells prose from labels.
_EDGES = " \t:;»›>«|•·*#_–—-()[]"


@dataclass(frozen=True, slots=True)
class Furniture:
    """One entry of the lexicon: a block's heading, or a line that stands alone (then it has a reason)."""

    pattern: re.Pattern[str]
    example: str
    reason: str | None
    words: int
    open: bool

    def matches(self, text: str) -> bool:
        """Tell whether a paragraph is this piece of furniture.

        Args:
            text: A paragraph with single spaces.

        Returns:
            True where the whole paragraph is it.
        """
        if len(text) > FURNITURE_CHARACTERS or text.count(" ") >= self.words:
            return False
        return self.pattern.fullmatch(text.strip(_EDGES)) is not None


@cache
def load_furniture() -> tuple[Furniture, ...]:
    """Read the lexicon of page furniture.

    Returns:
        Its entries in the order of the file, block headings first.
    """
    lexicon = load_lexicon("furniture")
    return tuple(
        Furniture(
            pattern=re.compile(entry["pattern"], re.IGNORECASE),
            example=entry["example"],
            reason=entry.get("reason"),
            words=entry.get("words", 12),
            open=entry.get("open", False),
        )
        for kind in ("heading", "line")
        for entry in lexicon[kind]
    )


def find_furniture(text: str) -> Furniture | None:
    """Look a paragraph up in the lexicon of page furniture.

    Args:
        text: A paragraph or a line.

    Returns:
        The first entry that matches the whole of it, else None.
    """
    if len(text) > FURNITURE_CHARACTERS or not _any_furniture().fullmatch(text.strip(_EDGES)):
        return None
    return next((entry for entry in load_furniture() if entry.matches(text)), None)


@cache
def _any_furniture() -> re.Pattern[str]:
    """All patterns in one: nearly every line of an article is none of them, and is told so in one go."""
    return re.compile("|".join(f"(?:{entry.pattern.pattern})" for entry in load_furniture()), re.IGNORECASE)
