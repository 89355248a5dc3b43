"""Findings in sentences: what the accounts of each event say, who stands where, what was revised."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from crossread.linking.compare import (
    claimed_interval,
    compare_headlines,
    compared_claims,
    find_developments,
    find_sides,
    list_revisions,
)
from crossread.reporting.findings.events import Events
from crossread.reporting.findings.prose import Piece, Prose, capitalise
from crossread.reporting.findings.records import Claim, Claims, Headline, Revision, Side
from crossread.reporting.findings.sentences import (
    Sides,
    differing,
    leaves_out,
    tell_agreement,
    tell_development,
    tell_disagreement,
    tell_event_names,
    tell_headline,
    tell_own_headlines,
    tell_revisions,
)
from crossread.reporting.findings.speakers import name_speakers
from crossread.reporting.pages import render
from crossread.tables import Tables, rows_of

Grouped = TypeVar("Grouped", Claim, Side, Revision, Headline)


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparable claims come to, in one line and in full; `agrees` where one number fits all of them."""

    group: str
    agrees: bool
    line: Prose
    prose: Prose = ()


def tell_findings(claims: pd.DataFrame, groups: pd.DataFrame, tables: Tables) -> list[Finding]:
    """Put into sentences what the accounts of each group say.

    Sources are independent ones, as `rank_groups` counts them. The line tells the lowest and the highest number of a
    disagreement, or the number that all accounts allow at once; the prose, when it was reported, who stands on which
    side, who calls the event what, what one source revised, and which headline words a number otherwise than its text.

    Args:
        claims: What `list_claims` or `apply_comparisons` returns.
        groups: Rows of what `rank_groups` returns for them.
        tables: The corpus.

    Returns:
        A finding for each group, in the order of the rows.
    """
    named = name_speakers(claims[claims.group.isin(groups.group) & claims.aside.isna()], tables)
    compared, by_id = compared_claims(named), _by_id(named, tables.figures)
    developed = find_developments(named)
    events = Events(compared, tables)
    members: dict[str, list[Claim]] = _by_group(rows_of(compared))
    sides: dict[str, list[Side]] = _by_group(rows_of(find_sides(compared)))
    revised: dict[str, list[Revision]] = _by_group(rows_of(list_revisions(compared)))
    headlines: dict[str, list[Headline]] = _by_group(rows_of(compare_headlines(named, tables.figures)))
    findings = []
    for row in rows_of(groups):
        own, own_sides = members[row.group], _sides(sides[row.group], members[row.group])
        agrees = len(own_sides) == 1
        line, *sentences = (
            tell_agreement(own, row, events)
            if agrees
            else tell_development(own, row, events)
            if row.group in developed
            else tell_disagreement(own, own_sides, row, events)
        )
        sentences += tell_event_names(own)
        sentences += tell_revisions(own, revised[row.group]) + tell_own_headlines(by_id, headlines[row.group])
        findings.append(Finding(row.group, agrees, capitalise(line), _paragraph(filter(None, sentences))))
    return findings


def tell_headlines(claims: pd.DataFrame, figures: pd.DataFrame) -> list[Finding]:
    """Tell which headlines say another number than their text, where no other article says one.

    What `tell_findings` tells of groups has those of the others.

    Args:
        claims: What `list_claims` returns.
        figures: The figures table.

    Returns:
        A finding for each, those first whose text excludes the headline's number.
    """
    found = compare_headlines(claims, figures)
    alone = found[~found.group.isin(compared_claims(claims).group)]
    by_id = _by_id(claims, figures)
    return [
        Finding(row.group, row.verdict != "excludes the body", tell_headline(row, by_id, alone=True))
        for row in differing(rows_of(alone))
    ]


def _by_id(claims: pd.DataFrame, figures: pd.DataFrame) -> dict[str, Claim]:
    """Claims by figure id, and the parts of figures, which are no claims."""
    parts = figures[figures.part_of.notna() & ~figures.figure_id.isin(claims.figure_id)]
    return {row.figure_id: row for rows in (parts, claims) for row in rows_of(rows)}


def findings_html(findings: Sequence[Finding]) -> str:
    """Lay findings out as a list with each number marked as the figure that it is.

    Args:
        findings: What `tell_findings` returns.

    Returns:
        The markup; plain text in a notebook, links in a report (see `resolve_links`).
    """
    return render("findings.html.j2", findings=findings)


def _by_group(rows: Iterable[Grouped]) -> dict[str, list[Grouped]]:
    found: dict[str, list[Grouped]] = defaultdict(list)
    for row in rows:
        found[row.group].append(row)
    return found


def _sides(rows: Sequence[Side], claims: Claims) -> Sides:
    """The figures of each side, without those that only touch it and are on another: "more than 30" touches 30."""
    times = Counter(figure_id for row in rows for figure_id in row.figure_ids)
    several = [claim for claim in claims if times[claim.figure_id] > 1]
    ends = {claim.figure_id: claimed_interval(claim.bound, claim.low, claim.high) for claim in several}
    sides = []
    for row in rows:
        touching = {
            c.figure_id for c in several if row.low == row.high and leaves_out(c, ends[c.figure_id], row.low, row.high)
        }
        sides.append(frozenset(row.figure_ids) - touching)
    return sides


def _paragraph(sentences: Iterable[Prose]) -> Prose:
    pieces: list[Piece] = []
    for sentence in sentences:
        pieces += [*([Piece(" ")] if pieces else []), *capitalise(sentence)]
    return tuple(pieces)
