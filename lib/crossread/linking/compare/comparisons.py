"""Groups of claims by the user's word: `[[comparison]]` in `corpus.toml`."""

import re
from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from crossread.language.vocabulary import singular
from crossread.linking.compare.groups import UNTOLD
from crossread.linking.compare.pairs import compared_claims
from crossread.reading.comparisons import Comparison

NAMING = ["kind", "unit", "counts", "outcome", "reach"]  # what a panel is named by


def apply_comparisons(
    claims: pd.DataFrame, comparisons: Sequence[Comparison], entities: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Lay claims on one axis where the user says so.

    A comparison takes the claims that fit it across stories, causes and regions; kinds and units stay apart, and so
    do outcomes, and classes of the counted, that it does not name. Claims that are set aside as denied, or as of
    another time or event, stay so. Of the copies of a text one is taken.

    Args:
        claims: What `list_claims` returns.
        comparisons: Those of the manifest; `Tables.comparisons`.
        entities: The entities table, for the other spellings of names; without it only those given are found.

    Returns:
        The fitting claims, with `topic`, `panel`, `group` and `rule` those of the comparison; a claim that fits several
        stands once for each. Empty where nothing fits.
    """
    parts = [_apply(claims, comparison, entities) for comparison in comparisons]
    return pd.concat(parts, ignore_index=True) if parts else claims.head(0)


def _apply(claims: pd.DataFrame, comparison: Comparison, entities: pd.DataFrame | None) -> pd.DataFrame:
    rows = claims[_fits(claims, comparison, entities)]
    if comparison.figures:  # named one by one, whatever else the rules make of them
        rows = rows.assign(aside=rows.aside.mask(rows.aside.notna(), pd.NA))
    copied = rows.original.isin(rows.article_id) & (rows.original != rows.article_id)
    return _with_group(rows[~copied], comparison)


def _fits(claims: pd.DataFrame, comparison: Comparison, entities: pd.DataFrame | None) -> "pd.Series[bool]":
    fits = pd.Series(data=True, index=claims.index)
    words = claims.counted.fillna("").map(lambda counted: set(map(singular, counted.lower().split())))
    if comparison.counted:
        nouns = {singular(word.lower()) for word in comparison.counted}
        fits &= words.map(lambda told: not nouns.isdisjoint(told))
    if comparison.measure:
        measure = set(map(singular, comparison.measure.lower().split()))
        fits &= words.map(measure.issubset)
    columns = {"counted_class": comparison.counted_class, "outcome": comparison.outcome, "story": comparison.story}
    for column, wanted in columns.items():
        fits &= (claims[column] == wanted).fillna(value=False) if wanted else True
    if comparison.articles:
        fits &= claims.article_id.isin(comparison.articles)
    if comparison.figures:
        fits &= _names_figure(claims, comparison.figures)
    if comparison.exclude:
        fits &= ~(claims.article_id.isin(comparison.exclude) | _names_figure(claims, comparison.exclude))
    if comparison.entities:
        pattern = _name_pattern(comparison.entities, entities)
        fits &= (claims.title.fillna("") + "\n" + claims.sentence).map(lambda text: bool(pattern.search(text)))
    return fits.astype(bool)


def _names_figure(claims: pd.DataFrame, wanted: Sequence[str]) -> "pd.Series[bool]":
    """Which claims stand for a figure that is named."""
    return claims.figure_ids.map(lambda told: not set(wanted).isdisjoint(told)).astype(bool)


def lay_out(
    claims: pd.DataFrame, comparisons: Sequence[Comparison], entities: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Put the user's comparisons before the rules' own groups, without those that they take the place of.

    A group of the rules falls where a comparison takes all its claims, but for those that it excludes, and no other
    story's, or where it takes only some of them and no others.

    Args:
        claims: What `list_claims` returns.
        comparisons: As `apply_comparisons` takes them.
        entities: As `apply_comparisons` takes them.

    Returns:
        Claims with those of the comparisons first.
    """
    laid = apply_comparisons(claims, comparisons, entities)
    if laid.empty:
        return claims
    excluded = {one.title: set(one.exclude) for one in comparisons}
    own, users = (_members(compared_claims(rows)) for rows in (claims, laid))
    holding: dict[str, set[str]] = defaultdict(set)
    for group, (told, *_) in own.items():
        for figure_id in told:
            holding[figure_id].add(group)
    gone = set()
    for told, stories, title in users.values():
        for group in {group for figure_id in told for group in holding[figure_id]}:
            its, in_stories, _ = own[group]
            left = {one for one in its - told if not excluded[title] & {one, one.rpartition(":")[0]}}
            if told <= its or (not left and stories == in_stories):
                gone.add(group)
    return pd.concat([laid, claims[~claims.group.isin(gone)]], ignore_index=True)


def _members(claims: pd.DataFrame) -> dict[str, tuple[set[str], set[str], str]]:
    """The figures and stories of each group, and its topic."""
    return {
        str(group): (set(rows.figure_id), set(rows.story), rows.topic.iloc[0])
        for group, rows in claims.groupby("group", sort=False)
    }


def check_comparisons(
    figures: pd.DataFrame,
    claims: pd.DataFrame,
    comparisons: Sequence[Comparison],
    entities: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Tell what each comparison takes, and what it leaves out.

    Args:
        figures: The figures table.
        claims: What `list_claims` returns.
        comparisons: As `apply_comparisons` takes them.
        entities: As `apply_comparisons` takes them.

    Returns:
        A row each: `title`, the numbers of `claims` and `articles` that are compared, and `left_out`: how many fit and
        are not compared, by the reason, and named figures that are none.
    """
    rows = []
    parts = set(figures.figure_id[figures.part_of.notna()])
    known = {figure_id for ids in claims.figure_ids for figure_id in ids}
    for comparison in comparisons:
        laid = _apply(claims, comparison, entities)
        kept, fitting = laid[laid.aside.isna()], int(_fits(claims, comparison, entities).sum())
        reasons = [f"{count} {reason}" for reason, count in laid.aside.value_counts().items()]
        reasons += [f"{fitting - len(laid)} in a copy"] if fitting > len(laid) else []
        for figure_id in (*comparison.figures, *(one for one in comparison.exclude if ":" in one)):
            if figure_id not in known:
                told = "a part of another figure" if figure_id in parts else "in a copy, or no figure"
                reasons.append(f"{figure_id}: {told}")
        counts = (len(kept), kept.article_id.nunique())
        rows.append((comparison.title, *counts, "; ".join(reasons)))
    return pd.DataFrame(rows, columns=["title", "claims", "articles", "left_out"])


def _with_group(rows: pd.DataFrame, comparison: Comparison) -> pd.DataFrame:
    panels = []
    for kind, unit, counts, outcome, reach in zip(*(rows[name] for name in NAMING), strict=True):
        what = "" if kind == "count" else " ".join(filter(None, [kind, unit]))
        named = bool(comparison.figures)  # one by one: only what cannot stand on one axis is kept apart
        counted = "" if named or comparison.counted or comparison.counted_class or comparison.measure else counts
        happened = "" if named or comparison.outcome else UNTOLD if outcome == "other" else outcome
        panels.append(", ".join(filter(None, [what, counted, happened, "" if named else reach])))
    panel = pd.array(panels, dtype="string")
    group = [f"{comparison.title}: {name}" if name else comparison.title for name in panels]
    wanted = "; ".join(f"{key} = {_words(value)}" for key, value in comparison.to_dict().items() if key != "title")
    return rows.assign(
        topic=comparison.title,
        panel=panel,
        group=pd.array(group, dtype="string"),
        rule=f"as [[comparison]] in corpus.toml says: {wanted}",
    ).astype({"topic": "string", "rule": "string"})


def _words(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " or ".join(value)


def _name_pattern(names: Sequence[str], entities: pd.DataFrame | None) -> re.Pattern[str]:
    """A pattern of the names in all their spellings."""
    forms = {name.lower() for name in names}
    known = () if entities is None else zip(entities.name, entities.aliases, strict=True)
    for name, aliases in known:
        spellings = {form.lower() for form in (name, *aliases)}
        if not spellings.isdisjoint(map(str.lower, names)):
            forms |= spellings
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(longest_first)})(?!\w)")
