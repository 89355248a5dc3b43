"""The user's comparisons, `[[comparison]]` in `corpus.toml`: which figures to lay on one axis."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from crossread.lexicon import load_lexicon

LISTS = ("counted", "entities", "articles", "figures", "exclude")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures to compare: those that fit each of what is given.

    A list is fitted by any of its items: words of what is counted, names that the figure's sentence or its article's
    title holds, ids of articles or figures; `exclude` takes such ids out again. `counted_class` is a class of
    `lexicon/classes.toml`; all words of `measure` are in what is counted.
    """

    title: str
    counted: tuple[str, ...] = ()
    counted_class: str = ""
    measure: str = ""
    outcome: str = ""
    entities: tuple[str, ...] = ()
    story: str = ""
    articles: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The comparison as the keys and values of an entry, without the empty ones."""
        return {_key(name): value for name, value in asdict(self).items() if value}


def _key(name: str) -> str:
    return "class" if name == "counted_class" else name


KEYS = tuple(_key(field.name) for field in fields(Comparison))


def parse_comparisons(tables: object) -> tuple[Comparison, ...]:
    """Read the entries of a manifest.

    Args:
        tables: The value of `comparison`.

    Returns:
        The comparisons in their order.

    Raises:
        ValueError: An entry is not understood; the message names it.
    """
    if not isinstance(tables, list):
        raise ValueError("comparisons are written as [[comparison]], with two brackets")
    comparisons: dict[str, Comparison] = {}
    for number, table in enumerate(tables, start=1):
        comparison = _parse(table, f"in [[comparison]] number {number}")
        if comparison.title in comparisons:
            raise ValueError(f"two [[comparison]] entries have the title {comparison.title!r}: give each its own")
        comparisons[comparison.title] = comparison
    return tuple(comparisons.values())


def _parse(table: object, place: str) -> Comparison:
    if not isinstance(table, Mapping):
        raise ValueError(f"{place}: {table!r} is not a table of keys and values")
    for key in table:
        if key not in KEYS:
            raise ValueError(f"unknown key {key!r} {place}; known keys are {', '.join(KEYS)}")
    if not _is_text(table.get("title")):
        raise ValueError(f'{place}: it has no title: write title = "what is compared"')
    place = f"{place} ({table['title']!r})"
    if not table.keys() - {"title", "exclude"}:
        raise ValueError(f"{place}: it takes in every figure: give one of {', '.join(KEYS[1:-1])}")
    for key, value in table.items():
        if key in LISTS and not (isinstance(value, list | tuple) and value and all(map(_is_text, value))):
            raise ValueError(f"{place}: {key} = {value!r} is not a list of texts")
        if key not in LISTS and not _is_text(value):
            raise ValueError(f"{place}: {key} = {value!r} is not a text")
    _check_known(table, "class", [*load_lexicon("classes"), "money", "other"], place)
    _check_known(table, "outcome", [*_outcomes(), "other"], place)
    values: dict[str, Any] = {
        name: tuple(value) if name in LISTS else value for name, value in table.items() if name != "class"
    }
    return Comparison(**values, counted_class=table.get("class", ""))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _outcomes() -> list[str]:
    return [name for name, entry in load_lexicon("outcomes").items() if "outcome" not in entry]


def _check_known(table: Mapping[str, Any], key: str, known: list[str], place: str) -> None:
    if key in table and table[key] not in known:
        raise ValueError(f"{place}: unknown {key} {table[key]!r}; choose from {', '.join(known)}")
