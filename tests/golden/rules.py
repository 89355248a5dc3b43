"""List every rule with how often it decides over the sets that are at hand: `make rules`."""

import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.golden.sets import find_sets, read_set

import crossread.lexicon
from crossread.extracting.pipeline import extract_articles
from crossread.lexicon import load_lexicon
from crossread.patterns import read_rules, rules_used


def count_set(name: str) -> Counter[str]:
    """How often each rule decides in a set, by `lexicon.table: rule`."""
    before = rules_used().copy()
    with tempfile.TemporaryDirectory() as folder:
        extract_articles(read_set(name, Path(folder)).articles)
    return rules_used() - before


def all_rules() -> list[str]:
    """Every rule, by `lexicon.table: rule`, in the order of the files."""
    return [
        f"{lexicon}.{table}: {rule.name}"
        for lexicon in sorted(path.stem for path in Path(crossread.lexicon.__file__).parent.glob("*.toml"))
        for table, entries in load_lexicon(lexicon).items()
        if isinstance(entries, list) and isinstance(entries[0], dict) and {"name", "pattern"} <= entries[0].keys()
        for rule in read_rules(lexicon, table)
    ]


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        used = sum(pool.map(count_set, sys.argv[1:] or find_sets()), Counter[str]())
    for name in all_rules():
        print(f"{used[name]:7}  {name}")
