"""From a corpus to a folder of reports: extract once, run the notebooks, write pages and an index."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event

from markupsafe import Markup
from tqdm import tqdm

from crossread import __version__
from crossread.extracting.names.step import NamesError
from crossread.linking.changes import find_changes
from crossread.loading import extract
from crossread.marks import REPORT, identify, write_mark
from crossread.output import replacing
from crossread.reading.articles import Corpus, read_corpus
from crossread.reporting.article_pages import write_article_pages
from crossread.reporting.changes import PAGE, Since, read_earlier, tell_changes, write_changes
from crossread.reporting.executed import ChartFile, notebook_html, notebook_title, save_charts
from crossread.reporting.index_page import tell_corpus, write_index
from crossread.reporting.notebooks import Value, choose
from crossread.reporting.pages import render
from crossread.reporting.pdf import find_browser, print_pages
from crossread.reporting.running import SECONDS, Run, running_notebooks
from crossread.table_files import has_tables, read_tables, write_files
from crossread.tables import Tables

Chosen = Mapping[Path, Mapping[str, Value]]  # notebooks and their parameters


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was written: where, from what, how its notebooks went, and what changed since an earlier one."""

    folder: Path
    tables: Tables
    runs: tuple[Run, ...]
    since: Since | None = None
    unprinted: Mapping[str, str] = field(default_factory=dict)  # pages that have no PDF, with the reason

    @property
    def failed(self) -> tuple[Run, ...]:
        """The notebooks that did not run to their end."""
        return tuple(run for run in self.runs if run.error is not None)


def write_report(
    corpus: Path,
    out: Path,
    names: Sequence[str] = (),
    given: Mapping[str, str] | None = None,
    *,
    names_step: str | None = None,
    since: Path | None = None,
    pdf: bool = False,
    seconds: int = SECONDS,
    quiet: bool = False,
    columns: Mapping[str, str] | None = None,
    follow_links: bool = False,
) -> Report:
    """Write the reports of a corpus into a folder.

    The report is made beside the folder and takes its place only when it is whole. If a notebook fails while an
    earlier report stands there, that one stays, and the new one goes to `OUT.incomplete`.

    Args:
        corpus: A folder or file of articles, or a folder of tables.
        out: The folder to write; made anew, or the report in it replaced.
        names: Notebooks to run; all if empty.
        given: Notebook parameters as text.
        names_step: How to find names, as `extract` takes it.
        since: The folder of an earlier report, or of tables, to tell what changed since; may be `out`.
        pdf: Whether to print the index and the notebooks' pages as PDFs, too.
        seconds: How long one cell of a notebook may take.
        quiet: Whether to leave out the progress bars.
        columns: Which column of tables holds what, as `read_corpus` takes it.
        follow_links: Whether to read what links in the corpus point to outside of it.

    Returns:
        The report.

    Raises:
        BrowserError: There is no browser to print with.
        ParameterError: A notebook or parameter is unknown or a value is of the wrong type.
        OutputError: `out` holds something else than a report, or lies in the corpus, or holds it.
        CorpusError: There is no article to read, or a setting beside the articles is not understood.
        NamesError: The names step cannot be used.
        TablesError: The folder's tables are not whole, or `since` holds none.
    """
    browser = find_browser() if pdf else None
    chosen = choose(names, given or {})
    with replacing(out, REPORT, corpus) as draft:
        earlier = None if since is None else read_earlier(since)
        files = partial(tqdm, desc="files", unit="file", disable=quiet, leave=False)
        read = partial(read_corpus, progress=files, columns=columns or {}, follow_links=follow_links)
        opened, ready = _open(corpus, names_step, read), Event()
        with running_notebooks(chosen, draft.folder / "notebooks", "../tables", ready, seconds) as running:
            bar = partial(tqdm, desc="articles", unit="article", disable=quiet)
            tables = opened if isinstance(opened, Tables) else extract(opened, bar, names_step)
            write_files(tables, draft.folder / "tables", "parquet")
            ready.set()
            write_files(tables, draft.folder / "tables", "csv")
            runs = tqdm(running, total=len(chosen), desc="notebooks", unit="notebook", disable=quiet)
            report = Report(
                draft.folder, tables, (), Since(earlier, find_changes(earlier.tables, tables)) if earlier else None
            )
            report = _write_pages(report, runs, chosen, corpus, browser)
        if report.failed and out.exists():
            draft.place = out.with_name(f"{out.name}.incomplete")
    return replace(report, folder=draft.place)


def _open(corpus: Path, names_step: str | None, read: Callable[[Path], Corpus]) -> Corpus | Tables:
    if not has_tables(corpus):
        return read(corpus)
    if names_step is not None:
        raise NamesError(f"'{corpus}' holds tables, whose names are found already: give --names with articles")
    return read_tables(corpus)


def _write_pages(report: Report, running: Iterable[Run], chosen: Chosen, corpus: Path, browser: Path | None) -> Report:
    """Write all pages, what needs no notebook first, and PDFs if there is a browser.

    Returns the report with its runs, and with the pages that were not printed.
    """
    folder, tables, since = report.folder, report.tables, report.since
    titles = {path.stem: notebook_title(path) for path in sorted(chosen)}
    if since is not None:
        titles |= {PAGE: "What changed"}
        write_changes(since, tables, folder, titles)
    write_article_pages(tables, folder, titles)
    told = tell_corpus(tables)
    charts, runs = {}, []
    for run in running:
        charts[run.name] = _write_notebook_page(report, run, titles)
        runs.append(run)
    report = replace(report, runs=tuple(sorted(runs, key=lambda run: run.name)))
    parameters = {path.stem: values for path, values in chosen.items() if values}
    told |= {
        "corpus": tables.title,
        "titles": titles,
        "runs": report.runs,
        "charts": charts,
        "parameters": parameters,
        "tables": sorted(path.name for path in (folder / "tables").iterdir()),
        "since": since,
        "changed": [] if since is None else tell_changes(since.changes),
        "made": datetime.now(UTC),
        "version": __version__,
    }
    write_index(folder, told)
    if browser is not None:
        report = replace(report, unprinted=print_pages(browser, folder, [*titles, "index"]))
        write_index(folder, told, printed={*titles, "index"} - report.unprinted.keys())
    _write_mark(report, told["made"], parameters, corpus)
    return report


def _write_notebook_page(report: Report, run: Run, titles: Mapping[str, str]) -> list[ChartFile]:
    """Write the page of an executed notebook; return its charts."""
    charts = save_charts(run.path, report.folder / "charts") if run.path.is_file() else []
    html = notebook_html(run.path, charts) if run.path.is_file() else ""
    body = Markup(html)  # noqa: S704 - nbconvert's own markup, in which article text is escaped
    told = {"corpus": report.tables.title, "title": titles[run.name], "titles": titles, "run": run, "body": body}
    (report.folder / f"{run.name}.html").write_text(render("notebook.html.j2", **told), encoding="utf-8")
    return charts


def _write_mark(report: Report, made: datetime, parameters: Mapping[str, Mapping[str, Value]], corpus: Path) -> None:
    """Mark the folder as a report's, with what it was made from."""
    told: dict[str, object] = {"corpus": corpus.name, "title": report.tables.title, "source": identify(corpus)}
    told |= {"parameters": parameters, "made": made.isoformat(timespec="seconds")}
    told |= {} if report.since is None else {"since": report.since.earlier.name}
    write_mark(report.folder, REPORT, told | {"failed": {run.name: run.error for run in report.failed}})
