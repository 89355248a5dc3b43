"""Persons who speak for a body: "Amnesty director Kate Allen" is Amnesty's word."""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.tables import rows_of

AROUND = 90  # characters to either side of a person's name in which the body is named


def find_bodies(mentions: pd.DataFrame, articles: pd.DataFrame) -> dict[str, str]:
    """Find the body that each person speaks for, by the posts of `lexicon/origins.toml`.

    Args:
        mentions: The mentions table, with entity ids.
        articles: The articles table.

    Returns:
        The entity id of the body by that of the person, the one told most often where there are several.
    """
    texts = dict(zip(articles.article_id, articles.text, strict=True))
    bodies = {
        article_id: list(rows_of(rows)) for article_id, rows in mentions[mentions.type == "ORG"].groupby("article_id")
    }
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for person in rows_of(mentions[mentions.type == "PER"]):
        for body in bodies.get(person.article_id, ()):
            if _near(person, body) and _speaks_for(texts[person.article_id], person, body):
                told[person.entity_id][body.entity_id] += 1
    return {person: counts.most_common(1)[0][0] for person, counts in told.items()}


def _near(person: Any, body: Any) -> bool:  # noqa: ANN401
    return bool(body.start - person.end < AROUND and person.start - body.end < AROUND)


def _speaks_for(text: str, person: Any, body: Any) -> bool:  # noqa: ANN401
    before_body, between, behind = _patterns()
    if body.end <= person.start:
        stretch = text[body.end : person.start]
        post_first = before_body.search(text[max(0, body.start - AROUND) : body.start]) and stretch in (" ", ", ")
        return bool(post_first) or between.fullmatch(stretch) is not None
    return bool(person.end <= body.start and behind.fullmatch(text[person.end : body.start]))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a body and then a person, between the two, and between a person and then a body."""
    nouns = "|".join(map(re.escape, load_lexicon("origins")["posts"]["nouns"]))
    verbs = "|".join(map(re.escape, load_lexicon("origins")["posts"]["verbs"]))
    return (
        re.compile(rf"\b(?i:{nouns}) (?:of|for|at) (?:the )?(?:[\w-]+ ){{0,2}}$"),
        re.compile(rf"(?:['’]s|s['’]?)? (?:[a-z][\w-]* )?(?i:{nouns})(?: [A-Z][\w.]*){{0,2}},? "),
        re.compile(
            rf",? (?:(?:the |its )?(?:[a-z][\w-]* ){{0,2}}(?i:{nouns}) (?:of|for|at)|who (?:{verbs}))"
            rf" (?:[\w-]+,? ){{0,5}}"
        ),
    )
