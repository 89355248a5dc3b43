"""Write the digests of every set that is at hand: `make golden`."""

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.golden.sets import digest_articles, find_sets, read_set

from crossread import extract

FOLDER = Path(__file__).parent


def read_digests(name: str) -> dict[str, str]:
    """The stored digests of a set by article id."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {article_id: digest for digest, article_id in (line.split(" ", 1) for line in lines)}


def rewrite(name: str) -> str:
    """Write a set's digests anew, and tell how many of them changed."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = read_set(name, Path(folder))
        digests = digest_articles(corpus.articles, extract(corpus).frames())
    path = FOLDER / f"{name}.txt"
    before = read_digests(name) if path.exists() else {}
    lines = [f"{digest} {article_id}\n" for article_id, digest in sorted(digests.items())]
    path.write_text("".join(lines), encoding="utf-8")
    changed = sum(before.get(article_id) != digest for article_id, digest in digests.items())
    return f"{name}: {changed} of {len(digests)} articles changed"


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        for told in pool.map(rewrite, sys.argv[1:] or find_sets()):
            print(told, flush=True)
