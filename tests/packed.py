"""What is packed in files, so that every byte of them can be searched."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd


def laid_open(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and of all that is packed in it."""
    raw = path.read_bytes()
    yield raw
    yield raw.decode("utf-16-be", "ignore").encode()  # as PDF writes titles
    if path.suffix == ".parquet":
        yield pd.read_parquet(path).to_csv().encode()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            yield from map(packed.read, packed.namelist())
    for stream in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream|IDAT|(?:zTXt|iTXt|iCCP)[^\0]*\0\0(.*)", raw, re.DOTALL):
        for packed in filter(None, stream.groups()):
            try:
                yield zlib.decompressobj().decompress(packed)
            except zlib.error:
                continue
