"""Claims in words: the number as the article puts it, and who says it as the article names them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.reporting.findings.prose import Piece, Prose, enumerate_all, fill, plain
from crossread.tables import rows_of

MOST_NAMES, MOST_NUMBERS = 4, 4  # in one list of a sentence
CAPITAL = re.compile(r"[A-Z][a-z]+\b|A\b")


def tell_number(claim: Any) -> Piece:  # noqa: ANN401
    """Write a claim's number with its bound, in the article's own words where its phrase has both.

    Args:
        claim: A row of claims.

    Returns:
        The words, such as "more than 1,000", "dozens" or "“18 to 25 per cent”", and the figure.
    """
    before, number = _parts(claim)
    patterns = load_lexicon("findings")["bound"]
    if claim.bound in patterns:
        number = f"{before}{number}" if before else patterns[claim.bound].format(number)
    elif claim.bound == "range":
        number = f"“{before}{number}”"
    if claim.kind == "share" and not re.search(r"%|per ?cent|[a-z½¼¾⅓⅔]", number.lower()):
        number = f"{number} per cent"
    return Piece(number, claim.figure_id)


def _parts(claim: Any) -> tuple[str, str]:  # noqa: ANN401
    """The words of a phrase before its number, and the number; made from the interval where the phrase lacks it."""
    begins = (claim.number_start - claim.start, claim.number_end - claim.start)
    if not any(map(pd.isna, begins)) and 0 <= begins[0] < begins[1] <= len(claim.phrase):
        before, number = claim.phrase[: begins[0]], claim.phrase[begins[0] : begins[1]]
        before = plain(before).lower()
        number = plain(number) if before or claim.kind == "money" else _lower(plain(number))
        return before and f"{before} ", number
    ends = [f"{end:,.10g}" for end in (claim.low, claim.high) if not pd.isna(end)]
    number = " to ".join(dict.fromkeys(ends))
    return "", f"{claim.unit} {number}" if claim.kind == "money" else number


def _lower(text: str) -> str:
    """Lower the first letter of a word that a headline or a sentence's start has capitalised."""
    return text[:1].lower() + text[1:] if CAPITAL.match(text) else text


def add_speakers(claims: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Name the outlet or the agency that speaks for each claim without a source.

    Args:
        claims: Rows of claims.
        entities: The corpus' entities.

    Returns:
        The claims with a column `speaker`: the article's own outlet as the article names it, another by the name that
        its origin is displayed by.
    """
    shown = {f"entity {entity.entity_id}": entity for entity in rows_of(entities)}

    def name(claim: Any) -> str:  # noqa: ANN401
        entity = shown.get(claim.origin)
        if entity is None:
            return str(claim.origin.removeprefix("outlet "))
        spelled = {form.casefold() for form in (entity.name, *entity.aliases)}
        own = not pd.isna(claim.outlet) and claim.outlet.casefold() in spelled
        return str(claim.outlet if own else entity.name)

    return claims.assign(speaker=[name(claim) for claim in rows_of(claims)])


def tell_source(claim: Any) -> str:  # noqa: ANN401
    """Name who says a claim, as the article does: its source, or the outlet that speaks in its own voice.

    Args:
        claim: A row of claims, as `add_speakers` returns them.

    Returns:
        The name; with the outlet where the source is known in that article only ("a doctor cited by Reuters"), and
        with the hedge if the claim has one.
    """
    lexicon = load_lexicon("findings")["source"]
    outlet = tell_outlet(claim)
    if not pd.isna(claim.source):
        source = re.sub(r"^(?:The|An?)\b", lambda word: word[0].lower(), plain(claim.source, limit=60))
        unknown = pd.isna(claim.source_entity)
        name = lexicon["cited"].format(source=source, outlet=outlet) if unknown else source
    elif claim.in_title:
        name = lexicon["headline"].format(outlet=outlet)
    else:
        name = plain(claim.speaker, limit=60)  # of the article that this one copies, or the agency whose report it is
        name = lexicon["carried"].format(source=name, outlet=outlet) if name != outlet else name
    return name if pd.isna(claim.hedge) else str(lexicon["hedged"].format(source=name, hedge=plain(claim.hedge)))


def tell_outlet(claim: Any) -> str:  # noqa: ANN401
    """Name an article's outlet, else the article."""
    return plain(claim.article_id if pd.isna(claim.outlet) else claim.outlet, limit=60)


def tell_names(claims: Sequence[Any]) -> Prose:
    """Name the sources of claims, each once; all but the first with their figure, which no number shows."""
    said: dict[str, Any] = {}
    for claim in claims:
        said.setdefault(claim.origin, claim)
    told = [tell_source(claim) for claim in said.values()]
    names: list[Prose] = []
    for name, claim in zip(told, said.values(), strict=True):
        name = f"{name} ({plain(claim.article_id)})" if told.count(name) > 1 else name  # two of one name
        names.append((Piece(name, claim.figure_id if names else None),))
    return enumerate_all(names, MOST_NAMES, "; ")  # "police cited by AFP and AP" could be cited by both


def tell_claims(claims: Sequence[Any]) -> Prose:
    """List numbers with who says each: "12 (AFP; the army) and at least ten (Reuters)"."""
    numbers: dict[str, list[Any]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.value):
        numbers[tell_number(claim).text].append(claim)
    items = [
        fill("{number} ({names})", number=(Piece(number, said[0].figure_id),), names=tell_names(said))
        for number, said in numbers.items()
    ]
    return enumerate_all(items, MOST_NUMBERS)
