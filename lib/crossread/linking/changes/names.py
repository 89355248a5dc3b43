"""Entities of two runs: which are new, gone, renamed, merged, split, or of another type."""

import pandas as pd

from crossread.linking.changes.articles import CHANGED, match_rows
from crossread.tables import Tables

COLUMNS = ["change", "entity_id", "name", "type", "was_id", "was_name", "was_type", "mentions", "article_id", "note"]
TYPES = dict.fromkeys(COLUMNS, "string") | {"mentions": "Int64"}


def match_entities(old: Tables, new: Tables, articles: pd.DataFrame) -> pd.DataFrame:
    """Tell which entity of an earlier run is which of a later one, by the mentions that both have.

    Ids are made of the names that are displayed, so that they say nothing. Entities that no common mention ties to any
    other are tied by their spellings.

    Args:
        old: The earlier run.
        new: The later one.
        articles: What `match_articles` returns.

    Returns:
        One row for each two entities with something in common: `was_id`, `entity_id`, `common` (mentions, or
        spellings), and `relation`: "same" for those that have most in common with each other; "merged" where that
        holds for the earlier one only, "split" for the later one only, "moved" for neither.
    """
    was, now = _placed(old.mentions, articles, "was_id"), _placed(new.mentions, articles, "article_id")
    pairs = match_rows(was, now, [["article", "place"]])
    found = {"was_id": was.entity_id.reindex(pairs.old).array, "entity_id": now.entity_id.reindex(pairs.new).array}
    tied = _count(pd.DataFrame(found))
    rest = _forms(old.entities[~old.entities.entity_id.isin(tied.was_id)], "was_id")
    others = _forms(new.entities[~new.entities.entity_id.isin(tied.entity_id)], "entity_id")
    ties = pd.concat([tied, _count(rest.merge(others, on="form")[["was_id", "entity_id"]])], ignore_index=True)
    named = _names(old, ties.was_id) == _names(new, ties.entity_id)
    ties = ties.assign(named=named).sort_values(["common", "named"], ascending=False, kind="stable")
    mainly, chiefly = ~ties.was_id.duplicated(), ~ties.entity_id.duplicated()
    relation = pd.Series("moved", index=ties.index, dtype="string")
    relation = relation.mask(chiefly, "split").mask(mainly, "merged").mask(mainly & chiefly, "same")
    return ties.assign(relation=relation).drop(columns="named").reset_index(drop=True)


def _placed(mentions: pd.DataFrame, articles: pd.DataFrame, name: str) -> pd.DataFrame:
    """Mentions in articles of both runs: where they stand, or their words in a text that changed."""
    article = mentions.article_id.map(pd.Series(articles.index, index=articles[name])).astype("Int64")
    changed = mentions.article_id.isin(articles[articles.key == CHANGED][name])
    spans = mentions.start.astype("string") + "-" + mentions.end.astype("string")
    placed = mentions[["entity_id"]].assign(article=article, place=mentions.text.where(changed, spans))
    return placed[article.notna()]


def _count(pairs: pd.DataFrame) -> pd.DataFrame:
    counts = pairs.groupby(["was_id", "entity_id"], sort=False).size()
    return counts.rename("common").reset_index().astype({"was_id": "string", "entity_id": "string", "common": "Int64"})


def _forms(entities: pd.DataFrame, name: str) -> pd.DataFrame:
    """Each spelling of each entity, capitals or not."""
    forms = entities[["entity_id", "name", "aliases"]].explode("aliases").dropna(subset="aliases")
    forms = forms.assign(form=forms.aliases.astype("string").str.lower())
    return forms.rename(columns={"entity_id": name})[[name, "name", "form"]].drop_duplicates([name, "form"])


def _names(tables: Tables, ids: "pd.Series[str]") -> "pd.Series[str]":
    names = tables.entities.set_index("entity_id").name.reindex(ids)
    return pd.Series(names.array, index=ids.index)


def list_names(old: Tables, new: Tables, ties: pd.DataFrame) -> pd.DataFrame:
    """List the entities that are not as they were.

    Args:
        old: The earlier run.
        new: The later one.
        ties: What `match_entities` returns.

    Returns:
        One row a change: `change` ("new", "apart": new, but spelled as another was; "gone", "renamed", "retyped",
        "merged" into another, "split" off one, or "moved": mentions of one are now of another), id, name and type now
        and before (`was_`), `mentions` (of those that changed hands the mentions that did), `article_id` (the first
        that names it) and a `note`: what a spelling of a new or gone one stands for in the other run.
    """
    first = new.mentions.drop_duplicates("entity_id").set_index("entity_id").article_id
    now = new.entities.set_index("entity_id", drop=False)
    was = old.entities.set_index("entity_id", drop=False)
    both = ties.assign(
        name=now.name.reindex(ties.entity_id).array,
        type=now.type.reindex(ties.entity_id).array,
        was_name=was.name.reindex(ties.was_id).array,
        was_type=was.type.reindex(ties.was_id).array,
        mentions=ties.common.mask(ties.relation == "same", now.mentions.reindex(ties.entity_id).array),
        change=ties.relation,
    )
    same = both[both.relation == "same"]
    fresh = new.entities[~new.entities.entity_id.isin(ties.entity_id)]
    spelled = fresh.name.str.lower().isin(_forms(old.entities, "entity_id").form)
    gone = old.entities[~old.entities.entity_id.isin(ties.was_id)]
    told = {"entity_id": "was_id", "name": "was_name", "type": "was_type"}
    parts = [
        fresh.assign(
            change=spelled.map({True: "apart", False: "new"}), note=_stood_for(fresh, old.entities, "stood for")
        ),
        same[same.name != same.was_name].assign(change="renamed"),
        same[same.type != same.was_type].assign(change="retyped"),
        *(both[both.relation == relation] for relation in ("merged", "split", "moved")),
        gone.assign(change="gone", note=_stood_for(gone, new.entities, "stands for")).rename(columns=told),
    ]
    rows = pd.concat([part.reindex(columns=COLUMNS).astype(TYPES) for part in parts], ignore_index=True)
    return rows.assign(article_id=first.reindex(rows.entity_id.fillna("")).array)


def _stood_for(entities: pd.DataFrame, others: pd.DataFrame, verb: str) -> "pd.Series[str]":
    """For each entity what a spelling of its own means in the other run, null where that has none of them."""
    forms, known = _forms(entities, "entity_id"), _forms(others, "other").drop_duplicates("form")
    shared = forms.merge(known, on="form", suffixes=("", "_there")).drop_duplicates("entity_id").set_index("entity_id")
    return (
        ("“" + shared.form + "” " + verb + " " + shared.name_there).reindex(entities.entity_id).set_axis(entities.index)
    )
