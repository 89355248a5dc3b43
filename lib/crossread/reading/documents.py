"""Documents of word processors: DOCX, ODT and RTF."""

from collections.abc import Iterator

from lxml import etree

from crossread.reading.blocks import split_lines
from crossread.reading.drafts import Draft, Problem, Removed
from crossread.reading.exports import read_exports
from crossread.reading.files import File
from crossread.reading.xml import parse_xml
from crossread.reading.zips import check_zip, read_member

MAX_XML = 40_000_000  # bytes, which take twenty times as much memory
# By the local names of elements, the same in all versions of the two formats.
_PARAGRAPHS = {"p", "h"}
_BREAKS = {"br": "\n", "cr": "\n", "line-break": "\n", "tab": "\t", "s": " ", "noBreakHyphen": "-"}
# What was deleted, comments, notes, and the second form of what newer programs draw.
_LEFT_OUT = {
    "del",
    "moveFrom",
    "tracked-changes",
    "annotation",
    "note",
    "Fallback",
    "instrText",
    "delText",
    "rPr",
    "pPr",
    "drawing",
    "pict",
}


def read_docx(file: File) -> Iterator[Draft | Problem]:
    """Read a Word document."""
    with file.open() as stream:
        root = parse_xml(read_member(check_zip(stream), "word/document.xml", MAX_XML))
    yield from _read_paragraphs(file, root, only_runs=True)


def read_odt(file: File) -> Iterator[Draft | Problem]:
    """Read an OpenDocument text."""
    with file.open() as stream:
        root = parse_xml(read_member(check_zip(stream), "content.xml", MAX_XML))
    yield from _read_paragraphs(file, root, only_runs=False)


def read_rtf(file: File) -> Iterator[Draft | Problem]:
    """Read an RTF document."""
    from striprtf.striprtf import rtf_to_text

    text: str = rtf_to_text(file.read().decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # a character may be written as two
    lines = text.replace("\f", "\n").splitlines()
    if (found := read_exports(file, lines, None)) is not None:
        yield from found
    else:
        paragraphs = tuple(" ".join(line.split()) for line in lines if line.strip())
        yield Draft(file.stem, file.name, file.metadata, paragraphs=paragraphs)


def _read_paragraphs(file: File, root: etree._Element, *, only_runs: bool) -> Iterator[Draft | Problem]:
    """The paragraphs of a document's XML; text stands in runs ("t") in Word, in the paragraphs themselves elsewhere."""
    paragraphs = [each for each in root.iter("{*}p", "{*}h") if not _is_left_out(each)]
    texts = [_text(each, only_runs=only_runs) for each in paragraphs]
    lines = [line for text in texts for line in text.split("\n")]
    if (found := read_exports(file, lines, None)) is not None:
        yield from found
        return
    cells = [next(each.iterancestors("{*}tbl", "{*}table"), None) is not None for each in paragraphs]
    body = [line for text, cell in zip(texts, cells, strict=True) if not cell for line in split_lines(text)]
    table = "\n".join(text for text, cell in zip(texts, cells, strict=True) if cell and text.strip())
    if not any(line.strip() for line in body):  # a page laid out as a table
        body, table = table.splitlines(), ""
    removed = (Removed("table", table, 0),) if table else ()
    paragraphs_of_body = tuple(" ".join(line.split()) for line in body if line.strip())
    yield Draft(file.stem, file.name, file.metadata, paragraphs=paragraphs_of_body, removed=removed)


def _is_left_out(paragraph: etree._Element) -> bool:
    return any(_name(each) in _LEFT_OUT for each in paragraph.iterancestors())


def _text(paragraph: etree._Element, *, only_runs: bool) -> str:
    parts: list[str] = []

    def walk(element: etree._Element, depth: int) -> None:
        name = _name(element)
        if name in _LEFT_OUT or depth > 50 or (depth and name in _PARAGRAPHS):
            return
        parts.append(_BREAKS.get(name, "") if depth else "")
        if not only_runs or name == "t":
            parts.append(element.text or "")
        for child in element:
            walk(child, depth + 1)
            if not only_runs:
                parts.append(child.tail or "")

    walk(paragraph, 0)
    return "".join(parts)


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
