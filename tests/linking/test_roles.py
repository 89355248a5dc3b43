"""Source, actor and place of a figure."""

import pandas as pd
import pytest

from crossread.linking.roles import assign_roles
from crossread.loading import extract
from crossread.reading.articles import Article, Corpus
from crossread.tables import COLUMNS, make_table


def roles_of(text):
    figures = extract(Corpus("c", (Article("a", text),), ())).figures
    rows = figures[["source_entity", "actor", "place"]].itertuples(index=False)
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in rows]


ROLES = [
    ("12 people were killed.", None, None, None),
    ("Reuters said 12 people were killed in Baghdad.", "reuters", None, "baghdad"),
    ("12 people were killed near Mosul, according to Reuters.", "reuters", None, "mosul"),
    ("A doctor said 12 people were killed.", None, None, None),
    ("Kurdish authorities in Iraq said 12 people were killed.", None, None, None),
    ("Reuters said 30,000 Iranian soldiers went to Iraq.", "reuters", "iranian", "iraq"),
    ("They saw several Quds Force battalions.", None, "quds-force", None),
    ("In Baghdad 12 people died, and 3 people died in Najaf.", None, None, "baghdad"),
    ("12 people died in the city of Samarra.", None, None, "samarra"),
    ("Iran said 12 people died.", None, None, None),
    ("12 people died in US-led air strikes.", None, None, None),
    ("12 people died in rebel-held northern Syria.", None, None, "syria"),
]


@pytest.mark.parametrize(("text", "source", "actor", "place"), ROLES, ids=[text for text, *_ in ROLES])
def test_roles(text, source, actor, place):
    assert roles_of(text)[0] == (source, actor, place)


def test_each_figure_has_its_own_place():
    places = [place for *_, place in roles_of("12 people died in Baghdad, and 3 people died in Najaf.")]
    assert places == ["baghdad", "najaf"]


DESCRIPTIONS = [
    ("Amnesty International said 12 people died. The monitor said 3 tanks came.", "amnesty-international"),
    ("Amnesty International said 12 people died. The army said 3 tanks came.", None),
    ("Amnesty International said 12 people died. A monitor said 3 tanks came.", None),
    ("12 people died. The monitor said 3 tanks came.", None),
]


@pytest.mark.parametrize(("text", "source"), DESCRIPTIONS, ids=[text for text, _ in DESCRIPTIONS])
def test_a_description_is_the_named_source_before_it(text, source):
    assert roles_of(text)[1][0] == source


def test_other_columns_stay():
    figures = make_table(
        "figures",
        [{"figure_id": "a:0", "article_id": "a", "start": 0, "end": 2, "sentence_start": 0, "sentence_end": 8}],
    )
    after = assign_roles(figures, make_table("mentions", []))
    pd.testing.assert_frame_equal(after, figures.assign(region=pd.array([""], dtype="string")))


def test_no_figures():
    after = assign_roles(make_table("figures", []), make_table("mentions", []))
    assert list(after.columns) == list(COLUMNS["figures"])
