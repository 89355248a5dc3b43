"""Mail: one message, a mailbox, and web pages that were saved as MHTML, which is mail in form."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default as policy
from email.utils import parseaddr, parsedate_to_datetime

from crossread.reading.decoding import decode
from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import MAX_BYTES, TOO_LARGE, File
from crossread.reading.formats import read_file
from crossread.reading.metadata import Metadata
from crossread.reading.text import split_paragraphs

_FORWARDED = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_MAX_DEPTH = 5


def read_mail(file: File) -> Iterator[Draft | Problem]:
    """Read one message, and what is attached to it."""
    yield from _read_message(file, file.read(), None)


def read_mbox(file: File) -> Iterator[Draft | Problem]:
    """Read a mailbox."""
    message: list[bytes] = []
    number = size = 0
    blank = True
    with file.open() as stream:
        for line in stream:
            if line.startswith(b"From ") and blank:
                if message:
                    number += 1
                    yield from _read_numbered(file, message, size, number)
                message, size = [], 0
            elif size <= MAX_BYTES:
                message.append(line)
            size += len(line)
            blank = not line.strip()
    if message:
        yield from _read_numbered(file, message, size, number + 1)
    else:
        yield Problem(file.name, None, "no messages: the mailbox is empty")


def read_mhtml(file: File) -> Iterator[Draft | Problem]:
    """Read a web page that was saved as MHTML."""
    message = _parse(file.read())
    page = next(
        (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    if page is None:
        yield Problem(file.name, None, "no page in it: broken, or not MHTML")
        return
    link = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    metadata = Metadata(url=link if link.startswith("http") else None).over(file.metadata)
    content = page.get_payload(decode=True)
    inner = replace(file, path=None, content=content if isinstance(content, bytes) else b"", metadata=metadata)
    from crossread.reading.pages import read_page

    yield from read_page(replace(inner, encoding=page.get_content_charset()))


def _read_numbered(file: File, lines: list[bytes], size: int, number: int) -> Iterator[Draft | Problem]:
    try:
        if size > MAX_BYTES:
            raise ValueError(TOO_LARGE)
        yield from _read_message(file, b"".join(lines), number)
    except Exception as error:  # one odd message must not stop the mailbox
        yield Problem(file.name, number, f"a message that cannot be read: {error}")


def _parse(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy)
    assert isinstance(message, EmailMessage)
    return message


def _read_message(file: File, raw: bytes, number: int | None) -> Iterator[Draft | Problem]:
    message = _parse(raw)
    body = message.get_body(preferencelist=("plain", "html"))
    name, address = parseaddr(str(message.get("From", "")))
    title = " ".join(_FORWARDED.sub("", str(message.get("Subject", "")), count=1).split())
    try:
        day = parsedate_to_datetime(str(message["Date"])).date() if message["Date"] else None
    except (ValueError, TypeError):
        day = None
        yield Problem(file.name, number, f"published left out: {str(message['Date'])!r} is not a date")
    metadata = Metadata(title=title or None, author=name or address or None, published=day).over(file.metadata)
    stem = file.stem if number is None else f"{file.stem}:{number}"
    attached = (
        [part for part in message.iter_attachments() if isinstance(part, EmailMessage)]
        if message.is_multipart()
        else []
    )
    paragraphs, note = ((), None) if body is None else _read_body(body)
    if paragraphs or not attached:
        yield Draft(stem, file.name, metadata, line=number, paragraphs=paragraphs, note=note)
    for count, part in enumerate(attached, start=1):
        if part.get_content_maintype() in ("image", "audio", "video") or file.depth >= _MAX_DEPTH:
            continue
        content = part.get_payload(decode=True)
        inside = (
            "message.eml"
            if part.get_content_type() == "message/rfc822"
            else part.get_filename() or f"attachment-{count}.txt"
        )
        content = content if isinstance(content, bytes) else b"".join(bytes(each) for each in part.iter_parts())
        yield from read_file(File(f"{file.name}/{inside}", content=content, columns=file.columns, depth=file.depth + 1))


def _read_body(part: MIMEPart) -> tuple[tuple[str, ...], str | None]:
    content = part.get_payload(decode=True)
    text, note = decode(content if isinstance(content, bytes) else b"", part.get_content_charset())
    if part.get_content_type() != "text/html":
        return tuple(split_paragraphs(text)), note
    from crossread.reading.blocks import find_blocks, split_lines
    from crossread.reading.pages import parse_page

    tree = parse_page(text)
    return () if tree is None else tuple(line for block in find_blocks(tree) for line in split_lines(block.text)), note
