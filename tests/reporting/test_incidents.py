"""Events as they are read: a list to filter, accounts, names of the dead."""

import re

import pytest
from tests.linking.accounts import read

from crossread.linking.victims import compare_named, list_victims
from crossread.reporting import incidents
from crossread.reporting.links import resolve_links

ACCOUNTS = [
    ("A", "A blast in Homs on Tuesday killed 30 people. The dead were Ana Ruiz, 34, and Leo Ruiz."),
    ("B", "A blast in Homs killed 12 people, <the> mayor said. Ana Ruiz died."),
    ("C", "The blast in Homs wounded 80 people."),
]


@pytest.fixture
def tables():
    return read(*ACCOUNTS)[0]


def text_of(markup):
    return re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup, flags=re.DOTALL).split()


def test_the_list_leads_to_figures_and_has_filters(tables):
    markup = incidents.incidents_html(tables.incidents, tables.figures)
    killed, *_ = (row for row in re.findall(r"<tr.*?</tr>", markup) if "people killed" in row)
    starts = {number: text.index(number) for number, (_, text) in zip(("30", "12"), ACCOUNTS, strict=False)}
    numbers = [("a1", "12"), ("a0", "30"), ("a0", "30")]  # lowest, best, highest
    marks = [f'<a data-figure="{article}:{starts[number]}">{number}</a>' for article, number in numbers]
    assert re.findall("<a .*?</a>", killed) == marks
    assert 'class="o0 p0 contested several"' in killed
    assert '<option value="o0">killed</option>' in markup
    assert '.incidents:has(option[value="o0"]:checked) tbody tr:not(.o0) { display: none; }' in markup
    assert "<script" not in markup


def test_no_incidents():
    tables, _ = read(("A", "It rained."))
    assert "No event has a number." in incidents.incidents_html(tables.incidents, tables.figures)
    assert "Nothing to show." in incidents.accounts_html(tables.incidents, tables.figures, tables.articles)


def test_accounts_have_sentences(tables):
    markup = incidents.accounts_html(tables.incidents, tables.figures, tables.articles)
    assert "&lt;the&gt; mayor" in markup
    assert "<the>" not in markup
    assert "people killed, 2 accounts of 2 sources, contested" in markup
    assert resolve_links(markup).count("href=") == 3


def test_names_and_toll(tables):
    victims = list_victims(tables.mentions, tables.articles, tables.entities)
    markup = resolve_links(incidents.victims_html(victims))
    assert " ".join(text_of(markup)) == "name age sex articles story Ana Ruiz [2] 34 2 s Leo Ruiz 1 s"
    assert markup.count("href=") == 3
    named = compare_named(victims, tables.mentions, tables.articles, tables.incidents)
    phrases = tables.figures.set_index("figure_id").phrase
    assert text_of(incidents.named_html(named, phrases))[-8:] == ["s", "2", "2", "“30", "people”", "12", "to", "30"]
    uncounted = compare_named(victims, tables.mentions, tables.articles, tables.incidents.head(0))
    assert "none is counted" in incidents.named_html(uncounted, phrases)
