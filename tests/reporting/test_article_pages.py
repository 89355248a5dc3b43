"""Pages of articles: every figure and name where it stands."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from crossread.reporting.article_pages import write_article_pages
from crossread.reporting.links import page_name
from crossread.reporting.report import Report
from crossread.tables import Tables, make_table

TEXT = "Dozens flee Aleppo\n\nAt least 25 people, among them 11 children, were killed, the UN said."


class Passage(HTMLParser):
    """Reads an article's text back from its page, with the text of each figure, and checks that elements nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.open, self.figures, self.told = "", [], {}, {}
        self.feed(page[page.index("<article") : page.index("</article>") + len("</article>")])
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append((tag, dict(attrs)))
        if tag in ("p", "h1"):
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        told = [attrs["id"] for _, attrs in self.open if attrs.get("class") == "told"]
        if told:
            self.told[told[-1]] = self.told.get(told[-1], "") + data + " "
        elif not any(attrs.get("class") in ("byline", "key", "warning") for _, attrs in self.open):
            self.text += data
            for _, attrs in self.open:
                if "tabindex" in attrs:
                    self.figures[attrs["id"]] = self.figures.get(attrs["id"], "") + data


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def make_tables(**of_articles: Any) -> Tables:
    """One article of two paragraphs, with figures that overlap a name and each other."""
    at = {phrase: TEXT.index(phrase) for phrase in ("Dozens", "At least 25", "25", "11", "11 children", "UN")}
    common = {"article_id": "one", "kind": "count", "unit": "", "outcome": "killed"}
    figures = [
        {"figure_id": "one:0", "start": 0, "end": 11, "phrase": "Dozens flee", "bound": "vague", "low": 24, "high": 99}
        | common
        | {"in_title": True, "outcome": "other", "counted": ""},
        {"figure_id": f"one:{at['25']}", "start": at["At least 25"], "phrase": "At least 25 people", "low": 25}
        | common
        | {
            "end": at["At least 25"] + 18,
            "bound": ">=",
            "counted": "people",
            "source": "the UN",
            "hedge": "reportedly",
        },
        {"figure_id": f"one:{at['11']}", "start": at["11"], "end": at["11"] + 11, "phrase": "11 children", "bound": "="}
        | common
        | {"low": 11, "high": 11, "counted": "children", "part_of": f"one:{at['25']}", "source": "the UN"}
        | {"via": "SANA", "stance": "denied"},
    ]
    mentions = [
        {"article_id": "one", "start": 7, "end": 18, "text": "flee Aleppo", "type": "LOC", "entity_id": "aleppo"},
        {"article_id": "one", "start": at["UN"], "end": at["UN"] + 2, "text": "UN", "type": "ORG", "entity_id": "un"},
    ]
    entities = [
        {"entity_id": "aleppo", "name": "Aleppo", "type": "LOC"},
        {"entity_id": "un", "name": '"United" <Nations>', "type": "ORG"},
    ]
    article = {"article_id": "one", "title": "Dozens flee Aleppo", "text": TEXT, "language": "en", "words": 16}
    others = [
        {"article_id": "Two/2", "title": "A copy", "text": TEXT, "language": "en", "words": 16, "duplicate_of": "one"},
        {"article_id": "drei", "text": "Zwanzig Menschen flohen.", "language": "de", "words": 3},
    ]
    frames = {name: make_table(name, []) for name in ("variants", "quotes", "furniture", "problems", "corrections")}
    return Tables(
        "A <corpus>",
        make_table("articles", [article | of_articles, *others]),
        make_table("figures", figures),
        make_table("mentions", mentions),
        make_table("entities", entities),
        **frames,
    )


def write(tables: Tables, folder: Path) -> dict[str, str]:
    write_article_pages(tables, folder, {"articles": "The articles"})
    return {i: (folder / "articles" / page_name(i)).read_text(encoding="utf-8") for i in tables.articles.article_id}


def test_text_and_figures_read_back_exactly(tmp_path: Path) -> None:
    passage = Passage(write(make_tables(), tmp_path)["one"])
    assert squeezed(passage.text) == squeezed(TEXT)
    assert passage.figures == {
        "figure-0": "Dozens flee",
        "figure-29": "At least 25 people",
        "figure-51": "11 children",
    }


def test_a_figure_tells_its_reading(tmp_path: Path) -> None:
    told = {key: squeezed(text) for key, text in Passage(write(make_tables(), tmp_path)["one"]).told.items()}
    assert told == {
        "figure-0-told": "reading 24 to 99 (vague) source none: the outlet’s own voice",
        "figure-29-told": "reading 25 or more counted people outcome killed source the UN hedge reportedly",
        "figure-51-told": "reading 11 counted children outcome killed source the UN passed on by SANA stance denied"
        " part of “At least 25 people”",
    }


def test_a_name_carries_its_entity(tmp_path: Path) -> None:
    page = write(make_tables(), tmp_path)["one"]
    names = re.findall(r'<span class="name"( id=".*?")? title="(.*?)">(.*?)</span>', page)
    # The place begins within the headline's figure and goes on behind it.
    assert names == [
        (' id="name-7"', "Aleppo (place)", "flee"),
        ("", "Aleppo (place)", " Aleppo"),
        (f' id="name-{TEXT.index("UN")}"', "&#34;United&#34; &lt;Nations&gt; (organisation)", "UN"),
    ]


def test_pages_lead_on_and_back(tmp_path: Path) -> None:
    pages = write(make_tables(), tmp_path)
    two = page_name("Two/2")
    around = {i: re.findall(r'<a rel="(\w+)" href="\.\./articles/(.*?)"', page) for i, page in pages.items()}
    assert around == {
        "one": [("next", two)],
        "Two/2": [("prev", "one.html"), ("next", "drei.html")],
        "drei": [("prev", two)],
    }
    for page in pages.values():
        assert 'href="../index.html#articles"' in page
        assert 'href="../articles.html"' in page


def test_a_page_says_what_kept_its_article_out(tmp_path: Path) -> None:
    pages = write(make_tables(), tmp_path)
    copies = {
        i: '<p class="warning" lang="en">It copies <a href="../articles/one.html">' in p for i, p in pages.items()
    }
    assert copies == {"one": False, "Two/2": True, "drei": False}
    foreign = {i: "not in English (de), so it was kept but not analysed" in page for i, page in pages.items()}
    assert foreign == {"one": False, "Two/2": False, "drei": True}
    assert '<article lang="de">' in pages["drei"]
    assert "No figure was found" in pages["Two/2"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Dozens flee Aleppo", "Dozens"), ("Another <title>", "Another &lt;title&gt;"), (None, "one")],
)
def test_a_headline_is_the_text_s_own_where_it_has_one(tmp_path: Path, title: str | None, heading: str) -> None:
    page = write(make_tables(title=title), tmp_path)["one"]
    assert heading in re.findall(r"<h1.*?</h1>", page)[0]
    assert page.count('id="figure-0"') == 1


def test_text_of_strangers_is_escaped(tmp_path: Path) -> None:
    hostile = '"><script>alert(1)</script>'
    fields = dict.fromkeys(("title", "outlet", "author", "url", "text", "language", "inferred"), hostile)
    page = write(make_tables(**fields), tmp_path)["one"]
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= len(fields)


def test_every_text_of_the_example_reads_back(seeds_report: Report) -> None:
    tables = seeds_report.tables
    for article in tables.articles.itertuples():
        page = (seeds_report.folder / "articles" / f"{article.article_id}.html").read_text(encoding="utf-8")
        passage = Passage(page)
        assert squeezed(passage.text).endswith(squeezed(article.text))
        own = tables.figures[tables.figures.article_id == article.article_id]
        phrases = {f"figure-{f.number_start}": article.text[f.start : f.end] for f in own.itertuples()}
        assert passage.figures == phrases
