"""What a headline's figure is taken to be of: the same as the figure of the body that it tells in short."""

import pytest
from tests.linking.accounts import read

# Of two causes in a text that names both; a headline that follows no figure of the body may be of either.
SHELLS = "Shells wounded three people in the city on Sunday."
BOMBS, SHELLING, EITHER = "by bombs", "by shelling", "by shelling and by bombs"
FOLLOWED = [
    ("a number that allows it", "30 people", "A car bomb killed at least 30 people in Homs on Monday.", BOMBS),
    ("another number", "30 people", "A car bomb killed 31 people in Homs on Monday.", EITHER),
    ("others counted", "30 people", "A car bomb killed 30 soldiers in Homs on Monday.", EITHER),
    ("a headline that names nobody", "30", "A car bomb killed 30 soldiers in Homs on Monday.", BOMBS),
    ("an open end, as far as can be", "over 80 people", "A car bomb killed at least 120 people on Monday.", BOMBS),
    ("an open end, too far", "over 80 people", "A car bomb killed at least 121 people on Monday.", EITHER),
    ("vague, however far", "dozens of people", "A car bomb killed at least 95 people on Monday.", BOMBS),
    (
        "the nearest of two",
        "30 people",
        "A car bomb killed at least 25 people on Monday. Shells killed at least 28 people on Sunday.",
        SHELLING,
    ),
    (
        "people rather than soldiers",
        "30",
        "A car bomb killed 30 soldiers in Homs on Monday. Shells killed at least 25 people there.",
        SHELLING,
    ),
]


@pytest.mark.parametrize(("told", "text", "cause"), [case[1:] for case in FOLLOWED], ids=[case[0] for case in FOLLOWED])
def test_headline_is_of_what_its_body_tells(told, text, cause):
    _, claims = read(("AP", f"{text} {SHELLS}", 10, f"Attacks kill {told} in Homs"))
    (headline,) = claims[claims.in_title].itertuples()
    assert headline.group == f"people, killed {cause}"
