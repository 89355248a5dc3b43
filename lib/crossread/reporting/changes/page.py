"""The page that tells what changed since an earlier report, and its tables as files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from crossread.linking.changes import Changes
from crossread.reporting.changes.earlier import Since
from crossread.reporting.changes.listed import SHOWN, TOLD, list_changes
from crossread.reporting.evidence import format_article
from crossread.reporting.pages import render
from crossread.table_files import write_csv
from crossread.tables import Tables, rows_of

PAGE = "changes"  # the name of the page, and of the folder of its files


def tell_changes(changes: Changes) -> list[str]:
    """Tell in sentences how much changed.

    Args:
        changes: What changed.

    Returns:
        A sentence for each table in which something did, the claims that move a group first.
    """
    counts = changes.counts()
    groups = counts["tolls"].get("revised", 0)
    moved = "one group" if groups == 1 else f"{groups:,} groups"
    sentences = [f"In {moved} of comparable claims the numbers moved."] if groups else []
    for name, verbs in TOLD.items():
        own = counts[name]
        told = [f"{own[kind]:,} {verb[own[kind] > 1]}" for kind, verb in verbs.items() if kind in own]
        if told:
            first = ", ".join(told[:-1])
            sentences.append(f"Of the {name} {first}{' and ' if first else ''}{told[-1]}.")
    return sentences


def write_changes(since: Since, tables: Tables, folder: Path, titles: Mapping[str, str]) -> None:
    """Write the page of changes, and each table of them as CSV.

    Args:
        since: What changed, and since when.
        tables: The corpus as it is now.
        folder: The report's folder; the files go into `changes/` within it.
        titles: The report's pages with their headings, for the links on top.
    """
    (folder / PAGE).mkdir()
    for name, frame in since.changes.frames().items():
        write_csv(frame, folder / PAGE / f"{name}.csv")
    groups = since.changes.tolls.group.unique()
    page = render(
        "changes.html.j2",
        run={"name": PAGE},
        corpus=tables.title,
        titles=titles,
        since=since,
        sentences=tell_changes(since.changes),
        tolls=_tolls(since.changes.tolls, groups[:SHOWN]),
        more=max(0, len(groups) - SHOWN),
        listings=list_changes(since.changes, since.earlier.tables, tables),
    )
    (folder / f"{PAGE}.html").write_text(page, encoding="utf-8")


def _tolls(tolls: pd.DataFrame, groups: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """The groups that are told otherwise, each with the claims that do it."""
    shown = tolls[tolls.group.isin(groups)]
    return [
        {"group": rows.iloc[0], "claims": [(row, format_article(row)) for row in rows_of(rows)]}
        for _, rows in shown.groupby("group", sort=False)
    ]
