"""What every notebook keeps to; that its outputs equal a run is checked by nbval."""

import re

import nbformat
import pytest

from crossread.reporting.notebooks import find_notebooks, read_parameters

NOTEBOOKS = {name: nbformat.read(path, 4) for name, path in find_notebooks().items()}
every_notebook = pytest.mark.parametrize("name", NOTEBOOKS)


def code_cells(name: str) -> list[nbformat.NotebookNode]:
    return [cell for cell in NOTEBOOKS[name].cells if cell.cell_type == "code"]


def test_the_notebooks_are_there() -> None:
    assert {"articles", "figure_comparison", "entity_frequency", "incidents", "sources"} <= set(NOTEBOOKS)


@every_notebook
def test_one_parameters_cell_of_literals_with_help(name: str) -> None:
    (cell,) = [cell for cell in code_cells(name) if "parameters" in cell.metadata.get("tags", [])]
    assert [
        line for line in cell.source.splitlines() if not re.match(r"\w+: (str|int|float|bool) = \S+  # \w", line)
    ] == []
    parameters = read_parameters(find_notebooks()[name])
    assert parameters["corpus"].default == '"../seeds"'
    assert len(parameters) == len(cell.source.splitlines())


@every_notebook
def test_cells_are_short_and_define_nothing(name: str) -> None:
    assert [
        c.source for c in code_cells(name) if len(c.source.splitlines()) >= 10 or re.search(r"\bdef\b", c.source)
    ] == []


@every_notebook
def test_prose_stands_before_and_after_each_chart(name: str) -> None:
    cells = NOTEBOOKS[name].cells
    for number, cell in enumerate(cells):
        if any("image/svg+xml" in output.get("data", {}) for output in cell.get("outputs", [])):
            assert cells[number - 1].cell_type == "markdown"
            assert cells[number + 1].cell_type == "markdown"


@every_notebook
def test_outputs_are_stored_and_without_errors(name: str) -> None:
    outputs = [output for cell in code_cells(name) for output in cell.outputs]
    assert outputs
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
    assert [cell.execution_count for cell in code_cells(name)] == list(range(1, len(code_cells(name)) + 1))
