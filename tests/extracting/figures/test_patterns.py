"""Patterns over sketches; what each of the lexicon reads is tested by its example in tests/lexicon."""

import pytest

from crossread.extracting.figures.patterns import compile_pattern
from crossread.extracting.figures.sketch import LETTERS


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
