"""The forms and the contexts of names, laid out."""

import re

import pandas as pd
import pytest

from crossread.reporting.evidence import contexts_html, variants_html
from crossread.tables import make_table

ENTITIES = make_table("entities", [{"entity_id": "islamic-state", "name": "Daesh", "type": "ORG"}])


def test_variants_stand_with_their_reasons() -> None:
    rows = [
        {"entity_id": "islamic-state", "form": "Daesh", "type": "ORG", "mentions": 1200, "reason": "a known name"},
        {"entity_id": "islamic-state", "form": "<b>", "type": "LOC", "mentions": 1, "reason": "so"},
    ]
    html = variants_html(make_table("variants", rows), ENTITIES)
    assert "<strong>Daesh</strong>: Daesh, &lt;b&gt;" in html
    assert re.findall(r"<td[^>]*>([^<]*)</td>", html) == [
        *("Daesh", "1,200", "Organisations", "a known name"),
        *("&lt;b&gt;", "1", "Places", "so"),
    ]
    assert " open>" not in html
    assert " open>" in variants_html(make_table("variants", rows), ENTITIES, folded=False)


def test_no_variants_are_told() -> None:
    assert "Nothing to show" in variants_html(make_table("variants", []), ENTITIES[:0])


def contexts(texts: dict[str, str], most: int) -> list[str]:
    """Contexts of "Mosul" in articles given by date."""
    articles = [
        {"article_id": date, "text": text, "published": pd.Timestamp(date), "outlet": "TASS"}
        for date, text in texts.items()
    ]
    mentions = [
        {"article_id": date, "start": m.start(), "end": m.end(), "text": m.group()}
        for date, text in texts.items()
        for m in re.finditer("Mosul", text)
    ]
    html = contexts_html(make_table("mentions", mentions), make_table("articles", articles), most)
    return re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', html)


def test_mentions_stand_in_their_line_by_date() -> None:
    texts = {"2014-07-02": "A title\n\nFrom Mosul <i>they</i> fled.\n\nMore.", "2014-07-01": "Mosul fell."}
    assert contexts(texts, 20) == [
        ("TASS, 1 Jul 2014", '<strong><a data-name="2014-07-01:0">Mosul</a></strong> fell.'),
        (
            "TASS, 2 Jul 2014",
            'From <strong><a data-name="2014-07-02:14">Mosul</a></strong> &lt;i&gt;they&lt;/i&gt; fled.',
        ),
    ]


def test_long_lines_are_cut_at_words() -> None:
    ((_, line),) = contexts({"2014-07-01": "before " * 40 + "Mosul" + " after" * 40}, 20)
    assert re.fullmatch(r"… (before ){10,16}<strong><a [^>]*>Mosul</a></strong>( after){10,19} …", line)


@pytest.mark.parametrize(("most", "shown"), [(0, []), (1, [0]), (3, [0, 4, 9]), (50, list(range(10)))])
def test_of_many_mentions_some_are_shown_evenly_spaced(most: int, shown: list[int]) -> None:
    texts = {f"2014-07-{day + 10}": f"Mosul on day {day}." for day in range(10)}
    assert [int(line[-2]) for _, line in contexts(texts, most)] == shown
