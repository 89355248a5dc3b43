"""Text that is safe to draw and fits where it stands."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from crossread.measuring.labels import clean, shorten
from crossread.reporting.charts.style import SMALL


def keep_order(text: str) -> str:
    """Hold clean text together where it is written from right to left, so that what follows stays behind it."""
    is_rtl = any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)
    return f"\u200e{text}\u200e" if is_rtl else text


@lru_cache(maxsize=8192)
def text_width(text: str, size: float = SMALL, weight: str = "normal") -> float:
    """Measure a line of text in points."""
    # DejaVu Sans lacks the wide characters of East Asia; what a browser puts there is as wide as a W.
    shown = "".join("W" if unicodedata.east_asian_width(c) in "WF" else c for c in text)
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    return float(text_to_path.get_text_width_height_descent(shown, font, False)[0])


def drawn_width(texts: Iterable[str], weight: str = "normal") -> float:
    """Measure the widest of several small texts as it may be drawn: screens round letters, and so widen them."""
    return 1.05 * max((text_width(text, SMALL, weight) for text in texts), default=0.0)


def fit(text: str, width: float, size: float = SMALL) -> str:
    """Shorten clean text with "…" until it is at most so many points wide."""
    shown, length = text, len(text)
    while length > 1 and (actual := text_width(shown, size)) > width:
        length = min(length - 1, int(length * width / actual) + 1)
        shown = shorten(text, length)
    return shown


def fit_name(name: object, width: float, size: float = SMALL) -> str:
    """Clean a name of a table, and shorten it; one that is missing is "(no name)"."""
    return keep_order(fit(clean(name) or "(no name)", width, size))


def wrap(text: str, width: float, size: float = SMALL, weight: str = "normal", lines: int = 0) -> list[str]:
    """Break clean text into lines.

    Args:
        text: The text.
        width: The most points a line may take.
        size: Size in points.
        weight: "normal" or "bold".
        lines: The most lines, 0 for no limit; the last is shortened.

    Returns:
        The lines, none for empty text.
    """
    done: list[str] = []
    for word in text.split():
        joined = f"{done[-1]} {word}" if done else word
        if done and (len(done) == lines or text_width(joined, size, weight) <= width):
            done[-1] = joined
        else:
            done.append(word)
    # Bold letters are about a tenth wider than those that fit() measures.
    return [fit(line, width * (0.88 if weight == "bold" else 1), size) for line in done]


def name_units(units: Iterable[object]) -> str:
    """Write units as an axis's title: the plural of what is counted, "count" without a unit."""
    known = {"": "count", "percent": "percent", "foot": "feet", "inch": "inches", "century": "centuries"}
    names = []
    for unit in sorted({clean(unit) for unit in units}):
        thing, per, divisor = unit.partition(" per ")
        plural_as_is = thing[-1:] == "s" or not thing.split()[-1:] or thing.split()[-1][0].isupper()
        names.append(known.get(thing, thing if plural_as_is else f"{thing}s") + per + divisor)
    return " / ".join(names)
