"""Mentions to entities."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.linking.aliases import find_entities, link_entities
from crossread.tables import COLUMNS, make_table


def tables_of(*articles):
    """Tables of mentions and articles, each article a list of (text, type) that its text names in this order."""
    mentions, rows = [], []
    for number, names in enumerate(articles):
        text, separator = "", ""
        for name, kind in names:
            start = len(text) + len(separator)
            text += separator + name
            mentions.append(
                {"article_id": str(number), "start": start, "end": start + len(name), "text": name, "type": kind}
            )
            separator = " met "
        rows.append({"article_id": str(number), "text": text})
    return make_table("mentions", mentions), make_table("articles", rows)


def groups_of(*articles):
    """The sets of spellings that became one entity."""
    _, entities, _ = link_entities(*tables_of(*articles))
    return {frozenset(aliases) for aliases in entities.aliases}


ONE = [
    ("spelling", [("Qassem Soleimani", "PER")], [("Qassem Suleimani", "PER")]),
    ("article and vowel", [("Haider al-Abadi", "PER")], [("Haidar Abadi", "PER")]),
    ("Arabic article", [("Hadi Ameri", "PER")], [("Hadi al-Ameri", "PER")]),
    ("place", [("Khanaqin", "LOC")], [("Khaneqain", "LOC")]),
    ("place of another spelling", [("Jalawla", "LOC")], [("Jaloula", "LOC")]),
    ("apostrophe", [("Sa’adiyah", "LOC")], [("Saadiyah", "LOC")]),
    ("known names", [("ISIS", "ORG")], [("Daesh", "ORG")]),
    ("known full name", [("Islamic State in Iraq and the Levant", "ORG")], [("ISIL", "ORG")]),
    ("country", [("U.S.", "LOC")], [("America", "LOC")]),
    ("force", [("Quds Force", "ORG")], [("IRGC-Quds", "ORG")]),
    ("religion", [("Shi’ite", "MISC")], [("Shia", "MISC")]),
    ("plural", [("Iraqi", "MISC")], [("Iraqis", "MISC")]),
    ("plural within", [("Islamic Revolutionary Guard Corps", "ORG")], [("Islamic Revolutionary Guards Corps", "ORG")]),
    ("surname", [("Nouri al-Maliki", "PER")], [("Maliki", "PER")]),
    ("initials", [("National Council of Resistance of Iran", "ORG")], [("NCRI", "ORG")]),
    ("camp", [("Camp Ashraf", "LOC")], [("Ashraf", "LOC")]),
]


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_entity(first, second):
    assert groups_of(first, second) == {frozenset([first[0][0], second[0][0]])}


APART = [
    ("two persons", [("Hassan Rouhani", "PER")], [("Barack Obama", "PER")]),
    ("persons of one surname", [("Bashar Assad", "PER")], [("Hafez Assad", "PER")]),
    ("persons of one first name", [("Haider al-Abadi", "PER")], [("Haider Ameri", "PER")]),
    ("alike leaders", [("Ali Khamenei", "PER")], [("Ruhollah Khomeini", "PER")]),
    ("countries", [("Iran", "LOC")], [("Iraq", "LOC")]),
    ("cities", [("Karbala", "LOC")], [("Kirkuk", "LOC")]),
    ("country and people", [("Iran", "LOC")], [("Iranian", "MISC")]),
    ("bodies", [("Badr Organization", "ORG")], [("United Nations", "ORG")]),
    ("provinces", [("North Province", "LOC")], [("South Province", "LOC")]),
]


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_two_entities(first, second):
    assert groups_of(first, second) == {frozenset([first[0][0]]), frozenset([second[0][0]])}


def test_surname_belongs_to_the_person_of_its_article():
    bashar, hafez = ("Bashar Assad", "PER"), ("Hafez Assad", "PER")
    mentions, _, _ = link_entities(*tables_of([bashar, ("Assad", "PER")], [hafez, ("Assad", "PER")]))
    ids = list(mentions.entity_id)
    assert ids[0] == ids[1]
    assert ids[2] == ids[3]
    assert ids[0] != ids[2]


def test_surname_that_two_bear_belongs_to_neither():
    bashar, hafez = ("Bashar Assad", "PER"), ("Hafez Assad", "PER")
    mentions, _, _ = link_entities(*tables_of([bashar, hafez, ("Assad", "PER")]))
    assert mentions.entity_id.nunique() == 3


def test_acronym_in_brackets():
    text = "The Popular Mobilization Forces (PMF) came."
    spans = [(4, 31, "Popular Mobilization Forces"), (33, 36, "PMF")]
    rows = [{"article_id": "a", "start": s, "end": e, "text": t, "type": "ORG"} for s, e, t in spans]
    mentions, entities, _ = link_entities(
        make_table("mentions", rows), make_table("articles", [{"article_id": "a", "text": text}])
    )
    assert mentions.entity_id.nunique() == 1
    assert list(entities.name) == ["Popular Mobilization Forces"]


def test_entities():
    _, entities, _ = link_entities(
        *tables_of(
            [("Iran", "LOC"), ("Qassem Soleimani", "PER")], [("Iran", "LOC"), ("Soleimani", "PER"), ("Iran", "LOC")]
        )
    )
    columns = ["entity_id", "name", "type", "mentions", "articles"]
    assert [tuple(row) for row in entities[columns].itertuples(index=False)] == [
        ("iran", "Iran", "LOC", 3, 2),
        ("qassem-soleimani", "Qassem Soleimani", "PER", 2, 2),
    ]
    assert [list(aliases) for aliases in entities.aliases] == [["Iran"], ["Qassem Soleimani", "Soleimani"]]


def test_a_possessive_without_its_apostrophe_is_the_owner():
    names = [
        ("Syria", "LOC"),
        ("Syrias", "ORG"),
        ("Bashar al-Assad", "PER"),
        ("Bashar al-Assads", "PER"),
        ("Adam", "PER"),
    ]
    _, entities, _ = link_entities(*tables_of([*names, ("Adams", "PER")]))
    assert sorted(entities.name) == ["Adam", "Adams", "Bashar al-Assad", "Syria"]


TYPES = [
    (["LOC", "LOC", "MISC", "ORG"], [("LOC", 4)]),
    (["LOC", "LOC", "PER", "PER"], [("LOC", 2), ("PER", 2)]),
    (["PER", "PER", "PER", "PER", "ORG"], [("PER", 5)]),
]


@pytest.mark.parametrize(("types", "entities"), TYPES, ids=[" ".join(types) for types, _ in TYPES])
def test_one_spelling_is_one_thing_unless_it_may_be_a_person(types, entities):
    _, found, _ = link_entities(*tables_of([("Cairo", kind) for kind in types]))
    assert sorted(zip(found.type, found.mentions, strict=True)) == entities


def test_ids_are_unique_and_readable():
    _, entities, _ = link_entities(*tables_of([("Ashraf", "PER"), ("Ashraf", "LOC"), ("Éla", "PER"), ("…", "MISC")]))
    assert set(entities.entity_id) == {"ashraf", "ashraf-2", "ela", "name"}


def test_no_mentions():
    mentions, entities, variants = link_entities(make_table("mentions", []), make_table("articles", []))
    assert list(mentions.columns) == list(COLUMNS["mentions"])
    assert list(entities.columns) == list(COLUMNS["entities"])
    assert list(variants.columns) == list(COLUMNS["variants"])
    assert len(mentions) == len(entities) == len(variants) == 0


WORDS = [
    "al-Sadr",
    "Al-Sader",
    "Sadr",
    "Camp",
    "Khan",
    "Quds",
    "Qods",
    "Force",
    "NCRI",
    "QF",
    "Iraqi",
    "Iraqis",
    "é",
    "’",
    "of",
    "9",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join) | st.text(min_size=1, max_size=9).filter(
    lambda text: text == text.strip(" -") and text.isprintable()
)
MENTIONS = st.lists(st.tuples(NAMES, st.sampled_from(["PER", "ORG", "LOC", "MISC"])), max_size=8)


@settings(deadline=None)
@given(st.lists(MENTIONS, max_size=3))
def test_every_mention_has_one_entity(articles):
    before, texts = tables_of(*articles)
    mentions, entities, variants = link_entities(before, texts)
    assert mentions.drop(columns="entity_id").equals(before.drop(columns="entity_id"))
    assert set(mentions.entity_id) == set(entities.entity_id)
    assert entities.entity_id.is_unique
    assert entities.mentions.sum() == len(mentions)
    by_id = {row.entity_id: row for row in entities.itertuples()}
    assert all(row.text in by_id[row.entity_id].aliases for row in mentions.itertuples())
    assert all(row.name in row.aliases for row in entities.itertuples())
    assert variants.mentions.sum() == len(mentions)
    assert {(row.entity_id, row.form) for row in variants.itertuples()} == set(
        zip(mentions.entity_id, mentions.text, strict=True)
    )
    assert variants.reason.str.len().gt(0).all()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Suleimani", ["Qassem Soleimani"]),
        ("soleim", ["Qassem Soleimani"]),
        ("nobody", []),
        ("", ["Qassem Soleimani", "Iraq"]),
    ],
)
def test_entities_are_found_by_any_form(name, found):
    entities = pd.DataFrame({"name": ["Qassem Soleimani", "Iraq"], "aliases": [["Soleimani", "Suleimani"], ["Iraq"]]})
    assert list(find_entities(entities, name).name) == found
