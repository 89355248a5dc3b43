"""What accounts speak of, named by nothing but what the tables tell: cause, place, day, and date of publication."""

import re
from collections import Counter, defaultdict

import pandas as pd

from crossread.extracting.context.tellings import LEAD
from crossread.language.vocabulary import singular
from crossread.lexicon import load_lexicon
from crossread.linking.compare.groups import SIDED, name_side
from crossread.linking.naming import name_event
from crossread.linking.places import locate_places
from crossread.measuring.labels import pluralise
from crossread.reporting.findings.prose import date_words, plain
from crossread.reporting.findings.records import Claim, Claims
from crossread.tables import Tables, rows_of

SHARE = 3  # of a group's articles one in so many must name a place
Told = dict[str, dict[str, tuple[int, str]]]  # place to article to where it stands, and behind which preposition


def name_counted_things(claims: Claims, number: str | None = None) -> str:
    """Say what a group's claims count and what happened to it.

    Args:
        claims: The claims of a group.
        number: The words for the number behind which it is to stand; None where it stands by itself.

    Returns:
        The words, such as "people killed", or behind a number "dead", "of civilians killed" (dozens), "in aid"; ""
        where the claims count different things and tell nothing of them.
    """
    lexicon, first = load_lexicon("findings"), claims[0]
    outcome = lexicon["outcome"][first.outcome] if len({claim.outcome for claim in claims}) == 1 else {"told": ""}
    noun = _noun(claims) if len({claim.counts for claim in claims}) == 1 else ""
    if number is not None and first.kind == "count" and noun == "people" and "people" in outcome:
        return str(outcome["people"])
    noun = " ".join(map(singular, noun.split())) if number in ("one", "1") else noun
    tells = singular(noun) in map(singular, load_lexicon("outcomes").get(first.outcome, {}).get("noun", []))  # "deaths"
    behind = _behind(first.kind, number) if number is not None and noun else ""
    return " ".join(filter(None, [behind, noun, "" if tells else outcome["told"]]))


def _behind(kind: str, number: str) -> str:
    """What joins a number to a noun: dozens "of" civilians, $1 billion "in" aid."""
    lexicon = load_lexicon("findings")
    return "of" if number.split(" ")[-1] in lexicon["vague"]["of"] else str(lexicon["kind"][kind]["after"])


def _noun(claims: Claims) -> str:
    first = claims[0]
    if first.counted_class == "forces" and first.outcome in SIDED:
        sides = {name_side(claim.counted, claim.actor) for claim in claims}
        side = sides.pop() if len(sides) == 1 else ""
        if side:
            return side if side in load_lexicon("alike")["sides"] else f"{plain(side)} forces"
    known = load_lexicon("findings")["counted"].get(first.counts)
    if known is not None or first.kind == "money":
        return str(known or plain(first.counts))
    heads = Counter(claim.counted.split()[-1] for claim in claims if not pd.isna(claim.counted) and claim.counted)
    plurals = (head for head, _ in heads.most_common() if head != first.counts and singular(head) == first.counts)
    return plain(next(plurals, pluralise(first.counts)))


class Events:
    """The events that groups of claims speak of, named from a corpus's tables."""

    def __init__(self, claims: pd.DataFrame, tables: Tables) -> None:
        self._titles = {comparison.title for comparison in tables.comparisons}
        self._events = _find_events(claims)
        self._told = _places_told(set(claims.article_id), tables)
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._of_events: dict[str, Counter[str]] = defaultdict(Counter)
        hits: set[tuple[str, str, str]] = set()
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in rows_of(claims.assign(targets=claims.targets.fillna(""))):
            event = self._events[claim.figure_id]
            self._claims[event].append(claim)
            self._articles[event].add(claim.article_id)
            self._of_events[event].update([] if pd.isna(claim.region) or not claim.region else [claim.region])
            hits.update((event, target, claim.article_id) for target in filter(None, claim.targets.split("; ")))
        self._targets: dict[str, Counter[str]] = defaultdict(Counter)
        for event, target, _ in sorted(hits):
            self._targets[event][target] += 1
        self._regions = locate_places(tables.entities.entity_id[tables.entities.type == "LOC"])
        known = tables.entities[tables.entities.entity_id.isin(self._told)]
        self._names = dict(zip(known.entity_id, known.name, strict=True))

    def name(self, claims: Claims, number: str) -> tuple[str, str, str]:
        """Name the event that a group's claims speak of.

        By the user's word it is the title of their comparison. Else it is the cause of the losses, where the claims
        tell one, with what was hit, or what is counted; with the place, and the day where the story has several.

        Args:
            claims: The claims of a group.
            number: The words for the last number that is told of it.

        Returns:
            The event, what is to stand behind the numbers ("dead"), "" where the event says it already, and a sentence
            of the dates on which the articles were published, "" without any.
        """
        first, what = claims[0], name_counted_things(claims, number)
        if first.topic in self._titles:
            return f"“{plain(first.topic)}”", what, ""
        cause = "" if first.reach or not first.cause else name_event(self._claims[self._events[first.figure_id]])
        causes = {claim.cause for claim in claims}
        untold = [name_counted_things(claims), first.cause if len(causes) == 1 else ""]
        told = [f"the {cause}", self._target(claims)] if cause else untold
        told += [_reach(claims)]
        day = f"on {first.day.capitalize()}" if first.day else ""
        place, dated = self.find_place(claims), _dated(claims)
        told += [place, day if day and f", {day}" in first.panel else ""]
        told += [] if place or dated else [load_lexicon("findings")["when"]["story"].format(story=plain(first.story))]
        return " ".join(filter(None, told)), what if cause else "", dated

    def _target(self, claims: Claims) -> str:
        """What was hit: "that hit a wedding"; "" where too few of the articles tell it."""
        lexicon, event = load_lexicon("findings")["target"], self._events[claims[0].figure_id]
        (target, times), (_, next_times) = [*self._targets[event].most_common(2), ("", 0), ("", 0)][:2]
        agreed = times > max(1, next_times) and SHARE * times >= len(self._articles[event])
        return str(lexicon["told"].format(target)) if agreed and claims[0].cause in lexicon["causes"] else ""

    def find_place(self, claims: Claims) -> str:
        """Find where the articles of a group's event say that something is, in their own words.

        Args:
            claims: The claims of a group.

        Returns:
            A preposition and the name of a place of the group's region, or else a country: "near Homs". Empty where
            none stands so in the headlines and first sentences of enough of the articles, and for a toll of a war.
        """
        event = self._events[claims[0].figure_id]
        articles = self._articles[event]
        region = next((region for region, _ in self._of_events[event].most_common(1)), "")
        ranked: list[tuple[bool, int, int, str]] = []
        for entity_id, told in self._told.items():
            stands = [told[article] for article in told.keys() & articles]
            own = self._regions.get(entity_id, "")
            fits = not region or own == region or (own != "" and region.startswith(f"{own}."))
            if fits and stands and SHARE * len(stands) >= len(articles):
                ranked.append((own == region, len(stands), -min(stands)[0], entity_id))
        if not ranked or claims[0].reach:
            return ""
        *_, best = max(ranked)
        words = Counter(word for article, (_, word) in sorted(self._told[best].items()) if article in articles)
        return f"{words.most_common(1)[0][0]} {plain(self._names[best])}"


def _find_events(claims: pd.DataFrame) -> dict[str, str]:
    """Name the event of each claim, by its figure id: groups of one cause, region and day tell of one.

    A region that is told of no loss but another is that of all of the day; without a cause a group is by itself.
    """
    told = claims.assign(region=claims.region.fillna("").replace("", pd.NA))
    same = [told.story, told.cause, told.day]
    regions = told.region.groupby(same).transform("first").where(told.region.groupby(same).transform("nunique") == 1)
    of_cause = pd.Series(list(zip(*same, told.region.fillna(regions).fillna(""), strict=True)), index=told.index)
    return dict(zip(told.figure_id, told.group.where(told.cause == "", of_cause.map(str)), strict=True))


def _reach(claims: Claims) -> str:
    """The words for a toll that reaches further than the event, by what all the sentences say."""
    entry = load_lexicon("findings")["reach"].get(claims[0].reach)
    if entry is None:
        return str(claims[0].reach)
    of_war = "war" in entry and all(re.search(entry["words"], claim.sentence, re.IGNORECASE) for claim in claims)
    return str(entry["war" if of_war else "told"])


def _dated(claims: Claims) -> str:
    dates = [claim.published for claim in claims if not pd.isna(claim.published)]
    if not dates:
        return ""
    first, last = date_words(min(dates)), date_words(max(dates))
    template = load_lexicon("findings")["when"]["day" if first == last else "days"]
    return str(template.format(first=first, last=last))


def _places_told(articles: set[str], tables: Tables) -> Told:
    """Where each place first stands behind a preposition in the lead of each article."""
    mentions, prepositions = tables.mentions, load_lexicon("findings")["where"]["prepositions"]
    near = mentions.preposition.isin(prepositions) & (mentions.start < LEAD) & mentions.entity_id.notna()
    told: Told = defaultdict(dict)
    for mention in rows_of(mentions[near & mentions.article_id.isin(articles)].sort_values("start", kind="stable")):
        told[mention.entity_id].setdefault(mention.article_id, (int(mention.start), mention.preposition))
    return told
