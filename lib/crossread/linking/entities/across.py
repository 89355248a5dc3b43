"""Across articles: which distinct names mean the same, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossread.language.gazetteers import name_words
from crossread.lexicon import load_lexicon
from crossread.linking.entities.names import Groups, Link, Name, is_city, is_common_place, is_country
from crossread.linking.entities.sounds import skeleton
from crossread.linking.entities.spelling import (
    block_keys,
    compatible,
    fold,
    given_names,
    is_acronym,
    same_name,
    words_of,
)
from crossread.linking.entities.within import CLEARLY, REACH, UNCLEAR

BRACKET = re.compile(r"['’]?s? ?[(\[] ?")

Usage = Mapping[Name, int]
Introduction = tuple[Name, Name, str]  # a name, what stands in brackets behind it, and the article


def link_names(
    usage: Usage, introduced: Iterable[Introduction], shortened: Mapping[Name, Mapping[Name, int]]
) -> Groups:
    """Find which names mean the same.

    Args:
        usage: How often each distinct name stands in the corpus.
        introduced: Pairs of names that a text puts side by side, one in brackets.
        shortened: For short forms of organisations, how often each stood for which fuller name.

    Returns:
        The names in groups, with the links that made them.
    """
    groups = Groups(sorted(usage, key=lambda name: (-usage[name], name)))
    for link in (*_known(usage), *_introduced(introduced), *_spelled(usage), *_retyped(usage)):
        groups.join(link)
    for link in _initials(usage, groups):
        groups.join(link)
    for link in _persons_told_less(usage, groups):
        groups.join(link)
    for link in (*_surnames(usage, groups), *_short_forms(usage, shortened, groups)):
        groups.join(link)
    return groups


def _known(usage: Usage) -> Iterator[Link]:
    """Names that the lexicon says are the same."""
    by_fold = defaultdict(list)
    for name in usage:
        if not name.sense:
            by_fold[fold(name.text).removeprefix("al ")].append(name)
    for entry in load_lexicon("aliases")["same"]:
        names = [
            name
            for form in (*entry["forms"], *entry.get("also", ()))
            for name in by_fold[fold(form).removeprefix("al ")]
        ]
        yield from (Link(names[0], name, "known equivalence") for name in names[1:])


def _introduced(introduced: Iterable[Introduction]) -> Iterator[Link]:
    """Acronyms in brackets behind the name that they stand for: "National Council of Resistance of Iran (NCRI)"."""
    for full, acronym, article in introduced:
        if is_acronym(acronym.text) and _may_stand_for(acronym, full):
            yield Link(full, acronym, f"acronym of {full.text}, introduced in {article}")
        elif is_acronym(full.text) and _may_stand_for(full, acronym):
            yield Link(acronym, full, f"acronym of {acronym.text}, introduced in {article}")


def _may_stand_for(acronym: Name, full: Name) -> bool:
    """Tell whether an acronym may be a name's: it has its initials, or the name is clearly an organisation's.

    Many an acronym is of another language: "Doctors Without Borders (MSF)", "Kurdistan Workers' Party (PKK)".
    """
    words = fold(full.text).split()
    letters = fold(acronym.text).replace(" ", "")
    if len(letters) < 2 or len(words) < 2 or full.type == "PER":
        return False
    if initials(full.text) == letters:
        return True
    nouns = any(word in name_words("organisation_nouns") for word in words)
    return len(letters) > 2 and full.type == "ORG" and (nouns or len(words) > 2)


def initials(text: str) -> str:
    """Return the first letters of a name's words but the small ones, in lower case."""
    words = [word for word in fold(text).split() if word not in ("of", "the", "for", "and", "in", "to", "on")]
    return "".join(word[0] for word in words if word[0].isalpha())


def _initials(usage: Usage, groups: Groups) -> Iterator[Link]:
    """Acronyms with the initials of one organisation of the corpus."""
    fulls = defaultdict(list)
    for name in usage:
        if name.type == "ORG" and " " in name.text:
            fulls[initials(name.text)].append(name)
    for name in usage:
        letters = fold(name.text).replace(" ", "")
        if name.type != "PER" and is_acronym(name.text) and len(letters) > 2:
            full = _clearest(fulls[letters], usage, groups)
            if full is not None and groups.find(full) != groups.find(name):
                yield Link(full, name, f"acronym of {full.text}")


def _clearest(names: Sequence[Name], usage: Usage, groups: Groups) -> Name | None:
    """Of names the one that is used most, if all are of one group or its group is used far more than the others."""
    counts: Counter[Name] = Counter()
    for name in names:
        counts[groups.find(name)] += usage[name]
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEARLY * ranked[1][1]):
        return None
    return max((name for name in names if groups.find(name) == ranked[0][0]), key=lambda name: (usage[name], name))


def _blocks(usage: Usage) -> Iterator[list[Name]]:
    """Names of one type and sense that share a key, the most used first."""
    blocks: dict[tuple[str, str, str], list[Name]] = defaultdict(list)
    for name in sorted(usage, key=lambda name: (-usage[name], name)):
        for key in block_keys(name.text):
            blocks[name.type, name.sense, key].append(name)
    yield from blocks.values()


def _spelled(usage: Usage) -> Iterator[Link]:
    """Names of one type that differ only in spelling, in a plural, or in the order of words."""
    for block in _blocks(usage):
        distinct: dict[tuple[str, ...], Name] = {}
        for name in block:
            same = distinct.setdefault(words_of(name.text), name)
            if same != name and same_name(same.text, name.text, name.type):
                yield Link(same, name, f"spelling: {same.text}")
        names = list(distinct.values())
        for place, name in enumerate(names):
            for other in names[max(0, place - REACH) : place]:
                if same_name(other.text, name.text, name.type) and not _two_places(other, name):
                    plural = fold(name.text).rstrip("s") == fold(other.text).rstrip("s")
                    yield Link(other, name, f"plural: {other.text}" if plural else f"spelling: {other.text}")


def _two_places(name: Name, other: Name) -> bool:
    """Tell whether names are of two cities of GeoNames, which has each under one spelling, or one is a country's."""
    if name.type != "LOC" or fold(name.text) == fold(other.text):
        return False
    return is_country(name.text) or is_country(other.text) or (is_city(name.text) and is_city(other.text))


def _retyped(usage: Usage) -> Iterator[Link]:
    """One spelling under several types: one thing, unless one word names a person about as often as something else."""
    by_words = defaultdict(list)
    for name in usage:
        if not name.sense:
            acronym = is_acronym(name.text) and not is_common_place(name.text)  # "SANA", but "CAIRO"
            by_words[acronym, words_of(name.text)].append(name)
    for names in by_words.values():
        first, *others = sorted(names, key=lambda name: (-usage[name], name))
        for other in others:
            several = min(len(words_of(name.text)) for name in (first, other)) > 1
            thing = ("PER" not in (first.type, other.type) and fold(first.text) == fold(other.text)) or several
            clear = thing or usage[first] >= CLEARLY * usage[other]
            if first.type != other.type and clear:
                yield Link(first, other, f"same spelling as {first.text}", mistyped=True)


def _persons_told_less(usage: Usage, groups: Groups) -> Iterator[Link]:
    """Full names without a middle name, or with an initial, that fit one person of the corpus."""
    blocks = defaultdict(list)
    for name in usage:
        words = words_of(name.text)
        if name.type == "PER" and len(words) > 1:
            blocks[words[0][0], skeleton(words[-1])].append(name)
    for names in blocks.values():
        ranked = sorted(names, key=lambda name: (-len(words_of(name.text)), -usage[name], name))
        for place, name in enumerate(ranked):
            fuller = ranked[max(0, place - REACH) : place]
            fitting = [other for other in fuller if _tells_less(words_of(name.text), words_of(other.text))]
            full = _clearest(fitting, usage, groups)
            if full is not None:
                yield Link(full, name, f"shorter form of {full.text}")


def _tells_less(words: Sequence[str], others: Sequence[str]) -> bool:
    if len(words[0]) == 1 and len(words) <= len(others):
        return compatible(words, others)
    return len(words) < len(others) and compatible(words, others)


def _surnames(usage: Usage, groups: Groups) -> Iterator[Link]:
    """Lone surnames that one person of the corpus bears, or one far more often named than the others."""
    bearers: dict[str, list[Name]] = defaultdict(list)
    for name in usage:
        words = words_of(name.text)
        if name.type == "PER" and len(words) > 1:
            bearers[words[-1]].append(name)
    by_key: dict[str, list[str]] = defaultdict(list)
    for surname in bearers:
        by_key[skeleton(surname)].append(surname)
    for name in usage:
        words = words_of(name.text)
        if name.type != "PER" or len(words) > 1 or name.sense == UNCLEAR or _is_other_thing(name, usage):
            continue
        alike = [name.text] if words[0] in bearers else by_key[skeleton(words[0])][:REACH]
        spelled = [words[0]] if words[0] in bearers else [word for word in alike if same_name(word, name.text, "PER")]
        full = _clearest([bearer for word in spelled for bearer in bearers[word]], usage, groups)
        if full is not None:
            yield Link(full, name, f"surname of {full.text}")


def _is_other_thing(name: Name, usage: Usage) -> bool:
    """Tell whether a lone word is as well a first name, or a place that the corpus names about as often."""
    return words_of(name.text)[0] in given_names() or usage.get(Name(name.text, "LOC"), 0) * CLEARLY >= usage[name]


def _short_forms(usage: Usage, shortened: Mapping[Name, Mapping[Name, int]], groups: Groups) -> Iterator[Link]:
    """Short forms whose article lacks the fuller name, but that elsewhere mostly stand for one."""
    for name, counts in shortened.items():
        full = _clearest([full for full in counts if full in usage], usage, groups)
        if name in usage and full is not None:
            yield Link(full, name, f"short for {full.text} elsewhere")


class Placed(NamedTuple):
    """A name where it stands."""

    article_id: str
    start: int
    end: int
    name: Name


def find_introductions(mentions: Iterable[Placed], texts: Mapping[str, str]) -> Iterator[Introduction]:
    """Find names that a text puts side by side as one: "Popular Mobilization Forces (PMF)".

    Args:
        mentions: The names of articles, in reading order.
        texts: The articles' texts by id.

    Yields:
        Both names and the article.
    """
    full: Name | None = None  # the name behind which the acronym before stood: "Mojahedin Organization (PMOI/MEK)"
    for one, other in pairwise(mentions):
        text = texts[other.article_id]
        together = one.article_id == other.article_id and one.end <= other.start
        between = text[one.end : other.start] if together else ""
        if BRACKET.fullmatch(between) and re.match(r" ?[)\]/,;]", text[other.end : other.end + 3]):
            full = one.name
            yield one.name, other.name, one.article_id
        elif full is not None and between == "/":
            yield full, other.name, one.article_id
        else:
            full = None
