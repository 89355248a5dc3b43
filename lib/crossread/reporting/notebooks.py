"""The notebooks as programs: which there are, and which parameters they take."""

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from crossread.importing import import_without

Value = str | int | float | bool  # of a parameter

PACKAGE = Path(__file__).parents[1]
TYPES = {"int": "a whole number from 0 up", "float": "a number", "bool": "true or false"}
URL_GRAMMAR = "rfc3987_syntax"
CORPUS = "corpus"  # the parameter that every notebook has, set by the report itself


class ParameterError(Exception):
    """A notebook or a parameter that does not exist, or a value of the wrong type."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One literal of a notebook's parameters cell."""

    name: str
    type: str
    default: str
    help: str


def jupyter(library: str) -> ModuleType:
    """Import a library of Jupyter's without a grammar of URLs that jsonschema builds if it can.

    It takes seconds, and no notebook is checked by it.
    """
    return import_without(library, URL_GRAMMAR)


def bundled(folder: str) -> Path:
    """Find what a wheel carries inside the package and a clone has at its top level.

    Args:
        folder: "notebooks" or "seeds".

    Returns:
        The folder.
    """
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parents[1] / folder


def find_notebooks() -> dict[str, Path]:
    """Return the project's notebooks by name, in alphabetical order."""
    return {path.stem: path for path in sorted(bundled("notebooks").glob("*.ipynb"))}


def read_parameters(notebook: Path) -> dict[str, Parameter]:
    """Read the parameters cell of a notebook.

    Args:
        notebook: The notebook's file.

    Returns:
        Its parameters by name, in the order of the cell.
    """
    found = jupyter("papermill").inspect_notebook(str(notebook))
    return {
        name: Parameter(name, entry["inferred_type_name"], entry["default"], entry["help"])
        for name, entry in found.items()
    }


def choose(names: Sequence[str], given: Mapping[str, str]) -> dict[Path, dict[str, Value]]:
    """Decide which notebooks run with which parameters, before anything is run.

    Args:
        names: Notebooks to run; all if empty.
        given: Parameters as text. Each goes to the notebooks that have it.

    Returns:
        For each notebook the values to set, each of the parameter's type.

    Raises:
        ParameterError: A notebook or parameter is unknown, or a value is not of the parameter's type.
    """
    notebooks = find_notebooks()
    for name in names:
        if name not in notebooks:
            raise ParameterError(f"unknown notebook {name!r}: choose from {', '.join(notebooks)}")
    chosen = [notebooks[name] for name in dict.fromkeys(names) or notebooks]
    known = {name for path in chosen for name in name_parameters(path)} - {CORPUS} if given else set[str]()
    for name in given:
        if name == CORPUS:
            raise ParameterError("the parameter 'corpus' is the command's first argument: leave it out of -p")
        if name not in known:
            raise ParameterError(f"unknown parameter {name!r}: choose from {', '.join(sorted(known)) or 'none'}")
    tables = {path: read_parameters(path) if given else {} for path in chosen}
    return {
        path: {name: convert(table[name], value) for name, value in given.items() if name in table}
        for path, table in tables.items()
    }


def name_parameters(notebook: Path) -> set[str]:
    """Name the parameters of a notebook without papermill, so that a mistyped one is told at once.

    Args:
        notebook: The notebook's file.

    Returns:
        What its parameters cell assigns.
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if "parameters" in cell["metadata"].get("tags", ())]
    assigned = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)]
    return {name.id for name in assigned if isinstance(name.ctx, ast.Store)}


def convert(parameter: Parameter, value: str) -> Value:
    """Turn text into a value of a parameter's type.

    Args:
        parameter: The parameter.
        value: What the user wrote.

    Returns:
        The value.

    Raises:
        ParameterError: The text is no value of that type.
    """
    truths = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    try:
        match parameter.type:
            case "int":
                number = int(value)
                if number < 0:
                    raise ValueError(value)
                return number
            case "float":
                return float(value)
            case "bool":
                return truths[value.lower()]
            case _:
                return value
    except (ValueError, KeyError) as error:
        wanted = TYPES.get(parameter.type, parameter.type)
        message = f"parameter {parameter.name!r} takes {wanted}, not {value!r} ({parameter.help})"
        raise ParameterError(message) from error
