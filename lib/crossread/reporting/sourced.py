"""The evidence behind charts of sources, folded: each figure with its sentence, source by source."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import pandas as pd
from markupsafe import Markup

from crossread.reporting.charts.labels import format_number, plural
from crossread.reporting.evidence import format_article
from crossread.reporting.links import mark_figure
from crossread.reporting.pages import render
from crossread.tables import rows_of


def figures_html(figures: pd.DataFrame, articles: pd.DataFrame, speakers: Iterable[str], most: int) -> str:
    """Lay out the figures of each source with their sentences.

    Args:
        figures: Figures as `name_sources` returns them.
        articles: The articles table.
        speakers: The sources to show, in this order.
        most: At most so many figures of each, evenly spaced from the earliest article to the latest.

    Returns:
        The markup, one source to unfold after another.
    """
    texts = articles.set_index("article_id").text
    ordered = figures.sort_values(["published", "article_id", "number_start"], kind="stable")
    by_speaker = dict(list(ordered.groupby("speaker")))
    sections = []
    for speaker in speakers:
        found = by_speaker[speaker]
        places = np.unique(np.linspace(0, len(found) - 1, min(most, len(found))).round().astype(int))
        rows = [
            (
                [mark_figure(f.figure_id, f.phrase)],
                [_told_by(f)],
                [format_article(f)],
                [texts[f.article_id][f.sentence_start : f.sentence_end]],
            )
            for f in rows_of(found.iloc[places])
        ]
        note = f"{plural(len(found), 'figure')} in {plural(found.article_id.nunique(), 'article')}"
        note += f", {len(rows)} of them here" if len(rows) < len(found) else ""
        sections.append({"name": speaker, "note": note, "rows": rows})
    return render("sourced.html.j2", sections=sections, columns=["Figure", "Source", "Article", "Sentence"])


def _told_by(figure: pd.Series) -> str:
    """Who says it, in the article's words, with who passes it on and how it is hedged."""
    source = "own voice" if pd.isna(figure.source) else str(figure.source)
    passed_on = "" if pd.isna(figure.via) else f", via {figure.via}"
    return f"{source}{passed_on}{'' if pd.isna(figure.hedge) else f' · {figure.hedge}'}"


def comparisons_html(ranked: pd.DataFrame, compared: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Lay out what each source says beside what the others say of the same.

    Args:
        ranked: The sources to show, as `rank_leaning` returns them.
        compared: What `compare_sources` returns.
        claims: What `select_comparable` returns.

    Returns:
        The markup, one source to unfold after another, its highest ratio first.
    """
    groups = defaultdict(list)
    for claim in rows_of(claims):
        groups[claim.group].append(claim)
    sections = []
    for source in rows_of(ranked):
        rows = []
        its = compared[compared.origin == source.origin].sort_values("ratio", ascending=False, kind="stable")
        for row in rows_of(its):
            mine = [claim for claim in groups[row.group] if claim.origin == source.origin]
            said = [_quote(claim) + f" ({format_article(claim)}): {claim.sentence}" for claim in mine]
            rest = (claim for claim in groups[row.group] if claim.origin != source.origin)
            others = [_quote(claim) + f" ({_speaker(claim)})" for claim in rest]
            rows.append(([row.group], said, others, [f"{_times(row.ratio)}, {row.verdict}"]))
        note = f"{plural(source.groups, 'group')}; {source.above} above, {source.below} below, {source.neither} neither"
        sections.append({"name": _name(source), "note": note, "rows": rows})
    return render("sourced.html.j2", sections=sections, columns=["Counted", "It says", "Others say", "Times theirs"])


def _quote(claim: pd.Series) -> Markup:
    return mark_figure(claim.figure_id, f"“{claim.phrase}”")


def _name(source: pd.Series) -> str:
    return f"{source.speaker}, in its own voice" if source.own else str(source.speaker)


def _speaker(claim: pd.Series) -> str:
    article = format_article(claim)
    return f"own voice: {article}" if pd.isna(claim.source) else f"{claim.speaker}: {article}"


def _times(ratio: float) -> str:
    return f"{format_number(float(f'{ratio:.2g}'))}×"
