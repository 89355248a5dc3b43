"""Copies to their originals."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking import duplicates
from crossread.linking.duplicates import find_duplicates
from crossread.tables import make_table

DAM = "Engineers warned on Tuesday that the dam above the town could break after weeks of rain filled its reservoir."
DAM_TOO = "The dam above the town could break, engineers warned, because rain had filled the reservoir for weeks."
VOTE = "Parliament elected a new speaker in a ballot that dragged on past midnight and split the ruling coalition."

HEAD = "Iraqi forces retake district in west Mosul"
WIRE = [
    "Iraqi forces drove Islamic State fighters from another district of western Mosul on Sunday, a military statement "
    "said, as families carrying bags and blankets walked out towards the army's lines.",
    "The federal police advanced on foot through streets too narrow for their vehicles, and said that snipers on the "
    "roofs and cars packed with explosives had slowed them since the morning.",
    "The United Nations said 14,000 people had left the western half of the city in a week, most of them for camps "
    "to the south where aid agencies were putting up more tents.",
    "The campaign to retake Mosul, the last big city that the group holds in Iraq, began in October with the backing "
    "of a coalition led by the United States.",
]
OTHER_PARAGRAPH = (
    "Residents reached by telephone described two days without water, and said that the shelling of a market near the "
    "river had not stopped when the loudspeakers called for everyone to stay at home."
)
BOILERPLATE = (
    "This report was prepared by the regional desk with material from correspondents in the field. Readers can write "
    "to the editors about any error, and corrections are published each Friday on the page that lists them all by date."
)
BRIEF = "A bus overturned on the coastal road near Latakia early on Monday and nine passengers were taken to hospital."
OTHER_BRIEF = "Bakers in Homs closed their shops for a second day to protest against the rising price of flour."


def articles_of(*rows):
    return make_table("articles", [{"article_id": f"a{number}", **row} for number, row in enumerate(rows)])


def copies_of(*rows):
    return [None if pd.isna(copied) else copied for copied in find_duplicates(articles_of(*rows))]


def page(*paragraphs):
    return "\n\n".join(paragraphs)


TOLL = "A bomb killed at least {} people at a market in the town of Azaz on Sunday, a monitoring group said. {}"
UPDATE = (
    "Rescuers who dug through the night brought the toll to 41, the mayor told reporters, and six of the wounded were "
    "driven across the border because the only clinic had run out of blood."
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (page(HEAD, *WIRE), page("Thousands flee as troops push into Mosul", *WIRE)),
        (page(HEAD, *WIRE), page(HEAD, *WIRE[:1], OTHER_PARAGRAPH, *WIRE[2:])),
        (page(HEAD, *WIRE), page(HEAD, *WIRE[:3], OTHER_PARAGRAPH)),
        (page(HEAD, *WIRE), page(HEAD, *WIRE[:2])),
        (page(HEAD, *WIRE), page(HEAD, WIRE[0])),
        (page(HEAD, *WIRE), page(HEAD, *WIRE).upper()),
        (page(HEAD, *WIRE), page(HEAD, *WIRE).replace("14,000", "15,000")),
        (page(HEAD, *WIRE), page(HEAD, *WIRE, BRIEF)),
        (DAM, f"{DAM} More soon."),
    ],
    ids=["headline", "paragraph", "last", "half", "lead", "capitals", "one number", "a line more", "a word more"],
)
def test_copies(first, second):
    assert copies_of({"text": first}, {"text": second}) == [None, "a0"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (page(BRIEF, BOILERPLATE), page(OTHER_BRIEF, BOILERPLATE)),
        (page(BOILERPLATE, BRIEF), page(BOILERPLATE, OTHER_BRIEF)),
        (TOLL.format(12, WIRE[3]), page(UPDATE, TOLL.format(12, WIRE[3]))),
        (TOLL.format(12, WIRE[3]), page(TOLL.format(41, UPDATE), WIRE[3])),
        (page(HEAD, *WIRE), page(HEAD, OTHER_PARAGRAPH, UPDATE, *WIRE[2:])),
        (WIRE[0], page(HEAD, *WIRE)),
        (DAM, DAM_TOO),
        (DAM, f"{DAM} {VOTE} {DAM_TOO}"),
        ("It rained.", "It rained."),
        ("", ""),
    ],
    ids=["end", "start", "update", "toll", "background", "brief", "reworded", "quoted", "too short", "empty"],
)
def test_no_copies(first, second):
    assert copies_of({"text": first}, {"text": second}) == [None, None]


def test_stated_stories_are_apart():
    assert copies_of({"text": DAM, "story": "s"}, {"text": DAM, "story": "t"}) == [None, None]
    assert copies_of({"text": DAM, "story": "s"}, {"text": DAM, "story": "s"}) == [None, "a0"]
    assert copies_of({"text": DAM, "story": "s"}, {"text": DAM}) == [None, "a0"]


def test_the_earlier_article_is_the_original():
    assert copies_of({"text": DAM, "published": "2016-05-02"}, {"text": DAM, "published": "2016-05-01"}) == ["a1", None]
    assert copies_of({"text": DAM}, {"text": DAM, "published": "2016-05-01"}) == ["a1", None]


def test_all_copies_name_the_first():
    assert copies_of(*[{"text": DAM}] * 3) == [None, "a0", "a0"]


def test_a_text_in_more_articles_than_are_looked_up():
    assert copies_of(*[{"text": DAM}] * (duplicates.EARLIEST + 2))[1:] == ["a0"] * (duplicates.EARLIEST + 1)


def test_rows_are_compared_across_blocks(monkeypatch):
    rows = [{"text": text} for text in (DAM, VOTE, DAM_TOO, DAM, VOTE)]
    monkeypatch.setattr(duplicates, "ROWS", 2)
    assert copies_of(*rows) == [None, None, None, "a0", "a1"]


def test_index_of_the_table_is_kept():
    articles = articles_of({"text": DAM, "published": "2016-05-02"}, {"text": DAM, "published": "2016-05-01"})
    copied = find_duplicates(articles.set_index(pd.Index([7, 3])))
    assert list(copied.index) == [7, 3]
    assert copied.dropna().to_dict() == {7: "a1"}


def test_no_articles():
    assert list(find_duplicates(articles_of())) == []


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join), max_size=8))
@settings(max_examples=50, deadline=None)
def test_originals_are_earlier_and_no_copies(texts):
    copied = copies_of(*({"text": text} for text in texts))
    for at, original in enumerate(copied):
        if original is not None:
            assert int(original[1:]) < at
            assert copied[int(original[1:])] is None
        elif len(texts[at].split()) >= duplicates.SHINGLE:
            assert texts[at] not in texts[:at]
