"""What all charts share: a figure with alternative text, one style, and text that is safe to draw."""

import base64
import io
import math
import unicodedata
import warnings
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import quoteattr

import matplotlib.style
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.ticker import MaxNLocator

WIDTH = 7.2 * 72  # All lengths are points; this is what still reads at half a page's width.
MARGIN = 8.0
SMALL, NORMAL, LARGE = 8.0, 8.5, 11.0
INK, SOFT, RULE = "#222222", "#666666", "#e4e4e4"
# Okabe and Ito's palette: apart for colour-blind readers too.
BLUE, VERMILION = "#0072B2", "#D55E00"
TITLE_LINE, SMALL_LINE = 15.0, 11.5

_STYLE: dict[str, Any] = {
    "axes.edgecolor": SOFT,
    "axes.linewidth": 0.6,
    # Verdana is as wide as DejaVu Sans, so that labels keep their place where a browser lacks the latter.
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial", "sans-serif"],
    "font.size": SMALL,
    "svg.fonttype": "none",
    "svg.hashsalt": "crossread",
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": SOFT,
    "xtick.labelcolor": INK,
}


@contextmanager
def chart_style() -> Iterator[None]:
    """Draw in the project's style, whatever the user's rcParams say, and leave those as they were."""
    with matplotlib.style.context(["default", _STYLE]), warnings.catch_warnings():
        # An SVG names its fonts, and the reader's browser has the glyphs that DejaVu Sans lacks.
        warnings.filterwarnings("ignore", message=r"(?s).*[Gg]lyph.*missing")
        yield


class Chart(Figure):
    """A figure that knows its alternative text and shows itself in any notebook."""

    alt: str

    def __init__(self, alt: str, height: float, width: float = WIDTH) -> None:
        """Make an empty chart.

        Args:
            alt: What the chart says, for those who cannot see it.
            height: Height in points.
            width: Width in points.
        """
        super().__init__(figsize=(width / 72, height / 72))
        self.alt = clean(alt, limit=0)
        self.width, self.height = width, height

    def add_panel(self, left: float, top: float, width: float, height: float) -> Axes:
        """Add axes without a frame, whose y counts points downwards.

        Args:
            left: Points from the chart's left edge.
            top: Points from the chart's top edge.
            width: Width in points.
            height: Height in points.

        Returns:
            The axes.
        """
        bottom = self.height - top - height
        box = (left / self.width, bottom / self.height, width / self.width, height / self.height)
        axes = self.add_axes(box)
        axes.set_ylim(height, 0)
        axes.set_yticks([])
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
        return axes

    def write(self, x: float, y: float, text: str, size: float = SMALL, color: str = INK, **style: Any) -> Text:  # noqa: ANN401
        """Write a line of text; `$` stays `$`.

        Args:
            x: Points from the left edge.
            y: Points from the top edge to the line's middle.
            text: The text, clean already.
            size: Size in points.
            color: Its colour.
            style: Further properties of a matplotlib text.

        Returns:
            The text as matplotlib drew it.
        """
        # Centred on capitals: a text's own middle would move with its descenders.
        height = 1 - (y + 0.36 * size) / self.height
        return self.text(x / self.width, height, text, fontsize=size, color=color, parse_math=False, **style)

    def savefig(self, fname: Any, **options: Any) -> None:  # noqa: ANN401
        """Save the chart in the project's style; arguments are those of matplotlib's `Figure.savefig`."""
        with chart_style():
            super().savefig(fname, **options)

    def svg(self) -> str:
        """Draw the chart as SVG, the same on each run, with its alternative text."""
        buffer = io.StringIO()
        self.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        drawing = buffer.getvalue()
        # Without XML declaration and doctype it can stand in a page as it is.
        drawing = drawing[drawing.index("<svg") :]
        attributes = f'role="img" aria-label={quoteattr(self.alt)} style="max-width: 100%; height: auto"'
        return drawing.replace("<svg", f"<svg {attributes}", 1)

    def png(self) -> bytes:
        """Draw the chart as PNG at twice a screen's resolution."""
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", dpi=200, metadata={"Software": None})
        return buffer.getvalue()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ANN401
        png = base64.b64encode(self.png()).decode("ascii")
        bundle = {"image/svg+xml": self.svg(), "image/png": png, "text/plain": self.alt}
        return {k: v for k, v in bundle.items() if (not include or k in include) and k not in (exclude or ())}


def clean(text: object, limit: int = 60) -> str:
    """Make text of an article fit to be drawn: one line, legal in XML, not too long.

    Args:
        text: The text; null gives "".
        limit: The most characters, 0 for no limit.

    Returns:
        The text, shortened with "…" at a word's end where it can be.
    """
    if text is None or text is pd.NaT or text is pd.NA or text != text:
        return ""
    words = " ".join(str(text).split())
    # Controls and lone surrogates break XML; direction marks let a label rewrite its neighbours. Persian and
    # Indic scripts need the (non-)joiners.
    kept = (c for c in words if c in "\u200c\u200d" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Cn"})
    words = "".join(kept).strip()
    return words if not limit or len(words) <= limit else _cut(words, limit - 1)


def _cut(text: str, length: int) -> str:
    head = text[:length]
    at_word = head if text[length : length + 1] == " " else head.rpartition(" ")[0]
    # A word longer than half of the room is cut where the room ends.
    return (at_word if len(at_word) > length / 2 else head).rstrip(" ,;:.-–") + "…"


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
        shown = _cut(text, length)
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


def write_title(chart: Chart, lines: list[str]) -> float:
    """Write a chart's title at its top and return where it ends, in points from the top."""
    for i, line in enumerate(lines):
        chart.write(MARGIN, MARGIN + TITLE_LINE * (i + 0.5), line, LARGE, weight="bold")
    return MARGIN + TITLE_LINE * len(lines)


def wrap_title(title: str, width: float = WIDTH) -> list[str]:
    """Break a chart's title into lines."""
    return wrap(clean(title, limit=200), width - 2 * MARGIN, LARGE, "bold")


def nothing_to_show(title: str, reason: str) -> Chart:
    """Make a chart that says that there is nothing to show, and why.

    Args:
        title: The title of the chart that it stands for.
        reason: A sentence.

    Returns:
        The chart.
    """
    with chart_style():
        lines = wrap_title(title)
        message = f"Nothing to show. {reason}"
        chart = Chart(f"{clean(title, limit=200)}. {message}", 2 * MARGIN + TITLE_LINE * len(lines) + 24)
        top = write_title(chart, lines)
        chart.write(MARGIN, top + 14, message, NORMAL, SOFT)
    return chart


def set_axis(axes: Axes, values: Collection[float], width: float, pads: tuple[float, float], whole: bool) -> str:
    """Choose an axis's scale, limits and ticks.

    Args:
        axes: The axes.
        values: All that must be inside.
        width: The axes' width in points.
        pads: Points to keep free left and right of the values.
        whole: Whether ticks between whole numbers make no sense.

    Returns:
        What to add to the axis's title, such as ", log scale".
    """
    low, high = min(values, default=0.0), max(values, default=1.0)
    sizes = [abs(value) for value in values if value]
    scale: dict[str, Any] = {"value": "linear"}
    if sizes and max(sizes) > 100 * min(sizes):
        # A zero or a negative has no logarithm: the part around zero stays linear.
        threshold = 10.0 ** math.floor(math.log10(min(sizes)))
        scale = {"value": "log"} if low > 0 else {"value": "symlog", "linthresh": threshold}
    elif not 1e-9 < (high - low) / max(sizes, default=1.0) < 0.1:
        # Values that are close together are told apart; all others are measured from zero.
        low, high = min(low, 0.0), max(high, 0.0)
    high = high if high > low else 1.0
    axes.set_xscale(**scale)
    transform = axes.xaxis.get_transform()
    first, last = transform.transform(np.array([low, high]))
    point = (last - first) / (width - sum(pads))
    ends = np.array([first - pads[0] * point, last + pads[1] * point])
    left, right = (float(x) for x in transform.inverted().transform(ends))
    axes.set_xlim(left, right)
    for ticks in _tick_choices(scale, left, right, whole):
        # A tick at the right edge stays if its label does not leave the chart.
        reach = {x: text_width(format_number(x)) / 2 for x in ticks if (left if low else 0.0) <= x <= right}
        place = {x: float((transform.transform(np.array([x]))[0] - ends[0]) / point) for x in reach}
        inside = [x for x in reach if place[x] + reach[x] < width + MARGIN]
        if len(inside) < 9 and all(place[b] - place[a] > reach[a] + reach[b] + 14 for a, b in pairwise(inside)):
            break
    axes.set_xticks(inside, [format_number(x) for x in inside], parse_math=False)
    axes.minorticks_off()
    inner = f" (linear below {format_number(scale['linthresh'])})" if "linthresh" in scale else ""
    return "" if scale["value"] == "linear" else f", log scale{inner}"


def _tick_choices(scale: dict[str, Any], left: float, right: float, whole: bool) -> Iterator[list[float]]:
    """Yield ticks for an axis, the closest first, those that always fit last."""
    if scale["value"] == "linear":
        for most in (6, 5, 4, 3, 2, 1):
            locator = MaxNLocator(most, steps=[1, 2, 2.5, 5, 10], integer=whole)
            yield [float(x) for x in locator.tick_values(left, right)]
        return
    smallest = scale.get("linthresh", left)
    exponents = range(math.floor(math.log10(smallest)), math.ceil(math.log10(max(-left, right))) + 1)
    for factors, stride in (((1, 2, 5), 1), ((1, 3), 1), *(((1,), n) for n in (1, 2, 3, 4, 6, 10))):
        ticks = [float(f"{factor}e{n}") for n in exponents if n % stride == 0 for factor in factors]
        ticks = [tick for tick in ticks if tick >= smallest]
        yield ticks if left > 0 else [*(-x for x in reversed(ticks)), 0.0, *ticks]


def format_number(number: float) -> str:
    """Write a number as news does: 30,000, 1.5 million."""
    sign, size = ("−" if number < 0 else ""), abs(number)
    for word, unit in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if size >= unit:
            return f"{sign}{size / unit:,.10g} {word}"
    return f"{sign}{size:,.10g}"
