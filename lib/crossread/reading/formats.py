"""Which reader reads which file: one registry, by ending and by content, that other packages can add to."""

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import PurePosixPath

from crossread.lexicon import load_lexicon
from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import File

Reader = Callable[[File], Iterator[Draft | Problem]]
"""From a file to a draft for each article in it, and a problem for all that none can be made of.

It raises ValueError where nothing can be read at all. What it opens it closes, what it holds in memory is bounded.
"""
GROUP = "crossread.readers"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        name: What it is called: "web page".
        endings: Of its files' names, in small letters.
        reader: A function from a file to drafts and problems, or where it is, "package.module:function": that is
            imported when the first such file is read.
        starts: How its bytes start, as a regular expression; "" for formats that only the ending tells.
    """

    name: str
    endings: tuple[str, ...]
    reader: Reader | str
    starts: bytes = b""

    def fits(self, head: bytes) -> bool:
        """Tell whether a file is of this format by its first bytes."""
        return bool(self.starts) and re.match(self.starts, head, re.IGNORECASE | re.DOTALL) is not None

    def load(self) -> Reader:
        """Import the reader."""
        if not isinstance(self.reader, str):
            return self.reader
        module, _, function = self.reader.partition(":")
        reader: Reader = getattr(import_module(module), function)
        return reader


_OPEN_DOCUMENT = rb"PK.{28}mimetypeapplication/vnd\.oasis\.opendocument\."
_XML = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?\?>\s*)?(?:<(?:!--.*?--|\?xml-.*?\?)>\s*)*"
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_MULTIPART = rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}?Content-Type:\s*multipart/related"
_ENVELOPE = rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID):\s"


def _own(name: str, endings: str, reader: str, starts: bytes = b"") -> Format:
    return Format(name, tuple(endings.split()), f"crossread.reading.{reader}", starts)


# Where the starts of two fit, the first counts.
_OWN = (
    _own("PDF", ".pdf", "pdf:read_pdf", rb".{0,16}%PDF-"),
    _own("RTF", ".rtf", "documents:read_rtf", rb"\s*\{\\rtf"),
    _own("OpenDocument", ".odt .ott", "documents:read_odt", _OPEN_DOCUMENT + rb"text"),
    _own("table", ".ods", "tables:read_sheets", _OPEN_DOCUMENT + rb"spreadsheet"),
    _own("Word", ".docx .docm .dotx", "documents:read_docx", rb"PK.*?\bword/"),
    _own("Excel", ".xlsx .xls .xlsm .xlsb", "tables:read_sheets", rb"PK.*?\bxl/"),
    _own("Parquet", ".parquet", "tables:read_parquet", rb"PAR1"),
    _own("web archive", ".warc .warc.gz", "warc:read_warc", rb"WARC/"),
    _own("web archive", ".wacz", "warc:read_wacz", rb"PK.*?\barchive/[^/]*\.warc"),
    _own("zip", ".zip", "archives:read_zip", rb"PK\x03\x04|PK\x05\x06"),
    _own("tar", ".tar .tar.gz .tgz .tar.bz2 .tar.xz", "archives:read_tar", rb".{257}ustar"),
    _own("compressed file", ".gz .bz2 .xz", "archives:read_compressed", rb"\x1f\x8b|BZh|\xfd7zXZ"),
    _own("mailbox", ".mbox .mbx", "mail:read_mbox", rb"From \S+ +\w{3} \w{3} +\d{1,2} \d\d:\d\d"),
    _own("web page", ".mhtml .mht", "mail:read_mhtml", _MULTIPART),
    _own("mail", ".eml", "mail:read_mail", _ENVELOPE),
    _own("feed", ".rss .atom .rdf", "feeds:read_feed", _XML + rb"<(?:rss|feed|rdf:RDF)[\s>]"),
    _own("web page", ".html .htm .xhtml .shtml .php .aspx", "pages:read_page", _XML + rb"<(?:!doctype html|html)[\s>]"),
    _own("XML", ".xml", "feeds:read_xml", rb"(?:\xef\xbb\xbf)?\s*<\?xml"),
    _own("JSON lines", ".jsonl .ndjson", "records:read_jsonl"),
    _own("JSON", ".json", "records:read_json"),
    _own("table", ".csv .tsv .tab", "tables:read_csv"),
    _own("Markdown", ".md .markdown", "text:read_markdown"),
    _own("text", ".txt .text", "text:read_text"),
)


@cache
def load_formats() -> tuple[Format, ...]:
    """Collect all formats.

    Returns:
        Those that other packages bring as entry points of the group `crossread.readers`, each a `Format`; then those
        that Crossread brings.
    """
    added: list[Format] = []
    for each in entry_points(group=GROUP):
        try:
            added.append(each.load())
        except Exception as error:  # whatever another package does, files of other formats are read
            warnings.warn(f"reader {each.name!r} cannot be loaded: {error}", stacklevel=2)
    return (*added, *_OWN)


def list_endings() -> list[str]:
    """List the endings of all files that are read.

    Returns:
        The endings, each once, those of texts last.
    """
    return list(dict.fromkeys(ending for each in load_formats() for ending in each.endings))


def find_format(file: File) -> Format | None:
    """Find the format of a file.

    Args:
        file: A file, which is opened for its first bytes.

    Returns:
        What its content shows where that is certain, else what its ending says; None where neither is known.
    """
    name, head = file.name.lower(), file.head()
    if file.path is None and not head.startswith(_COMPRESSED):
        name = name.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz")  # it is unpacked
    by_ending = [each for each in load_formats() if name.endswith(each.endings)]
    # ".warc.gz" is more than ".gz".
    by_ending.sort(key=lambda each: -max(len(ending) for ending in each.endings if name.endswith(ending)))
    if by_ending and by_ending[0].fits(head):
        return by_ending[0]
    # Packed files start alike, whatever is inside.
    zipped = head.startswith(b"PK") and by_ending and by_ending[0].starts.startswith(b"PK")
    packed = head.startswith(_COMPRESSED) and name.endswith((".gz", ".tgz", ".bz2", ".xz"))
    if not zipped and not packed and (by_content := next((each for each in load_formats() if each.fits(head)), None)):
        return by_content
    return by_ending[0] if by_ending else None


def read_file(file: File) -> Iterator[Draft | Problem]:
    """Read a file with the reader of its format: it gives drafts or problems, one at least, and raises nothing."""
    kind, is_empty = "a file", True
    try:
        if (found := find_format(file)) is None:
            yield Problem(file.name, None, explain_unread(file))
            return
        kind = found.name
        for each in found.load()(file):
            is_empty = False
            yield each
        if is_empty:
            yield Problem(file.name, None, "nothing to read: no article is in it")
    except OSError as error:
        yield Problem(file.name, None, f"cannot be opened: {error.strerror or error}")
    except ValueError as error:
        yield Problem(file.name, None, str(error))
    except ModuleNotFoundError as error:
        yield Problem(file.name, None, f"cannot be read as {kind}: install the package {error.name!r}")
    except Exception as error:  # libraries for odd files raise whatever comes up
        yield Problem(file.name, None, f"broken, or not {kind}: {str(error) or type(error).__name__}")


def explain_unread(file: File) -> str:
    """Say why a file of no known format is not read, and what would help.

    Args:
        file: The file.

    Returns:
        The reason for the problem's row.
    """
    ending = PurePosixPath(file.name).suffix.lower()
    advice = next((each["advice"] for each in load_lexicon("formats")["unread"] if ending in each["endings"]), None)
    kind = f"{ending} files" if ending else "files without an ending"
    return f"no reader for {kind}: {advice or 'export it as text, PDF, DOCX or CSV'}"
