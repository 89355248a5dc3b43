"""Running notebooks with papermill, side by side, and taking this machine's paths out of what they leave."""

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
from typing import TYPE_CHECKING

import psutil

from crossread.reporting.notebooks import CORPUS, PACKAGE, Value, jupyter

if TYPE_CHECKING:
    from nbformat import NotebookNode

KERNEL = "ipykernel_launcher"  # the module that a kernel's process runs
LONGEST = 70  # characters of the folder for temporary files
SECONDS = 1_800  # that a cell may take
_FAILURES = {  # of the libraries beneath, whose own messages tell a reader nothing
    "CellTimeoutError": "a cell took longer than {} seconds: give it more with --timeout",
    "DeadKernelError": "its process ended in the middle: killed, or out of memory",
}
_CORPUS = re.compile(rf"\b{CORPUS}\b")


@dataclass(frozen=True, slots=True)
class Run:
    """An executed notebook; `error` is None where it ran to its end."""

    name: str
    path: Path
    error: str | None


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
