"""Kill runs at random moments, and hold what they leave against what must be: `make kills`.

Under its name stands what was there before or what the run was making, whole, or nothing where nothing was; a run
afterwards works and takes away what was left, and no kernel outlives its report.
"""

import argparse
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import psutil

from crossread.marks import REPORT, TABLES, check_replaceable, read_mark

ROOT = Path(__file__).parents[2]
COMMANDS = {"extract": (TABLES, []), "report": (REPORT, ["--notebook", "articles"])}
STARTING = 0.2  # of the time that a run takes: nothing is written while it imports
PATIENCE = 60  # seconds in which a killed run's kernels must have noticed that they are alone


def kill_runs(command: str, corpus: Path, folder: Path, kills: int, seed: int) -> list[str]:
    """Run a command again and again, killing it at moments of the time that it takes.

    Args:
        command: "extract" or "report".
        corpus: What it reads.
        folder: An empty folder, in which it writes.
        kills: How often.
        seed: Of the moments.

    Returns:
        What was left by each kill: "nothing", "old", "new".
    """
    out, random, (mark, options) = folder / "out", Random(seed), COMMANDS[command]
    line = [command, str(corpus), "--out", str(out), "--quiet", *options]
    began = time.monotonic()
    assert _start(line, None) == 0
    usual = time.monotonic() - began
    left = []
    for number in range(kills):
        if number % 10 == 0:  # also where nothing is yet
            shutil.rmtree(out, ignore_errors=True)
        before = _state(out, mark)
        code = _start(line, random.uniform(STARTING, 1) * usual)
        assert code in (0, -signal.SIGKILL), code
        after = _state(out, mark)
        left.append("nothing" if after is None else "old" if after == before else "new")
        assert after is not None or before is None, f"kill {number} of {command}: nothing is left"
    assert _start(line, None) == 0
    assert _state(out, mark) is not None
    assert [path.name for path in folder.iterdir()] == ["out"], list(folder.iterdir())
    return left


def _start(line: Sequence[str], moment: float | None) -> int:
    """Run a command, kill it at a moment, and return its exit code, or its signal's negative number."""
    with subprocess.Popen([sys.executable, "-m", "crossread", *line], stdout=subprocess.DEVNULL) as run:
        with suppress(subprocess.TimeoutExpired):
            return run.wait(moment)
        kernels = psutil.Process(run.pid).children(recursive=True)
        run.kill()
        _, alive = psutil.wait_procs(kernels, timeout=PATIENCE)
        assert not alive, f"left running: {alive}"
        return run.wait()


def _state(out: Path, mark: str) -> object:
    """What a folder's mark says, once every file in it is as the mark says; None where there is no folder."""
    if not out.exists():
        return None
    check_replaceable(out, mark)  # each file is listed, with its hash
    told = read_mark(out, mark)
    assert told is not None, out
    assert all((out / name).is_file() for name in told["files"]), out
    return {**told, "at": out.stat().st_ino}


def main() -> None:
    """Kill each command as often as told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for command in COMMANDS:
        with TemporaryDirectory() as folder:
            left = kill_runs(command, ROOT / "seeds", Path(folder), given.kills, given.seed)
        counts = ", ".join(f"{kind}: {left.count(kind)}" for kind in ("nothing", "old", "new"))
        print(f"{command}: kills: {len(left)}, left {counts}", flush=True)


if __name__ == "__main__":
    main()
