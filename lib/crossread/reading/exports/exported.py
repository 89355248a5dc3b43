"""An article of an export, as its fields tell it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crossread.reading.dates import find_date
from crossread.reading.drafts import Removed
from crossread.reading.metadata import Metadata, parse_language

# Ligatures of a byline in the languages of the databases.
_BY = re.compile(r"(?:by|von|par|por|di|door)[\s:]\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"\s*(?:copyright\b|©|\(c\)\s|all rights reserved|alle rechte vorbehalten|tous droits réservés).*", re.IGNORECASE
)


@dataclass(slots=True)
class Exported:
    """One article; its texts are as they stand in the export."""

    title: str = ""
    outlet: str = ""
    published: str = ""
    author: str = ""
    section: str = ""
    language: str = ""
    url: str = ""
    paragraphs: list[str] = field(default_factory=list)
    left_out: list[Removed] = field(default_factory=list)

    def metadata(self) -> tuple[Metadata, list[str]]:
        """Read the fields.

        Returns:
            The metadata, and a reason for each field that is not understood.
        """
        day, code, reasons = find_date(self.published), None, []
        if self.published and day is None:
            reasons.append(f"published left out: {self.published!r} is not a date")
        try:
            code = parse_language(re.split(r"[;,/(]", self.language)[0].strip()) if self.language else None
        except ValueError as error:
            reasons.append(f"language left out: {error}")
        author = _BY.sub("", " ".join(self.author.split()), count=1) if _BY.match(self.author) else self.author
        values = (self.title, self.outlet, author, self.url)
        title, outlet, author_, url = (" ".join(value.split()) or None for value in values)
        section = " ".join(self.section.split()) or None
        return Metadata(title, outlet, author_, url, day, code, section=section), reasons


def is_copyright(line: str) -> bool:
    """Tell whether a line tells who owns the text."""
    return _COPYRIGHT.fullmatch(line) is not None


def split_blocks(lines: Iterable[str]) -> list[list[str]]:
    """Part lines where blank ones are, and strip them."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if plain := " ".join(line.split()):
            blocks[-1].append(plain)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def whole_line(patterns: Sequence[str]) -> re.Pattern[str]:
    """Compile patterns of which one must match the whole of a line, white space at its ends aside."""
    return re.compile(rf"\s*(?:{'|'.join(patterns)})\s*", re.IGNORECASE)
