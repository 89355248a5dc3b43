"""Classic exports of LexisNexis, as text or page: "1 of 10 DOCUMENTS", outlet and date centred, fields in capitals."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crossread.lexicon import load_lexicon
from crossread.reading.dates import find_date
from crossread.reading.drafts import Removed
from crossread.reading.exports.exported import Exported, is_copyright, split_blocks, whole_line

NAME = "LexisNexis"
_FIELD = re.compile(r"([^\W\d_][\w -]{1,28}?):(?:\s+(.*))?")
# Fields that stand before the body; all others stand behind it.
_AT_HEAD = ("author", "section", "length", "dateline", "highlight")


def looks_like(lines: Sequence[str]) -> bool:
    """Tell whether lines are such an export: by its starts of articles, or by the fields that each article has."""
    start = _start()
    if any(start.fullmatch(line) for line in lines):
        return any(_read_field(line)[0] for line in lines)
    found = {match[1] for line in lines if (match := _FIELD.fullmatch(line.strip()))}
    return all(sign.upper() in found for sign in load_lexicon("exports")["nexis"]["signs"])


def split(lines: Sequence[str]) -> list[Exported]:
    """Split the lines into articles; none where they cannot be told apart."""
    start = _start()
    starts = [number for number, line in enumerate(lines) if start.fullmatch(line)]
    if not starts:
        lengths = sum(_read_field(line)[0] == "length" for line in lines)
        return [_read_article(lines)] if lengths == 1 else []
    return [_read_article(lines[one + 1 : other]) for one, other in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _read_article(lines: Sequence[str]) -> Exported:
    article = Exported()
    blocks = [block for block in split_blocks(lines) if not is_copyright(block[0])]
    fields = [number for number, block in enumerate(blocks) if _read_field(block[0])[0]]
    head = fields[0] if fields else min(3, len(blocks))
    _read_head(article, blocks[:head])
    behind = False
    reason = ""
    for block in blocks[head:]:
        name, _ = _read_field(block[0])
        if name:
            behind = behind or name not in _AT_HEAD
            reason = block[0].partition(":")[0].lower()
            for key, text in _read_fields(block):
                if key in ("author", "section", "language"):
                    setattr(article, key, text)
                elif key not in ("length", "other"):
                    article.left_out.append(Removed(key, text, 0))
        elif behind:
            article.left_out.append(Removed(reason, " ".join(block), 0))
        else:
            article.paragraphs.append(" ".join(block))
    return article


def _read_head(article: Exported, blocks: list[list[str]]) -> None:
    """Outlet, the block of the date (with day and edition), headline."""
    dated = next((number for number, block in enumerate(blocks) if find_date(" ".join(block))), None)
    if dated is None:
        article.title = " ".join(" ".join(block) for block in blocks[-1:])
        article.outlet = " ".join(blocks[0]) if len(blocks) > 1 else ""
        return
    article.outlet = " ".join(" ".join(block) for block in blocks[:dated][:1])
    article.published = " ".join(blocks[dated])
    article.title = " ".join(" ".join(block) for block in blocks[dated + 1 :])


def _read_fields(block: list[str]) -> Iterator[tuple[str, str]]:
    """The fields of a block: most often one, which may go on over several lines."""
    key, parts = "", list[str]()
    for line in block:
        name, text = _read_field(line)
        if name:
            if key:
                yield key, " ".join(parts)
            key, parts = name, [text]
        else:
            parts.append(line)
    yield key, " ".join(parts)


def _read_field(line: str) -> tuple[str, str]:
    """A field's key and text, "" for a line that starts none."""
    match = _FIELD.fullmatch(line.strip())
    if match is None or not match[1].isupper():
        return "", ""
    return _keys().get(match[1].lower(), ""), match[2] or ""


@cache
def _keys() -> dict[str, str]:
    fields: dict[str, list[str]] = load_lexicon("exports")["nexis"]["fields"]
    return {name: key for key, names in fields.items() for name in names}


@cache
def _start() -> re.Pattern[str]:
    return whole_line(load_lexicon("exports")["nexis"]["start"])
