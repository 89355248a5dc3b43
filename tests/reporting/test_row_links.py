"""Every row of a table of figures or mentions leads to the place where it stands."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crossread.reporting.report import Report, write_report

PLACE = re.compile(r"articles/[^\"#]+\.html#(?:figure|name)-\d+")
# The first column of tables that are not of figures: counts, forms of names, articles, problems.
OTHERS = {"figures", "names", "Form", "article_id", "line"}
# The first columns of those that are, as far as the example has such; tables without a heading are of mentions.
OF_FIGURES = {
    "articles": set(),
    "entity_frequency": {""},
    "figure_comparison": {"group", "reason", "about"},
    "incidents": {"event", "Source"},
    "sources": {"Figure", "Counted"},
}
BLAST = {
    "2016-10-03": "Blast kills dozens\n\nA blast in Hasakeh killed 20 people, the Syrian Observatory for Human Rights"
    " said. The army said that 40 people were killed in the blast.",
    "2016-10-04": "Blast kills 31\n\nA blast in Hasakeh killed 31 people, the Syrian Observatory for Human Rights said."
    " The army denied that 90 people were killed.",
}


class Tables(HTMLParser):
    """Reads the tables of a page: for each its first column's name, and for each row its text and its links."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[tuple[list[str], list[tuple[list[str], list[str]]]]] = []
        self.part = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.found.append(([], []))
        elif tag in ("thead", "tbody"):
            self.part = tag
        elif tag == "tr" and self.part == "tbody":
            self.found[-1][1].append(([], []))
        elif tag == "a" and self.part == "tbody":
            self.found[-1][1][-1][1].append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("thead", "tbody"):
            self.part = ""

    def handle_data(self, data: str) -> None:
        if self.part == "thead" and data.strip():
            self.found[-1][0].append(data.strip())
        elif self.part == "tbody" and data.strip():
            self.found[-1][1][-1][0].append(data.strip())


def follow(report: Report, page: str) -> tuple[dict[str, int], list[str]]:
    """The rows of each kind of table of figures, by its first column, and those rows that lead to no place."""
    counts: dict[str, int] = {}
    astray = []
    for columns, rows in Tables(report.folder / f"{page}.html").found:
        first = next(iter(columns), "")
        if first not in OTHERS:
            counts[first] = counts.get(first, 0) + len(rows)
            astray += [" | ".join(text) for text, links in rows if not any(map(PLACE.fullmatch, links))]
    return counts, astray


@pytest.mark.parametrize("page", OF_FIGURES)
def test_every_row_of_the_example_leads_to_its_place(seeds_report: Report, page: str) -> None:
    counts, astray = follow(seeds_report, page)
    assert astray == []
    assert {first for first, rows in counts.items() if rows} == OF_FIGURES[page]


def test_revisions_headlines_and_denials_lead_to_their_places(tmp_path: Path) -> None:
    records = [
        {
            "id": date,
            "title": text.partition("\n")[0],
            "text": text,
            "outlet": outlet,
            "published": date,
            "story": "blast",
        }
        for (date, text), outlet in zip(BLAST.items(), ("TASS", "Reuters"), strict=True)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    report = write_report(tmp_path / "in.jsonl", tmp_path / "out", ["figure_comparison", "sources"], quiet=True)
    comparison = (report.folder / "figure_comparison.html").read_text(encoding="utf-8")
    assert "Revisions: 1" in comparison
    assert "Groups with claims of at least two dates: 1 of 1" in comparison
    assert "Heard on several dates: Syrian Observatory for Human Rights: 20, 31" in comparison
    assert "Figures denied: 1" in (report.folder / "sources.html").read_text(encoding="utf-8")
    assert [follow(report, page)[1] for page in ("figure_comparison", "sources")] == [[], []]
