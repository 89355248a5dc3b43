"""Where extraction's time goes, and how many times quantulum3's rate it runs at, over the same articles in one run.

Run by hand, with nothing else running: `python -m tests.benchmarks.extraction [FILE OR FOLDER]`. quantulum3 reads
numbers and units alone; it is compared where it is installed (`pip install quantulum3`).
"""

import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from crossread.extracting import pipeline
from crossread.reading.articles import Article, read_corpus

ROUNDS = 3
SHARE = 8  # one in so many articles is read by quantulum3, which takes long
STEPS = ("tokenize", "tag_speech", "find_figures", "find_quotes", "resolve_speakers", "run_on", "attribute")


def seconds(step: Callable[[], object]) -> float:
    """The processor time of one call."""
    begin = time.process_time()
    step()
    return time.process_time() - begin


def time_steps(articles: Sequence[Article]) -> dict[str, float]:
    """The processor time that each step takes within one extraction."""
    spent = dict.fromkeys((*STEPS, "names"), 0.0)
    original = {name: getattr(pipeline, name) for name in STEPS}

    def timed(name: str, step: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object) -> object:
            begin = time.process_time()
            result = step(*args)
            spent[name] += time.process_time() - begin
            return result

        return run

    for name, step in original.items():
        setattr(pipeline, name, timed(name, step))
    try:
        spent["all"] = seconds(lambda: pipeline.extract_articles(articles, find=timed("names", pipeline.find_names)))
    finally:
        for name, step in original.items():
            setattr(pipeline, name, step)
    return spent


def main() -> None:
    """Print the time of each step and the ratio."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "seeds"
    articles = read_corpus(path).articles
    characters = sum(len(article.text) for article in articles)
    pipeline.extract_articles(articles)  # word forms are met once
    own = min(seconds(lambda: pipeline.extract_articles(articles)) for _ in range(ROUNDS))
    print(
        f"{len(articles)} articles, {characters / 1000:,.0f} kB: {own:.2f} s, {characters / own / 1000:,.0f} kB a second"
    )
    spent = time_steps(articles)
    for name, share in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{share:8.2f} s  {name}")
    if find_spec("quantulum3") is None:
        print("quantulum3 is not installed: no ratio")
        return
    from quantulum3 import parser

    parser.parse("It took 5 minutes.")
    texts = [article.text for article in articles[::SHARE]]
    part = sum(map(len, texts)) / characters
    other = seconds(lambda: [parser.parse(text) for text in texts]) / part
    print(
        f"quantulum3: {other:.1f} s for the same (measured on every {SHARE}th article): {other / own:.1f} times as long"
    )


if __name__ == "__main__":
    main()
