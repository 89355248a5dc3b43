"""A folder or file to a corpus of articles: which reader for which file, and what could not be read."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from crossread.reading.columns import COLUMNS_NOTE
from crossread.reading.comparisons import Comparison
from crossread.reading.conventions import LEXICON, Conventions
from crossread.reading.dates import is_of_news
from crossread.reading.decoding import repair
from crossread.reading.drafts import Article, CorpusError, Draft, Problem, Removed
from crossread.reading.files import MAX_CHARACTERS, TOO_LONG, File, find_files, readable, relative
from crossread.reading.formats import list_endings, read_file
from crossread.reading.guesses import Guess, apply_guesses, guess_all, guess_by_dateline, tell_guesses
from crossread.reading.languages import identify
from crossread.reading.manifest import NAME, Entry, Manifest, read_manifest
from crossread.reading.metadata import Metadata
from crossread.reading.text import compose

__all__ = ["Article", "Corpus", "CorpusError", "Problem", "Removed", "read_corpus"]

Progress = Callable[[Iterable[Path]], Iterable[Path]]
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in the order of their files, and what could not be read.

    `folder` is where they are, None for those that come from no file; `names` is the names step that the manifest asks
    for, `conventions` how it counts, `comparisons` what it lays on one axis. `guesses` tells what was guessed of
    articles, as is done where there is no manifest.
    """

    title: str
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    folder: Path | None = None
    names: str | None = None
    conventions: Conventions = LEXICON
    comparisons: tuple[Comparison, ...] = ()
    guesses: str = ""


def _silently(files: Iterable[Path]) -> Iterable[Path]:
    return files


def check_exists(path: Path) -> None:
    """Make sure that there is a corpus to read, before anything else is made ready.

    Args:
        path: The folder or file.

    Raises:
        CorpusError: There is none.
    """
    if not os.path.lexists(path):
        raise CorpusError(f"no such file or folder: '{path}'; give a folder of articles, or one file")


def read_corpus(
    path: str | Path,
    progress: Progress = _silently,
    columns: Mapping[str, str] = NO_COLUMNS,
    *,
    guess: bool = True,
    follow_links: bool = False,
) -> Corpus:
    """Read all articles in a folder, or in one file.

    Args:
        path: A folder, searched with its subfolders and described by its `corpus.toml` if it has one; or a file.
        progress: Wrapped around the list of files, for instance `tqdm`.
        columns: Which column of tables and records holds the text and so on, where that cannot be guessed.
        guess: Whether to guess outlets, dates and stories of files where there is no `corpus.toml`.
        follow_links: Whether to follow links that lead out of the folder.

    Returns:
        The corpus. What could not be read is among its problems; the rest of the corpus is whole.

    Raises:
        CorpusError: There is nothing to read, nothing could be read, or `corpus.toml` is not understood.
    """
    path = Path(path)
    check_exists(path)
    if path.is_dir():
        folder = path
        files, problems = find_files(folder, follow_links=follow_links)
        manifest = read_manifest(folder)
    else:
        folder, files, problems, manifest = path.parent, [path], [], Manifest(None, None, {}, {})
    if not files and not problems:
        raise CorpusError(f"no articles in '{path}': put files of these kinds there: {', '.join(list_endings())}")

    columns = {**manifest.columns, **columns}
    assembly = _Assembly(manifest)
    for problem in problems:
        assembly.add(problem)
    for file in progress(files):
        for found in _read_file(file, File(relative(file, folder), file, columns=columns)):
            assembly.add(found)
    if not assembly.articles:
        first = assembly.problems[0]
        raise CorpusError(
            f"no articles in '{path}': files found: {len(files)}, articles read: 0; "
            f"the first problem is {first.path}: {first.reason}"
        )
    assembly.check_manifest({relative(file, folder) for file in files})
    articles, guesses = tuple(assembly.articles.values()), ""
    if guess and not manifest.given:
        articles, guesses = _guess_files(articles)
    guesses = "; ".join(filter(None, (guesses, *_tell_columns(articles))))
    name = path.resolve().name if path.is_dir() else path.stem  # "." has no name of its own
    return Corpus(
        title=manifest.title or readable(name),
        articles=articles,
        problems=tuple(assembly.problems),
        folder=folder,
        names=manifest.names,
        conventions=manifest.conventions,
        comparisons=manifest.comparisons,
        guesses=guesses,
    )


def _tell_columns(articles: Iterable[Article]) -> list[str]:
    """Which columns hold what, for each file where their names do not say so by themselves."""
    notes = ((article.path, (article.note or "").partition(COLUMNS_NOTE)[2]) for article in articles)
    return list(dict.fromkeys(f"{path}: {note}" for path, note in notes if note))


def _guess_files(articles: tuple[Article, ...]) -> tuple[tuple[Article, ...], str]:
    """Articles with what is guessed of those that are files; records tell of themselves, but for a dateline's day."""
    used = [
        found if article.whole_file else _guess_record(article)
        for article, found in zip(articles, guess_all(articles), strict=True)
    ]
    return tuple(apply_guesses(*each) for each in zip(articles, used, strict=True)), tell_guesses(used)


def _guess_record(article: Article) -> dict[str, Guess]:
    day = guess_by_dateline(article) if article.published is None else None
    return {} if day is None else {"published": day}


def _read_file(path: Path, file: File) -> Iterator[Draft | Problem]:
    try:
        regular, there = path.is_file(), path.exists()
    except OSError as error:
        yield Problem(file.name, None, f"cannot be opened: {error.strerror or error}")
        return
    if regular:
        yield from read_file(file)
    else:  # a pipe would be waited for without end
        yield Problem(file.name, None, "not a regular file" if there else "a link that leads nowhere")


class _Assembly:
    """The corpus while it is being read: articles by id, problems, and the manifest's entries that were of use."""

    def __init__(self, manifest: Manifest) -> None:
        self.articles: dict[str, Article] = {}
        self.problems: list[Problem] = []
        self._manifest = manifest
        self._used: set[str] = set()

    def add(self, found: Draft | Problem) -> None:
        """Take what a reader found."""
        if isinstance(found, Problem):
            self.problems.append(found)
            return
        entries = self._manifest.entries_for(found)
        self._used.update(entry.name for entry in entries)
        article = _finish(found, entries, self._manifest.defaults)
        if article.published is not None and not is_of_news(article.published):
            reason = f"published left out: {article.published} is no day of the news"
            self.problems.append(Problem(found.path, found.line, reason))
            article = replace(article, published=None)
        if not any(map(str.isalnum, article.text)):
            self.problems.append(Problem(found.path, found.line, _explain_empty(article)))
            return
        if len(article.text) > MAX_CHARACTERS:
            self.problems.append(Problem(found.path, found.line, TOO_LONG))
            return
        if article.article_id in self.articles and article.article_id == found.article_id:
            article = replace(article, article_id=_path_id(found))  # "bbc/1.txt" beside "cnn/1.txt"
        if (first := self.articles.get(article.article_id)) is not None:
            reason = f"repeated id {article.article_id!r}, kept from {first.path}; give it another id in {NAME}"
            self.problems.append(Problem(found.path, found.line, reason))
        else:
            self.articles[article.article_id] = article

    def check_manifest(self, names: set[str]) -> None:
        """Report the manifest's entries about files and records that are not there."""
        for entry in (*self._manifest.by_file.values(), *self._manifest.by_id.values(), *self._manifest.patterns):
            # A file that is there but could not be read has its own problem already.
            if entry.name not in self._used and entry.file not in names:
                self.problems.append(Problem(NAME, None, f"the entry for {entry.name} names no article"))
        for comparison in self._manifest.comparisons:
            for article_id in comparison.articles:
                if article_id not in self.articles:
                    reason = f"[[comparison]] {comparison.title!r} names no article: {article_id!r}"
                    self.problems.append(Problem(NAME, None, reason))


def _path_id(draft: Draft) -> str:
    """An id from the whole path, for an article whose id is not its own but its file's."""
    path = PurePosixPath(draft.path)
    if draft.line is None:
        return path.with_suffix("").as_posix()
    return (
        f"{draft.path}:{draft.line}"
        if draft.article_id == f"{File(draft.path).stem}:{draft.line}"
        else draft.article_id
    )


def _explain_empty(article: Article) -> str:
    if article.removed:
        return f"empty article: all {len(article.removed)} paragraphs are page furniture"
    return "empty article: it has no words"


def _finish(draft: Draft, entries: list[Entry], defaults: Metadata) -> Article:
    """Lay the manifest's word over the draft's, and put the text together."""
    metadata = Metadata()
    article_id = draft.article_id
    for entry in entries:
        metadata = metadata.over(entry.metadata)
        if entry.file is not None and not entry.is_pattern and draft.line is None:
            article_id = entry.article_id or article_id
    metadata = metadata.over(draft.metadata).over(defaults)
    title, text, removed = metadata.title, draft.text, tuple[Removed, ...]()
    if text is None:
        title, text, removed = compose(
            tuple(map(repair, draft.paragraphs)), title and repair(title), is_clean=draft.clean
        )
        following = enumerate(draft.removed, start=len(draft.paragraphs))
        removed += tuple(replace(part, paragraph=number) for number, part in following)
    language, inferred = _tell_language(metadata, text)
    return Article(
        article_id=article_id,
        text=text,
        title=title,
        outlet=metadata.outlet,
        author=metadata.author,
        url=metadata.url,
        published=metadata.published,
        language=language,
        story=metadata.story,
        section=metadata.section,
        path=draft.path,
        inferred=inferred,
        removed=removed,
        note=draft.note,
        whole_file=draft.line is None,
    )


def _tell_language(metadata: Metadata, text: str) -> tuple[str, tuple[str, ...]]:
    """The stated language, or the identified one: it counts as a guess where it is not English, which is the rule."""
    weak = "language" in metadata.inferred  # a page's template often says "en" whatever the article is in
    inferred = tuple(key for key in metadata.inferred if key != "language")
    if metadata.language is not None and not weak:
        return metadata.language, inferred
    language = identify(text) or metadata.language or "en"
    return language, inferred if language == "en" else (*inferred, "language")
