"""Bytes to text: encodings, and what was decoded wrongly before."""

import pytest

from crossread.reading.decoding import decode, repair

QUOTED = "The “police” said – in Málaga – that 3 were hurt."


@pytest.mark.parametrize(
    ("raw", "stated", "text", "note"),
    [
        (QUOTED.encode(), None, QUOTED, None),
        (QUOTED.encode("utf-8-sig"), None, QUOTED, None),
        (QUOTED.encode("utf-16"), None, QUOTED, "read as UTF-16"),
        (QUOTED.encode("utf-32"), None, QUOTED, "read as UTF-32"),
        (b"Ferry aground".decode().encode("utf-16-le"), None, "Ferry aground", "read as UTF-16"),
        (b"Ferry aground".decode().encode("utf-16-be"), None, "Ferry aground", "read as UTF-16"),
        (QUOTED.encode("cp1252"), None, QUOTED, "read as Windows-1252"),
        (QUOTED.encode("cp1252"), "iso-8859-1", QUOTED, None),
        (QUOTED.encode("cp1252"), "utf-8", QUOTED, "read as Windows-1252"),
        (QUOTED.encode("cp1252"), "hex", QUOTED, "read as Windows-1252"),
        (QUOTED.encode(), "iso-8859-1", QUOTED, None),
        ("“a” “b” ".encode() + b"\x93c\x94", None, "“a” “b” “c”", "read as UTF-8 with some bytes of Windows-1252"),
        (
            "Полиция сообщила о трёх погибших".encode("cp1251"),
            None,
            "Полиция сообщила о трёх погибших",
            "read as cp1251",
        ),
        (b"caf\xe9 closed", None, "café closed", "read as Windows-1252"),
        (b"", None, "", None),
    ],
)
def test_decode(raw, stated, text, note):
    assert decode(raw, stated) == (text, note)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"abc\0def", "not text: a NUL byte at 3"),
        (bytes([1, 2, 3, 0x93, 0xFF]) * 9, "not text: control characters"),
    ],
)
def test_decode_tells_what_failed(raw, reason):
    with pytest.raises(ValueError) as error:  # noqa: PT011  the message is compared below
        decode(raw)
    assert str(error.value) == reason


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("itâ€™s Â£5 at the cafÃ©", "it’s £5 at the café"),
        ("â€œHiâ€\x9d â€“ â‚¬5", "“Hi” – €5"),
        ("NÃO, “ASSURÉ», «MAÇÃ»", "NÃO, “ASSURÉ», «MAÇÃ»"),
        ("It’s £5 at the café", "It’s £5 at the café"),
    ],
)
def test_repair_where_certain(text, right):
    assert repair(text) == right


def test_repair_takes_out_what_nobody_sees():
    seen = repair("\ufeffTwelve were kil\u00adled\u200b,\x1b[2J \u202e21\u202c hurt\u2066\t12\u2069\n\x85next")
    assert seen == "Twelve were killed,[2J 21 hurt\t12\n\x85next"
