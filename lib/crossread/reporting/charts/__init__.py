"""Charts: one function a chart, DataFrame in, figure out."""

from crossread.reporting.charts.articles import figures_by_article_chart
from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.intervals import interval_chart
from crossread.reporting.charts.names import names_by_article_chart, top_names_chart

__all__ = ["Chart", "figures_by_article_chart", "interval_chart", "names_by_article_chart", "top_names_chart"]
