"""Packed files: zip, tar and single compressed files, of anything that is read, to a bounded depth and size."""

import bz2
import gzip
import lzma
import stat
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import (
    BESIDE_PAGE,
    HIDDEN,
    MAX_BYTES,
    TOO_LARGE,
    File,
    belongs_to_page,
    is_litter,
    is_put_there,
)
from crossread.reading.formats import read_file
from crossread.reading.zips import MAX_MEMBERS, MAX_UNPACKED, check_zip, read_member

MAX_DEPTH = 5
EMPTY = "nothing to read: the archive is empty"
LINK = "a link or a device in an archive, which is not followed"
TOO_DEEP = f"not unpacked: packed more than {MAX_DEPTH} times"


def read_zip(file: File) -> Iterator[Draft | Problem]:
    """Read everything in a zip."""
    with file.open() as stream:
        packed = check_zip(stream)
        names = [member.filename for member in packed.infolist() if not member.is_dir()]
        links = {member.filename for member in packed.infolist() if stat.S_ISLNK(member.external_attr >> 16)}
        wanted = _leave_out_pages(names)
        if not wanted:
            yield Problem(file.name, None, EMPTY)
        for name in sorted(set(names).difference(wanted)):
            if is_put_there(name) and not name.startswith("__MACOSX"):
                yield Problem(_inside(file, name, b"").name, None, BESIDE_PAGE)
        for name in wanted:
            if name in links or _is_hidden(name):
                yield Problem(_inside(file, name, b"").name, None, LINK if name in links else HIDDEN)
                continue
            try:
                inner = _inside(file, name, read_member(packed, name, MAX_BYTES))
            except ValueError as error:
                yield Problem(f"{file.name}/{name}", None, str(error))
                continue
            yield from read_file(inner) if inner.depth <= MAX_DEPTH else [Problem(inner.name, None, TOO_DEEP)]


def read_tar(file: File) -> Iterator[Draft | Problem]:
    """Read everything in a tar, compressed or not."""
    total = count = 0
    with file.open() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|*") as packed:
                for member in packed:
                    count, total = count + 1, total + member.size
                    if total > MAX_UNPACKED or count > MAX_MEMBERS:
                        yield Problem(
                            file.name, None, f"not unpacked to its end: more than {MAX_UNPACKED:,} bytes in it"
                        )
                        return
                    if member.isdir() or not _leave_out_pages([member.name]):
                        continue
                    content = packed.extractfile(member) if member.isfile() else None
                    inner = _inside(file, member.name, content.read(MAX_BYTES + 1) if content else b"")
                    reasons = {
                        LINK: content is None,
                        HIDDEN: _is_hidden(member.name),
                        TOO_LARGE: member.size > MAX_BYTES,
                        TOO_DEEP: inner.depth > MAX_DEPTH,
                    }
                    reason = next((reason for reason, holds in reasons.items() if holds), None)
                    yield from [Problem(inner.name, None, reason)] if reason else read_file(inner)
        except (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError) as error:
            yield Problem(file.name, None, f"broken archive: {error}")
            return
    if not count:
        yield Problem(file.name, None, EMPTY)


def read_compressed(file: File) -> Iterator[Draft | Problem]:
    """Read a single file that is compressed."""
    head = file.head()
    kind = gzip if head.startswith(b"\x1f\x8b") else bz2 if head.startswith(b"BZh") else lzma
    try:
        with file.open() as stream, kind.open(stream) as unpacked:
            content = unpacked.read(MAX_BYTES + 1)
    except (EOFError, OSError, zlib.error, lzma.LZMAError) as error:
        yield Problem(file.name, None, f"broken, it cannot be unpacked: {error}")
        return
    inner = replace(file, path=None, content=content, depth=file.depth + 1)
    reason = TOO_LARGE if len(content) > MAX_BYTES else TOO_DEEP if inner.depth > MAX_DEPTH else None
    yield from [Problem(file.name, None, reason)] if reason else read_file(inner)


def _inside(file: File, name: str, content: bytes) -> File:
    # A name may try to lead out of the archive; here it only names the article.
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    plain = "/".join(parts).encode("utf-8", "replace").decode()
    return File(f"{file.name}/{plain}", content=content, columns=file.columns, depth=file.depth + 1)


def _leave_out_pages(names: list[str]) -> list[str]:
    """Leave out what is no article in a folder, either: what archivers and desktops add, and the parts of pages."""
    pages = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
    return [
        name
        for name in names
        if not any(is_litter(part) or part == "__MACOSX" for part in PurePosixPath(name).parts)
        and not any(belongs_to_page(str(folder), pages) for folder in PurePosixPath(name).parents)
    ]


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") and part.strip(".") for part in PurePosixPath(name).parts)
