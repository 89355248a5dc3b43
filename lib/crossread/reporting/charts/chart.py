"""What all charts share: a figure with alternative text, its title, and what stands in for a chart without data."""

import base64
import hashlib
import io
import re
from typing import Any
from xml.sax.saxutils import quoteattr

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from crossread.reporting.charts.labels import clean, wrap
from crossread.reporting.charts.style import INK, LARGE, MARGIN, NORMAL, SMALL, SOFT, TITLE_LINE, WIDTH, chart_style
from crossread.reporting.links import encode_id

# Within a tag only: an article's words may read like an attribute, and quotes are not escaped there.
_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_LINK = re.compile(r'<a xlink:href="figure:([^"]*)" target="_blank">')
_OWN_ID = re.compile(r'\sid="([^"]*)"')
_REFERENCE = re.compile(r'(?:href="#|url\(#)([^")]*)')
_ID = re.compile(r'(\sid="|href="#|url\(#)')


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

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ANN401
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
