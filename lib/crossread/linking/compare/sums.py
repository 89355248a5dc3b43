"""Numbers that an article adds up to one it tells elsewhere: "15 died in the town and six in a village", of 21."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.tables import records

SAME = ["article_id", "kind", "unit", "what", "outcome"]
READ = ["article_id", "kind", "unit", "outcome", "counts", "bound", "sentence_start"]  # of figures, beside `Addend`
MOST = 4  # numbers that are added up at once: among more some add up by chance
CLOSE = 400  # characters within which they stand
FAR = 1500  # characters within which two of one source do


class Addend(NamedTuple):
    """A number that may be added to others."""

    figure_id: str
    number_start: int
    value: float
    away: bool  # of another day
    origin: str
    source: str | None
    counted: str | None


def find_sums(rows: pd.DataFrame) -> tuple[set[str], set[str]]:
    """Find the figures that stand together and add up to one told before them, and what sums up several days.

    Args:
        rows: Rows of the figures table with `counts`, `origin`, `other_day` and `aside`.

    Returns:
        The ids of figures that are parts of a sum, with what repeats such a part, and those of sums of which a part is
        of another day: of such a sum the parts are no parts of what one day brought.
    """
    parts: set[str] = set()
    over_days: set[str] = set()
    rows = rows[[*READ, *(name for name in Addend._fields if name != "away"), "other_day", "aside"]]
    what = rows.counts.where(rows.counts != "civilians", "people")  # of whom some are told by the wider word
    away = rows.other_day | rows.aside.isin(load_lexicon("context")["day"]["other_days"])
    exact = rows.assign(what=what, away=away)[rows.bound.isin(["=", ">=", "~"])]
    exact = exact.sort_values("number_start", kind="stable")
    groups: dict[tuple[str, ...], list[Addend]] = defaultdict(list)
    for same, figure in zip(exact[SAME].itertuples(index=False), records(exact, Addend), strict=True):
        groups[tuple(map(str, same))].append(figure)
    for figures in groups.values():
        totals: dict[float, set[str]] = defaultdict(set)
        added: set[tuple[float, str | None]] = set()
        for at, figure in enumerate(figures):
            run = next((run for run in _runs(figures, at) if sum(one.value for one in run) in totals), ())
            if any(one.away for one in run):
                over_days |= totals[sum(one.value for one in run)]
            else:
                added |= {(one.value, one.counted) for one in run}
            totals[figure.value].add(figure.figure_id)
        parts |= {figure.figure_id for figure in figures if (figure.value, figure.counted) in added}
    return parts | _listed(exact), over_days


def find_struck(rows: pd.DataFrame) -> set[str]:
    """Find the figures of the injured that count the dead, too: "seven were shot", of whom others tell that one died.

    Args:
        rows: Rows of the figures table with `story`, `sentence` and `aside`.

    Returns:
        Their ids: of those whose number is that of another account of the injured, and of one of the dead, together.
    """
    lexicon = load_lexicon("alike")["struck"]
    standing = rows.aside.isna() & (rows.kind == "count") & (rows.bound == "=")
    rows = rows[["figure_id", "story", "outcome", "sentence", "phrase", "value"]]
    dead, hurt = (rows[standing & (rows.outcome == outcome)] for outcome in ("killed", "injured"))
    words = hurt.sentence.str.lower().str.findall(r"[a-z]+").map(set)
    of_all = words.map(lambda told: told.isdisjoint(lexicon["alone"]) and not told.isdisjoint(lexicon["words"]))
    of_all = of_all.astype(bool) & ~hurt.phrase.str.contains(r"\bothers?\b", case=False).astype(bool)
    killed = dead.groupby("story")["value"].agg(set).to_dict()
    injured = hurt[~of_all].groupby("story")["value"].agg(set).to_dict()
    told = hurt[of_all]
    return {
        figure_id
        for figure_id, story, value in zip(told.figure_id, told.story, told.value, strict=True)
        if any(value - number in killed.get(story, {1.0}) for number in injured.get(story, ()))
    }


def _listed(exact: pd.DataFrame) -> set[str]:
    """Figures of people that a sentence lists by other nouns, of a number that its article tells in another sentence.

    "The dead were four pilots, two mechanics and a doctor", of seven dead.
    """
    people = exact[(exact.outcome.isin(load_lexicon("alike")["people"]["outcomes"])) & (exact.kind == "count")]
    parts: set[str] = set()
    for _, own in people.groupby(["article_id", "outcome"], sort=False):
        told = list(zip(own.sentence_start, own.value, own.counted.fillna(""), own.figure_id, strict=True))
        for sentence in {start for start, *_ in told}:
            listed = [one for one in told if one[0] == sentence]
            nouns, total = {noun for _, _, noun, _ in listed}, sum(value for _, value, *_ in listed)
            whole = max((value for start, value, *_ in told if start != sentence), default=0)
            if len(nouns) == len(listed) > 1 and total <= whole:
                parts |= {figure_id for *_, figure_id in listed}
    return parts


def _runs(figures: Sequence[Addend], at: int) -> Iterator[Sequence[Addend]]:
    """The runs that begin with a figure: those that stand close, and it with its source's next."""
    first = figures[at]
    for last in range(at + 1, min(at + MOST, len(figures))):
        if figures[last].number_start - first.number_start <= CLOSE:
            yield figures[at : last + 1]
    if first.source is None:
        return
    behind = (figures[last] for last in range(at + 1, len(figures)))
    near = takewhile(lambda one: one.number_start - first.number_start <= FAR, behind)
    later = next((one for one in near if one.origin == first.origin and one.source is not None), None)
    if later is not None:
        yield (first, later)
