"""Claims with the sentences that make them, as tables to read."""

import pandas as pd
from markupsafe import Markup

from crossread.reporting.links import mark_figure
from crossread.reporting.pages import render
from crossread.tables import rows_of

WORDING = {
    ">": "over {}",
    ">=": "{} or more",
    "<": "under {}",
    "<=": "{} or fewer",
    "~": "about {}",
    "vague": "{} (vague)",
}
MOST = 8  # figures in one cell
ARTICLES = ("article_id", "duplicate_of")  # columns that name an article


def table_html(table: pd.DataFrame, phrase: str = "claim") -> str:
    """Lay a table out with its figures and articles marked, so that a report links each row to its evidence.

    Args:
        table: Any table. A column `figure_id` is not shown: it tells which figure a row is of. The columns
            `article_id` and `duplicate_of` name articles.
        phrase: The column that shows a figure's words.

    Returns:
        The markup; plain text in a notebook, links in a report (see `resolve_links`).
    """
    shown = table.reset_index() if table.index.name else table
    columns = [column for column in shown.columns if column != "figure_id"]
    rows = shown.to_dict("records")
    return render("table.html.j2", columns=columns, rows=rows, phrase=phrase, articles=ARTICLES)


def link_figures(figure_ids: pd.Series, phrases: "pd.Series[str]") -> pd.Series:
    """Write figures in their words, each marked as itself, for a column of `table_html`.

    Args:
        figure_ids: For each row a figure id, null for none, or a list of them.
        phrases: Phrases by figure id.

    Returns:
        Markup for each row, with its index; of a list, the first eight, and how many more there are.
    """
    cells = []
    for cell in figure_ids:
        ids = [cell] if isinstance(cell, str) else list(cell) if isinstance(cell, list) else []
        marks = [mark_figure(figure_id, f"“{phrases[figure_id]}”") for figure_id in ids[:MOST]]
        cells.append(Markup(", ").join(marks) + (f" and {len(ids) - MOST} more" if len(ids) > MOST else ""))
    # Text of pandas' own type would forget that it is markup.
    return pd.Series(cells, index=figure_ids.index, dtype=object)


def evidence_html(claims: pd.DataFrame, most: int) -> str:
    """Lay claims out for reading, each marked as the figure that it is.

    Args:
        claims: What `list_claims` returns.
        most: The most claims to show.

    Returns:
        The markup of what `evidence_table` has.
    """
    table = evidence_table(claims).assign(figure_id=_ordered(claims).figure_id.to_numpy())
    return table_html(table.head(most))


def evidence_table(claims: pd.DataFrame) -> pd.DataFrame:
    """Lay claims out for reading: who claims what in which sentence.

    Args:
        claims: What `list_claims` returns.

    Returns:
        One row a claim, by topic and outcome (the index), with the columns claim, reading, source, article, sentence.
    """
    rows = [
        {
            "about": claim.group,
            "claim": claim.phrase,
            "reading": format_interval(claim.bound, claim.low, claim.high, claim.kind, claim.unit),
            "source": " · ".join(part for part in (claim.source, claim.hedge) if pd.notna(part)) or "own voice",
            "article": format_article(claim),
            "sentence": claim.sentence,
        }
        for claim in rows_of(_ordered(claims))
    ]
    return pd.DataFrame(rows, columns=["about", "claim", "reading", "source", "article", "sentence"]).set_index("about")


def _ordered(claims: pd.DataFrame) -> pd.DataFrame:
    return claims.sort_values(["topic", "panel", "value"], kind="stable")


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
    number = " to ".join(dict.fromkeys(ends) if bound in ("range", "vague") else ends[:1])
    if kind == "money":
        number = f"{unit} {number}"
    elif unit:
        plural = kind in ("duration", "measure", "age") and number != "1" and " " not in unit
        number = f"{number} {unit}{'s' if plural else ''}"
    return WORDING.get(bound, "{}").format(number)


def _format_number(number: float) -> str:
    return f"{number:,.10g}"
