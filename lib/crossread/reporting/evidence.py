"""Claims with the sentences that make them, as tables to read."""

import pandas as pd

from crossread.tables import rows_of

WORDING = {
    ">": "over {}",
    ">=": "{} or more",
    "<": "under {}",
    "<=": "{} or fewer",
    "~": "about {}",
    "vague": "{} (vague)",
}


def evidence_table(claims: pd.DataFrame) -> pd.DataFrame:
    """Lay claims out for reading: who claims what in which sentence.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a claim, by topic and outcome (the index), with the columns claim, reading, source, article, sentence.
    """
    ordered = claims.sort_values(["topic", "panel", "value"], kind="stable")
    rows = [
        {
            "about": claim.group,
            "claim": claim.phrase,
            "reading": format_interval(claim.bound, claim.low, claim.high, claim.kind, claim.unit),
            "source": " · ".join(part for part in (claim.source, claim.hedge) if pd.notna(part)) or "own voice",
            "article": format_article(claim),
            "sentence": claim.sentence,
        }
        for claim in rows_of(ordered)
    ]
    return pd.DataFrame(rows, columns=["about", "claim", "reading", "source", "article", "sentence"]).set_index("about")


def format_article(claim: pd.Series) -> str:
    """Name a claim's article: its outlet, else its id, and its date."""
    name = claim.outlet if pd.notna(claim.outlet) else claim.article_id
    return f"{name}, {claim.published.day} {claim.published:%b %Y}" if pd.notna(claim.published) else str(name)


def format_interval(bound: str, low: float | None, high: float | None, kind: str = "count", unit: str = "") -> str:
    """Put an interval into words.

    Args:
        bound: The figure's bound.
        low: Its lower end, null where open.
        high: Its upper end, null where open.
        kind: The figure's kind.
        unit: Its unit, "" for a count.

    Returns:
        For instance "over 1,000", "about 30,000", "200 to 999 (vague)", "18 to 25 percent", "over USD 1,000,000,000".
    """
    ends = [_format_number(end) for end in (low, high) if pd.notna(end)]
    number = " to ".join(ends if bound in ("range", "vague") else ends[:1])
    if kind == "money":
        number = f"{unit} {number}"
    elif unit:
        plural = kind in ("duration", "measure", "age") and number != "1" and " " not in unit
        number = f"{number} {unit}{'s' if plural else ''}"
    return WORDING.get(bound, "{}").format(number)


def _format_number(number: float) -> str:
    return f"{number:,.10g}"
