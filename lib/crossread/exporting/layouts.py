"""Events to the columns of an organisation that records casualties; what no account tells stays empty."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

import pandas as pd

from crossread.exporting.events import Event, Incident, group_of
from crossread.lexicon import load_lexicon
from crossread.tables import Tables

Cell = str | float | int | None
ENDS = ("low", "best", "high")


class Evidence:
    """Figures and articles of a corpus by their ids, for the cells that quote them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The figures with their articles' columns, by figure id."""
        articles = self._tables.articles[["article_id", "title", "outlet", "url", "published", "text"]]
        return self._tables.figures.merge(articles, on="article_id", how="left").set_index("figure_id", drop=False)

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """Figures that are parts of others, by the figure of their whole."""
        parts = self._tables.figures[self._tables.figures.part_of.notna()]
        return {str(whole): list(ids) for whole, ids in parts.groupby("part_of").figure_id}

    def of(self, figure_ids: Iterable[str]) -> pd.DataFrame:
        """Those of figures that there are, in the order of their ids."""
        return self.figures.loc[[figure_id for figure_id in figure_ids if figure_id in self.figures.index]]


def lay_out(event: Event, preset: str, evidence: Evidence) -> tuple[dict[str, Cell], set[str]]:
    """Fill an organisation's columns for one event.

    Args:
        event: The event.
        preset: A preset of `lexicon/coding.toml`.
        evidence: Figures and articles.

    Returns:
        A cell for each column, None where nothing is told; and the ids of those rows whose numbers are in some cell.
    """
    entry = load_lexicon("coding")["preset"][preset]
    figures, used = evidence.of(event.figure_ids), set[str]()
    row: dict[str, Cell] = {}
    for column, key in entry["columns"].items():
        what, *rest = key.split() or [""]
        if rest:
            row[column], ids = _number(event, what, rest[0], rest[1:], evidence)
            used |= ids
        else:
            row[column] = FIELDS[what](event, figures, entry) if what else None
    return row, used


def _number(event: Event, outcome: str, end: str, groups: list[str], evidence: Evidence) -> tuple[Cell, set[str]]:
    """One end of an outcome's number: of the first group that is there; where none is asked for, of all together."""
    rows = [row for row in event.rows if row.outcome == outcome]
    for group in groups or ["people", *_only_group(rows)]:
        its = [row for row in rows if group_of(row.counted) == group]
        number = _end([getattr(row, end) for row in its], end)
        if its:
            return number, {row.incident_id for row in its}
        number = _end(_parts(rows, outcome, group, end, evidence), end)
        if number is not None:
            return number, set()
    return None, set()


def _only_group(rows: Iterable[Incident]) -> list[str]:
    """The group that all rows count, none where there are several: their sum would be a guess."""
    groups = {group_of(row.counted) for row in rows}
    return [*groups] if len(groups) == 1 else []


def _parts(rows: Iterable[Incident], outcome: str, group: str, end: str, evidence: Evidence) -> list[float | None]:
    """What the accounts of an event tell of a group among the counted: "26 people, including 11 children"."""
    if group not in load_lexicon("coding")["groups"]:
        return []
    told = [figure_id for row in rows for figure_id in row.figure_ids]
    parts = evidence.of(dict.fromkeys([*told, *(part for whole in told for part in evidence.parts.get(whole, ()))]))
    parts = parts[(parts.outcome == outcome).fillna(value=False)]
    parts = parts[parts.counted.fillna("").map(group_of) == group]
    one = parts.low.fillna(parts.high) == parts.high.fillna(parts.low)  # a range or a vague word tells no best number
    return [float(number) for number in (parts.value[one] if end == "best" else parts[end].fillna(parts.value))]


def _end(numbers: list[float | None], end: str) -> Cell:
    told = [number for number in numbers if number is not None]
    if not told:
        return None
    number = {"low": min(told), "best": told[0], "high": max(told)}[end]
    return int(number) if float(number).is_integer() else number


def _joined(values: Iterable[Any]) -> str | None:
    """Several values in one cell, each once."""
    return "; ".join(dict.fromkeys(str(value) for value in values if pd.notna(value) and value != "")) or None


def _date(event: Event) -> str | None:
    """The day of the event; when an article was published is not the event's date."""
    dates = [row.date for row in event.rows if row.date is not None and row.date_precision != "published"]
    return f"{min(dates):%Y-%m-%d}" if dates else None


def quote_sentences(figures: pd.DataFrame) -> list[str]:
    """Quote the sentences of figures, each once, in their order.

    Args:
        figures: Rows of `Evidence.figures`.

    Returns:
        The sentences, in one line each.
    """
    texts = zip(figures.text, figures.sentence_start, figures.sentence_end, strict=True)
    return list(dict.fromkeys(" ".join(text[start:end].split()) for text, start, end in texts))


Fill = Callable[[Event, pd.DataFrame, dict[str, Any]], Cell]
FIELDS: dict[str, Fill] = {
    "incident_id": lambda event, _figures, _entry: event.rows[0].incident_id,
    "date": lambda event, _figures, _entry: _date(event),
    "year": lambda event, _figures, _entry: int(date[:4]) if (date := _date(event)) else None,
    "date_precision": lambda event, _figures, entry: next(
        (entry["precisions"].get(row.date_precision) for row in event.rows if row.date is not None), None
    ),
    "place": lambda event, _figures, _entry: _joined(row.place_name for row in event.rows),
    "country": lambda event, _figures, _entry: _joined(row.country for row in event.rows),
    "number_of_sources": lambda event, _figures, _entry: max(int(row.sources) for row in event.rows),
    "sources": lambda _event, figures, _entry: _joined(figures.source.fillna(figures.outlet)),
    "outlets": lambda _event, figures, _entry: _joined(figures.outlet),
    "articles": lambda _event, figures, _entry: _joined(figures.url.fillna(figures.article_id)),
    "headlines": lambda _event, figures, _entry: _joined(figures.title),
    "published": lambda _event, figures, _entry: _joined(sorted(figures.published.dropna().dt.strftime("%Y-%m-%d"))),
    "sentence": lambda _event, figures, _entry: _joined(quote_sentences(figures)),
    "targets": lambda _event, figures, _entry: _joined(figures.targets),
    "causes": lambda _event, figures, _entry: _joined(figures.cause),
}
"""What fills a column that holds no number, by the key that `lexicon/coding.toml` calls it by."""
