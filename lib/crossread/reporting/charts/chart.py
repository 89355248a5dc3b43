"""What all charts share: a figure with alternative text, its title, its notes, and the chart that stands for none."""

import base64
import hashlib
import io
import re
import warnings
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from os import PathLike
from typing import IO, Literal, TypedDict, Unpack
from xml.sax.saxutils import quoteattr

import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from crossread.measuring.labels import clean
from crossread.reporting.charts.labels import wrap
from crossread.reporting.charts.style import (
    INK,
    INNER,
    LARGE,
    MARGIN,
    NORMAL,
    SMALL,
    SMALL_LINE,
    SOFT,
    TITLE_LINE,
    WIDTH,
)
from crossread.reporting.links import encode_id

# Within a tag only: an article's words may read like an attribute, and quotes are not escaped there.
_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_LINK = re.compile(r'<a xlink:href="figure:([^"]*)" target="_blank">')
_OWN_ID = re.compile(r'\sid="([^"]*)"')
_REFERENCE = re.compile(r'(?:href="#|url\(#)([^")]*)')
_ID = re.compile(r'(\sid="|href="#|url\(#)')


_STYLE: dict[str, object] = {
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


class TextLook(TypedDict, total=False):
    """What a line of text may have besides its size and colour."""

    ha: Literal["left", "center", "right"]
    weight: str
    url: str | None
    rotation: float
    rotation_mode: Literal["anchor"]
    bbox: dict[str, object]


class Chart(Figure):
    """A figure that knows its alternative text and shows itself in any notebook."""

    def __init__(self, alt: str, height: float, width: float = WIDTH) -> None:
        """Make an empty chart, so many points high and wide; `alt` is what it says, for those who cannot see it."""
        super().__init__(figsize=(width / 72, height / 72))
        self.alt = clean(alt, limit=0)
        self.width, self.height = width, height

    def add_panel(self, left: float, top: float, width: float, height: float, most: float = 1.0) -> Axes:
        """Add axes without frame and ticks; x runs from 0 to `most`, y counts points downwards."""
        bottom = self.height - top - height
        axes = self.add_axes((left / self.width, bottom / self.height, width / self.width, height / self.height))
        axes.set(xlim=(0, most), ylim=(height, 0), xticks=[], yticks=[])
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
        return axes

    def write(
        self, x: float, y: float, text: str, size: float = SMALL, color: str = INK, **look: Unpack[TextLook]
    ) -> None:
        """Write a line of clean text, in which `$` stays `$`.

        Args:
            x: Points from the left edge.
            y: Points from the top edge to the line's middle.
            text: The text.
            size: Size in points.
            color: Its colour.
            look: Further properties of a matplotlib text.
        """
        # Centred on capitals: a text's own middle would move with its descenders.
        height = 1 - (y + 0.36 * size) / self.height
        self.text(x / self.width, height, text, fontsize=size, color=color, parse_math=False, **look)

    def savefig(
        self, fname: str | PathLike[str] | IO[bytes] | IO[str], *, transparent: bool | None = None, **options: object
    ) -> None:
        """Save the chart in the project's style; arguments are those of matplotlib's `Figure.savefig`."""
        with chart_style():
            super().savefig(fname, transparent=transparent, **options)

    def svg(self) -> str:
        """Draw the chart as SVG, the same on each run, with its alternative text.

        Returns:
            The `<svg>` element. No other chart has its ids, so that many can stand in one page. Text whose URL is a
            `figure_url` is marked as naming the figure (`<a data-figure="ID">`), as `resolve_links` takes it.
        """
        buffer = io.StringIO()
        self.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        drawing = buffer.getvalue()
        # Without XML declaration and doctype it can stand in a page as it is.
        drawing = _name_apart(drawing[drawing.index("<svg") :], self.alt)
        # A notebook does not know where the evidence will stand: a report turns these marks into links.
        drawing = _LINK.sub(r'<a data-figure="\1">', drawing)
        attributes = f'role="img" aria-label={quoteattr(self.alt)} style="max-width: 100%; height: auto"'
        return drawing.replace("<svg", f"<svg {attributes}", 1)

    def png(self) -> bytes:
        """Draw the chart as PNG at twice a screen's resolution."""
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", dpi=200, metadata={"Software": None})
        return buffer.getvalue()

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        png = base64.b64encode(self.png()).decode("ascii")
        bundle = {"image/svg+xml": self.svg(), "image/png": png, "text/plain": self.alt}
        return {k: v for k, v in bundle.items() if (not include or k in include) and k not in (exclude or ())}


def figure_url(figure_id: str) -> str | None:
    """Make the URL by which a text of a chart names a figure; none for no figure."""
    return f"figure:{encode_id(figure_id)}" if figure_id else None


def _name_apart(drawing: str, alt: str) -> str:
    """Begin the ids of an SVG with a hash of what the chart shows and says, and leave out those that nothing uses."""
    prefix = f"c{hashlib.sha256((alt + drawing).encode()).hexdigest()[:10]}-"
    used = {name for tag in _TAG.findall(drawing) for name in _REFERENCE.findall(tag)}

    def rename(tag: re.Match[str]) -> str:
        kept = _OWN_ID.sub(lambda own: own[0] if own[1] in used else "", tag[0])
        return _ID.sub(rf"\g<1>{prefix}", kept)

    return _TAG.sub(rename, drawing)


def begin_chart(
    title: str, alt: str, body: float, notes: Sequence[str] = (), width: float = WIDTH
) -> tuple[Chart, float]:
    """Make a chart with a title, so many points for its body, and lines of notes below.

    Returns:
        The chart, and where its body begins, in points from its top.
    """
    titles = wrap(clean(title, limit=200), INNER, LARGE, "bold")
    chart = Chart(alt, 2 * MARGIN + TITLE_LINE * len(titles) + body + SMALL_LINE * len(notes), width)
    for i, line in enumerate(titles):
        chart.write(MARGIN, MARGIN + TITLE_LINE * (i + 0.5), line, LARGE, weight="bold")
    for i, line in enumerate(notes, start=-len(notes)):
        chart.write(MARGIN, chart.height - MARGIN + SMALL_LINE * (i + 0.5), line, color=SOFT)
    return chart, MARGIN + TITLE_LINE * len(titles)


@chart_style()
def nothing_to_show(title: str, reason: str) -> Chart:
    """Make a chart that says in place of the one with this title that there is nothing to show, and why."""
    message = f"Nothing to show. {reason}"
    chart, top = begin_chart(title, f"{clean(title, limit=200)}. {message}", 24)
    chart.write(MARGIN, top + 14, message, NORMAL, SOFT)
    return chart
