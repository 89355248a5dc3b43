"""Text exports of ProQuest: articles between lines of underscores, a field a line, the text under "Full text:"."""

import re
from collections.abc import Sequence

from crossread.lexicon import load_lexicon
from crossread.reading.drafts import Removed
from crossread.reading.exports.exported import Exported

NAME = "ProQuest"
_RULE = re.compile(r"\s*_{40,}\s*")
_FIELD = re.compile(r"([A-Z][\w /()-]{2,40}?):(?:\s+(.*))?")


def looks_like(lines: Sequence[str]) -> bool:
    """Tell whether lines are such an export, by two of the fields that each article has."""
    names = {_read_field(line)[0] for line in lines}
    return "full text" in names and not names.isdisjoint(
        ("publication title", "proquest document id", "publication date")
    )


def split(lines: Sequence[str]) -> list[Exported]:
    """Split the lines into articles; none where they cannot be told apart."""
    pieces: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line):
            pieces.append([])
        else:
            pieces[-1].append(line)
    full = [sum(_read_field(line)[0] == "full text" for line in piece) for piece in pieces]
    if any(count > 1 for count in full):
        return []
    return [
        _read_article(piece)
        for piece in pieces
        if any(_read_field(line)[0] in ("title", "full text") for line in piece)
    ]


def _read_article(lines: list[str]) -> Exported:
    fields: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        found, text = _read_field(line)
        name = found or name
        if name:
            fields.setdefault(name, []).append(text if found else line.strip())
    keys: dict[str, str] = load_lexicon("exports")["proquest"]["keys"]
    told = {key: " ".join(filter(None, fields.get(field, []))) for key, field in keys.items()}
    told["outlet"] = told["outlet"].partition(";")[0]  # the place follows
    left_out = [Removed("abstract", " ".join(fields["abstract"]).strip(), 0)] if "abstract" in fields else []
    return Exported(**told, paragraphs=_paragraphs(fields.get("full text", [])), left_out=left_out)


def _paragraphs(lines: list[str]) -> list[str]:
    """Blank lines part paragraphs where there are any, else each line is one."""
    if not any(not line for line in lines[1:-1]):
        return [line for line in lines if line]
    text = "\n".join(lines)
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]


def _read_field(line: str) -> tuple[str, str]:
    match = _FIELD.fullmatch(line.strip())
    if match is None or match[1].lower() not in load_lexicon("exports")["proquest"]["fields"]:
        return "", ""
    return match[1].lower(), match[2] or ""
