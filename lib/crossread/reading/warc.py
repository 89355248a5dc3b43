"""Web archives: the pages in WARC files, and in WACZ, which packs these."""

import json
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import MAX_BYTES, TOO_LARGE, File
from crossread.reading.formats import read_file
from crossread.reading.metadata import Metadata
from crossread.reading.zips import check_zip, read_member

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
}
_OK = 200
_LARGEST_ARCHIVE = 1_000_000_000


def read_warc(file: File, only: frozenset[str] = frozenset()) -> Iterator[Draft | Problem]:
    """Read the pages of a web archive.

    Args:
        file: The archive, compressed or not.
        only: The links of the pages that are wanted; empty for all.

    Yields:
        What is found on each page. Pictures, scripts and failed requests are passed over.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    found = False
    seen: set[str] = set()
    wanted = WarcRecordType.response | WarcRecordType.resource
    with file.open() as stream:
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="all"):
            found = True
            url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            ending = _ENDINGS.get(
                (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
            )
            failed = record.http_headers is not None and record.http_headers.status_code != _OK
            if ending is None or failed or url in seen or (only and url not in only):
                continue
            seen.add(url)
            content = record.reader.read(MAX_BYTES + 1)
            encoded = record.http_headers is not None and not {"transfer-encoding", "content-encoding"}.isdisjoint(
                name.lower() for name in record.http_headers.asdict()
            )
            place = urlsplit(url)
            inside = unquote(f"{place.netloc}{place.path}").strip("/").encode("utf-8", "replace").decode()
            inner = File(
                f"{file.name}/{inside}" + ("" if inside.endswith(ending) else ending),
                content=content,
                metadata=Metadata(url=url),
                encoding=record.http_charset,
                depth=file.depth + 1,
            )
            if not encoded and len(content) < min(record.content_length, MAX_BYTES):
                yield Problem(inner.name, None, f"cut off behind {len(content):,} of {record.content_length:,} bytes")
            yield from [Problem(inner.name, None, TOO_LARGE)] if len(content) > MAX_BYTES else read_file(inner)
    if not found:
        yield Problem(file.name, None, "no pages in it: broken, or no web archive")


def read_wacz(file: File) -> Iterator[Draft | Problem]:
    """Read the pages of a WACZ file."""
    with file.open() as stream:
        packed = check_zip(stream)
        names = packed.namelist()
        listed = set[str]()
        for name in (name for name in names if name.startswith("pages/") and name.endswith(".jsonl")):
            for line in read_member(packed, name, MAX_BYTES).splitlines():
                try:
                    listed.add(json.loads(line).get("url", ""))
                except (ValueError, AttributeError):
                    continue  # the list is a help, not what is read
        archives = [name for name in names if name.startswith("archive/") and ".warc" in name]
        if not archives:
            yield Problem(file.name, None, "no pages in it: broken, or no web archive")
        for name in archives:
            inner = replace(file, path=None, content=read_member(packed, name, _LARGEST_ARCHIVE), depth=file.depth + 1)
            yield from read_warc(inner, frozenset(listed - {""}))
