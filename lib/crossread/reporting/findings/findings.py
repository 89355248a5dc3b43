"""Findings in sentences: what the accounts of each event say, who stands where, what was revised."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.compare import (
    claimed_interval,
    compare_headlines,
    compared_claims,
    find_developments,
    find_sides,
    list_revisions,
)
from crossread.linking.naming import tell_calls
from crossread.reporting.findings.accounts import tell_claims, tell_names, tell_number
from crossread.reporting.findings.events import Events, name_counted_things
from crossread.reporting.findings.prose import (
    Claim,
    Group,
    Headline,
    Piece,
    Prose,
    capitalise,
    count_word,
    date_words,
    enumerate_all,
    fill,
)
from crossread.reporting.findings.speakers import name_speakers, tell_outlet
from crossread.reporting.pages import render
from crossread.tables import Tables, rows_of

MOST_HEADLINES = 2  # told of one group
MOST_SIDES = 4  # told one by one
MOST_TIMES = 6  # told in order of time

Claims = Sequence[Any]  # rows of claims
Sides = Sequence[frozenset[str]]  # the figure ids of each


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
    events, found = Events(compared, tables), (compared, find_sides(compared), list_revisions(compared))
    members, sides, revised, headlines = map(_by_group, (*found, compare_headlines(named, tables.figures)))
    findings = []
    for row in rows_of(groups):
        own, own_sides = members[row.group], _sides(sides[row.group], members[row.group])
        agrees = len(own_sides) == 1
        line, *sentences = (
            _tell_agreement(own, row, events)
            if agrees
            else _tell_development(own, row, events)
            if row.group in developed
            else _tell_disagreement(own, own_sides, row, events)
        )
        sentences += _tell_calls(own)
        sentences += _tell_revisions(own, revised[row.group]) + _tell_headlines(by_id, headlines[row.group])
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
        Finding(row.group, row.verdict != "excludes the body", _tell_headline(row, by_id, alone=True))
        for row in _differing(rows_of(alone))
    ]


def _by_id(claims: pd.DataFrame, figures: pd.DataFrame) -> dict[str, Any]:
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


def _by_group(table: pd.DataFrame) -> dict[str, list[Any]]:
    rows: dict[str, list[Any]] = defaultdict(list)
    for row in rows_of(table):
        rows[row.group].append(row)
    return rows


def _sides(rows: Sequence[Any], claims: Claims) -> Sides:
    """The figures of each side, without those that only touch it and are on another: "more than 30" touches 30."""
    times = Counter(figure_id for row in rows for figure_id in row.figure_ids)
    several = [claim for claim in claims if times[claim.figure_id] > 1]
    ends = {claim.figure_id: claimed_interval(claim.bound, claim.low, claim.high) for claim in several}
    sides = []
    for row in rows:
        touching = {
            c.figure_id for c in several if row.low == row.high and _leaves_out(c, ends[c.figure_id], row.low, row.high)
        }
        sides.append(frozenset(row.figure_ids) - touching)
    return sides


def _paragraph(sentences: Iterable[Prose]) -> Prose:
    pieces: list[Piece] = []
    for sentence in sentences:
        pieces += [*([Piece(" ")] if pieces else []), *capitalise(sentence)]
    return tuple(pieces)


def _sentence(template: str, /, **slots: str | Prose) -> Prose:
    return fill(load_lexicon("findings")["sentence"][template]["text"], **slots)


def _number(claim: Claim) -> Prose:
    return (tell_number(claim),)


def _subject(claims: Claims, last: Claim | None, row: Group, which: str, events: Events) -> dict[str, str]:
    """What a first sentence says beside its numbers, of which `last` stands before what is counted."""
    lexicon = load_lexicon("findings")["accounts"]
    event, what, dated = events.name(claims, "" if last is None else tell_number(last).text)
    accounts = lexicon[which][min(row.origins, 3) - 1].format(count=count_word(row.origins))
    verbs = {verb: lexicon[verb][row.origins > 1] for verb in ("give", "allow")}
    return {"accounts": accounts, "event": event, "what": what, "dated": dated, **verbs}


def _tell_disagreement(claims: Claims, sides: Sides, row: Group, events: Events) -> list[Prose]:
    by_id = {claim.figure_id: claim for claim in claims}
    lowest, highest = by_id[row.lowest], by_id[row.highest]
    subject = _subject(claims, highest, row, "some", events)
    covered = len(sides) == 2 and not row.disjoint and row.revised  # the revision tells both
    name = "revise" if row.revised and not row.disjoint else "disagree"
    line = _sentence(name, **subject, lowest=_number(lowest), highest=_number(highest))
    return [line, fill(subject["dated"]), *([] if covered else [_tell_sides(claims, sides)])]


def _tell_development(claims: Claims, row: Group, events: Events) -> list[Prose]:
    by_id = {claim.figure_id: claim for claim in claims}
    lowest, highest = by_id[row.lowest], by_id[row.highest]
    subject = _subject(claims, highest, row, "some", events)
    template = load_lexicon("findings")["sentence"]["over_time"]["each"]
    told = [
        fill(template, number=_number(claim), date=date_words(claim.published), name=claim.speaker)
        for claim in sorted(claims, key=lambda claim: claim.published)
    ]
    line = _sentence("develop", **subject, lowest=_number(lowest), highest=_number(highest))
    return [line, _sentence("over_time", claims=enumerate_all(told, MOST_TIMES))]


def _tell_sides(claims: Claims, sides: Sides) -> Prose:
    """Who stands where; claims that fit several sides stand behind them."""
    times = Counter(figure_id for side in sides for figure_id in side)
    alone = [[claim for claim in claims if claim.figure_id in side and times[claim.figure_id] == 1] for side in sides]
    told = [tell_claims(side) for side in alone]
    both = [claim for claim in claims if times[claim.figure_id] > 1]
    name = {2: "two_sides"}.get(len(sides), "sides" if len(sides) <= MOST_SIDES else "many_sides")
    template = load_lexicon("findings")["sentence"][name]
    either = fill(template["either"], claims=tell_claims(both)) if both else ()
    if name == "two_sides":
        places = zip(told, template["places"], strict=True)
        told = [fill(template["side"], claims=side, place=place) for side, place in places]
        return _sentence(name, sides=enumerate_all(told, len(told)), either=either)
    count = count_word(len(sides))
    if name == "sides":
        return _sentence(name, count=count, sides=enumerate_all(told, len(told), "; "), either=either)
    return _sentence(name, count=count, either=either, **_tell_ends(told, [_origins(side) for side in alone]))


def _origins(claims: Claims) -> int:
    return len({claim.origin for claim in claims})


def _tell_ends(told: Sequence[Prose], origins: Sequence[int]) -> dict[str, Prose]:
    """The lowest and the highest of many sides, one between that has more origins than any other, and how many more."""
    template = load_lexicon("findings")["sentence"]["many_sides"]
    best = max(range(1, len(told) - 1), key=lambda side: origins[side])
    stands_out = origins[best] > max([*origins[:best], *origins[best + 1 :]])
    left = len(told) - (3 if stands_out else 2)
    between = fill(template["between"], count=capitalise(fill(count_word(left))))
    attested = fill(template["best"], claims=told[best]) if stands_out else ()
    return {"lowest": told[0], "highest": told[-1], "best": attested, "between": between}


def _tell_agreement(claims: Claims, row: Group, events: Events) -> list[Prose]:
    """What all allow: the one number that all give, else that of the claim within all others, if there is one."""
    narrowest, touching = _shared(claims)
    subject = _subject(claims, narrowest, row, "each", events)
    dated, said = fill(subject["dated"]), _sentence("claims", claims=tell_claims(claims))
    if narrowest is None:
        numbers = load_lexicon("findings")["kind"][claims[0].kind]["numbers"]
        numbers = numbers if subject["what"] else numbers.removesuffix(" of")
        return [_sentence("touch" if touching else "overlap", **subject, numbers=numbers), dated, said]
    if len({tell_number(claim).text for claim in claims}) == 1:
        named = _sentence("names", names=tell_names(claims))
        return [_sentence("give", **subject, number=_number(claims[0])), dated, named]
    return [_sentence("allow", **subject, number=_number(narrowest)), dated, said]


def _shared(claims: Claims) -> tuple[Claim | None, bool]:
    """The claim that allows nothing but what all others allow, too, if there is one; and whether they only touch.

    "More than 100" leaves out 100 itself: it touches 100, and is narrower than "at least 100".
    """
    ends = [claimed_interval(claim.bound, claim.low, claim.high) for claim in claims]
    low, high = max(least for least, _ in ends), min(most for _, most in ends)
    cutting = {claim.bound for claim, end in zip(claims, ends, strict=True) if _leaves_out(claim, end, low, high)}
    fitting = [
        claim for claim, end in zip(claims, ends, strict=True) if end == (low, high) and cutting <= {claim.bound}
    ]
    touching = bool(cutting) and low == high
    return (None if touching else next(iter(fitting), None)), touching


def _leaves_out(claim: Claim, ends: tuple[float, float], low: float, high: float) -> bool:
    """Whether a claim leaves out the end of an interval that it reaches to."""
    return (claim.bound == ">" and ends[0] == low) or (claim.bound == "<" and ends[1] == high)


def _tell_calls(claims: Claims) -> list[Prose]:
    """Who calls the event what, where they differ."""
    calls = {} if claims[0].reach else tell_calls(claims)
    each = load_lexicon("findings")["sentence"]["called"]["each"]
    outlets = {claim.article_id: tell_outlet(claim) for claim in claims}
    told = [
        fill(each, word=name, names="; ".join(dict.fromkeys(outlets[one] for one in ids)))
        for name, ids in calls.items()
    ]
    return [_sentence("called", calls=enumerate_all(told, len(told)))] if told else []


def _tell_revisions(claims: Claims, revisions: Claims) -> list[Prose]:
    """What each source gave last, and what before that."""
    by_id = {claim.figure_id: claim for claim in claims}
    latest = {revision.origin: revision for revision in revisions}
    return [_tell_revision(by_id[last.earlier_figure], by_id[last.later_figure]) for last in latest.values()]


def _tell_revision(earlier: Claim, later: Claim) -> Prose:
    slots: dict[str, str | Prose] = {"name": later.speaker, "earlier": _number(earlier), "later": _number(later)}
    dates = [date_words(claim.published) for claim in (earlier, later) if not pd.isna(claim.published)]
    if len(set(dates)) == 2:
        return _sentence("revised", **slots, first=dates[0], last=dates[1])
    return _sentence("both", **slots, when=f" on {dates[0]}" if len(dates) == 2 else "")


def _tell_headlines(by_id: Mapping[str, Claim], headlines: Claims) -> list[Prose]:
    """Which headlines say something else than their text, those that no number reconciles first."""
    differing = _differing(headlines)
    sentences = [_tell_headline(row, by_id) for row in differing[:MOST_HEADLINES]]
    left = len(differing) - len(sentences)
    forms = load_lexicon("findings")["sentence"]["more_headlines"]["forms"]
    more = [_sentence("more_headlines", count=count_word(left), headlines=forms[left > 1])] if left else []
    return sentences + more


def _differing(headlines: Iterable[Any]) -> list[Any]:
    differing = (row for row in headlines if row.verdict != "not in the body")
    return sorted(differing, key=lambda row: row.verdict != "excludes the body")


def _tell_headline(row: Headline, by_id: Mapping[str, Claim], *, alone: bool = False) -> Prose:
    """A headline's number and its text's; with what is counted, where the sentence stands alone."""
    headline, body = by_id[row.headline], by_id[row.body]
    name = "exclude" if row.verdict == "excludes the body" else "headline"
    slots = {"headline": _number(headline), "body": _number(body)}
    what = name_counted_things([headline], tell_number(headline).text) if alone else ""
    return _sentence(name, name=tell_outlet(headline), what=what, **slots)
