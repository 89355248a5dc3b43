"""The event context of figures, read with their articles."""

import datetime

import pytest

from crossread.extracting.pipeline import extract_articles
from crossread.reading.articles import Article

DAY = datetime.date(2015, 6, 10)  # a Wednesday
LEAD = "A car bomb killed nine people in Homs on Tuesday, the army said. " + "The market was full of people. " * 12


def last_figure(text):
    return extract_articles([Article("a", text, published=DAY)]).figures[-1]


CONTEXTS = [
    ("cause", "Mortars killed 30 people.", "by shelling"),
    ("cause", "30 people were killed.", "by bombs"),
    ("cause", "Air strikes killed 30 people after mortars hit the city.", "from the air"),
    ("cause", "Mortars hit Hama. At least 30 people died.", "by shelling"),
    ("day", "On Monday 30 people were killed.", "monday"),
    ("day", "30 people were killed, police said.", "tuesday"),
    ("day", "Monday was bad. At least 30 people died.", "monday"),
    ("other_day", "On Monday 30 people were killed.", True),
    ("other_day", "On Tuesday 30 people were killed.", False),
    ("reach", "The conflict has killed 30 people since it erupted.", "since a date"),
    ("reach", "30 people are to be evacuated.", "expected"),
    ("reach", "30 people were killed.", ""),
    ("excluded", "On 2013-02-05, 30 people were killed, police said.", "another day"),
    ("excluded", "On the 5th of February, 30 people were killed, police said.", "another day"),
    ("excluded", "On the 9th of June, 30 people were killed, police said.", ""),
    ("excluded", "In another attack 30 people were killed.", "another event"),
    ("excluded", "In 2013 a blast hit Hama. At least 30 people died.", "another day"),
    ("excluded", "Another 30 people were killed in the west.", "added to another number"),
    ("excluded", "12 children died along with 30 adults.", "added to another number"),
    ("excluded", "A colonel died along with 30 adults.", ""),
    ("excluded", "30 people were killed.", ""),
    ("spoken_of", "The toll was 30 people killed.", True),
    ("spoken_of", "30 people were killed.", False),
    ("moved_from", "30 people were evacuated from Foua.", "Foua"),
    ("targets", "Rockets struck a school and a mosque and killed 30 people.", "a school"),
]


@pytest.mark.parametrize(("column", "text", "value"), CONTEXTS)
def test_context(column, text, value):
    assert last_figure(LEAD + text)[column] == value


SCENES = [
    ("In Hama 30 people were killed.", "In Hama 30 people were killed."),
    ("Mortars hit Hama. At least 30 people died.", "Mortars hit Hama."),
    ("In the province of Idlib, it rained. A blast killed 30 people.", "In the province of Idlib, it rained."),
    ("It rained in the province of Idlib. A blast killed 30 people.", "A blast killed 30 people."),
]


@pytest.mark.parametrize(("text", "scene"), SCENES)
def test_scene(text, scene):
    figure, whole = last_figure(LEAD + text), LEAD + text
    assert whole[figure["scene_start"] : figure["scene_end"]] == scene


def test_no_figures():
    assert extract_articles([Article("a", "It rained in Homs.")]).figures == []
