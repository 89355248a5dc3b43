"""Bytes to text: the encoding that is stated, tried or guessed, and characters that were decoded wrongly before."""

import codecs
import re

# Encodings that news pages and old word processors use; a guess among all that exist errs more often.
_GUESSED = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "gb18030", "big5", "shift_jis"),
    *("euc_jp", "euc_kr", "mac_roman", "cp437", "iso8859_2", "iso8859_7"),
]
# Western European text has fewer accents than this; Cyrillic, Greek or Arabic is nearly all such bytes.
_WESTERN_SHARE = 0.08
_ANY_WESTERN_SHARE = 0.3
_SAMPLE = 100_000
_SHORT = 20  # nothing can be guessed from less
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read for these labels, which pages so often bear wrongly (WHATWG, Encoding Standard).
_LABELS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
_NAMES = {"cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-32": "UTF-32"}
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTERS = re.compile(rb"[\xc0-\xff]")  # in Windows-1252; below are quotation marks, dashes, signs
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ESCAPED = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}

# Windows-1252 as browsers have it, with the five bytes that it leaves undefined.
_WESTERN = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_CONTINUING = "".join(re.escape(character) for character, byte in _WESTERN.items() if byte < 0xC0)
# UTF-8 that was read as Windows-1252. No language writes "â€™"; a capital may well stand before a closing "»".
MOJIBAKE = re.compile(f"â€[{_CONTINUING}]|â‚¬|(?<![A-ZÀ-Þ])[ÂÃ][{_CONTINUING}]|ï»¿")


def decode(raw: bytes, stated: str | None = None) -> tuple[str, str | None]:
    """Decode the bytes of a file.

    Args:
        raw: The bytes, perhaps with a byte order mark.
        stated: The encoding that the file's own header gives.

    Returns:
        The text, and a note where its encoding is neither UTF-8 nor the one that is stated.

    Raises:
        ValueError: The bytes are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace").lstrip("\ufeff"), None if encoding == "utf-8" else _note(encoding)
    if wide := _find_wide(raw):
        return raw.decode(wide, "replace"), _note("utf-16")
    if (position := raw.find(b"\0")) >= 0:
        raise ValueError(f"not text: a NUL byte at {position}")
    try:
        return raw.decode(), None
    except UnicodeDecodeError:
        pass  # most likely an older encoding
    if len(_CONTROLS.findall(raw[:_SAMPLE])) > len(raw[:_SAMPLE]) / 500:
        raise ValueError("not text: control characters")
    if stated and (known := _known(stated)):
        try:
            return raw.decode(known), None
        except UnicodeDecodeError:
            pass  # a wrong label
    return _guess(raw)


def repair(text: str) -> str:
    """Put right UTF-8 that was once read as Windows-1252 ("itâ€™s"), where no other reading is possible.

    Args:
        text: Any text.

    Returns:
        The text, nearly always the same.
    """
    return MOJIBAKE.sub(decode_again, text)


def decode_again(match: re.Match[str]) -> str:
    """Decode what `MOJIBAKE` found as what it was; it stays where it cannot have been UTF-8."""
    try:
        return bytes(_WESTERN[character] for character in match[0]).decode("utf-8-sig")
    except UnicodeDecodeError:
        return match[0]


def _guess(raw: bytes) -> tuple[str, str]:
    """UTF-8 with a few foreign bytes, Western European, or what charset-normalizer takes it for."""
    multibyte = len(_MULTIBYTE.findall(raw))
    if multibyte > len(_HIGH.findall(_MULTIBYTE.sub(b"", raw))):
        text = raw.decode("utf-8", "surrogateescape").translate(_ESCAPED)
        return text, "read as UTF-8 with some bytes of Windows-1252"
    sample, encoding = raw[:_SAMPLE], "cp1252"
    letters, high = len(_LETTERS.findall(sample)), len(_HIGH.findall(sample))
    if len(sample) > _SHORT and (letters > _WESTERN_SHARE * len(sample) or high > _ANY_WESTERN_SHARE * len(sample)):
        from charset_normalizer import from_bytes

        best = from_bytes(sample, cp_isolation=_GUESSED).best()
        encoding = encoding if best is None else best.encoding
    return raw.decode(encoding, "replace"), _note(encoding)


def _find_wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    sample = raw[:1000]
    if len(sample) < 8:
        return None
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[start::2].count(0), sample[1 - start :: 2].count(0)
        if zeros > 0.8 * len(sample[start::2]) and not others:
            return encoding
    return None


def _known(label: str) -> str | None:
    """The encoding that a label means, None for UTF-8 and for labels that are none."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    # Python also has codecs that are no encodings of text, such as "hex" and "zlib".
    if name == "utf-8" or not codecs.lookup(name)._is_text_encoding or name.startswith(("utf", "raw_", "unicode_")):
        return None
    return _LABELS.get(name, name)


def _note(encoding: str) -> str:
    return f"read as {_NAMES.get(encoding, encoding)}"
