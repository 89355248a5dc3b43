"""What must hold of anything that is read, and of all that is found in any text."""

import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from crossread.loading import extract
from crossread.reading.articles import Article, Corpus, CorpusError, read_corpus
from crossread.table_files import write_files
from crossread.tables import COLUMNS, NUMBER, Tables

Row = dict[str, Any]
SPANS = {
    "figures": ("", "number_", "source_", "antecedent_", "sentence_", "scene_"),
    "mentions": ("", "sentence_"),
    "quotes": ("source_", "antecedent_", "cue_", "content_"),
}
WITHIN = (("number_", ""), ("", "sentence_"))  # the first lies in the second
LINKS = {
    "figures": {"article_id": "articles", "part_of": "figures", "source_entity": "entities", "actor": "entities"},
    "mentions": {"article_id": "articles", "entity_id": "entities"},
    "quotes": {"article_id": "articles"},
    "variants": {"entity_id": "entities"},
    "furniture": {"article_id": "articles"},
    "articles": {"duplicate_of": "articles"},
}
KEYS = {"articles": "article_id", "figures": "figure_id", "entities": "entity_id", "incidents": "incident_id"}


def check_file(name: str, raw: bytes) -> Corpus | None:
    """Read a file of any bytes: it gives rows or a problem, whose texts can be written."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(raw)
        try:
            corpus = read_corpus(folder)
        except CorpusError as error:
            if ": 0; the first problem is " not in str(error):
                raise
            return None
    assert corpus.articles
    for article in corpus.articles:
        assert article.path is not None
        assert article.path.split("/")[0] == name
        assert article.words
        assert len({each.article_id for each in corpus.articles}) == len(corpus.articles)
        for text in (article.text, article.title, article.outlet, article.author, article.url, article.section):
            assert (text or "").encode() is not None
        assert article.title_end <= len(article.text)
        assert all(part.paragraph >= 0 and part.text.encode() is not None for part in article.removed)
    for problem in corpus.problems:
        assert problem.path.encode() is not None
        assert problem.reason.encode() is not None
        assert problem.line is None or problem.line > 0
    return corpus


def check_texts(texts: Sequence[str]) -> Tables:
    """Find everything in texts, and hold it against all that must be so."""
    articles = tuple(Article(f"any:{number}", text) for number, text in enumerate(texts))
    return check_corpus(Corpus("any", articles, ()))


def check_corpus(corpus: Corpus) -> Tables:
    """Find everything in a corpus, hold it against all that must be so, and write it."""
    tables = extract(corpus)
    check_tables(tables)
    with tempfile.TemporaryDirectory() as folder:
        write_files(tables, Path(folder) / "tables", "parquet")
    return tables


def check_tables(tables: Tables) -> None:
    """Offsets fit their texts, intervals are in order and finite, ids are one a row and lead somewhere, parts end."""
    frames = tables.frames()
    rows = {name: _rows(frame) for name, frame in frames.items()}
    texts = {row["article_id"]: row["text"] for row in rows["articles"]}
    for name, kinds in SPANS.items():
        for row in rows[name]:
            _check_spans(row, kinds, texts[row["article_id"]])
    for name, columns in COLUMNS.items():
        numbers = [column for column, kind in columns.items() if kind == NUMBER]
        for row in rows[name]:
            assert all(row[column] is None or math.isfinite(row[column]) for column in numbers), row
            ends = [row[column] for column in ("low", "best", "high") if row.get(column) is not None]
            assert ends == sorted(ends), row
    assert {figure for row in rows["incidents"] for figure in row["figure_ids"]} <= set(tables.figures.figure_id)
    for name, key in KEYS.items():
        assert frames[name][key].is_unique, name
        assert frames[name][key].notna().all(), name
    for name, links in LINKS.items():
        for column, target in links.items():
            assert set(frames[name][column].dropna()) <= set(frames[target][KEYS[target]]), (name, column)
    _check_parts({row["figure_id"]: row["part_of"] for row in rows["figures"]})


def _check_parts(wholes: dict[str, str | None]) -> None:
    for figure in wholes:
        seen, at = set[str | None](), wholes[figure]
        while at is not None:
            assert at not in seen, seen
            seen.add(at)
            at = wholes[at]


def _check_spans(row: Row, kinds: tuple[str, ...], text: str) -> None:
    ends = {kind: (row[f"{kind}start"], row[f"{kind}end"]) for kind in kinds}
    for kind, (start, end) in ends.items():
        assert (start is None) == (end is None), (kind, row)
        assert start is None or 0 <= start < end <= len(text), (kind, row)
    for inner, outer in WITHIN:
        if inner in ends and outer in ends:
            assert ends[outer][0] <= ends[inner][0], (inner, row)
            assert ends[inner][1] <= ends[outer][1], (inner, row)
    for copied in {"phrase", "text"} & row.keys():
        assert row[copied] == text[row["start"] : row["end"]], row


def _rows(frame: pd.DataFrame) -> list[Row]:
    columns = [[None if each is pd.NA or each is pd.NaT else each for each in frame[name]] for name in frame]
    return [dict(zip(frame, cells, strict=True)) for cells in zip(*columns, strict=True)]
