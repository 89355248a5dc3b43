"""What commands, imports and the example report take, as ratios to what they cannot do without, in one run.

Run by hand, best with nothing else running: `python -m pytest tests/benchmarks/ratios.py -s`. Processor time is that of
the process and its children; the least of several runs counts.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from tests.conftest import ROOT

from crossread.reporting.notebooks import find_notebooks

BARE, LIBRARIES = "pass", "import pandas\nimport matplotlib.pyplot"
IMPORT_CELLS = {
    path.stem: next(
        cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code" and "import" in cell.source
    )
    for path in find_notebooks().values()
}
PAPERMILL = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import papermill
with ThreadPoolExecutor(4) as pool:
    paths = sorted(Path(sys.argv[1]).glob("*.ipynb"))
    list(pool.map(lambda path: papermill.execute_notebook(path, path, progress_bar=False, log_level="ERROR"), paths))
"""


def taken(line: Sequence[str]) -> tuple[float, float]:
    """Processor time, with that of children, and time on the clock of a command."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(line, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - begin


def python(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


@pytest.mark.parametrize(
    ("name", "line", "base", "most"),
    [
        ("import crossread", python("import crossread"), BARE, 10),
        ("crossread --help", [sys.executable, "-m", "crossread", "--help"], BARE, 10),
        *((f"import cell of {name}", python(cell), LIBRARIES, 1.5) for name, cell in IMPORT_CELLS.items()),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_imports(name: str, line: list[str], base: str, most: float) -> None:
    least = [min(taken(each) for each in [given] * 5)[0] for given in (line, python(base))]
    ratio = least[0] / least[1]
    print(f"{name}: {least[0]:.3f} s of processor, {ratio:.2f} times `python -c {base!r}` ({least[1]:.3f} s)")
    assert ratio <= most


def test_report(tmp_path: Path) -> None:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for number in range(4):
        notebook = new_notebook(cells=[new_code_cell(LIBRARIES)], metadata={"kernelspec": kernel})
        nbformat.write(notebook, tmp_path / f"{number}.ipynb")
    line = [sys.executable, "-m", "crossread", "report", str(ROOT / "seeds"), "--quiet", "--out", str(tmp_path / "out")]
    runs = [(taken(line), taken(python(PAPERMILL, str(tmp_path)))) for _ in range(3)]
    for (processor, clock), (base_processor, base_clock) in runs:
        print(
            f"report: {processor:.1f} s of processor, {processor / base_processor:.2f} times four notebooks"
            f" ({base_processor:.1f} s); {clock:.1f} s on the clock, {clock / base_clock:.2f} times"
            f" ({base_clock:.1f} s)"
        )
    for path in sorted((tmp_path / "out" / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        seconds = [(cell["metadata"].get("papermill", {}).get("duration") or 0, cell["source"]) for cell in cells]
        print(f"{path.stem}: {sum(duration for duration, _ in seconds):.1f} s; its slowest cells:")
        for duration, source in sorted(seconds, reverse=True)[:4]:
            print(f"  {duration:.1f} s  {source[-1] if source else ''}")
    assert min(processor / base for (processor, _), (base, _) in runs) <= 3
