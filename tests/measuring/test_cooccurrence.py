"""Pairs of names in one sentence."""

import re

import pandas as pd
import pytest
from nltk import BigramAssocMeasures

from crossread.measuring.cooccurrence import pair_names
from crossread.tables import make_table

NAMES = {"Iraq": "LOC", "Iran": "LOC", "Abadi": "PER", "TASS": "ORG", "Iraqi": "MISC"}
ENTITIES = make_table("entities", [{"entity_id": n.lower(), "name": n, "type": t} for n, t in NAMES.items()])


def pairs(*texts: str, copies: bool = False) -> pd.DataFrame:
    """The pairs of articles; with `copies`, all after the first copy it."""
    articles = [{"article_id": str(n), "text": text} for n, text in enumerate(texts)]
    for article in articles[1:] if copies else []:
        article["duplicate_of"] = "0"
    rows = [
        {"article_id": a["article_id"], "entity_id": name.lower(), "sentence_start": s.start(), "sentence_end": s.end()}
        for a in articles
        for s in re.finditer(r"[^.]+\.", a["text"])
        for name in NAMES
        if name in s.group().rstrip(".").split()
    ]
    return pair_names(make_table("mentions", rows), make_table("articles", articles), ENTITIES)


BOTH = [f"Abadi spoke to TASS on day {n}." for n in range(4)]
OTHERS = [f"Iraq closed road {n}." for n in range(6)]


def test_a_pair_is_measured_against_chance() -> None:
    (row,) = pairs(*BOTH, *OTHERS, "Abadi left.").to_dict("records")
    assert (row["first"], row["second"], row["sentences"], row["articles"]) == ("Abadi", "TASS", 4, 4)
    assert row["expected"] == pytest.approx(5 * 4 / 11)
    assert row["association"] == pytest.approx(BigramAssocMeasures.likelihood_ratio(4, (5, 4), 11))
    assert (row["first_id"], row["second_id"]) == ("abadi", "tass")


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Nobody is named here."],
        [BOTH[0], *OTHERS],  # one sentence in common
        [*["Iraq and Iran met."], "Iraq and Iran parted.", "Iraq and Iran spoke."],  # no more than by chance
        [BOTH[0]] * 5 + OTHERS,  # one sentence in five articles
        ["Abadi left. TASS said so.", "Abadi came. TASS denied it.", *OTHERS],  # in one article, in no sentence
        [f"Abadi met the Iraqi team {n}." for n in range(5)] + OTHERS,  # adjectives
    ],
)
def test_no_pair(texts: list[str]) -> None:
    assert pairs(*texts).empty


def test_articles_that_copy_another_do_not_count() -> None:
    assert pairs(*BOTH, *OTHERS, copies=True).empty
