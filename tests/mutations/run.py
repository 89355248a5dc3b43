"""Break rules and branches by chance, and show what no test notices: `make mutations`.

Each mutation is made in a copy of the project and held against the tests at the same place under `tests` as the broken
module has in `lib/crossread`, or else those of its folder, and then against all of the outermost folder; a lexicon
against `tests/lexicon` and the tests of the modules that load it. What all of these pass is a survivor: a test is
missing, or code is needless.
"""

import argparse
import ast
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIBRARY = Path("lib/crossread")
TESTS = Path("tests")
TIMEOUT = 900  # seconds
OPPOSITES: dict[type[ast.AST], ast.cmpop | ast.boolop] = {
    **{ast.Eq: ast.NotEq(), ast.NotEq: ast.Eq(), ast.Is: ast.IsNot(), ast.IsNot: ast.Is()},
    **{ast.In: ast.NotIn(), ast.NotIn: ast.In(), ast.And: ast.Or(), ast.Or: ast.And()},
    **{ast.Lt: ast.LtE(), ast.LtE: ast.Lt(), ast.Gt: ast.GtE(), ast.GtE: ast.Gt()},
}


@dataclass(frozen=True)
class Mutation:
    """A stretch of a file (path from the root) and what stands there instead."""

    path: Path
    line: int
    start: int
    end: int
    text: str

    def apply(self, source: str) -> str:
        """The file's text with this mutation."""
        return source[: self.start] + self.text + source[self.end :]

    def tell(self, source: str) -> str:
        """Where and what it is, in a line."""
        old = " ".join(source[self.start : self.end].split())
        return f"{self.path}:{self.line}: {old[:100]} -> {' '.join(self.text.split())[:100] or '(deleted)'}"


def mutate_module(path: Path, source: str) -> Iterator[Mutation]:
    """Turn round each comparison and each `and` or `or`, and return nothing where something is returned."""
    lines = [0, *(found.end() for found in re.finditer("\n", source))]
    raw = source.splitlines(keepends=True)

    def place(line: int, column: int) -> int:
        return lines[line - 1] + len(raw[line - 1].encode()[:column].decode())

    for node in ast.walk(ast.parse(source)):
        changed: ast.expr | None = None
        if isinstance(node, ast.Compare) and type(node.ops[0]) in OPPOSITES:
            changed = ast.Compare(node.left, [OPPOSITES[type(node.ops[0])], *node.ops[1:]], node.comparators)
        elif isinstance(node, ast.BoolOp):
            changed = ast.BoolOp(OPPOSITES[type(node.op)], node.values)
        elif isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Constant):
            node, changed = node.value, ast.Constant(None)
        if changed is not None:
            span = place(node.lineno, node.col_offset), place(node.end_lineno, node.end_col_offset)
            yield Mutation(path, node.lineno, *span, f"({ast.unparse(changed)})")


def mutate_lexicon(path: Path, source: str) -> Iterator[Mutation]:
    """Delete each rule (a table with an example), and each quoted entry of a list."""
    heads = [found.start() for found in re.finditer(r"^\[", source, re.MULTILINE)] + [len(source)]
    for start, end in pairwise(heads):
        if re.search(r"^example = ", source[start:end], re.MULTILINE):
            yield Mutation(path, source.count("\n", 0, start) + 1, start, end, "")
    for listed in re.finditer(r"^[\w\"-]+ = \[[^\]]*\]", source, re.MULTILINE):
        for entry in re.finditer(r'"[^"\\]*",\s*', listed.group()):
            at = listed.start() + entry.start()
            yield Mutation(path, source.count("\n", 0, at) + 1, at, at + len(entry.group()), "")


def find_tests(path: Path, root: Path) -> list[list[Path]]:
    """The test modules or folders that a file's mutations are held against: the nearest ones, then more."""
    if path.suffix == ".toml":
        loads = re.compile(rf"""load_lexicon\(["']{path.stem}["']""")
        modules = [module for module in (root / LIBRARY).rglob("*.py") if loads.search(module.read_text("utf-8"))]
        found = [test for module in modules for test in find_tests(module.relative_to(root), root)[0]]
        return [[TESTS / "lexicon"], list(dict.fromkeys(found))]
    place = TESTS / path.relative_to(LIBRARY)
    choices = [place.with_name(f"test_{path.name}"), place.with_suffix(""), *place.parents[:-2]]
    existing = [choice for choice in choices if (root / choice).is_file() or any((root / choice).rglob("test_*.py"))]
    existing = existing or [TESTS / "test_example_corpus.py"]
    return [[existing[0]], [existing[-1]]] if existing[0] != existing[-1] else [existing[:1]]


def survives(mutation: Mutation, copy: Path) -> bool:
    """Whether the tests pass with a mutation; a run that never ends has noticed it."""
    file = copy / mutation.path
    source = file.read_text(encoding="utf-8")
    file.write_text(mutation.apply(source), encoding="utf-8")
    options = ["-q", "-x", "-n0", "-p", "no:cacheprovider", "-o", "addopts=--import-mode=importlib --mpl"]
    try:
        for tests in find_tests(mutation.path, copy):
            command = [sys.executable, "-m", "pytest", *options, "-o", "pythonpath=. lib", *map(str, tests)]
            done = subprocess.run(command, cwd=copy, capture_output=True, timeout=TIMEOUT, check=False)
            if done.returncode:  # a test failed, or a module cannot even be imported
                return False
    except subprocess.TimeoutExpired:
        return False
    finally:
        file.write_text(source, encoding="utf-8")
    return True


def main() -> None:
    """Run a sample of mutations."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=40, help="how many mutations [40]")
    parser.add_argument("--seed", type=int, default=1, help="which sample [1]")
    parser.add_argument("--under", default="", help="only files whose path begins so, e.g. linking/ or lexicon/cues")
    options = parser.parse_args()
    found: dict[str, list[Mutation]] = {".py": [], ".toml": []}
    for path in sorted((ROOT / LIBRARY).rglob("*")):
        if path.suffix in found and path.relative_to(ROOT / LIBRARY).as_posix().startswith(options.under):
            mutate = mutate_module if path.suffix == ".py" else mutate_lexicon
            found[path.suffix] += mutate(path.relative_to(ROOT), path.read_text(encoding="utf-8"))
    chance = random.Random(options.seed)
    kinds = [mutations for mutations in found.values() if mutations]
    sample = [m for kind in kinds for m in chance.sample(kind, min(len(kind), options.sample // len(kinds)))]
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "reports"))
        for number, mutation in enumerate(sample, 1):
            told = mutation.tell((copy / mutation.path).read_text(encoding="utf-8"))
            alive = survives(mutation, copy)
            survivors += [told] * alive
            print(f"{number}/{len(sample)} {'SURVIVED' if alive else 'noticed '} {told}", flush=True)
    print(f"\n{len(survivors)} of {len(sample)} mutations survived", *survivors, sep="\n")


if __name__ == "__main__":
    main()
