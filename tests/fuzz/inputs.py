"""What strangers might send: files of every format, broken by chance, and texts of the lexicon's own words."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from tests.formats import pile

from crossread import lexicon
from crossread.lexicon import load_lexicon

LEXICON = Path(lexicon.__file__).parent
PACKED = (".docx", ".odt", ".xlsx", ".wacz", ".zip")
# What readers look for, and what breaks what does not expect it.
TOKENS = [
    *(
        b"",
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\r",
        b"\n\n",
        b"\x1b]52;c;",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
    ),
    *(
        b"<",
        b"</p>",
        b"<!--",
        b"<![CDATA[",
        b"<!DOCTYPE x [<!ENTITY e 'e'>]>",
        b"&e;",
        b"&#0;",
        b"&#xd800;",
        b"<br>" * 99,
    ),
    *(b'"', b"'", b",", b"{", b"[" * 99, b"}", b"\\ud800", b"null", b"1e400", b"-Infinity", b"NaN", b"\\u0000"),
    *(b"(", b"\\par", b"{\\rtf1", b"\\bin99999", b"\\u-9999?", b"endobj", b"/Count 99999999", b"0 R", b"stream"),
    *(b"Content-Type: text/html; charset=x", b"Content-Length: -1", b"Content-Length: 99999999999", b"From \n", b"=00"),
    *(b"0001-01-01", b"9999-12-31", b"99999-99-99", b"Mon, 00 Foo 0000 25:61:61 +9999", b"2014-06-24T", b"24/06/14"),
    *(b"../../etc/passwd", b"file:///etc/passwd", b"http://[", b"https://example.org:99999/%ff", b"javascript:"),
]
GLUE = [
    *(
        " ",
        " ",
        " ",
        " ",
        " ",
        ", ",
        ", ",
        "-",
        "",
        " and ",
        " of ",
        ". ",
        "; ",
        ": ",
        " (",
        ") ",
        "\n",
        "\n\n",
        "/",
        "—",
    ),
    *(
        "“",
        "” ",
        '"',
        "’s ",
        "'",
        "… ",
        "\t",
        "$",
        "%",
        "\N{NO-BREAK SPACE}",
        "\N{SOFT HYPHEN}",
        "\N{RIGHT-TO-LEFT OVERRIDE}",
    ),
]
NUMBERS = [
    *(
        "0",
        "1",
        "12",
        "1,000",
        "1.000",
        "0.5",
        ".5",
        "-3",
        "1e400",
        "9" * 400,
        "1/2",
        "½",
        "²",
        "٣",
        "１２",
        "1-2",
        "2 to 1",
    ),
    *(
        "2014",
        "0001",
        "9999",
        "24 June 9999",
        "1 January 0001",
        "12:61",
        "MCMXCIV",
        "1,00",
        "10^400",
        "1 trillion trillion",
    ),
    *(
        "dozens",
        "twenty-one",
        "a hundred thousand million",
        "half",
        "no",
        "several hundred",
        "between 9 and 3",
        "5 of 3",
    ),
]


@cache
def files() -> dict[str, bytes]:
    """A small file of every format, by its ending."""
    some = pile.pieces()[:2]
    one, lines = some[0], [some[0].title, *some[0].paragraphs]
    tarred = io.BytesIO()
    with tarfile.open(fileobj=tarred, mode="w") as archive:
        member = tarfile.TarInfo("news/a.html")
        member.size = len(pile.page(one))
        archive.addfile(member, io.BytesIO(pile.page(one)))
    return {
        **{".txt": one.text.encode(), ".md": b"---\ntitle: A\ndate: 2014-06-24\n---\n# A\n" + one.text.encode()},
        **{".html": pile.page(one), ".mhtml": pile.mhtml(one), ".eml": pile.mail(one), ".rss": pile.rss(some)},
        **{".docx": pile.docx(lines), ".odt": pile.odt(lines), ".rtf": pile.rtf(lines)},
        **{".pdf": pile.pdf(pile.wrapped(lines)), ".xlsx": pile.xlsx([list(row.values()) for row in _table(some)])},
        **{".csv": pile.table(some).to_csv(index=False).encode(), ".parquet": pile.table(some).to_parquet()},
        **{".json": pile.as_json(some), ".jsonl": "\n".join(map(json.dumps, pile.records(some))).encode()},
        **{".warc": pile.warc(some), ".wacz": pile.packed({"archive/a.warc": pile.warc(some), "pages/p.jsonl": b"{}"})},
        **{
            ".mbox": b"From a Thu Jan  1 00:00:00 1970\n" + pile.mail(one),
            ".zip": pile.packed({"a.html": pile.page(one)}),
        },
        **{".txt.gz": gzip.compress(one.text.encode()), ".tar": tarred.getvalue(), ".xml": pile.factiva_xml(some)},
        **{"-n.txt": pile.nexis_classic(some).encode(), "-u.docx": pile.docx(pile.nexis_uni(some))},
        **{"-f.html": pile.factiva_html(some), "-f.rtf": pile.factiva_rtf(some), "-e.html": pile.europresse(some)},
        **{"-p.txt": pile.proquest(some).encode(), "-l.rtf": pile.rtf(pile.factiva_laid_out(some))},
    }


def _table(some: list[pile.Piece]) -> list[dict[str, str]]:
    return [{key: key for key in pile.records(some)[0]}, *pile.records(some)]


def mutate(raw: bytes, random: Random) -> bytes:
    """Break bytes in a few places: cut, doubled, turned, swapped, or with something foreign in them."""
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        start = random.randrange(len(raw) + 1)
        end = min(len(raw), start + random.choice((0, 1, 2, 4, 16, 100, 1000)))
        piece = raw[start:end]
        other = random.choice(
            [b"", piece * 2, piece[::-1], bytes(byte ^ 1 << random.randrange(8) for byte in piece),
             random.choice(TOKENS), random.choice(TOKENS) * random.choice((2, 50)), random.randbytes(5), _other(random)]
        )  # fmt: skip
        raw = raw[:start] + other + raw[end:] if random.random() < 0.95 else raw[:start]
    return raw


def _other(random: Random) -> bytes:
    """A piece of another format."""
    raw = random.choice(list(files().values()))
    start = random.randrange(len(raw))
    return raw[start : start + random.randrange(300)]


def mutated_file(random: Random) -> tuple[str, bytes]:
    """A file's ending and its broken bytes; of packed ones often what is inside is broken, and packed again."""
    ending, raw = random.choice(list(files().items()))
    if random.random() < 0.6 and ending.endswith(PACKED):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        name = max(members, key=lambda each: len(members[each])) if random.random() < 0.7 else random.choice([*members])
        raw = pile.packed({**members, name: mutate(members[name], random)})
    elif random.random() < 0.6 and ending == ".txt.gz":
        raw = gzip.compress(mutate(gzip.decompress(raw), random), 1)
    else:
        raw = mutate(raw, random)
    return random.choice([*files()]) if random.random() < 0.1 else ending, raw


@cache
def words() -> tuple[list[str], list[str]]:
    """The lexicon's sentences and its words."""
    found = [text for path in sorted(LEXICON.glob("*.toml")) for text in _strings(load_lexicon(path.stem))]
    found = [text for text in dict.fromkeys(found) if 0 < len(text) < 400]
    return [text for text in found if text.count(" ") > 3], [text for text in found if text.count(" ") <= 3]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from _strings(each)


def compose_text(random: Random, length: int = 40) -> str:
    """A text of sentences and words that rules look for, joined as they come, broken here and there."""
    sentences, single = words()
    parts: list[str] = []
    for _ in range(random.randrange(1, length)):
        kind = random.random()
        if kind < 0.15:
            tokens = random.choice(sentences).split(" ")
            start = random.randrange(len(tokens))
            parts.append(" ".join(tokens[start:] if random.random() < 0.5 else tokens))
        elif kind < 0.4:
            parts.append(random.choice(NUMBERS))
        elif kind < 0.95:
            word = random.choice(single)
            parts.append(random.choice((word, word.title(), word.upper())) if random.random() < 0.3 else word)
        else:
            parts.append(chr(random.choice((random.randrange(32, 0xD800), random.randrange(0xE000, 0x110000)))))
        parts.append(random.choice(GLUE) * (random.choice((2, 40)) if random.random() < 0.03 else 1))
    return "".join(parts)
