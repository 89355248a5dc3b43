"""Build the wheel and the sdist, and install both from wheels alone on every Python that is there: `make wheels`.

Where both install, the command works and reads the example corpus. An interpreter that is not there is named.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def main() -> None:
    """Check each interpreter, and exit with 1 where one fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--pythons", nargs="*", metavar="PATH", default=[], help="interpreters that are not on the PATH"
    )
    options = parser.parse_args()
    failed = False
    with TemporaryDirectory() as folder:
        built = list(_build(Path(folder) / "dist"))
        for version, python in _interpreters(options.pythons):
            for package in built:
                problem = "no such interpreter here" if python is None else _check(python, package, Path(folder))
                failed = failed or (python is not None and problem is not None)
                print(f"{version} {package.name}: {problem or 'installed from wheels alone, and works'}", flush=True)
    sys.exit(failed)


def _build(dist: Path) -> Iterator[Path]:
    """The wheel and the sdist, built by the backend that the project names."""
    line = [sys.executable, "-m", "hatchling", "build", "--directory", str(dist)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True)
    return iter(sorted(dist.iterdir()))


def _interpreters(named: list[str]) -> Iterator[tuple[str, str | None]]:
    """Each version with an interpreter of it, None where there is none."""
    known = {_version(path): path for path in named}
    for version in VERSIONS:
        yield version, known.get(version) or shutil.which(f"python{version}")


def _version(python: str) -> str:
    line = [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout.strip()


def _check(python: str, package: Path, folder: Path) -> str | None:
    """Install a package into a new environment and use it; what went wrong, None where nothing did."""
    place = folder / "environment"
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(folder / "tables", ignore_errors=True)
    wheels = ["--only-binary", ":all:", *(["--no-binary", "crossread"] if package.suffix == ".gz" else [])]
    steps = [
        [python, "-m", "venv", str(place)],
        [str(place / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", *wheels, str(package)],
        [str(place / "bin" / "crossread"), "extract", str(ROOT / "seeds"), "--out", str(folder / "tables"), "--quiet"],
    ]
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True, cwd=folder)
        if done.returncode:
            return f"{' '.join(step[:3])} ...: {done.stderr.strip()[-400:]}"
    return None


if __name__ == "__main__":
    main()
