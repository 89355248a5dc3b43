from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reporting.charts.placing import Places, around, farther, spread

BOX = (40.0, 40.0, 50.0, 50.0)


@pytest.mark.parametrize(
    ("boxes", "found"),
    [
        ([(0, 0, 10, 10)], (0, 0, 10, 10)),
        ([(-1, 0, 9, 10), (92, 0, 102, 10), (0, 0, 10, 10)], (0, 0, 10, 10)),
        ([(45, 45, 60, 60), (50, 40, 60, 50)], (50, 40, 60, 50)),  # those that touch do not overlap
        ([(45, 45, 60, 60)], None),
        ([], None),
    ],
)
def test_the_first_free_box_is_taken(boxes, found):
    places = Places(100, 100)
    places.take(BOX)
    assert places.first_free(boxes) == found
    assert (found in places.taken) == (found is not None)


@pytest.mark.parametrize("boxes", [around(BOX, 30, 8), list(farther(BOX, 30, 8))])
def test_labels_stand_off_their_marks(boxes):
    for left, top, right, bottom in boxes:
        assert (right - left, bottom - top) == pytest.approx((30, 8))
        assert left >= BOX[2] or right <= BOX[0] or top >= BOX[3] or bottom <= BOX[1]


@given(st.lists(st.floats(0, 200), max_size=8).map(sorted))
def test_places_are_spread(places):
    moved = spread(places, 20, 0, 200)
    assert len(moved) == len(places)
    assert all(b - a >= 20 - 1e-9 for a, b in pairwise(moved))
    assert all(0 - 1e-9 <= place <= 200 for place in moved)


def test_places_that_keep_apart_stay():
    assert spread([10, 40, 90], 20, 0, 100) == [10, 40, 90]
