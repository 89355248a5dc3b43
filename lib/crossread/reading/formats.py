"""Which reader reads which file: one registry, by ending and by content, that other packages can add to."""

import re
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


_HERE = "crossread.reading."
_SPACE = rb"(?:\xef\xbb\xbf)?\s*"
# Where the starts of two fit, the first counts.
_OWN = (
    Format("PDF", (".pdf",), f"{_HERE}pdf:read_pdf", rb".{0,1024}%PDF-"),
    Format("RTF", (".rtf",), f"{_HERE}documents:read_rtf", rb"\s*\{\\rtf"),
    Format("OpenDocument", (".odt", ".ott"), f"{_HERE}documents:read_odt", rb"PK.{28}mimetypeapplication/vnd.oasis.opendocument.text"),
    Format("table", (".ods", ".fods"), f"{_HERE}tables:read_sheets", rb"PK.{28}mimetypeapplication/vnd.oasis.opendocument.spr"),
    Format("Word", (".docx", ".docm", ".dotx"), f"{_HERE}documents:read_docx", rb"PK.*?\bword/"),
    Format("Excel", (".xlsx", ".xls", ".xlsm", ".xlsb"), f"{_HERE}tables:read_sheets", rb"PK.*?\bxl/"),
    Format("Parquet", (".parquet",), f"{_HERE}tables:read_parquet", rb"PAR1"),
    Format("web archive", (".warc", ".warc.gz"), f"{_HERE}warc:read_warc", rb"WARC/"),
    Format("web archive", (".wacz",), f"{_HERE}warc:read_wacz", rb"PK.*?\barchive/[^/]*\.warc"),
    Format("zip", (".zip",), f"{_HERE}archives:read_zip", rb"PK\x03\x04|PK\x05\x06"),
    Format("tar", (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"), f"{_HERE}archives:read_tar", rb".{257}ustar"),
    Format("gzip", (".gz", ".bz2", ".xz"), f"{_HERE}archives:read_compressed", rb"\x1f\x8b|BZh|\xfd7zXZ"),
    Format("mail", (".mbox", ".mbx"), f"{_HERE}mail:read_mbox", rb"From \S+.{0,60}\d\d:\d\d"),
    Format("web page", (".mhtml", ".mht"), f"{_HERE}mail:read_mhtml", rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}?Content-Type:\s*multipart/related"),
    Format("mail", (".eml",), f"{_HERE}mail:read_mail", rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID):\s"),
    Format("feed", (".rss", ".atom", ".rdf"), f"{_HERE}feeds:read_feed", _SPACE + rb"(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*(?:<\?xml-.*?\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]"),
    Format("web page", (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"), f"{_HERE}pages:read_page", _SPACE + rb"(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)[\s>]"),
    Format("XML", (".xml",), f"{_HERE}feeds:read_xml", _SPACE + rb"<\?xml"),
    Format("JSON lines", (".jsonl", ".ndjson"), f"{_HERE}records:read_jsonl"),
    Format("JSON", (".json",), f"{_HERE}records:read_json"),
    Format("table", (".csv", ".tsv", ".tab"), f"{_HERE}tables:read_csv"),
    Format("Markdown", (".md", ".markdown"), f"{_HERE}text:read_markdown"),
    Format("text", (".txt", ".text"), f"{_HERE}text:read_text"),
)  # fmt: skip


@cache
def load_formats() -> tuple[Format, ...]:
    """Collect all formats.

    Returns:
        Those that other packages bring as entry points of the group `crossread.readers`, each a `Format`; then those
        that Crossread brings.
    """
    added = tuple(each.load() for each in entry_points(group=GROUP))
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
    if file.path is None and not head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")):
        name = name.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz")  # it is unpacked
    by_ending = [each for each in load_formats() if name.endswith(each.endings)]
    # ".warc.gz" is more than ".gz".
    by_ending.sort(key=lambda each: -max(len(ending) for ending in each.endings if name.endswith(ending)))
    if by_ending and by_ending[0].fits(head):
        return by_ending[0]
    # Packed files start alike, whatever is inside.
    packed = by_ending and head.startswith((b"PK\x03\x04", b"\x1f\x8b")) and by_ending[0].starts[:2] in (b"PK", b"")
    if not packed and (by_content := next((each for each in load_formats() if each.fits(head)), None)):
        return by_content
    return by_ending[0] if by_ending else None


def read_file(file: File) -> Iterator[Draft | Problem]:
    """Read a file with the reader of its format.

    Args:
        file: A file of the corpus or from inside of another.

    Yields:
        What its reader finds. Whatever goes wrong there is a problem, so that one file never stops the others.
    """
    kind = "a file"
    try:
        if (found := find_format(file)) is None:
            yield Problem(file.name, None, explain_unread(file))
            return
        kind = found.name
        yield from found.load()(file)
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
