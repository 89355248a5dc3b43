"""Records of articles: which column holds what, and a record to a draft."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crossread.lexicon import load_lexicon
from crossread.reading.drafts import Draft, Problem
from crossread.reading.files import MAX_CHARACTERS, TOO_LONG, File
from crossread.reading.metadata import KEYS, is_encodable, parse_metadata, parse_text

COLUMNS_NOTE = "columns: "
FIELDS = ("text", "id", *KEYS)


def guess_columns(names: Sequence[str], stated: Mapping[str, str]) -> dict[str, str]:
    """Find out which column holds what.

    Args:
        names: The columns of a table, the keys of a record.
        stated: What the user says, such as `{"text": "body"}`.

    Returns:
        The column of each field that one is found for.
    """
    found = {field: name for field, name in stated.items() if name in names}
    plain = {_plain(name): name for name in reversed(names)}
    for field in FIELDS:
        usual = (plain.get(each) for each in _usual_names(field))
        if field not in found and (name := next((each for each in usual if each and each not in found.values()), None)):
            found[field] = name
    return found


def explain_columns(names: Sequence[str], stated: Mapping[str, str]) -> str:
    """Say why a table has no texts that could be read.

    Args:
        names: Its columns.
        stated: What the user says of them.

    Returns:
        The reason for the problem's row.
    """
    columns = guess_columns(names, stated)
    shown = ", ".join(map(repr, names[:12])) + (" ..." if len(names) > 12 else "")
    if (asked := stated.get("text")) is not None:
        return f"no column {asked!r}, stated as text; its columns are {shown}"
    if "url" in columns:
        return f"a list of links (column {columns['url']!r}) without texts: save the pages and give their folder"
    return f"no column of texts among {shown}: say which it is with --column text=NAME"


def parse_columns(options: Sequence[str]) -> dict[str, str]:
    """Read what the user says of columns.

    Args:
        options: Texts such as "text=body".

    Returns:
        The column of each field.

    Raises:
        ValueError: One is not understood.
    """
    stated = {}
    for option in options:
        field, sign, name = option.partition("=")
        if not sign or not name or field not in FIELDS:
            raise ValueError(
                f"--column {option!r} is not understood: write FIELD=NAME, FIELD being {', '.join(FIELDS)}"
            )
        stated[field] = name
    return stated


def read_record(record: Mapping[str, object], file: File, number: int, note: str | None) -> Iterator[Draft | Problem]:
    """Read one record.

    Args:
        record: Its keys and values.
        file: The file that it is from.
        number: Its line or row.
        note: What is known of how the file was read.

    Yields:
        A draft, and before it the problems that leave the article standing.

    Raises:
        ValueError: It holds no article.
    """
    columns = guess_columns(tuple(record), file.columns)
    text = record.get(columns["text"]) if "text" in columns else None
    if not isinstance(text, str):
        if "text" in columns:
            raise ValueError(f"no usable text: {describe(text)}")
        raise ValueError(
            "no usable text: the key is missing" if len(record) == 0 else explain_columns(tuple(record), file.columns)
        )
    if len(text) > MAX_CHARACTERS:
        raise ValueError(TOO_LONG)
    if not is_encodable(text):
        raise ValueError("no usable text: it has half a surrogate pair")
    metadata, reasons = parse_metadata(
        {key: _plain_value(key, record.get(columns[key])) for key in KEYS if key in columns}
    )
    yield from (Problem(file.name, number, reason) for reason in reasons)
    given = record.get(columns["id"]) if "id" in columns else None
    article_id = "" if given is None else parse_text(given)
    renamed = [
        f"{field} from {name!r}" for field, name in columns.items() if field != "id" and _plain(field) != _plain(name)
    ]
    notes = [each for each in (note, COLUMNS_NOTE + ", ".join(renamed) if renamed else None) if each]
    yield Draft(
        article_id=article_id or f"{file.stem}:{number}",
        path=file.name,
        metadata=metadata.over(file.metadata),
        line=number,
        text=text,
        note="; ".join(notes) or None,
    )


def describe(value: object) -> str:
    """Say what kind of JSON value something is."""
    names = {type(None): "null", bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")


def _plain_value(key: str, value: object) -> object:
    """Authors may be listed, and a table's numbers be whole only in truth."""
    if key == "author" and isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(map(str, value))
    return int(value) if isinstance(value, float) and value.is_integer() and key in ("story", "section") else value


@cache
def _usual_names(field: str) -> tuple[str, ...]:
    return tuple(map(_plain, load_lexicon("columns")[field]))


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
