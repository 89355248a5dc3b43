"""Charts: one function a chart, DataFrame in, figure out."""

from crossread.reporting.charts.articles import figures_by_article_chart
from crossread.reporting.charts.by_outlet import names_by_outlet_chart
from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.frequencies import top_names_chart
from crossread.reporting.charts.intervals import interval_chart
from crossread.reporting.charts.labels import TYPES
from crossread.reporting.charts.over_time import names_over_time_chart
from crossread.reporting.charts.together import pairs_chart
from crossread.reporting.charts.wording import wording_chart

__all__ = [
    "TYPES",
    "Chart",
    "figures_by_article_chart",
    "interval_chart",
    "names_by_outlet_chart",
    "names_over_time_chart",
    "pairs_chart",
    "top_names_chart",
    "wording_chart",
]
