"""Figures to claims: what one article says once or more, in a group of comparable ones, or set aside with a reason."""

from typing import NamedTuple

import pandas as pd

from crossread.language.gazetteers import is_demonym
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon
from crossread.linking.compare.groups import name_counted, name_groups
from crossread.linking.compare.headlines import OVER_DAYS, follow_bodies
from crossread.linking.compare.numbers import PART, part_numbers
from crossread.linking.compare.sums import find_struck, find_sums
from crossread.linking.sources.origins import find_origins
from crossread.tables import records

DENIED, UNNAMED = "denied by its source", "nothing is named that is counted"
UNCOMPARED = {"duration": "a duration", "age": "an age", "multiple": "a multiple"}
NEVER = frozenset([DENIED, UNNAMED, *UNCOMPARED.values()])  # reasons for which a claim is compared with none
STRUCK = "the dead are counted, too"
PEOPLE = "people"


def list_claims(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Reduce figures to claims: what one article says once or more.

    Comparable are claims of one `group`: of one story, kind, unit, class or noun of the counted, outcome and role,
    whose cause, region, day and side do not contradict each other. Figures that are parts of others are left out; of
    the copies of one text, a story has one. An interval that an article repeats in the same sense is one claim.

    Args:
        figures: The figures table.
        articles: The articles table.

    Returns:
        One row a claim: the columns of its best attested figure, those of its article (title, outlet, published,
        story, and `original`, the article that it copies, else itself), `figure_ids` and `stated` (of all its figures,
        and how many they are), `sentence`, `origin` (who says it first), `counts` (the class or noun that is compared),
        `topic` (that in words), `cause`, `region`, `day` and `reach` (filled), `home` (where people come from who are
        moved), `panel` (with the outcome) and `group` (with both), `rule` (what the group's claims have in common),
        `aside` (why the claim is no account of its story's event, null where it is one) and `beside` (whether it is
        an account of something else that several articles tell).
    """
    originals = _one_a_text(articles)[["article_id", "title", "outlet", "published", "story", "original"]]
    texts = dict(zip(articles.article_id, articles.text, strict=True))
    figures = figures.assign(origin=find_origins(figures, articles))
    rows = figures[figures.part_of.isna()].merge(originals, on="article_id")
    spans = zip(rows.article_id, rows.sentence_start, rows.sentence_end, strict=True)
    rows["sentence"] = pd.array([texts[article][start:end] for article, start, end in spans], dtype="string")
    nouns = zip(rows.kind, rows.counted.fillna(""), rows.counted_class, strict=True)
    rows["counts"] = pd.array([name_counted(*noun) for noun in nouns], dtype="string")
    rows = _with_context(rows)
    return part_numbers(_one_a_claim(name_groups(rows.assign(counts=_name_people(rows)))), NEVER)


def _one_a_text(articles: pd.DataFrame) -> pd.DataFrame:
    """Of the copies of one text keep one in each story: the original, where it is of that story."""
    originals = articles.duplicate_of.fillna(articles.article_id)
    ordered = articles.assign(original=originals).sort_values("duplicate_of", na_position="first", kind="stable")
    return ordered.drop_duplicates(["story", "original"])


def _with_context(rows: pd.DataFrame) -> pd.DataFrame:
    """Fill the event context of figures, and tell why some are no account of their story's event."""
    rows = rows.assign(**{name: rows[name].fillna("") for name in ("cause", "region", "day", "reach", "moved_from")})
    rows = rows.assign(role=_roles(rows))
    rows = rows.assign(other_day=rows.other_day.fillna(value=False).astype(bool), home=_find_homes(rows))
    reasons = [_why_uncompared(figure) for figure in records(rows, _Figure)]
    rows["aside"] = pd.array(reasons, dtype="string")
    rows["aside"] = rows.aside.fillna(rows.excluded).replace("", pd.NA)
    parts, over_days = find_sums(rows)
    for reason, figure_ids in ((PART, parts), (OVER_DAYS, over_days), (STRUCK, find_struck(rows))):
        rows["aside"] = rows.aside.mask(rows.figure_id.isin(figure_ids) & rows.aside.isna(), reason)
    return follow_bodies(rows)


def _find_homes(rows: pd.DataFrame) -> "pd.Series[str]":
    """Where people come from who are moved or shut in, "from Foua and Kefraya": those of two towns are two matters.

    Where its sentence tells none, it is the only one that its article, else its story, tells.
    """
    outcomes = load_lexicon("context")["movement"]["outcomes"]
    moved = rows.outcome.isin(outcomes) & rows.counted_class.isin(load_lexicon("alike")["wide"])
    homes = ("from " + rows.moved_from).where(moved & (rows.moved_from != ""), "").astype("string")
    for key in ("article_id", "story"):
        known = homes[homes != ""].groupby(rows[key]).agg(lambda names: names.iloc[0] if names.nunique() == 1 else "")
        homes = homes.where((homes != "") | ~moved, rows[key].map(known).astype("string").fillna(""))
    return homes


def _roles(rows: pd.DataFrame) -> "pd.Series[str]":
    """Whether a number is a level, a change, a previous one or a forecast."""
    roles = rows.role if "role" in rows else pd.Series("level", index=rows.index, dtype="string")
    roles = roles.fillna("level")
    return roles.mask((roles == "level") & rows.trend.notna(), "change").astype("string")


def _name_people(rows: pd.DataFrame) -> "pd.Series[str]":
    """Name what is compared, with "people" for narrower words that count the whole toll of an event.

    "Seven Americans died", "eight crew members were killed" and "seven people died in the crash" are accounts of one
    toll, where the article tells no wider one. A class, "five soldiers", "two teenagers", is that only if another
    article gives the number of people.
    """
    lexicon = load_lexicon("alike")["people"]
    able = rows.outcome.isin(lexicon["outcomes"]) & (rows.kind == "count") & rows.aside.isna()
    people = rows[able & (rows.counts == PEOPLE)]
    wider = {key: set(own) for key, own in people.groupby(["story", "outcome", "article_id"])["value"]}
    told: dict[tuple[str, str], dict[float, set[str]]] = {}
    for story, outcome, value, article in zip(
        people.story, people.outcome, people.value, people.article_id, strict=True
    ):
        told.setdefault((story, outcome), {}).setdefault(value, set()).add(article)
    names = []
    for claim, possible in zip(records(rows, _Counted), able, strict=True):
        others = told.get((claim.story, claim.outcome), {}).get(claim.value, set()) - {claim.article_id}
        alone = wider.get((claim.story, claim.outcome, claim.article_id), set()) <= {claim.value}
        loose = claim.counts in lexicon["names"] or is_demonym(singular((claim.counted or "").split(" ")[-1]).title())
        part = claim.counts in lexicon["parts"]
        whole = (loose and (alone or others)) or (part and alone and others)
        names.append(PEOPLE if possible and whole else claim.counts)
    return pd.Series(names, index=rows.index, dtype="string")


class _Counted(NamedTuple):
    story: str
    outcome: str
    article_id: str
    counts: str
    counted: str | None
    value: float


class _Figure(NamedTuple):
    kind: str
    counts: str
    outcome: str
    phrase: str
    stance: str | None


def _why_uncompared(figure: _Figure) -> str | None:
    """Why a figure can be compared with no other, whatever its event context; None where it can."""
    if figure.stance is not None:
        return DENIED
    if figure.kind in UNCOMPARED:
        return UNCOMPARED[figure.kind]
    if figure.counts in ("", "money"):
        return UNNAMED
    # "killed three and wounded 20 others": nobody else is wounded, but somebody else is killed.
    others = {"other", "others"} & set(figure.phrase.lower().split())
    return "added to another number" if others and figure.outcome != "injured" else None


def _one_a_claim(rows: pd.DataFrame) -> pd.DataFrame:
    """Of figures of one article and group with the same interval keep the best attested: in the body, with a source.

    "30,000" in the headline and "around 30,000" in the body stay two claims: the missing word is worth seeing.
    """
    same = ["group", "article_id", "bound", "low", "high", "stance"]
    ranked = rows.assign(unsourced=rows.source.isna(), kept=rows.aside.isna())
    ranked = ranked.sort_values(["in_title", "unsourced", "number_start"], kind="stable")
    repeated = ranked.groupby(same, sort=False, dropna=False)
    # What one mention says of the event, another need not repeat.
    aside = ranked.aside.mask(repeated["kept"].transform("any"))
    claims = ranked.assign(stated=repeated["figure_id"].transform("size").astype("Int64"), aside=aside)
    claims["figure_ids"] = _repeats(ranked.figure_id, repeated.ngroup())
    claims = claims.drop_duplicates(same).drop(columns=["unsourced", "kept"])
    return claims.sort_values(["published", "article_id", "number_start"], kind="stable").reset_index(drop=True)


def _repeats(figure_ids: "pd.Series[str]", numbers: "pd.Series[int]") -> list[list[str]]:
    """For each figure those of its claim, as lists that such figures share."""
    found: dict[int, list[str]] = {}
    for figure_id, number in zip(figure_ids, numbers, strict=True):
        found.setdefault(number, []).append(figure_id)
    return [found[number] for number in numbers]


def select_claims(claims: pd.DataFrame, story: str = "", counted: str = "") -> pd.DataFrame:
    """Keep the claims of one story, or of one thing counted.

    Args:
        claims: What `list_claims` returns.
        story: A story's id; empty for all.
        counted: A class or noun as it stands in the column `counts`, such as "forces"; empty for all.

    Returns:
        The claims of both.

    Raises:
        ValueError: There is no such story, or nothing such is counted.
    """
    for column, wanted in (("story", story), ("counts", counted)):
        known = sorted(claims[column].unique())
        if wanted and wanted not in known:
            what = "is of the story" if column == "story" else "counts"
            raise ValueError(f"no claim {what} {wanted!r}: choose from {', '.join(filter(None, known))}")
        claims = claims[claims[column] == wanted] if wanted else claims
    return claims


def count_left_out(figures: pd.DataFrame, claims: pd.DataFrame) -> "pd.Series[int]":
    """Count the figures that no comparison takes in, by the reason.

    Args:
        figures: The figures table.
        claims: What `list_claims` returns for all of it.

    Returns:
        Figures by reason, the most frequent first: parts, figures of copies, and the reasons in the column `aside`.
        With the figures that the compared claims stand for they add up to the table.
    """
    parts = int(figures.part_of.notna().sum())
    counts = claims[claims.aside.notna()].groupby("aside")["stated"].sum().to_dict()
    counts |= {"a part of another figure": parts, "in a copy": len(figures) - parts - int(claims.stated.sum())}
    numbers = {reason: int(count) for reason, count in counts.items() if count}
    return pd.Series(numbers, name="figures", dtype="int64").sort_values(ascending=False, kind="stable")
