"""Mentions to entities: which names mean the same person, organisation or place."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import cache

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.entities.across import find_introductions, link_names
from crossread.linking.entities.names import Groups, Link, Name, read_names
from crossread.linking.entities.spelling import fold, is_acronym, words_of
from crossread.linking.entities.within import Resolution, resolve_short_forms, shortened
from crossread.tables import make_table

CORRECTED = "corrections.toml"
COMMON = 15  # a form is common from a fifteenth of the entity's mentions on
FULL = 4  # words from which on more of them make a name no fuller

Members = Mapping[Name, Sequence[int]]  # the rows of the mentions table by the entity that they name


def link_entities(mentions: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Give every mention its entity.

    Within an article a surname, a first name or a short form belongs to the fuller name; across articles names merge
    by known equivalence (`lexicon/aliases.toml`), by acronyms that the text introduces, and by spelling. Two full names
    of persons merge only if every part is spelled alike.

    Args:
        mentions: The mentions table; `entity_id` is ignored.
        articles: The articles table; its texts tell acronyms in brackets, and cities from provinces.

    Returns:
        The mentions with their entity ids; the entities table, the most mentioned first; and the table of variants,
        which tells of every form of a name why it belongs to its entity.
    """
    texts = dict(zip(articles.article_id, articles.text, strict=True))
    names = read_names(mentions, texts)
    within = resolve_short_forms(list(mentions.article_id), names)
    resolved = [resolution.name for resolution in within]
    spans = list(zip(mentions.start, mentions.end, strict=True))
    introduced = find_introductions(list(mentions.article_id), spans, resolved, texts)
    groups = link_names(Counter(resolved), list(introduced), shortened(names, within))
    members: dict[Name, list[int]] = defaultdict(list)
    for row, name in enumerate(resolved):
        members[groups.find(name)].append(row)
    whole = [not _is_possessive(text, name) for text, name in zip(mentions.text, names, strict=True)]
    entities, ids = _entities(mentions, resolved, members, whole)
    linked = mentions.assign(entity_id=pd.array([ids[groups.find(name)] for name in resolved], dtype="string"))
    return linked, entities, _variants(linked, entities, within, groups)


def find_entities(entities: pd.DataFrame, name: str) -> pd.DataFrame:
    """Find entities by a name or part of one, in whatever form, capitals or not.

    Args:
        entities: The entities table.
        name: What some form of the name must hold.

    Returns:
        Their rows.
    """
    wanted = name.lower()
    return entities[[any(wanted in form.lower() for form in forms) for forms in entities.aliases]]


def _entities(
    mentions: pd.DataFrame, names: Sequence[Name], members: Members, whole: Sequence[bool]
) -> tuple[pd.DataFrame, dict[Name, str]]:
    """The entities table, and the id of each group; possessives, which are not `whole`, are no name to show."""
    texts = list(mentions.text)
    ids: dict[Name, str] = {}
    displayed: dict[str, str] = {}
    of_mentions = [""] * len(texts)
    for root in sorted(members, key=lambda root: (-len(members[root]), root)):
        shown = Counter(texts[row] for row in members[root] if whole[row])
        name = _display_form(shown or Counter(texts[row] for row in members[root]), root.sense)
        ids[root] = make_identifier(name, displayed)
        displayed[ids[root]] = name
        for row in members[root]:
            of_mentions[row] = ids[root]
    linked = mentions.assign(entity_id=of_mentions)
    return entities_table(linked, displayed, [name.type for name in names]), ids


def _display_form(forms: Counter[str], sense: str) -> str:
    """The fullest form that is common, in the lexicon's order where it knows one; a province's with that word."""
    common = [form for form in forms if forms[form] * COMMON >= forms.total()]
    plain = [form for form in common if not form.split()[-1].islower()] or common
    known = _known_order()
    listed = [form for form in plain if form in known]
    if not sense and listed and (plain == listed or not all(map(is_acronym, listed))):
        return min(listed, key=lambda form: (known[form], form))
    areas = load_lexicon("aliases")["areas"]
    if sense in areas:
        bare = [form for form in plain if form.split()[-1].lower() not in areas[sense]]
        return f"{max(bare, key=lambda form: (forms[form], form))} {sense}" if bare else plain[0]
    return max(
        plain, key=lambda form: (not is_acronym(form), min(len(words_of(form)), FULL), forms[form], -len(form), form)
    )


@cache
def _known_order() -> dict[str, int]:
    """The place of each form that the lexicon knows among those of its entry."""
    return {form: place for entry in load_lexicon("aliases")["same"] for place, form in enumerate(entry["forms"])}


def _variants(
    mentions: pd.DataFrame, entities: pd.DataFrame, within: Sequence[Resolution], groups: Groups
) -> pd.DataFrame:
    """Every form of each entity, with how often it stands and why it belongs there."""
    displayed = dict(zip(entities.entity_id, entities.name, strict=True))
    rank = {entity: number for number, entity in enumerate(displayed)}
    counts: Counter[tuple[str, str, str]] = Counter()
    reasons: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    links = _reasons(groups)
    rows = zip(mentions.entity_id, mentions.text, mentions.type, within, strict=True)
    for entity, form, kind, resolution in rows:
        counts[entity, form, kind] += 1
        reason = resolution.reason or _own_reason(form, resolution.name) or links.get(resolution.name, "")
        reasons[entity, form, kind][reason] += 1
    table = []
    for key, count in sorted(counts.items(), key=lambda item: (rank[item[0][0]], -item[1], item[0])):
        entity, form, kind = key
        (reason, _), *_ = reasons[key].most_common(1)
        if fold(form) == fold(displayed[entity]):
            reason = "same spelling"
        row = {"entity_id": entity, "form": form, "type": kind, "mentions": count}
        table.append(row | {"reason": reason or f"short for {displayed[entity]}"})
    return make_table("variants", table)


def _is_possessive(form: str, name: Name) -> bool:
    return fold(form) == f"{fold(name.text)}s"


def _own_reason(form: str, name: Name) -> str:
    """What a form itself tells of the name that was read from it."""
    if _is_possessive(form, name):
        return f"possessive of {name.text}"
    return f"called a {name.sense}" if name.sense in load_lexicon("aliases")["areas"] else ""


def _reasons(groups: Groups) -> dict[Name, str]:
    """Why each name is in its group: what it is to the name that it was linked with."""
    reasons: dict[Name, str] = {}
    for link in groups.links:
        reasons.setdefault(link.second, link.reason)
    for link in groups.links:
        reasons.setdefault(link.first, _turned(link))
    return reasons


def _turned(link: Link) -> str:
    """What the first name of a link is to the second."""
    if link.reason in ("known equivalence", f"spelling: {link.first.text}", f"plural: {link.first.text}"):
        return link.reason.replace(f": {link.first.text}", f": {link.second.text}")
    return f"fuller form of {link.second.text}"


def entities_table(mentions: pd.DataFrame, names: Mapping[str, str], types: Sequence[str]) -> pd.DataFrame:
    """Sum up mentions as entities.

    Args:
        mentions: The mentions table, with entity ids.
        names: What each entity is displayed as, by id.
        types: For each mention the type that counts for its entity.

    Returns:
        The entities table, the most mentioned first, those of equal number in the order of `names`. An
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
        for entity, own in sorted(((entity, forms[entity]) for entity in names), key=lambda item: -item[1].total())
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


def make_identifier(name: str, taken: Container[str]) -> str:
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
