"""Claims to groups: what is untold filled in, what they have in common named."""

import pandas as pd

from crossread.linking.comparing.alike import name_side, tells_outcome
from crossread.linking.comparing.days import DAYS, WEEKEND
from crossread.linking.comparing.occasions import DATED, LOSSES, PLACED
from crossread.tables import rows_of

NOT_TOLD = "no outcome told"
SIDED = frozenset(["killed", "injured", "captured", "detained", "missing"])  # forces that somebody lost
SAME = ["story", "counts", "outcome", "reach"]


def name_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """Fill in what claims leave untold of their occasion, and name topics and groups in words.

    What is untold contradicts nothing: it is what the claim's article, else its story, tells most.

    Args:
        rows: Figures with `story`, `counts`, `cause`, `region`, `day`, `home`, `other_day`, `reach` and `aside`.

    Returns:
        The rows, filled, with `topic`, `panel`, `rule` and `group`, as `list_claims` tells them.
    """
    several = rows.story.nunique() > 1
    rows = _filled(rows)
    topics, panels, rules = [], [], []
    for row in rows_of(rows):
        what = row.counts if row.kind == "count" else " ".join(filter(None, [row.kind, row.unit, row.counts]))
        topics.append(f"{what or 'uncounted'}{f' ({row.story})' if several else ''}")
        panels.append(_panel(row))
        rules.append(f"one story ({row.story}), {what or 'uncounted'}, {_panel(row)}")
    words = {"topic": topics, "panel": panels, "rule": rules}
    rows = rows.assign(**{name: pd.array(values, dtype="string") for name, values in words.items()})
    return rows.assign(group=rows.topic + ", " + rows.panel).drop(columns=["named_region", "named_day", "other_day"])


def _filled(rows: pd.DataFrame) -> pd.DataFrame:
    """Fill cause, region and day, each among the claims that are one in what was filled before it.

    Region and day are put in words, `named_region` and `named_day`, where there are several.
    """
    names = _region_names(rows)
    rows = rows.assign(date=rows.published.astype("string").fillna(""))
    same = list(SAME)
    for column, outcomes in (("cause", LOSSES), ("region", PLACED), ("day", DATED)):
        told = rows[(rows[column] != "") & rows.aside.isna() & ~rows.other_day]
        in_article = [key for key in same if key != "cause"]  # an article may call one attack by two names
        # A weekday is one day only among articles of one date.
        in_story = [*same, "date"] if column == "day" else same
        for keys in ([*same, "article_id"], [*in_article, "article_id"], in_story):
            usual = _of_group(rows, _most_told(told, keys, column), keys)
            rows[column] = _untold(rows[column], usual)
        rows[column] = rows[column].where(rows.outcome.isin(outcomes) & (rows.reach == ""), "").astype("string")
        if column == "day":
            rows["day"] = _weekends(rows, same)
        if column != "cause":
            numbers = rows[rows.aside.isna()].groupby(same)[column].nunique()
            several = _of_group(rows, numbers, same).fillna(0) > 1
            shown = rows.region.map(names) if column == "region" else "on " + rows.day.str.capitalize()
            rows[f"named_{column}"] = shown.astype("string").where(several & (rows[column] != ""), "").fillna("")
        same = [*same, column]
    return rows.drop(columns="date")


def _most_told(told: pd.DataFrame, keys: list[str], column: str) -> pd.Series:
    """The most frequent value of each group, the first of several."""
    counts = told.groupby([*keys, column])["figure_id"].size().sort_values(ascending=False, kind="stable")
    return counts.reset_index().drop_duplicates(keys).set_index(keys)[column]


def _untold(values: pd.Series, usual: pd.Series) -> pd.Series:
    return values.where(values != "", usual.astype("string").fillna(""))


def _of_group(rows: pd.DataFrame, values: pd.Series, keys: list[str]) -> pd.Series:
    """For each row the value of its group, null where there is none."""
    return pd.Series(pd.MultiIndex.from_frame(rows[keys]).map(values.to_dict()), index=rows.index)


def _weekends(rows: pd.DataFrame, same: list[str]) -> pd.Series:
    """The days, with the one of the two that others tell for a weekend."""
    days = (
        rows[rows.day.isin(DAYS[5:])].groupby(same)["day"].agg(lambda days: days.iloc[0] if days.nunique() == 1 else "")
    )
    named = _of_group(rows, days, same).astype("string").fillna("")
    return rows.day.where((rows.day != WEEKEND) | (named == ""), named)


def _region_names(rows: pd.DataFrame) -> dict[str, str]:
    """The place that is named most in each region, in words."""
    placed = rows[rows.place.notna() & (rows.region != "")]
    names = {region: places.mode().iloc[0] for region, places in placed.groupby("region")["place"]}
    return {str(region): str(name).replace("-", " ").title() for region, name in names.items()}


def _panel(row: pd.Series) -> str:
    side = name_side(row.counted, row.actor) if row.counted_class == "forces" and row.outcome in SIDED else ""
    outcome = NOT_TOLD if row.outcome == "other" and not tells_outcome(row.counts) else row.outcome
    outcome = "told of" if outcome == "other" else outcome
    told = " ".join(filter(None, [outcome, row.reach, row.cause, f"({side})" if side else ""]))
    return ", ".join(filter(None, [told, row.home, row.named_region, row.named_day]))
