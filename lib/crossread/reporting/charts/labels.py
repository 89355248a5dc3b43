"""Text that is safe to draw and fits where it stands."""

import unicodedata

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from crossread.measuring.labels import TYPES, clean, plural, shorten
from crossread.reporting.charts.style import SMALL

__all__ = ["TYPES", "clean", "fit", "keep_order", "plural", "text_width", "wrap"]


def keep_order(text: str) -> str:
    """Hold clean text together where it is written from right to left, so that what follows stays behind it."""
    is_rtl = any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)
    return f"\u200e{text}\u200e" if is_rtl else text


def text_width(text: str, size: float = SMALL, weight: str = "normal") -> float:
    """Measure a line of text in points."""
    # DejaVu Sans lacks the wide characters of East Asia; what a browser puts there is as wide as a W.
    shown = "".join("W" if unicodedata.east_asian_width(c) in "WF" else c for c in text)
    return float(text_to_path.get_text_width_height_descent(shown, FontProperties(size=size, weight=weight), False)[0])


def fit(text: str, width: float, size: float = SMALL) -> str:
    """Shorten clean text with "…" until it is at most so many points wide."""
    shown, length = text, len(text)
    while length > 1 and (actual := text_width(shown, size)) > width:
        length = min(length - 1, int(length * width / actual) + 1)
        shown = shorten(text, length)
    return shown


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
