"""Accounts of one story, read and compared, and claims of figures that are made by hand."""

from unittest.mock import patch

import pandas as pd

from crossread.linking import incidents
from crossread.linking.compare import compared_claims, list_claims
from crossread.loading import extract
from crossread.reading.articles import Article, Corpus
from crossread.tables import make_table

DAY = pd.Timestamp("2015-06-10").date()  # a Wednesday

RAIDS = "There were nine air raids on Homs."


def read(*accounts):
    """Tables and claims of accounts of one story: (outlet, text), (outlet, text, day) or with a title as fourth."""
    articles = []
    for number, (outlet, text, *more) in enumerate(accounts):
        day, title = [*more, None, None][:2]
        published = DAY if day is None else pd.Timestamp(f"2015-06-{day}").date()
        body = text if title is None else f"{title}\n\n{text}"
        articles.append(Article(f"a{number}", body, title=title, outlet=outlet, published=published, story="s"))
    return extract_claims(Corpus("T", tuple(articles), ()))


def extract_claims(corpus):
    """A corpus's tables, and its claims as they were listed for its incidents, which takes longer than all else."""
    listed = []

    def keep(figures, articles):
        listed.append(list_claims(figures, articles))
        return listed[-1]

    with patch.object(incidents, "list_claims", keep):
        tables = extract(corpus)
    (claims,) = listed
    return tables, claims


def groups_of(claims):
    """The phrases of each group, of those in which two articles speak."""
    rows = compared_claims(claims)
    return {group: sorted(members.phrase) for group, members in rows.groupby("group")}


FIRST = ("Reuters", "A car bomb killed 30 people in Homs on Tuesday, police said.")


TEXT = "Iran sent 300 people."


FIGURE = {
    "bound": "=",
    "low": 300.0,
    "high": 300.0,
    "value": 300.0,
    "kind": "count",
    "unit": "",
    "counted": "people",
    "counted_class": "people",
    "outcome": "killed",
    "sentence_start": 0,
    "sentence_end": len(TEXT),
    "in_title": False,
    "phrase": "300 people",
}


def figure(article="a", number=0, **changed):
    row = {**FIGURE, "article_id": article, "figure_id": f"{article}:{number}", "number_start": number}
    row |= {"number_end": number + 3, **changed}
    if "value" in changed and "low" not in changed:
        row |= {"low": row["value"], "high": row["value"]}
    return row


def claims_of(*figures, **changed):
    """Claims of figures whose articles are all of one story, but for `changed`: article_id to columns."""
    names = dict.fromkeys(row["article_id"] for row in figures)
    articles = [
        {"article_id": name, "text": TEXT, "story": "s", "outlet": name.upper(), **changed.get(name, {})}
        for name in names
    ]
    return list_claims(make_table("figures", list(figures)), make_table("articles", articles))
