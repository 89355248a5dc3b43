"""Time grows no faster than what is read: twice as much takes about twice as long, in one run on one machine.

Run by hand, with nothing else running: `python -m pytest tests/benchmarks/growth.py -s`.
"""

import time
from datetime import date, timedelta
from random import Random

import pytest

from crossread.extracting.attribution.attribution import attribute
from crossread.extracting.attribution.quotes import find_quotes
from crossread.extracting.attribution.running_on import run_on
from crossread.extracting.attribution.speakers import resolve_speakers
from crossread.extracting.figures.figures import find_figures
from crossread.extracting.pipeline import extract_articles
from crossread.language.speech import tag_speech
from crossread.language.tokens import tokenize
from crossread.linking.compare import (
    compare_headlines,
    compared_claims,
    count_pairs,
    find_sides,
    list_claims,
    list_revisions,
    rank_groups,
)
from crossread.linking.duplicates import find_duplicates
from crossread.linking.stories import find_stories
from crossread.reading.articles import Article
from crossread.reading.cleaning import clean
from crossread.tables import make_table

GROWTH = 2.6  # times as long as half of it takes; all pairs would take four times
RUNS = 3  # of which the fastest counts; below a hundredth of a second nothing is told from noise
PLACES = ("Aleppo", "Damascus", "Daraa", "Hama", "Homs", "Idlib", "Manbij", "Palmyra", "Raqqa")
OPENING = "A bomb killed {} people in {}, officials said."


def corpus(size, stories=None):
    """Articles and figures of events, five articles each, a hundred a day; or of so many stated stories."""
    articles, figures, mentions = [], [], []
    for number in range(size):
        event, random = Random(number // 5), Random(size + number)
        place, words = event.choice(PLACES), [f"{event.choice('bcdfg')}{event.randrange(9999)}" for _ in range(200)]
        toll = event.randrange(1, 400) + random.randrange(9)
        opening = OPENING.format(toll, place)
        text = f"{opening} {' '.join(word for word in words if random.random() < 0.7)}."
        name, at = f"a{number:06}", opening.index(str(toll))
        story = None if stories is None else f"s{number % stories}"
        day = date(2015, 1, 1) + timedelta(days=number // 100)
        articles.append({"article_id": name, "text": text, "published": day, "story": story, "outlet": number % 40})
        start = opening.index(place)
        mentions.append({"article_id": name, "start": start, "type": "LOC", "entity_id": place.lower()})
        row = {"figure_id": f"{name}:{at}", "article_id": name, "number_start": at, "number_end": at + len(str(toll))}
        row |= {"phrase": f"{toll} people", "kind": "count", "unit": "", "counted": "people", "counted_class": "people"}
        row |= {"bound": random.choice(["=", "~", ">="]), "low": toll, "high": toll, "value": toll, "outcome": "killed"}
        row |= {"high": None} if row["bound"] == ">=" else {}
        row |= {"source": "officials", "source_entity": f"officials-{random.randrange(20)}", "in_title": False}
        figures.append(row | {"sentence_start": 0, "sentence_end": len(opening)})
    entities = [{"entity_id": name.lower(), "name": name, "type": "LOC", "aliases": [name]} for name in PLACES]
    rows = {"articles": articles, "figures": figures, "mentions": mentions, "entities": entities}
    return {name: make_table(name, found) for name, found in rows.items()}


def claims_of_one_story(size):
    tables = corpus(size, stories=1)
    tables["articles"] = tables["articles"].assign(published=None).astype({"published": "datetime64[s]"})
    claims = list_claims(tables["figures"], tables["articles"])
    # One cause, region and day: one group.
    return compared_claims(claims.assign(group="people, killed", topic="people", in_title=claims.index % 3 == 0))


def many_claims(size):
    tables = corpus(size, stories=size // 5)
    return list_claims(tables["figures"], tables["articles"])


LINKING = [
    ("duplicates", corpus, lambda tables: find_duplicates(tables["articles"]), 1500),
    ("stories", corpus, lambda tables: find_stories(tables["articles"], tables["mentions"], tables["entities"]), 1500),
    ("claims", lambda size: corpus(size, size // 5), lambda t: list_claims(t["figures"], t["articles"]), 1000),
    ("claims of one story", lambda n: corpus(n, 1), lambda t: list_claims(t["figures"], t["articles"]), 1000),
    *((f"{step.__name__} in many groups", many_claims, step, 2000) for step in (count_pairs, rank_groups)),
    *(
        (f"{step.__name__} in one group", claims_of_one_story, step, 4000)
        for step in (count_pairs, find_sides, list_revisions, compare_headlines, rank_groups)
    ),
]

REPEATED = [
    "a ",
    "-",
    "facebook ",
    "source : : : ",
    "U.",
    "copyright (c",
    "get the newsletter ",
    "facebook !",
    "sign up for newsletter",
]
CLEANING = [(f"cleaning {piece!r}", lambda n, p=piece: [p * (n // len(p))] * 3, clean, 4_000_000) for piece in REPEATED]


def page(size):
    pairs = (("Bridge {} opens", "It cost {} million.")[number % 2].format(number) for number in range(size))
    return ["The bridge over the strait was closed on Monday after a storm.", "Latest news", *pairs]


COUNTED = [
    "5 people killed and ",
    "5 , 6 , including 7 , ",
    "5 of 6 in Homs and ",
    "in Homs , of the town , and 5 ",
    "among them 5 , killed , said , of , ",
    "to be reported left 5 ",
    "people and 5 ",
]
SENTENCES = [
    (f"one sentence {words!r}", lambda n, w=words: [Article("a", w * n)], extract_articles, 400) for words in COUNTED
]

SPOKEN = "“It goes on,” he said. “12 people died.” The army said: 5 died. Reports, citing SANA, said 3 died.\n"


def tagged(text):
    document = tokenize(text)
    tag_speech([document])
    return document


def attribute_all(document):
    quotes = run_on(document, resolve_speakers(document, find_quotes(document), []))
    return attribute(document, find_figures(document), quotes)


CASES = [
    *LINKING,
    *CLEANING,
    *SENTENCES,
    ("cleaning paragraphs", page, clean, 20_000),
    ("sources", lambda size: tagged(SPOKEN * size), attribute_all, 200),
]


def seconds(step, given):
    taken = []
    for _ in range(RUNS):
        begin = time.process_time()
        step(given)
        taken.append(time.process_time() - begin)
    return min(taken)


@pytest.mark.parametrize(("make", "step", "size"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_growth(request, make, step, size):
    step(make(10))  # what is loaded once
    half, whole = (seconds(step, make(many)) for many in (size, 2 * size))
    print(f"{request.node.callspec.id}: {half:.3f} s, twice as much {whole:.3f} s, {whole / max(half, 0.01):.2f} times")
    assert whole < GROWTH * max(half, 0.01)
