"""Claims to groups: what they count on one axis, what is untold filled in, and what they have in common named."""

import re
from functools import cache
from typing import NamedTuple

import pandas as pd

from crossread.extracting.context.days import DAYS, WEEKEND
from crossread.language.gazetteers import is_demonym
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon
from crossread.linking.places import is_country
from crossread.tables import records

WORD = re.compile(r"[a-z][\w'-]*")
NOT_TOLD = "no outcome told"
LOSSES = frozenset(["killed", "injured", "destroyed"])  # what has a cause
PLACED = LOSSES | {"attacks"}  # what is compared by region
DATED = frozenset(load_lexicon("context")["day"]["outcomes"])  # what is compared by day; others are states
SIDED = frozenset(["killed", "injured", "captured", "detained", "missing"])  # forces that somebody lost
SAME = ["story", "counts", "outcome", "reach"]


class Claim(NamedTuple):
    """What a claim's group is named by."""

    story: str
    kind: str
    unit: str | None
    counts: str
    counted: str | None
    counted_class: str | None
    actor: str | None
    outcome: str
    reach: str
    cause: str
    home: str
    named_region: str
    named_day: str


def name_counted(kind: str, counted: str, counted_class: str) -> str:
    """Name what a figure is compared by.

    Args:
        kind: The figure's kind.
        counted: What it counts.
        counted_class: The class of that.

    Returns:
        The class, where its nouns mean much the same; the name of the nouns that are compared only with each other
        ("children", "houses"); else the head noun. Empty where nothing is counted.
    """
    if not counted:
        return counted_class
    noun = singular(counted.split()[-1])
    if counted_class == "money":
        return noun
    if noun in _apart():
        return _apart()[noun]
    lexicon = load_lexicon("alike")
    # A noun that no class lists is of one by the user's word.
    by_user = counted_class != "other" and noun not in load_lexicon("classes")[counted_class]["nouns"]
    whole = counted_class in lexicon["wide"] or noun in lexicon["general"] or by_user
    return counted_class if whole and counted_class != "other" else noun


def tells_outcome(name: str) -> bool:
    """Tell whether what is counted says by itself what is claimed of it, as "protesters" does."""
    return name in load_lexicon("alike")["telling"]["names"]


def name_side(counted: str, actor: str | None) -> str:
    """Name the side that the counted forces are of.

    Args:
        counted: What a figure counts, such as "rebel fighters".
        actor: The entity id that its phrase names, null for none.

    Returns:
        The actor, unless it only says of which country they are, or is an army like that; else "soldiers", "rebels", or
        "" where untold.
    """
    sides = _sides(counted)
    if pd.isna(actor):
        return next(iter(sides), "")
    name = str(actor).replace("-", " ")
    if sides and (is_demonym(name.capitalize()) or is_country(name) or set(sides) & set(_sides(name))):
        return sides[0]
    return name.title()


def _sides(text: str) -> list[str]:
    words = {singular(word) for word in WORD.findall(text)} | set(text.split())
    return [side for side, nouns in load_lexicon("alike")["sides"].items() if words & set(nouns)]


@cache
def _apart() -> dict[str, str]:
    return {noun: name.replace("_", " ") for name, nouns in load_lexicon("alike")["apart"].items() for noun in nouns}


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
    words = []
    for claim in records(rows, Claim):
        what = claim.counts if claim.kind == "count" else _joined(claim.kind, claim.unit, claim.counts)
        what, panel = what or "uncounted", _name_panel(claim)
        topic = f"{what} ({claim.story})" if several else what
        words.append((topic, panel, f"one story ({claim.story}), {what}, {panel}"))
    named = pd.DataFrame(words, columns=["topic", "panel", "rule"], index=rows.index, dtype="string")
    rows = rows.assign(**{str(name): named[name] for name in named})
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


def _name_panel(claim: Claim) -> str:
    side = (
        name_side(claim.counted or "", claim.actor)
        if claim.counted_class == "forces" and claim.outcome in SIDED
        else ""
    )
    outcome = NOT_TOLD if claim.outcome == "other" and not tells_outcome(claim.counts) else claim.outcome
    outcome = "told of" if outcome == "other" else outcome
    event = _joined(outcome, claim.reach, claim.cause, f"({side})" if side else "")
    return ", ".join(filter(None, [event, claim.home, claim.named_region, claim.named_day]))


def _joined(*words: str | None) -> str:
    return " ".join(filter(None, words))
