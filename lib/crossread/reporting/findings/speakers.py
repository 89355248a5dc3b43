"""Who says a claim, in words: the source as the articles name it, or the outlet that speaks in its own voice."""

import re
from collections import Counter, defaultdict
from functools import cache

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.entities.spelling import words_of
from crossread.reporting.findings.prose import plain
from crossread.reporting.findings.records import Claim
from crossread.tables import Tables, rows_of

LONGEST = 80  # characters of a source's name
NAMED = re.compile(r"\b[A-Z].*\b[A-Z]|\b[A-Z]{2,}\b")  # two capitals, or an acronym
FIRST_ARTICLE = re.compile(r"^(?:The|An?)\b")

Names = dict[str, str]  # entity ids to names


def name_speakers(claims: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Name who says each claim, so that a reader knows them without the article.

    Args:
        claims: What `list_claims` or `apply_comparisons` returns.
        tables: The corpus.

    Returns:
        The claims with the column `speaker`: the source's words. Where these do not name it ("a monitor"), or are too
        long, it is what the corpus most often calls the source's entity. With the outlet where the source is known in
        that article only ("a doctor cited by Reuters"), and with the hedge if the claim has one.
    """
    known = tables.entities[tables.entities.entity_id.isin({*claims.source_entity.dropna(), *_speaking(claims)})]
    names = dict(zip(known.entity_id, known.name, strict=True))
    usual = _usual_words(tables.figures, {row.entity_id: [row.name, *row.aliases] for row in rows_of(known)})
    return claims.assign(speaker=[_hedged(claim, _speaker(claim, usual, names)) for claim in rows_of(claims)])


def tell_outlet(claim: Claim) -> str:
    """Name an article's outlet, else the article."""
    return plain(claim.article_id if pd.isna(claim.outlet) else claim.outlet, limit=60)


def _speaking(claims: pd.DataFrame) -> set[str]:
    return {origin.removeprefix("entity ") for origin in claims.origin}


def _usual_words(figures: pd.DataFrame, forms: dict[str, list[str]]) -> Names:
    """What sources' words most often call each entity by one of its names, of two words or more."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for entity_id, source in zip(figures.source_entity, figures.source, strict=True):
        if not pd.isna(entity_id) and not pd.isna(source) and _names(source, forms.get(entity_id, [])):
            told[entity_id][_own_words(source)] += 1
    return {
        entity_id: min(words, key=lambda said: (-words[said], len(said), said)) for entity_id, words in told.items()
    }


def _names(source: str, forms: list[str]) -> bool:
    words = f" {' '.join(words_of(source))} "
    return any(" " in form and f" {' '.join(words_of(form))} " in words for form in forms)


def _own_words(source: str) -> str:
    """A source's words as they stand within a sentence, without what doubts that it is what it is called."""
    return FIRST_ARTICLE.sub(lambda word: word[0].lower(), _doubts().sub("", plain(source, limit=0)))


def _speaker(claim: Claim, usual: Names, names: Names) -> str:
    lexicon, outlet = load_lexicon("findings")["source"], tell_outlet(claim)
    if not pd.isna(claim.source):
        source = _own_words(claim.source)
        if pd.isna(claim.source_entity):
            return str(lexicon["cited"].format(source=plain(source, limit=LONGEST), outlet=outlet))
        named = NAMED.search(source) is not None and len(source) <= LONGEST
        return plain(source if named else usual.get(claim.source_entity, source), limit=LONGEST)
    if claim.in_title:
        return str(lexicon["headline"].format(outlet=outlet))
    of_entity = claim.origin.startswith("entity ")
    name = names.get(claim.origin.removeprefix("entity "), outlet) if of_entity else claim.origin
    name = plain(name.removeprefix("outlet "), limit=60)  # an agency, or the outlet of what this article copies
    return name if words_of(name) == words_of(outlet) else str(lexicon["printed"].format(source=name, outlet=outlet))


def _hedged(claim: Claim, speaker: str) -> str:
    hedged: str = load_lexicon("findings")["source"]["hedged"]
    return speaker if pd.isna(claim.hedge) else hedged.format(source=speaker, hedge=plain(claim.hedge))


@cache
def _doubts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_lexicon('findings')['source']['doubts'])}) ", re.IGNORECASE)
