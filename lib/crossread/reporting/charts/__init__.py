"""Charts: one function a chart, DataFrame in, figure out."""

from crossread.reporting.charts.articles import figures_by_article_chart
from crossread.reporting.charts.by_outlet import names_by_outlet_chart
from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.cited import cited_chart
from crossread.reporting.charts.frequencies import top_names_chart
from crossread.reporting.charts.habits import habits_chart
from crossread.reporting.charts.intervals import interval_chart
from crossread.reporting.charts.labels import TYPES
from crossread.reporting.charts.leaning import leaning_chart
from crossread.reporting.charts.over_time import names_over_time_chart
from crossread.reporting.charts.revisions import revisions_chart
from crossread.reporting.charts.shares import source_shares_chart
from crossread.reporting.charts.together import pairs_chart
from crossread.reporting.charts.unsourced import unsourced_chart
from crossread.reporting.charts.wording import wording_chart

__all__ = [
    "TYPES",
    "Chart",
    "cited_chart",
    "figures_by_article_chart",
    "habits_chart",
    "interval_chart",
    "leaning_chart",
    "names_by_outlet_chart",
    "names_over_time_chart",
    "pairs_chart",
    "revisions_chart",
    "source_shares_chart",
    "top_names_chart",
    "unsourced_chart",
    "wording_chart",
]
