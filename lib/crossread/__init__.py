"""Crossread lays many articles' accounts of one story side by side: the figures they claim and whom they name."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossread.extracting.names.step import NamesError
    from crossread.loading import extract, load
    from crossread.reading.articles import Article, Corpus, CorpusError, read_corpus
    from crossread.table_files import TablesError, read_tables, write_tables
    from crossread.tables import Tables

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Corpus",
    "CorpusError",
    "NamesError",
    "Tables",
    "TablesError",
    "__version__",
    "extract",
    "load",
    "read_corpus",
    "read_tables",
    "write_tables",
]

_HOMES = {
    "Article": "reading.articles",
    "Corpus": "reading.articles",
    "CorpusError": "reading.articles",
    "NamesError": "extracting.names.step",
    "Tables": "tables",
    "TablesError": "table_files",
    "extract": "loading",
    "load": "loading",
    "read_corpus": "reading.articles",
    "read_tables": "table_files",
    "write_tables": "table_files",
}
"""Where each public name is defined: it is imported on first use, so that `import crossread` comes at once."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
