"""Running notebooks: what fails, what is ended, what they leave."""

import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import Any

import nbformat
from tests.conftest import ROOT, MakeNotebook

from crossread.reporting.running import SECONDS, Run, running_notebooks


def run_all(chosen: Mapping[Path, dict[str, Any]], folder: Path, seconds: int = SECONDS) -> dict[str, Run]:
    ready = Event()
    ready.set()
    with running_notebooks(chosen, folder, "../tables", ready, seconds) as running:
        return {run.name: run for run in running}


def test_one_that_fails_keeps_its_error_and_stops_no_other(make_notebook: MakeNotebook, tmp_path: Path) -> None:
    bad, good = make_notebook("bad", "1 / 0"), make_notebook("good", "print(corpus)")
    runs = run_all({bad: {}, good: {}}, tmp_path / "out")
    assert runs["good"].error is None
    assert runs["bad"].error is not None
    assert "ZeroDivisionError" in runs["bad"].error
    outputs = [cell.outputs for cell in nbformat.read(runs["good"].path, 4).cells if cell.cell_type == "code"]
    assert outputs[-1][0]["text"] == "../tables\n"
    failed = nbformat.read(runs["bad"].path, 4)
    assert any("An Exception was encountered" in cell.source for cell in failed.cells)


def test_an_executed_notebook_tells_no_path_of_this_machine(make_notebook: MakeNotebook, tmp_path: Path) -> None:
    (run,) = run_all({make_notebook("good", "1 + 1"): {}}, tmp_path / "out").values()
    assert str(tmp_path) not in run.path.read_text(encoding="utf-8")


def test_leaving_ends_what_still_runs(make_notebook: MakeNotebook, tmp_path: Path) -> None:
    quick = make_notebook("quick", "1 + 1")
    slow = make_notebook("slow", "import pathlib, time; time.sleep(60); pathlib.Path('ended').touch()")
    waiting = make_notebook("waiting", "print(corpus)")
    with running_notebooks({quick: {}, slow: {}, waiting: {}}, tmp_path / "out", "../tables", Event()) as running:
        assert next(running).name == "quick"
    assert not (tmp_path / "out" / "ended").exists()


def test_a_cell_that_names_the_corpus_waits_for_the_tables(make_notebook: MakeNotebook, tmp_path: Path) -> None:
    tables, ready = tmp_path / "tables", Event()
    early, late = make_notebook("early", "1 + 1"), make_notebook("late", "print(open(corpus).read())")
    with running_notebooks({early: {}, late: {}}, tmp_path / "out", "../tables", ready) as running:
        assert next(running).name == "early"
        tables.write_text("written")
        ready.set()
        assert next(running).error is None


def test_what_stops_a_notebook_is_told_in_words(make_notebook: MakeNotebook, tmp_path: Path) -> None:
    slow = make_notebook("slow", "import time; time.sleep(60)")
    dead = make_notebook("dead", "import os; os.kill(os.getpid(), 9)")
    backward = f"no {ROOT}/x, {Path.home()}/y, ~/z"[::-1]  # what a cell itself holds stays as it is
    path = f"FileNotFoundError({backward!r}[::-1])"
    lost = make_notebook("lost", f"import sys; sys.stderr.write(sys.prefix); raise {path}")
    runs = run_all({slow: {}, dead: {}, lost: {}}, tmp_path / "out", 3)
    assert {name: run.error for name, run in runs.items()} == {
        "slow": "a cell took longer than 3 seconds: give it more with --timeout",
        "dead": "its process ended in the middle: killed, or out of memory",
        "lost": "PapermillExecutionError: FileNotFoundError: no …/x, …/y, ~/z",
    }
    written = "".join(run.path.read_text(encoding="utf-8") for run in runs.values())
    assert [place for place in (str(ROOT), str(tmp_path), f"{Path.home()}/", sys.prefix) if place in written] == []


def test_kernels_listen_to_no_network(make_notebook: MakeNotebook, tmp_path: Path) -> None:
    listening = "print(get_ipython().kernel.parent.transport)"
    (run,) = run_all({make_notebook("one", listening): {}}, tmp_path / "out").values()
    outputs = [cell.outputs for cell in nbformat.read(run.path, 4).cells if cell.cell_type == "code"]
    assert outputs[-1][0]["text"] == "ipc\n"
