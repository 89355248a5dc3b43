"""What stands between quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.extracting.attribution.quotations import LONGEST, Span, find_quotations, overlapping

CASES = [
    ("He said “yes” and ”no”.", ["“yes”"]),
    ('"One," he said. "Two."', ['"One,"', '"Two."']),
    ("''One,'' he said.", ["''One,''"]),
    ("„Ja“, sagte er.", ["„Ja“"]),
    ("“One.\n“Two.” Three.", ["“One.", "“Two.”"]),
    ("“One and no end", ["“One and no end"]),
    ("It's the army's.", []),
    (f"“{'a' * LONGEST}” “b”", ["“b”"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] for text, _ in CASES])
def test_quotations(text, expected):
    assert [text[slice(*span)] for span in find_quotations(text)] == expected


OVERLAPS = [((0, 2), []), ((1, 3), [(2, 4)]), ((3, 7), [(2, 4), (6, 8)]), ((4, 6), []), ((7, 7), [(6, 8)])]


@pytest.mark.parametrize(("part", "expected"), OVERLAPS)
def test_overlapping(part, expected):
    assert list(overlapping([Span(2, 4), Span(6, 8)], Span(*part))) == expected


@given(st.text(st.sampled_from("ab “”\"'\n„")))
def test_quotations_are_in_order_and_apart(text):
    ends = 0
    for start, end in find_quotations(text):
        assert ends <= start < end <= len(text)
        ends = end
