"""The index page: findings in sentences, pictures, who is named most, and the way to all the rest."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from crossread.lexicon import load_lexicon
from crossread.linking.compare import check_comparisons, find_sides, lay_out, list_claims, rank_groups
from crossread.reporting.evidence import format_interval
from crossread.reporting.findings.findings import Finding, findings_html, tell_findings, tell_headlines
from crossread.reporting.links import resolve_links
from crossread.reporting.pages import render
from crossread.tables import Tables

SHOWN = 6  # names of each type
FINDINGS = {"differ": 8, "agree": 4, "headlines": 4}


def write_index(folder: Path, told: dict[str, Any], printed: Collection[str] = ()) -> None:
    """Write the index page of a report.

    Args:
        folder: The report's folder.
        told: What `tell_corpus` returns, and what else its template shows.
        printed: Names of the pages that have a PDF.
    """
    page = render("index.html.j2", **told, run=None, printed=printed)
    (folder / "index.html").write_text(page, encoding="utf-8")


def tell_corpus(tables: Tables) -> dict[str, Any]:
    """Gather what the index page says of the corpus itself.

    Args:
        tables: The corpus.

    Returns:
        The values of the template `index.html.j2`, by name.
    """
    articles, figures, entities = tables.articles, tables.figures, tables.entities
    dates = articles.published.dropna()
    claims = list_claims(figures, articles)
    return {
        "articles": articles.to_dict("records"),
        "words": int(articles.words.sum()),
        "outlets": sorted(articles.outlet.dropna().unique()),
        "first": dates.min() if len(dates) else None,
        "last": dates.max() if len(dates) else None,
        "counts": {name: len(frame) for name, frame in tables.frames().items()},
        "unsourced": int(figures.source.isna().sum()),
        **_findings(lay_out(claims, tables.comparisons, entities), claims, tables),
        "comparisons": check_comparisons(figures, claims, tables.comparisons, entities).to_dict("records"),
        "names": {kind: rows.head(SHOWN).to_dict("records") for kind, rows in entities.groupby("type")},
        "names_step": tables.names_step,
        "vague": {phrase: format_interval("range", *ends) for phrase, ends in tables.vague.items()},
        "coding": load_lexicon("coding")["preset"].get(tables.coding),
        "corrections": tables.corrections.to_dict("records"),
        "problems": tables.problems.to_dict("records"),
        "removed": tables.furniture.groupby("reason").size().to_dict(),
        "unread": articles[articles.language != "en"].article_id.tolist(),
        "copies": articles[articles.duplicate_of.notna()][["article_id", "duplicate_of"]].to_dict("records"),
    }


def _findings(claims: pd.DataFrame, own: pd.DataFrame, tables: Tables) -> dict[str, Any]:
    """What the index page says of groups that differ or agree, and of headlines: the first, and how many more."""
    groups = rank_groups(claims)
    split = find_sides(claims).groupby("group").size().reindex(groups.group).to_numpy() > 1
    told: dict[str, Any] = {}
    for name, rows in (("differ", groups[split]), ("agree", groups[~split])):
        told |= _shown(name, tell_findings(claims, rows.head(FINDINGS[name]), tables), len(rows))
    headlines = tell_headlines(own, tables.figures)
    return told | _shown("headlines", headlines[: FINDINGS["headlines"]], len(headlines))


def _shown(name: str, findings: Sequence[Finding], of: int) -> dict[str, Any]:
    markup = Markup(resolve_links(findings_html(findings))) if findings else ""  # noqa: S704 - escaped by its template
    return {name: markup, f"more_{name}": of - len(findings)}
