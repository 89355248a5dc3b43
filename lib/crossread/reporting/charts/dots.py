"""Dot charts: how often outlets' figures have a source, and whose numbers stand above or below those of others."""

import math

import numpy as np
import pandas as pd

from crossread.measuring.labels import clean, plural
from crossread.measuring.reporting_practice import wilson_interval
from crossread.reporting.charts.chart import Chart, chart_style, nothing_to_show
from crossread.reporting.charts.labels import fit_name, text_width, wrap
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.rows import Rows, lay_out_rows
from crossread.reporting.charts.style import BLUE, INK, INNER, LIGHT_BLUE, MARGIN, RULE, SOFT, VERMILION, WIDTH

WIDEST_LABEL = 170.0
HEADING, AXIS, PANEL_GAP = 18.0, 22.0, 30.0
FEW = 10  # figures; the shares of fewer are drawn light
PRACTICES = {"sourced": "a source", "bounded": "a bound", "hedged": "a hedge"}
FARTHEST = 10.0  # Marks beyond this ratio stand at the edge: most often the two count different things.
STEP = 5.0  # Marks closer than this many points become one larger mark.
RATIOS = {0.1: "a tenth", 0.5: "half", 1.0: "same", 2.0: "twice", 10.0: "10 times"}
VERDICTS, COUNT_WIDTH = ("above", "neither", "below"), 38.0


@chart_style()
def reporting_practice_chart(
    counts: pd.DataFrame, title: str = "How often figures come with a source, a bound, a hedge"
) -> Chart:
    """Show which share of each outlet's figures has a source, a bound, a hedge.

    Args:
        counts: One row an outlet in the order to show, as `count_practices` returns them; where there are several, the
            first is all of them together.
        title: What is shown.

    Returns:
        The chart, with Wilson's interval around each share.
    """
    if counts.empty:
        return nothing_to_show(title, "No figures were found.")
    several = len(counts) > 1
    legend = "Dot: share of the outlet’s figures. Thin line: Wilson’s 95 % interval; the fewer figures, the longer."
    legend += " Upright: all outlets together." if several else ""
    legend += f" Light: fewer than {FEW} figures." if (counts["figures"] < FEW).any() else ""
    first = counts.iloc[0]
    shares = [f"{name} {first[column] / max(first['figures'], 1):.0%}" for column, name in PRACTICES.items()]
    alt = f"Dot plots: {title.rstrip('.')}. {plural(int(first['outlets']), 'outlet')}, "
    alt += f"{plural(int(first['figures']), 'figure')}; {'together' if several else clean(first['outlet'])}: "
    alt += f"{', '.join(shares)}."
    labels, bold, notes = [_name_outlet(row) for _, row in counts.iterrows()], [0][:several], wrap(legend, 0.96 * INNER)
    rows = lay_out_rows(title, alt, labels, bold=bold, pitch=19, head=HEADING, foot=AXIS, right=8, footnotes=notes)
    for number, (column, name) in enumerate(PRACTICES.items()):
        _draw_shares(rows, number, counts[column], counts["figures"], name)
    return rows.chart


def _name_outlet(row: pd.Series) -> str:
    """The outlet with its number of figures, and, where the row is of several, their number."""
    several = f", {plural(int(row['outlets']), 'outlet')}" if row["outlets"] > 1 else ""
    size = f"{several} ({row['figures']:,})"
    return fit_name(row["outlet"], WIDEST_LABEL - text_width(size)) + size


def _draw_shares(rows: Rows, number: int, hits: pd.Series, figures: pd.Series, name: str) -> None:
    """Draw one practice: a dot and its interval for each row, on a scale from 0 to 100 %."""
    width = (rows.width - 6 - PANEL_GAP * (len(PRACTICES) - 1)) / len(PRACTICES)
    left = rows.left + 6 + number * (width + PANEL_GAP)
    axes = rows.chart.add_panel(left, rows.top, width, rows.height)
    rows.chart.write(left, rows.top - HEADING / 2, f"with {name}", weight="bold")
    axes.set_xticks([0, 0.5, 1], ["0", "50", "100 %"], color=SOFT)
    axes.tick_params(length=0)
    axes.grid(axis="x", color=RULE, linewidth=0.8)
    shares = hits / figures.clip(lower=1)
    if len(hits) > 1:
        axes.axvline(shares.iloc[0], color=INK, linewidth=0.8, zorder=0.5)
    for y, hit, size, share in zip(rows.middles, hits, figures, shares, strict=True):
        color = BLUE if size >= FEW else LIGHT_BLUE
        axes.plot(wilson_interval(hit, size), [y, y], color=color, lw=1.2, clip_on=False)
        axes.plot(share, y, marker="o", ms=6.5, color=color, mew=0, clip_on=False)


@chart_style()
def house_effect_chart(
    ranked: pd.DataFrame, compared: pd.DataFrame, title: str = "Above or below what the others say of the same"
) -> Chart:
    """Show the ratio of each source's numbers to the median of the others', one row a source.

    Args:
        ranked: One row a source in the order to show, as `rank_sources` returns them.
        compared: One row a source and group, as `compare_sources` returns them.
        title: What is shown.
    """
    if ranked.empty:
        return nothing_to_show(title, "No source is heard beside others in enough groups of figures.")
    key = [
        (Mark("=", 4, color=BLUE), "a group; excludes the others’ median"),
        (Mark("=", 4, hollow=True), "hollow: allows it (neither)"),
        (Mark("=", 4, color=VERMILION), "an outlet in its own voice"),
        (Mark("range", bar=(4, 4), color=INK), "median of its groups"),
        (Mark(""), "larger marks: more groups"),
    ]
    names = [fit_name(row["speaker"], WIDEST_LABEL) + " · own voice" * bool(row["own"]) for _, row in ranked.iterrows()]
    alt, right = _describe_effects(title, ranked), 12 + COUNT_WIDTH * len(VERDICTS)
    rows = lay_out_rows(title, alt, names, key=key, pitch=26, head=14, foot=34, right=right)
    for number, verdict in enumerate(VERDICTS):
        x = rows.left + rows.width + 12 + COUNT_WIDTH * (number + 0.5)
        rows.chart.write(x, rows.top - 7, verdict, color=SOFT, ha="center")
        for y, count in zip(rows.middles, ranked[verdict], strict=True):
            rows.chart.write(x, rows.top + y, f"{count:,}", ha="center")
    _draw_effects(rows, ranked, compared)
    text = "its number over the others’ median (log scale; marks at an end lie beyond it)"
    rows.chart.write(WIDTH - MARGIN, rows.top + rows.height + 23, text, color=SOFT, ha="right")
    return rows.chart


def _describe_effects(title: str, ranked: pd.DataFrame) -> str:
    ends = [ranked.iloc[number] for number in sorted({0, len(ranked) - 1})]
    counts = [f"{row['above']} above, {row['below']} below, {row['neither']} neither" for row in ends]
    names = [f"{clean(row['speaker']) or '(no name)'}{' · own voice' if row['own'] else ''}" for row in ends]
    effects = "; ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
    return f"Dot plot: {title.rstrip('.')}. {plural(len(ranked), 'source')}, the highest first: {effects}."


def _draw_effects(rows: Rows, ranked: pd.DataFrame, compared: pd.DataFrame) -> None:
    """Draw each source's ratios and their median on a log scale; one mark for all groups at about one ratio."""
    axes = rows.add_panel()
    axes.set(xscale="log", xlim=(1 / FARTHEST, FARTHEST))
    axes.set_xticks(list(RATIOS), list(RATIOS.values()))
    axes.minorticks_off()
    axes.tick_params(length=0)
    axes.grid(axis="x", color=RULE, linewidth=0.8)
    axes.axvline(1, color=INK, linewidth=0.8, zorder=0)
    step = STEP / rows.width * 2
    for y, origin in zip(rows.middles, ranked["origin"], strict=True):
        groups = compared[compared["origin"] == origin]
        places = (np.log10(_limit(groups["ratio"])) / step).round()
        alike = places.groupby([places, groups["verdict"] == "neither"]).size()
        color = VERMILION if groups["own"].any() else BLUE
        # The larger first, so that no mark hides another.
        for (place, agrees), count in alike.sort_values(ascending=False, kind="stable").items():
            size, fill = min(5.5 * math.sqrt(count), 18.0), "white" if agrees else color
            x = min(max(10 ** (place * step), 1 / FARTHEST), FARTHEST)
            axes.plot(x, y, marker="o", ms=size, mec=color, mfc=fill, mew=1.2, alpha=0.85, clip_on=False)
    ratios = _limit(ranked["ratio"])
    ends = np.add([[-10], [10]], rows.middles)
    axes.vlines(ratios, *ends, color=INK, linewidth=1.8, zorder=3, clip_on=False)


def _limit(ratios: pd.Series) -> pd.Series:
    return ratios.astype(float).fillna(1.0).clip(1 / FARTHEST, FARTHEST)
