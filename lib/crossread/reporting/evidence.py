"""The evidence, to be read: claims with their sentences, figures source by source, the forms and contexts of names."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import pandas as pd
from markupsafe import Markup

from crossread.measuring.labels import TYPES, format_number, plural
from crossread.reporting.links import mark_figure, mark_mention
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
WIDTH = 110  # characters of context to either side of a name
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
        ranked: The sources to show, as `rank_sources` returns them.
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


def variants_html(variants: pd.DataFrame, entities: pd.DataFrame, *, folded: bool = True) -> str:
    """Lay out the forms of each entity's name, with why each form is taken for that entity.

    Args:
        variants: The variants table.
        entities: Those that are shown, rows of the entities table.
        folded: Whether a reader must open an entity to see its table; paper shows it open.

    Returns:
        The markup.
    """
    forms = {str(entity): rows.to_dict("records") for entity, rows in variants.groupby("entity_id")}
    names = zip(entities.entity_id, entities.name, strict=True)
    shown = [(name, forms.get(entity, [])) for entity, name in names]
    return render("variants.html.j2", entities=shown, folded=folded, types=TYPES)


def contexts_html(mentions: pd.DataFrame, articles: pd.DataFrame, most: int) -> str:
    """Show mentions where they stand in the texts, from the earliest article to the latest.

    Args:
        mentions: Rows of the mentions table.
        articles: Articles as `label_outlets` returns them.
        most: At most so many, evenly spaced.

    Returns:
        The markup, each mention with its article.
    """
    found = mentions.merge(articles, on="article_id", suffixes=("", "_of_article"))
    found = found.sort_values(["published", "article_id", "start"], kind="stable")
    places = np.unique(np.linspace(0, len(found) - 1, min(most, len(found))).round().astype(int))
    lines = [
        {
            "article": format_article(row),
            "before": _context_before(row.text_of_article[: row.start]),
            "name": mark_mention(row.article_id, row.start, row.text),
            "after": _context_after(row.text_of_article[row.end :]),
        }
        for row in rows_of(found.iloc[places])
    ]
    return render("contexts.html.j2", lines=lines, total=len(found))


def _context_before(text: str) -> str:
    """The end of a text, from a word's start within its last line."""
    line = text.rpartition("\n")[2]
    return line if len(line) <= WIDTH else "… " + line[-WIDTH:].partition(" ")[2]


def _context_after(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= WIDTH else line[:WIDTH].rpartition(" ")[0] + " …"
