"""Show what is read in a text: `make read TEXT='12 miners died.'`.

Of each sentence the row of symbols on which the rules of `clauses.toml` work, and of each figure its columns and the
rules that read them.
"""

import sys
from collections.abc import Iterator

from crossread.extracting.figures.clauses import reduce_sentence
from crossread.extracting.figures.numbers import read_numbers
from crossread.extracting.pipeline import extract_articles
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize
from crossread.reading.articles import Article

COLUMNS = ("bound", "low", "high", "kind", "unit", "counted", "outcome", "source", "part_of", "hedge", "trend", "reach")


def tell(text: str) -> Iterator[str]:
    """Lines that tell what is read."""
    document = tokenize(text)
    tag_speech([document])
    for sentence in document.sentences:
        symbols = reduce_sentence(sentence, read_numbers(sentence)).symbols
        yield " ".join(sentence.words)
        yield f"  tags:    {' '.join(sentence.tags)}"
        yield f"  symbols: {' '.join(symbol.name for symbol in symbols)}"
    for figure in extract_articles([Article("text", text)]).figures:
        told = (f"{name} {figure[name]}" for name in COLUMNS if figure[name] not in (None, ""))
        yield f"{figure['phrase']}: {'; '.join(told)}"
        yield f"  rules:   {figure['rules']}"


if __name__ == "__main__":
    print("\n".join(tell(sys.argv[1] if len(sys.argv) > 1 else sys.stdin.read())))
