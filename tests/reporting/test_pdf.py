"""Finding a browser, and what it is told; tests/browser prints with a real one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.reporting import pdf
from crossread.reporting.pdf import BrowserError, find_browser, prepare, print_page, print_pages

MakeBrowser = Callable[..., Path]

PRINTS = """
for word; do case "$word" in --print-to-pdf=*) printf '%%PDF /URI (crossread:a.html)' > "${word#*=}";; esac; done
"""


@pytest.fixture
def make_browser(tmp_path: Path) -> MakeBrowser:
    """Put a shell script where a browser would be."""

    def make(name: str = "browser", script: str = PRINTS) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        path.chmod(0o755)
        return path

    return make


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a page.html"
    path.write_text("<p>Aleppo</p>", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("there", "environment", "found"),
    [
        (["bin/chromium"], {}, "bin/chromium"),
        (["bin/google-chrome", "bin/chromium-browser"], {}, "bin/chromium-browser"),
        (["bin/msedge"], {}, "bin/msedge"),
        (["bin/chromium", "my/chrome"], {"CHROME_PATH": "{tmp}/my/chrome"}, "my/chrome"),
        (["bin/chromium", "bin/mine"], {"CHROME_PATH": "mine"}, "bin/mine"),
        (["bin/chromium"], {"CHROME_PATH": ""}, "bin/chromium"),
        (["Google/Chrome/Application/chrome.exe"], {"PROGRAMFILES": "{tmp}"}, "Google/Chrome/Application/chrome.exe"),
        (
            ["Microsoft/Edge/Application/msedge.exe"],
            {"PROGRAMFILES(X86)": "{tmp}"},
            "Microsoft/Edge/Application/msedge.exe",
        ),
        (
            ["Applications/Chromium.app/Contents/MacOS/Chromium"],
            {"HOME": "{tmp}"},
            "Applications/Chromium.app/Contents/MacOS/Chromium",
        ),
    ],
)
def test_the_browser_that_is_found(
    there: list[str],
    environment: dict[str, str],
    found: str,
    tmp_path: Path,
    make_browser: MakeBrowser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "PLACES", [place for place in pdf.PLACES if not place.startswith("/")])
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROME_PATH", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value.format(tmp=tmp_path))
    for name in there:
        make_browser(name)
    assert find_browser() == tmp_path / found


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (None, "no browser to print PDFs with: install Chromium, Chrome or Edge .* without --pdf none is needed"),
        ("/no/such", "CHROME_PATH names '/no/such', which is no program: correct or unset it"),
        ("{tmp}/plain", "CHROME_PATH names '.*/plain', which is no program"),
    ],
)
def test_no_browser_is_told(named: str | None, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plain").write_text("no program")
    monkeypatch.setattr(pdf, "PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME_PATH", raising=False)
    if named:
        monkeypatch.setenv("CHROME_PATH", named.format(tmp=tmp_path))
    with pytest.raises(BrowserError, match=message):
        find_browser()


@pytest.mark.parametrize(("root", "sandboxed"), [(True, False), (False, True)])
def test_the_browser_is_kept_to_itself(
    root: bool, sandboxed: bool, page: Path, make_browser: MakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf.os, "geteuid", lambda: 0 if root else 1000, raising=False)
    browser = make_browser(script=f'printf "%s\\n" "$@" > "$0.said"\n{PRINTS}')
    target = page.with_name("a.pdf")
    print_page(browser, page, target)
    flags = browser.with_name("browser.said").read_text(encoding="utf-8").splitlines()
    assert {"--headless", "--no-pdf-header-footer", "--disable-background-networking"} <= set(flags)
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in flags
    assert ("--no-sandbox" not in flags) == sandboxed
    assert flags[-2:] == [f"--print-to-pdf={target}", page.as_uri()]
    (profile,) = (flag.partition("=")[2] for flag in flags if flag.startswith("--user-data-dir="))
    assert not Path(profile).exists()
    assert target.read_bytes() == b"%PDF /URI (./././././a.html)"


def test_where_there_is_no_sandbox_it_prints_without(
    page: Path, make_browser: MakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf.os, "geteuid", lambda: 1000, raising=False)
    refusal = 'case "$*" in *--no-sandbox*) ;; *) echo "FATAL:zygote.cc] No usable sandbox!" >&2; exit 1;; esac'
    print_page(make_browser(script=refusal + PRINTS), page, page.with_name("a.pdf"))
    assert page.with_name("a.pdf").is_file()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 1", "it gave no reason"),
        ("echo first; echo 'ERROR:dbus/bus.cc] no bus'; echo; exit 0", "first"),
        ("echo why >&2; exit 3", "why"),
        (PRINTS.replace("%%PDF", "<html>"), "it gave no reason"),
    ],
)
def test_a_browser_that_fails_is_named_with_what_it_said(
    script: str, reason: str, page: Path, make_browser: MakeBrowser
) -> None:
    browser = make_browser(script=script)
    with pytest.raises(BrowserError, match=re.escape(f"'{browser}' printed nothing: {reason}")):
        print_page(browser, page, page.with_name("a.pdf"))
    assert not page.with_name("a.pdf").exists()


def test_a_browser_that_hangs_is_stopped(
    page: Path, make_browser: MakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.1)
    with pytest.raises(BrowserError, match=re.escape("not done after 0.1 seconds")):
        print_page(make_browser(script="exec sleep 60"), page, page.with_name("a.pdf"))


def test_what_cannot_be_run_is_told(tmp_path: Path, page: Path) -> None:
    with pytest.raises(BrowserError, match="No such file"):
        print_page(tmp_path / "none", page, tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<details><summary>a", "<details open><summary>a"),
        ('<details class="x" open>', '<details class="x" open>'),
        ("&lt;details&gt;", "&lt;details&gt;"),
        ('<a href="#figure-8">', '<a href="#figure-8">'),
        ('<a href="https://un.org/a.html">', '<a href="https://un.org/a.html">'),
        ('<a rel="next" href="articles/a.html#figure-8">', '<a rel="next" href="crossread:articles/a.html#figure-8">'),
        ('<a href="sources.html">', '<a href="crossread:sources.pdf">'),
        ('<a href="sources.html#Denied">', '<a href="crossread:sources.html#Denied">'),
        ('<a href="articles.html">', '<a href="crossread:articles.html">'),
        ('<img src="charts/a.svg">', '<img src="charts/a.svg">'),
        ('<p>he wrote href="a.html"</p>', '<p>he wrote href="a.html"</p>'),
    ],
)
def test_a_page_is_made_ready(markup: str, expected: str) -> None:
    assert prepare(markup, ["sources", "index"]) == expected


def test_pages_are_printed_beside_them_and_failures_do_not_stop_the_rest(
    tmp_path: Path, make_browser: MakeBrowser
) -> None:
    folder = tmp_path / "report"
    folder.mkdir()
    for name in ("one", "two", "index"):
        (folder / f"{name}.html").write_text('<a href="one.html"><a href="two.html">', encoding="utf-8")
    keep = 'for word; do :; done; case "$word" in *print-two.html) echo no paper; exit 1;; esac'
    copy = 'case "$word" in *print-index.html) cp "${word#file://}" "$0.index";; esac'
    browser = make_browser(script=f"{keep}\n{copy}\n{PRINTS}")
    assert print_pages(browser, folder, ["one", "two", "index"]) == {"two": f"'{browser}' printed nothing: no paper"}
    assert sorted(path.name for path in folder.iterdir()) == [
        *("index.html", "index.pdf", "one.html", "one.pdf", "two.html")
    ]
    printed = browser.with_name("browser.index").read_text(encoding="utf-8")
    assert printed == '<a href="crossread:one.pdf"><a href="crossread:two.html">'
