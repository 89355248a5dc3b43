"""Marks that overlap, cut so that they nest."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reporting.article_pages import Mark, Piece, cut_paragraphs


def drawn(paragraphs: list[list[Piece]]) -> list[str]:
    """Paragraphs with each mark as brackets, labelled where it begins; one that continues has "…"."""
    signs = {"open": "[", "close": "]"}
    return [
        "".join(
            piece.text
            if piece.mark is None
            else f"[{piece.mark.about if piece.first else '…'}:"
            if piece.event == "open"
            else signs[piece.event]
            for piece in pieces
        )
        for pieces in paragraphs
    ]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("", [], []),
        (" \n\n ", [(0, 3)], []),
        ("no marks", [], ["no marks"]),
        ("over 90 Kurdish fighters", [(0, 24), (8, 15)], ["[a:over 90 [b:Kurdish] fighters]"]),
        ("over 90 Kurdish fighters", [(8, 15), (0, 24)], ["[b:over 90 [a:Kurdish] fighters]"]),
        ("over 90 Kurdish fighters", [(0, 15), (8, 24)], ["[a:over 90 [b:Kurdish]][…: fighters]"]),
        ("90 fighters", [(0, 2), (0, 11)], ["[b:[a:90] fighters]"]),
        ("90 fighters", [(0, 11), (0, 11)], ["[a:[b:90 fighters]]"]),
        ("90 fighters", [(0, 2), (2, 11)], ["[a:90][b: fighters]"]),
        ("90 fighters", [(3, 3)], ["90 fighters"]),
        ("One.\n \nTwo.\nThree.\n\n\nFour.", [], ["One.", "Two.\nThree.", "Four."]),
        ("In May\n\n90 fled.", [(3, 10)], ["In [a:May]", "[…:90] fled."]),
        ("In May\n\n90 fled.", [(6, 10)], ["In May", "[a:90] fled."]),
        ("abcdef", [(0, 3), (1, 5), (2, 6)], ["[a:a[b:b[c:c]]][…:[…:de]f]"]),
    ],
)
def test_paragraphs_in_pieces(text: str, spans: list[tuple[int, int]], expected: list[str]) -> None:
    marks = [Mark(start, end, "name", label) for label, (start, end) in zip("abc", spans, strict=False)]
    assert drawn(list(cut_paragraphs(text, marks))) == expected


@given(
    st.text("ab \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=8)
)
def test_any_marks_nest_and_keep_their_text(text: str, spans: list[list[int]]) -> None:
    marks = [Mark(start, min(end, len(text)), "name", n) for n, (start, end) in enumerate(spans)]
    paragraphs = list(cut_paragraphs(text, marks))
    covered = dict.fromkeys(range(len(marks)), "")
    begun = []
    for pieces in paragraphs:
        stack: list[Mark] = []
        for piece in pieces:
            if piece.event == "text":
                for mark in stack:
                    covered[mark.about] += piece.text
            elif piece.event == "open":
                assert piece.mark is not None
                stack.append(piece.mark)
                begun += [piece.mark.about] if piece.first else []
            else:
                assert stack.pop() == piece.mark
        assert not stack
    whole = "".join(piece.text for pieces in paragraphs for piece in pieces)
    assert re.sub(r"\s", "", whole) == re.sub(r"\s", "", text)
    assert len(begun) == len(set(begun))
    for mark in marks:
        wanted = re.sub(r"\s", "", text[mark.start : mark.end])
        assert re.sub(r"\s", "", covered[mark.about]) == wanted
        assert (mark.about in begun) or not wanted
