"""Claims to sentences: what is said of accounts that agree, differ, were revised, or head a text otherwise."""

import re
import string
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.accounts import extract_claims

from crossread.lexicon import load_lexicon
from crossread.linking.compare import (
    apply_comparisons,
    claimed_interval,
    compared_claims,
    find_sides,
    list_claims,
    rank_groups,
)
from crossread.reading.articles import Article, Corpus
from crossread.reading.comparisons import Comparison
from crossread.reporting.findings.findings import Finding, findings_html, tell_findings, tell_headlines
from crossread.reporting.findings.prose import count_word, enumerate_all, fill, text_of
from crossread.reporting.links import resolve_links
from crossread.tables import Tables, make_table, rows_of


def read(stories, comparisons=()):
    """Tables and claims of stories: accounts of (outlet, text), (outlet, text, day) or with a title as fourth.

    A day is one of June 2015, a date in full, or 0 for none.
    """
    articles = []
    for at, (story, accounts) in enumerate(stories.items()):
        for number, (outlet, text, *more) in enumerate(accounts):
            day, title = [*more, *(10, None)[len(more) :]]
            published = pd.Timestamp(day if isinstance(day, str) else f"2015-06-{day}").date() if day else None
            name = f"{'abcdefgh'[at // 26]}{chr(97 + at % 26)}{number}" if len(stories) > 1 else f"a{number}"
            body = text if title is None else f"{title}\n\n{text}"
            articles.append(Article(name, body, title=title, outlet=outlet, published=published, story=story))
    return extract_claims(Corpus("T", tuple(articles), (), comparisons=tuple(comparisons)))


def tell(*accounts):
    """The findings of accounts of one story."""
    tables, claims = read({"s": accounts})
    return tell_findings(claims, rank_groups(claims), tables)


def tell_all(cases, comparisons=()):
    """The findings of stories by their names, all read at once."""
    tables, claims = read(cases, comparisons)
    claims = apply_comparisons(claims, comparisons, tables.entities) if comparisons else claims
    stories = dict(zip(claims.group, claims.story, strict=True))
    told = {name: [] for name in cases}
    for finding in tell_findings(claims, rank_groups(claims), tables):
        told[stories[finding.group]].append(words(finding))
    return told


def words(finding):
    return " | ".join(text_of(prose) for prose in (finding.line, finding.prose) if prose)


BLAST = "A car bomb killed {} people in Homs."
POLICE = "A car bomb killed {} people in Homs, police said."


def blasts(*numbers, outlets=("AFP", "AP", "BBC", "CNN")):
    """Accounts that give numbers of dead: the first by the police, the others by the outlet."""
    texts = [POLICE, *[BLAST] * (len(numbers) - 1)]
    return [(outlet, text.format(number)) for outlet, text, number in zip(outlets, texts, numbers, strict=False)]


TOLD = {
    "one number": (
        [("AFP", POLICE.format("30")), ("AP", "A car bomb killed 30 people in Homs, the hospital said.")],
        "Both sources on the bombing in Homs give 30 dead. | Reported on 10 June 2015. Told by police cited "
        "by AFP; the hospital cited by AP.",
    ),
    "two sides": (
        blasts("30", "12"),
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (AP) on one side and 30 (police cited by AFP) on the other.",
    ),
    "three sides": (
        blasts("30", "12", "50"),
        "Three sources on the bombing in Homs give 12 to 50 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all; the claims fall into three sides: 12 (AP); 30 (police cited by "
        "AFP); 50 (BBC).",
    ),
    "an agency named as a source elsewhere": (
        [
            ("CNN", "HOMS (AFP) - A car bomb killed 12 people in Homs."),
            ("BBC", "A car bomb killed 12 people in Homs, AFP said."),
            ("AP", BLAST.format("30")),
        ],
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (AFP in CNN) on one side and 30 (AP) on the other.",
    ),
    "an outlet named as a source elsewhere": (
        [
            ("SANA", BLAST.format("12")),
            ("BBC", f"{POLICE.format('30')} The bomb killed 12 people in Homs, SANA said."),
        ],
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (SANA) on one side and 30 (police cited by BBC) on the other.",
    ),
    "open above": (
        blasts("at least 25", "31"),
        "Both sources on the bombing in Homs allow 31 dead. | Reported on 10 June 2015. The claims: at least "
        "25 (police cited by AFP) and 31 (AP).",
    ),
    "open between sides": (
        blasts("at least ten", "12", "30"),
        "Three sources on the bombing in Homs give at least 10 to 30 dead; they cannot all be right. | "
        "Reported on 10 June 2015. No one number fits all: 12 (AP) on one side and 30 (BBC) on the other; at "
        "least 10 (police cited by AFP) would fit either.",
    ),
    "open among three sides": (
        blasts("at least 20", "12", "30", "50"),
        "Four sources on the bombing in Homs give 12 to 50 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all; the claims fall into three sides: 12 (AP); 30 (BBC); 50 (CNN). "
        "More than one side is open to at least 20 (police cited by AFP).",
    ),
    "five sides": (
        [
            *blasts("30", "12", "40", "50"),
            ("TASS", BLAST.format("60")),
            ("DPA", "In the middle of Homs 40 people died when a bomb went off."),
        ],
        "Six sources on the bombing in Homs give 12 to 60 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all; the claims fall into five sides, from 12 (AP) to 60 (TASS); the "
        "best attested is 40 (BBC; DPA). Two more lie between.",
    ),
    "five sides, none of which stands out": (
        [*blasts("30", "12", "40", "50"), ("TASS", BLAST.format("60")), ("DPA", BLAST.format("at least 45"))],
        "Six sources on the bombing in Homs give 12 to 60 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all; the claims fall into five sides, from 12 (AP) to 60 (TASS). Three"
        " more lie between. More than one side is open to at least 45 (DPA).",
    ),
    "more than one number says": (
        blasts("more than 30", "30"),
        "Both sources on the bombing in Homs give numbers of dead that only touch. | Reported on 10 June "
        "2015. The claims: more than 30 (police cited by AFP) and 30 (AP).",
    ),
    "more than is narrower than at least": (
        blasts("at least 30", "more than 30"),
        "Both sources on the bombing in Homs allow more than 30 dead. | Reported on 10 June 2015. The claims:"
        " at least 30 (police cited by AFP) and more than 30 (AP).",
    ),
    "more than leaves a side out": (
        blasts("more than 30", "30", "50"),
        "Three sources on the bombing in Homs give more than 30 to 50 dead; they cannot all be right. | "
        "Reported on 10 June 2015. No one number fits all: 30 (AP) on one side and more than 30 (police cited"
        " by AFP) and 50 (BBC) on the other.",
    ),
    "open to both ends": (
        blasts("at least 20", "up to 30"),
        "Both sources on the bombing in Homs give numbers of dead that overlap. | Reported on 10 June 2015. "
        "The claims: at least 20 (police cited by AFP) and up to 30 (AP).",
    ),
    "range": (
        blasts("between 20 and 30", "50"),
        "Two sources on the bombing in Homs give “between 20 and 30” to 50 dead; they cannot all be right. | "
        "Reported on 10 June 2015. No one number fits all: “between 20 and 30” (police cited by AFP) on one "
        "side and 50 (AP) on the other.",
    ),
    "vague": (
        blasts("dozens of", "more than 60"),
        "Both sources on the bombing in Homs give numbers of dead that overlap. | Reported on 10 June 2015. "
        "The claims: more than 60 (AP) and dozens (police cited by AFP).",
    ),
    "about": (
        blasts("around 30", "31"),
        "Both sources on the bombing in Homs allow 31 dead. | Reported on 10 June 2015. The claims: around 30"
        " (police cited by AFP) and 31 (AP).",
    ),
    "revision": (
        [
            ("AFP", "A car bomb killed 30 people in Homs, the Red Cross said.", 10),
            ("AP", "A car bomb killed 44 people in Homs, the Red Cross said.", 11),
        ],
        "One source on the bombing in Homs gives 30 to 44 dead; only a source’s own numbers exclude each "
        "other. | Reported from 10 June 2015 to 11 June 2015. The Red Cross revised the figure from 30 (10 "
        "June 2015) to 44 (11 June 2015).",
    ),
    "two numbers on one day": (
        [
            ("AFP", "A car bomb killed 30 people in Homs, the Red Cross said."),
            ("AP", "A car bomb killed 44 people in Homs, the Red Cross said."),
        ],
        "One source on the bombing in Homs gives 30 to 44 dead; only a source’s own numbers exclude each "
        "other. | Reported on 10 June 2015. The Red Cross gave both 30 and 44 on 10 June 2015.",
    ),
    "revision among others": (
        [
            ("AFP", "A car bomb killed 30 people in Homs, the Red Cross said.", 10),
            ("AP", "A car bomb killed 44 people in Homs, the Red Cross said.", 11),
            ("BBC", BLAST.format("12"), 11),
        ],
        "Two sources on the bombing in Homs give 12 to 44 dead; they cannot all be right. | Reported from 10 "
        "June 2015 to 11 June 2015. No one number fits all; the claims fall into three sides: 12 (BBC); 30 "
        "(the Red Cross); 44 (the Red Cross). The Red Cross revised the figure from 30 (10 June 2015) to 44 "
        "(11 June 2015).",
    ),
    "headline without the bound": (
        [("AFP", POLICE.format("at least 30"), 10, "Car bomb kills 30 people in Homs"), ("AP", BLAST.format("33"))],
        "Both sources on the bombing in Homs allow 33 dead. | Reported on 10 June 2015. The claims: at least "
        "30 (police cited by AFP) and 33 (AP). The headline of AFP says 30, its text at least 30.",
    ),
    "headline against its text": (
        [
            ("AFP", POLICE.format("30"), 10, "Car bomb kills 50 people in Homs"),
            ("AP", "Thirty people died in Homs when a bomb went off beside a market full of shoppers, a doctor said."),
        ],
        "Both sources on the bombing in Homs give 30 dead. | Reported on 10 June 2015. Told by police cited "
        "by AFP; a doctor cited by AP. The headline of AFP says 50, its text 30: no number fits both.",
    ),
    "hedge": (
        [("AFP", "A car bomb reportedly killed 30 people in Homs."), ("AP", BLAST.format("12"))],
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (AP) on one side and 30 (AFP [reportedly]) on the other.",
    ),
    "long name": (
        [
            (
                "AFP",
                "A car bomb killed 30 people in Homs, a spokesman for the provincial health directorate of the two "
                "northern coastal districts said.",
            ),
            ("AP", BLAST.format("12")),
        ],
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (AP) on one side and 30 (a spokesman for the provincial health"
        " directorate of the two northern coastal… cited by AFP) on the other.",
    ),
    "no outlet": (
        [(None, BLAST.format("30")), (None, BLAST.format("12"))],
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (ay1) on one side and 30 (ay0) on the other.",
    ),
    "neither date nor place": (
        [("AFP", "The army lost 30 soldiers.", 0), ("AP", "The army lost 12 soldiers.", 0)],
        "Two sources on soldiers killed in the story “neither date nor place” give 12 to 30; they cannot all "
        "be right. | No one number fits all: 12 (AP) on one side and 30 (AFP) on the other.",
    ),
    "one": (
        [("AFP", "A car bomb killed one child in Homs."), ("AP", "A blast in Homs killed one child, a doctor said.")],
        "Both sources on the explosion in Homs give one child killed. | Reported on 10 June 2015. Told by "
        "AFP; a doctor cited by AP.",
    ),
    "injured": (
        [("AFP", "Air strikes wounded 12 people in Homs."), ("AP", "Air raids wounded 15 people in Homs.")],
        "Two sources on the air strikes in Homs give 12 to 15 injured; they cannot all be right. | Reported "
        "on 10 June 2015. No one number fits all: 12 (AFP) on one side and 15 (AP) on the other.",
    ),
    "side of the forces": (
        [("AFP", "Clashes in Homs killed 12 rebels."), ("AP", "Clashes in Homs killed 15 rebels.")],
        "Two sources on the fighting in Homs give 12 to 15 rebels killed; they cannot all be right. | "
        "Reported on 10 June 2015. No one number fits all: 12 (AFP) on one side and 15 (AP) on the other.",
    ),
    "dozens of them": (
        [("AFP", "Clashes in Homs killed dozens of rebels."), ("AP", "Clashes in Homs killed 15 rebels.")],
        "Two sources on the fighting in Homs give 15 to dozens of rebels killed; they cannot all be right. | "
        "Reported on 10 June 2015. No one number fits all: 15 (AP) on one side and dozens (AFP) on the other.",
    ),
    "no cause": (
        [("AFP", "Iran has sent 30,000 soldiers to Iraq."), ("AP", "Iran has sent more than 1,000 advisers to Iraq.")],
        "Both sources on fighters or soldiers deployed allow 30,000. | Reported on 10 June 2015. The claims: "
        "more than 1,000 (AP) and 30,000 (AFP).",
    ),
    "a noun without a class": (
        [("AFP", "The army sent 40 tanks to Homs."), ("AP", "The army sent several tanks to Homs.")],
        "Two sources on tanks deployed give several to 40; they cannot all be right. | Reported on 10 June "
        "2015. No one number fits all: several (AP) on one side and 40 (AFP) on the other.",
    ),
    "the whole war": (
        [
            ("AFP", "The conflict has killed more than 200,000 people in Syria since it began."),
            ("AP", "More than 220,000 people have been killed in Syria since the uprising started."),
        ],
        "Both sources on people killed in the whole conflict allow more than 220,000. | Reported on 10 June "
        "2015. The claims: more than 200,000 (AFP) and more than 220,000 (AP).",
    ),
    "shares": (
        [
            ("AFP", "The quake destroyed about half of the houses in Homs."),
            ("AP", "The quake destroyed at least 40% of the houses in Homs."),
            ("BBC", "The quake destroyed 25 per cent of the houses in Homs."),
        ],
        "Three sources on the earthquake in Homs give 25 per cent to about half of houses damaged or "
        "destroyed; they cannot all be right. | Reported on 10 June 2015. No one number fits all: 25 per cent"
        " (BBC) on one side and at least 40% (AP) and about half (AFP) on the other.",
    ),
    "numbers in one style": (
        blasts("Three", "12"),
        "Two sources on the bombing in Homs give three to 12 dead; they cannot all be right. | Reported on 10"
        " June 2015. No one number fits all: three (police cited by AFP) on one side and 12 (AP) on the "
        "other.",
    ),
    "one number in words and digits": (
        [
            ("AFP", "The war displaced at least one million people in Syria, the Red Cross said."),
            ("AP", "The war displaced at least 1 million people in Syria, a minister said."),
        ],
        "Both sources on people displaced in the whole conflict give at least 1 million. | Reported on 10 "
        "June 2015. Told by the Red Cross; a minister cited by AP.",
    ),
    "since a date that is no war's": (
        [
            ("AFP", "Air strikes have killed more than 300 people in Homs since 2014, doctors said."),
            ("AP", "Since 2014 more than 300 people died in Homs in raids from the air, a hospital said."),
        ],
        "Both sources on people killed since an earlier date give more than 300. | Reported on 10 June 2015. "
        "Told by doctors cited by AFP; a hospital cited by AP.",
    ),
    "an agency's report": (
        [("Ahram", "HOMS (AFP) - A car bomb killed 30 people in Homs."), ("BBC", BLAST.format("12"))],
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (BBC) on one side and 30 (AFP in Ahram) on the other.",
    ),
    "an agency that is named in a text": (
        [
            ("Ahram", "HOMS (AFP) - A car bomb killed 30 people in Homs."),
            ("BBC", "A car bomb killed 12 people in Homs, AFP said."),
        ],
        "One source on the bombing in Homs gives 12 to 30 dead; only a source’s own numbers exclude each "
        "other. | Reported on 10 June 2015. AFP in Ahram gave both 12 and 30 on 10 June 2015.",
    ),
    "a source by another name": (
        [
            ("BBC", "A car bomb killed 30 people in Homs, the Syrian Observatory for Human Rights said."),
            (
                "TASS",
                "A car bomb killed 12 people in Homs, said the so-called Syrian Observatory for Human Rights. The "
                "Observatory said 30 people were wounded.",
            ),
            ("AP", "A car bomb wounded 20 people in Homs."),
        ],
        "Two sources on the bombing in Homs give 20 to 30 injured; they cannot all be right. | Reported on 10"
        " June 2015. No one number fits all: 20 (AP) on one side and 30 (the Syrian Observatory for Human "
        "Rights) on the other.",
        "One source on the bombing in Homs gives 12 to 30 dead; only a source’s own numbers exclude each "
        "other. | Reported on 10 June 2015. The Syrian Observatory for Human Rights gave both 12 and 30 on 10"
        " June 2015.",
    ),
    "what was hit": (
        [
            ("AFP", "A car bomb struck a crowded market in Homs. It killed 30 people, police said."),
            ("AP", "A car bomb at a market in Homs killed 12 people and wounded 40."),
            ("BBC", "A blast hit the main market in Homs, killing 20 people."),
        ],
        "Three sources on the explosion that hit a market in Homs give 12 to 30 dead; they cannot all be "
        "right. | Reported on 10 June 2015. No one number fits all; the claims fall into three sides: 12 "
        "(AP); 20 (BBC); 30 (police cited by AFP).",
    ),
    "one event of two groups is in one place": (
        [
            ("AFP", "A car bomb killed 30 people and wounded 50 in Homs, police said."),
            ("AP", "A blast left 12 people dead in the town of Talbiseh near Homs."),
            ("BBC", "A bomber in a car killed 20 people, witnesses said. They counted 70 wounded."),
        ],
        "Three sources on the explosion in Homs give 12 to 30 dead; they cannot all be right. | Reported on "
        "10 June 2015. No one number fits all; the claims fall into three sides: 12 (AP); 20 (witnesses cited"
        " by BBC); 30 (police cited by AFP).",
        "Two sources on the explosion in Homs give 50 to 70 injured; they cannot all be right. | Reported on "
        "10 June 2015. No one number fits all: 50 (police cited by AFP) on one side and 70 (witnesses cited "
        "by BBC) on the other.",
    ),
    "what was hit by one account alone": (
        [("AFP", "A car bomb struck a market in Homs, killing 30 people."), ("AP", BLAST.format("12"))],
        "Two sources on the bombing in Homs give 12 to 30 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 12 (AP) on one side and 30 (AFP) on the other.",
    ),
    "a development": (
        [("AFP", POLICE.format("30"), "2015-06-10"), ("AP", BLAST.format("44"), "2015-12-10")],
        "Two sources on the bombing in Homs give 30 to 44 dead, months apart: the number may have "
        "changed. | In order of time: 30 on 10 June 2015 (police cited by AFP) and 44 on 10 December "
        "2015 (AP).",
    ),
    "a contradiction within a development": (
        [
            ("AFP", POLICE.format("30"), "2015-06-10"),
            ("AP", BLAST.format("44"), "2015-12-10"),
            ("BBC", BLAST.format("20"), "2015-06-11"),
        ],
        "Three sources on the bombing in Homs give 20 to 44 dead; they cannot all be right. | Reported from "
        "10 June 2015 to 10 December 2015. No one number fits all; the claims fall into three sides: 20 (BBC);"
        " 30 (police cited by AFP); 44 (AP).",
    ),
    "a blast and a bombing": (
        [("AFP", POLICE.format("30")), ("AP", "The massacre in Homs, a blast, killed 44 people.")],
        "Two sources on the explosion in Homs give 30 to 44 dead; they cannot all be right. | Reported on 10 "
        "June 2015. No one number fits all: 30 (police cited by AFP) on one side and 44 (AP) on the other. "
        "Accounts differ in what it was: “massacre” (AP).",
    ),
    "many of one mind": (
        [
            ("AFP", POLICE.format("30")),
            ("AP", "A bomb in a parked car killed 30 people in Homs on Wednesday, a doctor said."),
            ("BBC", "A bomber in a car killed 30 people at a market in Homs."),
            ("CNN", "In Homs 30 people were killed when a car bomb went off, witnesses told the channel."),
            ("TASS", "A car bomb left 30 people dead in the middle of Homs."),
        ],
        "All five sources on the bombing in Homs give 30 dead. | Reported on 10 June 2015. Told by police "
        "cited by AFP; a doctor cited by AP; BBC; two others.",
    ),
}


@pytest.fixture(scope="module")
def told():
    return tell_all({name: accounts for name, (accounts, *_) in TOLD.items()})


@pytest.mark.parametrize("name", TOLD)
def test_told(told, name):
    assert told[name] == list(TOLD[name][1:])


BY_USER = {
    "title": (
        [("AFP", BLAST.format("30")), ("AP", "Air strikes killed 12 people in Aleppo.")],
        Comparison("Dead of the day", counted=("people",), outcome="killed"),
        "Two sources on “Dead of the day” give 12 to 30 dead; they cannot all be right. | No one number fits "
        "all: 12 (AP) on one side and 30 (AFP) on the other.",
    ),
    "things of two kinds": (
        [("AFP", "The army said that 20 sheep were killed."), ("AP", "The police said that 90 goats were killed.")],
        Comparison("Beasts of the valley", counted=("sheep", "goats")),
        "Two sources on “Beasts of the valley” give 20 to 90 killed; they cannot all be right. | No one "
        "number fits all: 20 (the army cited by AFP) on one side and 90 (the police cited by AP) on the "
        "other.",
    ),
    "money": (
        [("AFP", "The state spent $2 billion on aid."), ("AP", "The state spent more than $3 billion on aid.")],
        Comparison("Aid", counted=("aid",)),
        "Two sources on “Aid” give $2 billion to more than $3 billion in aid; they cannot all be right. | No "
        "one number fits all: $2 billion (AFP) on one side and more than $3 billion (AP) on the other.",
    ),
}


@pytest.fixture(scope="module")
def told_by_user():
    comparisons = [replace(comparison, story=name) for name, (_, comparison, _) in BY_USER.items()]
    return tell_all({name: accounts for name, (accounts, *_) in BY_USER.items()}, comparisons)


@pytest.mark.parametrize("name", BY_USER)
def test_by_the_users_word(told_by_user, name):
    assert told_by_user[name] == [BY_USER[name][2]]


HEADLINES = [
    ("Car bomb kills 30 people in Homs", "at least 30", ["The headline of AFP says 30 dead, its text at least 30."]),
    ("Car bomb kills 50 people in Homs", "30", ["The headline of AFP says 50 dead, its text 30: no number fits both."]),
    ("Car bomb kills 30 people in Homs", "30", []),
    ("Car bomb in Homs", "30", []),
]


@pytest.fixture(scope="module")
def told_of_headlines():
    alone = {str(at): [("AFP", POLICE.format(number), 10, title)] for at, (title, number, _) in enumerate(HEADLINES)}
    other = {f"{name} with another": [*accounts, ("AP", BLAST.format("12"))] for name, accounts in alone.items()}
    tables, claims = read(alone | other)
    stories = dict(zip(claims.group, claims.story, strict=True))
    return [(stories[one.group], text_of(one.line)) for one in tell_headlines(claims, tables.figures)]


@pytest.mark.parametrize(("title", "number", "told"), HEADLINES)
def test_headlines_of_what_one_article_says(told_of_headlines, title, number, told):
    story = str([case[:2] for case in HEADLINES].index((title, number)))
    assert [words for name, words in told_of_headlines if name == story] == told
    assert [words for name, words in told_of_headlines if name == f"{story} with another"] == []


def test_an_account_that_is_not_compared_is_not_told_of():
    assert tell(("AFP", BLAST.format("30")), ("AP", "Police spoke of a car bomb in Homs.")) == []


def test_numbers_lead_to_their_figures():
    (finding,) = tell(*blasts("30", "12"))
    linked = [(piece.text, piece.figure_id) for piece in (*finding.line, *finding.prose) if piece.figure_id]
    low, high = ("12", "a1:18"), ("30", "a0:18")
    assert linked == [low, high, low, high]
    assert not finding.agrees
    assert resolve_links(findings_html([finding])).count('<a href="articles/a1.html#figure-18">12</a>') == 2


def test_a_second_source_of_a_number_leads_to_its_own_figure():
    (finding,) = tell(*blasts("30", "30 or so"), ("BBC", "Bombs in Homs killed 30 people, doctors said."))
    assert ("doctors cited by BBC", "a2:21") in [tuple(piece) for piece in finding.prose]


def test_text_of_strangers_is_escaped():
    hostile = '<b onclick="x">AFP</b> & {braces}'
    (finding,) = tell((hostile, BLAST.format("30")), ("AP", BLAST.format("12")))
    assert hostile in words(finding)
    html = findings_html([finding])
    assert "<b" not in html
    assert "&lt;b onclick=&#34;x&#34;&gt;AFP&lt;/b&gt; &amp; {braces}" in html


LEXICON = load_lexicon("findings")


@pytest.mark.parametrize("name", LEXICON["sentence"])
def test_a_template_gives_its_example(name):
    entry = LEXICON["sentence"][name]
    slots = (re.escape(text) + (".*" if slot else "") for text, slot, _, _ in string.Formatter().parse(entry["text"]))
    assert re.fullmatch(re.sub(r"\\ (?=\.\*:)", " ?", "".join(slots)), entry["example"])


def test_every_outcome_has_words():
    outcomes = {entry.get("outcome", name) for name, entry in load_lexicon("outcomes").items()}
    assert set(LEXICON["outcome"]) == outcomes | {"other"}


ITEMS = [
    ([], ""),
    (["a"], "a"),
    (["a", "b"], "a and b"),
    (["a", "b", "c"], "a, b and c"),
    (["a", "b", "c", "d"], "a, b and two others"),
]


@pytest.mark.parametrize(("items", "told"), ITEMS)
def test_lists(items, told):
    assert text_of(enumerate_all([fill(item) for item in items], 3)) == told


@pytest.mark.parametrize(("count", "word"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1300, "1,300")])
def test_count_word(count, word):
    assert count_word(count) == word


NUMBER = st.integers(0, 40)
OPEN = (">", ">=", "<", "<=")
OUTLETS = ("AFP", "AP", "BBC", None)


@st.composite
def one_claim(draw):
    """A figure of an article, a to e, with a phrase that says its interval."""
    bound = draw(st.sampled_from(["=", "~", ">", ">=", "<", "<=", "range", "vague"]))
    one, other = sorted((draw(NUMBER), draw(NUMBER)))
    low, high = (
        (None if bound[0] == "<" else one),
        (None if bound[0] == ">" else other if bound in ("range", "vague") else one),
    )
    number = {"range": f"{one} to {other}", "vague": "dozens"}.get(bound, str(one))
    before = {"~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "up to "}.get(bound, "")
    before = draw(st.sampled_from([before, ""]))  # a bound may stand behind its number
    source = draw(st.sampled_from([None, "the army", "doctors"]))
    return {
        "article_id": draw(st.sampled_from("abcde")), "phrase": f"{before}{number} people", "bound": bound,
        "low": low, "high": high, "value": float(one), "source": source, "in_title": draw(st.booleans()),
        "source_entity": draw(st.sampled_from([None, "army"])) if source == "the army" else None,
        "start": 0, "number_start": len(before), "number_end": len(before) + len(number),
        "counted": "people", "counted_class": "people", "outcome": "killed", "kind": "count", "unit": "",
        "sentence_start": 0, "sentence_end": 0,
    }  # fmt: skip


def told_of(figures: list[dict]) -> tuple[pd.DataFrame, list[Finding]]:
    rows = [{**row, "figure_id": f"{row['article_id']}:{number}"} for number, row in enumerate(figures)]
    articles = [
        {"article_id": name, "text": "", "story": "s", "outlet": outlet, "published": published}
        for name, outlet, published in zip("abcde", [*OUTLETS, "AFP"], [None, *["2015-06-10"] * 4], strict=True)
    ]
    empty = {name: make_table(name, []) for name in Tables.__dataclass_fields__ if name in ("mentions", "entities")}
    others = dict.fromkeys(("variants", "quotes", "furniture", "problems", "corrections"), pd.DataFrame())
    tables = Tables("T", make_table("articles", articles), make_table("figures", rows), **empty, **others)
    claims = list_claims(tables.figures, tables.articles)
    return claims, tell_findings(claims, rank_groups(claims), tables)


@settings(deadline=None, max_examples=15)
@given(st.lists(one_claim(), min_size=2, max_size=9))
def test_any_claims(figures):
    claims, findings = told_of(figures)
    known = {claim.figure_id: claim for claim in rows_of(claims)}
    sides = find_sides(claims)
    assert [finding.group for finding in findings] == list(rank_groups(claims).group)
    for finding in findings:
        pieces = (*finding.line, *finding.prose)
        shown = {piece.figure_id for piece in pieces if piece.figure_id}
        own = sides[sides.group == finding.group]
        assert finding.agrees == (len(own) == 1)
        left_out = [ids for ids in own.figure_ids if shown.isdisjoint(ids)]
        assert left_out == [] or (len(own) > 4 and left_out[0] != own.figure_ids.iloc[0])
        text = words(finding).replace("10 June 2015", "a day")
        assert set(re.findall(r"\d+", text)) <= {
            n for claim in known.values() for n in re.findall(r"\d+", claim.phrase)
        }
        assert not re.search(r"  | [.,:;]|\(\)|[{}]", text)
        linked = [(piece.text, known[piece.figure_id]) for piece in pieces if piece.figure_id]
        assert [number for number, claim in linked if claim.bound in OPEN and number.isdigit()] == []
        if finding.agrees and not re.search("overlap|touch", text):
            accounts = set(compared_claims(claims).figure_id)  # a headline is held against its own text only
            told = [claim for _, claim in linked if claim.figure_id in accounts]
            intervals = [claimed_interval(claim.bound, claim.low, claim.high) for claim in told]
            low, high = intervals[0]
            assert all(least <= low and high <= most for least, most in intervals)
