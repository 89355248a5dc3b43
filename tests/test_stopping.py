"""Stopping the command: exit codes, and nothing left behind."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import MakeNotebook

from crossread import cli
from crossread.stopping import stoppable


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """Signals are heeded, as in a terminal, though the tests may run in the background, where Ctrl-C is ignored."""
    before = [(number, signal.signal(number, handler)) for number, handler in HANDLERS]
    yield
    for number, handler in before:
        signal.signal(number, handler)


HANDLERS = [
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGTERM, signal.SIG_DFL),
    (signal.SIGHUP, signal.SIG_DFL),
]
CODES = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.mark.parametrize(("number", "code"), CODES)
def test_a_signal_ends_what_is_done_and_lets_it_clean_up(number: signal.Signals, code: int) -> None:
    before = signal.getsignal(number)
    cleaned = []

    def work() -> None:
        with stoppable():
            try:
                signal.raise_signal(number)
            finally:
                signal.raise_signal(number)  # a second one waits for the cleaning up
                cleaned.append(number)

    with pytest.raises(SystemExit) as stopped:
        work()
    assert (stopped.value.code, cleaned) == (code, [number])
    assert signal.getsignal(number) is before


@pytest.mark.filterwarnings("ignore:Exception ignored in. <function .*Dropping:pytest.PytestUnraisableExceptionWarning")
def test_a_stop_that_gets_lost_is_raised_again() -> None:
    """Python drops what is raised in a finaliser."""
    cleaned = []

    class Dropping:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)

    def work() -> None:
        with stoppable():
            try:
                del [Dropping()][:]
                time.sleep(20)
            finally:
                try:
                    raise ValueError  # an error of the cleaning up's own
                except ValueError:
                    time.sleep(1.5)  # longer than until it would be raised again
                cleaned.append(True)

    with pytest.raises(SystemExit) as stopped:
        work()
    assert (stopped.value.code, cleaned) == (143, [True])


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with stoppable():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("number", "code"), CODES)
def test_a_report_that_is_stopped_leaves_nothing(
    corpus: Path, make_notebook: MakeNotebook, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    told_to_stop = f"import os, pathlib, time; os.kill(os.getppid(), {int(number)}); time.sleep(60)"
    make_notebook("slow", f"{told_to_stop}; pathlib.Path({str(tmp_path / 'ended')!r}).touch()")
    out = tmp_path / "reports" / "corpus"
    result = CliRunner().invoke(cli.main, ["report", str(corpus), "--out", str(out), "--quiet"])
    assert result.exit_code == code
    assert "crossread: stopped" in result.output
    assert not out.parent.exists()
    assert not (tmp_path / "ended").exists()


def test_a_stopped_lab_ends_its_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told_to_stop = "import os, pathlib, signal, time; os.kill(os.getppid(), signal.SIGTERM); time.sleep(2); {}"
    line = [sys.executable, "-c", told_to_stop.format(f"pathlib.Path({str(tmp_path / 'ended')!r}).touch()")]
    call = subprocess.call
    monkeypatch.setattr(subprocess, "call", lambda _: call(line))
    assert CliRunner().invoke(cli.main, ["lab", str(tmp_path / "lab")]).exit_code == 143
    time.sleep(2.5)
    assert not (tmp_path / "ended").exists()


def test_a_closed_pipe_stops_the_work_without_a_word() -> None:
    code = (
        "import sys\nfrom crossread.stopping import stoppable\n"
        "with stoppable():\n    while True:\n        print('x' * 1000, flush=True)"
    )
    line = f'{sys.executable} -c "{code}" | head -c 10; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (141, "")
