"""Patterns over sketches; what each of the lexicon reads is tested by its example in test_lexicon.py."""

import time

import pytest

from crossread.extracting.figures.patterns import compile_pattern
from crossread.extracting.figures.sketch import LETTERS
from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article


def ties(source, row):
    letters = "".join(LETTERS[name] for name in row.split())
    return [(match.start("figure"), match.start("to")) for match in compile_pattern(source).finditer(letters)]


MATCHES = [
    ("<past> FIGURE", "noun past figure", [(2, 1)]),
    ("<past> FIGURE", "noun past noun figure", []),
    ("<past|active> FIGURE", "active figure past figure", [(1, 0), (3, 2)]),
    ("(?<!be) <past> FIGURE", "be past figure", []),
    ("FIGURE place{0,2} <past>", "figure prep noun past", [(0, 3)]),
    ("<figure> and FIGURE", "figure and figure and figure", [(2, 0), (4, 2)]),  # matches may overlap
]


@pytest.mark.parametrize(("source", "row", "expected"), MATCHES)
def test_matches(source, row, expected):
    assert ties(source, row) == expected


@pytest.mark.parametrize("source", ["<past> FIGURES", "<passive> FIGURE", "nothing <past> FIGURE"])
def test_unknown_names(source):
    with pytest.raises(KeyError):
        compile_pattern(source)


REPEATED = [
    "5 people killed and ",
    "5 , 6 , including 7 , ",
    "5 of 6 in Homs and ",
    "in Homs , of the town , and 5 ",
    "among them 5 , killed , said , of , ",
    "to be reported left 5 ",
    "people and 5 ",
]


@pytest.mark.parametrize("words", REPEATED)
def test_time_grows_linearly(words):
    def seconds(times):
        begin = time.process_time()
        extract_articles([Article("a", words * times)])
        return time.process_time() - begin

    seconds(10)
    assert min(seconds(800) for _ in range(2)) < 4 * 3 * min(seconds(200) for _ in range(2))
