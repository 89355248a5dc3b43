"""Sentences of a finding: what accounts agree on, who stands where, what was revised, what headlines say otherwise."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.compare import claimed_interval
from crossread.linking.naming import tell_calls
from crossread.reporting.findings.accounts import tell_claims, tell_names, tell_number
from crossread.reporting.findings.events import Events, name_counted_things
from crossread.reporting.findings.prose import Prose, capitalise, count_word, date_words, enumerate_all, fill
from crossread.reporting.findings.records import Claim, Claims, Group, Headline, Revision
from crossread.reporting.findings.speakers import tell_outlet

MOST_HEADLINES = 2  # told of one group
MOST_SIDES = 4  # told one by one
MOST_TIMES = 6  # told in order of time

Sides = Sequence[frozenset[str]]  # the figure ids of each


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


def tell_disagreement(claims: Claims, sides: Sides, row: Group, events: Events) -> list[Prose]:
    """Tell the lowest and the highest number, and who stands on which side.

    Args:
        claims: Those of a group.
        sides: The figure ids of each side.
        row: The group.
        events: What the corpus's claims speak of.

    Returns:
        A line, and further sentences.
    """
    by_id = {claim.figure_id: claim for claim in claims}
    lowest, highest = by_id[row.lowest], by_id[row.highest]
    subject = _subject(claims, highest, row, "some", events)
    covered = len(sides) == 2 and not row.disjoint and row.revised  # the revision tells both
    name = "revise" if row.revised and not row.disjoint else "disagree"
    line = _sentence(name, **subject, lowest=_number(lowest), highest=_number(highest))
    return [line, fill(subject["dated"]), *([] if covered else [_tell_sides(claims, sides)])]


def tell_development(claims: Claims, row: Group, events: Events) -> list[Prose]:
    """Tell the lowest and the highest number of accounts of different months, and each with its date."""
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


def tell_agreement(claims: Claims, row: Group, events: Events) -> list[Prose]:
    """Tell what all allow: the one number that all give, else that of the claim within all others, if there is one."""
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
    cutting = {claim.bound for claim, end in zip(claims, ends, strict=True) if leaves_out(claim, end, low, high)}
    fitting = [
        claim for claim, end in zip(claims, ends, strict=True) if end == (low, high) and cutting <= {claim.bound}
    ]
    touching = bool(cutting) and low == high
    return (None if touching else next(iter(fitting), None)), touching


def leaves_out(claim: Claim, ends: tuple[float, float], low: float, high: float) -> bool:
    """Tell whether a claim leaves out the end of an interval that it reaches to."""
    return (claim.bound == ">" and ends[0] == low) or (claim.bound == "<" and ends[1] == high)


def tell_event_names(claims: Claims) -> list[Prose]:
    """Tell who calls the event what, where they differ."""
    calls = {} if claims[0].reach else tell_calls(claims)
    each = load_lexicon("findings")["sentence"]["called"]["each"]
    outlets = {claim.article_id: tell_outlet(claim) for claim in claims}
    told = [
        fill(each, word=name, names="; ".join(dict.fromkeys(outlets[one] for one in ids)))
        for name, ids in calls.items()
    ]
    return [_sentence("called", calls=enumerate_all(told, len(told)))] if told else []


def tell_revisions(claims: Claims, revisions: Sequence[Revision]) -> list[Prose]:
    """Tell what each source gave last, and what before that."""
    by_id = {claim.figure_id: claim for claim in claims}
    latest = {revision.origin: revision for revision in revisions}
    return [_tell_revision(by_id[last.earlier_figure], by_id[last.later_figure]) for last in latest.values()]


def _tell_revision(earlier: Claim, later: Claim) -> Prose:
    slots: dict[str, str | Prose] = {"name": later.speaker, "earlier": _number(earlier), "later": _number(later)}
    dates = [date_words(claim.published) for claim in (earlier, later) if not pd.isna(claim.published)]
    if len(set(dates)) == 2:
        return _sentence("revised", **slots, first=dates[0], last=dates[1])
    return _sentence("both", **slots, when=f" on {dates[0]}" if len(dates) == 2 else "")


def tell_own_headlines(by_id: Mapping[str, Claim], headlines: Sequence[Headline]) -> list[Prose]:
    """Tell which headlines say something else than their text, those that no number reconciles first."""
    rows = differing(headlines)
    sentences = [tell_headline(row, by_id) for row in rows[:MOST_HEADLINES]]
    left = len(rows) - len(sentences)
    forms = load_lexicon("findings")["sentence"]["more_headlines"]["forms"]
    more = [_sentence("more_headlines", count=count_word(left), headlines=forms[left > 1])] if left else []
    return sentences + more


def differing(headlines: Iterable[Headline]) -> list[Headline]:
    """Keep the headlines that say another number than their text, those first whose text excludes it."""
    found = (row for row in headlines if row.verdict != "not in the body")
    return sorted(found, key=lambda row: row.verdict != "excludes the body")


def tell_headline(row: Headline, by_id: Mapping[str, Claim], *, alone: bool = False) -> Prose:
    """Tell a headline's number and its text's; with what is counted, where the sentence stands alone."""
    headline, body = by_id[row.headline], by_id[row.body]
    name = "exclude" if row.verdict == "excludes the body" else "headline"
    slots = {"headline": _number(headline), "body": _number(body)}
    what = name_counted_things([headline], tell_number(headline).text) if alone else ""
    return _sentence(name, name=tell_outlet(headline), what=what, **slots)
