"""Whose each mention is, and why, in texts: names are marked as [Bashar al-Assad PER]."""

import re

import pytest

from crossread.linking.aliases import link_entities
from crossread.tables import make_table

MARKED = re.compile(r"\[([^\]]+) (PER|ORG|LOC|MISC)\]")


def link(*texts):
    """Mentions, entities and variants of marked texts, whose ids are a, b, c and so on."""
    mentions, articles = [], []
    for article, marked in zip("abcdefghij", texts, strict=False):
        text, at = "", 0
        for found in MARKED.finditer(marked):
            text += marked[at : found.start()]
            start, at = len(text), found.end()
            text += found.group(1)
            span = {"start": start, "end": len(text), "text": found.group(1), "type": found.group(2)}
            mentions.append({"article_id": article, **span})
        articles.append({"article_id": article, "text": text + marked[at:]})
    return link_entities(make_table("mentions", mentions), make_table("articles", articles))


CASES = [
    (
        "place that is elsewhere taken for a person",
        ["[Camp Ashraf LOC] lies there.", "[Friends of Ashraf ORG] met.", "They left [Ashraf PER]."],
        "Camp Ashraf | Friends of Ashraf | Camp Ashraf",
    ),
    (
        "surname that is a place's name, too",
        ["[Camp Ashraf LOC] lies there.", "[Ali Ashraf PER] spoke.", "They met [Ashraf PER]."],
        "Camp Ashraf | Ali Ashraf | Ashraf",
    ),
    (
        "surname, title and first name within an article",
        ["[Bashar al-Assad PER] left. President [Assad PER]'s guards came. [Bashar PER] waved."],
        "Bashar al-Assad | Bashar al-Assad | Bashar al-Assad",
    ),
    (
        "surname that two of the article bear",
        ["[Bashar al-Assad PER] and [Maher al-Assad PER] met. [Assad PER] spoke."],
        "Bashar al-Assad | Maher al-Assad | Assad",
    ),
    (
        "surname that two bear, one of whom is named far more often",
        ["[Barack Obama PER] met [Michelle Obama PER]. [Obama PER] spoke.", *["[Barack Obama PER] spoke."] * 4],
        "Barack Obama | Michelle Obama | Barack Obama | " + " | ".join(["Barack Obama"] * 4),
    ),
    (
        "surname of the one bearer in the corpus",
        ["[Barack Obama PER] spoke.", "[Obama PER] left."],
        "Barack Obama | Barack Obama",
    ),
    (
        "surname of two bearers of the corpus",
        ["[George W. Bush PER] spoke.", "[Jeb Bush PER] spoke.", "[Bush PER] left."],
        "George W. Bush | Jeb Bush | Bush",
    ),
    (
        "name that lacks the middle one of two",
        ["[George W. Bush PER] spoke.", "[George H. W. Bush PER] spoke.", "[George Bush PER] left."],
        "George W. Bush | George H. W. Bush | George Bush",
    ),
    (
        "father and son",
        ["[Donald Trump Jr. PER] spoke.", "[Donald Trump PER] spoke."],
        "Donald Trump Jr. | Donald Trump",
    ),
    (
        "initial of the only one",
        ["[John F. Kennedy PER] spoke.", "[John Kennedy PER] and [J. Kennedy PER] are one."],
        "John F. Kennedy | John F. Kennedy | John F. Kennedy",
    ),
    (
        "acronym in brackets, used elsewhere",
        ["The [Islamic Revolutionary Guard Corps ORG] ([IRGC ORG]) came.", "The [IRGC ORG] went."],
        "Islamic Revolutionary Guard Corps | Islamic Revolutionary Guard Corps | Islamic Revolutionary Guard Corps",
    ),
    (
        "acronym of another language",
        ["The [Democratic Union Party ORG] ([PYD ORG]) met.", "The [PYD ORG] left."],
        "Democratic Union Party | Democratic Union Party | Democratic Union Party",
    ),
    (
        "agency in brackets behind a place",
        ["[Damascus LOC] ([SANA ORG]) – Rain fell. [SANA ORG] said so."],
        "Damascus | SANA | SANA",
    ),
    (
        "two agencies and a slash",
        ["A [NBC ORG]/[WSJ ORG] poll."],
        "NBC | WSJ",
    ),
    (
        "two acronyms in brackets",
        ["The [National Council of Resistance of Iran ORG] ([NCRI ORG]/[CNRI ORG]) met."],
        " | ".join(["National Council of Resistance of Iran"] * 3),
    ),
    (
        "chief noun",
        [
            "The [Syrian Observatory for Human Rights ORG] ([SOHR ORG]) spoke. The [Observatory ORG] counts. "
            "The [Syrian Observatory ORG] said so.",
            "The [Observatory ORG] spoke.",
        ],
        " | ".join(["Syrian Observatory for Human Rights"] * 5),
    ),
    (
        "army of whom",
        ["The [Free Syrian Army ORG] fought the [Syrian Army ORG]."],
        "Free Syrian Army | Syrian Army",
    ),
    (
        "province and city",
        ["In [Aleppo LOC] province, west of the city of [Aleppo LOC], rain fell on [Aleppo LOC]."],
        "Aleppo province | Aleppo | Aleppo",
    ),
    (
        "provinces in a row, countryside, and a rural area",
        ["The provinces of [Homs LOC] and [Hama LOC] saw rain, as did [Homs LOC] countryside and rural [Hama LOC]."],
        "Homs province | Hama province | Homs province | Hama province",
    ),
    (
        "province that no city shares its name with",
        ["In [Helmand LOC] province rain fell. [Helmand LOC] was wet."],
        "Helmand | Helmand",
    ),
    (
        "city whose name holds a country's",
        ["[Mexico City LOC] is in [Mexico LOC], [Raqqa City LOC] is [Raqqa LOC]."],
        "Mexico City | Mexico | Raqqa City | Raqqa City",
    ),
    (
        "countries of nearly one name",
        ["[Niger LOC], [Nigeria LOC], [Iran LOC], [Iraq LOC], [Mali LOC], [South Korea LOC], [North Korea LOC]."],
        "Niger | Nigeria | Iran | Iraq | Mali | South Korea | North Korea",
    ),
    (
        "town and movement",
        ["Rain fell on [Hama LOC].", "[Hamas ORG] spoke."],
        "Hama | Hamas",
    ),
    (
        "known names",
        ["[Daesh ORG], [IS ORG] and [ISIL ORG] are one, as are the [YPG ORG] and the [People's Protection Units ORG]."],
        "ISIL | ISIL | ISIL | People's Protection Units | People's Protection Units",
    ),
    (
        "full name under another type",
        ["[Ana Zeltweg PER] spoke. [Ana Zeltweg PER] left.", "[Ana Zeltweg ORG] came."],
        "Ana Zeltweg | Ana Zeltweg | Ana Zeltweg",
    ),
    (
        "one word that is as often a person as a place",
        ["[Zeltweg PER] spoke.", "[Zeltweg LOC] is small."],
        "Zeltweg | Zeltweg",
    ),
    (
        "front in Arabic and English, whatever its type",
        ["[Jabhat Fateh al-Sham PER] spoke.", "The [Fateh al-Sham Front ORG] spoke."],
        "Fateh al-Sham Front | Fateh al-Sham Front",
    ),
    (
        "possessives of a text that lost its apostrophes",
        ["[Syria LOC] and [Syrias LOC] army."],
        "Syria | Syria",
    ),
    (
        "families of a text that has its apostrophes",
        ["[Ford ORG]'s cars. The [Fords ORG] came."],
        "Ford | Fords",
    ),
]


@pytest.mark.parametrize(("texts", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_merges(texts, names):
    mentions, entities, _ = link(*texts)
    displayed = dict(zip(entities.entity_id, entities.name, strict=True))
    assert [displayed[entity] for entity in mentions.entity_id] == names.split(" | ")


REASONS = [
    (["[Iran LOC] and [Iran LOC]."], {"Iran": "same spelling"}),
    (
        ["[Qassem Soleimani PER] spoke. [Soleimani PER] left.", "[Qassem Soleimani PER]", "[Qasem Suleimani PER]"],
        {
            "Qassem Soleimani": "same spelling",
            "Soleimani": "surname of Qassem Soleimani in a",
            "Qasem Suleimani": "spelling: Qassem Soleimani",
        },
    ),
    (
        ["The [National Council of Resistance of Iran ORG] ([NCRI ORG]) met.", "The [NCRI ORG] left."],
        {
            "National Council of Resistance of Iran": "same spelling",
            "NCRI": "acronym of National Council of Resistance of Iran, introduced in a",
        },
    ),
    (
        ["[Iranian MISC]", "[Iranian MISC]", "[Iranians MISC]"],
        {"Iranian": "same spelling", "Iranians": "plural: Iranian"},
    ),
    (["[United States LOC]", "[US LOC]"], {"United States": "same spelling", "US": "known equivalence"}),
    (["[Aleppo LOC] province"], {"Aleppo": "called a province"}),
    (["[Syria LOC] and [Syrias LOC] army"], {"Syria": "same spelling", "Syrias": "possessive of Syria"}),
]


@pytest.mark.parametrize(("texts", "reasons"), REASONS, ids=[", ".join(reasons) for _, reasons in REASONS])
def test_each_form_has_its_reason(texts, reasons):
    _, entities, variants = link(*texts)
    assert len(entities) == 1
    assert dict(zip(variants.form, variants.reason, strict=True)) == reasons
