"""Crossread lays many articles' accounts of one story side by side: the figures they claim and whom they name."""

__version__ = "0.1.0"

from crossread.extracting.names.step import NamesError
from crossread.loading import extract, load
from crossread.reading.articles import Article, Corpus, CorpusError, read_corpus
from crossread.table_files import TablesError, read_tables, write_tables
from crossread.tables import Tables

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
