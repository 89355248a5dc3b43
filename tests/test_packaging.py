"""The descriptions of the environment agree with each other."""

import re
import tomllib
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
REQUIRED = {"jupyterlab", "pandas", "matplotlib", "nltk", "papermill", "nbval"}
CONDA_NAMES = {"matplotlib-base": "matplotlib"}  # conda-forge's matplotlib brings a whole desktop toolkit


def requirements(lines: list[str]) -> dict[str, str]:
    """Names to lower bounds of lines such as `- pandas>=2.2`."""
    found = (re.search(r"([A-Za-z][\w-]*)>=([\d.]+)", line) for line in lines)
    return {CONDA_NAMES.get(match[1], match[1]): match[2] for match in found if match}


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


DEPENDENCIES = requirements(PROJECT["dependencies"])
CONDA = requirements((ROOT / "environment.yml").read_text().splitlines())
PINNED = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE))
PINNED = {name.lower().replace("_", "-"): pin for name, pin in PINNED.items()}


def test_environment_has_the_project_s_packages_and_bounds() -> None:
    assert {**DEPENDENCIES, "python": PROJECT["requires-python"].lstrip(">=")} == CONDA


def test_required_packages_are_dependencies() -> None:
    assert set(DEPENDENCIES) >= REQUIRED


@pytest.mark.parametrize(
    "requirement", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]], ids=lambda text: text
)
def test_pinned_version_is_within_bounds(requirement: str) -> None:
    name, bound = requirement.split(">=")
    assert version(PINNED[name]) >= version(bound)


def test_pins_are_exact_versions_with_hashes_and_without_addresses() -> None:
    text = (ROOT / "constraints.txt").read_text()
    pins = re.split(r"(?<!\\)\n", text.rstrip("\n"))
    pin = r"[\w.-]+==[\w.]+( ; [\w\s.'\"<>=!*()-]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+"
    assert [line for line in pins if not re.fullmatch(pin, line)] == []


def test_the_readme_s_picture_is_the_notebook_s_chart() -> None:
    notebook = nbformat.read(ROOT / "notebooks" / "figure_comparison.ipynb", 4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    charts = [output.data["image/svg+xml"] for output in outputs if "image/svg+xml" in output.get("data", {})]
    assert (ROOT / "docs" / "figure-comparison.svg").read_text(encoding="utf-8") == charts[0]
