"""PDFs of a report's pages, printed by a Chromium that is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Container, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

VARIABLE = "CHROME_PATH"  # as chrome-launcher and Lighthouse have it
SECONDS = 180  # for one page; thousands of rows take some ten

COMMANDS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
PLACES = (  # where macOS and Windows keep what is not on the PATH
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "$HOME/Applications/Chromium.app/Contents/MacOS/Chromium",
    "$PROGRAMFILES/Google/Chrome/Application/chrome.exe",
    "${PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "$LOCALAPPDATA/Google/Chrome/Application/chrome.exe",
    "$LOCALAPPDATA/Chromium/Application/chrome.exe",
    "${PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
    "$PROGRAMFILES/Microsoft/Edge/Application/msedge.exe",
)
FLAGS = (
    *("--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check"),
    *("--disable-background-networking", "--disable-component-update", "--disable-domain-reliability"),
    *("--disable-breakpad", "--disable-extensions", "--disable-sync", "--metrics-recording-only"),
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name of the network is looked up, whatever else the browser wants
    *("--no-pdf-header-footer", "--generate-pdf-document-outline"),
)

# A browser writes links as whole addresses of this machine, so that they are printed with a scheme of our own. The way
# to the folder of the PDF then takes its room, for a PDF counts its bytes.
_SCHEME = "crossread:"
_HERE = "./" * (len(_SCHEME) // 2)
_LINK = re.compile(r'(?P<tag><a\b[^<>]*? href=")(?!#|[a-z][a-z0-9+.-]*:)(?P<target>[^"]*)')
_NOISE = re.compile(r"dbus|unexpected operator")  # of desktops that are not there


class BrowserError(Exception):
    """No browser is there to print with, or it did not print a page."""


def find_browser() -> Path:
    """Find an installed Chromium, Chrome or Edge.

    Returns:
        The program that the environment variable CHROME_PATH names; else the first that is on the PATH, or where
        macOS and Windows install it.

    Raises:
        BrowserError: There is none; the message says what to install.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            raise BrowserError(f"{VARIABLE} names '{named}', which is no program: correct or unset it")
        return Path(found)
    for name in (*COMMANDS, *PLACES):
        found = shutil.which(os.path.expandvars(name))
        if found is not None:
            return Path(found)
    raise BrowserError(
        "no browser to print PDFs with: install Chromium, Chrome or Edge (Debian: apt-get install chromium),"
        f" or name its program in the environment variable {VARIABLE}; without --pdf none is needed"
    )


def print_pages(browser: Path, folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Print pages of a report beside them, `NAME.html` to `NAME.pdf`.

    Links stay relative to the folder; those to a page printed before lead to its PDF.

    Args:
        browser: The program, as `find_browser` returns it.
        folder: The report's folder.
        names: The pages, in the order in which to print them.

    Returns:
        The pages that were not printed, each with the reason.
    """
    printed: list[str] = []
    failed = {}
    for name in names:
        page, draft = folder / f"{name}.html", folder / f"print-{name}.html"
        try:
            draft.write_text(prepare(page.read_text(encoding="utf-8"), printed), encoding="utf-8")
            print_page(browser, draft, folder / f"{name}.pdf")
            printed.append(name)
        except BrowserError as error:
            failed[name] = str(error)
        finally:
            draft.unlink(missing_ok=True)
    return failed


def prepare(page: str, printed: Container[str]) -> str:
    """Make a page ready for `print_page`: folded parts are opened, links marked, and led to PDFs where these exist.

    Args:
        page: The HTML of a page.
        printed: Names of the pages that have a PDF.

    Returns:
        The HTML to print.
    """

    def mark(link: re.Match[str]) -> str:
        stem, ending, place = link["target"].partition(".html")
        # A PDF has no such places as a page, so that what names one still leads to the page.
        target = f"{stem}.pdf" if ending and not place and stem in printed else link["target"]
        return f"{link['tag']}{_SCHEME}{target}"

    return _LINK.sub(mark, re.sub(r"<details(?![^>]*\bopen\b)", "<details open", page))


def print_page(browser: Path, page: Path, target: Path) -> None:
    """Print one page with a browser that sees no network and none of the user's settings.

    The browser keeps its sandbox, unless it is root's or the system has none for it, as in many containers.

    Args:
        browser: The program.
        page: The file of HTML, made ready by `prepare`.
        target: The PDF to write.

    Raises:
        BrowserError: It wrote none; the message names the browser and what it said.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    said = _run(browser, page, target, sandbox=not root)
    if not root and not target.is_file() and "no usable sandbox" in said.lower():
        said = _run(browser, page, target, sandbox=False)
    if not target.is_file() or not target.read_bytes().startswith(b"%PDF"):
        target.unlink(missing_ok=True)
        raise BrowserError(f"'{browser}' printed nothing: {_last_line(said)}")
    target.write_bytes(target.read_bytes().replace(f"/URI ({_SCHEME}".encode(), f"/URI ({_HERE}".encode()))


def _run(browser: Path, page: Path, target: Path, *, sandbox: bool) -> str:
    """Run the browser in a folder of its own, and return what it said."""
    with TemporaryDirectory(prefix="crossread-", ignore_cleanup_errors=True) as profile:
        flags = [*FLAGS, *([] if sandbox else ["--no-sandbox"]), f"--user-data-dir={profile}"]
        line = [str(browser), *flags, f"--print-to-pdf={target.absolute()}", page.absolute().as_uri()]
        log = Path(profile) / "said"  # a file, for a pipe stays open as long as any of the browser's processes
        try:
            with log.open("wb") as said:
                subprocess.run(line, stdin=subprocess.DEVNULL, stdout=said, stderr=said, timeout=SECONDS)  # noqa: S603
        except subprocess.TimeoutExpired:
            return f"not done after {SECONDS} seconds"
        except OSError as error:
            return error.strerror or str(error)
        return log.read_text(encoding="utf-8", errors="replace")


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip() and not _NOISE.search(line)]
    return lines[-1] if lines else "it gave no reason"
