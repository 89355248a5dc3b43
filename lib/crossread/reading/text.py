"""Plain text files: a file to paragraphs, and a page's paragraphs to the text of an article."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from crossread.reading.cleaning import clean
from crossread.reading.drafts import Draft, Problem, Removed
from crossread.reading.files import readable
from crossread.reading.furniture import find_furniture
from crossread.reading.headlines import ends_sentence, is_glued, is_headline, same_words

# More than a thousand newspaper pages. What is longer is a dump or a mistake, and would hold up all other articles.
MAX_CHARACTERS = 10_000_000
TOO_LONG = f"longer than {MAX_CHARACTERS:,} characters; split it into articles"

# Editors and mail programs wrap at 60 to 100 columns. In a file of longer lines each line is a paragraph.
_WIDEST_WRAP = 120
# A line that is fuller than this was broken because it was full.
_FULL_LINE = 0.75
# Where more lines than this end with a sentence, they are paragraphs; about one in five of wrapped lines does.
_SENTENCE_ENDS = 0.6


def read_text(path: Path, name: str) -> Iterator[Draft | Problem]:
    """Read a plain text file as one article.

    Args:
        path: The file.
        name: Its path as articles and problems give it.

    Yields:
        The draft, with the raw paragraphs, or a problem.
    """
    # UTF-8 takes at most four bytes a character, so a larger file need not be opened.
    if path.stat().st_size > 4 * MAX_CHARACTERS:
        yield Problem(name, None, TOO_LONG)
        return
    try:
        text = decode(path.read_bytes())
    except ValueError as error:
        yield Problem(name, None, str(error))
        return
    if len(text) > MAX_CHARACTERS:
        yield Problem(name, None, TOO_LONG)
        return
    yield Draft(article_id=readable(path.stem), path=name, paragraphs=tuple(split_paragraphs(text)))


def decode(raw: bytes) -> str:
    """Decode a file or a line as UTF-8.

    Args:
        raw: Its bytes, perhaps with a byte order mark.

    Returns:
        The text.

    Raises:
        ValueError: The bytes are not text in UTF-8; the message says what they are.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("UTF-16, not UTF-8; save it as UTF-8")
    if (position := raw.find(b"\0")) >= 0:
        raise ValueError(f"not text: a NUL byte at {position}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte 0x{raw[error.start]:02x} at {error.start}; save it as UTF-8") from error


def split_paragraphs(text: str) -> list[str]:
    """Split a plain text into paragraphs.

    Blank lines separate paragraphs. A single line break is a space where the text was wrapped at some width, and the
    end of a paragraph where lines are long or mostly end with a sentence.

    Args:
        text: The text of a file.

    Returns:
        The paragraphs, none of them blank, each on one line.
    """
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    width = _find_wrap_width(blocks)
    paragraphs: list[list[str]] = []
    for block in filter(None, blocks):
        # Under "Latest news" each line is a headline, however long.
        block_width = 0 if _stands_alone(block[0]) else width
        for number, line in enumerate(block):
            if number and _continues(paragraphs[-1], line, block_width):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return [" ".join(lines) for lines in paragraphs]


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


def compose(paragraphs: tuple[str, ...], given: str | None) -> tuple[str | None, str, tuple[Removed, ...]]:
    """Clean a page's paragraphs and put title and body together.

    Args:
        paragraphs: The raw paragraphs.
        given: The title, where the manifest or the page's metadata tells it.

    Returns:
        The title (the given one, else the first paragraph if it is a headline), the text with paragraphs separated by
        blank lines (empty where nothing but furniture was found), and what was removed.
    """
    kept, removed = clean(paragraphs)
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
