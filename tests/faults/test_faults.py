"""Machines that fail, and that must not be told of: full and locked disks, killed runs, no network, no home."""

import errno
import os
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from tests.faults.kills import kill_runs
from tests.packed import laid_open

from crossread import cli
from crossread.marks import TABLES, check_replaceable

ARTICLE = "At least 12 people were killed in Homs on Monday, officials said. The ministry said that 9 were hurt.\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(ARTICLE)
    return tmp_path / "news"


def extract(news: Path, out: Path) -> tuple[int, str]:
    done = CliRunner().invoke(cli.main, ["extract", str(news), "--out", str(out), "--quiet"])
    return done.exit_code, done.output


def test_runs_that_are_killed_leave_the_old_or_the_new(news: Path, tmp_path: Path) -> None:
    (tmp_path / "place").mkdir()
    assert set(kill_runs("extract", news, tmp_path / "place", kills=3, seed=3)) <= {"nothing", "old", "new"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    line = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(disk)]
    if shutil.which("mount") is None or subprocess.run(line, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_leaves_the_old(news: Path, small_disk: Path) -> None:
    assert extract(news, small_disk / "out")[0] == 0
    (small_disk / "fill").write_bytes(b"x" * 100_000)
    code, told = extract(news, small_disk / "out")
    assert (code, told.count("\n")) == (2, 1)
    assert told.startswith(f"crossread: cannot write '{small_disk / 'out'}': ")
    assert told.endswith("No space left on device\n")
    check_replaceable(small_disk / "out", TABLES)
    assert sorted(path.name for path in small_disk.iterdir()) == ["fill", "out"]


LOCKED = [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT]


@pytest.mark.parametrize("number", LOCKED)
def test_a_locked_disk_is_told_before_the_work(
    news: Path, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    told = f"crossread: cannot write '{tmp_path / 'out'}': {os.strerror(number)} in '{tmp_path}'\n"
    assert extract(news, tmp_path / "out") == (2, told)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_told(news: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o555)
    code, told = extract(news, tmp_path / "locked" / "out")
    assert (code, "Permission denied" in told) == (2, True)


REPORT = """
import sys
from pathlib import Path
import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from crossread import cli
from crossread.reporting import notebooks

folder = Path(sys.argv[1])
cells = {
    "good": "from crossread import load; import matplotlib.pyplot as plt; load(corpus); plt.plot([1, 2]); plt.show()",
    "bad": "import os, sys; sys.stderr.write(os.getcwd()); print(__import__('tempfile').gettempdir());"
    " open(os.path.abspath('../nothing'))",
}
for name, source in cells.items():
    parameters = new_code_cell('corpus: str = "../seeds"  # a folder', metadata={"tags": ["parameters"]})
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(new_notebook(cells=[parameters, new_code_cell(source)], metadata=kernel), folder / f"{name}.ipynb")
notebooks.bundled = lambda _: folder
cli.main(["report", *sys.argv[2:], "--quiet"])
"""


def test_a_report_needs_no_network_and_no_home_and_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    """The folder, the host, the user and the folder for temporary files have telling names, none of which is told."""
    place = tmp_path / "telling"
    for name in ("news", "notebooks", "temporary"):
        (place / name).mkdir(parents=True)
    (place / "news" / "a.txt").write_text(ARTICLE)
    (place / "news" / "b.odd").write_text(ARTICLE)
    line = [sys.executable, "-c", REPORT, str(place / "notebooks"), str(place / "news"), "--out", str(place / "out")]
    alone = ["unshare", "--user", "--map-root-user", "--net", "--uts"]  # a network without even this machine in it
    if shutil.which("unshare") and not subprocess.run([*alone, "true"], capture_output=True).returncode:
        line = [*alone, "sh", "-c", 'hostname telling; exec "$@"', "sh", *line]
    known = {name: value for name, value in os.environ.items() if name not in ("HOME", "XDG_CONFIG_HOME")}
    known |= {"TMPDIR": str(place / "temporary"), "USER": "telling", "LOGNAME": "telling"}
    done = subprocess.run(line, env=known, cwd=place, capture_output=True, text=True, timeout=900)
    assert done.returncode == 1, done.stderr
    assert "notebook 'bad' failed: PapermillExecutionError: FileNotFoundError: [Errno 2]" in done.stderr
    files = [path for path in (place / "out").rglob("*") if path.is_file()]
    assert {".html", ".ipynb", ".parquet", ".csv", ".json"} <= {path.suffix for path in files}
    secrets = [b"telling", str(tmp_path).encode(), os.fsencode(Path(__file__).parents[2]), os.fsencode(Path.home())]
    told = [(path.name, secret) for path in files for secret in secrets if secret in b"\n".join(laid_open(path))]
    assert told == []


def test_what_is_packed_is_searched_too(tmp_path: Path) -> None:
    packed = zlib.compress(b"telling")
    (tmp_path / "a.pdf").write_bytes(b"%PDF\nstream\n" + packed + b"\nendstream")
    pd.DataFrame({"a": ["telling"]}).to_parquet(tmp_path / "a.parquet", compression="zstd")
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.xml", "telling")
    assert [b"telling" in b"".join(laid_open(path)) for path in sorted(tmp_path.iterdir())] == [True] * 3
