"""How all charts look: sizes, in points, and colours."""

WIDTH = 7.2 * 72  # what still reads at half a page's width
MARGIN = 8.0
INNER = WIDTH - 2 * MARGIN
SMALL, NORMAL, LARGE = 8.0, 8.5, 11.0  # letters
TITLE_LINE, SMALL_LINE = 15.0, 11.5
INK, SOFT, RULE = "#222222", "#666666", "#e4e4e4"
# Okabe and Ito's palette: apart for colour-blind readers too.
BLUE, VERMILION = "#0072B2", "#D55E00"
LIGHT_BLUE, GROUND = "#9ccbe8", "#f3f3f3"
