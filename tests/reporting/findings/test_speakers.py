"""Who says a claim: the source in its article's words, or as the corpus calls it where these are too long."""

import pandas as pd
import pytest
from tests.linking.accounts import extract_claims

from crossread.reading.articles import Article, Corpus
from crossread.reporting.findings.speakers import LONGEST, name_speakers

SHORT = "Hassan Rahhal"
LENGTHS = {  # a source's words by how many characters they have
    LONGEST: f"{SHORT} of the united civil defence forces in the walled districts of Homs",
    LONGEST + 1: f"{SHORT} of the united civil defence forces in the eastern districts of Homs",
}


def speakers_of(*sources):
    """Who says each account's number, in the order of the accounts."""
    texts = [f"A car bomb killed {20 + at} people in Homs, {source} said." for at, source in enumerate(sources)]
    day = pd.Timestamp("2015-06-10").date()
    articles = [Article(f"a{at}", text, outlet="BBC", published=day, story="s") for at, text in enumerate(texts)]
    tables, claims = extract_claims(Corpus("T", tuple(articles), ()))
    return list(name_speakers(claims, tables).sort_values("article_id").speaker)


@pytest.mark.parametrize(("length", "expected"), [(LONGEST, LENGTHS[LONGEST]), (LONGEST + 1, SHORT)])
def test_a_source_is_told_in_its_own_words_unless_they_are_too_long(length, expected):
    words = LENGTHS[length]
    assert len(words) == length
    assert speakers_of(words, SHORT, SHORT)[0] == expected
