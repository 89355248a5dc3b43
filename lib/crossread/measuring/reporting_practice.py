"""Reporting practice: how many of an outlet's figures come with a source, with a bound, with a hedge."""

import math

import pandas as pd

NORMAL_95 = 1.959963984540054  # within how many standard deviations 95 of 100 cases of a normal distribution lie
PRACTICES = ("sourced", "bounded", "hedged")


def count_practices(figures: pd.DataFrame, most: int, least: int) -> pd.DataFrame:
    """Count each outlet's figures, and those with a source, a bound, a hedge.

    A bound is any word that keeps a number from being plain: at least, up to, about, a range, or dozens.

    Args:
        figures: Figures as `class_sources` returns them: without those of copies, and without denials.
        most: At most so many outlets: those with the most figures.
        least: Outlets with fewer figures are one row, as are those beyond `most`.

    Returns:
        One row an outlet, the most figures first, then what is gathered: `outlet`, `outlets` (how many the row is of),
        `figures`, `sourced`, `bounded` and `hedged`. All of it together is the first row, where there are several.
    """
    marked = figures.assign(sourced=figures.source.notna(), bounded=figures.bound != "=", hedged=figures.hedge.notna())
    counts = marked.groupby("outlet")[list(PRACTICES)].sum().astype(int)
    counts.insert(0, "figures", marked.groupby("outlet").size())
    counts = counts.sort_index().sort_values("figures", ascending=False, kind="stable").reset_index()
    counts.insert(1, "outlets", 1)
    shown = (counts.figures >= least) & (counts.index < most)
    parts = [counts[shown]]
    if len(counts) > 1:
        parts.insert(0, _gather(counts, "All"))
    if (~shown).any():
        parts.append(_gather(counts[~shown], "All others"))
    return pd.concat(parts, ignore_index=True)


def _gather(counts: pd.DataFrame, name: str) -> pd.DataFrame:
    return pd.DataFrame([{"outlet": name, **counts.drop(columns="outlet").sum().to_dict()}])


def wilson_interval(hits: int, trials: int) -> tuple[float, float]:
    """Tell between which shares the true one lies, in 95 of 100 cases (Wilson 1927).

    Args:
        hits: How many have it.
        trials: How many there are.

    Returns:
        Both ends, from 0 to 1; (0, 1) without trials.
    """
    if not trials:
        return 0.0, 1.0
    square = NORMAL_95**2
    middle = (2 * hits + square) / (2 * (trials + square))
    reach = NORMAL_95 * math.sqrt(4 * hits * (1 - hits / trials) + square) / (2 * (trials + square))
    return (max(0.0, middle - reach) if hits else 0.0), (min(1.0, middle + reach) if hits < trials else 1.0)
