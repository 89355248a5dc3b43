"""Show every row of the tables that differs between two commits: `make changes BASE=commit HEAD=commit`.

Both run in one environment, each from its own checkout. Without HEAD the working tree is compared. Tables of
commits are kept in the folder `.golden`, by their code.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pandas as pd
from tests.golden.sets import ROOT, find_sets, lay_out, plain

CACHE = ROOT / ".golden"
CODE = ("lib", "seeds")
KEYS = {
    "mentions": ("article_id", "start", "end"),
    "quotes": ("quote_id", "content_start"),
    "variants": ("entity_id", "form", "type"),
    "furniture": ("article_id", "paragraph"),
    "problems": ("path", "line"),
    "corrections": ("action", "what"),
}
"""What a row is known by; in all other tables it is their first column."""

NAMED_BY = ("phrase", "text", "name", "cue")
Row = dict[str, object]


def run(*command: str | Path, **environment: str) -> bytes:
    """What a command prints; the run ends with the command's message where it fails."""
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr.decode()}")
    return done.stdout


def check_out(commit: str | None, folder: Path) -> Path:
    """Put a commit's code into a folder, and return where its tables are kept."""
    if commit is None:
        for part in CODE:
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        return folder / "tables"
    with tarfile.open(fileobj=BytesIO(run("git", "archive", commit, *CODE))) as packed:
        packed.extractall(folder, filter="data")
    trees = run("git", "rev-parse", *(f"{commit}:{part}" for part in CODE)).decode().split()
    return CACHE / "-".join(tree[:12] for tree in trees)


def extract_set(name: str, code: Path, tables: Path) -> Path:
    """Write the tables of one set with the code in a folder, unless they are there."""
    written = tables / name
    if not written.is_dir():
        with tempfile.TemporaryDirectory() as folder:
            path = code / "seeds" if name == "seeds" else lay_out(name, find_sets()[name], Path(folder))
            made = Path(folder) / "tables"
            command = (sys.executable, "-m", "crossread", "extract", path, "--out", made, "--quiet")
            run(*command, PYTHONPATH=str(code / "lib"))
            shutil.copytree(made, written.with_suffix(".part"), dirs_exist_ok=True)
        written.with_suffix(".part").rename(written)  # so that a run that is stopped leaves no half
    return written


def compare_tables(name: str, old: pd.DataFrame, new: pd.DataFrame) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Tell which rows of a table differ.

    Args:
        name: The table.
        old: Its rows before.
        new: Its rows after. Columns that only one of both has are not compared.

    Yields:
        A line on each row that differs, and what differs in it: columns, "row gone" or "row new".
    """
    columns = [column for column in old if column in new]
    keys = KEYS.get(name, columns[:1])
    before, after = _by_key(old[columns], keys), _by_key(new[columns], keys)
    for key in [*before, *(key for key in after if key not in before)]:
        was, now = before.get(key), after.get(key)
        label = f"{name} {':'.join(str(part) for part in key[:-1])}"
        if was is None or now is None:
            sign, row, what = ("-", was, "row gone") if now is None else ("+", now, "row new")
            cells = (f"{column}={_short(cell)}" for column, cell in (row or {}).items() if cell not in (None, ""))
            yield f"{sign} {label}  {', '.join(cells)}", (what,)
        elif was != now:
            changed = [column for column in columns if was[column] != now[column]]
            named = " ".join(str(now[column]) for column in NAMED_BY if column in now and len(str(now[column])) < 80)
            cells = (f"{column}: {_short(was[column])} -> {_short(now[column])}" for column in changed)
            yield f"~ {label}  [{named}]  {'; '.join(cells)}", tuple(changed)


def _by_key(frame: pd.DataFrame, keys: tuple[str, ...] | list[str]) -> dict[tuple[object, ...], Row]:
    """Rows by their key and by how many before them have the same."""
    seen: Counter[tuple[object, ...]] = Counter()
    rows = {}
    for cells in frame.astype(object).itertuples(index=False, name=None):
        row = {column: plain(cell) for column, cell in zip(frame, cells, strict=True)}
        key = tuple(row[column] for column in keys)
        seen[key] += 1
        rows[*key, seen[key]] = row
    return rows


def _short(cell: object) -> str:
    text = repr(cell)
    return text if len(text) <= 120 else f"{text[:117]}..."


def compare_folders(old: Path, new: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Compare each table of two folders, as `compare_tables` does; tables and columns of one of both are named."""
    for name in sorted({path.stem for folder in (old, new) for path in folder.glob("*.parquet")}):
        paths = [folder / f"{name}.parquet" for folder in (old, new)]
        if not all(path.exists() for path in paths):
            yield f"{'-' if paths[0].exists() else '+'} table {name}", (f"table {name}",)
            continue
        before, after = map(pd.read_parquet, paths)
        for sign, columns in (
            ("-", before.columns.difference(after.columns)),
            ("+", after.columns.difference(before.columns)),
        ):
            for column in columns:
                yield f"{sign} column {name}.{column}", (f"column {name}.{column}",)
        yield from (
            (line, tuple(f"{name}: {what}" for what in whats)) for line, whats in compare_tables(name, before, after)
        )


def main() -> None:
    """Compare the two commits named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", nargs="?", default="HEAD", help="the last commit, if not given")
    parser.add_argument("head", nargs="?", help="the working tree, if not given")
    parser.add_argument("--sets", nargs="*", default=list(find_sets()), choices=list(find_sets()))
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        codes = [Path(folder) / side for side in ("base", "head")]
        tables = [check_out(commit, code) for commit, code in zip((options.base, options.head), codes, strict=True)]
        jobs = [(name, *side) for name in options.sets for side in zip(codes, tables, strict=True)]
        folders = list(pool.map(lambda job: extract_set(*job), jobs))
        for name, old, new in zip(options.sets, folders[::2], folders[1::2], strict=True):
            print(f"== {name}")
            for line, whats in compare_folders(old, new):
                print(line)
                counts.update((name, what) for what in {"rows"}.union(whats))
    print("\n== counts")
    for (name, what), count in sorted(counts.items()):
        print(f"{count:6d}  {name}  {what}")
    print(f"{sum(count for (_, what), count in counts.items() if what == 'rows')} rows differ")


if __name__ == "__main__":
    main()
