"""File names, anchors and links."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reporting.links import (
    article_href,
    figure_anchor,
    figure_href,
    mark_figure,
    mark_mention,
    page_name,
    resolve_links,
)


@pytest.mark.parametrize("article_id", ["iran-involvement", "1914947535", "a_b", "_", "index"])
def test_a_plain_id_names_its_page(article_id: str) -> None:
    assert page_name(article_id) == f"{article_id}.html"


@pytest.mark.parametrize(
    ("article_id", "begins"),
    [
        ("../../etc/passwd", "etc-passwd~"),
        ("/", "~"),
        (".", "~"),
        ("", "~"),
        ("-rf", "rf~"),
        ("a.b", "a-b~"),
        ("A", "a~"),
        ("con", "con~"),
        ("دمشق", "~"),
        ("a\\b\0?#%2e", "a-b-2e~"),
        ("a" * 500, "a" * 40 + "~"),
    ],
)
def test_any_other_id_gets_a_safe_name(article_id: str, begins: str) -> None:
    assert re.fullmatch(re.escape(begins) + r"[0-9a-f]{16}\.html", page_name(article_id))


@given(st.text(), st.text())
def test_names_are_safe_and_differ(first: str, second: str) -> None:
    assert re.fullmatch(r"[a-z0-9_-]*(~[0-9a-f]{16})?\.html", page_name(first))
    # Some file systems take "A" and "a" for one.
    assert (page_name(first).casefold() == page_name(second).casefold()) == (first == second)


def test_names_that_a_slug_would_merge_differ() -> None:
    ids = ["a-b", "a/b", "a.b", "A-B", "a b", "a--b", page_name("a/b").removesuffix(".html")]
    assert len({page_name(article_id) for article_id in ids}) == len(ids)


def test_a_figure_is_linked_by_its_id() -> None:
    assert figure_anchor("one:814") == "figure-814"
    assert figure_href("one:814") == "articles/one.html#figure-814"
    assert figure_href("a:b:7") == f"{article_href('a:b')}#figure-7"


@pytest.mark.parametrize(
    ("markup", "root", "expected"),
    [
        ('<a data-figure="one:8">8</a>', "", '<a href="articles/one.html#figure-8">8</a>'),
        ('<a data-name="a:b:8">8</a>', "../", f'<a href="../{article_href("a:b")}#name-8">8</a>'),
        (str(mark_figure("<b>:8", "<8>")), "", f'<a href="{article_href("<b>")}#figure-8">&lt;8&gt;</a>'),
        (str(mark_mention("<b>", 8, "<8>")), "", f'<a href="{article_href("<b>")}#name-8">&lt;8&gt;</a>'),
        ('<a data-article="one">1</a>', "../", '<a href="../articles/one.html">1</a>'),
        ('<a data-article="%3Cb%3E">1</a>', "", f'<a href="{article_href("<b>")}">1</a>'),
        ('&lt;a data-article="one"&gt;', "", '&lt;a data-article="one"&gt;'),
        ('<a href="x">1</a>', "", '<a href="x">1</a>'),
    ],
)
def test_marks_become_links(markup: str, root: str, expected: str) -> None:
    assert resolve_links(markup, root) == expected
