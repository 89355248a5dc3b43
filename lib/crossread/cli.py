"""The command `crossread`.

What only one command needs is imported in it, so that help and errors come at once.
"""

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from crossread import __version__

if TYPE_CHECKING:
    from crossread.reporting.report import Report
    from crossread.tables import Tables

FORMATS = ("parquet", "csv", "jsonl", "sqlite")  # as `write_tables` takes them
LAYOUTS = ("acled", "ucdp", "airwars", "ibc", "csv", "xlsx")  # as `export_tables` takes them
WRONG_INPUT = 2
FAILED = 1


def _say(text: str, *, err: bool = False) -> None:
    """Print a line, in which no title and no file name speaks to the terminal."""
    click.echo("".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text), err=err)


def _stop(error: Exception) -> NoReturn:
    """Say in one line what was wrong with the input."""
    _say(f"crossread: {error}", err=True)
    sys.exit(WRONG_INPUT)


def _parameter_help() -> str:
    """The notebooks and their parameters, for the help."""
    from crossread.reporting.notebooks import find_notebooks, read_parameters

    lines = []
    for name, path in find_notebooks().items():
        lines.append(f"  {name}")
        parameters = (p for p in read_parameters(path).values() if p.name != "corpus")
        lines.extend(f"    {p.name} ({p.type}, default {p.default})  {p.help}" for p in parameters)
    return "\b\nNotebooks and their parameters:\n" + "\n".join(lines)


class _ReportCommand(click.Command):
    """Appends the notebooks' parameters to the help, read only when it is asked for."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.epilog = _parameter_help()
        super().format_epilog(ctx, formatter)


names_option = click.option(
    "--names",
    "names_step",
    metavar="STEP",
    help="How to find names: crossread, or spacy:NAME for an installed pipeline. [default: what corpus.toml says]",
)

columns_option = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    callback=lambda _context, _option, given: _parse_columns(given),
    help="Which column of tables and records holds what, such as text=body; may be repeated. [default: guessed]",
)

links_option = click.option(
    "--follow-links", is_flag=True, help="Read what links in the corpus point to outside of it, too."
)


def _parse_columns(given: tuple[str, ...]) -> dict[str, str]:
    from crossread.reading.columns import parse_columns

    try:
        return parse_columns(given)
    except ValueError as error:
        _stop(error)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Lay many articles' accounts of one story side by side."""


@main.command(cls=_ReportCommand)
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Folder to write. [default: reports/CORPUS, or reports/CORPUS-NAME; beside a corpus that you are in]",
)
@click.option("--notebook", "notebooks", multiple=True, metavar="NAME", help="Run only this notebook; may be repeated.")
@click.option("-p", "parameters", multiple=True, nargs=2, metavar="NAME VALUE", help="Set a notebook's parameter.")
@names_option
@columns_option
@links_option
@click.option(
    "--pdf",
    is_flag=True,
    help="Print the index and the notebooks' pages (not the articles') as PDFs, too. Needs Chromium, Chrome or Edge"
    " installed, or named in CHROME_PATH.",
)
@click.option(
    "--since",
    metavar="REPORT",
    type=click.Path(path_type=Path),
    help="Tell what changed since an earlier report, which may be the one that is replaced.",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.IntRange(min=1),
    default=1800,
    show_default=True,
    help="How long one cell of a notebook may take.",
)
@click.option("--quiet", is_flag=True, help="Show no progress bars.")
def report(
    corpus: Path,
    out: Path | None,
    notebooks: tuple[str, ...],
    parameters: tuple[tuple[str, str], ...],
    names_step: str | None,
    columns: dict[str, str],
    follow_links: bool,
    pdf: bool,
    since: Path | None,
    timeout: int,
    quiet: bool,
) -> None:
    """Write the reports of CORPUS, a folder or file of articles or a folder of tables.

    Articles are text, web pages (HTML, MHTML, WARC, WACZ), PDF, DOCX, ODT, RTF, Markdown, mail, feeds, CSV, XLSX, JSON,
    Parquet, exports of Nexis, Factiva, ProQuest and Europresse, and zips of these.

    Exit codes: 0, all is written; 1, a notebook or a PDF failed, the others are written; 2, wrong input or no browser
    for --pdf, nothing is written; 130 or 143, stopped by Ctrl-C or SIGTERM, nothing is left.
    """
    from crossread.reading.articles import CorpusError, check_exists
    from crossread.reporting.notebooks import ParameterError, choose

    try:  # what is mistyped is told before all else is made ready
        check_exists(corpus)
        choose(notebooks, dict(parameters))
    except (CorpusError, ParameterError) as error:
        _stop(error)

    from crossread.extracting.names.step import NamesError
    from crossread.marks import REPORT, OutputError, check_same_source
    from crossread.reporting.pdf import BrowserError
    from crossread.reporting.report import write_report
    from crossread.stopping import stoppable
    from crossread.table_files import TablesError

    name = (corpus.resolve().name if corpus.is_dir() else corpus.stem) or "report"
    # A report of some notebooks does not take the place of the one of all.
    chosen, out = out is not None, out or _reports_of(corpus) / "-".join([name, *notebooks])
    try:
        with stoppable():
            if not chosen:
                check_same_source(out, REPORT, corpus)
            written = write_report(
                corpus,
                out,
                notebooks,
                dict(parameters),
                names_step=names_step,
                since=since,
                pdf=pdf,
                seconds=timeout,
                quiet=quiet,
                columns=columns,
                follow_links=follow_links,
            )
    except (BrowserError, CorpusError, NamesError, TablesError, ParameterError, OutputError) as error:
        _stop(error)
    except OSError as error:
        _stop(OutputError(f"cannot write '{out}': {error.strerror or error}"))
    for run in written.failed:
        _say(f"crossread: notebook {run.name!r} failed: {run.error} (see '{written.folder / run.name}.html')", err=True)
    for page, reason in written.unprinted.items():
        _say(f"crossread: no PDF of '{written.folder / page}.html': {reason}", err=True)
    changed = "" if written.since is None else f"; since {written.since.earlier.name!r}: {written.since.changes}"
    _say(f"{written.folder / 'index.html'}: {_told(written.tables)}{changed}")
    if written.failed:
        _tell_kept(out, written)
    if written.failed or written.unprinted:
        sys.exit(FAILED)


def _reports_of(corpus: Path) -> Path:
    """Where reports go: into `reports` here, but beside a corpus that here is in, for nothing is written into it."""
    root, here = corpus.resolve(), Path.cwd()
    inside = root.is_dir() and (here == root or root in here.parents)
    return Path(os.path.relpath(root.parent / "reports")) if inside else Path("reports")


def _tell_kept(out: Path, written: "Report") -> None:
    if written.folder != out:
        _say(f"crossread: '{out}' is kept as it was, for the new report is not whole", err=True)


def _told(tables: "Tables") -> str:
    """The last line of a run: what was found, which corrections were of no use, and what could not be read."""
    problems = tables.problems
    idle = tables.corrections[tables.corrections.mentions == 0].what
    told = f"{tables}; corrections that touch nothing: {', '.join(idle)}" if len(idle) else str(tables)
    if tables.guesses:
        told = f"{told}; guessed: {tables.guesses} (crossread init writes guesses down to confirm)"
    unread = int((tables.articles.language != "en").sum())
    if problems.empty:
        return f"{told}; {f'not English, so not analysed: {unread}' if unread else 'everything was read'}"
    first = problems.iloc[0]
    more = f" and {len(problems) - 1} more, see the report" if len(problems) > 1 else ""
    return f"{told}; not read: {first.path}: {first.reason}{more}"


@main.command()
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder to write the tables into.")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="parquet", show_default=True, help="File format.")
@names_option
@columns_option
@links_option
@click.option("--quiet", is_flag=True, help="Show no progress bars.")
def extract(
    corpus: Path,
    out: Path,
    kind: str,
    names_step: str | None,
    columns: dict[str, str],
    follow_links: bool,
    quiet: bool,
) -> None:
    """Read CORPUS, a folder or file of articles, and write what is found as tables."""
    from crossread.reading.articles import CorpusError, check_exists, read_corpus

    try:
        check_exists(corpus)
    except CorpusError as error:
        _stop(error)

    from tqdm import tqdm

    from crossread.extracting.names.step import NamesError
    from crossread.loading import extract as extract_corpus
    from crossread.marks import TABLES, OutputError
    from crossread.output import replacing
    from crossread.stopping import stoppable
    from crossread.table_files import write_files

    try:
        with stoppable(), replacing(out, TABLES, corpus) as draft:
            bar = partial(tqdm, desc="articles", unit="article", disable=quiet)
            files = partial(tqdm, desc="files", unit="file", disable=quiet, leave=False)
            tables = extract_corpus(read_corpus(corpus, files, columns, follow_links=follow_links), bar, names_step)
            write_files(tables, draft.folder, kind)
    except (CorpusError, NamesError, OutputError) as error:
        _stop(error)
    except OSError as error:
        _stop(OutputError(f"cannot write '{out}': {error.strerror or error}"))
    _say(f"{out}: {_told(tables)}")


@main.command()
@click.argument("folder", metavar="TABLES", type=click.Path(path_type=Path))
@click.option("--as", "layout", type=click.Choice(LAYOUTS), required=True, help="Whose columns, or a plain file.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="File to write, .csv or .xlsx. [default: named after TABLES, here]"
)
def export(folder: Path, layout: str, out: Path | None) -> None:
    """Write the events of TABLES, a folder of tables or a report, in the columns of those who record casualties.

    What no article tells is left empty. A plain csv or xlsx has a row for each event and what is counted of it, with
    its lowest, best and highest number, its sources and their sentences.
    """
    from crossread.exporting import ExportError, export_tables, write_export
    from crossread.exporting.export import choose_file
    from crossread.marks import OutputError
    from crossread.measuring.labels import plural
    from crossread.table_files import TablesError, has_tables, read_tables

    tables = folder / "tables" if has_tables(folder / "tables") else folder
    try:
        if not has_tables(tables):
            raise TablesError(f"'{folder}' holds no tables: write them with `crossread extract`")
        path = choose_file(layout, out, folder.resolve().name)
        path.parent.mkdir(parents=True, exist_ok=True)
        exported = export_tables(read_tables(tables), layout)
        write_export(exported, path)
    except (ExportError, OutputError, TablesError) as error:
        _stop(error)
    except OSError as error:
        _stop(OutputError(f"cannot write '{path}': {error.strerror or error}"))
    _say("; ".join([f"{path}: {plural(len(exported.table), 'row')}", *exported.notes]))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@columns_option
def init(folder: Path, columns: dict[str, str]) -> None:
    """Write a first corpus.toml into FOLDER: what its articles tell of themselves, and guesses to confirm."""
    from crossread.reading.articles import CorpusError
    from crossread.reading.proposal import write_proposal

    try:
        path, corpus = write_proposal(folder, columns)
    except CorpusError as error:
        _stop(error)
    _say(
        f"{path}: articles: {len(corpus.articles)}, not read: {len(corpus.problems)}; confirm what it marks as guesses"
    )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default="crossread-lab")
def lab(folder: Path) -> None:
    """Open the notebooks in JupyterLab, from copies in FOLDER (made on first use, kept after)."""
    import shutil
    import subprocess

    from crossread.reporting.notebooks import bundled
    from crossread.stopping import stoppable

    for name in ("notebooks", "seeds"):
        if not (folder / name).exists():
            shutil.copytree(bundled(name), folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    _say(f"Opening the notebooks in '{folder}'")
    with stoppable():  # else the server would outlive this command
        sys.exit(subprocess.call([sys.executable, "-m", "jupyterlab", str(folder / "notebooks")]))  # noqa: S603


@main.command()
@click.argument("data", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder to write the weights into.")
def train(data: Path, out: Path) -> None:
    """Train the taggers' weights from the annotated texts in the folder DATA (a development step).

    Which files, and how, stands in the model card, lib/crossread/language/MODEL.md.
    """
    from crossread.language.train import train as train_taggers
    from crossread.language.train import train_clusters

    try:
        train_clusters(data, out, tell=click.echo)
        train_taggers(data, out, tell=click.echo)
    except (FileNotFoundError, ModuleNotFoundError) as error:
        _stop(error)
