"""The kind of a source."""

import pytest

from crossread.linking.sources.classes import classify_source

CLASSES = [
    ("a government spokesman", "official"),
    ("a spokesman for the rebels", "official"),
    ("UN officials in Aleppo", "official"),
    ("Iran", "official"),
    ("rebels", "armed group"),
    ("a rebel commander", "armed group"),
    ("Hezbollah", "armed group"),
    ("the Syrian Observatory for Human Rights", "monitor"),
    ("SOHR", "monitor"),
    ("local activists", "monitor"),
    ("a monitoring group", "monitor"),
    ("state media", "media"),
    ("The New York Times", "media"),
    ("an AFP correspondent", "media"),
    ("residents of the town", "witness"),
    ("a doctor at the hospital", "medical"),
    ("an informed source", "unnamed"),
    ("reports", "unnamed"),
    ("Angela Merkel", None),
    ("SANARA", None),
    ("", None),
]


@pytest.mark.parametrize(("source", "kind"), CLASSES, ids=[source for source, _ in CLASSES])
def test_classify_source(source, kind):
    assert classify_source(source) == kind
