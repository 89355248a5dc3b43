"""The tables that everything found is kept in, and their columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from crossread.reading.comparisons import Comparison
from crossread.reading.conventions import Interval

COUNT = "int64[pyarrow]"  # whose cells are Python's own integers, for those who read the table without this library
AT_ONCE = 10_000  # rows that are held as Python's own values
TEXT, WHOLE, NUMBER, TRUTH, DATE, LIST = "string", "Int64", "Float64", "boolean", "datetime64[s]", "object"

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "article_id": TEXT,
        "title": TEXT,
        "outlet": TEXT,
        "author": TEXT,
        "url": TEXT,
        "published": DATE,
        "text": TEXT,
        "language": TEXT,
        "words": WHOLE,
        "story": TEXT,
        "duplicate_of": TEXT,
        "path": TEXT,
        "inferred": TEXT,
        "agency": TEXT,
        "section": TEXT,
        "note": TEXT,
    },
    "figures": {
        "figure_id": TEXT,
        "article_id": TEXT,
        "start": WHOLE,
        "end": WHOLE,
        "phrase": TEXT,
        "number_start": WHOLE,
        "number_end": WHOLE,
        "bound": TEXT,
        "low": NUMBER,
        "high": NUMBER,
        "value": NUMBER,
        "trend": TEXT,
        "kind": TEXT,
        "unit": TEXT,
        "counted": TEXT,
        "counted_class": TEXT,
        "outcome": TEXT,
        "part_of": TEXT,
        "source": TEXT,
        "source_start": WHOLE,
        "source_end": WHOLE,
        "source_entity": TEXT,
        "actor": TEXT,
        "place": TEXT,
        "hedge": TEXT,
        "sentence_start": WHOLE,
        "sentence_end": WHOLE,
        "in_title": TRUTH,
        "antecedent_start": WHOLE,
        "antecedent_end": WHOLE,
        "stance": TEXT,
        "via": TEXT,
        "source_class": TEXT,
        "source_body": TEXT,
        "rules": TEXT,
        "cause": TEXT,
        "day": TEXT,
        "other_day": TRUTH,
        "region": TEXT,
        "reach": TEXT,
        "excluded": TEXT,
        "spoken_of": TRUTH,
        "moved_from": TEXT,
        "targets": TEXT,
        "scene_start": WHOLE,
        "scene_end": WHOLE,
        "role": TEXT,
    },
    "mentions": {
        "article_id": TEXT,
        "start": WHOLE,
        "end": WHOLE,
        "text": TEXT,
        "type": TEXT,
        "entity_id": TEXT,
        "sentence_start": WHOLE,
        "sentence_end": WHOLE,
        "preposition": TEXT,
        "speaks_for": WHOLE,
        "dead": TRUTH,
        "age": NUMBER,
        "sex": TEXT,
    },
    "entities": {
        "entity_id": TEXT,
        "name": TEXT,
        "type": TEXT,
        "aliases": LIST,
        "mentions": WHOLE,
        "articles": WHOLE,
    },
    "variants": {"entity_id": TEXT, "form": TEXT, "type": TEXT, "mentions": WHOLE, "reason": TEXT},
    "quotes": {
        "quote_id": TEXT,
        "article_id": TEXT,
        "source": TEXT,
        "source_start": WHOLE,
        "source_end": WHOLE,
        "antecedent_start": WHOLE,
        "antecedent_end": WHOLE,
        "cue": TEXT,
        "cue_start": WHOLE,
        "cue_end": WHOLE,
        "stance": TEXT,
        "content_start": WHOLE,
        "content_end": WHOLE,
    },
    "furniture": {"article_id": TEXT, "paragraph": WHOLE, "reason": TEXT, "text": TEXT},
    "problems": {"path": TEXT, "line": WHOLE, "reason": TEXT},
    "corrections": {"action": TEXT, "what": TEXT, "mentions": WHOLE, "note": TEXT},
    "incidents": {
        "incident_id": TEXT,
        "story": TEXT,
        "event": TEXT,
        "date": DATE,
        "date_precision": TEXT,
        "place": TEXT,
        "place_name": TEXT,
        "country": TEXT,
        "outcome": TEXT,
        "counted": TEXT,
        "unit": TEXT,
        "low": NUMBER,
        "best": NUMBER,
        "high": NUMBER,
        "accounts": COUNT,
        "sources": COUNT,
        "articles": COUNT,
        "contested": TRUTH,
        "superseded": COUNT,
        "figure_ids": LIST,
        "rule": TEXT,
        "called": TEXT,
        "developed": TRUTH,
    },
}
"""Each table's columns and their pandas types.

`variants` holds every form of each entity's name, and why it belongs to the entity. `quotes` has a row for each stretch
of text that somebody is said to have said; the stretches of one attribution share a `quote_id`. There and in `figures`,
`source_start` and `source_end` are where the attribution stands: the source's name, or the pronoun for it, whose name,
`source`, then stands at `antecedent_start`. `source_body` is the entity that a source who is a person speaks for;
`rules` names what read a figure's bound, counted noun, outcome, role, whole and source. `role` is "level", or "change",
"previous" or "forecast" where the text tells that a number is one. `via` names who passes on what the
source says, `stance` is "denied" where the source denies it. What a text tells of the event that a figure speaks of are
`cause`, in words ("from the air"), `day`, a weekday or "weekend", `other_day`, whether that is none of the article's
own, `region`, a code of GeoNames, `reach`, "since a date" for a toll of a whole war and "expected" for what is to come,
`moved_from`, where people come from, and `targets`, what was hit, with semicolons; `excluded` is why the figure is no
account of its story's event, `spoken_of` whether its sentence speaks of somebody who says something. Where untold they
are "". `scene_start` and `scene_end` hold the sentence that tells where it was. In `mentions`, `preposition` stands
before a place in which something is, and `speaks_for` is where the name of the body begins that a person speaks for;
`dead` is whether the text there names its bearer as killed, `age` in years and `sex` what it tells of one who is.
`agency` is the news agency whose report an article is. `furniture` holds what cleaning took out of an article, and why;
`corrections` what the user's `corrections.toml` did, and how many mentions each of its entries touched.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All that was found in a corpus, as one DataFrame a table."""

    title: str
    articles: pd.DataFrame
    figures: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    variants: pd.DataFrame
    quotes: pd.DataFrame
    furniture: pd.DataFrame
    problems: pd.DataFrame
    corrections: pd.DataFrame
    incidents: pd.DataFrame = field(default_factory=lambda: make_table("incidents", []))
    names_step: str = ""  # how names were found, in words
    comparisons: tuple[Comparison, ...] = ()  # what the manifest lays on one axis
    guesses: str = ""  # what reading guessed of articles, in words
    vague: Mapping[str, Interval] = field(default_factory=dict)  # what vague words mean to the manifest
    coding: str = ""  # the preset of lexicon/coding.toml that the manifest asks for

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name, in the order of the contract."""
        return {name: getattr(self, name) for name in COLUMNS}

    def __str__(self) -> str:
        counts = ", ".join(
            f"{len(frame):,} {ROWS[name][len(frame) != 1]}"
            for name, frame in self.frames().items()
            if name in ROWS and (len(frame) or name not in ("problems", "corrections"))
        )
        return f"{self.title}: {counts}"


ROWS = {
    "articles": ("article", "articles"),
    "figures": ("figure", "figures"),
    "mentions": ("mention", "mentions"),
    "entities": ("entity", "entities"),
    "furniture": ("piece of discarded page text", "pieces of discarded page text"),
    "problems": ("problem", "problems"),
    "corrections": ("correction", "corrections"),
}


def make_table(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Build one table with exactly the contract's columns and types.

    Args:
        name: A key of `COLUMNS`.
        rows: One dict a row. A column that a row lacks is null there.

    Returns:
        The table.
    """
    return _typed(name, rows) if rows else _without_rows(name).copy()


def _typed(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = COLUMNS[name]
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype(columns)  # type: ignore[arg-type, unused-ignore]


@cache
def _without_rows(name: str) -> pd.DataFrame:
    return _typed(name, [])


Record = TypeVar("Record", bound=tuple[object, ...])


def records(frame: pd.DataFrame, record: type[Record], where: "pd.Series[bool] | None" = None) -> Iterator[Record]:
    """Go through a table's rows as typed records.

    Args:
        frame: Any table.
        record: A `NamedTuple`, whose fields are columns.
        where: Which rows; all if None.

    Yields:
        One record a row, with None for null.
    """
    rows = slice(None) if where is None else where.to_numpy(bool)
    yield from map(record, *(_objects(frame[name])[rows].tolist() for name in record.__annotations__))


def _objects(column: "pd.Series[Any]") -> NDArray[np.object_]:
    """A column's values, with None for null."""
    array = column.array
    values: NDArray[np.object_] = array.to_numpy(object, copy=True)
    values[array.isna()] = None
    return values


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """Go through a table's rows, each with the columns as attributes."""
    for begin in range(0, len(frame), AT_ONCE):
        # Arrow's columns take many times as long to go through.
        yield from frame.iloc[begin : begin + AT_ONCE].astype(object).itertuples()
