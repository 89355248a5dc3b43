"""Bar charts: what is named or cited how often, with or without a source, together, and in which words."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from crossread.measuring.labels import TYPES, clean, format_number, plural
from crossread.reporting.charts.chart import Chart, chart_style, nothing_to_show
from crossread.reporting.charts.labels import fit, fit_name, keep_order, text_width
from crossread.reporting.charts.marks import Mark
from crossread.reporting.charts.rows import Part, bar_chart
from crossread.reporting.charts.style import BLUE, INK, LIGHT_BLUE, VERMILION, WIDTH

ARTICLES, NAMES, OUTLETS = 40, 10, 25  # at most so many of each in a chart
WIDEST_LABEL, WIDEST_PAIR = 200.0, 225.0
# Okabe and Ito's palette, with the colour that numbers are read on; what is left is grey.
FORM_COLORS = (("#0072B2", "white"), ("#E69F00", INK), ("#56B4E9", INK), ("#D55E00", "white"), ("#009E73", "white"))
OTHER_FORMS = ("#d5d5d5", INK)
RARE = 0.02  # share of the mentions; rarer forms are one


@chart_style()
def figures_by_article_chart(
    figures: pd.DataFrame, articles: pd.DataFrame, title: str = "Figures in each article, with and without a source"
) -> Chart:
    """Show how many figures each article gives with a source, and how many in its own voice.

    Args:
        figures: The figures table.
        articles: The articles table.
        title: What is shown.

    Returns:
        The chart; of more than 40 articles, those with the most figures.
    """
    if figures.empty:
        return nothing_to_show(title, "No figures were found.")
    counts = pd.crosstab(figures.article_id, figures.source.notna()).reindex(articles.article_id, fill_value=0)
    counts = counts.reindex(columns=[True, False], fill_value=0)
    totals = counts.sum(axis=1).sort_values(ascending=False, kind="stable")
    shown = counts.loc[totals.index].head(ARTICLES)
    parts = [Part(BLUE, "with a source", shown[True]), Part(VERMILION, "in the outlet’s own voice", shown[False])]
    alt = f"Bar chart: {title}. {totals.sum():,} figures, {counts[True].sum():,} with a source; "
    alt += f"the most in {totals.index[0]} with {totals.iloc[0]:,}."
    more = [f"the {ARTICLES} of {len(counts):,} articles with the most figures"] if len(counts) > ARTICLES else []
    notes = [f"{total:,}" for total in totals.head(ARTICLES)]
    return bar_chart(title, alt, _fit_names(shown.index), parts, notes, footnotes=more).chart


@chart_style()
def cited_chart(cited: pd.DataFrame, title: str = "Who is cited for figures") -> Chart:
    """Show how many figures each source is cited for, and in how many articles.

    Args:
        cited: One row a source in the order to show, with the columns speaker, behind (its class), figures and
            articles, as `count_cited` returns them.
        title: What is shown.
    """
    if cited.empty:
        return nothing_to_show(title, "No figure has a source.")
    notes = [f"{_count(row, 'figures')} · {clean(row['behind']).lower()}" for _, row in cited.iterrows()]
    alt = f"Bar chart: {title.rstrip('.')}. {plural(len(cited), 'source')}; "
    alt += f"first: {clean(cited['speaker'].iloc[0])}, {notes[0]}."
    parts = _part_by_articles(cited, "figures", "articles that cite it", "further figures from it")
    notes = [fit(note, 0.45 * WIDTH) for note in notes]
    return bar_chart(title, alt, _fit_names(cited["speaker"]), parts, notes).chart


def _fit_names(names: Iterable[object]) -> list[str]:
    return [fit_name(name, WIDEST_LABEL) for name in names]


def _count(row: pd.Series, column: str) -> str:
    return f"{row[column]:,} in {plural(int(row['articles']), 'article')}"


def _part_by_articles(counts: pd.DataFrame, column: str, articles: str, further: str) -> list[Part]:
    """Part each number into one for every article, and the rest."""
    once = counts[["articles", column]].min(axis=1)
    return [Part(BLUE, articles, once), Part(LIGHT_BLUE, further, counts[column] - once)]


@chart_style()
def unsourced_chart(counts: pd.DataFrame, title: str = "Figures with and without a source, by what they tell") -> Chart:
    """Show how many figures of each kind have no source.

    Args:
        counts: One row a kind of figures in the order to show, with the columns none, elsewhere and sourced, as
            `count_unsourced` returns them.
        title: What is shown.
    """
    if counts.empty or not counts.to_numpy().any():
        return nothing_to_show(title, "No figures were found.")
    totals = counts["none"] + counts["elsewhere"] + counts["sourced"]
    alt = f"Stacked bar chart: {title.rstrip('.')}. "
    alt += f"{counts['none'].sum():,} of {totals.sum():,} figures have no source at all."
    parts = [
        Part(VERMILION, "no source at all", counts["none"]),
        Part(LIGHT_BLUE, "sourced elsewhere in the article", counts["elsewhere"]),
        Part(BLUE, "with a source", counts["sourced"]),
    ]
    notes = [f"{none:,} of {total:,} without" for none, total in zip(counts["none"], totals, strict=True)]
    labels = _fit_names(clean(label) or "(nothing told)" for label in counts.index)
    return bar_chart(title, alt, labels, parts, notes).chart


@chart_style()
def pairs_chart(pairs: pd.DataFrame, title: str = "Who is named together: sentences in common") -> Chart:
    """Show in how many sentences the names of each pair stand together, beside how many chance would bring about.

    Args:
        pairs: One row a pair in the order to show, with the columns first, second, sentences, expected and articles,
            as `pair_names` returns them.
        title: What is shown.
    """
    if pairs.empty:
        return nothing_to_show(title, "No two names share sentences clearly more often than by chance.")
    notes = [f"{_count(row, 'sentences')}, {_times_chance(row)}× chance" for _, row in pairs.iterrows()]
    names = [(clean(first), clean(second)) for first, second in zip(pairs["first"], pairs["second"], strict=True)]
    alt = f"Bar chart: {title.rstrip('.')}. {plural(len(pairs), 'pair')}; "
    alt += f"first: {names[0][0]} and {names[0][1]}, {notes[0]}."
    parts = [Part(BLUE, "sentences that name both", pairs["sentences"])]
    chance = Mark("range", bar=(3, 3), color=VERMILION), "as many as expected by chance"
    rows = bar_chart(title, alt, [_join(*pair) for pair in names], parts, notes, samples=[chance])
    ends = np.add([[-7], [7]], rows.middles)
    rows.chart.axes[-1].vlines(pairs["expected"].astype(float), *ends, color=VERMILION, linewidth=1.6, clip_on=False)
    return rows.chart


def _times_chance(pair: pd.Series) -> str:
    times = pair["sentences"] / pair["expected"]
    return format_number(round(times, 1) if times < 10 else round(times))


def _join(first: str, second: str) -> str:
    """Both names, shortened where they are too long together: a short one leaves the other its room."""
    room = [max(WIDEST_PAIR / 2, WIDEST_PAIR - text_width(other)) for other in (second, first)]
    return " – ".join(keep_order(fit(name, width)) for name, width in zip((first, second), room, strict=True))


@chart_style()
def wording_chart(counts: pd.DataFrame, title: str) -> Chart:
    """Show which share of an outlet's mentions of one entity has which form of its name.

    Args:
        counts: Mentions; rows are outlets in the order to show, columns forms, the most frequent first.
        title: What is shown.

    Returns:
        The chart. All forms after the fifth, and those with less than 2% of the mentions, are one; of more than 25
        outlets those with the most mentions stand.
    """
    if counts.empty or not counts.to_numpy().any():
        return nothing_to_show(title, "Fewer than two outlets name it in forms that differ.")
    shown = counts[counts.sum(axis=1).rank(ascending=False, method="first") <= OUTLETS]
    parts, inks = _part_by_form(shown)
    total = int(counts.to_numpy().sum())
    alt = f"Stacked bar chart: {title.rstrip('.')}. {plural(total, 'mention')} by {plural(len(counts), 'outlet')}; "
    alt += f"the most frequent form overall: {clean(counts.columns[0])} ({counts.iloc[:, 0].sum() / total:.0%})."
    notes = [plural(int(mentions), "mention") for mentions in shown.sum(axis=1)]
    more = [f"the {OUTLETS} of {len(counts):,} outlets with the most mentions"] if len(counts) > OUTLETS else []
    rows = bar_chart(title, alt, _fit_names(shown.index), parts, notes, footnotes=more)
    for bars, ink in zip(rows.chart.axes[-1].containers, inks, strict=True):
        for bar, middle in zip(bars, rows.middles, strict=True):
            bar.set_edgecolor("white")
            if text_width(percent := f"{bar.get_width():.0%}") + 4 < rows.width * bar.get_width():
                center = rows.left + rows.width * (bar.get_x() + bar.get_width() / 2)
                rows.chart.write(center, rows.top + middle, percent, color=ink, ha="center")
    return rows.chart


def _part_by_form(counts: pd.DataFrame) -> tuple[list[Part], list[str]]:
    """Part each outlet's mentions into shares of the leading forms and of all others, with colours to write on them."""
    values = counts.to_numpy(dtype=float)
    shares = (values / np.maximum(values.sum(axis=1, keepdims=True), 1)).T
    frequent = int((values.sum(axis=0) >= RARE * values.sum()).sum())
    kept = min(max(frequent, 2), len(FORM_COLORS))
    leading = zip(FORM_COLORS[:kept], counts.columns, shares, strict=False)
    parts = [(Part(color, fit_name(form, WIDEST_LABEL), share), ink) for (color, ink), form, share in leading]
    if counts.shape[1] > kept:
        color, ink = OTHER_FORMS
        parts.append((Part(color, "other forms", shares[kept:].sum(axis=0)), ink))
    return [part for part, _ in parts], [ink for _, ink in parts]


@chart_style()
def top_names_chart(
    entities: pd.DataFrame, title: str = "The names mentioned most, by type: mentions, and articles that name them"
) -> Chart:
    """Show how often the most frequent names of each type are mentioned, and by how many articles.

    Args:
        entities: One row an entity, with the columns name, type, mentions and articles.
        title: What is shown.

    Returns:
        The chart, with the ten most frequent names of each type.
    """
    if entities.empty:
        return nothing_to_show(title, "No names were found.")
    counts = _read_counts(entities)
    names = counts.groupby("kind", sort=False).head(NAMES)
    notes = [_count(row, "mentions") for _, row in names.iterrows()]
    leaders = counts.drop_duplicates("kind")
    firsts = [f"{row['kind']}: {row['name']} ({_count(row, 'mentions')})" for _, row in leaders.iterrows()]
    alt = f"Bar chart: {title.rstrip('.')}. Most mentions: {'; '.join(firsts)}."
    parts = _part_by_articles(names, "mentions", "articles that name it", "further mentions")
    sizes = counts["kind"].value_counts()
    headings = [kind if sizes[kind] <= NAMES else f"{kind}: {NAMES} of {sizes[kind]:,}" for kind in names["kind"]]
    return bar_chart(title, alt, _fit_names(names["name"]), parts, notes, headings=headings).chart


def _read_counts(entities: pd.DataFrame) -> pd.DataFrame:
    counts = pd.DataFrame({"name": entities["name"].map(clean).replace("", "(no name)")})
    kinds = entities["type"].map(TYPES).fillna(TYPES["MISC"])
    counts["kind"] = pd.Categorical(kinds, list(TYPES.values()), ordered=True)
    for column in ("mentions", "articles"):
        known = pd.to_numeric(entities[column], errors="coerce").astype(float)
        counts[column] = known.where(np.isfinite(known), 0).clip(0, 1e15).astype(int)
    order = ["kind", "mentions", "articles", "name"]
    return counts.sort_values(order, ascending=[True, False, False, True], kind="stable")
