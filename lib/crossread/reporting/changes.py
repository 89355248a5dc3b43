"""What changed since an earlier report: in sentences, as a page, and as files."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.changes import Changes
from crossread.marks import REPORT as MARK
from crossread.measuring.labels import KINDS
from crossread.reporting.evidence import format_article, format_interval
from crossread.reporting.links import article_href, figure_href
from crossread.reporting.pages import render
from crossread.table_files import TablesError, has_tables, read_tables, write_csv
from crossread.tables import Tables, rows_of

PAGE = "changes"  # the name of the page, and of the folder of its files
TABLES = "tables"
SHOWN = 50  # rows of a list on the page; the files have them all
INTERVAL = ("bound", "low", "high", "kind", "unit")  # columns told together, as a reading
READ = ("trend", "counted", "counted_class", "outcome", "part_of", "source", "source_class", "via", "stance", "hedge")

Row = Mapping[Any, Any]  # column to value


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier run: the name of its folder, when its report was made (where that is known), and its tables."""

    name: str
    made: datetime | None
    tables: Tables


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an earlier run."""

    earlier: Earlier
    changes: Changes


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


def read_earlier(folder: Path) -> Earlier:
    """Open an earlier run.

    Args:
        folder: The folder of a report, or of tables.

    Returns:
        The run.

    Raises:
        TablesError: The folder holds neither, or its tables are not whole or of another version.
    """
    if not folder.exists():
        raise TablesError(f"no such folder to compare with: '{folder}'; give --since the folder of an earlier report")
    tables = folder / TABLES if has_tables(folder / TABLES) else folder
    if not has_tables(tables):
        raise TablesError(f"'{folder}' holds no report and no tables: give --since the folder of an earlier report")
    try:
        found = read_tables(tables)
    except TablesError as error:
        raise TablesError(f"cannot compare with '{folder}': {error}") from error
    report = tables.resolve().parent if tables.resolve().name == TABLES else folder.resolve()
    try:  # the mark only names what the tables hold
        mark = json.loads((report / MARK).read_text(encoding="utf-8"))
        name = report.name if mark and isinstance(mark, dict) else folder.resolve().name
    except (OSError, ValueError):
        return Earlier(folder.resolve().name, None, found)
    try:
        return Earlier(name, datetime.fromisoformat(mark["made"]), found)
    except (KeyError, TypeError, ValueError):
        return Earlier(name, None, found)


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
    for name, verbs in load_lexicon("findings")["changes"].items():
        kinds = [
            f"{counts[name][kind]:,} {verb[counts[name][kind] > 1]}"
            for kind, verb in verbs.items()
            if kind in counts[name]
        ]
        if kinds:
            sentences.append(f"Of the {name} {' and '.join(filter(None, [', '.join(kinds[:-1]), kinds[-1]]))}.")
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
    moved = since.changes.tolls
    groups = moved.group.unique()
    shown = moved[moved.group.isin(groups[:SHOWN])].groupby("group", sort=False)
    page = render(
        "changes.html.j2",
        run={"name": PAGE},
        corpus=tables.title,
        titles=titles,
        since=since,
        sentences=tell_changes(since.changes),
        moved=[[(claim, format_article(claim)) for claim in rows_of(claims)] for _, claims in shown],
        more=max(0, len(groups) - SHOWN),
        listings=list_changes(since.changes, since.earlier.tables, tables),
    )
    (folder / f"{PAGE}.html").write_text(page, encoding="utf-8")


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

    def listed(
        table: str, rows: pd.DataFrame, row_of: Callable[[Row], dict[str, Cell]], where: str = ""
    ) -> list[Listing]:
        listings = []
        for kind, verbs in load_lexicon("findings")["changes"][table].items():
            found = rows[rows.change == kind]
            if len(found):
                cells = [row_of(row) for row in found.head(SHOWN).astype(object).to_dict("records")]
                things = f"{len(found):,} {table if len(found) > 1 else table.removesuffix('s')}"
                heading = f"{things} {verbs[len(found) > 1]}{where if kind == 'new' else ''}"
                more = max(0, len(found) - SHOWN)
                listings.append(Listing(heading, list(cells[0]), [list(row.values()) for row in cells], more))
        return listings

    figures = changes.figures
    in_new = (figures.change == "new") & (figures.article == "new")
    return {
        "articles": listed("articles", changes.articles, _article_row),
        "figures": [
            *listed(
                "figures",
                figures[~in_new],
                lambda row: _figure_row(row, labels),
                ", in articles that were there before",
            ),
            *listed("figures", figures[in_new], lambda row: _figure_row(row, labels), ", in new articles"),
        ],
        "names": listed("names", changes.names, partial(_name_row, labels=labels)),
    }


def _article_row(row: Row) -> dict[str, Cell]:
    here = pd.notna(row["article_id"])
    words: list[str] = [f"{row['words']:,}"] if here else []
    if pd.notna(row["was_words"]) and not (here and row["words"] == row["was_words"]):
        words.append(f"was {row['was_words']:,}")
    notes = [f"id was {row['was_id']}"] if row["change"] == "renamed" else []
    return {
        "Article": Cell([row["article_id"]], article_href(row["article_id"])) if here else Cell([row["was_id"]]),
        "Title": Cell(_known(row["title"])),
        "Outlet": Cell(_known(row["outlet"])),
        "Published": Cell([f"{row['published']:%Y-%m-%d}"] if pd.notna(row["published"]) else []),
        "Words": Cell(words),
        "Otherwise": Cell([*notes, *filter(None, row["described"].split("; "))]),
    }


def _figure_row(row: Row, labels: Mapping[str, str]) -> dict[str, Cell]:
    here = pd.notna(row["figure_id"])
    now, was = (
        {name: row[f"{run}{name}"] for name in ("phrase", "sentence", *READ, *INTERVAL)}
        for run in ("" if here else "was_", "was_")
    )
    phrase = Cell([now["phrase"]], figure_href(row["figure_id"]) if here else None)
    linked: str | None = article_href(row["article_id"]) if pd.notna(row["article_id"]) else None
    article = Cell([labels[row["article_id" if linked else "was_article_id"]]], linked)
    if row["change"] in ("new", "gone"):
        source = Cell(_known(now["source"]) or ["own voice"])
        reading, sentence = Cell([_reading(now)]), Cell([now["sentence"]])
        return {"Figure": phrase, "Reading": reading, "Source": source, "Article": article, "Sentence": sentence}
    sentences = [now["sentence"]] + ([f"Was: {was['sentence']}"] if was["sentence"] != now["sentence"] else [])
    otherwise = Cell(_differences(row["differs"], now, was))
    return {"Figure": phrase, "Otherwise": otherwise, "Article": article, "Sentence": Cell(sentences)}


def _reading(figure: Row) -> str:
    """A figure as it is read: its interval, trend, what is counted, and the outcome."""
    outcome = "" if figure["outcome"] == "other" else figure["outcome"]
    interval = format_interval(*(figure[name] for name in INTERVAL))
    return " · ".join(
        part for value in (interval, figure["trend"], figure["counted"], outcome) for part in _known(value)
    )


def _differences(differs: str, now: Row, was: Row) -> list[str]:
    """What a figure is read as, and was: "outcome killed, was injured"."""
    lines = []
    for name in dict.fromkeys("reading" if name in INTERVAL else name for name in differs.split(", ") if name):
        after, before = (_reading(run) if name == "reading" else "".join(_known(run[name])) for run in (now, was))
        lines.append(f"{name.replace('_', ' ')} {after or 'none'}, was {before or 'none'}")
    return lines


def _name_row(row: Row, labels: Mapping[str, str]) -> dict[str, Cell]:
    here, article_id = pd.notna(row["entity_id"]), row["article_id"]
    kinds = {end: str(KINDS.get(row[end], row[end])) for end in ("type", "was_type")}
    was: list[str] = [f"{row['was_name']} ({kinds['was_type']})"] if here and pd.notna(row["was_id"]) else []
    return {
        "Name": Cell([row["name" if here else "was_name"]]),
        "Type": Cell([kinds["type" if here else "was_type"]]),
        "Was": Cell(was),
        "Mentions": Cell([f"{row['mentions']:,}"]),
        "First named in": Cell([labels[article_id]], article_href(article_id)) if pd.notna(article_id) else Cell([]),
        "Note": Cell(_known(row["note"])),
    }


def _known(value: object) -> list[str]:
    return [] if pd.isna(value) or value == "" else [str(value)]  # type: ignore[call-overload]
