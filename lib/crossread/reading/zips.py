"""Packed files are measured before they are unpacked: some are made to fill a disk."""

import zipfile
import zlib
from typing import BinaryIO

MAX_MEMBERS = 200_000
MAX_UNPACKED = 2_000_000_000
# Text shrinks to a tenth or a thirtieth, a bomb to a thousandth.
_MAX_RATIO = 300
_SMALL = 10_000_000


def check_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """Open a zip, if it can be unpacked without harm.

    Args:
        stream: Its bytes, open at the start.

    Returns:
        The zip.

    Raises:
        ValueError: It is broken, or would unpack to too much.
    """
    try:
        packed = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise ValueError(f"broken, its zip cannot be unpacked: {error}") from error
    members = packed.infolist()
    if len(members) > MAX_MEMBERS:
        raise ValueError(f"not unpacked: {len(members):,} files in it, more than {MAX_MEMBERS:,}")
    size, small = (sum(getattr(member, key) for member in members) for key in ("file_size", "compress_size"))
    if size > MAX_UNPACKED or (size > _SMALL and size > _MAX_RATIO * small):
        raise ValueError(f"not unpacked: {size:,} bytes in {small:,}, which is no archive of articles")
    stream.seek(0)
    return packed


def read_member(packed: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """Read one file of a zip.

    Args:
        packed: The zip.
        name: The file in it.
        limit: How many bytes it may have, whatever the zip says.

    Returns:
        Its bytes.

    Raises:
        ValueError: It is not there, broken, locked or longer.
    """
    try:
        with packed.open(name) as stream:
            raw = stream.read(limit + 1)
    except KeyError as error:
        raise ValueError(f"broken: there is no {name!r} in it") from error
    except RuntimeError as error:
        raise ValueError("locked with a password: unlock it") from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise ValueError(f"broken: {name!r} in it cannot be unpacked: {error}") from error
    if len(raw) > limit:
        raise ValueError(f"{name!r} in it is larger than {limit // 1_000_000} MB")
    return raw
