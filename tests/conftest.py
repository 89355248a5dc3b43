"""What several test modules share.

What only reports need is imported where it is used: it takes longer than many a module's tests.
"""

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from crossread.reporting.report import Report

# No test hangs on how quick the machine is, nor on chance; `--hypothesis-profile=many` tries others, and many more.
settings.register_profile("suite", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("many", deadline=None, max_examples=5_000, print_blob=True)
settings.load_profile("suite")

ROOT = Path(__file__).parents[1]

LONGEST = ("tests/test_shared_data.py", "tests/browser/", "tests/reporting/", "tests/test_cli.py", "notebooks/")

MakeNotebook = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--lower-floors", action="store_true", help="Lower the floors of scores that fell below them.")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that processes side by side end together."""
    items.sort(key=lambda item: next((at for at, start in enumerate(LONGEST) if item.nodeid.startswith(start)), 99))


@pytest.fixture(scope="session")
def seeds_report(tmp_path_factory: pytest.TempPathFactory) -> "Report":
    """The report of the example corpus, made once, also where several processes share the tests."""
    from crossread.reporting.report import Report, write_report

    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    stored = shared / "seeds-report.pickle"
    with (shared / "seeds-report.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stored.exists():
            report = write_report(ROOT / "seeds", shared / "reports" / "seeds", quiet=True)
            stored.write_bytes(pickle.dumps(report))
        found = pickle.loads(stored.read_bytes())
    assert isinstance(found, Report)
    return found


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the example corpus."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "corpus"))


@pytest.fixture
def make_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeNotebook:
    """Put small notebooks in place of the project's."""
    import nbformat
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

    from crossread.reporting import notebooks

    folder = tmp_path / "notebooks"
    folder.mkdir()
    monkeypatch.setattr(notebooks, "bundled", lambda _: folder)

    def make(name: str, source: str, parameters: str = 'corpus: str = "../seeds"  # a folder') -> Path:
        cells = [new_markdown_cell(f"# About {name}"), new_code_cell(parameters), new_code_cell(source)]
        cells[1].metadata["tags"] = ["parameters"]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        path = folder / f"{name}.ipynb"
        nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
        return path

    return make


@pytest.fixture
def no_notebooks(make_notebook: MakeNotebook) -> None:
    """Take the project's notebooks away, for tests of what a report tells without them: each takes a kernel."""
