"""The dead by name: whom the articles of a story name, beside how many they say were killed."""

from typing import Any

import pandas as pd

from crossread.tables import rows_of

VICTIMS = ["story", "name", "age", "sex", "articles", "mentions"]
NAMED = ["story", "named", "most", "low", "best", "high", "figure_ids"]


def list_victims(mentions: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """List whom the articles of each story name as dead, each once.

    Args:
        mentions: The mentions table.
        articles: The articles table; copies add nothing.
        entities: The entities table.

    Returns:
        A row for each story and victim: `name`, the fullest; `age`, all that are told, in years, with semicolons; `sex`
        where all that tell it tell the same; the number of `articles`, and `mentions`, where they say so, as
        `article:start`. Stories stand in their order, victims by how many articles name them.
    """
    originals = articles[articles.duplicate_of.isna()]
    dead = mentions[mentions.dead.fillna(value=False) & (mentions.type == "PER")]
    dead = dead.merge(originals[["article_id", "story"]], on="article_id")
    names = dict(zip(entities.entity_id, entities.name, strict=True))
    rows: list[dict[str, Any]] = []
    for (story, entity_id), told in dead.groupby(["story", "entity_id"], sort=False):
        sexes = set(told.sex.dropna()) - {""}
        rows.append(
            {
                "story": story,
                "name": names.get(entity_id, told.text.iloc[0]),
                "age": "; ".join(f"{age:g}" for age in sorted(told.age.dropna().unique())),
                "sex": sexes.pop() if len(sexes) == 1 else "",
                "articles": told.article_id.nunique(),
                "mentions": [f"{row.article_id}:{row.start}" for row in rows_of(told)],
            }
        )
    victims = pd.DataFrame(rows, columns=VICTIMS)
    order = victims.story.map({story: at for at, story in enumerate(victims.story.unique())})
    return victims.assign(order=order).sort_values(
        ["order", "articles"], ascending=[True, False], kind="stable", ignore_index=True
    )[VICTIMS]


def count_named(mentions: pd.DataFrame, articles: pd.DataFrame) -> "pd.Series[int]":
    """Count the dead that the article that names most of them names, story by story.

    Args:
        mentions: The mentions table.
        articles: The articles table.

    Returns:
        How many, by story; stories in which nobody is named are left out.
    """
    dead = mentions[mentions.dead.fillna(value=False) & (mentions.type == "PER")]
    dead = dead.merge(articles[["article_id", "story"]], on="article_id")
    return dead.groupby(["story", "article_id"]).entity_id.nunique().groupby("story").max()


def compare_named(
    victims: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame, incidents: pd.DataFrame
) -> pd.DataFrame:
    """Set the dead that are named beside the dead that are counted.

    Args:
        victims: What `list_victims` returns.
        mentions: The mentions table.
        articles: The articles table.
        incidents: The incidents table.

    Returns:
        A row for each story with a name: how many are `named`, and by one article at `most`; the toll of its event with
        most accounts: low, best, high, figure_ids; null where none is counted.
    """
    tolls = incidents[(incidents.outcome == "killed") & (incidents.unit == "")]
    tolls = tolls.sort_values("accounts", ascending=False, kind="stable").drop_duplicates("story")
    named = victims.groupby("story", sort=False).size().rename("named").reset_index()
    most = count_named(mentions, articles).rename("most").reset_index()
    return named.merge(most, on="story").merge(tolls, on="story", how="left", suffixes=("", "_of_toll"))[NAMED]
