"""List every rule with how often it decides over the sets that are at hand: `make rules SETS='seeds gva'`.

Rules of some tables only mark what others read, and decide nothing by themselves: "-" stands for how often.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
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


def all_rules() -> dict[str, list[str]]:
    """Every rule by its table, `lexicon.table`, in the order of the files."""
    return {
        f"{lexicon}.{table}": [rule.name for rule in read_rules(lexicon, table)]
        for lexicon in sorted(path.stem for path in Path(crossread.lexicon.__file__).parent.glob("*.toml"))
        for table, entries in load_lexicon(lexicon).items()
        if isinstance(entries, list) and isinstance(entries[0], dict) and {"name", "pattern"} <= entries[0].keys()
    }


def tell(used: Counter[str]) -> Iterator[str]:
    """A line a rule: how often it decided, and its table and name."""
    for table, names in all_rules().items():
        grammar = "cues" if table.startswith("cues.") else table  # whose tables are one grammar
        counts = [used[f"{grammar}: {name}"] for name in names]
        yield from (
            f"{count if any(counts) else '-':>7}  {table}: {name}" for name, count in zip(names, counts, strict=True)
        )


def main() -> None:
    """Count over the sets named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(find_sets())}; all, if not given")
    sets = parser.parse_args().sets
    unknown = set(sets) - find_sets().keys()
    if unknown:
        parser.error(f"there is no set {', '.join(sorted(unknown))}: choose from {', '.join(find_sets())}")
    with ProcessPoolExecutor(2) as pool:
        print("\n".join(tell(sum(pool.map(count_set, sets or find_sets()), Counter[str]()))))


if __name__ == "__main__":
    main()
