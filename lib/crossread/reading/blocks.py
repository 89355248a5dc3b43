"""The blocks of a page: its paragraphs, headings and cells in order, each with what the tags around it tell."""

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from crossread.lexicon import load_lexicon
from crossread.reading.headlines import ends_sentence

_HIDDEN = {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "math"}
_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "hi", "i"),
    *("img", "ins", "kbd", "label", "mark", "q", "ref", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"),
    *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
}  # fmt: skip
_BREAKS = {"br", "lb"}
_WHOLE = {"html", "body", "main"}
# A tag's own name, its class and id, its role.
_TOLD_BY = ("class", "id", "role", "itemprop")
_MAX_BLOCKS = 200_000


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two tags that part paragraphs, and what kind of page furniture it may be."""

    text: str
    kind: str


def find_blocks(tree: etree._Element) -> list[Block]:
    """Find the blocks of text in a page or a part of one.

    Args:
        tree: Any element of HTML, or of trafilatura's output.

    Returns:
        The blocks that are not empty. A line break within one is kept as such.

    Raises:
        ValueError: There are more than any page has.
    """
    walk = _Walk()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = _tag(element)
        if event == "start":
            walk.start(tag, element)
        else:
            walk.end(tag, None if element is tree else element.tail)
        if len(walk.blocks) > _MAX_BLOCKS:
            raise ValueError(f"more than {_MAX_BLOCKS:,} blocks of text, which is no page")
    walk.end_block()
    return walk.blocks


class _Walk:
    """The blocks up to some place in a page, and the text since the last of them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._kinds = [""]
        self._hidden = 0

    def start(self, tag: str, element: etree._Element) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BREAKS:
            self._parts.append("\n")
        elif tag not in _INLINE:
            self.end_block()
            self._kinds.append(_tell_kind(tag, element) or self._kinds[-1])
        if not self._hidden:
            self._parts.append(_flat(element.text))

    def end(self, tag: str, following: str | None) -> None:
        if tag in _HIDDEN:
            self._hidden -= 1
        elif tag not in _INLINE and tag not in _BREAKS:
            self.end_block()
            self._kinds.pop()
        if not self._hidden:
            self._parts.append(_flat(following))

    def end_block(self) -> None:
        lines = [" ".join(line.split()) for line in "".join(self._parts).split("\n")]
        self._parts.clear()
        if text := "\n".join(lines).strip():
            self.blocks.append(Block(text, self._kinds[-1]))


def split_lines(text: str) -> list[str]:
    """Split a block where line breaks part it, unless a sentence goes on behind one.

    Args:
        text: The text of a block.

    Returns:
        Paragraphs on one line each.
    """
    paragraphs: list[str] = []
    for line in text.split("\n"):
        if line[:1].islower() and paragraphs and not ends_sentence(paragraphs[-1]):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        elif line:
            paragraphs.append(line)
    return paragraphs


def _tag(element: etree._Element) -> str:
    """A tag's name; "head" is a heading in trafilatura's output, and hidden in a page."""
    if not isinstance(element.tag, str):
        return "script"  # a comment or an instruction, of which only what follows is text
    tag = element.tag.rpartition("}")[2].lower()
    return (
        "script" if tag == "head" and element.getparent() is not None and _tag(element.getparent()) == "html" else tag
    )


def _flat(text: str | None) -> str:
    """A line break of the source is a space."""
    return "" if text is None else text.replace("\n", " ").replace("\r", " ")


def _tell_kind(tag: str, element: etree._Element) -> str:
    """By the words of its class first, which tell more than "aside"; those of the whole page tell nothing of it."""
    told = "" if tag in _WHOLE else " ".join(element.get(name, "") for name in _TOLD_BY).lower()
    kind = next((kind for kind, pattern in _class_patterns() if pattern.search(told)), "") if told.strip() else ""
    kinds: dict[str, str] = load_lexicon("pages")["tags"]
    return kind or kinds.get(tag, "")


@cache
def _class_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names: dict[str, list[str]] = load_lexicon("pages")["classes"]
    return tuple((kind, re.compile(rf"(?<![a-z])(?:{'|'.join(words)})(?![a-z])")) for kind, words in names.items())
