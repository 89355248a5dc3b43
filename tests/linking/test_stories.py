"""Articles to stories."""

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix
from sklearn.cluster import AgglomerativeClustering
from sklearn.preprocessing import normalize

from crossread.linking import stories
from crossread.linking.stories import ALIKE, find_stories
from crossread.tables import make_table

DAY = "2016-05-01"
DAM = "Engineers warned on Tuesday that the dam above the town could break after weeks of rain filled its reservoir."
DAM_TOO = "The dam above the town could break, engineers warned, because rain had filled the reservoir for weeks."
VOTE = "Parliament elected a new speaker in a ballot that dragged on past midnight and split the ruling coalition."


def articles_of(*rows):
    return make_table("articles", [{"article_id": f"a{number}", **row} for number, row in enumerate(rows)])


def names_of(articles, *places):
    """The tables of the names that are places, wherever an article tells them."""
    found = [
        {"article_id": row.article_id, "start": row.text.find(place), "type": "LOC", "entity_id": place.lower()}
        for row in articles.itertuples()
        for place in places
        if place in row.text
    ]
    entities = [{"entity_id": place.lower(), "name": place, "type": "LOC", "aliases": [place]} for place in places]
    return make_table("mentions", found), make_table("entities", entities)


def stories_of(*rows, places=()):
    articles = articles_of(*rows)
    return list(find_stories(articles, *names_of(articles, *places)))


def test_stated_story_stays():
    rows = [{"text": DAM, "story": "s", "published": "2016-05-01"}, {"text": VOTE, "story": "s"}]
    assert stories_of(*rows) == ["s", "s"]


def test_alike_articles_of_one_day_share_a_story():
    assert stories_of(*({"text": text, "published": DAY} for text in (DAM, DAM_TOO, VOTE))) == [
        "2016-05-01-1",
        "2016-05-01-1",
        "2016-05-01-2",
    ]


def test_undated_articles_are_told_apart_as_those_of_a_day_are():
    assert stories_of({"text": DAM}, {"text": VOTE}, {"text": DAM_TOO}) == ["undated-1", "undated-2", "undated-1"]


@pytest.mark.parametrize("day", ["2016-05-02", "2016-05-04", None])
def test_a_date_is_no_wall(day):
    rows = [{"text": DAM, "published": DAY}, {"text": DAM, "published": day}, {"text": VOTE, "published": day}]
    assert stories_of(*rows)[:2] == ["2016-05-01-1"] * 2
    assert stories_of(*rows)[2] not in stories_of(*rows)[:2]


def test_three_in_four_of_any_number_are_alike():
    found = stories_of(*[{"text": "A levee broke."}] * 23, *[{"text": "A speaker was elected."}] * 7)
    assert found == ["undated-1"] * 23 + ["undated-2"] * 7


STRIKE = "Warplanes struck {} on Friday and killed nine people, a monitoring group said."
RAID = "Nine dead in raid, hospital staff tell reporters. The wounded from {} lay in corridors."


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [("Manbij", "Manbij", True), ("Manbij", "Azaz", True), ("Manbij", "Daraa", False)],
)
def test_places_tell_what_words_do_not(first, second, same):
    others = [{"text": text, "published": "2016-04-30"} for text in (DAM, VOTE)]
    texts = [STRIKE.format(first), RAID.format(second)]
    told = stories_of(*others, *({"text": text, "published": DAY} for text in texts), places={first, second})
    assert (told[2] == told[3]) == same


def test_a_place_at_the_start_weighs_more_than_one_in_the_background():
    background = f"{'Nobody claimed the attack. ' * 40}A week ago a truce in {{}} ended."
    texts = [
        f"{STRIKE.format('Homs')} {background.format('Daraa')}",
        f"{RAID.format('Homs')} {background.format('Raqqa')}",
        f"{RAID.format('Daraa')} {background.format('Homs')}",
    ]
    articles = articles_of(*({"text": text} for text in texts))
    articles = articles.set_index("article_id", drop=False)
    vectors = stories._vectors(articles, *names_of(articles, "Homs", "Daraa", "Raqqa"))
    likeness = (vectors @ vectors.T).toarray()
    assert likeness[0, 1] > likeness[0, 2]


def test_copy_is_of_its_originals_story():
    rows = [
        {"text": DAM, "published": DAY},
        {"text": VOTE, "published": DAY},
        {"text": VOTE, "published": DAY, "duplicate_of": "a0"},
        {"text": VOTE, "duplicate_of": "a0"},
        {"text": VOTE, "published": "2016-05-02", "duplicate_of": "a0"},
        {"text": VOTE, "published": DAY, "duplicate_of": "a0", "story": "s"},
    ]
    assert stories_of(*rows) == ["2016-05-01-1", "2016-05-01-2", *["2016-05-01-1"] * 3, "s"]


def test_copy_of_a_stated_story():
    assert stories_of({"text": DAM, "story": "s"}, {"text": DAM, "duplicate_of": "a0"}) == ["s", "s"]


def test_articles_without_words():
    assert len(set(stories_of(*({"text": text, "published": DAY} for text in ("§", "†"))))) == 2
    assert len(set(stories_of(*({"text": text, "published": DAY} for text in ("§", DAM, VOTE))))) == 3


def test_index_of_the_table_is_kept():
    articles = articles_of({"text": DAM}, {"text": VOTE}).set_index(pd.Index([7, 3]))
    assert list(find_stories(articles, *names_of(articles)).index) == [7, 3]


def test_no_articles():
    assert stories_of() == []


@pytest.mark.parametrize("seed", range(5))
def test_clusters_are_those_of_average_linkage(seed, monkeypatch):
    random = np.random.default_rng(seed)
    rows = normalize(random.random((60, 40)) * (random.random((60, 40)) < 0.15))
    rows = rows[rows.any(axis=1)]
    monkeypatch.setattr(stories, "PRODUCTS", 100)
    linkage = AgglomerativeClustering(None, distance_threshold=1 - ALIKE, metric="cosine", linkage="average")
    expected = linkage.fit_predict(rows)
    found = stories._cluster(csr_matrix(rows), np.zeros(len(rows)))
    assert 1 < len(set(found)) < len(rows)
    assert list(pd.factorize(found)[0]) == list(pd.factorize(expected)[0])


def test_what_too_many_articles_of_a_day_hold_does_not_join_them(monkeypatch):
    monkeypatch.setattr(stories, "COMMON", 2)
    assert len(set(stories_of(*({"text": text, "published": DAY} for text in ("dam", "dam", "dam"))))) == 3
    assert len(set(stories_of(*({"text": text, "published": DAY} for text in ("dam", "dam", "ballot"))))) == 2
