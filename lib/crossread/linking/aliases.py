"""Mentions to entities: which names mean the same person, organisation or place."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.tables import make_table, rows_of

ALIKE = 0.6  # least similarity of two spellings with one skeleton: Jalawla and Jaloula have 0.71
CLEARLY = 4  # times as often: then a rarer type of the same spelling is the tagger's slip
SMALL_WORDS = frozenset(["of", "the", "for", "and", "in", "to", "on"])


@dataclass(slots=True)
class _Name:
    """A distinct name with its type, how often it stands in the corpus, and where."""

    text: str
    type: str
    count: int = 0
    articles: set[str] = field(default_factory=set)


def link_entities(mentions: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Give every mention its entity.

    Within an article a surname or a short form belongs to the fuller name; across articles names merge by known
    equivalence (`lexicon/aliases.toml`), by initials that the text itself introduces, and by spelling. Two full names
    of persons merge only if every part is spelled alike.

    Args:
        mentions: The mentions table; `entity_id` is ignored.
        articles: The articles table; its texts tell which acronym stands in brackets behind which name.

    Returns:
        The mentions with their entity ids; the entities table, the most mentioned first; and the table of variants,
        which tells of every form of a name why it belongs to its entity.
    """
    full = _full_forms(mentions)
    names: dict[tuple[str, str], _Name] = {}
    keys = []
    for row in rows_of(mentions):
        key = full[row.article_id, row.text, row.type]
        name = names.setdefault(key, _Name(*key))
        name.count += 1
        name.articles.add(str(row.article_id))
        keys.append(key)
    groups = _Groups(names)
    introduced = _introduced_pairs(mentions, articles, keys)
    spelled = (*_spelled_pairs(names), *_short_pairs(names), *_retyped_pairs(names))
    for pair in (*_known_pairs(names), *introduced, *spelled):
        groups.join(*pair)
    return _tables(mentions, keys, groups, names)


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


def _full_forms(mentions: pd.DataFrame) -> dict[tuple[str, str, str], tuple[str, str]]:
    """For each article's names: the fuller name of the same article that a single word belongs to, else itself."""
    forms: dict[tuple[str, str, str], tuple[str, str]] = {}
    places = {word for name in mentions.text[mentions.type == "LOC"] if " " in name for word in name.split()}
    persons = {_skeleton(name.split()[-1]) for name in mentions.text[mentions.type == "PER"] if " " in name}
    for article, rows in mentions.groupby("article_id"):
        pairs = set(zip(rows.text, rows.type, strict=True))
        for text, kind in pairs:
            key = (text, kind)
            if kind == "PER" and " " not in text:
                if text in places and _skeleton(text) not in persons:
                    key = (text, "LOC")  # "Ashraf" in one article, "Camp Ashraf" in another
                persons_here = [other for other, of in pairs if of == "PER" and " " in other]
                fuller = [other for other in persons_here if _plain(text) in _plain(other).split()]
                fuller = fuller or [other for other in persons_here if _spelled_alike(text, other.split()[-1])]
                key = (_only_one(fuller) or key[0], key[1])
            elif kind == "ORG" and not text.isupper():
                fuller = [other for other, of in pairs if of == "ORG" and other.endswith(f" {text}")]
                key = (_only_one(fuller) or text, "ORG")  # "the Guards", "the Peshmerga"
            forms[str(article), text, kind] = key
    return forms


def _only_one(names: Sequence[str]) -> str | None:
    """The shortest of names that all end in it, spelling apart; None where they are of several."""
    shortest = min(names, key=len, default=None)
    return shortest if all(_skeleton(name).endswith(_skeleton(str(shortest))) for name in names) else None


@cache
def _plain(text: str) -> str:
    """Lower case, without accents, apostrophes and the Arabic article."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return re.sub(r"\b(?:al|el|ad|as|ar|an)[- ]|['’ʼ‘.]", "", flat)


@cache
def _skeleton(text: str) -> str:
    """What stays the same however a name is transliterated: first letter and consonants, alike sounds as one."""
    plain = re.sub(r"(.)\1+", r"\1", _plain(text))
    for sounds, letter in (("ck", "k"), ("q", "k"), ("ph", "f"), ("dh", "d"), ("kh", "k")):
        plain = plain.replace(sounds, letter)
    words = plain.replace("-", " ").split()
    return " ".join(word[0] + re.sub(r"[aeiouywh]", "", word[1:]) for word in words)


def _spelled_alike(first: str, second: str) -> bool:
    if _plain(first) == _plain(second):
        return True
    skeleton = _skeleton(first)
    same = skeleton == _skeleton(second) and len(skeleton.replace(" ", "")) >= 3
    return same and SequenceMatcher(None, _plain(first), _plain(second)).ratio() >= ALIKE


class _Groups:
    """Disjoint sets of names of one type (union-find)."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.parent = {name: name for name in names}

    def find(self, name: tuple[str, str]) -> tuple[str, str]:
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, first: tuple[str, str], second: tuple[str, str]) -> None:
        self.parent[self.find(second)] = self.find(first)


Pair = tuple[tuple[str, str], tuple[str, str]]


def _known_pairs(names: dict[tuple[str, str], _Name]) -> Iterable[Pair]:
    """Names that the lexicon says are the same."""
    by_plain = defaultdict(list)
    for key in names:
        by_plain[_plain(key[0])].append(key)
    for entry in load_lexicon("aliases")["same"]:
        keys = [key for form in entry["forms"] for key in by_plain[_plain(form)]]
        yield from ((keys[0], key) for key in keys[1:])


def _introduced_pairs(
    mentions: pd.DataFrame, articles: pd.DataFrame, keys: Sequence[tuple[str, str]]
) -> Iterable[Pair]:
    """Names that a text puts side by side as one: "National Council of Resistance of Iran (NCRI)", "PMOI/MEK"."""
    texts = dict(zip(articles.article_id, articles.text, strict=True))
    rows = list(zip(mentions.article_id, mentions.start, mentions.end, keys, strict=True))
    initials: dict[str, tuple[str, str]] = {}
    for (article, _, end, key), (other, begin, _, acronym) in pairwise(rows):
        between = texts[article][end:begin] if article == other and end <= begin else None
        if between == "/" or (between in (" (", " ( ") and acronym[0].isupper()):
            yield key, acronym
    for key in keys:
        if " " in key[0] and key[1] == "ORG":
            words = [word for word in re.split(r"[\s-]+", key[0]) if word.lower() not in SMALL_WORDS]
            initials.setdefault("".join(word[0] for word in words if word[0].isalpha()), key)
    for acronym in set(keys):
        if acronym[0].isupper() and len(acronym[0]) > 2 and acronym[0] in initials:
            yield initials[acronym[0]], acronym


def _spelled_pairs(names: dict[tuple[str, str], _Name]) -> Iterable[Pair]:
    """Names of one type that differ only in spelling or in a plural."""
    by_skeleton = defaultdict(list)
    for key in names:
        words = [word.removesuffix("s") if key[1] in ("ORG", "MISC") else word for word in _skeleton(key[0]).split()]
        by_skeleton[key[1], " ".join(words)].append(key)
    for alike in by_skeleton.values():
        for number, key in enumerate(alike):
            for other in alike[:number]:
                if _spelled_alike(key[0], other[0]) or (key[1] != "PER" and _same_but_plural(key[0], other[0])):
                    yield other, key


def _short_pairs(names: dict[tuple[str, str], _Name]) -> Iterable[Pair]:
    """A lone surname that one person of the corpus bears, a camp's bare name, and a possessive without apostrophe."""
    bearers = defaultdict(list)
    for key in names:
        if key[1] == "PER" and " " in key[0]:
            bearers[_plain(key[0].split()[-1])].append(key)
    for key in names:
        if key[1] == "PER" and " " not in key[0] and len({_skeleton(name) for name, _ in bearers[_plain(key[0])]}) == 1:
            yield bearers[_plain(key[0])][0], key
        # "Syrias", "Bashar al-Assads": but "Adams" may be no "Adam".
        stem = key[0].removesuffix("s")
        owner = (stem, "LOC" if (stem, "LOC") in names else key[1])
        if stem != key[0] and owner in names and (owner[1] == "LOC" or " " in stem):
            yield owner, key
        bare = (key[0].removeprefix("Camp "), "LOC")
        if key[1] == "LOC" and bare != key and bare in names:
            yield key, bare


def _retyped_pairs(names: dict[tuple[str, str], _Name]) -> Iterable[Pair]:
    """One spelling under several types: one thing, unless it names a person about as often as something else."""
    by_text = defaultdict(list)
    for key in names:
        by_text[key[0]].append(key)
    for keys in by_text.values():
        first, *others = sorted(keys, key=lambda key: -names[key].count)
        for other in others:
            if "PER" not in (first[1], other[1]) or names[first].count >= CLEARLY * names[other].count:
                yield first, other


def _same_but_plural(first: str, second: str) -> bool:
    stems = [[word.removesuffix("s") for word in _plain(name).split()] for name in (first, second)]
    return stems[0] == stems[1]


def _tables(
    mentions: pd.DataFrame, keys: Sequence[tuple[str, str]], groups: _Groups, names: dict[tuple[str, str], _Name]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The three tables: each group is an entity under its fullest common form."""
    members = defaultdict(list)
    for key, name in names.items():
        members[groups.find(key)].append(name)
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for key, text in zip(keys, mentions.text, strict=True):
        forms[groups.find(key)][text] += 1
    ids: dict[tuple[str, str], str] = {}
    rows = []
    for root in sorted(members, key=lambda root: (-forms[root].total(), root)):
        kinds = Counter({name.type: 0 for name in members[root]})
        for name in members[root]:
            kinds[name.type] += name.count
        display = _display_form(forms[root])
        ids[root] = _identifier(display, set(ids.values()))
        aliases = [form for form, _ in sorted(forms[root].items(), key=lambda item: (-item[1], item[0]))]
        rows.append(
            {
                "entity_id": ids[root],
                "name": display,
                "type": kinds.most_common(1)[0][0],
                "aliases": aliases,
                "mentions": forms[root].total(),
                "articles": len(set().union(*(name.articles for name in members[root]))),
            }
        )
    linked = mentions.assign(entity_id=pd.array([ids[groups.find(key)] for key in keys], dtype="string"))
    displayed = {str(row["entity_id"]): str(row["name"]) for row in rows}
    return linked, make_table("entities", rows), _variants(linked, displayed)


def _variants(mentions: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Every form of each entity, with how often it stands and why it belongs there."""
    counts = Counter(zip(mentions.entity_id, mentions.text, mentions.type, strict=True))
    rank = {entity: number for number, entity in enumerate(names)}
    rows = []
    for (entity, form, kind), count in sorted(counts.items(), key=lambda item: (rank[item[0][0]], -item[1], item[0])):
        reason = "same spelling" if form == names[entity] else f"a form of {names[entity]}"
        rows.append({"entity_id": entity, "form": form, "type": kind, "mentions": count, "reason": reason})
    return make_table("variants", rows)


def _display_form(forms: Counter[str]) -> str:
    """The fullest form that is common: the lexicon's, or the longest that makes up a tenth of the mentions."""
    known = {form: place for entry in load_lexicon("aliases")["same"] for place, form in enumerate(entry["forms"])}
    if all(form in known for form in forms):
        return min(forms, key=lambda form: (known[form], form))
    common = [form for form in forms if forms[form] * 10 >= forms.total()]
    return max(common, key=lambda form: (not form.isupper(), min(len(form.split()), 4), forms[form], -len(form), form))


def _identifier(name: str, taken: set[str]) -> str:
    """A readable id: "qassem-soleimani", numbered where two entities would share it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "name"
    number, identifier = 1, base
    while identifier in taken:
        number += 1
        identifier = f"{base}-{number}"
    return identifier
