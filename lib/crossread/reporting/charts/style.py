"""How all charts look: sizes, colours, and the settings that matplotlib draws with."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib.style

WIDTH = 7.2 * 72  # All lengths are points; this is what still reads at half a page's width.
MARGIN = 8.0
INNER = WIDTH - 2 * MARGIN
SMALL, NORMAL, LARGE = 8.0, 8.5, 11.0  # letters
TITLE_LINE, SMALL_LINE = 15.0, 11.5
INK, SOFT, RULE = "#222222", "#666666", "#e4e4e4"
# Okabe and Ito's palette: apart for colour-blind readers too.
BLUE, VERMILION = "#0072B2", "#D55E00"
LIGHT_BLUE, GROUND = "#9ccbe8", "#f3f3f3"

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
