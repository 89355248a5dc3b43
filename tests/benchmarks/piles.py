"""Reads a pile of mixed files, every twentieth of them broken: `.venv/bin/python tests/benchmarks/piles.py [COUNT]`."""

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.formats.breakages import write_pile  # noqa: E402  the project's root is no package
from tests.formats.pile import pieces  # noqa: E402
from tqdm import tqdm  # noqa: E402

from crossread.reading.articles import read_corpus  # noqa: E402


def main(count: int) -> None:
    """Write the pile, read it, and tell what was not as it should be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = dict(write_pile(folder, pieces(), count))
        began = time.perf_counter()
        corpus = read_corpus(folder, lambda files: tqdm(files, desc="files", unit="file"))
        took = time.perf_counter() - began
    broken = {name: reason for name, reason in written.items() if reason is not None}
    read = {(article.path or "").split("/")[0] for article in corpus.articles}
    told = {problem.path.split("/")[0]: problem.reason for problem in corpus.problems}
    wrong = [name for name, reason in broken.items() if reason not in told.get(name, "")]
    print(f"{count} files, {len(broken)} of them broken: {len(read)} read, {len(told)} named, in {took:.0f} s")
    print(f"whole but not read: {sorted(set(written) - set(broken) - read)}; broken without its reason: {wrong}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
