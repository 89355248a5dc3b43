"""The numbers that a claim allows."""

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray

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


def claimed_ends(claims: pd.DataFrame) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Tell which numbers each of many claims allows.

    Args:
        claims: Rows with the columns `bound`, `low` and `high` of the figures table.

    Returns:
        The lower and the upper ends, as `claimed_interval` has them.
    """
    ends = zip(claims.bound, claims.low, claims.high, strict=True)
    intervals = np.array([claimed_interval(*end) for end in ends], dtype=float).reshape(-1, 2)
    return intervals[:, 0], intervals[:, 1]
