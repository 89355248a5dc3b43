"""What is found in articles is what was found when their digests were stored."""

import random
from dataclasses import replace

import pytest
from tests.golden.rewrite import FOLDER, read_digests
from tests.golden.sets import ROOT, digest_articles, find_sets, read_set

from crossread import extract

SETS = sorted(path.stem for path in FOLDER.glob("*.txt"))
WHOLE = ("seeds", "shared-seeds")
SAMPLE = 5  # articles of each other set, so that the suite stays quick
ADVICE = "`make changes` shows the rows; where they are meant, `make golden` stores them"


@pytest.mark.parametrize("name", SETS)
def test_rows_are_those_that_were_stored(name, tmp_path):
    if name not in find_sets():
        pytest.skip(f"no set {name!r} beside {ROOT}")
    corpus = read_set(name, tmp_path)
    if name not in WHOLE:
        corpus = replace(corpus, articles=tuple(random.Random(11).sample(corpus.articles, SAMPLE)))
    stored = read_digests(name)
    found = digest_articles(corpus.articles, extract(corpus).frames())
    differ = [article_id for article_id, digest in found.items() if stored.get(article_id) != digest]
    assert not differ, f"other rows in {len(differ)} of {len(found)} articles of {name}: {differ}; {ADVICE}"


def test_every_set_has_stored_digests():
    assert set(find_sets()) <= set(SETS)
