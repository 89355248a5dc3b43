"""The notation of rules to regular expressions over one character a word."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_PIECE = re.compile(
    r"""
      (?P<blank>\s+)
    | (?P<open>\(\?<?[=!]|\()
    | (?P<close>\))
    | (?P<bar>\|)
    | (?P<often>[?*+]|\{\d+(?:,\d*)?\})
    | (?P<edge>\^|\$)
    | (?P<part>@\w+)
    | (?P<name>[a-z_]+)=(?=\S)
    | (?P<item>(?:[^\s()|?*+{}"\[\]<>=]|<[^<>\s]+>|\{[A-Z$*.,:]+\}|\[[a-z ]+\]|"[^"\s]+"|\|(?=\S))+)
    """,
    re.VERBOSE,
)
_OPTIONAL = re.compile(r"\s*(?:[?*]|\{0)")  # also where a blank stands before it
_ATOM = re.compile(r"""(?P<not>!(?=.))?(?P<atom><[^<>]+>|\{[^{}]+\}|\[[^\[\]]+\]|"[^"]+"|[^<>{}\[\]"!]+|!)""")
ANY = "_"
TOUCHING = "~"
MOST_NESTED = 9

Letters = Callable[["Item"], str]


@dataclass(frozen=True, slots=True)
class Item:
    """One word in a pattern: alternatives, each of atoms that must hold and atoms that must not."""

    alternatives: tuple[tuple[frozenset[str], frozenset[str]], ...]

    def fits(self, signature: frozenset[str]) -> bool:
        """Tell whether a word of which these atoms hold is meant."""
        return any(wanted <= signature and signature.isdisjoint(barred) for wanted, barred in self.alternatives)

    def is_any(self) -> bool:
        """Tell whether every word fits."""
        return any(not wanted and not barred for wanted, barred in self.alternatives)


@dataclass(slots=True)
class Parsed:
    """A pattern taken apart: text of the regular expression, and items that still need their letters."""

    pieces: list[str | Item] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    needed: list[Item] = field(default_factory=list)  # of which a row must hold one each

    def items(self) -> Iterator[Item]:
        """Its items, in order."""
        return (piece for piece in self.pieces if isinstance(piece, Item))

    def atoms(self) -> set[str]:
        """What its items ask of words."""
        return {atom for item in self.items() for pair in item.alternatives for held in pair for atom in held}

    def expression(self, letters: Letters) -> str:
        """The regular expression, with the letters that each item stands for."""
        return "".join(piece if isinstance(piece, str) else letters(piece) for piece in self.pieces)


def parse_pattern(pattern: str, parts: Mapping[str, str]) -> Parsed:
    """Take a pattern apart.

    Args:
        pattern: In the notation of this package.
        parts: The patterns that `@name` stands for.

    Returns:
        The pattern. Its n-th name belongs to the group `gn`.

    Raises:
        ValueError: The pattern is not in the notation, or names a part that there is not.
    """
    parsed = Parsed()
    _parse(pattern, parts, parsed, depth=0)
    return parsed


@dataclass(slots=True)
class _Group:
    """A group that is still open."""

    known: int  # how many items were needed before it
    choice: bool  # whether a match may lack what it holds: one of several, or barred
    named: bool


def _parse(pattern: str, parts: Mapping[str, str], parsed: Parsed, depth: int) -> None:
    at, named = 0, False
    groups: list[_Group] = []
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if piece is None:
            raise ValueError(f"not understood from {pattern[at:]!r} on")
        kind = str(piece.lastgroup)
        text, at = piece.group(kind), piece.end()
        if kind == "name":
            parsed.names.append(text)
            named = True
            continue
        opening, closing = ("(", ")") if named else ("(?:", ")") if kind == "part" else ("", "")
        optional = _OPTIONAL.match(pattern, at) is not None
        named = groups[-1].named if kind == "close" and groups else named and kind in ("item", "part")
        _check_repeated(named, pattern[at:])
        named = False
        known = len(parsed.needed)
        if kind == "item":
            item = _item(text)
            parsed.pieces += [opening, item, closing]
            parsed.needed.append(item)
        elif kind == "part":
            parsed.pieces.append(opening)
            _parse(_part(text[1:], parts, depth), parts, parsed, depth + 1)
            parsed.pieces.append(closing)
        elif kind != "blank":
            if kind == "open":
                groups.append(_Group(known, text.endswith("!"), opening == "("))
            known = _needed_with(groups, kind, known, optional)
            parsed.pieces.append({"^": r"\A", "$": r"\Z", "(": opening or "(?:"}.get(text, text))
        if optional or kind == "close":
            del parsed.needed[known:]
    if groups:
        raise ValueError("a bracket is not closed")


def _check_repeated(named: bool, behind: str) -> None:
    if named and behind[:1] in ("*", "+", "{"):  # only the last time would be found
        raise ValueError(f"a name stands for the whole: put what stands before {behind!r} into brackets")


def _part(name: str, parts: Mapping[str, str], depth: int) -> str:
    if depth > MOST_NESTED or name not in parts:
        raise ValueError(f"there is no part @{name}, or it holds itself")
    return parts[name]


def _needed_with(groups: list[_Group], kind: str, known: int, optional: bool) -> int:
    """How many of the items found so far are needed behind a mark that parts or closes a group."""
    if kind == "bar" and groups:
        groups[-1].choice = True
    elif kind == "bar":
        raise ValueError("alternatives stand in brackets")
    elif kind == "close" and not groups:
        raise ValueError("a bracket is closed that is not open")
    elif kind == "close":
        group = groups.pop()
        return group.known if optional or group.choice else known
    return known


def _item(text: str) -> Item:
    touching = text.startswith(TOUCHING) and len(text) > 1
    alternatives = [_alternative(part, touching) for part in _split(text.removeprefix(TOUCHING) if touching else text)]
    return Item(tuple(alternatives))


def _split(text: str) -> list[str]:
    """The alternatives of an item, parted by strokes."""
    return [text] if text == "|" else text.split("|")


def _alternative(text: str, touching: bool) -> tuple[frozenset[str], frozenset[str]]:
    """The atoms that must hold of a word, and those that must not."""
    wanted, barred = {TOUCHING} if touching else set[str](), set[str]()
    at = 0
    while at < len(text):
        atom = _ATOM.match(text, at)
        if atom is None:
            raise ValueError(f"no word: {text[at:]!r}")
        name = atom.group("atom")
        if name != ANY:
            (barred if atom.group("not") else wanted).add(name if name[0] in "<{[" else name.strip('"').lower())
        at = atom.end()
    return frozenset(wanted), frozenset(barred)
