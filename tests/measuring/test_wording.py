"""How outlets name one entity."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.measuring.wording import list_wordings, merge_forms
from crossread.tables import make_table


@pytest.mark.parametrize(
    ("kind", "forms", "wordings"),
    [
        ("ORG", ["Daesh", "ISIS", "DAESH", "Daesh's"], ["Daesh", "ISIS", "Daesh", "Daesh"]),
        ("ORG", ["ISIS", "ISISs", "ISIL"], ["ISIS", "ISIS", "ISIL"]),
        ("ORG", ["Quds Force", "Quds Forces", "Qods Force"], ["Quds Force", "Quds Force", "Qods Force"]),
        ("ORG", ["al-Nusra Front", "Nusra Front", "Al Nusra Front"], ["al-Nusra Front"] * 3),
        ("ORG", ["Islamic State", "Islamic State group"], ["Islamic State", "Islamic State group"]),
        ("LOC", ["US", "U.S.", "United States"], ["US", "US", "United States"]),
        ("MISC", ["Kurds", "Kurd", "Kurdish"], ["Kurds", "Kurds", "Kurdish"]),
        ("MISC", ["Shiite", "Shi’ite", "Shia"], ["Shiite", "Shiite", "Shia"]),
        ("PER", ["Soleimani", "Qassem Soleimani", "Suleimani"], ["Soleimani", "Soleimani", "Suleimani"]),
        ("PER", ["Abadi", "Haider al-Abadi", "Haidar al-Abadi"], [None, "Haider al-Abadi", "Haidar al-Abadi"]),
        ("PER", [], []),
    ],
)
def test_which_forms_are_one_wording(kind: str, forms: list[str], wordings: list[str | None]) -> None:
    assert [merge_forms(forms, kind).get(form) for form in forms] == wordings


@given(st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=6), st.sampled_from(["PER", "ORG"]))
def test_a_wording_is_one_of_the_forms(forms: list[str], kind: str) -> None:
    merged = merge_forms(forms, kind)
    assert set(merged) <= set(forms)
    assert set(merged.values()) <= set(forms)
    assert all(merged[wording] == wording for wording in merged.values())


def wordings(*named: tuple[str, str], copies: str = "") -> dict[str, pd.DataFrame]:
    """Wordings from (outlet, form), an article each outlet; `copies` is the outlet that copies another."""
    outlets = dict.fromkeys(outlet for outlet, _ in named)
    articles = [{"article_id": o, "outlet": o, "duplicate_of": "x" if o == copies else None} for o in outlets]
    mentions = [{"article_id": outlet, "text": form, "entity_id": "is"} for outlet, form in named]
    forms = list(dict.fromkeys(form for _, form in named))
    entities = make_table("entities", [{"entity_id": "is", "name": "Islamic State", "type": "ORG", "aliases": forms}])
    return list_wordings(make_table("mentions", mentions), make_table("articles", articles), entities)


def test_forms_are_counted_by_outlet() -> None:
    found = wordings(("SANA", "ISIS"), ("TRT", "Daesh"), ("TRT", "DAESH"), ("Reuters", "ISIS"), ("Reuters", "Daesh"))
    assert found["is"].to_dict("index") == {
        "TRT": {"Daesh": 2, "ISIS": 0},
        "Reuters": {"Daesh": 1, "ISIS": 1},
        "SANA": {"Daesh": 0, "ISIS": 1},
    }
    assert list(found["is"].columns) == ["Daesh", "ISIS"]


@pytest.mark.parametrize(
    "named",
    [
        [("TRT", "Daesh"), ("TRT", "ISIS")],  # one outlet
        [("TRT", "Daesh"), ("SANA", "DAESH")],  # one wording
        [("TRT", "Daesh")],
        [],
    ],
)
def test_nothing_to_compare(named: list[tuple[str, str]]) -> None:
    assert wordings(*named) == {}


def test_articles_that_copy_another_do_not_count() -> None:
    assert wordings(("TRT", "Daesh"), ("SANA", "ISIS"), copies="SANA") == {}


def test_the_entity_in_which_outlets_differ_most_comes_first() -> None:
    rows = [("TRT", "Daesh", "is")] * 9 + [("SANA", "ISIS", "is")] * 9
    rows += [("TRT", "UK", "uk"), ("TRT", "Britain", "uk"), ("SANA", "UK", "uk"), ("SANA", "Britain", "uk")]
    mentions = make_table("mentions", [{"article_id": a, "text": f, "entity_id": e} for a, f, e in rows])
    articles = make_table("articles", [{"article_id": o, "outlet": o} for o in ("TRT", "SANA")])
    aliases = {"uk": ["UK", "Britain"], "is": ["Daesh", "ISIS"]}
    entities = make_table("entities", [{"entity_id": e, "type": "ORG", "aliases": f} for e, f in aliases.items()])
    assert list(list_wordings(mentions, articles, entities)) == ["is", "uk"]
