"""Articles to stories, and copies to their originals."""

import pandas as pd

from crossread.linking.stories import find_duplicates, find_stories
from crossread.tables import make_table

DAM = "Engineers warned on Tuesday that the dam above the town could break after weeks of rain filled its reservoir."
DAM_TOO = "The dam above the town could break, engineers warned, because rain had filled the reservoir for weeks."
VOTE = "Parliament elected a new speaker in a ballot that dragged on past midnight and split the ruling coalition."


def articles_of(*rows):
    return make_table("articles", [{"article_id": f"a{number}", **row} for number, row in enumerate(rows)])


def stories_of(*rows):
    return list(find_stories(articles_of(*rows)))


def test_stated_story_stays():
    rows = [{"text": DAM, "story": "s", "published": "2016-05-01"}, {"text": VOTE, "story": "s"}]
    assert stories_of(*rows) == ["s", "s"]


def test_undated_articles_are_one_story():
    assert stories_of({"text": DAM}, {"text": VOTE}) == ["undated", "undated"]


def test_alike_articles_of_one_day_share_a_story():
    day = "2016-05-01"
    rows = [{"text": DAM, "published": day}, {"text": DAM_TOO, "published": day}, {"text": VOTE, "published": day}]
    dam, dam_too, vote = stories_of(*rows)
    assert dam == dam_too
    assert dam != vote
    assert {dam, vote} == {"2016-05-01-1", "2016-05-01-2"}


def test_articles_of_two_days_are_apart():
    first, second = stories_of({"text": DAM, "published": "2016-05-01"}, {"text": DAM, "published": "2016-05-02"})
    assert (first, second) == ("2016-05-01-1", "2016-05-02-1")


def test_articles_without_words():
    day = "2016-05-01"
    assert len(stories_of({"text": "§", "published": day}, {"text": "†", "published": day})) == 2
    assert (
        len(
            stories_of(
                {"text": "§", "published": day}, {"text": DAM, "published": day}, {"text": VOTE, "published": day}
            )
        )
        == 3
    )


def test_index_of_the_table_is_kept():
    articles = articles_of({"text": DAM}, {"text": VOTE}).set_index(pd.Index([7, 3]))
    assert list(find_stories(articles).index) == [7, 3]


def test_no_articles():
    assert stories_of() == []
    assert list(find_duplicates(articles_of().assign(story=pd.array([], dtype="string")))) == []


def copies_of(*rows):
    return [None if pd.isna(copied) else copied for copied in find_duplicates(articles_of(*rows))]


def test_copy():
    assert copies_of({"text": DAM, "story": "s"}, {"text": f"{DAM} More soon.", "story": "s"}) == [None, "a0"]


def test_reworded_article_is_no_copy():
    assert copies_of({"text": DAM, "story": "s"}, {"text": DAM_TOO, "story": "s"}) == [None, None]


def test_copies_are_sought_within_a_story():
    assert copies_of({"text": DAM, "story": "s"}, {"text": DAM, "story": "t"}) == [None, None]


def test_the_earlier_article_is_the_original():
    later = {"text": DAM, "story": "s", "published": "2016-05-02"}
    earlier = {"text": DAM, "story": "s", "published": "2016-05-01"}
    assert copies_of(later, earlier) == ["a1", None]


def test_all_copies_name_the_first():
    assert copies_of(*[{"text": DAM, "story": "s"}] * 3) == [None, "a0", "a0"]


def test_long_article_that_quotes_a_short_one_is_no_copy():
    assert copies_of({"text": DAM, "story": "s"}, {"text": f"{DAM} {VOTE} {DAM_TOO}", "story": "s"}) == [None, None]


def test_articles_too_short_to_copy():
    assert copies_of({"text": "It rained.", "story": "s"}, {"text": "It rained.", "story": "s"}) == [None, None]
