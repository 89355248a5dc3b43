"""Labels above columns: level where they fit, else slanted or upright."""

import math

from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.labels import fit, text_width, wrap

WIDEST_LABEL = 130.0
STEEP = 20.0  # Columns narrower than this many points have upright labels: slanted ones would touch.
BROAD, LINES = 55.0, 4  # Columns so wide have level labels, shortened in their last line.
SLANT, LINE = 50, 10.5


def turn_labels(labels: list[str], width: float) -> tuple[int, float, float]:
    """Find how labels fit above columns.

    Args:
        labels: Clean texts.
        width: A column's width in points.

    Returns:
        Their angle, their height in points, and how far the last may lean out over its column.
    """
    broken = [wrap(label, width - 4, lines=LINES) for label in labels]
    whole = all(" ".join(lines) == label for lines, label in zip(broken, labels, strict=True))
    if whole or width >= BROAD:
        return 0, LINE * max(map(len, broken)) + 4, 0.0
    longest = min(max(map(text_width, labels)), WIDEST_LABEL)
    angle = SLANT if width >= STEEP else 90
    run, rise = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return angle, longest * rise + 6, longest * run


def write_label(chart: Chart, x: float, y: float, label: str, angle: int, width: float) -> None:
    """Write a column's label.

    Args:
        chart: The chart.
        x: Points from the left edge to the column's middle.
        y: Points from the top edge to the label's end.
        label: Clean text.
        angle: As `turn_labels` found it.
        width: The column's width in points.
    """
    if angle:
        chart.write(x + 3, y - 3, fit(label, WIDEST_LABEL), rotation=angle, rotation_mode="anchor")
        return
    lines = wrap(label, width - 4, lines=LINES)
    for i, line in enumerate(lines):
        chart.write(x, y - LINE * (len(lines) - i - 0.5), line, ha="center")
