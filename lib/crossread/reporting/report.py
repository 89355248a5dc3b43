"""From a corpus to a folder of reports: extract once, run the notebooks, write pages and an index."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pandas as pd
from markupsafe import Markup
from tqdm import tqdm

from crossread import __version__
from crossread.extracting.names.step import NamesError
from crossread.linking.compare import apply_comparisons, find_sides, list_claims, rank_groups
from crossread.loading import extract
from crossread.reading.articles import read_corpus
from crossread.reporting.changes.earlier import MARK, Since, compare_with, read_earlier
from crossread.reporting.changes.page import PAGE, tell_changes, write_changes
from crossread.reporting.evidence import format_interval
from crossread.reporting.evidence_pages import write_article_pages
from crossread.reporting.findings.findings import Finding, findings_html, tell_findings, tell_headlines
from crossread.reporting.links import resolve_links
from crossread.reporting.notebooks import Run, choose, run_notebooks
from crossread.reporting.pages import ChartFile, notebook_html, notebook_title, render, save_charts
from crossread.reporting.pdf import find_browser, print_pages
from crossread.tables import Tables, has_tables, read_tables, write_tables

SHOWN = 6  # names of each type on the index page
FINDINGS = {"differ": 8, "agree": 4, "headlines": 4}  # told on the index page


class OutputError(Exception):
    """The folder for a report holds something else."""


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
    quiet: bool = False,
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
        quiet: Whether to leave out the progress bars.

    Returns:
        The report.

    Raises:
        BrowserError: There is no browser to print with.
        ParameterError: A notebook or parameter is unknown or a value is of the wrong type.
        OutputError: `out` exists and is not a report.
        CorpusError: There is no article to read, or a setting beside the articles is not understood.
        NamesError: The names step cannot be used.
        TablesError: The folder's tables are not whole, or `since` holds none.
    """
    given = given or {}
    browser = find_browser() if pdf else None
    chosen = choose(names, given)
    _check_replaceable(out)
    check_writable(out)
    earlier = None if since is None else read_earlier(since)
    tables = _tables(corpus, names_step, quiet=quiet)
    changed = compare_with(earlier, tables)
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.parent / f".{out.name}-{uuid4().hex[:8]}"
    try:
        write_tables(tables, draft / "tables", "parquet")
        write_tables(tables, draft / "tables", "csv")
        running = run_notebooks(chosen, draft / "notebooks", "../tables")
        bar = tqdm(running, total=len(chosen), desc="notebooks", unit="notebook", disable=quiet)
        runs = tuple(sorted(bar, key=lambda run: run.name))
        unprinted = _write_pages(draft, tables, runs, chosen, corpus, changed, browser)
        whole = all(run.error is None for run in runs)
        folder = out if whole or not out.exists() else out.with_name(f"{out.name}.incomplete")
        _check_replaceable(folder)
        _replace(folder, draft)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Report(folder, tables, runs, changed, unprinted)


def _tables(corpus: Path, names_step: str | None, *, quiet: bool) -> Tables:
    if not has_tables(corpus):
        bar = partial(tqdm, desc="articles", unit="article", disable=quiet)
        return extract(read_corpus(corpus), bar, names_step)
    if names_step is not None:
        raise NamesError(f"'{corpus}' holds tables, whose names are found already: give --names with articles")
    return read_tables(corpus)


def check_writable(folder: Path) -> None:
    """Refuse a folder that cannot be made or written, before any work is done for it.

    Args:
        folder: A folder, there or not.

    Raises:
        OutputError: Nothing can be written there.
    """
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    try:
        with TemporaryDirectory(prefix=".", dir=there):
            pass
    except OSError as error:
        raise OutputError(f"cannot write '{folder}': {error.strerror} in '{there}'") from error


def _check_replaceable(folder: Path) -> None:
    """Refuse to replace what no report has written."""
    if folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir())):
        return
    if folder.exists():
        raise OutputError(f"'{folder}' exists and is not a report: choose another folder with --out")


def _replace(folder: Path, draft: Path) -> None:
    """Put the draft in the folder's place; should that fail, the old report comes back."""
    old = folder.parent / f".{folder.name}-{uuid4().hex[:8]}"
    if folder.exists():
        folder.rename(old)
    try:
        draft.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write_pages(
    folder: Path,
    tables: Tables,
    runs: Sequence[Run],
    chosen: Mapping[Path, dict[str, Any]],
    corpus: Path,
    since: Since | None,
    browser: Path | None,
) -> dict[str, str]:
    """Write all pages, and PDFs if there is a browser; return the pages that it did not print, with the reason."""
    titles = {run.name: notebook_title(run.path) if run.path.is_file() else run.name for run in runs}
    if since is not None:
        titles |= {PAGE: "What changed"}
        write_changes(since, tables, folder, titles)
    charts: dict[str, list[ChartFile]] = {}
    for run in runs:
        charts[run.name] = save_charts(run.path, folder / "charts") if run.path.is_file() else []
        html = notebook_html(run.path, charts[run.name]) if run.path.is_file() else ""
        body = Markup(html)  # noqa: S704 - nbconvert's own markup, in which article text is escaped
        page = render(
            "notebook.html.j2", corpus=tables.title, title=titles[run.name], titles=titles, run=run, body=body
        )
        (folder / f"{run.name}.html").write_text(page, encoding="utf-8")
    write_article_pages(tables, folder, titles)
    parameters = {path.stem: values for path, values in chosen.items() if values}
    made = datetime.now(UTC)
    index = partial(
        render,
        "index.html.j2",
        **_summary(tables),
        run=None,
        corpus=tables.title,
        titles=titles,
        runs=runs,
        charts=charts,
        parameters=parameters,
        tables=sorted(path.name for path in (folder / "tables").iterdir()),
        since=since,
        changed=[] if since is None else tell_changes(since.changes),
        made=made,
        version=__version__,
    )
    unprinted = _write_index(folder, index, titles, browser)
    mark: dict[str, Any] = {"crossread": __version__, "corpus": corpus.name, "title": tables.title}
    mark |= {"parameters": parameters, "made": made.isoformat(timespec="seconds")}
    mark |= {} if since is None else {"since": since.earlier.name}
    mark["failed"] = {run.name: run.error for run in runs if run.error is not None}
    (folder / MARK).write_text(json.dumps(mark, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return unprinted


def _write_index(
    folder: Path, index: Callable[..., str], notebooks: Iterable[str], browser: Path | None
) -> dict[str, str]:
    """Write the index page, print it after the others, and let it link what was printed."""
    page = folder / "index.html"
    page.write_text(index(printed=()), encoding="utf-8")
    if browser is None:
        return {}
    pages = [*notebooks, "index"]
    unprinted = print_pages(browser, folder, pages)
    page.write_text(index(printed=[name for name in pages if name not in unprinted]), encoding="utf-8")
    return unprinted


def _findings(claims: pd.DataFrame, own: pd.DataFrame, tables: Tables) -> dict[str, Any]:
    """What the index page says of groups that differ or agree, and of headlines: the first, and how many more."""
    groups = rank_groups(claims)
    split = find_sides(claims).groupby("group").size().reindex(groups.group).to_numpy() > 1
    told: dict[str, Any] = {}
    for name, rows in (("differ", groups[split]), ("agree", groups[~split])):
        told |= _shown(name, tell_findings(claims, rows.head(FINDINGS[name]), tables), len(rows))
    headlines = tell_headlines(own)
    return told | _shown("headlines", headlines[: FINDINGS["headlines"]], len(headlines))


def _shown(name: str, findings: Sequence[Finding], of: int) -> dict[str, Any]:
    markup = Markup(resolve_links(findings_html(findings))) if findings else ""  # noqa: S704 - escaped by its template
    return {name: markup, f"more_{name}": of - len(findings)}


def _summary(tables: Tables) -> dict[str, Any]:
    """What the index page says of the corpus itself."""
    articles, figures, entities = tables.articles, tables.figures, tables.entities
    dates = articles.published.dropna()
    claims = list_claims(figures, articles)
    by_user = apply_comparisons(claims, tables.comparisons, entities)
    return {
        "articles": articles.to_dict("records"),
        "words": int(articles.words.sum()),
        "outlets": sorted(articles.outlet.dropna().unique()),
        "first": dates.min() if len(dates) else None,
        "last": dates.max() if len(dates) else None,
        "counts": {name: len(frame) for name, frame in tables.frames().items()},
        "unsourced": int(figures.source.isna().sum()),
        **_findings(pd.concat([by_user, claims], ignore_index=True) if len(by_user) else claims, claims, tables),
        "names": {kind: rows.head(SHOWN).to_dict("records") for kind, rows in entities.groupby("type")},
        "names_step": tables.names_step,
        "vague": {phrase: format_interval("range", *ends) for phrase, ends in tables.vague.items()},
        "corrections": tables.corrections.to_dict("records"),
        "problems": tables.problems.to_dict("records"),
        "removed": tables.furniture.groupby("reason").size().to_dict(),
        "unread": articles[articles.language != "en"].article_id.tolist(),
        "copies": articles[articles.duplicate_of.notna()][["article_id", "duplicate_of"]].to_dict("records"),
    }
