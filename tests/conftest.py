"""What several test modules share.

What only reports need is imported where it is used: it takes longer than many a module's tests.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from crossread.reporting.report import Report

# No test hangs on how quick the machine is; `--hypothesis-profile=default` tries twice as many examples.
settings.register_profile("suite", deadline=None, max_examples=50)
settings.load_profile("suite")

ROOT = Path(__file__).parents[1]

MakeNotebook = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--lower-floors", action="store_true", help="Lower the floors of scores that fell below them.")


@pytest.fixture(scope="session")
def seeds_report(tmp_path_factory: pytest.TempPathFactory) -> "Report":
    """The report of the example corpus, made once."""
    from crossread.reporting.report import write_report

    return write_report(ROOT / "seeds", tmp_path_factory.mktemp("reports") / "seeds", quiet=True)


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
