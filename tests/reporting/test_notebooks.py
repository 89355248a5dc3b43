"""Choosing notebooks, and reading their parameters."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from types import ModuleType
from typing import Any

import pytest
from tests.conftest import MakeNotebook

from crossread import importing
from crossread.reporting.notebooks import (
    Parameter,
    ParameterError,
    choose,
    convert,
    find_notebooks,
    jupyter,
    name_parameters,
    read_parameters,
)

PARAMETERS = """
corpus: str = "../seeds"  # a folder
top: int = 10  # how many
share: float = 0.5  # how much
wide: bool = False  # whether
""".strip()


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "12", 12),
        ("int", "0", 0),
        ("float", "0.25", 0.25),
        ("float", "2", 2.0),
        ("bool", "true", True),
        ("bool", "No", False),
        ("str", "12", "12"),
        ("str", "", ""),
    ],
)
def test_text_becomes_a_value_of_the_type(kind: str, text: str, value: Any) -> None:
    assert convert(Parameter("top", kind, "", "how many"), text) == value


@pytest.mark.parametrize(
    ("kind", "text"), [("int", "ten"), ("int", "1.5"), ("int", "-3"), ("float", "much"), ("bool", "perhaps")]
)
def test_text_of_another_type_is_named(kind: str, text: str) -> None:
    with pytest.raises(ParameterError, match=f"'top' takes .*, not '{text}'"):
        convert(Parameter("top", kind, "", "how many"), text)


def test_parameters_are_read_with_type_default_and_help(make_notebook: MakeNotebook) -> None:
    found = read_parameters(make_notebook("one", "", PARAMETERS))
    assert list(found) == ["corpus", "top", "share", "wide"]
    assert found["top"] == Parameter("top", "int", "10", "how many")


@pytest.mark.parametrize("path", find_notebooks().values(), ids=lambda path: path.stem)
def test_names_of_parameters_are_those_that_papermill_reads(path: Path) -> None:
    assert name_parameters(path) == set(read_parameters(path))


def test_each_notebook_gets_the_parameters_it_has(make_notebook: MakeNotebook) -> None:
    one, two = make_notebook("one", "", PARAMETERS), make_notebook("two", "")
    assert choose([], {"top": "3"}) == {one: {"top": 3}, two: {}}
    assert choose(["two"], {}) == {two: {}}
    assert list(choose(["two", "one", "two"], {})) == [two, one]


@pytest.mark.parametrize(
    ("names", "given", "message"),
    [
        (["three"], {}, "unknown notebook 'three': choose from one, two"),
        ([], {"tip": "3"}, "unknown parameter 'tip': choose from share, top, wide"),
        (["two"], {"top": "3"}, "unknown parameter 'top': choose from none"),
        ([], {"corpus": "x"}, "'corpus' is the command's first argument"),
        ([], {"top": "many"}, "'top' takes a whole number from 0 up, not 'many'"),
    ],
)
def test_what_does_not_exist_is_named(
    make_notebook: MakeNotebook, names: list[str], given: dict[str, str], message: str
) -> None:
    make_notebook("one", "", PARAMETERS)
    make_notebook("two", "")
    with pytest.raises(ParameterError, match=message):
        choose(names, given)


def test_libraries_are_imported_in_one_thread_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, most = list[str](), list[int]()

    def slow_import(name: str) -> ModuleType:
        inside.append(name)
        most.append(len(inside))
        Event().wait(0.01)  # long enough for the others to come in, were they let
        inside.remove(name)
        return ModuleType(name)

    monkeypatch.setattr(importing, "import_module", slow_import)
    names = [f"library{number}" for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert [module.__name__ for module in pool.map(jupyter, names)] == names
    assert set(most) == {1}
