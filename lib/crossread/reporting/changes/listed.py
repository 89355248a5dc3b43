"""Changes laid out to be read: for each kind its rows, each figure and article with the way to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from crossread.linking.changes import Changes
from crossread.reporting.evidence import format_article, format_interval
from crossread.reporting.evidence_pages import KINDS
from crossread.reporting.links import article_href, figure_href
from crossread.tables import Tables, rows_of

SHOWN = 50  # rows of a list on the page; the files have them all
INTERVAL = frozenset(["bound", "low", "high", "kind", "unit"])  # columns told together, as a reading

# How each kind of change is told of one and of several, in the order of telling.
TOLD: dict[str, dict[str, tuple[str, str]]] = {
    "articles": {
        "new": ("is new", "are new"),
        "changed": ("has another text", "have another text"),
        "renamed": ("has another id", "have another id"),
        "described": ("is described otherwise", "are described otherwise"),
        "gone": ("is gone", "are gone"),
    },
    "figures": {
        "edited": ("has another number in the same words", "have another number in the same words"),
        "read otherwise": ("is read otherwise", "are read otherwise"),
        "gone": ("is gone", "are gone"),
        "reworded": ("stands in a sentence that was reworded", "stand in sentences that were reworded"),
        "new": ("is new", "are new"),
    },
    "names": {
        "new": ("is new", "are new"),
        "apart": ("is spelled as another was", "are spelled as others were"),
        "renamed": ("is displayed otherwise", "are displayed otherwise"),
        "retyped": ("is of another type", "are of another type"),
        "merged": ("is merged into another", "are merged into others"),
        "split": ("is split off another", "are split off others"),
        "moved": ("has mentions that were another’s", "have mentions that were another’s"),
        "gone": ("is gone", "are gone"),
    },
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, and where it leads."""

    lines: Sequence[str]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Changes of one kind: a heading, the rows that are shown, and how many are not."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    more: int


def list_changes(changes: Changes, old: Tables, new: Tables) -> dict[str, list[Listing]]:
    """Lay out the changes of articles, figures and names.

    Args:
        changes: What changed.
        old: The earlier run.
        new: The later one.

    Returns:
        For each of the three the kinds of change that there are.
    """
    labels = {article.article_id: format_article(article) for run in (old, new) for article in rows_of(run.articles)}
    articles, figures, names = changes.articles, changes.figures, changes.names
    in_new = (figures.change == "new") & (figures.article == "new")
    found = {
        "articles": [_list("articles", kind, articles, _article_row, labels) for kind in TOLD["articles"]],
        "figures": [
            *(_list("figures", kind, figures[~in_new], _figure_row, labels, _place(kind)) for kind in TOLD["figures"]),
            _list("figures", "new", figures[in_new], _figure_row, labels, ", in new articles"),
        ],
        "names": [_list("names", kind, names, _name_row, labels) for kind in TOLD["names"]],
    }
    return {name: [listing for listing in own if listing.rows] for name, own in found.items()}


def _place(kind: str) -> str:
    return ", in articles that were there before" if kind == "new" else ""


def _list(
    table: str,
    kind: str,
    rows: pd.DataFrame,
    row_of: Callable[[Any, Mapping[str, str]], dict[str, Cell]],
    labels: Mapping[str, str],
    where: str = "",
) -> Listing:
    own = rows[rows.change == kind]
    thing = table if len(own) > 1 else table.removesuffix("s")
    laid = [row_of(row, labels) for row in rows_of(own.head(SHOWN))]
    return Listing(
        heading=f"{len(own):,} {thing} {TOLD[table][kind][len(own) > 1]}{where}",
        columns=list(laid[0]) if laid else [],
        rows=[list(row.values()) for row in laid],
        more=max(0, len(own) - SHOWN),
    )


def _article_row(row: Any, _: Mapping[str, str]) -> dict[str, Cell]:  # noqa: ANN401
    here = pd.notna(row.article_id)
    told = [f"{row.words:,}"] if here else []
    told += [f"was {row.was_words:,}"] if pd.notna(row.was_words) and not (here and row.words == row.was_words) else []
    notes = [f"id was {row.was_id}"] if row.change == "renamed" else []
    return {
        "Article": Cell([row.article_id], article_href(row.article_id)) if here else Cell([row.was_id]),
        "Title": Cell(_known(row.title)),
        "Outlet": Cell(_known(row.outlet)),
        "Published": Cell([f"{row.published:%Y-%m-%d}"] if pd.notna(row.published) else []),
        "Words": Cell(told),
        "Otherwise": Cell([*notes, *filter(None, row.described.split("; "))]),
    }


def _figure_row(row: Any, labels: Mapping[str, str]) -> dict[str, Cell]:  # noqa: ANN401
    here = pd.notna(row.figure_id)
    now, was = _values(row, "" if here else "was_"), _values(row, "was_")
    phrase = Cell([now["phrase"]], figure_href(row.figure_id) if here else None)
    linked = article_href(row.article_id) if pd.notna(row.article_id) else None
    article = Cell([labels[row.article_id if linked else row.was_article_id]], linked)
    if row.change in ("new", "gone"):
        source = Cell(_known(now["source"]) or ["own voice"])
        reading, sentence = Cell([_reading(now)]), Cell([now["sentence"]])
        return {"Figure": phrase, "Reading": reading, "Source": source, "Article": article, "Sentence": sentence}
    sentences = [now["sentence"]] + ([f"Was: {was['sentence']}"] if was["sentence"] != now["sentence"] else [])
    otherwise = Cell(_differences(row.differs, now, was))
    return {"Figure": phrase, "Otherwise": otherwise, "Article": article, "Sentence": Cell(sentences)}


def _values(row: Any, prefix: str) -> dict[str, Any]:  # noqa: ANN401
    """The columns of one run's figure, without their prefix."""
    names = ["phrase", "sentence", "trend", "counted", "counted_class", "outcome", "part_of", "source", "source_class"]
    names += ["via", "stance", "hedge", *INTERVAL]
    return {name: getattr(row, f"{prefix}{name}") for name in names}


def _reading(value: Mapping[str, Any]) -> str:
    interval = format_interval(*(value[name] for name in ("bound", "low", "high", "kind", "unit")))
    outcome = "" if value["outcome"] == "other" else value["outcome"]
    return " · ".join(_known(interval) + _known(value["trend"]) + _known(value["counted"]) + _known(outcome))


def _differences(differs: str, now: Mapping[str, Any], was: Mapping[str, Any]) -> list[str]:
    """What a figure is read as, and was: "outcome killed, was injured"."""
    names = dict.fromkeys("reading" if name in INTERVAL else name for name in differs.split(", ") if name)
    told = []
    for name in names:
        after, before = (_reading(v) if name == "reading" else "".join(_known(v[name])) for v in (now, was))
        told.append(f"{name.replace('_', ' ')} {after or 'none'}, was {before or 'none'}")
    return told


def _name_row(row: Any, labels: Mapping[str, str]) -> dict[str, Cell]:  # noqa: ANN401
    here = pd.notna(row.entity_id)
    linked = pd.notna(row.article_id)
    was = (
        []
        if pd.isna(row.entity_id) or pd.isna(row.was_id)
        else [f"{row.was_name} ({KINDS.get(row.was_type, row.was_type)})"]
    )
    kind = row.type if here else row.was_type
    return {
        "Name": Cell([row.name if here else row.was_name]),
        "Type": Cell([KINDS.get(kind, kind)]),
        "Was": Cell(was),
        "Mentions": Cell([f"{row.mentions:,}"]),
        "First named in": Cell([labels[row.article_id]], article_href(row.article_id)) if linked else Cell([]),
        "Note": Cell(_known(row.note)),
    }


def _known(value: Any) -> list[str]:  # noqa: ANN401
    return [] if pd.isna(value) or value == "" else [str(value)]
