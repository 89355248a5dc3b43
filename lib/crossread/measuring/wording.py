"""How outlets name one and the same entity: "Daesh" or "Islamic State"."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import pandas as pd

from crossread.measuring.cooccurrence import log_likelihood_ratio
from crossread.tables import rows_of


def list_wordings(mentions: pd.DataFrame, articles: pd.DataFrame, entities: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Count in which form each outlet names each entity, where outlets differ.

    Forms that differ only in a plural or possessive s, in capitals, hyphens, stops, accents, or the Arabic article
    are one; of a person, the surname alone counts as the full name that holds it, and not at all where several
    spellings do. Articles that copy another are left out: their words are another's.

    Args:
        mentions: The mentions table.
        articles: Articles as `label_outlets` returns them.
        entities: The entities table, or some of its rows.

    Returns:
        For each entity id, where at least two outlets name it in at least two forms: mentions by outlet (rows) and
        form (columns, the most frequent first). Entities come in the order of how much outlets differ, by the
        log-likelihood ratio of the table.
    """
    outlets = articles[articles.duplicate_of.isna()].set_index("article_id").outlet.dropna()
    own = mentions.assign(outlet=mentions.article_id.map(outlets)).dropna(subset="outlet")
    by_entity = dict(list(own.groupby("entity_id")))
    found = {}
    for row in rows_of(entities[entities.aliases.str.len() > 1]):
        if row.entity_id in by_entity:
            counts = _count(by_entity[row.entity_id], merge_forms(row.aliases, row.type))
            if min(counts.shape) > 1:
                found[str(row.entity_id)] = counts
    return dict(sorted(found.items(), key=lambda item: -log_likelihood_ratio(item[1].to_numpy())))


def _count(mentions: pd.DataFrame, merged: dict[str, str]) -> pd.DataFrame:
    """Mentions by outlet and form; outlets that prefer the same form stand together."""
    known = mentions.assign(form=mentions.text.map(merged)).dropna(subset="form")
    counts = known.groupby(["outlet", "form"]).size().unstack(fill_value=0)
    forms = sorted(map(str, counts), key=lambda form: (-counts[form].sum(), form))
    shares = counts.div(counts.sum(axis=1), axis=0)
    return counts.loc[shares.sort_values(forms, ascending=False, kind="stable").index, forms] if forms else counts


def merge_forms(forms: Sequence[str], kind: str) -> dict[str, str]:
    """Say which forms of a name are one wording.

    Args:
        forms: The forms of one entity's name, the most frequent first.
        kind: The entity's type.

    Returns:
        Each form's wording: the most frequent form of its kind. Forms that could be of several are left out.
    """
    plain: dict[str, str] = {}
    merged = {}
    for form in sorted(forms, key=lambda form: len(_plain(form))):  # an owner before its possessive
        key = next((k for k in (_plain(form), _plain(form).removesuffix("s")) if k in plain), _plain(form))
        plain.setdefault(key, form)
        merged[form] = key
    if kind == "PER":
        merged = {form: full for form, key in merged.items() if (full := _fuller(key, plain))}
    wording = {key: form for form, key in reversed([(form, merged[form]) for form in forms if form in merged])}
    return {form: wording[key] for form, key in merged.items()}


def _fuller(key: str, keys: Sequence[str] | dict[str, str]) -> str | None:
    """The full name that a surname alone belongs to; None where there are several."""
    fuller = [other for other in keys if set(key.split()) < set(other.split())]
    longest = [other for other in fuller if not any(set(other.split()) < set(more.split()) for more in fuller)]
    return key if not fuller else longest[0] if len(longest) == 1 else None


@cache
def _plain(form: str) -> str:
    """What is left of a form without what makes no other wording."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c)).lower()
    flat = re.sub(r"['’ʼ‘.]", "", flat).replace("-", " ")
    return re.sub(r"\b(?:the|al|el) ", "", flat).strip() or form
