"""Pages made of templates: what stands in an article does nothing to what stands around it."""

import re

import pytest
from markupsafe import Markup

from crossread.reporting.evidence import table_html
from crossread.reporting.pages import isolate

TITLE = "ضابط: 12 (رويترز)"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Twelve killed", "Twelve killed"),
        ("Café – “12”\t€3\n", "Café – “12”\t€3\n"),
        (TITLE, f"\u2068{TITLE}\u2069"),
        ("\u202e12 killed", "\u206812 killed\u2069"),
        ("12\u2069 killed\u2066", "\u206812 killed\u2069"),
        ("12\u200f killed", "\u206812\u200f killed\u2069"),
        ("\x1b]52;c;aGk=\x07 \x9b2J\0", "\ufffd]52;c;aGk=\ufffd \ufffd2J\ufffd"),
        (Markup("<b>\u202e</b>"), Markup("<b>\u202e</b>")),
        (12, 12),
    ],
)
def test_text_of_articles_is_shut_off(value: object, shown: object) -> None:
    assert isolate(value) == shown


@pytest.mark.parametrize("sign", ["$", "\\", "$$"])
def test_no_formula_begins_in_a_table(sign: str) -> None:
    import pandas as pd

    markup = table_html(pd.DataFrame({"sentence": [f"{sign}5 <b>million</b> in 2013 and {sign}7 million"]}))
    texts = re.split(r"<[^>]*>", markup)
    assert [text for text in texts if sign[0] in text and text != sign[0]] == []
    assert "".join(texts).count(sign) == 2


def test_what_stands_in_a_tag_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    import pandas as pd

    markup = table_html(pd.DataFrame({"phrase": ["$5"], "figure_id": ["a\\$>:0"]}), "phrase")
    assert '<a data-figure="a%5C%24%3E:0"><span>$</span>5</a>' in markup
