"""What is imported by whom: libraries that take seconds only where they are used."""

import subprocess
import sys

import pytest

import crossread

HEAVY = ("nbclient", "nbconvert", "nbformat", "nltk", "papermill", "rfc3987_syntax", "scipy", "sklearn", "tqdm")
DRAWING = ("matplotlib", *HEAVY)
TABLES = ("pandas", "numpy", "click", *DRAWING)


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("import crossread", TABLES),
        ("import crossread; dir(crossread)", TABLES),
        ("import crossread.cli", tuple(library for library in TABLES if library != "click")),
        ("from crossread import load", DRAWING),
        ("from crossread.language.tokens import tokenize; tokenize('It fell. It rose.')", ("scipy.stats", "sklearn")),
        ("import crossread.reporting.charts", HEAVY),
        ("import crossread.reporting.evidence", HEAVY),
        ("import crossread.reporting.report", HEAVY[:-1]),
        (
            "from crossread.reporting.notebooks import find_notebooks, read_parameters as read\n"
            "[read(path) for path in find_notebooks().values()]",
            ("rfc3987_syntax", "sklearn"),
        ),
    ],
)
def test_what_is_not_imported(line: str, absent: tuple[str, ...]) -> None:
    code = f"{line}\nimport sys; print(*sorted(set({absent!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_public_names_are_there_and_listed() -> None:
    assert set(crossread.__all__) <= set(dir(crossread))
    assert all(getattr(crossread, name) is not None for name in crossread.__all__)


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        crossread.lode  # noqa: B018
