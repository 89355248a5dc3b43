"""The notebooks as programs: which there are, which parameters they take, and running them with papermill."""

import ast
import json
import os
import re
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from threading import Event
from types import ModuleType
from typing import TYPE_CHECKING

import psutil

from crossread.importing import import_without

if TYPE_CHECKING:
    from nbformat import NotebookNode

Value = str | int | float | bool  # of a parameter

PACKAGE = Path(__file__).parents[1]
TYPES = {"int": "a whole number from 0 up", "float": "a number", "bool": "true or false"}
KERNEL = "ipykernel_launcher"  # the module that a kernel's process runs
URL_GRAMMAR = "rfc3987_syntax"
CORPUS = "corpus"  # the parameter that every notebook has, set by the report itself
LONGEST = 70  # characters of the folder for temporary files
SECONDS = 1_800  # that a cell may take
_FAILURES = {  # of the libraries beneath, whose own messages tell a reader nothing
    "CellTimeoutError": "a cell took longer than {} seconds: give it more with --timeout",
    "DeadKernelError": "its process ended in the middle: killed, or out of memory",
}
_CORPUS = re.compile(rf"\b{CORPUS}\b")


class ParameterError(Exception):
    """A notebook or a parameter that does not exist, or a value of the wrong type."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One literal of a notebook's parameters cell."""

    name: str
    type: str
    default: str
    help: str


@dataclass(frozen=True, slots=True)
class Run:
    """An executed notebook; `error` is None where it ran to its end."""

    name: str
    path: Path
    error: str | None


def jupyter(library: str) -> ModuleType:
    """Import a library of Jupyter's without a grammar of URLs that jsonschema builds if it can.

    It takes seconds, and no notebook is checked by it.
    """
    return import_without(library, URL_GRAMMAR)


def bundled(folder: str) -> Path:
    """Find what a wheel carries inside the package and a clone has at its top level.

    Args:
        folder: "notebooks" or "seeds".

    Returns:
        The folder.
    """
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parents[1] / folder


def find_notebooks() -> dict[str, Path]:
    """Return the project's notebooks by name, in alphabetical order."""
    return {path.stem: path for path in sorted(bundled("notebooks").glob("*.ipynb"))}


def read_parameters(notebook: Path) -> dict[str, Parameter]:
    """Read the parameters cell of a notebook.

    Args:
        notebook: The notebook's file.

    Returns:
        Its parameters by name, in the order of the cell.
    """
    found = jupyter("papermill").inspect_notebook(str(notebook))
    return {
        name: Parameter(name, entry["inferred_type_name"], entry["default"], entry["help"])
        for name, entry in found.items()
    }


def choose(names: Sequence[str], given: Mapping[str, str]) -> dict[Path, dict[str, Value]]:
    """Decide which notebooks run with which parameters, before anything is run.

    Args:
        names: Notebooks to run; all if empty.
        given: Parameters as text. Each goes to the notebooks that have it.

    Returns:
        For each notebook the values to set, each of the parameter's type.

    Raises:
        ParameterError: A notebook or parameter is unknown, or a value is not of the parameter's type.
    """
    notebooks = find_notebooks()
    for name in names:
        if name not in notebooks:
            raise ParameterError(f"unknown notebook {name!r}: choose from {', '.join(notebooks)}")
    chosen = [notebooks[name] for name in dict.fromkeys(names) or notebooks]
    known = {name for path in chosen for name in name_parameters(path)} - {CORPUS} if given else set[str]()
    for name in given:
        if name == CORPUS:
            raise ParameterError("the parameter 'corpus' is the command's first argument: leave it out of -p")
        if name not in known:
            raise ParameterError(f"unknown parameter {name!r}: choose from {', '.join(sorted(known)) or 'none'}")
    tables = {path: read_parameters(path) if given else {} for path in chosen}
    return {
        path: {name: convert(table[name], value) for name, value in given.items() if name in table}
        for path, table in tables.items()
    }


def name_parameters(notebook: Path) -> set[str]:
    """Name the parameters of a notebook without papermill, so that a mistyped one is told at once.

    Args:
        notebook: The notebook's file.

    Returns:
        What its parameters cell assigns.
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if "parameters" in cell["metadata"].get("tags", ())]
    assigned = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)]
    return {name.id for name in assigned if isinstance(name.ctx, ast.Store)}


def convert(parameter: Parameter, value: str) -> Value:
    """Turn text into a value of a parameter's type.

    Args:
        parameter: The parameter.
        value: What the user wrote.

    Returns:
        The value.

    Raises:
        ParameterError: The text is no value of that type.
    """
    truths = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    try:
        match parameter.type:
            case "int":
                number = int(value)
                if number < 0:
                    raise ValueError(value)
                return number
            case "float":
                return float(value)
            case "bool":
                return truths[value.lower()]
            case _:
                return value
    except (ValueError, KeyError) as error:
        wanted = TYPES.get(parameter.type, parameter.type)
        message = f"parameter {parameter.name!r} takes {wanted}, not {value!r} ({parameter.help})"
        raise ParameterError(message) from error


@contextmanager
def running_notebooks(
    chosen: Mapping[Path, Mapping[str, Value]], folder: Path, tables: str, ready: Event, seconds: int = SECONDS
) -> Iterator[Iterator[Run]]:
    """Run notebooks side by side, each in a kernel of its own; leaving the context ends those that still run.

    Kernels start and import at once. A cell that names the corpus waits until the tables are ready.

    Args:
        chosen: Notebooks and their parameters, as `choose` returns them.
        folder: Where the executed notebooks go; the kernels work in it.
        tables: The tables' folder, relative to `folder`, so that the notebooks can be run there again.
        ready: Set when the tables are written.
        seconds: How long a cell may take.

    Yields:
        An iterator over the notebooks, each as it ends. One that failed is kept with its error marked.
    """
    folder.mkdir(parents=True, exist_ok=True)

    def wait_for_tables(cell: "NotebookNode", cell_index: int) -> None:
        if _CORPUS.search(cell.source) and not {"parameters", "injected-parameters"} & {*cell.metadata.get("tags", [])}:
            ready.wait()

    with ThreadPoolExecutor(max_workers=max(1, len(chosen))) as pool:
        runs = [
            pool.submit(_run, path, folder, {**parameters, CORPUS: tables}, wait_for_tables, seconds)
            for path, parameters in chosen.items()
        ]
        try:
            yield (run.result() for run in as_completed(runs))
        finally:
            ready.set()
            _end(runs)


def _end(runs: Sequence[Future[Run]]) -> None:
    """End what still runs when someone stops the command: a notebook ends with its kernel."""
    for run in runs:
        run.cancel()
    while wait(runs, timeout=0).not_done:
        for child in psutil.Process().children():  # again and again, for a kernel may only be starting
            with suppress(psutil.Error):
                if KERNEL in child.cmdline():
                    child.kill()
        wait(runs, timeout=0.2)


def _run(
    notebook: Path, folder: Path, parameters: dict[str, Value], before_cell: Callable[..., None], seconds: int
) -> Run:
    target = folder / notebook.name
    error = None
    # Through files only this user can open, where there are such: no network is needed, not even loopback.
    # Their paths may have some hundred characters; with a longer one the kernel would be waited for without end.
    short = "/tmp" if os.name != "nt" and len(gettempdir()) > LONGEST else None  # noqa: S108
    with TemporaryDirectory(prefix="crossread-", dir=short, ignore_cleanup_errors=True) as place:
        through = {} if os.name == "nt" else {"transport": "ipc", "ip": f"{place}/kernel"}
        try:
            jupyter("papermill").execute_notebook(
                str(notebook),
                str(target),
                parameters,
                kernel_name="python3",
                # Papermill's own `cwd` would move the whole process, and with it the notebooks beside this one.
                resources={"metadata": {"path": str(folder)}},
                progress_bar=False,
                execution_timeout=seconds,
                on_cell_execute=before_cell,
                extra_arguments=["--log-level=CRITICAL"],
                config=jupyter("traitlets.config").Config({"KernelManager": through}),
            )
        except Exception as failure:  # whatever stops one notebook must not stop the others
            kind = type(failure).__name__
            error = _FAILURES.get(kind, "").format(seconds) or f"{kind}: {_forget(_last_line(str(failure)), folder)}"
    if target.is_file():
        _forget_paths(target)
    return Run(notebook.stem, target, error)


def _last_line(message: str) -> str:
    lines = [line.strip() for line in re.sub(r"\x1b\[[0-9;]*m", "", message).splitlines() if line.strip()]
    return lines[-1] if lines else "no message"


def _forget_paths(path: Path) -> None:
    """Take this machine's paths out of an executed notebook, which may be passed on."""
    notebook = jupyter("nbformat").read(path, as_version=4)
    for key in ("input_path", "output_path"):
        if key in notebook.metadata.get("papermill", {}):
            notebook.metadata["papermill"][key] = path.name
    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        for key in {"text", "evalue", "traceback"} & output.keys():
            told = output[key]
            lines = [told] if isinstance(told, str) else told
            forgotten = [_forget(line, path.parent) for line in lines]
            output[key] = forgotten[0] if isinstance(told, str) else forgotten
    jupyter("nbformat").write(notebook, path)


def _forget(told: str, folder: Path) -> str:
    """Take out of a message of a notebook in a folder where this machine keeps things, and so whose it is."""
    home = os.path.expanduser("~")  # noqa: PTH111 - where there is no home, it stays "~"
    places = {str(PACKAGE.parents[1]), str(Path.cwd()), home, sys.prefix, sys.base_prefix, gettempdir()}
    places |= {str(folder), str(folder.resolve()), *map(str, folder.resolve().parents[:2])}
    places |= {place for place in sysconfig.get_paths().values() if place}
    places |= {f"~{place.removeprefix(home)}" for place in places if place.startswith(f"{home}/")}
    for place in sorted(places - {"/", "~", "/tmp"}, key=len, reverse=True):  # noqa: S108
        told = re.sub(rf"(?<![\w.-]){re.escape(place)}(?![\w.-])", "…", told)
    return told
