"""Groups of claims by the user's word: `[[comparison]]` in `corpus.toml`."""

import re
from collections.abc import Sequence

import pandas as pd

from crossread.language.vocabulary import singular
from crossread.linking.compare.groups import UNTOLD
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
    fits = pd.Series(data=True, index=claims.index)
    if comparison.counted:
        nouns = {singular(word.lower()) for word in comparison.counted}
        fits &= claims.counted.fillna("").map(lambda counted: not nouns.isdisjoint(map(singular, counted.split())))
    columns = {"counted_class": comparison.counted_class, "outcome": comparison.outcome, "story": comparison.story}
    for column, wanted in columns.items():
        fits &= (claims[column] == wanted).fillna(value=False) if wanted else True
    if comparison.articles:
        fits &= claims.article_id.isin(comparison.articles)
    if comparison.entities:
        pattern = _name_pattern(comparison.entities, entities)
        fits &= (claims.title.fillna("") + "\n" + claims.sentence).map(lambda text: bool(pattern.search(text)))
    rows = claims[fits.astype(bool)]
    copied = rows.original.isin(rows.article_id) & (rows.original != rows.article_id)
    return _with_group(rows[~copied], comparison)


def _with_group(rows: pd.DataFrame, comparison: Comparison) -> pd.DataFrame:
    panels = []
    for kind, unit, counts, outcome, reach in zip(*(rows[name] for name in NAMING), strict=True):
        what = "" if kind == "count" else " ".join(filter(None, [kind, unit]))
        counted = "" if comparison.counted or comparison.counted_class else counts
        happened = "" if comparison.outcome else UNTOLD if outcome == "other" else outcome
        panels.append(", ".join(filter(None, [what, counted, happened, reach])))
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
