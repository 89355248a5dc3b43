"""The table of entities, put together from mentions that have theirs."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from crossread.tables import make_table

CORRECTED = "corrections.toml"


def entities_table(mentions: pd.DataFrame, names: Mapping[str, str], types: Sequence[str]) -> pd.DataFrame:
    """Sum up mentions as entities.

    Args:
        mentions: The mentions table, with entity ids.
        names: What each entity is displayed as, by id.
        types: For each mention the type that counts for its entity.

    Returns:
        The entities table, the most mentioned first, those of equal number in the order of their first mention. An
        entity's type is the commonest of its mentions'; its aliases are all spellings, the most used first.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, set[str]] = defaultdict(set)
    for entity, text, article, kind in zip(mentions.entity_id, mentions.text, mentions.article_id, types, strict=True):
        forms[entity][text] += 1
        kinds[entity][kind] += 1
        articles[entity].add(article)
    rows = [
        {
            "entity_id": entity,
            "name": names[entity],
            "type": kinds[entity].most_common(1)[0][0],
            "aliases": sorted(own, key=lambda form: (-own[form], form)),
            "mentions": own.total(),
            "articles": len(articles[entity]),
        }
        for entity, own in sorted(forms.items(), key=lambda item: -item[1].total())
    ]
    return make_table("entities", rows)


def corrected_variants(variants: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Bring the table of variants up to mentions that were corrected.

    Args:
        variants: Why each form belonged to its entity before.
        mentions: The mentions table as corrected.

    Returns:
        The variants that the mentions have; where a form came to its entity by a correction, that is its reason.
    """
    keys = list(zip(variants.entity_id, variants.form, variants.type, strict=True))
    reasons = dict(zip(keys, variants.reason, strict=True))
    counts = Counter(zip(mentions.entity_id, mentions.text, mentions.type, strict=True))
    totals = Counter(mentions.entity_id)
    rows = [
        {"entity_id": key[0], "form": key[1], "type": key[2], "mentions": count, "reason": reasons.get(key, CORRECTED)}
        for key, count in sorted(counts.items(), key=lambda item: (-totals[item[0][0]], item[0][0], -item[1]))
    ]
    return make_table("variants", rows)


def make_identifier(name: str, taken: Collection[str]) -> str:
    """Make a readable id: "qassem-soleimani".

    Args:
        name: What the entity is displayed as.
        taken: Ids that other entities have.

    Returns:
        The id, numbered where another has it.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "name"
    number, identifier = 1, base
    while identifier in taken:
        number += 1
        identifier = f"{base}-{number}"
    return identifier
