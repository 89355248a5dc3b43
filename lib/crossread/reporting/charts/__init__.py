"""Charts: one function a chart, DataFrame in, figure out."""

from crossread.measuring.labels import TYPES
from crossread.reporting.charts.bars import (
    cited_chart,
    figures_by_article_chart,
    pairs_chart,
    top_names_chart,
    unsourced_chart,
    wording_chart,
)
from crossread.reporting.charts.chart import Chart
from crossread.reporting.charts.dots import house_effect_chart, reporting_practice_chart
from crossread.reporting.charts.grids import names_by_outlet_chart, names_over_time_chart, source_shares_chart
from crossread.reporting.charts.incidents import incidents_chart, timeline_chart
from crossread.reporting.charts.intervals import interval_chart
from crossread.reporting.charts.revisions import revisions_chart

__all__ = [
    "TYPES",
    "Chart",
    "cited_chart",
    "figures_by_article_chart",
    "house_effect_chart",
    "incidents_chart",
    "interval_chart",
    "names_by_outlet_chart",
    "names_over_time_chart",
    "pairs_chart",
    "reporting_practice_chart",
    "revisions_chart",
    "source_shares_chart",
    "timeline_chart",
    "top_names_chart",
    "unsourced_chart",
    "wording_chart",
]
