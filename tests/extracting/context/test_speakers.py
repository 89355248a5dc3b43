"""Whose report an article is, and for which bodies persons speak."""

import pytest

from crossread.extracting.context.speakers import find_agency, find_bodies
from crossread.extracting.names.mentions import Mention

AGENCIES = [
    ("BAGHDAD (Reuters) - A bomb went off.", None, "Reuters"),
    ("A bomb went off. (AFP)", None, "AFP"),
    ("A bomb went off.", "AP", "Associated Press"),
    ("BAGHDAD (Reuters) - A bomb went off. (AFP)", None, None),
    ("A bomb went off, Reuters said.", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "author", "agency"), AGENCIES)
def test_find_agency(text, author, agency):
    assert find_agency(text, author) == agency


def mentions_of(text, **names):
    return [Mention(text.index(name), text.index(name) + len(name), name, kind) for name, kind in names.items()]


BODIES = [
    ("Amnesty director Kate Allen spoke.", True),
    ("Kate Allen, director of Amnesty, spoke.", True),
    ("Kate Allen, who heads Amnesty, spoke.", True),
    ("The director of Amnesty, Kate Allen, spoke.", True),
    ("Amnesty met Kate Allen.", False),
    ("Kate Allen met Amnesty.", False),
    (f"Amnesty director{' very' * 30} Kate Allen spoke.", False),
]


@pytest.mark.parametrize(("text", "told"), BODIES)
def test_who_speaks_for_whom(text, told):
    names = mentions_of(text, **{"Amnesty": "ORG", "Kate Allen": "PER"})
    expected = {text.index("Kate"): text.index("Amnesty")} if told else {}
    assert find_bodies(text, names) == expected
