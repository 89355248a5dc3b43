"""A line of coloured squares, each with what its colour stands for."""

from collections.abc import Iterable

from matplotlib.patches import Rectangle

from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.labels import text_width
from crossread.reporting.charts.style import SOFT

GAP = 14.0
Color = str | tuple[float, ...]


def draw_swatches(chart: Chart, x: float, y: float, swatches: Iterable[tuple[Color, str]]) -> float:
    """Draw squares with their meanings from left to right.

    Args:
        chart: The chart.
        x: Points from the left edge to the first square.
        y: Points from the top edge to the squares' middle.
        swatches: A colour and clean text each.

    Returns:
        Where the next would stand, in points from the left edge.
    """
    for color, text in swatches:
        corner, width, height = (x / chart.width, 1 - (y + 4.5) / chart.height), 9 / chart.width, 9 / chart.height
        chart.add_artist(Rectangle(corner, width, height, facecolor=color, transform=chart.transFigure))
        chart.write(x + 13, y, text, color=SOFT)
        x += 13 + swatch_room(text)
    return x


def swatch_room(text: str) -> float:
    """Measure what a swatch's text takes, with the gap behind it; screens draw letters a little wider."""
    return 1.05 * text_width(text) + GAP
