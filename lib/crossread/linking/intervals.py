"""The numbers that a claim allows."""

import math

import pandas as pd

ABOUT = 0.1  # how far "about" reaches to either side, as a share of the number


def claimed_interval(bound: str, low: float | None, high: float | None) -> tuple[float, float]:
    """Tell which numbers a claim allows.

    Args:
        bound: The figure's bound.
        low: Its lower end, null where open.
        high: Its upper end, null where open.

    Returns:
        Both ends, infinite where open; "about" reaches a tenth (`ABOUT`) to either side.
    """
    least = -math.inf if low is None or pd.isna(low) else float(low)
    most = math.inf if high is None or pd.isna(high) else float(high)
    reach = ABOUT * abs(least) if bound == "~" else 0.0
    return least - reach, most + reach
