"""A first `corpus.toml` for a folder: what its articles say of themselves and what was guessed, to be confirmed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crossread.reading.articles import Corpus, read_corpus
from crossread.reading.drafts import Article, CorpusError
from crossread.reading.guesses import Guess, guess_all
from crossread.reading.manifest import NAME

_HEAD = """\
# What is known of the articles in this folder, written by `crossread init`. What stands here wins over the files.
# Lines marked "guess" come from names of files and folders, links and datelines: put each right, or delete it. What you
# have confirmed, take out of `inferred`.

title = {title}

# For all articles of which nothing else is known:
# [defaults]
# outlet = "..."
# story = "..."
# language = "en"

# One entry can stand for many files: file = "2024-05-14/*.html"
"""
_KEYS = ("title", "outlet", "author", "published", "story")


def write_proposal(folder: Path, columns: Mapping[str, str]) -> tuple[Path, Corpus]:
    """Write a first `corpus.toml` into a folder of articles.

    Args:
        folder: The folder.
        columns: Which column of tables holds what, as `read_corpus` takes it.

    Returns:
        The file, and the corpus that it is about.

    Raises:
        CorpusError: There is one already, or nothing to read, or it cannot be written.
    """
    path = folder / NAME
    if folder.is_file():
        raise CorpusError(f"'{folder}' is a file: give the folder that it is in")
    if path.exists():
        raise CorpusError(f"'{path}' exists already: rename it, to have another written")
    corpus = read_corpus(folder, columns=columns, guess=False)
    lines = [_HEAD.format(title=_quote(corpus.title))]
    lines += _entries(corpus.articles)
    lines += [f"# Not read: {_flat(problem.path)}: {_flat(problem.reason)}" for problem in corpus.problems]
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise CorpusError(f"cannot write '{path}': {error.strerror or error}") from error
    return path, corpus


def _entries(articles: Sequence[Article]) -> Iterator[str]:
    """An entry for each article that is a file, a remark for each file of many."""
    guesses = guess_all(articles)
    by_path: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        by_path.setdefault(article.path or "", []).append(number)
    for path, numbers in by_path.items():
        if len(numbers) == 1 and articles[numbers[0]].whole_file:
            yield _entry(path, articles[numbers[0]], guesses[numbers[0]])
        else:
            first = articles[numbers[0]].article_id
            yield f"# {_flat(path)}: {len(numbers)} articles; name one by its id, such as {_quote(first)}\n"


def _entry(path: str, article: Article, guesses: Mapping[str, Guess]) -> str:
    lines = ["[[article]]", f"file = {_quote(path)}"]
    for key in _KEYS:
        value, guess = getattr(article, key), guesses.get(key)
        if guess is not None:
            shown = guess.value.isoformat() if not isinstance(guess.value, str) else _quote(guess.value)
            lines.append(f"{key} = {shown}  # guess, from {guess.reason}: confirm")
        elif value is not None:
            lines.append(f"{key} = {value.isoformat() if key == 'published' else _quote(value)}")
        else:
            lines.append(f"# {key} = ")
    inferred = [
        key for key in _KEYS if key in guesses or (key in article.inferred and getattr(article, key) is not None)
    ]
    lines += [f"inferred = {json.dumps(inferred)}"] if inferred else []
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    """A TOML string; JSON writes the same, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _flat(text: str) -> str:
    return " ".join(text.split())
