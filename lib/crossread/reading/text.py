"""Plain text files: a file to paragraphs, and a page's paragraphs to the text of an article."""

import re
from collections.abc import Iterator
from itertools import pairwise

from crossread.reading.cleaning import clean
from crossread.reading.columns import guess_columns
from crossread.reading.decoding import decode
from crossread.reading.drafts import Draft, Problem, Removed
from crossread.reading.files import MAX_CHARACTERS, TOO_LONG, File
from crossread.reading.furniture import find_furniture
from crossread.reading.headlines import ends_sentence, is_glued, is_headline, same_words
from crossread.reading.joining import join_lines
from crossread.reading.metadata import KEYS, parse_metadata

# Editors and mail programs wrap at 60 to 100 columns. In a file of longer lines each line is a paragraph.
_WIDEST_WRAP = 120
# A line that is fuller than this was broken because it was full.
_FULL_LINE = 0.75
# Where more lines than this end with a sentence, they are paragraphs; about one in five of wrapped lines does.
_SENTENCE_ENDS = 0.6
_MAIL_QUOTE = re.compile(r"^(?:>\s?)+")
# So many lines with blank ones between, and so large a part of them going on in the next, are no paragraphs.
_SPACED = 4
_BROKEN = 0.3

_FRONT_MATTER = re.compile(r"---\s*\n(.*?)\n---\s*\n", re.DOTALL)
# Headings, emphasis, links, pictures, quotes and rules of Markdown: what each is without its marks.
_MARKS = (
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE), r"\n\1\n"),
    (re.compile(r"^(?:>\s?)+|^[ \t]*[-*_](?:[ \t]*[-*_]){2,}[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]+)(?<=\S)\1(?![\w*_])"), r"\2"),
)


def read_text(file: File) -> Iterator[Draft | Problem]:
    """Read a plain text file, as one article or as the export of a database that it is."""
    from crossread.reading.exports import read_exports

    text, note = decode_text(file)
    if (found := read_exports(file, text.splitlines(), note)) is not None:
        yield from found
        return
    paragraphs = tuple(split_paragraphs(text))
    yield Draft(article_id=file.stem, path=file.name, metadata=file.metadata, paragraphs=paragraphs, note=note)


def read_markdown(file: File) -> Iterator[Draft | Problem]:
    """Read a Markdown file as one article."""
    text, note = decode_text(file)
    metadata = file.metadata
    if front := _FRONT_MATTER.match(text):
        pairs = (line.partition(":") for line in front[1].splitlines())
        values = {name.strip().lower(): value.strip().strip("\"'") for name, sign, value in pairs if sign}
        columns = guess_columns(tuple(values), {})
        given, reasons = parse_metadata({key: values[columns[key]] for key in KEYS if key in columns})
        yield from (Problem(file.name, None, reason) for reason in reasons)
        metadata, text = given.over(metadata), text[front.end() :]
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    paragraphs = tuple(split_paragraphs(text))
    yield Draft(article_id=file.stem, path=file.name, metadata=metadata, paragraphs=paragraphs, note=note)


def decode_text(file: File) -> tuple[str, str | None]:
    """Read a file of text.

    Args:
        file: The file.

    Returns:
        Its text, and a note on its encoding.

    Raises:
        ValueError: It is no text, or too long.
    """
    # UTF-8 takes at most four bytes a character.
    try:
        raw = file.read(4 * MAX_CHARACTERS)
    except ValueError as error:
        raise ValueError(TOO_LONG) from error
    text, note = decode(raw, file.encoding)
    if len(text) > MAX_CHARACTERS:
        raise ValueError(TOO_LONG)
    return text, note


def split_paragraphs(text: str) -> list[str]:
    """Split a plain text into paragraphs.

    Blank lines separate paragraphs. A single line break is a space where the text was wrapped at some width, and the
    end of a paragraph where lines are long or mostly end with a sentence.

    Args:
        text: The text of a file.

    Returns:
        The paragraphs, none of them blank, each on one line.
    """
    blocks = _join_spaced(_split_blocks(_unquote(text.splitlines())))
    width = _find_wrap_width(blocks)
    paragraphs: list[list[str]] = []
    for block in blocks:
        # Under "Latest news" each line is a headline, however long.
        block_width = 0 if _stands_alone(block[0]) else width
        for number, line in enumerate(block):
            if number and _continues(paragraphs[-1], line, block_width):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return [join_lines(lines) for lines in paragraphs]


def _split_blocks(lines: list[str]) -> list[list[str]]:
    """Runs of lines without a blank one between them."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _unquote(lines: list[str]) -> list[str]:
    """The lines without the marks of quoted mail, where most have one."""
    filled = [line for line in lines if line.strip()]
    quoted = sum(line.startswith(">") for line in filled)
    return [_MAIL_QUOTE.sub("", line) for line in lines] if quoted > len(filled) / 2 and quoted > 1 else lines


def _join_spaced(blocks: list[list[str]]) -> list[list[str]]:
    """One block of all lines where a blank one stands between any two of a wrapped text."""
    if len(blocks) < _SPACED or any(len(block) > 1 or len(block[0]) > _WIDEST_WRAP for block in blocks):
        return blocks
    broken = sum(not ends_sentence(one[0]) and other[0][0].islower() for one, other in pairwise(blocks))
    return [[block[0] for block in blocks]] if broken >= _BROKEN * len(blocks) else blocks


def _find_wrap_width(blocks: list[list[str]]) -> int:
    """The width that lines were wrapped at, or 0 where each line is a paragraph."""
    breaks = [line for block in blocks for line, _ in pairwise(block)]
    if not breaks:
        return 0
    lengths = sorted(len(line) for block in blocks for line in block)
    width = lengths[-1 - len(lengths) // 10]  # not the longest of all, which may be an unbreakable address
    sentences = sum(map(ends_sentence, breaks))
    return 0 if width > _WIDEST_WRAP or sentences > _SENTENCE_ENDS * len(breaks) else width


def _continues(paragraph: list[str], line: str, width: int) -> bool:
    """Whether a line goes on with the paragraph of the lines before it, no blank line being between them."""
    previous = paragraph[-1]
    # The last word of a wrapped sentence may be "comments"; only a line by itself is furniture.
    if (len(paragraph) == 1 and _stands_alone(previous)) or not any(map(str.isalnum, line)):
        return False
    if line[0].islower() and not ends_sentence(previous):
        return True
    return len(previous) >= _FULL_LINE * width > 0 and not _stands_alone(line)


def _stands_alone(line: str) -> bool:
    return find_furniture(line) is not None or not any(map(str.isalnum, line))


def compose(
    paragraphs: tuple[str, ...], given: str | None, *, is_clean: bool = False
) -> tuple[str | None, str, tuple[Removed, ...]]:
    """Clean a page's paragraphs and put title and body together.

    Args:
        paragraphs: The raw paragraphs.
        given: The title, where the manifest or the page's metadata tells it.
        is_clean: Whether there is no page furniture in them.

    Returns:
        The title (the given one, else the first paragraph if it is a headline), the text with paragraphs separated by
        blank lines (empty where nothing but furniture was found), and what was removed.
    """
    kept, removed = (
        ([" ".join(each.split()) for each in paragraphs if each.strip()], []) if is_clean else clean(paragraphs)
    )
    if not kept:
        return given, "", tuple(removed)
    gone = {item.paragraph for item in removed}
    places = [index for index, text in enumerate(paragraphs) if text.strip() and index not in gone]
    body = list(zip(places, kept, strict=True))
    title = given
    if given is None:
        title = kept[0] if len(kept) > 1 and is_headline(kept[0]) else None
    if title is None:
        return None, "\n\n".join(kept), tuple(removed)
    if is_glued(kept[0], title):
        removed.append(Removed("title with a category in front", kept[0], body.pop(0)[0]))
    elif same_words(kept[0], title):
        body.pop(0)
    while body and same_words(body[0][1], title):
        removed.append(Removed("title repeated", body[0][1], body.pop(0)[0]))
    removed.sort(key=lambda item: item.paragraph)
    return title, "\n\n".join([title, *(text for _, text in body)]), tuple(removed)
