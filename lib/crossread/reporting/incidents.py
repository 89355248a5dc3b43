"""Events, to be read: the list to filter, who says what of each, and the dead by name beside the toll."""

from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup, escape

from crossread.measuring.labels import name_counted, plural
from crossread.reporting.charts.claims import name_day
from crossread.reporting.evidence import format_article, format_interval
from crossread.reporting.links import mark_figure, mark_mention
from crossread.reporting.pages import render
from crossread.tables import rows_of

MOST = 8  # links in one cell


def incidents_html(incidents: pd.DataFrame, figures: pd.DataFrame) -> str:
    """Lay out incidents with the means to show only some of them, by what happened and by how firm it is.

    Args:
        incidents: Rows of the incidents table.
        figures: The figures table.

    Returns:
        The markup; its filters work without a script. Each number is marked as the figure that tells it.
    """
    known = figures.set_index("figure_id")
    outcomes = {outcome: f"o{number}" for number, outcome in enumerate(dict.fromkeys(incidents.outcome))}
    places = {place: f"p{number}" for number, place in enumerate(sorted(set(incidents.place_name.dropna()) - {""}))}
    rows = [
        {
            "what": name_event(row),
            "date": _date(row),
            "counted": name_counted(row.unit, row.counted, row.outcome),
            "ends": [_end(row, end, known) for end in ("low", "best", "high")],
            "sources": row.sources,
            "contested": bool(row.contested),
            "outcome": outcomes[row.outcome],
            "place": places.get(row.place_name, ""),
        }
        for row in rows_of(incidents)
    ]
    named = {
        ("measures and other numbers" if outcome == "other" else outcome): key for outcome, key in outcomes.items()
    }
    return render("incidents.html.j2", rows=rows, outcomes=named, places=places)


def name_event(row: pd.Series) -> str:
    """Name an incident's event by the neutral word that its accounts share, and its place."""
    place = f" in {row.place_name}" if row.place_name else ""
    return f"{row.event or 'event'}{place}" if row.event or place else f"event of {row.story}"


def _date(row: pd.Series) -> str:
    """The day of the event, with a question mark where only an article's day or a longer time is known."""
    return "" if pd.isna(row.date) else name_day(row.date) + "?" * (row.date_precision != "day")


def _end(row: pd.Series, end: str, known: pd.DataFrame) -> Markup:
    """A number, marked as the first figure that tells it."""
    number = getattr(row, end)
    if pd.isna(number):
        return Markup("")
    words = f"{number:,.10g}"
    told = [one for one in row.figure_ids if one in known.index]
    its = known.loc[told, ["low", "high", "value"]]
    exact = [one for one, tells in zip(told, its.eq(number).any(axis=1), strict=True) if tells]
    return mark_figure((exact or told)[0], words) if told else escape(words)


def accounts_html(incidents: pd.DataFrame, figures: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Lay out who says what of each incident, with the sentence.

    Args:
        incidents: Rows of the incidents table.
        figures: The figures table.
        articles: The articles table.

    Returns:
        The markup, one incident to unfold after another, its best account first.
    """
    told = figures.merge(articles[["article_id", "outlet", "published", "text"]], on="article_id")
    known = told.drop_duplicates("figure_id").set_index("figure_id", drop=False)
    sections = []
    for row in rows_of(incidents):
        its = known.loc[[one for one in row.figure_ids if one in known.index]]
        note = f"{name_counted(row.unit, row.counted, row.outcome)}, {plural(row.accounts, 'account')}"
        note += f" of {plural(row.sources, 'source')}"
        note += ", contested" if row.contested else ""
        note += " by accounts months apart: the number may have changed" if row.developed else ""
        note += f"; called otherwise: {row.called}" if row.called else ""
        lines = [
            (
                ["own voice" if pd.isna(figure.source) else figure.source],
                [mark_figure(figure.figure_id, f"“{figure.phrase}”")],
                [format_interval(figure.bound, figure.low, figure.high, figure.kind, figure.unit)],
                [format_article(figure)],
                [" ".join(figure.text[figure.sentence_start : figure.sentence_end].split())],
            )
            for figure in rows_of(its)
        ]
        name = f"{name_event(row)}{', ' if _date(row) else ''}{_date(row)}"
        sections.append({"name": name, "note": note, "rows": lines})
    return render("sourced.html.j2", sections=sections, columns=["Source", "Claim", "Read as", "Article", "Sentence"])


def victims_html(victims: pd.DataFrame) -> str:
    """Lay out the dead by name, each name marked where an article has it.

    Args:
        victims: What `list_victims` returns.

    Returns:
        The markup of a table.
    """
    told = victims[["age", "sex", "articles", "story"]].to_dict("records")
    # Text of pandas' own type would forget that it is markup.
    rows = [{"name": name, **row} for name, row in zip(_marked(victims), told, strict=True)]
    return render(
        "table.html.j2", columns=["name", "age", "sex", "articles", "story"], rows=rows, phrase="", articles=()
    )


def _marked(victims: pd.DataFrame) -> list[Markup]:
    """Names, the first mention behind the name, the others behind numbers."""
    cells = []
    for name, mentions in zip(victims.name, victims.mentions, strict=True):
        places = [mention.rpartition(":") for mention in mentions]
        links = [
            mark_mention(article, int(start), name if not number else f"[{number + 1}]")
            for number, (article, _, start) in enumerate(places[:MOST])
        ]
        cells.append(Markup(" ").join(links))
    return cells


def named_html(named: pd.DataFrame, phrases: Mapping[str, str]) -> str:
    """Set how many of the dead are named beside how many are counted.

    Args:
        named: What `compare_named` returns.
        phrases: Phrases by figure id.

    Returns:
        The markup of a table, the toll marked as the figure that tells the best number.
    """
    rows = []
    for row in rows_of(named):
        ids = row.figure_ids if isinstance(row.figure_ids, list) else []
        span = "" if pd.isna(row.low) else f"{row.low:,.10g} to {row.high:,.10g}"
        toll = mark_figure(ids[0], f"“{phrases[ids[0]]}”") if ids else "none is counted"
        rows.append({"story": row.story, "named": row.named, "by one article": row.most, "best": toll, "range": span})
    columns = ["story", "named", "by one article", "best", "range"]
    return render("table.html.j2", columns=columns, rows=rows, phrase="", articles=())
