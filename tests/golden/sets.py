"""The sets of articles that changes are measured on, and one digest for each of their articles."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from crossread.reading.articles import Article, Corpus, read_corpus

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LEFT_OUT = {"polnear/train.jsonl"}  # ten times all others, and for training

# What a digest is of: what follows from the article alone. A column that comes later changes no digest.
COLUMNS = {
    "articles": ("title", "text", "language", "words"),
    "figures": (
        *("start", "end", "phrase", "number_start", "number_end", "bound", "low", "high", "value", "trend", "kind"),
        *("unit", "counted", "counted_class", "outcome", "part_of", "source", "source_start", "source_end"),
        *("antecedent_start", "antecedent_end", "stance", "via", "hedge", "sentence_start", "sentence_end", "in_title"),
    ),
    "mentions": ("start", "end", "text", "type"),
    "quotes": (
        *("source", "source_start", "source_end", "antecedent_start", "antecedent_end", "cue", "cue_start", "cue_end"),
        *("stance", "content_start", "content_end"),
    ),
}


def find_sets() -> dict[str, Path]:
    """The folder or file of articles of each set that is at hand, by the set's name."""
    sets = {"seeds": ROOT / "seeds", "shared-seeds": SHARED / "seeds"}
    bench = SHARED / "bench"
    for path in sorted(bench.glob("*/*.jsonl")):
        name = path.relative_to(bench).as_posix()
        if name not in LEFT_OUT:
            sets[path.stem if path.parent.name == "events" else path.parent.name] = path
    return {name: path for name, path in sets.items() if path.exists()}


def lay_out(name: str, path: Path, folder: Path) -> Path:
    """Make what `read_corpus` reads of a set that it cannot read as it is.

    Args:
        name: The set's name.
        path: Where `find_sets` found it.
        folder: Where files may be written.

    Returns:
        The path to read.
    """
    if name == "cases":
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        inputs = [(number, case["input"]) for number, case in enumerate(lines) if case["mode"] in ("fig", "names")]
        records = [
            {"id": f"case-{number}", "story": f"{number}"} | (given if isinstance(given, dict) else {"text": given})
            for number, given in inputs
        ]
        laid = folder / "cases.jsonl"
        laid.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return laid
    return path


def read_set(name: str, folder: Path) -> Corpus:
    """Read a set's articles; files may be written into the folder."""
    return read_corpus(lay_out(name, find_sets()[name], folder))


def digest_articles(articles: Iterable[Article], frames: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Sum up what was found in each article.

    Args:
        articles: Those to sum up.
        frames: Tables by name, with at least the columns of `COLUMNS`.

    Returns:
        A short hash by article id: the same for the same rows, in whatever order.
    """
    found: dict[str, list[str]] = {article.article_id: [] for article in articles}
    for table, columns in COLUMNS.items():
        rows = frames[table][["article_id", *columns]].astype(object)
        for article_id, *cells in rows.itertuples(index=False):
            if article_id in found:
                found[article_id].append(json.dumps([table, *map(plain, cells)], ensure_ascii=False))
    return {
        article_id: hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:12]
        for article_id, rows in found.items()
    }


def plain(cell: object) -> object:
    """A table's cell as a value that compares and is written the same everywhere."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Iterable):
        return [plain(item) for item in cell]
    if pd.isna(cell):
        return None
    if isinstance(cell, float):
        return float(f"{cell:.10g}")  # a sum's last digits differ between machines
    return cell if isinstance(cell, bool | int) else str(cell)
