"""Words for what is counted."""

import pytest

from crossread.measuring.labels import name_counted


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (("", "people", "killed"), "people killed"),
        (("percent", "jobless rate", "other"), "percent jobless rate"),
        (("", "air strikes", "attacks"), "air strikes"),
        (("", "", "attacks"), "attacks"),
        (("", "", "other"), "number"),
    ],
)
def test_what_is_counted(told, name):
    assert name_counted(*told) == name
